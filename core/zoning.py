"""The VTIMEZONEs that a file needs so that every TZID in it is known to whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from core.ics.lines import fold, raw_lines, unfold, write_text
from core.ics.vtimezone import vtimezone
from core.known_zones import known_name

# A name that needs no quotes; some programs take those for a part of it.
_BARE = re.compile(rb"[A-Za-z0-9_/+-]+")

_TZID_LINE = re.compile(rb"^TZID[;:][^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*", re.MULTILINE | re.IGNORECASE)

# From a line's start to the value of its TZID; other parameters may hold colons, in quotes.
_TO_TZID = rb'^([^;:"]*(?:;[^;:="]*=(?:"[^"]*"|[^;:"])*)*?;(?i:TZID)=)"?(%s)"?(?=[;:])'


# Rules from before are told of by no program, and those of later years hold for good.
FIRST_YEAR, LAST_YEAR = 1971, 2037


class ZoneBook:
    """Collects what objects use. local: the zone in which Parvis reads a TZID that nobody defines.

    zones: {name in the file: VTIMEZONE}. names: {object: {its TZID: name in the file}}, where they differ, as
    one TZID can have two meanings.
    """

    def __init__(self, local: str) -> None:
        self._local = local
        self._named: dict[str, dict[bytes, str]] = {}
        self._bodies: dict[str, tuple[str, bytes]] = {}
        self._first_year: int | None = None
        self.names: dict[int, dict[str, str]] = {}

    @property
    def zones(self) -> dict[str, bytes]:
        return {name: self._written(name, *its) for name, its in self._bodies.items()}

    def begin(self, year: int) -> None:
        """Let IANA's zones be right from the earliest of these years on, and no earlier.

        Outlook reads the latest STANDARD alone: what has but one is read whole.
        """
        self._first_year = min(self._first_year or LAST_YEAR, max(year, FIRST_YEAR))

    def take(self, object_id: int, tzids: Iterable[str], own: Mapping[str, bytes]) -> None:
        """tzids: those that the object's text names. own: the definitions that came with it."""
        for tzid in sorted(tzids):
            name = self._name(tzid, own.get(tzid, b""))
            if name != tzid:
                self.names.setdefault(object_id, {})[tzid] = name

    def _name(self, tzid: str, body: bytes) -> str:
        named = self._named.setdefault(tzid, {})
        if body not in named:
            name, number = tzid, 2
            while name in self._bodies:
                name, number = f"{tzid} ({number})", number + 1
            self._bodies[name] = tzid, body
            named[body] = name
        return named[body]

    def _written(self, name: str, tzid: str, body: bytes) -> bytes:
        since = () if self._first_year is None else (self._first_year,)
        return called(body or vtimezone(known_name(tzid) or self._local, *since), name)


def called(body: bytes, tzid: str) -> bytes:
    """A VTIMEZONE under another name."""
    line = write_text("TZID", tzid)
    return _TZID_LINE.sub(lambda _: line, body, count=1)


def with_zones_renamed(text: bytes, names: Mapping[str, str]) -> bytes:
    """A calendar object's text with other TZIDs in its parameters."""
    written = {tzid.encode(): name.encode() for tzid, name in names.items()}
    parameter = re.compile(_TO_TZID % b"|".join(map(re.escape, written)))

    def renamed(line: bytes) -> bytes:
        return parameter.sub(lambda its: its[1] + _quoted(written[its[2]]), line, count=1)

    return b"".join(fold(renamed(unfold(raw)[:-2])) + b"\r\n" for raw in raw_lines(text))


def _quoted(name: bytes) -> bytes:
    return name if _BARE.fullmatch(name) else b'"%s"' % name
