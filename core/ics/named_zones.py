"""The TZIDs that the times of a whole file name."""

from __future__ import annotations

import re
from typing import Final

from core.ics.lines import parse, unfold

# A line of a time up to its value. A pattern that begins with the line end before goes by stretches.
_ZONED: Final = re.compile(
    rb"\n((?:DTSTART|DTEND|RDATE|EXDATE|RECURRENCE-ID);(?:[^:\r\n\"]|\r\n[ \t]|\"[^\r\n\"]*\")*+):",
    re.IGNORECASE,
)


def named_zones(text: bytes) -> dict[str, int]:
    """Each once, with the offset of the first line that has it. text: as normalised() makes it."""
    first: dict[bytes, int] = {}
    for its in _ZONED.finditer(text):
        first.setdefault(its[1], its.start(1))
    found: dict[str, int] = {}
    for head, offset in first.items():
        line = parse(unfold(head) + b":\r\n") if b"=" in head else None
        if line and (tzid := line.param("TZID")):
            found.setdefault(tzid, offset)
    return found
