"""What other programs write is read as they mean it, and a value that cannot be read is none."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from core.event import Classification, Description, Event, Geo, Organizer, Place
from core.ics import component
from core.when import When
from tests.core.ics.samples import FOREIGN, own, read


def test_other_programs_properties_are_read() -> None:
    event = read(FOREIGN)
    assert event.uid == "u1"
    at_ten, at_eleven = datetime(2022, 10, 12, 10), datetime(2022, 10, 12, 11)
    assert event.when == When.times(at_ten, at_eleven, "UTC")
    assert event.summary == "avant"
    assert event.categories == ("a", "b", "c,d")
    assert event.contact == "e; f"
    assert event.classification is Classification.PRIVATE
    assert event.status is None
    assert event.sequence == 4
    assert event.description == Description("one")


def test_a_bad_value_is_none() -> None:
    event = own(
        "UID:u", "DTSTART:20221012", "DTEND:x", "GEO:1", "SEQUENCE:x", "RDATE:x", "STATUS:", "DTSTAMP:x"
    )
    assert event == Event("u", When.days(date(2022, 10, 12)))


def test_an_event_without_a_start_takes_place_when_its_override_would() -> None:
    text = b"BEGIN:VEVENT\r\nRECURRENCE-ID;VALUE=DATE:20221012\r\nEND:VEVENT\r\n"
    assert component.read(text, component.components(text)[0]).when == When.days(date(2022, 10, 12))
    assert own("DTSTART:x").when.start.is_date


@pytest.mark.parametrize(
    ("line", "organizer"),
    [
        ('ORGANIZER;CN="A, B":mailto:a%2Bb@c.example', Organizer("A, B", "a+b@c.example")),
        ("ORGANIZER:MAILTO:a@b.example?subject=x", Organizer("", "a@b.example")),
        ("ORGANIZER:a@b.example", Organizer("", "a@b.example")),
        ("ORGANIZER;CN=A:invalid:nomail", Organizer("A")),
        ("ORGANIZER:Jean Dupont", Organizer("Jean Dupont")),
    ],
)
def test_organizers_of_other_programs(line: str, organizer: Organizer) -> None:
    assert own(line).organizer == organizer


def test_what_stands_beside_a_property_counts_while_it_agrees() -> None:
    lines = ("LOCATION:a\\, b", "X-PARVIS-PLACE:a\\nb")
    assert own(*lines).place == Place(("a", "b"))
    assert own("LOCATION:c", lines[1]).place == Place(("c",))
    assert own("URL:https://a.example/x", "X-PARVIS-URL:a.example/x").url == "a.example/x"
    assert own("URL:https://b.example/x", "X-PARVIS-URL:a.example/x").url == "https://b.example/x"
    html = "X-ALT-DESC;FMTTYPE=text/html:<HTML><body onload=x><P>One&nbsp\\; <B>two</B></body>"
    assert own("DESCRIPTION:One two", html).description.html == "<p>One\u00a0 <strong>two</strong></p>"
    assert own("DESCRIPTION:Three", html).description == Description("Three")
    assert own(html).description.text == "One\u00a0 two"
    assert own("X-ALT-DESC;FMTTYPE=text/rtf:x").description == Description()


def test_apple_keeps_coordinates_elsewhere() -> None:
    assert own("X-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:50.5,4.5").place.geo == Geo(50.5, 4.5)
