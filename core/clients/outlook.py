"""What Outlook alone wants otherwise; the numbers are MS-OXCICAL's sections."""

from __future__ import annotations

import re
from typing import Final

from core.clients.draft import Draft, Task
from core.clients.profile import Profile
from core.event import Place
from core.ics.lines import write, write_text
from core.ics.values import moment_of
from core.rrule import WEEKDAYS, Freq, Rule, read_rule

_LONGEST: Final = 255  # UTF-16 units of a text
_FIRST_YEAR: Final = 1601  # where Windows begins to count
_MOST: Final = 999  # occurrences: count-part has up to three digits
_POSITIONS: Final = frozenset({1, 2, 3, 4, -1})


def outlook(draft: Draft, task: Task) -> None:
    """All of these rules; of another program, none."""
    if task.profile is not Profile.OUTLOOK:
        return
    _one_line(draft)
    _short(draft)
    _rule(draft)
    _dates_alone(draft)
    _year(draft)


def _one_line(draft: Draft) -> None:
    """``one-line``: line ends of a place (2.1.3.1.1.20.15) or a title (.24) go, and its pieces are glued."""
    for name, mark in (("LOCATION", ", "), ("SUMMARY", " ")):
        line = draft.first(name)
        if line and "\n" in line.text:
            text = mark.join(Place.of_text(line.text).lines)
            params = [(its, values[0]) for its, values in line.params]
            draft.put("one-line", name, [write_text(name, text, params)])


def _short(draft: Draft) -> None:
    """``long``: a title or a place is cut after 255 UTF-16 units (2.1.3.1.1.20.15, .24)."""
    for name in ("SUMMARY", "LOCATION"):
        line = draft.first(name)
        if line and len(line.text.encode("utf-16-le", "replace")) // 2 > _LONGEST:
            draft.say("long", name)


def _rule(draft: Draft) -> None:
    """``shape``: a rule that fits no template of 2.1.3.2.2 is not read.

    Where another form says the same dates, that one stands in the copy.
    """
    start = draft.first("DTSTART")
    began = moment_of(start) if start else None
    for at, line in draft.read("RRULE"):
        rule = read_rule(line.value)
        if rule is None or began is None or fits(rule):
            continue
        value = _in_shape(line.value, rule)
        other = read_rule(value)
        if other and other != rule and fits(other):
            draft.swap("shape", [at], [write("RRULE", value)])
        else:
            draft.say("shape", "RRULE")


def fits(rule: Rule) -> bool:
    """Whether it has the form of one of the templates."""
    if rule.freq > Freq.DAILY or rule.byyearday or rule.byweekno or rule.bysecond:
        return False
    if len(rule.byhour) > 1 or len(rule.byminute) > 1 or (rule.count or 0) > _MOST:
        return False
    return _FITS[rule.freq](rule)


def _daily(rule: Rule) -> bool:
    return not (rule.byday or rule.bymonthday or rule.bymonth or rule.bysetpos)


def _weekly(rule: Rule) -> bool:
    plain = all(n == 0 for n, _ in rule.byday)
    return plain and not (rule.bymonthday or rule.bymonth or rule.bysetpos)


def _monthly(rule: Rule) -> bool:
    if rule.bymonth:
        return False
    return _nth(rule) if rule.byday else _one_day(rule)


def _yearly(rule: Rule) -> bool:
    if rule.byday:
        return len(rule.bymonth) == 1 and _nth(rule)
    # A day without its month comes twelve times a year (RFC 5545 3.3.10), and once where Outlook reads it.
    return len(rule.bymonth) <= 1 and _one_day(rule) and bool(rule.bymonth) >= bool(rule.bymonthday)


def _one_day(rule: Rule) -> bool:
    days = rule.bymonthday
    return not rule.bysetpos and len(days) <= 1 and all(day > 0 or day == -1 for day in days)


def _nth(rule: Rule) -> bool:
    plain = all(n == 0 for n, _ in rule.byday)
    return plain and not rule.bymonthday and len(rule.bysetpos) == 1 and rule.bysetpos[0] in _POSITIONS


_FITS: Final = {Freq.DAILY: _daily, Freq.WEEKLY: _weekly, Freq.MONTHLY: _monthly, Freq.YEARLY: _yearly}


def _in_shape(value: str, rule: Rule) -> str:
    """The same dates by a rule of another form, or the rule as it stands."""
    if rule.freq is Freq.DAILY and rule.interval == 1 and rule.byday and not (rule.bymonth or rule.bysetpos):
        return value if rule.bymonthday else re.sub("FREQ=DAILY", "FREQ=WEEKLY", value, flags=re.IGNORECASE)
    if len(rule.byday) == 1 and rule.byday[0][0] in _POSITIONS and not rule.bysetpos:
        n, weekday = rule.byday[0]
        there = f"BYDAY={WEEKDAYS[weekday]};BYSETPOS={n}"
        return re.sub("BYDAY=[^;]*", there, value, flags=re.IGNORECASE)
    return value


def _dates_alone(draft: Draft) -> None:
    """``dates-alone``: an event with RDATE and no RRULE is left out, as the RDATE's section says of it.

    Seen in esrg-knights/Squire #214. A rule that names the start alone adds no date.
    """
    if "RDATE" in draft.names and "RRULE" not in draft.names:
        rule = write("RRULE", "FREQ=DAILY;COUNT=1")
        draft.put("dates-alone", "RDATE", [rule, *draft.raws("RDATE")])


def _year(draft: Draft) -> None:
    """``year``: a start before 1601, where the minutes of an appointment begin (MS-OXOCAL 2.2.1.44.1)."""
    start = draft.first("DTSTART")
    began = moment_of(start) if start else None
    if began and began.day.year < _FIRST_YEAR:
        draft.say("year", "DTSTART")
