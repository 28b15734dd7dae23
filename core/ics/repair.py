"""Bytes from anywhere, made into what iCalendar text is: UTF-8, CRLF, folded, lines that say something."""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, utf_8_decode
from collections.abc import Callable
from dataclasses import dataclass

from core.ics.lines import LONGEST, OF, STRAY, fold, parse, raw_lines, unfold
from core.ics.quoted_printable import folded

_BOM = re.compile(rb"(^|[\r\n])" + BOM_UTF8)
# More than one CR comes from a program that wrote CRLF through a stream that made CRLF of each LF.
_LINE_END = re.compile(rb"\r*\n|\r")
_CONTROL = re.compile(rb"[\0-\x08\x0b\x0c\x0e-\x1f\x7f]+")
_ALLOWED = bytes(code for code in range(256) if not _CONTROL.match(bytes([code])))
_MARK = re.compile(rb"(?:BEGIN|END):", re.IGNORECASE)
_STARTED = re.compile(rb"[A-Za-z0-9_.-]+[;:]")
_ODD_START = re.compile(rb"\n(?![ \t]|[A-Za-z0-9_.-]++[;:]|\Z)")
_STRAY = STRAY.encode()
_AT_ONCE = 1 << 16  # Octets.
_EMPTY_FOLD = b"\r\n \r\n"

# Whose value may have had line ends that were not escaped.
_TEXT = re.compile(rb"SUMMARY|DESCRIPTION|LOCATION|COMMENT|CONTACT|X-", re.IGNORECASE)


# A comma or semicolon in a TEXT that should have been escaped, and says no less as it stands. A pattern that
# begins with the line end before, and goes by stretches instead of octets, is six times as fast; one letter
# looked at before the names takes a third of that away, as most lines are folds.
_BARE = re.compile(
    rb"\n(?=[SDLC])(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|CONTACT)(?:;[^\r\n:\"]*)?:"
    rb"[^\\,;\r\n]*+(?:(?:\\.|\r\n[ \t])[^\\,;\r\n]*+)*+[,;]",
    re.IGNORECASE,
)
_BARE_MARK = re.compile(rb"(\\.)|([,;])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Repair:
    """Something in a file that was read otherwise than it stands. line: counted from 1.

    code: ``charset`` (data: which), ``control-character``, ``stray-line`` (data: the line), ``missing-end``
    and ``stray-end`` (data: the component), ``missing-uid`` (data: the new one), ``no-calendar``,
    ``two-zones`` (data: the TZID of which there are two bodies; the first is used), ``unknown-zone`` (data:
    a TZID that nobody knows).
    """

    line: int
    code: str
    data: str = ""


class SourceLines:
    """The numbers of the lines in a text, counted from the nearest one before that somebody asked for."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._offsets, self._numbers = [0], [1]

    def number(self, offset: int) -> int:
        """The line, from 1, that the offset is on. The text has a line feed at each line's end alone."""
        at = bisect_right(self._offsets, offset)
        number = self._numbers[at - 1] + self._text.count(b"\n", self._offsets[at - 1], offset)
        self._offsets.insert(at, offset)
        self._numbers.insert(at, number)
        return number


def normalised(data: bytes) -> tuple[bytes, list[Repair]]:
    """The same lines, in UTF-8 and with CRLF line ends, the last one too."""
    repairs = []
    if data.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
        repairs.append(Repair(1, "charset", "utf-16"))
    if BOM_UTF8 in data:
        data = _BOM.sub(rb"\1", data)
    data = folded(_crlf(data))
    if not _is_utf8(data):
        data, line = _recoded(data)
        repairs.append(Repair(line, "charset", "windows-1252"))
    # Deleting what may be there is the quickest way to see that nothing else is.
    if data.translate(None, _ALLOWED):
        data = _without_controls(data, repairs)
    return data, repairs


def _crlf(data: bytes) -> bytes:
    ends = data.count(b"\r\n")
    if ends != data.count(b"\n") or ends != data.count(b"\r"):
        data = _LINE_END.sub(b"\r\n", data)
    return data if data.endswith(b"\r\n") or not data else data + b"\r\n"


def _is_utf8(data: bytes) -> bool:
    at = 0
    try:
        # Piece by piece, as new memory for a long text takes as long as decoding it.
        while at < len(data):
            is_last = at + _AT_ONCE >= len(data)
            at += utf_8_decode(data[at : at + _AT_ONCE], "strict", is_last)[1]
    except UnicodeDecodeError:
        return False
    return True


def _without_controls(data: bytes, repairs: list[Repair]) -> bytes:
    lines = data.split(b"\r\n")
    for index, line in enumerate(lines):
        if _CONTROL.search(line):
            lines[index] = _CONTROL.sub(b"", line)
            repairs.append(Repair(index + 1, "control-character"))
    return b"\r\n".join(lines)


def _recoded(data: bytes) -> tuple[bytes, int]:
    """Content lines that are no UTF-8 in UTF-8, and the number of the first that was in another charset.

    A fold may have split a character, so that a line is judged whole. It keeps its number of line ends.
    """
    done, number, first = [], 1, 0
    for raw in raw_lines(data):
        if not _is_utf8(raw):
            line = unfold(raw).removesuffix(b"\r\n")
            if not _is_utf8(line):
                line, first = _decoded(line).encode(), first or number
            done.append(line + b"\r\n " * (raw.count(b"\n") - 1) + b"\r\n")
        else:
            done.append(raw)
        number += raw.count(b"\n")
    return b"".join(done), first or 1


def _decoded(line: bytes) -> str:
    try:
        # Some programs encode the two halves of an emoji, each by itself.
        halves = line.decode("utf-8", "surrogatepass")
        return halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    except UnicodeDecodeError:
        pass
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def mended(text: bytes, report: Callable[[int, str, str], None]) -> bytes:
    """Whole lines out of a component as they are stored. report: takes an offset in text, a code and data.

    Long lines are folded, blank ones are left out, a comma in a text is escaped. A line that says nothing
    becomes a STRAY one: most often it belongs to the text before it, whose writer did not escape a line end.
    """
    if _is_well_formed(text):
        return text
    lines: list[list[bytes]] = []  # Each in pieces, as thousands may have to be joined.
    offset = 0
    for raw in raw_lines(text):
        line = unfold(raw).removesuffix(b"\r\n")
        # A fold in the word BEGIN hid it when the file was taken apart: it must not come to light now.
        if parse(line) is not None and (_MARK.match(raw) or not _MARK.match(line)):
            lines.append([_escaped(line) if _BARE.match(b"\n" + line) else line])
        elif line.strip():
            report(offset, "stray-line", line.decode())
            if not lines or not lines[-1][0].startswith(_STRAY):
                lines.append([_stray_after(lines[-1][0] if lines else b"") + line])
            else:
                lines[-1].append(line)
        offset += len(raw)
    return b"".join(fold(b"\\n".join(pieces)) + b"\r\n" for pieces in lines)


def _escaped(line: bytes) -> bytes:
    name, colon, value = line.partition(b":")
    return name + colon + _BARE_MARK.sub(lambda its: its[1] or b"\\" + its[2], value)


def _stray_after(line: bytes) -> bytes:
    """What a stray line begins with that came behind this one."""
    before = parse(line) if _TEXT.match(line) else None
    if before is None or before.param("VALUE").upper() not in ("", "TEXT"):
        return _STRAY + b":"
    return _STRAY + f";{OF}={before.name}:".encode()


def _is_well_formed(text: bytes) -> bool:
    return (
        max(map(len, text.split(b"\r\n"))) <= LONGEST
        and (not text or _STARTED.match(text) is not None)
        and not _ODD_START.search(text)
        and _EMPTY_FOLD not in text
        and not has_bare_marks(text)
    )


def has_bare_marks(text: bytes) -> bool:
    """Whether mended() would escape a mark in one of these lines."""
    # Counting takes a tenth of the time, and most texts have no other comma.
    return text.count(b",") != text.count(b"\\,") and bool(_BARE.search(b"\n" + text))
