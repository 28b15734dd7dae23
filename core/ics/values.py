"""Values with a shape (RFC 5545 3.3): times, durations, periods, coordinates; read with forbearance."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from core.errors import EndBeforeStart
from core.event import Geo
from core.ics.lines import Line
from core.when import DAY, Moment, When, Zones, iana

# With the dashes and colons of ISO 8601 too, as some programs have it.
_DATE = r"(\d{4})-?(\d\d)-?(\d\d)"
_MOMENT = re.compile(rf"{_DATE}(?:T(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z?))?", re.ASCII | re.IGNORECASE)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,7})W)?(?:(\d{1,8})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,12})S)?)?",
    re.ASCII | re.IGNORECASE,
)
_INTEGER = re.compile(r"[+-]?\d{1,19}", re.ASCII)
LARGEST = 2**31 - 1  # RFC 5545 3.3.8


def moment(value: str, tzid: str = "", kind: str = "") -> Moment | None:
    """A DATE or DATE-TIME, or None. kind: the VALUE parameter. A Z counts more than a TZID."""
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
    return Moment(wall, "UTC" if utc or tzid.upper() == "UTC" else tzid or None)


def moment_of(line: Line) -> Moment | None:
    """The value of a property that holds one DATE or DATE-TIME."""
    if not line.params:
        return moment(line.value)
    return moment(line.value, line.param("TZID"), line.param("VALUE"))


def moments_of(line: Line) -> list[Moment | When]:
    """The values of an RDATE or EXDATE; what cannot be read is left out."""
    tzid, kind = line.param("TZID"), line.param("VALUE")
    read = (
        _period(value, tzid) if "/" in value else moment(value, tzid, kind) for value in line.value.split(",")
    )
    return [its for its in read if its is not None]


def _period(value: str, tzid: str) -> When | None:
    first, _, second = value.partition("/")
    start = moment(first, tzid)
    if start is None:
        return None
    end = after(start, second) if "P" in second.upper() else moment(second, tzid)
    return span(start, end)


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


def _wall(moment: Moment) -> datetime:
    wall = moment.wall
    return wall if isinstance(wall, datetime) else datetime(wall.year, wall.month, wall.day)


def after(start: Moment, duration: str, zones: Zones = iana) -> Moment | None:
    """What a DURATION leads to from start: its days on the wall, its hours in time that passes (3.3.6).

    None for what is no duration, and for what leads out of the calendar.
    """
    found = _DURATION.fullmatch(duration.strip())
    if not found or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(its or 0) for its in found.groups()[1:])
    sign = -1 if found[1] == "-" else 1
    try:
        nominal = sign * timedelta(weeks=weeks, days=days)
        exact = sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)
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


def moment_params(its: Moment) -> list[tuple[str, str]]:
    """The parameters that go with written()."""
    if its.is_date:
        return [("VALUE", "DATE")]
    return [] if its.tzid in (None, "UTC") else [("TZID", its.tzid or "")]


def written(its: Moment | When) -> str:
    """A DATE, DATE-TIME or PERIOD."""
    if isinstance(its, When):
        return f"{written(its.start)}/{written(its.end)}"
    if not isinstance(its.wall, datetime):
        return its.wall.isoformat().replace("-", "")
    clock = its.wall.isoformat(timespec="seconds").replace("-", "").replace(":", "")
    return clock + ("Z" if its.tzid == "UTC" else "")


def instant(value: str) -> datetime | None:
    """A DATE-TIME in UTC, aware: what DTSTAMP, CREATED and LAST-MODIFIED hold, even without their Z."""
    its = moment(value)
    return _wall(its).replace(tzinfo=UTC) if its else None


def written_instant(its: datetime) -> str:
    """its: aware."""
    return written(Moment(its.astimezone(UTC).replace(tzinfo=None), "UTC"))


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


def written_geo(its: Geo) -> str:
    """A GEO: no exponent, as 3.3.7 has none."""
    return f"{Decimal(repr(its.latitude)):f};{Decimal(repr(its.longitude)):f}"
