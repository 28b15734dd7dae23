"""The wall times that a rule names: by days, and within the day for the rules that go by hours and less."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import count, product
from typing import Final, Protocol

from core.rrule import Freq, Rule
from core.rule_days import RuleDays

_DAY: Final = 86_400
_LAST: Final = date.max.toordinal()
_UNITS: Final = {Freq.HOURLY: 3600, Freq.MINUTELY: 60, Freq.SECONDLY: 1}


class Budget:
    """How many days and times may still be looked at: what would cost more is given up."""

    def __init__(self, looks: int = 20_000) -> None:
        self.left = looks

    def spend(self, looks: int = 1) -> bool:
        """Whether there was that much left."""
        self.left -= looks
        return self.left >= 0


class Times(Protocol):
    """A rule's times, a period at a time. Those of the start's own period may lie before the start."""

    @property
    def every(self) -> int | None:
        """How many each period has, where that is the same for all; else None."""

    def of(self, period: int) -> Iterator[datetime]:
        """Those of one period, in their order."""

    def between(self, first: datetime, last: datetime) -> Iterator[datetime]:
        """From the period with first in it to the one with last, as far as the budget goes."""


def times_of(rule: Rule, start: datetime, budget: Budget) -> Times:
    """The times of a rule that starts there."""
    days = RuleDays(rule, start.date())
    return ByHours(days, start, budget) if rule.freq in _UNITS else ByDays(days, start, budget)


class ByDays:
    """Rules by the day or more: days, at times that are the same each day."""

    def __init__(self, days: RuleDays, start: datetime, budget: Budget) -> None:
        rule = days.rule
        self._days = days
        self._budget = budget
        self._setpos = rule.bysetpos
        self._clock = _Clock(
            rule.byhour or (start.hour,), rule.byminute or (start.minute,), rule.bysecond or (start.second,)
        )
        one = len(self._clock) == 1 and not self._setpos
        self._one_time = timedelta(seconds=self._clock[0]) if one else None

    @property
    def every(self) -> int | None:
        every = self._days.every
        if every is None:
            return None
        return len(self._spots(every)) if self._setpos else every * len(self._clock)

    def of(self, period: int) -> Iterator[datetime]:
        found = self._days.of(period)
        return self._times(found[1], 0) if found else iter(())

    def between(self, first: datetime, last: datetime) -> Iterator[datetime]:
        days, budget = self._days, self._budget
        cost, cycle, end = days.cost, days.cycle, last.toordinal()
        from_day, from_second = first.toordinal(), first.toordinal() * _DAY + _second(first)
        empty = 0
        for period in count(days.period_of(first.date())):
            found = days.of(period)
            if found is None or found[0] > end or empty > cycle:
                return
            if not budget.spend(cost + len(found[1])):
                return
            empty = 0 if found[1] else empty + 1
            if self._one_time is None:
                yield from self._times(found[1], from_second)
            else:
                for day in found[1]:
                    if day >= from_day:
                        yield datetime.fromordinal(day) + self._one_time

    def _times(self, days: Sequence[int], first: int) -> Iterator[datetime]:
        """first: in seconds; what lies before it may be left out."""
        clock = self._clock
        if self._setpos:
            for spot in self._spots(len(days)):
                day, place = divmod(spot, len(clock))
                yield _at(days[day] * _DAY + clock[place])
            return
        for day in days[bisect_left(days, first // _DAY) :]:
            skipped = bisect_left(clock, first - day * _DAY)
            for place in range(skipped, len(clock)):
                yield _at(day * _DAY + clock[place])

    def _spots(self, days: int) -> list[int]:
        """The places that BYSETPOS picks among all times of so many days."""
        length = days * len(self._clock)
        return sorted({its - 1 if its > 0 else length + its for its in self._setpos if abs(its) <= length})


class ByHours:
    """Rules by the hour or less: a time every so many seconds, unless the rule keeps it out."""

    def __init__(self, days: RuleDays, start: datetime, budget: Budget) -> None:
        rule = days.rule
        self._days = days
        self._rule = rule
        self._budget = budget
        self._unit = _UNITS[rule.freq]
        self._step = self._unit * rule.interval
        self._zero = (start.toordinal() * _DAY + _second(start)) // self._unit * self._unit
        self._offsets = self._within(start)
        self._limits = self._kept_to()
        self._all_days = not (
            rule.bymonth or rule.byday or rule.bymonthday or rule.byyearday or rule.byweekno
        )

    def _within(self, start: datetime) -> list[int]:
        """The times within one hour or minute, in seconds from its beginning."""
        rule = self._rule
        minutes = (rule.byminute or (start.minute,)) if rule.freq is Freq.HOURLY else (0,)
        seconds = (rule.bysecond or (start.second,)) if rule.freq is not Freq.SECONDLY else (0,)
        found = [minute * 60 + second for minute, second in product(minutes, seconds)]
        if not rule.bysetpos:
            return found
        length = len(found)
        return [its for place, its in enumerate(found) if {place + 1, place - length} & set(rule.bysetpos)]

    def _kept_to(self) -> list[tuple[int, int, tuple[int, ...]]]:
        """The clock values that the rule keeps to: how many seconds one has, in what, and which ones."""
        rule = self._rule
        limits = [
            (3600, _DAY, rule.byhour),
            (60, 3600, rule.byminute if rule.freq > Freq.HOURLY else ()),
            (1, 60, rule.bysecond if rule.freq > Freq.MINUTELY else ()),
        ]
        return [its for its in limits if its[2]]

    @property
    def every(self) -> int | None:
        return len(self._offsets) if self._all_days and not self._limits else None

    def of(self, period: int) -> Iterator[datetime]:
        first = self._zero + period * self._step
        return (_at(first + its) for its in self._offsets if first // _DAY <= _LAST)

    def between(self, first: datetime, last: datetime) -> Iterator[datetime]:
        period = max(0, (first.toordinal() * _DAY + _second(first) - self._zero) // self._step)
        end = last.toordinal() * _DAY + _second(last)
        while self._offsets and self._budget.spend():
            found = self._zero + period * self._step
            if found > end:
                return
            allowed = self._allowed_from(found)
            if allowed == found:
                yield from self.of(period)
                period += 1
            else:
                period = -((self._zero - allowed) // self._step)

    def _allowed_from(self, second: int) -> int:
        """That time, or a later one before which the rule lets nothing through."""
        day = second // _DAY
        if not self._all_days and not self._days.has(date.fromordinal(day)):
            return (day + 1) * _DAY
        for unit, whole, values in self._limits:
            value = second % whole // unit
            if value not in values:
                later = next((its for its in values if its > value), whole // unit)
                return second - second % whole + later * unit
        return second


class _Clock:
    """Times of the day in seconds, in their order, never written out: a rule may name 86,400 of them."""

    def __init__(self, hours: Sequence[int], minutes: Sequence[int], seconds: Sequence[int]) -> None:
        self._hours, self._minutes, self._seconds = hours, minutes, seconds

    def __len__(self) -> int:
        return len(self._hours) * len(self._minutes) * len(self._seconds)

    def __getitem__(self, place: int) -> int:
        place, second = divmod(place, len(self._seconds))
        hour, minute = divmod(place, len(self._minutes))
        return self._hours[hour] * 3600 + self._minutes[minute] * 60 + self._seconds[second]


def _second(wall: datetime) -> int:
    return wall.hour * 3600 + wall.minute * 60 + wall.second


def _at(second: int) -> datetime:
    return datetime.fromordinal(second // _DAY) + timedelta(seconds=second % _DAY)
