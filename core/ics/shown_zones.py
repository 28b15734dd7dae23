"""Zones as Windows shows them to people, "(UTC+01:00) Brussels, Paris", which some programs write for TZID.

No table has these names in all languages: a place among them that IANA's names have is looked for, and counts
where its clocks show the offset that the name says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from unicodedata import combining, normalize

from core.when import iana

_SHOWN: Final = re.compile(r"\((?:UTC|GMT)(?:([+-])([0-9]{1,2}):([0-5][0-9]))?\)\s*(\S.*)", re.ASCII)
_LONGEST: Final = 200  # characters; Windows' own have some 70
_PLACES: Final = 6
_PLACE: Final = re.compile(r"[A-Za-z][A-Za-z .'-]*")
_AREAS: Final = (
    "Europe",
    "America",
    "Asia",
    "Africa",
    "Australia",
    "Pacific",
    "Atlantic",
    "Indian",
    "Canada",
)

# Where a name in English, French or German has no place as IANA writes it.
_OTHERS: Final = {
    "athen": "Europe/Athens",
    "athenes": "Europe/Athens",
    "moscou": "Europe/Moscow",
    "moskau": "Europe/Moscow",
    "le caire": "Africa/Cairo",
    "kairo": "Africa/Cairo",
    "beyrouth": "Asia/Beirut",
    "damas": "Asia/Damascus",
    "bagdad": "Asia/Baghdad",
    "teheran": "Asia/Tehran",
    "jerusalem": "Asia/Jerusalem",
    "abou dabi": "Asia/Dubai",
    "abu dhabi": "Asia/Dubai",
    "kaboul": "Asia/Kabul",
    "new delhi": "Asia/Calcutta",
    "neu-delhi": "Asia/Calcutta",
    "chennai": "Asia/Calcutta",
    "beijing": "Asia/Shanghai",
    "peking": "Asia/Shanghai",
    "pekin": "Asia/Shanghai",
    "osaka": "Asia/Tokyo",
    "seoul": "Asia/Seoul",
    "hawaii": "Pacific/Honolulu",
    "alaska": "America/Anchorage",
    "brasilia": "America/Sao_Paulo",
    "casablanca": "Africa/Casablanca",
    "eastern time": "America/New_York",
    "est": "America/New_York",
    "central time": "America/Chicago",
    "centre": "America/Chicago",
    "mountain time": "America/Denver",
    "montagnes rocheuses": "America/Denver",
    "pacific time": "America/Los_Angeles",
    "pacifique": "America/Los_Angeles",
    "atlantic time": "America/Halifax",
    "atlantique": "America/Halifax",
}


def shown_zone(tzid: str) -> str | None:
    """The IANA zone of a place that such a name has, or None."""
    read = _SHOWN.fullmatch(tzid.strip()) if len(tzid) <= _LONGEST else None
    if read is None:
        return None
    offset = timedelta(hours=int(read[2] or 0), minutes=int(read[3] or 0))
    offset = -offset if read[1] == "-" else offset
    return next((name for name in _named(read[4]) if _standard(name) == offset), None)


def _named(places: str) -> Iterator[str]:
    bare = "".join(its for its in normalize("NFD", re.sub(r"\(.*", "", places)) if not combining(its))
    for place in (its.strip() for its in bare.split(",")[:_PLACES]):
        if other := _OTHERS.get(place.casefold()):
            yield other
        elif _PLACE.fullmatch(place):
            yield from (f"{area}/{place.replace(' ', '_')}" for area in _AREAS)


def _standard(name: str) -> timedelta | None:
    """What its clocks show without summer time, as Windows' names have it; None for no zone."""
    zone = iana(name)
    if zone is None:
        return None
    return min(datetime(2025, month, 1, tzinfo=zone).utcoffset() or timedelta() for month in (1, 7))
