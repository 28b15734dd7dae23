"""Full-text search: words folded by us alone, and two FTS5 tables kept in step with them by triggers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import TextClause, bindparam, text

from core.ics.lines import unescape

MAX_WORDS = 32
MAX_WORD = 64

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
# What Unicode does not take apart, and what a person may yet type as two letters or without its stroke.
_LETTERS = (("œ", "oe"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ı", "i"))
# What French and German texts have beyond Latin-1, and what is two letters in it.
_MARKS = (("œ", "oe"), ("Œ", "oe"), *((mark, " ") for mark in "’‘“”–—…€\u202f"))
_LATIN_MARKS = ((b"\xe6", b"ae"), (b"\xc6", b"ae"), (b"\xdf", b"ss"))


def _latin(code: int) -> int:
    """What a Latin-1 character is folded to, where that is one ASCII character; else itself."""
    plain = _plain(chr(code))
    return ord(plain or " ") if len(plain) < 2 and plain.isascii() else code


def _plain(text: str) -> str:
    """Letter by letter, for any script."""
    text = text.casefold()
    for letter, plain in () if text.isascii() else _LETTERS:
        text = text.replace(letter, plain)
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return " ".join(_WORD.findall(text))


_LATIN = bytes(map(_latin, range(256)))


def folded(text: str) -> str:
    """The words of a text without case, accents, ligatures and punctuation, one space between them."""
    # A table of bytes takes 10 µs for 2 kB; replacing letter by letter takes 50, taking them apart 400.
    latin = _latin_of(text)
    plain = None if latin is None else _ascii(latin)
    return _plain(text) if plain is None else b" ".join(plain.split()).decode()


def searchable(value: str) -> str:
    """The words of a TEXT (RFC 5545 3.3.11) with its escapes: folded(unescape(value)), with more spaces.

    A third of the time, as escapes are taken out of bytes, and nothing but words is looked for.
    """
    latin = _latin_of(value)
    if latin is not None and b"\\" in latin:
        latin = latin.replace(b"\\n", b"  ").replace(b"\\,", b"  ").replace(b"\\;", b"  ")
    plain = None if latin is None or b"\\" in latin else _ascii(latin)
    return folded(unescape(value)) if plain is None else plain.decode()


def _latin_of(text: str) -> bytes | None:
    """In Latin-1, if need be without the marks that it lacks."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        pass
    for mark, plain in _MARKS:
        text = text.replace(mark, plain)
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return None


def _ascii(latin: bytes) -> bytes | None:
    for mark, plain in () if latin.isascii() else _LATIN_MARKS:
        latin = latin.replace(mark, plain)
    plain = latin.translate(_LATIN)
    return plain if plain.isascii() else None


def words(typed: str) -> tuple[str, ...]:
    """What to look for in a string as typed: at most MAX_WORDS different words of at most MAX_WORD letters.

    Any string is safe: quotes, operators and control characters are no part of a word. One without a single
    word gives (), and filters nothing: a lone quote is the start of something, not a question.
    """
    # Folding makes a text at most 18 times as long (U+FDFA), so this bounds the work and not the words.
    found = folded(typed[: MAX_WORDS * MAX_WORD * 4]).split()
    return tuple(dict.fromkeys(word[:MAX_WORD] for word in found))[:MAX_WORDS]


def match(looked_for: Iterable[str]) -> str:
    """The FTS5 expression: every word, in any order and any column, as the beginning of one.

    A single letter before other words is an article that lost its vowel (``l'otan``) and stands for itself.
    """
    *earlier, last = looked_for
    terms = [f'"{word}"' if len(word) == 1 else f'"{word}" *' for word in earlier]
    return " AND ".join([*terms, f'"{last}" *'])


def matching_ids(looked_for: tuple[str, ...]) -> TextClause:
    """A subquery giving component ids. Up to two letters only summary and place are looked at, quickly."""
    table = "search_short" if max(map(len, looked_for)) <= 2 else "search_full"
    statement = text(f"SELECT rowid FROM {table} WHERE {table} MATCH :match")
    return statement.bindparams(bindparam("match", match(looked_for)))


def places_matching(looked_for: tuple[str, ...], limit: int) -> TextClause:
    """A subquery giving the ids of components in such places, the latest ones."""
    statement = text(
        "SELECT rowid FROM search_short WHERE search_short MATCH :match ORDER BY rowid DESC LIMIT :limit"
    )
    expression = f"place : ({match(looked_for)})"
    return statement.bindparams(bindparam("match", expression), bindparam("limit", limit))


def _table(name: str, columns: str, options: str) -> tuple[str, ...]:
    # The ascii tokenizer leaves everything beyond ASCII alone, so that words end where ours do: at a space.
    olds = ", ".join(f"old.{column}" for column in columns.split(", "))
    news = ", ".join(f"new.{column}" for column in columns.split(", "))
    forget = f"INSERT INTO {name}({name}, rowid, {columns}) VALUES ('delete', old.component_id, {olds});"
    learn = f"INSERT INTO {name}(rowid, {columns}) VALUES (new.component_id, {news});"
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content='component_words',"
        f" content_rowid='component_id', tokenize='ascii', {options})",
        f"CREATE TRIGGER {name}_insert AFTER INSERT ON component_words BEGIN {learn} END",
        f"CREATE TRIGGER {name}_delete AFTER DELETE ON component_words BEGIN {forget} END",
        f"CREATE TRIGGER {name}_update AFTER UPDATE ON component_words BEGIN {forget} {learn} END",
    )


SEARCH_DDL = (
    *_table("search_short", "summary, place", "prefix='1 2', detail='column'"),
    *_table("search_full", "summary, place, description, categories, contact", "detail='column'"),
)
SEARCH_TABLES = ("search_short", "search_full")
