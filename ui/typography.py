"""French spaces where text is shown: no break before ; : ! ?, in « » or 8 h 45. What is stored stays."""

from __future__ import annotations

import re

NARROW = "\N{NARROW NO-BREAK SPACE}"
WIDE = "\N{NO-BREAK SPACE}"

_BEFORE = re.compile(r"(?<=\S) (?=[;!?])")
_TIME = re.compile(r"(?<=\d) (?=h\b)|(?<=\d[ \u00a0]h) (?=\d\d\b)")
_COLON = re.compile(r"(?<=\S) (?=[:»])|(?<=«) (?=\S)")


def unbroken(text: str) -> str:
    """The same text with its plain spaces there replaced, one for one; where there is none, none is added."""
    return _TIME.sub(WIDE, _COLON.sub(WIDE, _BEFORE.sub(NARROW, text)))
