"""Every TZID of a file is defined in it, and means there what it means here."""

from __future__ import annotations

import pytest

from core.zoning import ZoneBook, called, with_zones_renamed

OWN = b"BEGIN:VTIMEZONE\r\nTZID:Chez nous\r\nX-N:%d\r\nEND:VTIMEZONE\r\n"


def test_an_iana_zone_is_written() -> None:
    book = ZoneBook("Europe/Brussels")
    book.take(1, {"Asia/Tokyo"}, {})
    assert b"TZID:Asia/Tokyo\r\n" in book.zones["Asia/Tokyo"]
    assert not book.names


def test_what_came_with_an_object_goes_with_it() -> None:
    book = ZoneBook("Europe/Brussels")
    for object_id in (1, 2):
        book.take(object_id, {"Chez nous"}, {"Chez nous": OWN % 1, "Unused": OWN % 2})
    assert book.zones == {"Chez nous": OWN % 1}
    assert not book.names


def test_one_name_with_two_meanings_becomes_two() -> None:
    book = ZoneBook("Europe/Brussels")
    for object_id, body in ((1, 1), (2, 2), (3, 1), (4, 3), (5, 2)):
        book.take(object_id, {"Chez nous"}, {"Chez nous": OWN % body})
    assert book.names == {
        2: {"Chez nous": "Chez nous (2)"},
        4: {"Chez nous": "Chez nous (3)"},
        5: {"Chez nous": "Chez nous (2)"},
    }
    assert book.zones["Chez nous (2)"] == (OWN % 2).replace(b"Chez nous", b"Chez nous (2)")


def test_a_name_that_is_taken_is_not_given_again() -> None:
    book = ZoneBook("Europe/Brussels")
    book.take(1, {"Chez nous", "Chez nous (2)"}, {"Chez nous": OWN % 1, "Chez nous (2)": OWN % 2})
    book.take(2, {"Chez nous"}, {"Chez nous": OWN % 3})
    assert book.names == {2: {"Chez nous": "Chez nous (3)"}}


@pytest.mark.parametrize(
    ("tzid", "rules"),
    [
        ("Romance Standard Time", "Europe/Paris"),
        ("/mozilla.org/20050126_1/Asia/Tokyo", "Asia/Tokyo"),
        ("Nowhere", "Europe/Brussels"),
    ],
)
def test_a_name_that_nobody_defines_is_written_as_it_is_read(tzid: str, rules: str) -> None:
    book, plain = ZoneBook("Europe/Brussels"), ZoneBook("Europe/Brussels")
    book.take(1, {tzid}, {})
    plain.take(1, {rules}, {})
    assert book.zones[tzid] == called(plain.zones[rules], tzid)


@pytest.mark.parametrize(
    ("line", "renamed"),
    [
        ("DTSTART;TZID=A:20221012T183000", 'DTSTART;TZID="B (2)":20221012T183000'),
        ('DTSTART;TZID="A":20221012T183000', 'DTSTART;TZID="B (2)":20221012T183000'),
        ("dtstart;tzid=A;VALUE=DATE-TIME:1", 'dtstart;tzid="B (2)";VALUE=DATE-TIME:1'),
        ('EXDATE;X-Q="a:b;TZID=A";TZID=A:1', 'EXDATE;X-Q="a:b;TZID=A";TZID="B (2)":1'),
        ("DTSTART;TZID=AA:1", "DTSTART;TZID=AA:1"),
        ("DTSTART;TZID=a:1", "DTSTART;TZID=a:1"),
        ("DESCRIPTION:;TZID=A:1", "DESCRIPTION:;TZID=A:1"),
        ('DESCRIPTION;ALTREP="x:;TZID=A:":y', 'DESCRIPTION;ALTREP="x:;TZID=A:":y'),
        ("X-TZID;Y=A:TZID=A", "X-TZID;Y=A:TZID=A"),
    ],
)
def test_names_are_changed_where_they_are_names(line: str, renamed: str) -> None:
    text = f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n".encode()
    wanted = f"BEGIN:VEVENT\r\n{renamed}\r\nEND:VEVENT\r\n".encode()
    assert with_zones_renamed(text, {"A": "B (2)"}) == wanted


def test_a_folded_line_is_folded_again() -> None:
    tzid = "Un nom de fuseau bien trop long pour tenir sur une seule ligne de soixante-quinze octets"
    folded = f"DTSTART;TZID={tzid[:30]}\r\n {tzid[30:]}\r\n :20221012T183000\r\n".encode()
    text = with_zones_renamed(folded, {tzid: "Été (2)"})
    assert text == 'DTSTART;TZID="Été (2)":20221012T183000\r\n'.encode()
    back = with_zones_renamed(text, {"Été (2)": tzid})
    assert max(map(len, back.split(b"\r\n"))) <= 75
    assert back.replace(b"\r\n ", b"") == f'DTSTART;TZID="{tzid}":20221012T183000\r\n'.encode()
