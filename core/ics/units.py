"""A file's text taken apart at its BEGIN and END lines, whether they match or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from core.ics.lines import fold, unfold
from core.ics.repair import mended

CALENDAR = "VCALENDAR"

# What stands directly in a VCALENDAR, and never in another of these.
UNITS = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"})
_FILES = frozenset({CALENDAR, "VCARD"})

_MARK = re.compile(rb"^(BEGIN|END):([^\r\n]*+(?:\r\n[ \t][^\r\n]*+)*+)\r\n", re.MULTILINE | re.IGNORECASE)

# A line end alone is looked for seven times as fast as what stands at the start of a line.
_LIKELY = re.compile(rb"\n(?:BEGIN|END):", re.IGNORECASE)

Report = Callable[[int, str, str], None]  # An offset in the text, a repair's code and its data.


@dataclass(slots=True)
class Unit:
    """A component that stands by itself. start, stop: offsets of its BEGIN and behind its END.

    pieces: its lines, with their offset; None for a line that was put in.
    """

    name: str
    start: int
    stop: int = 0
    pieces: list[tuple[int | None, bytes]] = field(default_factory=list)

    @property
    def whole(self) -> bytes:
        """Its lines, where none were put in or left out; else nothing."""
        return self.pieces[0][1] if len(self.pieces) == 1 else b""

    def text(self, report: Report) -> bytes:
        """Mended, and framed again."""
        pieces = (self._mended(offset, piece, report) for offset, piece in self.pieces)
        return b"".join([_mark(b"BEGIN", self.name), *pieces, _mark(b"END", self.name)])

    def _mended(self, offset: int | None, piece: bytes, report: Report) -> bytes:
        if offset is None:
            return piece
        return mended(piece, lambda at, code, data: report(offset + at, code, data))


class Splitter:
    """Walks through a text once. began: how often each component begins; calendars count there alone."""

    def __init__(self, text: bytes, report: Report) -> None:
        self.began: Counter[str] = Counter()
        self._text = text
        self._report = report
        self._open: list[str] = []
        self._open_names: Counter[str] = Counter()
        self._unit: Unit | None = None
        self._depth = 0  # Of the unit among those that are open.
        self._at = 0  # What of the unit is in its pieces already.

    def units(self) -> Iterator[Unit]:
        """In the order of the text. An END that lacks is put where what follows shows that it does."""
        for mark in _marks(self._text):
            name = unfold(mark[2]).decode("ascii", "ignore").strip().upper()
            if mark[1].upper() == b"BEGIN":
                yield from self._begin(name, mark)
            else:
                yield from self._end(name, mark)
        while self._open:
            yield from self._pop(len(self._text))

    def _begin(self, name: str, mark: re.Match[bytes]) -> Iterator[Unit]:
        if name in UNITS or name in _FILES:
            while self._open and not (name in UNITS and self._open[-1] == CALENDAR):
                yield from self._pop(mark.start())
        self.began[name] += 1
        if self._unit is None and name != CALENDAR:
            self._unit, self._depth, self._at = Unit(name, mark.start()), len(self._open), mark.end()
        self._open.append(name)
        self._open_names[name] += 1

    def _end(self, name: str, mark: re.Match[bytes]) -> Iterator[Unit]:
        if self._open and self._open[-1] == name:
            yield from self._pop(mark.start(), mark.end())
        elif self._open_names[name]:
            while self._open[-1] != name:
                yield from self._pop(mark.start())
            yield from self._pop(mark.start(), mark.end())
        else:
            self._report(mark.start(), "stray-end", name)
            self._cut(mark.start(), mark.end())

    def _cut(self, start: int, stop: int) -> None:
        if self._unit:
            self._unit.pieces.append((self._at, self._text[self._at : start]))
            self._at = stop

    def _pop(self, start: int, stop: int | None = None) -> Iterator[Unit]:
        """Close the innermost component. stop: behind its END; None: it has none."""
        name = self._open.pop()
        self._open_names[name] -= 1
        if stop is None:
            self._report(start, "missing-end", name)
        if self._unit and len(self._open) == self._depth:
            self._cut(start, start)
            self._unit.stop = start if stop is None else stop
            yield self._unit
            self._unit = None
        elif self._unit and stop is None:
            self._cut(start, start)
            self._unit.pieces.append((None, _mark(b"END", name)))


def _marks(text: bytes) -> Iterator[re.Match[bytes]]:
    starts = chain((0,), (its.start() + 1 for its in _LIKELY.finditer(text)))
    return (mark for start in starts if (mark := _MARK.match(text, start)))


def _mark(kind: bytes, name: str) -> bytes:
    return fold(b"%s:%s" % (kind, name.encode())) + b"\r\n"
