"""Content lines (RFC 5545 3.1): unfolded, taken apart, put together and folded; and TEXT values (3.3.11)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from core.ics.quoted_printable import decoded

# Octets in a line, its end not counted.
LONGEST: Final = 75

# What came between two lines and says nothing by itself is kept in a line of this name, behind the text that
# it belongs to, whose property the parameter names.
STRAY: Final = "X-PARVIS-STRAY"
OF: Final = "X-OF"

# Parameters in the order they stand in: each a name in capitals and its values.
Params = tuple[tuple[str, tuple[str, ...]], ...]

_QUOTED: Final = "QUOTED-PRINTABLE"

_FOLD = re.compile(rb"\r\n[ \t]")
_RAW_LINE = re.compile(rb"[^\r\n]*+(?:\r\n[ \t][^\r\n]*+)*+\r\n")
_NAME = re.compile(r"[A-Za-z0-9_.-]+")
# As most have it: a single parameter, whose value needs no quotes.
_ONE_PARAM = re.compile(rf'({_NAME.pattern});({_NAME.pattern})=([^";:,^]*)')
# A quoted value may be followed by what does not belong there; it is read up to the next delimiter.
_VALUE = re.compile(r'(?:"([^"]*)")?([^;:,]*)')

# What ends a line elsewhere than in RFC 5545, and that it has no place for. U+0085, U+2028 and U+2029 are
# characters to it like any other.
_LINE_END = re.compile("\r\n?|[\v\f]")
# RFC 5545 3.1 has no CONTROL but the tab. A lone surrogate is no character, and cannot be encoded.
_FORBIDDEN = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SUSPECT = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff]")

_ESCAPED = re.compile(r"\\(r\\n|.)", re.DOTALL)
_UNESCAPED = {"n": "\n", "N": "\n", "r": "\n", "R": "\n", "r\\n": "\n", **{mark: mark for mark in '\\;,":'}}
_ITEM = re.compile(r"(?:[^\\,]|\\.|\\$)*", re.DOTALL)

# RFC 6868: what a quoted parameter value cannot hold as it is.
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}


class Line(NamedTuple):
    """A content line. name: in capitals. value: as written, escapes and all."""

    name: str
    params: Params
    value: str

    def param(self, name: str) -> str:
        """The first value of a parameter, or ""."""
        for its, values in self.params:
            if its == name:
                return values[0]
        return ""

    @property
    def plain(self) -> str:
        """The value, escapes and all, without an encoding that the parameters name."""
        if not self.params or not self._is_quoted:
            return self.value
        return tidied(decoded(self.value, self.param("CHARSET")))

    @property
    def text(self) -> str:
        """What it says if it is a TEXT."""
        return unescape(self.plain)

    @property
    def _is_quoted(self) -> bool:
        # vCalendar 1.0 also has the encoding without its name (2.1.3 of that specification).
        return self.param("ENCODING").upper() == _QUOTED or any(its == _QUOTED for its, _ in self.params)


def raw_lines(text: bytes) -> list[bytes]:
    """The content lines of a text with CRLF line ends, each as it stands, with its folds and its end."""
    return _RAW_LINE.findall(text)


def unfold(raw: bytes) -> bytes:
    """Without the folds; a line end that is none stays."""
    if b"\t" in raw and b"\r\n\t" in raw:
        return _FOLD.sub(b"", raw)
    # Most are folded with spaces alone. A pattern takes six times as long, and replace() half as long again.
    return b"".join(raw.split(b"\r\n "))


def fold(line: bytes) -> bytes:
    """A whole line, without its end, in pieces of at most 75 octets, never inside a UTF-8 sequence."""
    if len(line) <= LONGEST:
        return line
    pieces, start, room = [], 0, LONGEST
    while len(line) - start > room:
        stop = start + room
        # No character has more than three octets after its first; more of them are no UTF-8.
        back = next((its for its in range(4) if line[stop - its] & 0xC0 != 0x80), 0)
        pieces.append(line[start : stop - back])
        start, room = stop - back, LONGEST - 1
    pieces.append(line[start:])
    return b"\r\n ".join(pieces)


def parse(raw: bytes) -> Line | None:
    """A content line, folded or not, with its end or without; None when it is no ``name:value``."""
    return parse_text(unfold(raw).decode("utf-8", "replace").removesuffix("\r\n"))


def parse_text(text: str) -> Line | None:
    """parse() for a line without folds and end."""
    name, colon, value = text.partition(":")
    if ";" not in name:
        return Line(name.upper(), (), value) if colon and _NAME.fullmatch(name) else None
    if colon and (one := _ONE_PARAM.fullmatch(name)):
        return Line(one[1].upper(), ((one[2].upper(), (one[3],)),), value)
    found = _NAME.match(text)
    return found and _parse_params(text, found)


def _parse_params(text: str, name: re.Match[str]) -> Line | None:
    at, params = name.end(), []
    while text[at : at + 1] == ";":
        found = _NAME.match(text, at + 1)
        if found is None:
            return None
        at, values = found.end(), [""]
        if text[at : at + 1] == "=":
            values, at = _parse_values(text, at + 1)
        params.append((found[0].upper(), tuple(values)))
    return Line(name[0].upper(), tuple(params), text[at + 1 :]) if text[at : at + 1] == ":" else None


def _parse_values(text: str, at: int) -> tuple[list[str], int]:
    values: list[str] = []
    while True:
        found = _VALUE.match(text, at)
        assert found is not None
        value = (found[1] or "") + found[2]
        values.append(_CARET.sub(lambda caret: _CARETS[caret[1]], value) if "^" in value else value)
        at = found.end()
        if text[at : at + 1] != ",":
            return values, at
        at += 1


def write(name: str, value: str, params: Iterable[tuple[str, str]] = ()) -> bytes:
    """A folded content line with its end. value: as it stands in the line; see escape().

    Neither value nor parameters can end the line, whatever they hold.
    """
    told = "".join(f";{its}={_quoted(held)}" for its, held in params)
    line = f"{name}{told}:{tidied(value).replace(chr(10), ' ')}"
    return fold(line.encode()) + b"\r\n"


def write_text(name: str, text: str, params: Iterable[tuple[str, str]] = ()) -> bytes:
    """A folded content line whose value is a TEXT."""
    return write(name, escape(text), params)


def _quoted(value: str) -> str:
    value = tidied(value).replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{value}"' if re.search("[;:,]", value) or not value else value


def tidied(text: str) -> str:
    """What of a text a TEXT can hold: each line end is a newline, other control characters are gone."""
    if not _SUSPECT.search(text):
        return text
    return _FORBIDDEN.sub("", _LINE_END.sub("\n", text))


def escape(text: str) -> str:
    """The TEXT that says it; unescape() gives tidied(text) back."""
    text = tidied(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def unescape(value: str) -> str:
    """The text that a TEXT says. A backslash that escapes nothing is one; ``\\r`` is a line end."""
    if "\\" not in value:
        return value
    # Most texts have but these three, and replacing them is twice as fast.
    text = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    return text if "\\" not in text else _ESCAPED.sub(lambda its: _UNESCAPED.get(its[1], its[0]), value)


def items(value: str) -> list[str]:
    """The texts of a list of TEXT values, divided by commas."""
    if "\\" not in value:
        return value.split(",")
    found, at = [], 0
    while at <= len(value):
        item = _ITEM.match(value, at)
        assert item is not None
        found.append(unescape(item[0]))
        at = item.end() + 1
    return found
