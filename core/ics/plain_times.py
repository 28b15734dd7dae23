"""When a series takes place, read at a glance where its text says it in three lines, as most do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.ics import values
from core.when import Moment

# A folded line is one that ends in what stands before a blank.
_LINE = re.compile(
    rb"\n((DTSTART|DTEND|DURATION|RECURRENCE-ID|RRULE|RDATE|EXDATE|EXRULE|BEGIN)[;:][^\r\n]*)"
    rb"(?=\r\n([ \t]?))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"DT(?:START|END)((?:;VALUE=DATE|;TZID=[^;:\",^]+)?):(?:(\d{8})|(\d{8}T\d{6})(Z?))",
    re.ASCII | re.IGNORECASE,
)
_NAMES = [b"DTEND", b"DTSTART", b"RRULE"]


@dataclass(frozen=True, slots=True)
class PlainTimes:
    """length: from DTSTART to DTEND on the wall. rule: RRULE's value. text: a VEVENT of these lines alone."""

    start: Moment
    length: timedelta
    rule: str
    text: bytes


def plain_times(text: bytes) -> PlainTimes | None:
    """Of a single VEVENT with DTSTART, DTEND and RRULE, each once, and nothing else that says when it is."""
    found = sorted((name.upper(), line, fold) for line, name, fold in _LINE.findall(text))
    if [its[0] for its in found] != _NAMES or any(its[2] for its in found):
        return None
    lines = [its[1] for its in found]
    end, start, rule = (line.decode("utf-8", "replace") for line in lines)
    ends, starts = _TIME.fullmatch(end), _TIME.fullmatch(start)
    if not ends or not starts or ends[1] != starts[1] or ends[4] != starts[4]:
        return None
    first, last = _moment(starts), _moment(ends)
    if first is None or last is None or first.is_date != last.is_date:
        return None
    length = last.wall_time - first.wall_time
    if length < timedelta(days=first.is_date):
        return None
    whole = b"BEGIN:VEVENT\r\n%s\r\nEND:VEVENT\r\n" % b"\r\n".join(lines)
    return PlainTimes(first, length, values.rule(rule.partition(":")[2]), whole)


def _moment(found: re.Match[str]) -> Moment | None:
    """None for a time that is none, and for one that says twice where it hangs."""
    params, day, time, utc = found.groups()
    tzid = params[6:] if params[1:5].upper() == "TZID" else ""
    if tzid and (day or utc):
        return None
    try:
        if day:
            return Moment(date.fromisoformat(day))
        if params and not tzid:
            return None
        return values.on_clock(datetime.fromisoformat(time), bool(utc), tzid)
    except ValueError:
        return None
