"""Series as most are, in integers: one rule of a common shape that names its own start.

It gives what core.recurrence gives, which takes several times as long for a month; a test holds them
together. Whatever is unlike most is left to core.recurrence.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from core.rrule import Freq, Rule

# Between these no date is near an end of the calendar.
_FIRST: Final = datetime(1900, 1, 1)
_LAST: Final = datetime(2200, 1, 1)
_EPOCH: Final = datetime(1970, 1, 1)
_EPOCH_UTC: Final = _EPOCH.replace(tzinfo=UTC)
_EPOCH_DAY: Final = _EPOCH.toordinal()
_FIRST_DAY: Final = _FIRST.toordinal()
_LAST_DAY: Final = _LAST.toordinal()
_DAY: Final = 86_400
_SECOND: Final = timedelta(seconds=1)
_EARLIEST: Final = (_FIRST - _EPOCH) // _SECOND
_LATEST: Final = (_LAST - _EPOCH) // _SECOND

# Within it no series that goes by days has more dates than core.recurrence gives.
_LONGEST: Final = 9_000 * _DAY
_LONGEST_EVENT: Final = 100 * _DAY

# Days remembered of a clock, at most.
_MOST_DAYS: Final = 20_000


def _no_offsets() -> dict[int, int | None]:
    return {}


@dataclass(frozen=True, slots=True)
class WallClock:
    """What a zone's clocks show, as points in time, both in seconds from 1970."""

    zone: tzinfo
    # By the day: its only offset, or None where they are changed.
    _offsets: dict[int, int | None] = field(default_factory=_no_offsets, compare=False, repr=False)

    def instant(self, wall: int) -> int:
        """As Moment.instant() has it."""
        day = wall // _DAY
        try:
            offset = self._offsets[day]
        except KeyError:
            offset = self._learn(day)
        return wall - (self._offset(wall) if offset is None else offset)

    def _learn(self, day: int) -> int | None:
        # None of IANA's has changed twice within four days; one that a file makes up may, and for a minute.
        usual = self.zone is UTC or isinstance(self.zone, ZoneInfo)
        found = {self._offset(its * _DAY) for its in (day, day + 1)} if usual else set()
        if len(self._offsets) > _MOST_DAYS:
            self._offsets.clear()
        self._offsets[day] = found.pop() if len(found) == 1 else None
        return self._offsets[day]

    def _offset(self, wall: int) -> int:
        shown = _EPOCH + timedelta(seconds=wall)
        return wall - (shown.replace(tzinfo=self.zone) - _EPOCH_UTC) // _SECOND


# Tuples are made in a third of the time that dataclasses take, and a month takes thousands of them.


class _Every(NamedTuple):
    """Each so many days. between(), of each shape: its ordinals, both ends included, in their order."""

    start: int
    interval: int

    def between(self, low: int, high: int) -> Iterable[int]:
        return range(low + (self.start - low) % self.interval, high + 1, self.interval)


class _Weekly(NamedTuple):
    """Some days of each so many weeks. zero: the first day of the first week. step: in days."""

    zero: int
    step: int
    offsets: tuple[int, ...]

    def between(self, low: int, high: int) -> Iterable[int]:
        first = self.zero + (low - self.zero) // self.step * self.step
        weeks = range(first, high + 1, self.step)
        return [week + its for week in weeks for its in self.offsets if low <= week + its <= high]


class _Monthly(NamedTuple):
    """A day of each so many months, which all have; or day 0 and the nth weekday, -1 for the last.

    zero: the first month, counted from the year 0.
    """

    zero: int
    interval: int
    day: int
    n: int = 0
    weekday: int = 0

    def between(self, low: int, high: int) -> Iterable[int]:
        first = date.fromordinal(low)
        month = first.year * 12 + first.month - 1
        month += (self.zero - month) % self.interval
        found = []
        while (day := self.of(month)) <= high:
            if day >= low:
                found.append(day)
            month += self.interval
        return found

    def of(self, month: int) -> int:
        """The ordinal of its day in a month, counted from the year 0."""
        if self.n < 0:
            year, its = divmod(month + 1, 12)
            last = date(year, its + 1, 1).toordinal() - 1
            return last - (last - 1 - self.weekday) % 7
        year, its = divmod(month, 12)
        if self.day:
            return date(year, its + 1, self.day).toordinal()
        first = date(year, its + 1, 1).toordinal()
        return first + (self.weekday - (first - 1)) % 7 + 7 * (self.n - 1)


_Days = _Every | _Weekly | _Monthly


class PlainSeries(NamedTuple):
    """start, left_out: ordinals of days. time: of the day, and length: both on the wall, in seconds."""

    start: int
    time: int
    length: int
    clock: WallClock
    days: _Days
    left_out: frozenset[int]

    def starts(self, first: int | None, last: int | None, end: int | None) -> list[int] | None:
        """Those whose dates touch a stretch, its end excluded, all in seconds from 1970.

        end: of the last date, as core.recurrence.series_end() has it. Gives None for an open or long stretch.
        """
        if first is None or last is None or not _EARLIEST < first < last <= first + _LONGEST < _LATEST:
            return None
        instant, length = self.clock.instant, self.length
        # No clock is a day off.
        low = max((first - length) // _DAY + _EPOCH_DAY - 2, self.start)
        may_end = end is not None and end < last + length + 2 * _DAY
        found = []
        for day in self.days.between(low, last // _DAY + _EPOCH_DAY + 1):
            wall = (day - _EPOCH_DAY) * _DAY + self.time
            at = instant(wall)
            if at >= last:
                break
            if at < first or may_end:
                # An end is at least a second after its start.
                its_end = max(instant(wall + length), at + 1)
                if its_end <= first:
                    continue
                if end is not None and its_end > end:
                    break
            if day not in self.left_out:
                found.append(at)
        return found


def is_plain(rule: Rule) -> bool:
    """Whether it may be the rule of a plain series, if that starts well; its end is left aside."""
    named = Rule(
        rule.freq,
        rule.interval,
        rule.count,
        rule.until,
        byday=rule.byday,
        bymonthday=rule.bymonthday,
        bymonth=rule.bymonth,
        wkst=rule.wkst,
    )
    months = rule.freq is Freq.YEARLY and len(rule.bymonth) == 1
    return rule == named and rule.interval <= 1_000 and (months or not rule.bymonth)


def plain_series(
    rule: Rule, start: date, end: date, clock: WallClock, left_out: frozenset[int] = frozenset()
) -> PlainSeries | None:
    """Of a rule that is_plain(), and wall times on one clock, or days; None for what is not plain.

    left_out: the ordinals of the days on which no date is, on that clock.
    """
    first, time = start.toordinal(), _time(start)
    length = (end.toordinal() - first) * _DAY + _time(end) - time
    if not _FIRST_DAY < first < _LAST_DAY or not 0 <= length < _LONGEST_EVENT:
        return None
    days = _days_of(rule, start, first)
    return PlainSeries(first, time, length, clock, days, left_out) if days else None


def _time(wall: date) -> int:
    return wall.hour * 3_600 + wall.minute * 60 + wall.second if isinstance(wall, datetime) else 0


def _days_of(rule: Rule, start: date, first: int) -> _Days | None:
    """None for another shape, or for a start that the rule does not name."""
    freq = rule.freq
    if freq is Freq.WEEKLY or (freq is Freq.DAILY and rule.byday and rule.interval == 1):
        return _weekly(rule, start, first) if not rule.bymonthday else None
    if freq is Freq.DAILY:
        return _Every(first, rule.interval) if not (rule.byday or rule.bymonthday) else None
    if freq is Freq.MONTHLY:
        return _monthly(rule, start, rule.interval)
    # Without a month, a weekday or a day of the month is one of the whole year.
    by_month = rule.bymonth == (start.month,) or not (rule.bymonth or rule.byday or rule.bymonthday)
    return _monthly(rule, start, 12 * rule.interval) if freq is Freq.YEARLY and by_month else None


def _monthly(rule: Rule, start: date, interval: int) -> _Days | None:
    zero = start.year * 12 + start.month - 1
    if not rule.byday:
        named = start.day <= 28 and rule.bymonthday in ((), (start.day,))
        return _Monthly(zero, interval, start.day) if named else None
    if len(rule.byday) > 1 or rule.bymonthday:
        return None
    n, weekday = rule.byday[0]
    if weekday != start.weekday() or not (0 < n < 5 or n == -1):
        return None
    nth = (start.day + 6) // 7 == n if n > 0 else start.day + 7 > monthrange(start.year, start.month)[1]
    return _Monthly(zero, interval, 0, n, weekday) if nth else None


def _weekly(rule: Rule, start: date, first: int) -> _Days | None:
    weekdays = [weekday for _, weekday in rule.byday] or [start.weekday()]
    if any(n for n, _ in rule.byday) or start.weekday() not in weekdays:
        return None
    if len(weekdays) == 1:
        return _Every(first, 7 * rule.interval)
    zero = first - (start.weekday() - rule.wkst) % 7
    return _Weekly(zero, 7 * rule.interval, tuple(sorted((its - rule.wkst) % 7 for its in weekdays)))
