"""Content lines keep what is put into them, stay within 75 octets, and never end early."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.ics.lines import (
    LONGEST,
    Line,
    escape,
    fold,
    items,
    parse,
    raw_lines,
    tidied,
    unescape,
    unfold,
    write,
    write_text,
)
from tests.core.ics.strategies import long_texts, texts


@given(long_texts)
@example("é" * 200)
@example("a" * 74 + "𝄞")
def test_folding_is_undone_by_unfolding(text: str) -> None:
    line = tidied(text).replace("\n", "").encode()
    folded = fold(line)
    assert unfold(folded) == line
    pieces = folded.split(b"\r\n ")
    assert max(map(len, (pieces[0], *(b" " + its for its in pieces[1:])))) <= LONGEST
    for piece in pieces:
        piece.decode()  # No character is cut.


def test_lines_are_filled_before_they_are_folded() -> None:
    assert fold(b"x" * 75) == b"x" * 75
    assert fold(b"x" * 76) == b"x" * 75 + b"\r\n x"
    assert fold(b"x" * 150) == b"x" * 75 + b"\r\n " + b"x" * 74 + b"\r\n x"


def test_octets_that_are_no_text_are_folded_too() -> None:
    assert unfold(fold(b"\x80" * 300)) == b"\x80" * 300


@given(long_texts)
@example("C:\\News\\n")
@example("\\")
def test_escaping_is_undone_by_unescaping(text: str) -> None:
    assert unescape(escape(text)) == tidied(text)


@given(st.lists(texts, min_size=1))
def test_a_list_comes_apart_where_it_was_joined(texts: list[str]) -> None:
    assert items(",".join(map(escape, texts))) == list(map(tidied, texts))


@given(long_texts, texts, texts)
@example("", "^n", "^'^^")
def test_one_line_is_written_whatever_is_in_it(text: str, value: str, name: str) -> None:
    params = [("CN", value), ("X-P", name)]
    raw = write_text("SUMMARY", text, params)
    assert raw_lines(raw) == [raw]
    assert len(raw.splitlines()) == raw.count(b"\r\n")
    assert parse(raw) == Line("SUMMARY", (("CN", (tidied(value),)), ("X-P", (tidied(name),))), escape(text))


def test_a_value_that_is_no_text_cannot_end_its_line_either() -> None:
    assert write("RRULE", "FREQ=DAILY\r\nATTENDEE:x\v\0") == b"RRULE:FREQ=DAILY ATTENDEE:x \r\n"


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("a\rb\r\nc\nd", "a\nb\nc\nd"),
        ("a\vb\fc", "a\nb\nc"),
        ("c\x85d\u2028e\u2029f", "c\x85d\u2028e\u2029f"),
        ("\0a\x07b\x1bc\x7f\ud83dd", "abcd"),
        ("a\tb\u00a0\u202f’", "a\tb\u00a0\u202f’"),
    ],
)
def test_what_no_text_can_hold_is_left_out(text: str, tidy: str) -> None:
    assert tidied(text) == tidy


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (r"a\nb\Nc\,d\;e\\f", "a\nb\nc,d;e\\f"),
        (r"a\\nb", r"a\nb"),
        (r"say \"x\" \: y", 'say "x" : y'),
        (r"a\r\nb\rc", "a\nb\nc"),
        (r"C:\temp\x", r"C:\temp\x"),
        ("a\\", "a\\"),
    ],
)
def test_the_escapes_of_other_programs_are_understood(value: str, text: str) -> None:
    assert unescape(value) == text


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"summary:a;b:c", Line("SUMMARY", (), "a;b:c")),
        (b"DTSTART;TZID=Europe/Paris:x\r\n", Line("DTSTART", (("TZID", ("Europe/Paris",)),), "x")),
        (b'A;B="c;d:e,f";G=h,"i":j', Line("A", (("B", ("c;d:e,f",)), ("G", ("h", "i"))), "j")),
        (b"A;CN=x ^'y^' ^^ z^n:v", Line("A", (("CN", ('x "y" ^ z\n',)),), "v")),
        (b"SUM\r\n MARY;X=\r\n\t1:a\r\n  b", Line("SUMMARY", (("X", ("1",)),), "a b")),
        (b"A;B:c", Line("A", (("B", ("",)),), "c")),
        (b"A;B=:c", Line("A", (("B", ("",)),), "c")),
        (b'A;B="c"d:e', Line("A", (("B", ("cd",)),), "e")),
        (b"no line", None),
        (b"no name: x", None),
        (b";x:y", None),
        (b"A;B=c", None),
        (b"A;:b", None),
        (b"", None),
    ],
)
def test_lines_come_apart(raw: bytes, line: Line | None) -> None:
    assert parse(raw) == line
