"""The days that a rule names, a period (year, month, week or day) at a time, each found by its number."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from core.rrule import LONGEST, Freq, Rule, Skip

_LAST: Final = date.max.toordinal()

# The calendar comes again after 400 years: a rule without a day in as many periods has none.
CYCLE: Final = {Freq.YEARLY: 400, Freq.MONTHLY: 4800, Freq.WEEKLY: 20_871, Freq.DAILY: 146_097}


class RuleDays:
    """Days are ordinals, as date has them. Periods count from start's own, 0, by the rule's interval.

    Rules with parts of a day (HOURLY …) are taken by the day, whatever their interval.
    """

    def __init__(self, rule: Rule, start: date) -> None:
        self.rule = completed(rule, start)
        self._freq = min(rule.freq, Freq.DAILY)
        self._interval = rule.interval if rule.freq is self._freq else 1
        self._zero = self._number_of(start)
        self._weekdays = frozenset(weekday for _, weekday in self.rule.byday)
        self._offsets = sorted((weekday - self.rule.wkst) % 7 for weekday in self._weekdays)
        self._filtered = bool(self.rule.bymonthday or self.rule.byyearday or self.rule.byweekno)
        self._skips = rule.skip is not Skip.OMIT and self._is_counted()
        self._plain = self._has_one_part() and not self._skips

    @property
    def cost(self) -> int:
        """About how many days are looked at for one period."""
        if self._freq is not Freq.YEARLY:
            return {Freq.MONTHLY: 6, Freq.WEEKLY: 4, Freq.DAILY: 2}[self._freq]
        picked = self.rule.bymonthday or self.rule.byyearday
        return 12 if picked or not (self.rule.byday or self.rule.byweekno) else 100

    @property
    def cycle(self) -> int:
        """After how many periods without a day there will be none."""
        return CYCLE[self._freq]

    def period_of(self, day: date) -> int:
        """The number of the period that a day is in, or of the last one before it.

        With SKIP it is the one before that, whose last day may have been put forward to this one.
        """
        return max(0, (self._number_of(day) - self._zero) // self._interval - self._skips)

    def of(self, period: int) -> tuple[int, list[int]] | None:
        """A period's first day, or one before it, and the rule's days in it; None after the year 9999."""
        number = self._zero + period * self._interval
        if self._freq is Freq.YEARLY:
            if number > date.max.year:
                return None
            return date(number, 1, 1).toordinal(), self._in_year(number)
        if self._freq is Freq.MONTHLY:
            year, month = divmod(number, 12)
            if year > date.max.year:
                return None
            return date(year, month + 1, 1).toordinal() - self._skips, self._in_months(year, [month + 1])
        if self._freq is Freq.WEEKLY:
            first = number * 7 + self.rule.wkst + 1
            days = [first + its for its in self._offsets] if self._plain else list(range(first, first + 7))
        else:
            first, days = number, [number]
        if first > _LAST:
            return None
        if first < 1 or first > _LAST - 7:
            days = [day for day in days if 1 <= day <= _LAST]
        return first, days if self._plain else self._let_through(days)

    def has(self, day: date) -> bool:
        """Whether all parts of the rule that speak of days let a day through."""
        rule = self.rule
        return (
            (not rule.bymonth or day.month in rule.bymonth)
            and (not rule.byday or (day.weekday() in self._weekdays and self._is_nth(day)))
            and (not self._filtered or self._passes(day))
        )

    @property
    def every(self) -> int | None:
        """How many days each period has, where that is the same for all; else None."""
        rule, days = self.rule, self.rule.bymonthday
        if rule.byyearday or rule.byweekno or (rule.bymonth and self._freq is not Freq.YEARLY):
            return None
        if self._freq is Freq.DAILY:
            return None if days or rule.byday else 1
        if self._freq is Freq.WEEKLY:
            return None if days else len(self._weekdays)
        months = len(rule.bymonth) or (12 if self._freq is Freq.YEARLY else 1)
        if days and not rule.byday and days[0] > 0 and days[-1] <= self._shortest():
            return len(days) * months
        if rule.byday and not days and (rule.bymonth or self._freq is Freq.MONTHLY):
            # From one end, and never a fifth: then no two can be the same day.
            same = all(0 < n <= 4 for n, _ in rule.byday) or all(-4 <= n < 0 for n, _ in rule.byday)
            return len(rule.byday) * months if same else None
        return None

    def _is_counted(self) -> bool:
        """Whether it names days by their number in a month or a year, which may not have them."""
        rule = self.rule
        if rule.bymonthday:
            return self._freq < Freq.WEEKLY and not (rule.byyearday or rule.byweekno)
        return bool(rule.byyearday) and self._freq is Freq.YEARLY and not (rule.bymonth or rule.byweekno)

    def _has_one_part(self) -> bool:
        """Whether the days of a period are had at once, so that no other part of the rule leaves some out."""
        rule = self.rule
        parts = [its for its in (rule.byday, rule.bymonthday, rule.byyearday, rule.byweekno) if its]
        if self._freq is Freq.DAILY:
            return not parts and not rule.bymonth
        if self._freq is Freq.WEEKLY:
            return parts == [rule.byday] and not rule.bymonth
        numbered = bool(rule.byday) and all(n for n, _ in rule.byday) and self._scope_is_month
        in_months = self._freq is Freq.YEARLY or not rule.bymonth
        return len(parts) == 1 and in_months and (bool(rule.bymonthday) or numbered)

    def _shortest(self) -> int:
        return min(28 if month == 2 else LONGEST[month - 1] for month in self.rule.bymonth or (2,))

    def _number_of(self, day: date) -> int:
        match self._freq:
            case Freq.YEARLY:
                return day.year
            case Freq.MONTHLY:
                return day.year * 12 + day.month - 1
            case Freq.WEEKLY:
                return (day.toordinal() - 1 - self.rule.wkst) // 7
            case _:
                return day.toordinal()

    def _in_year(self, year: int) -> list[int]:
        rule = self.rule
        if rule.bymonth or rule.bymonthday:
            return self._in_months(year, rule.bymonth or range(1, 13))
        first = date(year, 1, 1).toordinal()
        length = 365 + isleap(year)
        if rule.byyearday:
            found = self._counted(rule.byyearday, first, length)
        elif rule.byday and all(n for n, _ in rule.byday):
            found = list(_nths(first, length, rule.byday))
        else:
            found = list(range(first, first + length))
        return self._let_through(found)

    def _in_months(self, year: int, months: Iterable[int]) -> list[int]:
        rule, found = self.rule, []
        for month in months:
            length = monthrange(year, month)[1]
            first = date(year, month, 1).toordinal()
            if rule.bymonthday:
                found += self._counted(rule.bymonthday, first, length)
            elif rule.byday and all(n for n, _ in rule.byday) and self._scope_is_month:
                found += _nths(first, length, rule.byday)
            else:
                found += range(first, first + length)
        return self._let_through(found)

    def _counted(self, days: Sequence[int], first: int, length: int) -> list[int]:
        """Of a month or a year; with SKIP, the day before or after stands for one that it has not."""
        found = [first + _from_end(day, length) for day in days if abs(day) <= length]
        if self._skips:
            forward = self.rule.skip is Skip.FORWARD
            after, before = first + length - (not forward), first - (not forward)
            found += [after if day > 0 else before for day in days if abs(day) > length]
        return found

    def _let_through(self, found: Sequence[int]) -> list[int]:
        if self._skips:
            # SKIP comes behind the days of months and years, and before the weekdays (RFC 7529 4.1).
            return [its for its in sorted(set(found)) if 1 <= its <= _LAST and self._is_weekday(its)]
        if self._plain:
            return sorted(set(found)) if len(found) > 1 else list(found)
        return [day for day in sorted(set(found)) if self.has(date.fromordinal(day))]

    def _is_weekday(self, day: int) -> bool:
        its = date.fromordinal(day)
        return not self.rule.byday or (its.weekday() in self._weekdays and self._is_nth(its))

    @property
    def _scope_is_month(self) -> bool:
        """What the n of BYDAY counts in: the month, or the year for a yearly rule without BYMONTH."""
        return self._freq is Freq.MONTHLY or bool(self.rule.bymonth)

    def _is_nth(self, day: date) -> bool:
        if self._freq > Freq.MONTHLY:
            return True
        if self._scope_is_month:
            place, length = day.day, monthrange(day.year, day.month)[1]
        else:
            place, length = day.timetuple().tm_yday, 365 + isleap(day.year)
        wanted = (0, (place - 1) // 7 + 1, -((length - place) // 7 + 1))
        return any(weekday == day.weekday() and n in wanted for n, weekday in self.rule.byday)

    def _passes(self, day: date) -> bool:
        rule = self.rule
        if rule.bymonthday:
            length = monthrange(day.year, day.month)[1]
            if day.day not in rule.bymonthday and day.day - length - 1 not in rule.bymonthday:
                return False
        if rule.byyearday:
            place, length = day.timetuple().tm_yday, 365 + isleap(day.year)
            if place not in rule.byyearday and place - length - 1 not in rule.byyearday:
                return False
        if rule.byweekno:
            week, weeks = _week(day, rule.wkst)
            return week in rule.byweekno or week - weeks - 1 in rule.byweekno
        return True


def completed(rule: Rule, start: date) -> Rule:
    """With the parts that a rule leaves to its start (RFC 5545 3.3.10, at its end)."""
    if rule.freq > Freq.WEEKLY or rule.byday or rule.bymonthday or rule.byyearday:
        return rule
    if rule.freq is Freq.WEEKLY or rule.byweekno:
        return replace(rule, byday=((0, start.weekday()),))
    if rule.freq is Freq.MONTHLY:
        return replace(rule, bymonthday=(start.day,))
    return replace(rule, bymonth=rule.bymonth or (start.month,), bymonthday=(start.day,))


def _from_end(place: int, length: int) -> int:
    """Of a place counted from 1, or from -1 backwards: how many places from the first."""
    return place - 1 if place > 0 else length + place


def _nths(first: int, length: int, byday: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The nth weekdays of a stretch of days."""
    for n, weekday in byday:
        if n > 0:
            day = first + (weekday - (first - 1)) % 7 + 7 * (n - 1)
        else:
            last = first + length - 1
            day = last - ((last - 1) - weekday) % 7 + 7 * (n + 1)
        if first <= day < first + length:
            yield day


def _week(day: date, wkst: int) -> tuple[int, int]:
    """The number of a day's week, and how many weeks its year has. Most days of a week are in its year."""
    middle = day.toordinal() - (day.weekday() - wkst) % 7 + 3
    year = date.fromordinal(min(max(middle, 1), _LAST)).year
    first = _first_week(year, wkst)
    following = _first_week(year + 1, wkst) if year < date.max.year else first + 52 * 7
    return (middle - first) // 7 + 1, (following - first) // 7


def _first_week(year: int, wkst: int) -> int:
    """The first day of a year's first week: the one with 4 January in it."""
    fourth = date(year, 1, 4)
    return fourth.toordinal() - (fourth.weekday() - wkst) % 7
