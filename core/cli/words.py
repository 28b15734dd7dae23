"""What the command line says, in French and in English, by the language of the person's terminal."""

from __future__ import annotations

from collections.abc import Mapping

from core.cli import english, french
from core.phrases import Language

TABLES: Mapping[Language, Mapping[str, str]] = {"en": english.WORDS, "fr": french.WORDS}


def language_of(environ: Mapping[str, str]) -> Language:
    """The first of LC_ALL, LC_MESSAGES and LANG that says one (POSIX 8.2); English unless it is French."""
    chosen = next(filter(None, (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "fr" if chosen.lower().startswith("fr") else "en"


class Words:
    """The words of one language. They are looked up by code, and their blanks filled with the data."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._table = TABLES[language]

    def __call__(self, code: str, **data: object) -> str:
        """Raises KeyError for a code that has no words. data `n` chooses between singular and plural."""
        n = data.get("n")
        if isinstance(n, int) and f"{code}.one" in self._table and self._is_one(n):
            code = f"{code}.one"
        return self._table[code].format(**data)

    def __contains__(self, code: str) -> bool:
        return code in self._table

    def _is_one(self, n: int) -> bool:
        return n == 1 or (n == 0 and self.language == "fr")
