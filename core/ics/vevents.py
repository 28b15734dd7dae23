"""The VEVENTs in a calendar object's text: where each is, and its properties by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from core.errors import NotFound
from core.ics.lines import Line, parse, raw_lines
from core.object import ComponentRef

_NAME = re.compile(rb"[^;:\r\n]*")

Properties = dict[str, list[Line]]


@dataclass(frozen=True, slots=True)
class Vevent:
    """One of them, as its content lines stand. names: each line's property, "" within a nested component."""

    ref: ComponentRef
    lines: list[bytes]
    names: list[str]

    def properties(self) -> Properties:
        """Its own properties, none of a nested component's."""
        found: Properties = {}
        for name, raw in zip(self.names, self.lines, strict=True):
            if name and (line := parse(raw)):
                found.setdefault(name, []).append(line)
        return found


def vevents(text: bytes) -> Iterator[Vevent]:
    """In the order of the text. Their refs have 0 for the object, which the text does not know."""
    seen: Counter[str] = Counter()
    lines: list[bytes] = []
    names: list[str] = []
    depth = 0
    for raw in raw_lines(text):
        name = _NAME.match(raw)[0].upper()  # type: ignore[index]  # It matches anything.
        depth += name == b"BEGIN"
        lines.append(raw)
        names.append(name.decode("ascii", "replace") if depth == 1 and name not in (b"BEGIN", b"END") else "")
        depth -= name == b"END"
        if depth <= 0:
            recurrence_id = _recurrence_id(lines, names)
            yield Vevent(ComponentRef(0, recurrence_id, seen[recurrence_id]), lines, names)
            seen[recurrence_id] += 1
            lines, names, depth = [], [], 0


def _recurrence_id(lines: list[bytes], names: list[str]) -> str:
    """RECURRENCE-ID's value as written, "" without any."""
    if "RECURRENCE-ID" not in names:
        return ""
    line = parse(lines[names.index("RECURRENCE-ID")])
    return line.text.strip() if line else ""


def vevent(text: bytes, ref: ComponentRef) -> Vevent:
    """The one that ref names in its object's text. Raises NotFound."""
    for its in vevents(text):
        if (its.ref.recurrence_id, its.ref.ordinal) == (ref.recurrence_id, ref.ordinal):
            return its
    raise NotFound("event", ref.recurrence_id)
