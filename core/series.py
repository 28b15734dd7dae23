"""One VEVENT's own times: its start, its rules and its further dates, compared as points in time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from heapq import merge
from typing import Final

from core.errors import EndBeforeStart
from core.event import Event
from core.expand import Expansion
from core.rrule import Freq, Rule, read_rule
from core.rule_times import Budget
from core.when import DAY, Moment, When, Zones

# All of the calendar, but for the days on which some clock is beyond it.
FIRST: Final = datetime(1, 1, 2, tzinfo=UTC)
LAST: Final = datetime(9999, 12, 30, tzinfo=UTC)

_SECOND: Final = timedelta(seconds=1)
_HOUR: Final = timedelta(hours=1)
_CHANGE: Final = 25 * _HOUR  # no clocks were ever changed by more

_LEEWAY: Final = 2 * DAY  # clocks that are changed while it lasts, and an end in another zone

_LOOKS_LEFT_OUT: Final = 200_000  # at days and times, for the dates of EXRULEs

_ALL: Final = datetime.max - datetime.min

# About how long a period is, to look for a last occurrence from the end.
_PERIODS: Final = {
    Freq.YEARLY: 366 * DAY,
    Freq.MONTHLY: 31 * DAY,
    Freq.WEEKLY: 7 * DAY,
    Freq.DAILY: DAY,
    Freq.HOURLY: _HOUR,
    Freq.MINUTELY: timedelta(minutes=1),
    Freq.SECONDLY: _SECOND,
}


class Clock:
    """Wall times to points in time and back. local: the zone of dates, floating times and unknown TZIDs."""

    def __init__(self, local: tzinfo, zones: Zones) -> None:
        self._local = local
        self._zones = zones

    def instant(self, moment: Moment) -> datetime:
        """In UTC."""
        return moment.instant(self._local, self._zones)

    def zone(self, at: Moment) -> tzinfo:
        """The one that a moment hangs on."""
        return at.zone(self._local, self._zones)

    def end(self, when: When) -> datetime:
        """In UTC, at least a second after the start, so that a moment is part of its day."""
        return max(self.instant(when.end), later(self.instant(when.start), _SECOND))

    def wall(self, instant: datetime, at: Moment) -> datetime:
        """What the clock that a moment hangs on shows."""
        try:
            return instant.astimezone(self.zone(at)).replace(tzinfo=None)
        except OverflowError:
            return instant.replace(tzinfo=None)

    def skipped_before(self, instant: datetime, at: Moment) -> timedelta:
        """By how much that clock was put forward in the day before; below zero where it was put back."""
        before = later(instant, -_CHANGE)
        return self.wall(instant, at) - self.wall(before, at) - (instant - before)


class Names:
    """Moments that name occurrences: by EXDATE, or by RECURRENCE-ID.

    A time names the occurrence at that instant, in whatever zone it is written; a floating one is on the
    occurrence's own clock. A date names all of its day, and a time names the day of an all-day occurrence.
    """

    def __init__(self, clock: Clock, moments: Iterable[Moment] = ()) -> None:
        self._clock = clock
        self._days: set[date] = set()
        self._timed_days: set[date] = set()
        self._walls: set[date] = set()
        self._instants: set[datetime] = set()
        for moment in moments:
            self.add(moment)

    def add(self, moment: Moment) -> None:
        if not isinstance(moment.wall, datetime):
            self._days.add(moment.wall)
            return
        if moment.is_floating:
            self._walls.add(moment.wall)
        else:
            self._instants.add(self._clock.instant(moment))
        if moment.tzid == "UTC" and moment.wall.time() != time():
            # Midnight somewhere, which other programs write for a day.
            self._timed_days.add(self._clock.wall(self._clock.instant(moment), Moment(moment.day)).date())
        else:
            self._timed_days.add(moment.day)

    def __bool__(self) -> bool:
        return bool(self._days or self._timed_days)

    def has(self, moment: Moment) -> bool:
        """Whether an occurrence with this start is named."""
        if moment.is_date:
            return moment.wall in self._days or moment.wall in self._timed_days
        return (
            moment.day in self._days
            or moment.wall in self._walls
            or (bool(self._instants) and self._clock.instant(moment) in self._instants)
        )


class LeftOut:
    """The dates that a VEVENT leaves out: by EXDATE, and by EXRULE as far as a budget goes.

    names: of its EXDATEs, where they are made already.
    """

    def __init__(self, event: Event, clock: Clock, names: Names | None = None) -> None:
        self._names = Names(clock, event.recurrence.exdates) if names is None else names
        self._clock = clock
        self._start = start = event.when.start
        rules = filter(None, map(read_rule, dict.fromkeys(event.recurrence.exrules)))
        budget = Budget(_LOOKS_LEFT_OUT)
        self._rules = [
            Expansion(rule, start.wall_time, until_wall(rule, start, clock), budget) for rule in rules
        ]

    def __bool__(self) -> bool:
        return bool(self._names or self._rules)

    def has(self, moment: Moment) -> bool:
        """Whether an occurrence with this start is left out."""
        return self._names.has(moment) or any(its.names(self._wall(moment)) for its in self._rules)

    def _wall(self, moment: Moment) -> datetime:
        if moment.tzid == self._start.tzid or moment.tzid is None:
            return moment.wall_time
        return self._clock.wall(self._clock.instant(moment), self._start)


class Further:
    """The dates that a VEVENT names one by one: its start and its RDATEs, in their order.

    periods: those that have a length of their own.
    """

    def __init__(self, event: Event, clock: Clock) -> None:
        self._when = event.when
        self.periods = [its for its in event.recurrence.rdates if isinstance(its, When)]
        self.dates = [event.when]
        for its in event.recurrence.rdates:
            if isinstance(its, Moment):
                with suppress(OverflowError):  # It would end after the year 9999.
                    self.dates.append(self._when_of(its))
        self._ordered = [
            sorted(((clock.instant(its.start), its) for its in whens), key=_first)
            for whens in (self.periods, self.dates)
        ]
        self._longest = max(its.length for its in (event.when, *self.periods)) + _LEEWAY

    def between(self, first: datetime, last: datetime) -> Sequence[Sequence[tuple[datetime, When]]]:
        """Periods, and others, each behind its start in UTC: what touches the range, and some beside it."""
        low = later(first, -self._longest)
        return [
            ordered[bisect_left(ordered, low, key=_first) : bisect_left(ordered, last, key=_first)]
            for ordered in self._ordered
        ]

    def _when_of(self, its: Moment) -> When:
        start = self._when.start
        if start.is_date:
            return self._when.starting(Moment(its.day))
        if its.is_date:
            its = Moment(datetime.combine(its.day, start.wall_time.time()), start.tzid)
        return _starting(self._when, its)


class Series:
    """What a VEVENT says of when it takes place, its left-out dates aside.

    further: its own, where they are made already.
    """

    def __init__(self, event: Event, clock: Clock, further: Further | None = None) -> None:
        self._when = event.when
        self._clock = clock
        self._zone = clock.zone(event.when.start)
        self._start = event.when.start.wall_time
        self._budget = Budget()
        rules = filter(None, map(read_rule, dict.fromkeys(event.recurrence.rrules)))
        self._expansions = [
            (rule, Expansion(rule, self._start, until_wall(rule, event.when.start, clock), self._budget))
            for rule in rules
        ]
        self._alone = len(self._expansions) == 1 and not event.recurrence.rdates
        self._further = Further(event, clock) if further is None else further

    @property
    def expansions(self) -> Sequence[tuple[Rule, Expansion]]:
        """The rules that can be read, each with its times on the start's own clock."""
        return self._expansions

    @property
    def is_endless(self) -> bool:
        return any(expansion.bound is None for _, expansion in self._expansions)

    def between(
        self, first: datetime, last: datetime, *, starting: bool = False
    ) -> Iterator[tuple[datetime, When]]:
        """Starts in UTC, and the times, once each; those that touch the range (UTC), and some beside it.

        starting: of those that start in it alone.
        """
        low, high = self._starts(first, last) if starting else self._walls(first, last)
        walls = [expansion.between(low, high) for _, expansion in self._expansions]
        if self._alone:
            return self._placed(walls[0])
        # Of two at one time a period, which has its own length; else the rule's, written as the start is.
        ruled = self._placed(merge(*walls))
        periods, dates = self._further.between(first, last)
        return _once(merge(periods, ruled, dates, key=_first))

    def ends(self, left_out: LeftOut) -> Iterator[datetime]:
        """The ends, in UTC, of what comes last: of each rule, and of each further date."""
        for when in (*self._further.dates, *self._further.periods):
            if not left_out.has(when.start):
                yield self._clock.end(when)
        for rule, expansion in self._expansions:
            for when in self._last(rule, expansion, left_out):
                yield self._clock.end(when)

    def _last(self, rule: Rule, expansion: Expansion, left_out: LeftOut) -> Iterator[When]:
        """The last time that is not left out, if there is one; where it is too far to find, the bound."""
        bound = expansion.bound
        if bound is None:
            return
        window = min(_PERIODS[rule.freq] * min(rule.interval, 1000), _ALL)
        low = bound
        while low > self._start and self._budget.left > 0:
            low = max(self._start, later(low, -window))
            found = [its for _, its in self._placed(expansion.between(low, bound))]
            kept = next((its for its in reversed(found) if not left_out.has(its.start)), None)
            if kept is not None:
                yield kept
                return
            window = min(window * 8, _ALL)
        if low > self._start:
            yield from (its for _, its in self._placed(iter([bound])))

    def _placed(self, walls: Iterable[datetime]) -> Iterator[tuple[datetime, When]]:
        start, end, zone = self._when.start, self._when.end, self._zone
        length = self._when.length if start.tzid == end.tzid else None
        whole_days, tzid = start.is_date, start.tzid
        for wall in walls:
            # In short what Moment.instant() and When.starting() do, as most of the time is spent here.
            try:
                instant = wall.replace(tzinfo=zone).astimezone(UTC)
            except OverflowError:
                instant = wall.replace(tzinfo=UTC)
            shown = wall.date() if whole_days else wall
            moment = Moment(shown, tzid)
            try:
                its = (
                    _starting(self._when, moment)
                    if length is None
                    else When(moment, Moment(shown + length, tzid))
                )
            except OverflowError:
                return  # It would end after the year 9999.
            yield instant, its

    def _starts(self, first: datetime, last: datetime) -> tuple[datetime, datetime]:
        """From when to when one, on its own clock, can lie in a range in UTC."""
        start, clock, none = self._when.start, self._clock, timedelta()
        low = later(clock.wall(first, start), -max(clock.skipped_before(first, start), none))
        return low, later(clock.wall(last, start), max(-clock.skipped_before(last, start), none))

    def _walls(self, first: datetime, last: datetime) -> tuple[datetime, datetime]:
        """From when to when a start, on its own clock, can touch a range in UTC."""
        start, end = self._when.start, self._when.end
        low = later(self._clock.wall(first, start), -self._when.length)
        if start.tzid != end.tzid or self._clock.skipped_before(first, start):
            low = later(low, -_CHANGE)
        return low, later(self._clock.wall(last, start), _HOUR)


def until_wall(rule: Rule, start: Moment, clock: Clock) -> datetime | None:
    """UNTIL on the start's own clock: a date counts to its end, and for days only dates count."""
    until = rule.until
    if until is None:
        return None
    if start.is_date:
        return Moment(until.day).wall_time
    if until.is_date:
        return datetime.combine(until.day, time.max)
    if until.tzid is None:
        return until.wall_time
    instant = clock.instant(until)
    wall = clock.wall(instant, start)
    if not wall.fold:
        return wall
    # In the hour that comes twice: its first time lies before, as far as the clock shows it.
    wall = wall.replace(fold=0)
    after = bisect_right(
        range(86_400), instant, key=lambda its: clock.instant(Moment(wall + its * _SECOND, start.tzid))
    )
    return wall + (after - 1) * _SECOND


def _starting(when: When, start: Moment) -> When:
    try:
        return when.starting(start)
    except EndBeforeStart:
        return When(start, start)  # From one zone to another, where only one of them changes its clocks.


def _once(pairs: Iterable[tuple[datetime, When]]) -> Iterator[tuple[datetime, When]]:
    """The first of those at one instant."""
    seen: set[datetime] = set()
    for pair in pairs:
        if pair[0] not in seen:
            seen.add(pair[0])
            yield pair


def later(instant: datetime, span: timedelta) -> datetime:
    """Kept between the years 1 and 9999."""
    try:
        return instant + span
    except OverflowError:
        edge = datetime.max if span > timedelta() else datetime.min
        return edge.replace(tzinfo=instant.tzinfo)


def _first(pair: tuple[datetime, When]) -> datetime:
    return pair[0]
