"""Series as most are, in integers: one VEVENT, one rule of a common shape whose first date is its start.

It gives what core.recurrence gives, which takes several times as long for a month; a test holds them
together. Whatever is unlike most is left to core.recurrence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

from core.rrule import Freq, Rule
from core.when import DAY, Moment

# Between these no date is near an end of the calendar.
_FIRST: Final = datetime(1900, 1, 1)
_LAST: Final = datetime(2200, 1, 1)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY: Final = _EPOCH.toordinal()
_EARLIEST: Final = (_FIRST.replace(tzinfo=UTC) - _EPOCH) // timedelta(seconds=1)
_LATEST: Final = (_LAST.replace(tzinfo=UTC) - _EPOCH) // timedelta(seconds=1)
_DAY: Final = 86_400

_SECOND: Final = timedelta(seconds=1)

# Within it no series that goes by days has more dates than core.recurrence gives.
_LONGEST: Final = 400 * _DAY

# The days of a rule from one ordinal to another, in their order; some beside them do no harm.
Days = Callable[[int, int], Iterator[int]]


@dataclass(frozen=True, slots=True)
class PlainSeries:
    """start: its wall time, midnight for days. length: on the wall. last: its last ordinal, if it has one."""

    start: datetime
    length: timedelta
    zone: tzinfo
    days: Days
    last: int

    def starts(self, first: int | None, last: int | None) -> Iterator[int] | None:
        """Those whose dates touch a stretch, its end excluded, all in seconds from 1970.

        None for one that is open or long.
        """
        if first is None or last is None or not _EARLIEST < first < last <= first + _LONGEST < _LATEST:
            return None
        return self._starts(first, last)

    def _starts(self, first: int, last: int) -> Iterator[int]:
        start, length, zone = self.start, self.length, self.zone
        time = start - datetime.combine(start, datetime.min.time())
        # No clock is a day off.
        low = max(first // _DAY + _EPOCH_DAY - 2 - length.days, start.toordinal())
        high = min(last // _DAY + _EPOCH_DAY + 1, self.last)
        for day in self.days(low, high):
            if not low <= day <= high:
                continue
            wall = datetime.fromordinal(day) + time
            at = _seconds(wall.replace(tzinfo=zone))
            if at >= last:
                return
            # An end is at least a second after its start.
            if at >= first or max(_seconds((wall + length).replace(tzinfo=zone)), at + 1) > first:
                yield at


def _seconds(instant: datetime) -> int:
    return (instant - _EPOCH) // _SECOND


def plain_series(rule: Rule, start: Moment, length: timedelta, zone: tzinfo) -> PlainSeries | None:
    """From DTSTART, the wall time from there to DTEND, and the start's zone; None for what is not plain."""
    wall = start.wall_time
    if not _FIRST < wall < _LAST or not timedelta() <= length < 100 * DAY or rule.interval > 1_000:
        return None
    parts = Rule(
        rule.freq,
        rule.interval,
        rule.count,
        rule.until,
        byday=rule.byday,
        bymonthday=rule.bymonthday,
        wkst=rule.wkst,
    )
    days = _days_of(rule, wall.date()) if rule == parts else None
    if days is None:
        return None
    last = _until(rule, start, zone)
    counted = _counted(rule, wall.date())
    if last is None or counted is None:
        return None
    return PlainSeries(wall, length, zone, days, max(min(last, counted), wall.toordinal()))


def _until(rule: Rule, start: Moment, zone: tzinfo) -> int | None:
    """The ordinal of the last day on which UNTIL lets a date begin; None where that is hard to tell."""
    until, wall = rule.until, start.wall_time
    if until is None:
        return date.max.toordinal()
    if start.is_date or until.is_date:
        return until.day.toordinal()
    shown = until.wall_time
    if until.tzid is not None:
        if not _FIRST < shown < _LAST:
            return None
        shown = shown.replace(tzinfo=UTC).astimezone(zone)
        if shown.fold:
            return None
    return shown.toordinal() - (shown.time() < wall.time())


def _days_of(rule: Rule, start: date) -> Days | None:
    """None for another shape, or for a start that the rule does not name."""
    match rule.freq:
        case Freq.DAILY if not (rule.byday or rule.bymonthday):
            return _Every(start.toordinal(), rule.interval)
        case Freq.WEEKLY if not rule.bymonthday:
            return _weekly(rule, start)
        case Freq.MONTHLY if len(rule.byday) == 1 and not rule.bymonthday:
            n, weekday = rule.byday[0]
            named = n == (start.day + 6) // 7 and weekday == start.weekday()
            return _Monthly(start, rule.interval, 0, (n, weekday)) if named and n < 5 else None
        case Freq.MONTHLY if not rule.byday and rule.bymonthday in ((), (start.day,)):
            return _Monthly(start, rule.interval, start.day) if start.day <= 28 else None
        case Freq.YEARLY if not (rule.byday or rule.bymonthday):
            return _Monthly(start, 12 * rule.interval, start.day) if start.day <= 28 else None
    return None


def _weekly(rule: Rule, start: date) -> Days | None:
    weekdays = [weekday for _, weekday in rule.byday] or [start.weekday()]
    if any(n for n, _ in rule.byday) or start.weekday() not in weekdays:
        return None
    zero = start.toordinal() - (start.weekday() - rule.wkst) % 7
    return _Weekly(zero, rule.interval, tuple(sorted((its - rule.wkst) % 7 for its in weekdays)))


@dataclass(frozen=True, slots=True)
class _Every:
    """Each so many days."""

    start: int
    interval: int

    def __call__(self, low: int, high: int) -> Iterator[int]:
        return iter(range(low + (self.start - low) % self.interval, high + 1, self.interval))


@dataclass(frozen=True, slots=True)
class _Weekly:
    """Some days of each so many weeks. zero: the first day of the first week."""

    zero: int
    interval: int
    offsets: tuple[int, ...]

    def __call__(self, low: int, high: int) -> Iterator[int]:
        step = 7 * self.interval
        first = self.zero + (low - self.zero) // step * step
        return (week + its for week in range(first, high + 1, step) for its in self.offsets)


@dataclass(frozen=True, slots=True)
class _Monthly:
    """A day of each so many months, which all of them have. nth: a weekday instead, as Rule.byday has it."""

    start: date
    interval: int
    day: int
    nth: tuple[int, int] = (0, 0)

    def __call__(self, low: int, high: int) -> Iterator[int]:
        zero, first = self.start.year * 12 + self.start.month - 1, date.fromordinal(low)
        month = first.year * 12 + first.month - 1
        month += (zero - month) % self.interval
        while (day := self.of(month)) <= high:
            yield day
            month += self.interval

    def of(self, month: int) -> int:
        """The ordinal of its day in a month, counted from the year 0."""
        year, its = divmod(month, 12)
        if self.day:
            return date(year, its + 1, self.day).toordinal()
        first, (n, weekday) = date(year, its + 1, 1).toordinal(), self.nth
        return first + (weekday - (first - 1)) % 7 + 7 * (n - 1)


def _counted(rule: Rule, start: date) -> int | None:
    """The ordinal of the last date that COUNT leaves; None where that is far away."""
    if rule.count is None:
        return date.max.toordinal()
    if rule.count * rule.interval > 10_000:
        return None
    steps = (rule.count - 1) * rule.interval
    match _days_of(rule, start):
        case _Every(zero):
            return zero + steps
        case _Weekly(zero, interval, offsets):
            place = offsets.index(start.toordinal() - zero) + rule.count - 1
            return zero + place // len(offsets) * 7 * interval + offsets[place % len(offsets)]
        case _Monthly() as monthly:
            months = steps * (12 if rule.freq is Freq.YEARLY else 1)
            month = start.year * 12 + start.month - 1 + months
            return monthly.of(month) if month < 12 * date.max.year else None
    return None
