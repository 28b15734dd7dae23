"""Quoted-printable values (RFC 2045 6.7), as vCalendar 1.0 and what still writes it have them."""

from __future__ import annotations

import re
from binascii import a2b_qp

# What a line that is quoted begins with.
_QUOTED = rb"[A-Za-z0-9_.-]++;(?:[^\r\n:]*;)?(?:ENCODING=)?QUOTED-PRINTABLE(?:;[^\r\n:]*)?:"
_HEAD = re.compile(_QUOTED, re.IGNORECASE)
_FOLDED_HEAD = re.compile(rb"^(?![ \t])(?:[^\r\n:]*+\r\n[ \t])++[^\r\n:]*+:", re.MULTILINE)
_FOLD = re.compile(rb"\r\n[ \t]")
# Such a line, whose ends but the last are soft. An END behind one is no part of a text.
_SOFT = re.compile(
    b"^" + _QUOTED + rb"(?:[^\r\n]*+(?:(?<==)\r\n(?!(?:BEGIN|END):)(?=.)|\r\n(?=[ \t])))++[^\r\n]*",
    re.MULTILINE | re.IGNORECASE | re.DOTALL,
)
# Before a space it is soft, too, unless it is a fold that came between the sign and what it escapes.
_BREAK = re.compile(rb"=\r\n(?![ \t][0-9A-F]{2})")
# Those of characters alone; Python has others, which do no more than that to bytes.
_CHARSET = re.compile(r"utf-?8|us-ascii|iso-8859-\d{1,2}|(?:windows-|cp)125\d|koi8-[ru]", re.IGNORECASE)


def folded(text: bytes) -> bytes:
    """Soft line breaks as folds (RFC 5545 3.1), so that a line is one and has as many line ends as before.

    text: a file's, with CRLF line ends.
    """
    if b"=\r\n" not in text:
        return text
    text = _FOLDED_HEAD.sub(_with_whole_head, text)
    return _SOFT.sub(lambda its: _BREAK.sub(b"\r\n ", its[0]), text)


def _with_whole_head(head: re.Match[bytes]) -> bytes:
    """Its folds behind it, where they would hide that what follows is quoted."""
    whole, folds = _FOLD.subn(b"", head[0])
    return whole + b"\r\n " * folds if _HEAD.fullmatch(whole) else head[0]


def decoded(value: str, charset: str) -> str:
    """What a quoted value says. An unknown charset, or a wrong one, is as good as any that fits."""
    octets = a2b_qp(value.encode("utf-8", "replace"))
    for name in (charset if _CHARSET.fullmatch(charset) else "utf-8", "utf-8", "cp1252"):
        try:
            return octets.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return octets.decode("latin-1")
