"""A series cut in two before one of its dates: what its rules and its own dates say on either side.

As calendar programs do it, since few read RECURRENCE-ID with RANGE=THISANDFUTURE (RFC 5545 3.2.13).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from core.errors import BadValue
from core.event import Event, Recurrence
from core.expand import Expansion
from core.ics.typed import written
from core.rrule import WEEKDAYS, Freq, Rule, read_rule
from core.rule_days import completed
from core.rule_moving import with_parts
from core.rule_times import Budget
from core.series import Clock, until_wall
from core.when import DAY, Moment, When

_SECOND = timedelta(seconds=1)

# So many days and times may be looked at, to count the dates before the cut.
_LOOKS = 500_000


@dataclass(frozen=True, slots=True)
class Cut:
    """head: the series up to the cut; None where it has no date there. tail: from its own start on, with the
    cut's date in it.
    """

    head: Event | None
    tail: Event


class _Half:
    """One rule before and after the cut. at: the cut, on the clock of the series' start."""

    def __init__(self, text: str, series: Event, at: datetime, clock: Clock) -> None:
        self.text = text
        self._series, self._at, self._clock = series, at, clock
        self.rule: Rule | None = read_rule(text)
        if self.rule is not None:
            start = series.when.start
            until = until_wall(self.rule, start, clock)
            self._expansion = Expansion(self.rule, start.wall_time, until, Budget(_LOOKS))
            found = self._expansion.between(at, datetime.max)
            self.next = next((its for its in islice(found, 2) if its >= at), None)
        else:
            self.next = None

    def head(self, *, counted: bool = True) -> str:
        """counted: the start counts as the first, as that of an RRULE does."""
        if self.next is None or self.rule is None:
            return self.text
        if self.rule.count is not None and counted:
            return with_parts(self.text, COUNT=str(self._count()))
        return with_parts(self.text, COUNT=None, UNTIL=self._until())

    def tail(self, start: datetime) -> str | None:
        """For a series that starts there; None where nothing is left. Raises BadValue, see explicit()."""
        if start == self._series.when.start.wall_time:
            return self.text
        if self.next is None or self.rule is None:
            return None
        text = self.text
        own = self._expansion.names(start)
        if self.rule.count is not None:
            text = with_parts(text, COUNT=str(self.rule.count - self._count() + (not own)))
        skips = "SKIP=" in text.upper()
        return text if own and not skips else self._explicit(text, start)

    def _count(self) -> int:
        """How many of its dates lie before the cut."""
        found = self._expansion.between(self._series.when.start.wall_time, self._at)
        return sum(1 for its in found if its < self._at)

    def _until(self) -> str:
        """The moment before the cut: in UTC, floating, or the day before."""
        start = self._series.when.start
        if start.is_date:
            return written(Moment(self._at.date() - DAY))
        if start.tzid is None:
            return written(Moment(self._at - _SECOND))
        wall = self._at - _SECOND
        while True:
            instant = self._clock.instant(Moment(wall, start.tzid))
            shown = self._clock.wall(instant, start)
            if shown.replace(fold=0) < self._at:
                break
            wall -= timedelta(minutes=30)  # The clocks skip this time, and it would be read as a later one.
        return written(Moment(instant.replace(tzinfo=None), "UTC"))

    def _explicit(self, text: str, start: datetime) -> str:
        """With what it took from its start (RFC 5545 3.3.10). Raises BadValue where that cannot be said."""
        rule = self.rule
        assert rule is not None
        if rule.interval > 1 and not self._expansion.names(start):
            raise BadValue("recurrence", "malformed", self.text)
        first = self._series.when.start.wall_time
        whole = completed(rule, first.date())
        parts: dict[str, str | None] = {}
        if whole.byday != rule.byday:
            parts["BYDAY"] = ",".join(WEEKDAYS[day] for _, day in whole.byday)
        for name in ("bymonth", "bymonthday"):
            if getattr(whole, name) != getattr(rule, name):
                parts[name.upper()] = ",".join(map(str, getattr(whole, name)))
        if not self._series.when.all_day:
            clock = (("BYHOUR", Freq.HOURLY), ("BYMINUTE", Freq.MINUTELY), ("BYSECOND", Freq.SECONDLY))
            for (name, freq), value in zip(clock, (first.hour, first.minute, first.second), strict=True):
                if rule.freq < freq and not getattr(rule, name.lower()):
                    parts[name] = str(value)
        return with_parts(text, **parts)


def cut(series: Event, date: Moment, clock: Clock) -> Cut:
    """Before a date of the series that is not its first. Raises BadValue for rules that fit no other start.

    Rules that cannot be read stay where they are. The tail starts with a date of its rule, even where the
    cut is before a further date (RDATE): else the rule would count from that.
    """
    start, recurrence = series.when.start, series.recurrence
    at = _wall(date, start, clock)
    rules = [_Half(its, series, at, clock) for its in recurrence.rrules]
    if at <= start.wall_time:
        first = start.wall_time  # Further dates may lie before it.
    else:
        first = min((its.next for its in rules if its.next is not None), default=at)
    begun = Moment(first.date() if start.is_date else first, start.tzid)
    when = series.when.starting(begun)
    exrules = [_Half(its, series, at, clock) for its in recurrence.exrules]
    rdates = [(_start(its, start), its) for its in recurrence.rdates]
    instant = clock.instant(date)
    earlier = tuple(its for own, its in rdates if clock.instant(own) < instant)
    later = [its for own, its in rdates if clock.instant(own) >= instant]
    # Whole days are left out on both sides, as some of them may be on either.
    left_out = [(clock.instant(its), its) for its in recurrence.exdates]
    gone = tuple(its for own, its in left_out if own < instant + DAY * its.is_date)
    if at <= start.wall_time:
        head = _of_further(series, earlier, gone)
    else:
        told = tuple(its.head() for its in rules)
        head = replace(
            series, recurrence=Recurrence(_or_once(told, earlier), earlier, gone, recurrence.exrules)
        )
    left = tuple(rule for its in rules if (rule := its.tail(first)) is not None)
    further = tuple(its for its in later if isinstance(its, When) or _start(its, start) != begun)
    return Cut(
        head,
        replace(
            series,
            when=when,
            recurrence=Recurrence(
                _or_once(left, further),
                further,
                tuple(its for own, its in left_out if own >= instant - DAY * its.is_date),
                tuple(rule for its in exrules if (rule := its.tail(first)) is not None),
            ),
        ),
    )


def _of_further(series: Event, dates: tuple[Moment | When, ...], gone: tuple[Moment, ...]) -> Event | None:
    """A series of those dates alone, which begins with one as long as it is, where there is such."""
    if not dates:
        return None
    first = next((its for its in dates if isinstance(its, Moment)), dates[0])
    when = first if isinstance(first, When) else series.when.starting(_start(first, series.when.start))
    others = tuple(its for its in dates if its is not first)
    return replace(series, when=when, recurrence=Recurrence(_or_once((), others), others, gone))


def _or_once(rules: tuple[str, ...], further: tuple[Moment | When, ...]) -> tuple[str, ...]:
    """A series still, where but one date is left: an override may stand for it, which is then shown twice."""
    return rules if rules or further else ("FREQ=DAILY;COUNT=1",)


def _start(its: Moment | When, at: Moment) -> Moment:
    """When a further date begins, if it is that of a series which starts so."""
    own = its.start if isinstance(its, When) else its
    if own.is_date and not at.is_date:
        return Moment(datetime.combine(own.day, at.wall_time.time()), at.tzid)
    return Moment(own.day) if at.is_date else own


def _wall(date: Moment, at: Moment, clock: Clock) -> datetime:
    if date.is_date or at.is_date or date.tzid == at.tzid:
        return date.wall_time
    return clock.wall(clock.instant(date), at)
