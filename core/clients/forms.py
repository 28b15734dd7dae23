"""Texts and addresses whose marks strict readers refuse, written with those that RFC 5545 has there."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from core.clients.draft import Draft
from core.ics.lines import Line, escape, write, write_text
from core.ics.reading import categories_of

_TEXTS: Final = ("SUMMARY", "LOCATION", "DESCRIPTION", "COMMENT", "CONTACT")
# 3.3.11: a backslash stands before one of these, and before a comma or a semicolon there is one.
_WELL_SAID = re.compile(r"(?:[^\\;,]++|\\[\\;,nN])*+")
_WELL_LISTED = re.compile(r"(?:[^\\;]++|\\[\\;,nN])*+")

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/?#].*)?")
_OF_URI: Final = "%/:?#[]@!$&'()*+,;=~-._"  # RFC 3986 2.2, 2.3


def in_marks(draft: Draft) -> None:
    """``text``: marks that RFC 5545 has not in a TEXT (3.3.11).

    Also a line end that stands as ``\\n`` behind BEGIN:VEVENT, with which nobody knows the event for one.
    """
    if draft.raw(0, 1)[0].strip().upper() != b"BEGIN:VEVENT":
        draft.exchange("text", {0: b"BEGIN:VEVENT\r\n"})
    for name in _TEXTS:
        for at, line in draft.read(name)[::-1]:
            if not _is_encoded(line) and not _WELL_SAID.fullmatch(line.value):
                draft.swap("text", [at], [write_text(name, line.text, _params(line))])
    for at, line in draft.read("CATEGORIES")[::-1]:
        if not _is_encoded(line) and not _WELL_LISTED.fullmatch(line.value):
            names = categories_of({"CATEGORIES": [line]})
            will = [write("CATEGORIES", ",".join(map(escape, names)), _params(line))] if names else []
            draft.swap("text", [at], will)


def addresses(draft: Draft) -> None:
    """``uri``: an address of other characters than RFC 3986 has, which 3.3.13 wants, or without a scheme.

    One that begins with a host is of the web.
    """
    for name in ("URL", "ATTACH"):
        for at, line in draft.read(name)[::-1]:
            if line.param("ENCODING") or line.param("VALUE").upper() == "BINARY":
                continue
            value = line.value.strip()
            if not _SCHEME.match(value):
                if name == "ATTACH":
                    continue
                value = f"https://{value}" if _HOST.fullmatch(value) else ""
            value = quote(value, safe=_OF_URI)
            if value != line.value:
                draft.swap("uri", [at], [write(name, value, _params(line))] if value else [])


def _is_encoded(line: Line) -> bool:
    return bool(line.param("ENCODING")) or line.plain != line.value


def _params(line: Line) -> list[tuple[str, str]]:
    return [(name, values[0]) for name, values in line.params]
