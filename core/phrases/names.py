"""Text made comparable, and the names of months and weekdays that it may begin."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final, Literal

Language = Literal["fr", "en"]

LONGEST: Final = 64  # characters; nobody writes a longer date, and it bounds the work
_SHORTEST_NAME: Final = 3

# CLDR's names, folded. Each abbreviation of CLDR's is the beginning of its name.
MONTHS: Final = (
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
)
WEEKDAYS: Final = (
    ("lundi", "monday"),
    ("mardi", "tuesday"),
    ("mercredi", "wednesday"),
    ("jeudi", "thursday"),
    ("vendredi", "friday"),
    ("samedi", "saturday"),
    ("dimanche", "sunday"),
)


def position(names: Sequence[tuple[str, str]], word: str) -> int | None:
    """The place of the name that a folded word begins; None without one, and for `jui`, which begins two."""
    if len(word) < _SHORTEST_NAME:
        return None
    places = [place for place, pair in enumerate(names) if any(name.startswith(word) for name in pair)]
    return places[0] if len(places) == 1 else None


def fold(text: str) -> str:
    """Lower case, no accents, nothing invisible, one kind of space and of dash; empty if too long."""
    if len(text) > LONGEST:
        return ""
    decomposed = unicodedata.normalize("NFKD", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    plain = "".join(_plain(character) for character in decomposed)
    return " ".join(plain.casefold().split())


def _plain(character: str) -> str:
    if character == "\N{MINUS SIGN}":
        return "-"
    category = unicodedata.category(character)
    return {"Pd": "-", "Mn": "", "Cf": ""}.get(category, character)
