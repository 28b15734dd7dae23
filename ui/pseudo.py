"""A language that nobody speaks, accented and 40 % longer than English: it shows what clips."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QObject, QTranslator

GROWTH = 0.4

_ACCENTED = str.maketrans("AEIOUYCNSZaeiouycnsz", "ÀÉÎÕÜÝÇÑŠŽàéîõüýçñšž")
# What is not words: the blanks of Qt and Python, a tag, an entity, the mark of an access key.
_KEPT = re.compile(r"%(?:n|L?\d+)|\{[^{}]*\}|</?\w[^<>]*>|&\w+;|&(?=\S)")
_VOWEL = re.compile(r"[AEIOUYaeiouy]")


def pseudo(text: str) -> str:
    """The text between brackets, accented, its vowels doubled until it is long enough; blanks stay."""
    pieces = re.split(f"({_KEPT.pattern})", text)
    words = pieces[::2]
    lacking = ceil(GROWTH * sum(map(len, words)))
    for number, word in enumerate(words):
        grown, doubled = _VOWEL.subn(r"\g<0>\g<0>", word, count=lacking) if lacking else (word, 0)
        pieces[2 * number] = grown.translate(_ACCENTED)
        lacking -= doubled
    return f"[{''.join(pieces)}{'·' * lacking}]" if text else text


class PseudoTranslator(QTranslator):
    """Answers every question with the pseudo-language, for Qt's own words too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        return False  # else Qt does not install it

    def translate(
        self, context: str, text: str, _disambiguation: str | bytes | None = None, _n: int = -1
    ) -> str:
        # The names of keys, which menus show beside their words.
        return text if context == "QShortcut" else pseudo(text)
