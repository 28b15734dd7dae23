"""A VEVENT with other lines for some of its properties; all others stay byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from core.ics.vevents import Vevent

_NESTED = re.compile(rb"(?:BEGIN|END):", re.IGNORECASE)


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


def _behind(part: Vevent, told: list[bytes], more: Iterable[bytes]) -> Iterable[bytes]:
    # What is nested comes after the properties (RFC 5545 3.6.1).
    end = next(at for at, raw in enumerate(part.lines) if at and _NESTED.match(raw))
    return (*told[:end], *more, *told[end:])
