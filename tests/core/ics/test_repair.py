"""Bytes in any charset, with any line ends, become iCalendar text; what is changed is told with its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from core.ics import component
from core.ics.repair import normalised
from core.ics.scan import scan
from core.ics.split import Reading, read_calendar
from tests.core.ics.samples import NOW

LINES = (
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "UID:a",
    "DTSTART:20221012",
    "SUMMARY:été\\, 25 €",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
)
PLAIN = "\r\n".join(LINES)


def summary(reading: Reading) -> str:
    ((_, text),) = reading.objects
    return component.read(text, component.components(text)[0]).summary


def told(reading: Reading) -> list[tuple[int, str, str]]:
    return [(its.line, its.code, its.data) for its in reading.repairs]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_any_line_end_will_do(end: str) -> None:
    folded = PLAIN.replace(", ", ",\r\n  ").replace("END:VEVENT", "END:VALARM\r\nEND:VEVENT")
    reading = read_calendar(folded.replace("\r\n", end).encode())
    assert reading.objects == read_calendar(folded.encode()).objects
    assert summary(reading) == "été, 25 €"
    assert told(reading) == [(7, "stray-end", "VALARM")]


def test_the_last_line_needs_no_end() -> None:
    assert read_calendar(PLAIN.strip().encode()).objects == read_calendar(PLAIN.encode()).objects


@pytest.mark.parametrize(
    ("charset", "repairs"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", [(1, "charset", "utf-16")]),
        ("cp1252", [(5, "charset", "windows-1252")]),
    ],
)
def test_charsets_are_known(charset: str, repairs: list[tuple[int, str, str]]) -> None:
    reading = read_calendar(PLAIN.encode(charset))
    assert summary(reading) == "été, 25 €"
    assert told(reading) == repairs


def test_utf_16_the_other_way_round() -> None:
    assert summary(read_calendar(b"\xfe\xff" + PLAIN.encode("utf-16-be"))) == "été, 25 €"


def test_one_line_in_another_charset_leaves_the_others() -> None:
    data = PLAIN.encode().replace(b"END:VEVENT", "LOCATION:Évere".encode("cp1252") + b"\r\nEND:VEVENT")
    reading = read_calendar(data)
    assert summary(reading) == "été, 25 €"
    assert "LOCATION:Évere".encode() in reading.objects[0][1]


def test_a_fold_within_a_character_is_closed() -> None:
    cut = PLAIN.encode().replace("é".encode(), b"\xc3\r\n \xa9")
    reading = read_calendar(cut + cut.replace(b"UID:a", b"UID:a\0"))
    text = reading.objects[0][1]
    assert text.decode().count("SUMMARY:été\\, 25 €\r\n") == 2
    assert told(reading) == [(1, "charset", "windows-1252"), (12, "control-character", "")]


def test_halves_of_an_emoji_are_joined() -> None:
    data = PLAIN.encode().replace("€".encode(), b"\xed\xa0\xbd\xed\xb8\x80 \xed\xa0\xbd")
    assert summary(read_calendar(data)) == "été, 25 😀 \ufffd"


def test_bytes_that_no_charset_has_are_kept_somehow() -> None:
    assert summary(read_calendar(PLAIN.encode("cp1252").replace(b"\x80", b"\x81"))) == "été, 25 \x81"


def test_control_characters_go() -> None:
    reading = read_calendar(PLAIN.replace("été", "\0é\x07t\x7fé\t").encode())
    assert summary(reading) == "été\t, 25 €"
    assert told(reading) == [(5, "control-character", "")]


def test_nothing_comes_to_light_when_they_are_gone() -> None:
    """What hides a BEGIN or END from one reader must not unbalance the text for the next."""
    for hidden in ("BE\0GIN:VALARM", "BEG\r\n IN:VALARM", "EN\r\n D:VEVENT", "BEGIN;X=1:VALARM"):
        reading = read_calendar(
            PLAIN.replace("SUMMARY", f"{hidden}\r\nX-LONG:{'x' * 80}\r\nSUMMARY").encode()
        )
        assert len(reading.objects) == 1
        text = reading.objects[0][1]
        assert text.upper().count(b"\r\nBEGIN:") + 1 == text.upper().count(b"\r\nEND:")
        assert len(component.components(text)) == 1


def test_long_lines_are_folded_and_good_ones_left() -> None:
    odd = "X-A:1\r\n 2\r\n\t3\r\n"
    assert odd.encode() in read_calendar(PLAIN.replace("UID", odd + "UID").encode()).objects[0][1]
    reading = read_calendar(PLAIN.replace("été", "é" * 100).encode())
    assert max(map(len, reading.objects[0][1].split(b"\r\n"))) == 75
    assert summary(reading) == "é" * 100 + ", 25 €"
    assert not reading.repairs


def test_a_comma_in_a_text_is_escaped_and_says_the_same() -> None:
    plain = PLAIN.replace("été\\", "été")
    lines = 'LOCATION;X-P=1:a, b; c\\, d\r\nCATEGORIES:x,y\r\nCONTACT;X-P="a:b":c, d\r\n'
    reading = read_calendar(plain.replace("DTSTART", lines + "DTSTART").encode())
    ((_, text),) = reading.objects
    wanted = 'LOCATION;X-P=1:a\\, b\\; c\\, d\r\nCATEGORIES:x,y\r\nCONTACT;X-P="a:b":c, d\r\n'
    assert wanted.encode() in text
    assert "SUMMARY:été\\, 25 €".encode() in text
    assert summary(reading) == "été, 25 €"
    assert not reading.repairs


def test_a_line_that_says_nothing_belongs_to_the_text_before_it() -> None:
    reading = read_calendar(PLAIN.replace("€", "€\r\n\r\nfree entry\r\n").encode())
    assert summary(reading) == "été, 25 €\nfree entry"
    assert told(reading) == [(7, "stray-line", "free entry")]


def test_it_stays_beside_that_text_until_somebody_edits_it_and_goes_along_to_other_programs() -> None:
    source = PLAIN.replace("€\r\n", "€\r\n;1\r\n2\\, 3\r\n")
    ((uid, text),) = read_calendar(source.encode()).objects
    assert "\r\nSUMMARY:été\\, 25 €\r\n" in text.decode()
    (ref,) = component.components(text)
    event = component.read(text, ref)
    (row,) = scan(text, UTC)
    assert event.summary == row.summary == "été, 25 €\n;1\n2, 3"
    assert component.read(component.restated(text, uid), ref) == event
    assert b"STRAY" not in component.restated(text, uid)
    edited = component.patch(text, ref, event, replace(event, summary="x"), NOW)
    assert component.read(edited, ref).summary == "x"
    assert b"STRAY" not in edited
    untouched = component.patch(text, ref, event, replace(event, contact="x"), NOW)
    assert component.read(untouched, ref).summary == event.summary


@pytest.mark.parametrize("before", ["", "X-LINK;VALUE=URI:https://example.org\r\n"])
def test_without_a_text_before_it_stands_by_itself(before: str) -> None:
    reading = read_calendar(PLAIN.replace("DTSTART", f"{before}stray\r\nDTSTART").encode())
    assert f"{before}X-PARVIS-STRAY:stray\r\nDTSTART".encode() in reading.objects[0][1]
    assert [its.data for its in reading.repairs] == ["stray"]


@pytest.mark.parametrize("before", range(65_531, 65_538))
def test_a_letter_of_a_long_file_may_be_cut_where_it_is_looked_through(before: int) -> None:
    good = b"X" * before + "𝄞é\r\n".encode()
    assert normalised(good) == (good, [])
    assert [its.code for its in normalised(good + "X-C:é\r\n".encode("cp1252"))[1]] == ["charset"]
