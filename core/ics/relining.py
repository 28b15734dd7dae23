"""A VEVENT with other lines for some of its properties; all others stay byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from core.ics import typed
from core.ics.lines import parse, write
from core.ics.vevents import Vevent
from core.when import Moment

_NESTED = re.compile(rb"(?:BEGIN|END):", re.IGNORECASE)
_OF_MOMENT = frozenset({"VALUE", "TZID"})


def relined(part: Vevent, will: Mapping[str, Iterable[bytes]]) -> bytes:
    """{name: its lines}, where the first of that name stood, or else behind the last property."""
    left = {name: b"".join(lines) for name, lines in will.items()}
    told = []
    for name, raw in zip(part.names, part.lines, strict=True):
        told.append(left.pop(name, b"") if name in will else raw)
    return b"".join(_behind(part, told, left.values()))


def appended(part: Vevent, line: bytes) -> bytes:
    """One more line, behind the last property."""
    return b"".join(_behind(part, part.lines, [line]))


def renamed(part: Vevent, date: Moment, *, and_future: bool | None = None) -> bytes:
    """An override that names another date, its other parameters kept. and_future: None leaves its range."""
    at = part.names.index("RECURRENCE-ID")
    was, will = parse(part.lines[at]), parse(typed.moments("RECURRENCE-ID", date))
    assert was is not None
    assert will is not None
    dropped = _OF_MOMENT if and_future is None else _OF_MOMENT | {"RANGE"}
    kept = [its for its in was.params if its[0] not in dropped]
    params = ((name, values[0]) for name, values in (*will.params, *kept))
    return relined(part, {"RECURRENCE-ID": [write("RECURRENCE-ID", will.value, params)]})


def _behind(part: Vevent, told: list[bytes], more: Iterable[bytes]) -> Iterable[bytes]:
    # What is nested comes after the properties (RFC 5545 3.6.1).
    end = next(at for at, raw in enumerate(part.lines) if at and _NESTED.match(raw))
    return (*told[:end], *more, *told[end:])
