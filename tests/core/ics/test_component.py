"""An event goes into its text and comes out of it, and an edit moves no line but its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from core.event import Event, Organizer, Place, Status, changed_fields
from core.ics import component
from core.object import ComponentRef
from core.when import When

NOW = datetime(2022, 10, 10, 8, 30, tzinfo=UTC)
MASTER = ComponentRef(0)


def test_a_new_event_says_what_it_was_given() -> None:
    event = Event(
        "u1",
        When.times(datetime(2022, 10, 12, 18), datetime(2022, 10, 12, 20), "Europe/Brussels"),
        summary="Réunion; des, C:\\News",
        place=Place(("Siège de l'OTAN", "Bd Léopold III", "1030 Schaerbeek")),
        categories=("Défense, sécurité", "OTAN"),
        status=Status.CONFIRMED,
        organizer=Organizer("Service de presse"),
    )
    text = component.write(event, NOW)
    assert component.components(text) == [MASTER]
    assert changed_fields(event, component.read(text, MASTER)) == ()
    assert b"DTSTART;TZID=Europe/Brussels:20221012T180000\r\n" in text
    assert "LOCATION:Siège de l'OTAN\\, Bd Léopold III\\, 1030 Schaerbeek\r\n".encode() in text
    assert "CATEGORIES:Défense\\, sécurité,OTAN\r\n".encode() in text


def test_an_edit_replaces_the_lines_of_what_changed() -> None:
    text = (
        b"BEGIN:VEVENT\r\nX-A;B=c:d\r\nuid:u1\r\nDTSTART;X-P=1:20221012T100000Z\r\nDURATION:PT1H\r\n"
        b"SUMMARY;LANGUAGE=fr:avant\r\nCATEGORIES:a\r\nX-Z:1\r\nCATEGORIES:b\r\n"
        b"BEGIN:VALARM\r\nSUMMARY:alarm\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    )
    before = component.read(text, MASTER)
    after = component.patch(text, MASTER, before, replace(before, categories=("c", "d")), NOW)
    assert after == (
        b"BEGIN:VEVENT\r\nX-A;B=c:d\r\nuid:u1\r\nDTSTART;X-P=1:20221012T100000Z\r\nDURATION:PT1H\r\n"
        b"SUMMARY;LANGUAGE=fr:avant\r\nCATEGORIES:c,d\r\nX-Z:1\r\n"
        b"DTSTAMP:20221010T083000Z\r\nLAST-MODIFIED:20221010T083000Z\r\n"
        b"BEGIN:VALARM\r\nSUMMARY:alarm\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    )
