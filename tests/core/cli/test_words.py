"""The command line has all its words in both languages, and every error has some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from core import errors
from core.cli.parser import build
from core.cli.sentences import sentence
from core.cli.words import TABLES, Words, language_of
from core.errors import AppError
from core.phrases import Language

LANGUAGES: tuple[Language, ...] = ("fr", "en")

SAMPLES: dict[str, object] = {
    "path": "/a/agenda.parvis",
    "field": "url",
    "text": "x",
    "what": "event",
    "name": "x",
    "uid": "u",
    "tzid": "Nowhere",
    "limit": 5,
    "reason": "EIO",
    "kind": "other",
    "fields": (),
}


def all_errors(kind: type[AppError] = AppError) -> Iterator[type[AppError]]:
    yield kind
    for its in kind.__subclasses__():
        yield from all_errors(its)


def sample(kind: type[AppError], **data: object) -> AppError:
    return kind(**{name: SAMPLES[name] for name in kind.__dataclass_fields__} | data)


def test_both_languages_say_the_same_things() -> None:
    assert TABLES["fr"].keys() == TABLES["en"].keys()
    for code, text in TABLES["en"].items():
        assert _blanks(text) == _blanks(TABLES["fr"][code]) or code.endswith(".one"), code


def _blanks(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_of_every_verb_has_words(language: Language) -> None:
    assert build(Words(language)).format_help()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(all_errors()))
def test_every_error_has_words_of_its_own(kind: type[AppError], language: Language) -> None:
    words = Words(language)
    assert f"error.{kind.__name__}" in words
    text = sentence(sample(kind), words)
    assert text
    assert "{" not in text


@pytest.mark.parametrize(
    ("error", "part"),
    [
        (errors.BadValue("url", "malformed", "ht!tp"), "ht!tp"),
        (errors.BadValue("categories", "required"), "--category"),
        (errors.NotFound("event", "abc"), "abc"),
        (errors.NotFound("elsewhere", "abc"), "abc"),
        (errors.FileProblem("/a/b.ics", "ENOENT"), "/a/b.ics"),
        (errors.FileProblem("/a/b.ics", "EIO"), "/a/b.ics"),
        (errors.NotICalendar("/a/b.ics", "html"), "web"),
        (errors.TooLarge(1_000), "1000"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_says_what_it_is_about(error: AppError, part: str, language: Language) -> None:
    assert part in sentence(error, Words(language))


def test_an_error_is_one_line() -> None:
    assert "\n" not in sentence(errors.BadValue("start", "malformed", "a\nb"), Words("en"))


def test_french_is_set_as_french_is() -> None:
    for code, text in TABLES["fr"].items():
        assert not re.search(r" [;:!?»]|« |'", text), code
        assert not re.search(r"\w[;!?]|\w:(?!//|\d)", text), code


def test_singular_and_plural() -> None:
    assert Words("en")("import.more", n=0) == "… and 0 more"
    assert Words("fr")("import.more", n=0) == "… et 0 autre"
    assert Words("fr")("import.more", n=2) == "… et 2 autres"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "C", "LC_MESSAGES": "fr_FR"}, "fr"),
        ({"LANG": "fr_FR", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_FR", "LC_ALL": ""}, "fr"),
        ({"LANG": "nl_BE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_terminals(environ: dict[str, str], language: Language) -> None:
    assert language_of(environ) == language
