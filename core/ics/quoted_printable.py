"""Quoted-printable values (RFC 2045 6.7), as vCalendar 1.0 and what still writes it have them."""

from __future__ import annotations

import re
from binascii import a2b_qp

# A line that is quoted, whose ends but the last are soft. An END behind one is no part of a text.
_SOFT = re.compile(
    rb"^[A-Za-z0-9_.-]++;(?:[^\r\n:]*;)?(?:ENCODING=)?QUOTED-PRINTABLE(?:;[^\r\n:]*)?:"
    rb"(?:[^\r\n]*+(?:(?<==)\r\n(?!(?:BEGIN|END):)(?=.)|\r\n(?=[ \t])))++[^\r\n]*",
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
    return _SOFT.sub(lambda its: _BREAK.sub(b"\r\n ", its[0]), text)


def decoded(value: str, charset: str) -> str:
    """What a quoted value says. An unknown charset, or a wrong one, is as good as any that fits."""
    octets = a2b_qp(value.encode("utf-8", "replace"))
    for name in (charset if _CHARSET.fullmatch(charset) else "utf-8", "utf-8", "cp1252"):
        try:
            return octets.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return octets.decode("latin-1")
