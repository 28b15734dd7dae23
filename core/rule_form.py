"""A recurrence rule as a form has it: the shapes that people choose, read from RRULE and written to it.

What has another shape is not read, so that a form never changes a rule that it cannot show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum
from itertools import islice
from typing import Final

from core.event import Event
from core.recurrence import Occurrence, occurrences
from core.rrule import WEEKDAYS, Freq, Rule, read_rule
from core.rule_days import completed
from core.series import FIRST, LAST
from core.when import DAY, Moment, Zones, iana

WORKDAYS: Final = tuple(range(5))

# Which of its weekdays in a month, as a form offers them.
NTHS: Final = (1, 2, 3, 4, 5, -2, -1)

_SHOWN: Final = frozenset(
    {"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "UNTIL", "COUNT", "WKST"}
)
_END_OF_DAY: Final = time(23, 59, 59)


class MonthBy(Enum):
    """What a rule by the month or the year counts by within a month."""

    DAY = "day"
    NTH = "nth"
    LAST_DAY = "last-day"
    FIRST_WORKDAY = "first-workday"
    LAST_WORKDAY = "last-workday"


@dataclass(frozen=True, slots=True)
class RuleForm:
    """One rule. freq: YEARLY to DAILY. weekdays: Monday is 0; of a rule by the week, each in order.

    days: of the month, 1 to 31. nths: 1 to 5, and -1 and -2 from the end, of one weekday. months: of a rule
    by the year. until: the last day, included. wkst: where weeks begin.
    """

    freq: Freq
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    month_by: MonthBy = MonthBy.DAY
    days: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    weekday: int = 0
    months: tuple[int, ...] = ()
    until: date | None = None
    count: int | None = None
    wkst: int = 0

    @classmethod
    def of_start(cls, freq: Freq, start: Moment) -> RuleForm:
        """What a rule means that says no more than how often (RFC 5545 3.3.10, at its end)."""
        day = start.day
        return cls(
            freq,
            weekdays=(day.weekday(),),
            days=(day.day,),
            nths=(nth_of(day),),
            weekday=day.weekday(),
            months=(day.month,),
        )

    @property
    def is_possible(self) -> bool:
        """RRULE has no words for the working day of several months in every other year."""
        return not (self._counts_workdays_of_months and self.interval > 1)

    @property
    def _counts_workdays_of_months(self) -> bool:
        by_place = self.month_by in (MonthBy.FIRST_WORKDAY, MonthBy.LAST_WORKDAY)
        return self.freq is Freq.YEARLY and by_place and len(self.months) > 1

    def text(self, start: Moment, local: tzinfo, zones: Zones = iana) -> str:
        """RRULE's value for an event that starts then, of a form that is possible.

        local, zones: where its clock is read.
        """
        # By the year, BYSETPOS would count among the days of all its months (RFC 5545 3.3.10).
        freq = Freq.MONTHLY if self._counts_workdays_of_months else self.freq
        parts = [f"FREQ={freq.name}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.freq is Freq.WEEKLY:
            parts.append(f"BYDAY={','.join(WEEKDAYS[its] for its in sorted(self.weekdays))}")
        elif self.freq in (Freq.MONTHLY, Freq.YEARLY):
            parts += self._within_months()
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        elif self.until is not None:
            parts.append(f"UNTIL={_until_text(self.until, start, local, zones)}")
        if self.wkst and self.freq is Freq.WEEKLY:
            parts.append(f"WKST={WEEKDAYS[self.wkst]}")
        return ";".join(parts)

    def _within_months(self) -> Iterator[str]:
        if self.freq is Freq.YEARLY:
            yield f"BYMONTH={','.join(map(str, sorted(self.months)))}"
        match self.month_by:
            case MonthBy.DAY:
                yield f"BYMONTHDAY={','.join(map(str, sorted(self.days)))}"
            case MonthBy.NTH:
                nths = sorted(self.nths, key=lambda n: (n < 0, n))
                yield f"BYDAY={','.join(f'{n}{WEEKDAYS[self.weekday]}' for n in nths)}"
            case MonthBy.LAST_DAY:
                yield "BYMONTHDAY=-1"
            case MonthBy.FIRST_WORKDAY | MonthBy.LAST_WORKDAY as by:
                yield f"BYDAY={','.join(WEEKDAYS[its] for its in WORKDAYS)}"
                yield f"BYSETPOS={1 if by is MonthBy.FIRST_WORKDAY else -1}"


def rule_form(text: str, start: Moment, local: tzinfo, zones: Zones = iana) -> RuleForm | None:
    """The form that shows a rule as it is, or None where there is none."""
    names = {part.partition("=")[0].strip().upper() for part in text.split(";")}
    rule = read_rule(text)
    if rule is None or not names <= _SHOWN or (rule.count is not None and rule.until is not None):
        return None
    form = _form(_plain(rule, start.day), start)
    if form is None:
        return None
    until = last_day(rule.until, start, local, zones) if rule.until is not None else None
    form = replace(form, interval=rule.interval, count=rule.count, until=until)
    again = read_rule(form.text(start, local, zones))
    shows_all = again is not None and _dates(again, start.day) == _dates(rule, start.day)
    return form if shows_all else None


def _plain(rule: Rule, start: date) -> Rule:
    """With what it leaves to its start; months of a rule by the month make it one by the year."""
    rule = completed(rule, start)
    by_year = rule.freq is Freq.MONTHLY and rule.interval == 1 and rule.bymonth
    if by_year and not (rule.bysetpos and len(rule.bymonth) > 1):
        rule = replace(rule, freq=Freq.YEARLY)
    if len(rule.byday) == len(rule.bysetpos) == 1 and not rule.byday[0][0] and _within_month(rule):
        rule = replace(rule, byday=((rule.bysetpos[0], rule.byday[0][1]),), bysetpos=())
    return rule


def _within_month(rule: Rule) -> bool:
    return rule.freq is Freq.MONTHLY or (rule.freq is Freq.YEARLY and len(rule.bymonth) == 1)


def _dates(rule: Rule, start: date) -> Rule:
    """What two rules for the same dates have in common; their ends are compared by the day elsewhere."""
    rule = _plain(rule, start)
    counts_weeks = rule.freq is Freq.WEEKLY and rule.interval > 1
    return replace(rule, until=None, wkst=rule.wkst if counts_weeks else 0)


def _form(rule: Rule, start: Moment) -> RuleForm | None:
    form = replace(RuleForm.of_start(rule.freq, start), wkst=rule.wkst)
    match rule.freq:
        case Freq.DAILY:
            return form
        case Freq.WEEKLY:
            return replace(form, weekdays=tuple(weekday for _, weekday in rule.byday))
        case Freq.MONTHLY if rule.bymonth:
            by_year = replace(form, freq=Freq.YEARLY, months=rule.bymonth)
            return _of_month(by_year, rule) if rule.interval == 1 else None
        case Freq.MONTHLY:
            return _of_month(form, rule)
        case Freq.YEARLY if rule.bymonth:
            return _of_month(replace(form, months=rule.bymonth), rule)
    return None


def _of_month(form: RuleForm, rule: Rule) -> RuleForm | None:
    if rule.bymonthday == (-1,):
        return replace(form, month_by=MonthBy.LAST_DAY)
    if rule.bymonthday:
        return replace(form, month_by=MonthBy.DAY, days=rule.bymonthday) if rule.bymonthday[0] > 0 else None
    if rule.bysetpos in ((1,), (-1,)):
        by = MonthBy.FIRST_WORKDAY if rule.bysetpos[0] > 0 else MonthBy.LAST_WORKDAY
        return replace(form, month_by=by)
    nths = tuple(sorted((n for n, _ in rule.byday), key=lambda n: (n < 0, n)))
    if not rule.byday or len({weekday for _, weekday in rule.byday}) > 1 or not set(nths) <= set(NTHS):
        return None
    return replace(form, month_by=MonthBy.NTH, nths=nths, weekday=rule.byday[0][1])


def nth_of(day: date) -> int:
    """Which of its weekday in its month; few months have a fifth, and all have a last."""
    n = (day.day - 1) // 7 + 1
    return -1 if n == 5 else n


def offered(start: Moment) -> tuple[RuleForm, ...]:
    """What is likely to be wanted of an event that starts then, from often to seldom."""
    day, nth = start.day, nth_of(start.day)
    month = RuleForm.of_start(Freq.MONTHLY, start)
    is_last = (day + 7 * DAY).month != day.month if day < date.max - 7 * DAY else True
    last = (replace(month, month_by=MonthBy.NTH, nths=(-1,)),) if is_last and nth > 0 else ()
    return (
        RuleForm.of_start(Freq.DAILY, start),
        replace(RuleForm.of_start(Freq.WEEKLY, start), weekdays=WORKDAYS),
        RuleForm.of_start(Freq.WEEKLY, start),
        replace(month, month_by=MonthBy.NTH),
        *last,
        month,
        RuleForm.of_start(Freq.YEARLY, start),
    )


def last_day(until: Moment, start: Moment, local: tzinfo, zones: Zones = iana) -> date:
    """The last day that UNTIL leaves room for, on the start's own clock."""
    if start.is_date or until.is_date:
        return until.day
    wall = until.wall_time
    if until.tzid == "UTC":
        with suppress(OverflowError):  # At the ends of the calendar.
            wall = until.instant(UTC).astimezone(start.zone(local, zones)).replace(tzinfo=None)
    earlier = wall.time() < start.wall_time.time() and wall.date() > start.day
    return wall.date() - DAY if earlier else wall.date()


def _until_text(day: date, start: Moment, local: tzinfo, zones: Zones) -> str:
    """A date for days; else the end of that day, in UTC where the start has a zone (RFC 5545 3.3.10)."""
    if start.is_date:
        return day.isoformat().replace("-", "")
    end = Moment(datetime.combine(day, _END_OF_DAY), start.tzid)
    if start.tzid is None:
        return _written(end.wall_time)
    return _written(end.instant(local, zones).replace(tzinfo=None)) + "Z"


def _written(wall: datetime) -> str:
    return wall.isoformat(timespec="seconds").replace("-", "").replace(":", "")


def coming(
    event: Event,
    after: datetime,
    count: int,
    *,
    overrides: Sequence[Event] = (),
    local: tzinfo,
    zones: Zones = iana,
) -> tuple[Occurrence, ...]:
    """The next dates of a series that end after a point in time (aware), at most so many.

    overrides: what stands for some of them; an Occurrence's event counts them from 1.
    """
    first = max(FIRST, min(after.astimezone(UTC), LAST - timedelta(days=1)))
    return tuple(islice(occurrences([event, *overrides], first, LAST, local=local, zones=zones), count))
