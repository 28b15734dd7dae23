"""The VEVENTs in a calendar object's text: where each is, and its properties by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from core.errors import NotFound
from core.ics.lines import Line, parse, raw_lines
from core.object import ComponentRef

Properties = dict[str, list[Line]]


@dataclass(frozen=True, slots=True)
class Vevent:
    """One of them, as its content lines stand. names: each line's property, "" within a nested component."""

    ref: ComponentRef
    lines: list[bytes]
    names: list[str]

    @property
    def text(self) -> bytes:
        return b"".join(self.lines)

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
        begins, ends = raw[:6].upper() == b"BEGIN:", raw[:4].upper() == b"END:"
        depth += begins
        lines.append(raw)
        names.append(_name(raw) if depth == 1 and not begins and not ends else "")
        depth -= ends
        if depth <= 0:
            own = lines[names.index("RECURRENCE-ID")] if "RECURRENCE-ID" in names else None
            yield Vevent(next_ref(parse(own) if own else None, seen), lines, names)
            lines, names, depth = [], [], 0


def _name(raw: bytes) -> str:
    return raw.partition(b":")[0].partition(b";")[0].upper().decode("ascii", "replace")


def next_ref(recurrence_id: Line | None, seen: Counter[str]) -> ComponentRef:
    """Of the VEVENT that has this line. seen: how often each RECURRENCE-ID came before it in its object."""
    value = recurrence_id.text.strip() if recurrence_id else ""
    seen[value] += 1
    return ComponentRef(0, value, seen[value] - 1)


def vevent(text: bytes, ref: ComponentRef) -> Vevent:
    """The one that ref names in its object's text. Raises NotFound."""
    for its in vevents(text):
        if (its.ref.recurrence_id, its.ref.ordinal) == (ref.recurrence_id, ref.ordinal):
            return its
    raise NotFound("event", ref.recurrence_id)
