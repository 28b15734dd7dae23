"""The index of an event as most are, in a third of the time; of any other it says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final, NamedTuple

from core.event import Place, Stage, Status
from core.ics.indexed import Indexed
from core.ics.lines import STRAY, items, unescape
from core.ics.values import usual
from core.object import ComponentRef
from core.when import Zones

_HEAD, _TAIL = ["BEGIN:VEVENT"], ["END:VEVENT", ""]

# Read here, each as long as it comes once and bare.
_BARE: Final = frozenset(
    {
        *("DTSTART", "DTEND", "SUMMARY", "LOCATION", "X-PARVIS-PLACE", "STATUS", "X-PARVIS-STAGE"),
        *("CATEGORIES", "DESCRIPTION", "CONTACT", "DTSTAMP", "LAST-MODIFIED"),
    }
)
# What makes an event one that is not read here: all else that the index goes by.
_OTHERS: Final = frozenset(
    {
        *("BEGIN", "END", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE", "EXRULE", "DURATION", "ORGANIZER"),
        STRAY,
    }
)
_CHOICES: Final = {kind: {its.value: its.value for its in kind} for kind in (Status, Stage)}
_QUOTED: Final = frozenset('";,^')

_REF = ComponentRef(0)
_EPOCH, _NO_TIME = datetime(1970, 1, 1), timedelta(0)


class _Time(NamedTuple):
    """As core.when.Moment, in a tenth of the time."""

    wall: date
    tzid: str | None


def plain(lines: Sequence[str], local: tzinfo, zones: Zones) -> Indexed | None:
    """What scan() says of these unfolded lines, the last one empty; None: it takes all rules."""
    found = _values(lines) if lines[:1] == _HEAD and lines[-2:] == _TAIL else None
    if found is None or ("X-ALT-DESC" in found and "DESCRIPTION" not in found):
        return None
    times = _times(found)
    modified = _stamp(found.get("LAST-MODIFIED") or found.get("DTSTAMP"))
    if times is None or modified is None:
        return None
    start, end = times
    zone = UTC if start.tzid == "UTC" else (start.tzid and zones(start.tzid)) or local
    start_utc, end_utc = _seconds(start.wall, zone), _seconds(end.wall, zone)
    place = _place(found)
    return Indexed(
        ref=_REF,
        summary=unescape(found.get("SUMMARY", "")),
        place=place.name,
        location=place.location,
        status=_choice(found.get("STATUS"), Status),
        stage=_choice(found.get("X-PARVIS-STAGE"), Stage),
        categories=_categories(found.get("CATEGORIES")),
        dtstart=start.wall.isoformat(),
        dtstart_tzid=start.tzid,
        dtend=end.wall.isoformat(),
        dtend_tzid=end.tzid,
        start_utc=start_utc,
        end_utc=max(end_utc, start_utc + 1),
        recurs=False,
        series_end_utc=None,
        description=found.get("DESCRIPTION", ""),
        contact=unescape(found.get("CONTACT", "")),
        modified=modified,
    )


def _values(lines: Sequence[str]) -> dict[str, str] | None:
    """By property; of a time with a parameter also that one, under the name with a semicolon."""
    found: dict[str, str] = {}
    for line in lines[1:-2]:
        name, _, value = line.partition(":")
        if name not in _BARE:
            bare, semicolon, parameter = name.partition(";")
            bare = bare.upper()
            if bare == "X-ALT-DESC":
                found[bare] = ""
            elif bare in _OTHERS:
                return None
            if bare not in _BARE:
                continue
            if bare not in ("DTSTART", "DTEND") or not semicolon:
                return None
            name = bare
            found[f"{name};"] = parameter
        if name in found:
            return None
        found[name] = value
    return found


def _times(found: dict[str, str]) -> tuple[_Time, _Time] | None:
    """Both days, or both times on one clock, in order."""
    parameter = found.get("DTSTART;", "")
    if parameter != found.get("DTEND;", ""):
        return None
    start, end = _time(found.get("DTSTART", ""), parameter), _time(found.get("DTEND", ""), parameter)
    if start is None or end is None or start.tzid != end.tzid:
        return None
    in_order = end.wall >= start.wall if isinstance(start.wall, datetime) else end.wall > start.wall
    return (start, end) if in_order else None


def _time(value: str, parameter: str) -> _Time | None:
    if parameter == "VALUE=DATE":
        return _day(value)
    wall = usual(value)
    # Beyond, a zone may lead out of the calendar.
    if wall is None or not 1 < wall.year < 9999:
        return None
    if not parameter:
        return _Time(wall, "UTC" if value[15:] else None)
    if parameter[:5] != "TZID=" or len(parameter) == 5 or not _QUOTED.isdisjoint(parameter):
        return None
    tzid = parameter[5:]
    return _Time(wall, "UTC" if value[15:] or tzid.upper() == "UTC" else tzid)


def _day(value: str) -> _Time | None:
    if len(value) != 8 or not value.isascii() or not value.isdecimal():
        return None
    try:
        wall = date.fromisoformat(value)
    except ValueError:
        return None
    return _Time(wall, None) if 1 < wall.year < 9999 else None


def _seconds(wall: date, zone: tzinfo) -> int:
    # As timestamp() has it, in half of the time.
    at = wall if isinstance(wall, datetime) else datetime(wall.year, wall.month, wall.day)
    passed = at - _EPOCH - (zone.utcoffset(at) or _NO_TIME)
    return passed.days * 86_400 + passed.seconds


def _stamp(value: str | None) -> int | None:
    stamp = usual(value or "")
    return None if stamp is None else _seconds(stamp, UTC)


def _place(found: dict[str, str]) -> Place:
    location = unescape(found.get("LOCATION", ""))
    if "X-PARVIS-PLACE" in found:
        place = Place.of_text(unescape(found["X-PARVIS-PLACE"]))
        if place.location == location:
            return place
    return Place.of_text(location)


def _choice(value: str | None, kind: type[Status] | type[Stage]) -> str | None:
    if value is None:
        return None
    return _CHOICES[kind].get(value) or _CHOICES[kind].get(value.strip().upper())


def _categories(value: str | None) -> tuple[str, ...]:
    names = (its.replace("\n", " ").strip() for its in items(value or ""))
    return tuple(dict.fromkeys(filter(None, names)))
