"""Texts and events that several tests of core.ics start from, and ways to look at a text."""

from __future__ import annotations

from datetime import UTC, date, datetime

from core.event import Event, Place
from core.ics import component
from core.ics.lines import raw_lines
from core.object import ComponentRef
from core.when import When

NOW = datetime(2022, 10, 10, 8, 30, tzinfo=UTC)
MASTER = ComponentRef(0)

SEED = Event(
    "u1",
    When.days(date(2022, 10, 12), date(2022, 10, 13)),
    summary="Réunion des ministres de la Défense des pays de l’OTAN",
    place=Place(("Siège de l'OTAN", "Bd Léopold III", "1030 Schaerbeek", "Belgique")),
)

FOREIGN = (
    b"BEGIN:VEVENT\r\nX-A;B=c:d\r\nuid:u1\r\nDTSTART;X-P=1:20221012T100000Z\r\nDURATION:PT1H\r\n"
    b"SUMMARY;LANGUAGE=fr:av\r\n ant\r\nCATEGORIES:a\r\nX-Z:1\r\nCATEGORIES:b,c\\,d\r\n"
    b"CONTACT:e\r\nCONTACT:f\r\nCLASS:X-SECRET\r\nSTATUS:X-MAYBE\r\nSEQUENCE:4\r\nDESCRIPTION:one\r\n"
    b'X-ALT-DESC;FMTTYPE=text/html:<p>two</p>\r\nATTENDEE;CN="x, y":mailto:a@b.example\r\n'
    b"BEGIN:VALARM\r\nSUMMARY:alarm\r\nDESCRIPTION:alarm\r\nEND:VALARM\r\nEND:VEVENT\r\n"
)


def read(text: bytes) -> Event:
    """The series itself, or the only event."""
    return component.read(text, MASTER)


def own(*lines: str) -> Event:
    """Of a VEVENT with these lines."""
    return read("\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", "")).encode())


def logical_lines(text: bytes) -> list[str]:
    """Unfolded, without their ends."""
    return [raw.decode().replace("\r\n ", "").rstrip("\r\n") for raw in raw_lines(text)]


def lines_of(text: bytes, name: str) -> list[str]:
    """The lines of one property."""
    return [its for its in logical_lines(text) if its.upper().startswith((name + ":", name + ";"))]
