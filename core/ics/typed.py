"""Values through icalendar's own types: of an event that somebody opens, and of the lines that are edited.

icalendar reads what has RFC 5545's form, and core.ics.values what has not, as it does for the index. It takes
its time to load, and so each function that needs it does that. TEXT is none of this (core.ics.lines):
vText, and vCategory too, writes a line end for the ``\\N`` in ``C:\\News`` and lets control characters pass.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from importlib import import_module
from typing import Any, Protocol

from core.event import Geo
from core.ics import values
from core.ics.lines import Line, fold, tidied
from core.when import Moment, When, Zones, iana

# What has the form. icalendar's int() and float() take more: 1_0, and the digits of other scripts.
_AT = "[0-9]{8}(?:T[0-9]{6}Z?)?"
_MOMENT = re.compile(_AT)
_DURATION = re.compile(
    r"([+-]?)(P(?=[0-9]|T)(?:[0-9]{1,6}[WD])?)(T(?=[0-9])(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}S)?)?"
)
_INTEGER = re.compile(r"[+-]?[0-9]{1,10}")
_GEO = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?;[+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?")
_MAILTO = re.compile(r"mailto:[^:\s]+", re.IGNORECASE)
# No longer than rules are: icalendar makes an object of each number. An UNTIL of six figures it takes for a
# time of day, which it then cannot write.
_RULE = re.compile(rf"(?=.{{,1000}}$)(?:(?:UNTIL={_AT}|(?!UNTIL=)[A-Z-]+=[A-Z0-9,+-]+)(?:;|$))+")


def load() -> None:
    """Import now what the other functions would."""
    import_module("icalendar.prop")


# Reading


def moment(value: str, tzid: str = "", kind: str = "") -> Moment | None:
    """As values.moment.

    The zone is kept as a name: icalendar lets a time whose zone it does not know float, and opens the folder
    that TZID=Europe is. Of VALUE=DATE with a time it makes a time.
    """
    if _MOMENT.fullmatch(value) and (kind.upper() != "DATE" or len(value) == len("YYYYMMDD")):
        from icalendar.prop import vDDDTypes

        try:
            read: date | datetime = vDDDTypes.from_ical(value)
        except ValueError:
            pass  # No such day; but it may be a leap second, or the 24:00 of ISO 8601.
        else:
            if not isinstance(read, datetime):
                return Moment(read)
            return values.on_clock(read.replace(tzinfo=None), read.tzinfo is not None, tzid)
    return values.moment(value, tzid, kind)


def moment_of(line: Line) -> Moment | None:
    """As values.moment_of."""
    return values.moment_of(line, moment)


def moments_of(line: Line) -> list[Moment | When]:
    """As values.moments_of.

    Not by vDDDLists, where one bad value costs all, nor by vPeriod, which makes midnights of dates and one
    day of PT24H.
    """
    return values.moments_of(line, moment, after)


def after(start: Moment, duration: str, zones: Zones = iana) -> Moment | None:
    """As values.after. vDuration makes one day of PT24H, and so its days and hours are read apart."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        return values.after(start, duration, zones)
    sign, days, hours = found.groups()
    nominal = _length(f"{sign}{days}") if days != "P" else timedelta()
    return values.later(start, nominal, _length(f"{sign}P{hours}") if hours else timedelta(), zones)


def _length(duration: str) -> timedelta:
    from icalendar.prop import vDuration

    length: timedelta = vDuration.from_ical(duration)
    return length


def instant(value: str) -> datetime | None:
    """As values.instant."""
    return values.instant(value, moment)


def integer(value: str) -> int:
    """As values.integer."""
    if _INTEGER.fullmatch(value):
        from icalendar.prop import vInt

        try:
            return max(int(vInt.from_ical(value)), 0)
        except ValueError:
            pass  # More than an INTEGER holds.
    return values.integer(value)


def geo(value: str) -> Geo | None:
    """As values.geo."""
    if not _GEO.fullmatch(value):
        return values.geo(value)
    from icalendar.prop import vGeo

    try:
        return Geo(*vGeo.from_ical(value))
    except ValueError:
        return None  # Not on Earth.


def rule(value: str) -> str:
    """A RECUR, its parts in the order of RFC 5545 3.3.10: some programs want FREQ first, as RFC 2445 did.

    As it stands where vRecur would leave something out, escape it or refuse it: parts without a value, in
    small letters, said twice, or that no rule can have.
    """
    text = values.rule(value)
    names = [part.partition("=")[0] for part in text.rstrip(";").split(";")]
    if not _RULE.fullmatch(text) or len(set(names)) < len(names):
        return text
    from icalendar.prop import vRecur

    try:
        return str(vRecur.from_ical(text).to_ical(), "ascii")
    except ValueError:
        return text


def mail(value: str) -> str | None:
    """As values.mail. vCalAddress leaves the octets encoded, and the header fields in."""
    if not _MAILTO.fullmatch(value):
        return values.mail(value)
    from icalendar.prop import vCalAddress

    return values.address_of(vCalAddress.from_ical(value).email)


# Writing


class _Property(Protocol):
    """What all of icalendar's types have in common."""

    @property
    def params(self) -> Any: ...

    def to_ical(self) -> bytes: ...


@dataclass(slots=True)
class _Period:
    """A vPeriod whose start and end may be on two clocks, which that one compares in vain."""

    start: _Property
    end: _Property

    @property
    def params(self) -> Any:
        params = self.start.params
        params["VALUE"] = "PERIOD"
        return params

    def to_ical(self) -> bytes:
        return self.start.to_ical() + b"/" + self.end.to_ical()


def _line(name: str, *its: _Property) -> bytes:
    """A folded content line with its end. Of several values, the first has the parameters.

    Folded here: icalendar counts the octets of each character, which is most of the time that it writes.
    """
    params, told = its[0].params, b""
    if params:
        for key, held in params.items():
            params[key] = tidied(held)  # else control characters pass
        told = b";" + params.to_ical(sorted=False)
    return fold(name.encode() + told + b":" + b",".join(value.to_ical() for value in its)) + b"\r\n"


def _property(its: Moment | When) -> _Property:
    from icalendar.prop import vDate, vDatetime

    if isinstance(its, When):
        return _Period(_property(its.start), _property(its.end))
    if not isinstance(its.wall, datetime):
        return vDate(its.wall, params={"VALUE": "DATE"})
    if its.tzid == "UTC":
        return vDatetime(its.wall.replace(tzinfo=UTC))
    value = vDatetime(its.wall)
    # By its name: a zone would be written as icalendar calls it, GMT with a TZID and a Z.
    if its.tzid is not None:
        value.params["TZID"] = its.tzid
    return value


def moments(name: str, *its: Moment | When, **params: str) -> bytes:
    """A line with one or more of a kind, on one clock."""
    first, *others = map(_property, its)
    first.params.update(params)
    return _line(name, first, *others)


def written(its: Moment) -> str:
    """A DATE or DATE-TIME as it stands within another value."""
    return _property(its).to_ical().decode()


def stamp(name: str, its: datetime) -> bytes:
    """A line with a DATE-TIME in UTC. its: aware."""
    return moments(name, Moment(its.astimezone(UTC).replace(tzinfo=None), "UTC"))


def number(name: str, its: int) -> bytes:
    """A line with an INTEGER, or with the largest."""
    from icalendar.prop import vInt

    return _line(name, vInt(min(its, values.LARGEST)))


def address(name: str, uri: str, cn: str) -> bytes:
    """A line with a CAL-ADDRESS. cn: whose it is, or ""."""
    from icalendar.prop import vCalAddress

    return _line(name, vCalAddress(uri, params={"CN": cn} if cn else None))


def link(name: str, uri: str, params: Mapping[str, str] | None = None) -> bytes:
    """A line with a URI."""
    from icalendar.prop import vUri

    return _line(name, vUri(uri, params=dict(params or {})))


def coordinates(its: Geo) -> str:
    """A GEO: vGeo would write 1e-05, and 3.3.7 has no exponents."""
    return f"{Decimal(repr(its.latitude)):f};{Decimal(repr(its.longitude)):f}"
