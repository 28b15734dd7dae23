"""The VTIMEZONEs that a file needs so that every TZID in it is known to whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from core.ics.lines import fold, raw_lines, unfold, write_text
from core.ics.vtimezone import vtimezone
from core.known_zones import known_name

_TZID_LINE = re.compile(rb"^TZID[;:][^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*", re.MULTILINE | re.IGNORECASE)

# From a line's start to the value of its TZID; other parameters may hold colons, in quotes.
_TO_TZID = rb'^([^;:"]*(?:;[^;:="]*=(?:"[^"]*"|[^;:"])*)*?;(?i:TZID)=)"?(%s)"?(?=[;:])'


class ZoneBook:
    """Collects what objects use. local: the zone in which Parvis reads a TZID that nobody defines.

    zones: {name in the file: VTIMEZONE}. names: {object: {its TZID: name in the file}}, where they differ, as
    one TZID can have two meanings.
    """

    def __init__(self, local: str) -> None:
        self._local = local
        self._named: dict[str, dict[bytes, str]] = {}
        self.zones: dict[str, bytes] = {}
        self.names: dict[int, dict[str, str]] = {}

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
            while name in self.zones:
                name, number = f"{tzid} ({number})", number + 1
            self.zones[name] = called(body or self._written(tzid), name)
            named[body] = name
        return named[body]

    def _written(self, tzid: str) -> bytes:
        return vtimezone(known_name(tzid) or self._local)


def called(body: bytes, tzid: str) -> bytes:
    """A VTIMEZONE under another name."""
    line = write_text("TZID", tzid)
    return _TZID_LINE.sub(lambda _: line, body, count=1)


def with_zones_renamed(text: bytes, names: Mapping[str, str]) -> bytes:
    """A calendar object's text with other TZIDs in its parameters."""
    written = {tzid.encode(): name.encode() for tzid, name in names.items()}
    parameter = re.compile(_TO_TZID % b"|".join(map(re.escape, written)))

    def renamed(line: bytes) -> bytes:
        return parameter.sub(lambda its: b'%s"%s"' % (its[1], written[its[2]]), line, count=1)

    return b"".join(fold(renamed(unfold(raw)[:-2])) + b"\r\n" for raw in raw_lines(text))
