"""A series that starts elsewhere: its rules, its further dates and its left-out ones go along.

What names a date of the rules (EXDATE, RECURRENCE-ID, UNTIL's last) names the date of the same number
afterwards, whatever the rules make of the new start; further dates keep their distance from it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice, pairwise

from core.event import Event, Recurrence
from core.ics.typed import written
from core.recurrence import occurrences
from core.rrule import read_rule
from core.rule_moving import followed, with_parts
from core.series import FIRST, LAST, Clock, Names, later
from core.when import DAY, Moment, When, Zones

_LAST_SECOND = time(23, 59, 59)


class Move:
    """Of a series from its time to another. local, zones: where dates and TZIDs are read."""

    def __init__(self, event: Event, when: When, local: tzinfo, zones: Zones) -> None:
        self._old, self._new = event.when.start, when.start
        self._local, self._zones = local, zones
        self._clock = Clock(local, zones)
        self._span = self._new.wall_time - self._old.wall_time
        self._before = Event("", event.when)
        self._after = Event("", when)
        rules = event.recurrence.rrules
        rrules = tuple(map(self._rule, rules))
        named = self._named(rules, rrules, event.recurrence.exdates)
        self.recurrence = Recurrence(
            rrules,
            tuple(its for old in event.recurrence.rdates if (its := self._further(old)) is not None),
            tuple(dict.fromkeys(new for its in event.recurrence.exdates for new in named[its])),
            tuple(map(self._rule, event.recurrence.exrules)),
        )
        self._rules = rules

    def overrides(self, events: Sequence[Event]) -> dict[Event, Event]:
        """{override: what it is afterwards}. It goes along with its date: with its time where it has none of
        its own, else with its day where it has none of its own.
        """
        ids = [its.recurrence_id for its in events if its.recurrence_id is not None]
        named = self._named(self._rules, self.recurrence.rrules, ids)
        found: dict[Event, Event] = {}
        for its in events:
            if its.recurrence_id is not None and named[its.recurrence_id]:
                name = named[its.recurrence_id][0]
                when = self._along(its, name) if self._stands(its) else self._days_on(its, name)
                found[its] = replace(its, recurrence_id=name, when=when)
        return found

    def _stands(self, override: Event) -> bool:
        start, name = override.when.start, override.recurrence_id
        if name is None or start.is_date != name.is_date:
            return False
        return self._clock.instant(start) == self._clock.instant(name)

    def _along(self, override: Event, start: Moment) -> When:
        before = self._before.when
        as_long = (override.when.all_day, override.when.length) == (before.all_day, before.length)
        try:
            return (self._after.when if as_long else override.when).starting(start)
        except OverflowError:
            return override.when

    def _days_on(self, override: Event, name: Moment) -> When:
        """At its own time, on the day of its date's new name; where it was on another day, as it is."""
        start = override.when.start
        assert override.recurrence_id is not None
        own, named = self._day(start), self._wall(override.recurrence_id).date()
        try:
            return override.when.starting(start.plus(name.day - named)) if own == named else override.when
        except OverflowError:
            return override.when

    def _day(self, start: Moment) -> date:
        """Of an override, beside a date of the series."""
        if start.is_date or self._old.is_date:
            return start.day
        return self._clock.wall(self._clock.instant(start), self._old).date()

    # Dates by their number

    def _dates(self, event: Event, rules: tuple[str, ...], first: datetime = FIRST) -> Iterator[Moment]:
        """first: from when on they end, in UTC."""
        series = replace(event, recurrence=Recurrence(rules))
        found = occurrences([series], first, LAST, local=self._local, zones=self._zones)
        return (its.when.start for its in found)

    def _named(
        self, old: tuple[str, ...], new: tuple[str, ...], moments: Iterable[Moment]
    ) -> dict[Moment, list[Moment]]:
        """{moment: the new dates of those that it names}."""
        found: dict[Moment, list[Moment]] = {its: [] for its in moments}
        if not found:
            return {}
        names = {its: Names(self._clock, [its]) for its in found}
        last = later(max(map(self._clock.instant, found)), 2 * DAY)
        every = Names(self._clock, found)
        pairs = zip(self._dates(self._before, old), self._dates(self._after, new), strict=False)
        for before, after in pairs:
            if self._clock.instant(before) > last:
                break
            if every.has(before):
                for its in [its for its, name in names.items() if name.has(before)]:
                    found[its].append(after)
        for its, dates in found.items():
            if not dates and (shifted := self._shifted(its)) is not None:
                dates.append(shifted)
        return found

    # Dates by their distance

    def _shifted(self, its: Moment) -> Moment | None:
        """As far from the new start as from the old one; None where that is outside the calendar."""
        try:
            if self._new.is_date:
                return Moment(self._wall(its).date() + (self._new.day - self._old.day))
            wall = self._wall(its) + self._span
        except OverflowError:
            return None
        return Moment(wall.date()) if its.is_date and not self._old.is_date else Moment(wall, self._new.tzid)

    def _wall(self, its: Moment) -> datetime:
        """On the old start's clock."""
        if self._old.is_date:
            # Midnight somewhere, which other programs write for a day.
            return Moment(its.plus(12 * timedelta(hours=its.tzid == "UTC")).day).wall_time
        if its.is_date:
            return datetime.combine(its.day, self._old.wall_time.time())
        if its.tzid == self._old.tzid or its.is_floating:
            return its.wall_time
        return self._clock.wall(self._clock.instant(its), self._old).replace(fold=0)

    def _further(self, its: Moment | When) -> Moment | When | None:
        if isinstance(its, Moment):
            return self._shifted(its)
        start = self._shifted(its.start)
        if start is None or start.is_date != its.start.is_date:
            return start
        try:
            return its.starting(start)
        except OverflowError:
            return None

    # Rules

    def _rule(self, rule: str) -> str:
        moved = followed(rule, self._old, self._new)
        read = read_rule(rule)
        if read is None or read.until is None or (until := self._until(rule, moved, read.until)) is None:
            return moved
        return with_parts(moved, UNTIL=until)

    def _until(self, rule: str, moved: str, until: Moment) -> str | None:
        """The same day where it still parts the last date from the next one, as somebody chose it; else as
        far behind the last date as before, and before the next one; None where there is no such day.
        """
        end = self._end(until)
        free = with_parts(moved, UNTIL=None)
        dates = zip(
            self._dates(self._before, (rule,)), pairwise(self._dates(self._after, (free,))), strict=False
        )
        last = next(iter(deque(dates, maxlen=1)), None)
        try:
            wall = end + self._span
            if last is not None and not self._goes_on(rule, last[0]):
                old, (new, following) = last
                # A time that was the last date's own was chosen for that.
                chosen = self._old.is_date or end != old.wall_time
                stays = chosen and new.wall_time <= end < following.wall_time
                wall = end if stays else new.wall_time + (end - old.wall_time)
                if not new.wall_time <= wall < following.wall_time:
                    wall = new.wall_time
        except OverflowError:
            return None
        if self._new.is_date or self._new.tzid is None:
            return written(Moment(wall.date() if self._new.is_date else wall))
        instant = self._clock.instant(Moment(wall, self._new.tzid))
        return written(Moment(instant.replace(tzinfo=None), "UTC"))

    def _goes_on(self, rule: str, last: Moment) -> bool:
        """Behind what was counted, as that has its bounds."""
        dates = self._dates(self._before, (rule,), self._clock.instant(last))
        return any(self._clock.instant(its) > self._clock.instant(last) for its in islice(dates, 99))

    def _end(self, until: Moment) -> datetime:
        if self._old.is_date:
            return Moment(until.day).wall_time
        return datetime.combine(until.day, _LAST_SECOND) if until.is_date else self._wall(until)
