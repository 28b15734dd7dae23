"""What stands around the events in a file: the calendar's own lines, and the zones that it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from core.ics.lines import parse, unfold, write, write_text
from core.version import VERSION

_START = re.compile(rb"^DTSTART[^:\r\n]*:([0-9]{4})", re.MULTILINE | re.IGNORECASE)
_ZONED = re.compile(rb"^[A-Z0-9-]+;[^\r\n]*TZID=[^\r\n]*", re.MULTILINE | re.IGNORECASE)


def write_calendar(
    objects: Iterable[bytes], vtimezones: Iterable[bytes], *, name: str = ""
) -> Iterator[bytes]:
    """An .ics file of calendar objects' texts, piece by piece; nothing is held back but the first two.

    name: of the calendar; told for several events alone, as Outlook opens a named one as a new calendar. A
    method other than PUBLISH would make an invitation of it.
    """
    rest = iter(objects)
    first = list(islice(rest, 2))
    yield write("BEGIN", "VCALENDAR")
    yield write_text("VERSION", "2.0")
    yield write_text("PRODID", f"-//Parvis//Parvis {VERSION}//EN")
    yield write("CALSCALE", "GREGORIAN")
    yield write("METHOD", "PUBLISH")
    if name and len(first) > 1:
        yield write_text("X-WR-CALNAME", name)
    yield from dict.fromkeys(vtimezones)
    yield from chain(first, rest)
    yield write("END", "VCALENDAR")


def tzids(text: bytes) -> set[str]:
    """The TZIDs that the times in a calendar object's text use."""
    found = (parse(its[0]) for its in _ZONED.finditer(unfold(text)))
    return {tzid for line in found if line and (tzid := line.param("TZID"))}


def first_year(text: bytes) -> int:
    """The earliest in which a VEVENT of a calendar object's text starts; 2000 where none says."""
    return min((int(its[1]) for its in _START.finditer(text)), default=2000)
