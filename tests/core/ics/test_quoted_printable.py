"""Texts of vCalendar 1.0, which are quoted-printable: kept as they came, read as they mean, written plain."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from core.ics import component
from core.ics.quoted_printable import decoded
from core.ics.scan import scan
from core.ics.split import read_calendar
from tests.core.ics.samples import NOW

SOFT = (
    b"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261012T100000Z\r\n"
    b"DTEND:20261012T110000Z\r\n"
    b"SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9, =\r\nth=\r\n=C3=\r\n A9=\r\n vert\r\n"
    b"DESCRIPTION;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:un =E9t=E9=0D=0A=\r\nBEGIN: tard=\r\n"
    b"END:VEVENT\r\nstray\r\nEND:VCALENDAR\r\n"
)


def test_soft_line_breaks_are_folds_and_all_readers_say_what_is_meant() -> None:
    reading = read_calendar(SOFT.replace(b"BEGIN: tard", b"et tard"))
    ((_, text),) = reading.objects
    assert not [its for its in reading.repairs if its.code == "stray-line"]
    assert b"Caf=C3=A9" in text
    event = component.read(text, component.components(text)[0])
    assert read_calendar(b"BEGIN:VCALENDAR\r\n" + text + b"END:VCALENDAR\r\n").objects == [("a", text)]
    assert (event.summary, event.description.text) == ("Café, thé vert", "un été\net tard")
    (row,) = scan(text, UTC)
    assert (row.summary, row.description) == ("Café, thé vert", "un été\\net tard")


def test_a_fold_does_not_hide_that_a_line_is_quoted() -> None:
    hidden = SOFT.replace(b"BEGIN: tard", b"et tard").replace(
        b"SUMMARY;ENCODING=Q", b"SUM\r\n MARY;ENCOD\r\n\tING=Q"
    )
    reading = read_calendar(hidden)
    ((_, text),) = reading.objects
    assert component.read(text, component.components(text)[0]).summary == "Café, thé vert"
    assert read_calendar(b"BEGIN:VCALENDAR\r\n" + text + b"END:VCALENDAR\r\n").objects == [("a", text)]


def test_no_soft_line_break_swallows_the_frame() -> None:
    reading = read_calendar(SOFT)
    assert len(reading.objects) == 1
    assert "VEVENT" not in {its.data for its in reading.repairs if its.code == "missing-end"}


def test_an_edit_writes_it_plain() -> None:
    ((_, text),) = read_calendar(SOFT.replace(b"BEGIN: tard", b"et tard")).objects
    ref = component.components(text)[0]
    event = component.read(text, ref)
    edited = component.patch(text, ref, event, replace(event, summary="Thé, café"), NOW)
    assert "SUMMARY:Thé\\, café\r\n".encode() in edited
    assert b"DESCRIPTION;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:un =E9t=E9" in edited


@pytest.mark.parametrize(
    ("value", "charset", "text"),
    [
        ("=E9", "ISO-8859-1", "é"),
        ("=80", "windows-1252", "€"),
        ("=E9", "UTF-8", "é"),
        ("=81", "", "\x81"),
        ("=C3=A9", "hex", "é"),
        ("50 = 50", "utf-8", "50 = 50"),
        ("=C3=A9", "iso-8859-99", "é"),
    ],
)
def test_a_wrong_charset_is_as_good_as_any_that_fits(value: str, charset: str, text: str) -> None:
    assert decoded(value, charset) == text
