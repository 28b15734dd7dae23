"""Values with a shape (RFC 5545 3.3), read with forbearance: for the index, and where typed cannot."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from urllib.parse import unquote

from core.errors import EndBeforeStart
from core.event import Geo
from core.ics.lines import Line, tidied
from core.when import DAY, Moment, When, Zones, iana

# With the dashes and colons of ISO 8601 too, as some programs have it.
_DATE = r"(\d{4})-?(\d\d)-?(\d\d)"
_MOMENT = re.compile(rf"{_DATE}(?:T(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z?))?", re.ASCII | re.IGNORECASE)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,7})W)?(?:(\d{1,8})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,12})S)?)?",
    re.ASCII | re.IGNORECASE,
)
_INTEGER = re.compile(r"[+-]?\d{1,19}", re.ASCII)
LARGEST: Final = 2**31 - 1  # RFC 5545 3.3.8

ReadMoment = Callable[[str, str, str], Moment | None]
ReadAfter = Callable[[Moment, str], Moment | None]


def moment(value: str, tzid: str = "", kind: str = "") -> Moment | None:
    """A DATE or DATE-TIME, or None. kind: the VALUE parameter. A Z counts more than a TZID."""
    if not kind and (quick := usual(value)):
        return on_clock(quick, value[15:] == "Z", tzid)
    found = _MOMENT.fullmatch(value.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, utc = found.groups()
    try:
        on = date(int(year), int(month), int(day))
        if hour is None or kind.upper() == "DATE":
            return Moment(on)
        # A leap second (3.3.12) is no second of datetime's; 24:00 is the end of the day.
        midnight = hour == "24" and minute == "00"
        at = datetime(on.year, on.month, on.day, 0 if midnight else int(hour), int(minute))
        wall = at + timedelta(days=midnight, seconds=min(int(second or 0), 59))
    except (ValueError, OverflowError):
        return None
    return on_clock(wall, bool(utc), tzid)


def usual(value: str) -> datetime | None:
    """A DATE-TIME as RFC 5545 3.3.5 has it, in a fifth of the time; None says nothing."""
    if value[8:9] != "T" or value[15:] not in ("", "Z") or not (value[:8] + value[9:15]).isdecimal():
        return None
    try:
        return datetime.fromisoformat(value[:15]) if len(value) > 14 and value.isascii() else None
    except ValueError:
        return None  # 24:00, or a leap second


def on_clock(wall: datetime, utc: bool, tzid: str) -> Moment:
    """A wall time where its Z or TZID hangs it, whether anybody knows that zone or not."""
    return Moment(wall, "UTC" if utc or tzid.upper() == "UTC" else tzid or None)


def moment_of(line: Line, moment: ReadMoment = moment) -> Moment | None:
    """The value of a property that holds one DATE or DATE-TIME."""
    if not line.params:
        return moment(line.value, "", "")
    return moment(line.value, line.param("TZID"), line.param("VALUE"))


def after(start: Moment, duration: str, zones: Zones = iana) -> Moment | None:
    """What a DURATION leads to from start.

    None for what is no duration, and for what leads out of the calendar.
    """
    found = _DURATION.fullmatch(duration.strip())
    if not found or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(its or 0) for its in found.groups()[1:])
    sign = -1 if found[1] == "-" else 1
    nominal = sign * timedelta(weeks=weeks, days=days)
    exact = sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return later(start, nominal, exact, zones)


def later(start: Moment, nominal: timedelta, exact: timedelta, zones: Zones = iana) -> Moment | None:
    """Days on the wall, then hours in time that passes (3.3.6); None where that leads out of the calendar."""
    try:
        if start.is_date:
            return start.plus(nominal + exact)  # A date takes whole days alone, and leaves the rest out.
        there = start.plus(nominal)
        zone = zones(there.tzid) if exact and there.tzid not in (None, "UTC") else None
        if zone is None:
            return there.plus(exact)
        wall = (there.instant(UTC, zones) + exact).astimezone(zone).replace(tzinfo=None)
        return Moment(wall, there.tzid)
    except (OverflowError, ValueError):
        return None


def moments_of(line: Line, moment: ReadMoment = moment, after: ReadAfter = after) -> list[Moment | When]:
    """The values of an RDATE or EXDATE; what cannot be read is left out."""
    tzid, kind = line.param("TZID"), line.param("VALUE")

    def period(value: str) -> When | None:
        first, _, second = value.partition("/")
        start = moment(first, tzid, "")
        if start is None:
            return None
        return span(start, after(start, second) if "P" in second.upper() else moment(second, tzid, ""))

    read = (period(value) if "/" in value else moment(value, tzid, kind) for value in line.value.split(","))
    return [its for its in read if its is not None]


def span(start: Moment, end: Moment | None) -> When:
    """From start to end, where that can be; else as if there were no end (3.6.1): one day, or a moment."""
    if end is not None:
        if start.is_date:
            end = Moment(end.day)
        elif end.is_date:
            end = Moment(datetime.combine(end.day, time()), start.tzid)
        with suppress(EndBeforeStart):
            return When(start, end)
    if not start.is_date:
        return When(start, start)
    # The calendar has no day after its last one.
    first = min(start.day, date.max - DAY)
    return When.days(first)


def instant(value: str, moment: ReadMoment = moment) -> datetime | None:
    """A DATE-TIME in UTC, aware: what DTSTAMP, CREATED and LAST-MODIFIED hold, even without their Z."""
    its = moment(value, "", "")
    return None if its is None else its.wall_time.replace(tzinfo=UTC)


def integer(value: str) -> int:
    """A number from 0 on, as SEQUENCE has it; 0 for what is none, and no more than an INTEGER holds."""
    found = _INTEGER.fullmatch(value.strip())
    return min(max(int(found[0]), 0), LARGEST) if found else 0


def geo(value: str) -> Geo | None:
    """Coordinates, or None; a comma in place of the semicolon will do."""
    if not value:
        return None
    latitude, _, longitude = value.replace("\\", "").replace(",", ";").partition(";")
    try:
        return Geo(float(latitude), float(longitude))
    except ValueError:
        return None


def rule(value: str) -> str:
    """A RECUR, as written: core.rrule reads it."""
    return tidied(value).strip()


def mail(value: str) -> str | None:
    """The address in a mailto, or in what is a bare address; None for any other CAL-ADDRESS."""
    scheme, _, address = value.rpartition(":")
    return address_of(address) if scheme.lower() == "mailto" or (not scheme and "@" in value) else None


def address_of(mailto: str) -> str:
    """Of what stands behind the scheme (RFC 6068): its octets decoded, its header fields left out."""
    return tidied(unquote(mailto.partition("?")[0])).strip()
