"""A new event says what it was given, whatever is in its fields, and icalendar reads it so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import assume, given, settings
from icalendar import Calendar

from core.event import (
    EDITABLE,
    Description,
    Event,
    Geo,
    Organizer,
    Place,
    Recurrence,
    Stage,
    Status,
    changed_fields,
)
from core.ics import component
from core.ics.envelope import write_calendar
from core.ics.lines import raw_lines
from core.ics.writing import PARTS
from core.object import ComponentRef
from core.when import Moment, When
from tests.core.ics.samples import MASTER, NOW, SEED, lines_of, logical_lines, read
from tests.core.ics.strategies import events, plain_events


@settings(max_examples=50)
@given(plain_events())
def test_what_is_written_is_read_to_the_letter(event: Event) -> None:
    assert changed_fields(event, read(component.write(event, NOW))) == ()


@settings(max_examples=60)
@given(events())
def test_what_is_read_of_any_text_stays_so(event: Event) -> None:
    text = component.write(event, NOW)
    stored = read(text)
    assert component.as_stored(stored, NOW) == stored == component.as_stored(event, NOW)
    assert max(map(len, text.split(b"\r\n"))) <= 75
    assert component.components(text) == [MASTER]


@settings(max_examples=50)
@given(plain_events())
def test_icalendar_reads_the_same(event: Event) -> None:
    text = component.write(event, NOW)
    assume(rb"\\\\" not in text)  # It takes the N after a backslash for a line end.
    # And the colon after a backslash for a part of the name before both.
    assume(not event.organizer or not event.organizer.name.endswith("\\"))
    its: Any = Calendar.from_ical(b"".join(write_calendar([text], ()))).walk("VEVENT")[0]
    assert not its.errors
    assert its["SUMMARY"] == event.summary
    assert its.get("LOCATION", "") == event.place.location
    assert its.get("DESCRIPTION", "") == event.description.text
    categories = its.get("CATEGORIES")
    assert (tuple(map(str, categories.cats)) if categories else ()) == event.categories
    assert its["CONTACT"] == event.contact
    assert its["ORGANIZER"].params["CN"] == event.organizer.name
    start = its["DTSTART"].dt
    assert (start.replace(tzinfo=None) if isinstance(start, datetime) else start) == event.when.start.wall
    assert ("DTEND" in its) == (event.when.start != event.when.end)


def test_the_lines_of_a_new_event() -> None:
    event = replace(
        SEED,
        place=replace(SEED.place, geo=Geo(50.8771, 4.4217)),
        categories=("Défense, sécurité", "OTAN"),
        status=Status.CONFIRMED,
        stage=Stage.READY,
        url="https://example.org/é",
        organizer=Organizer('Le "Service"', "press@example.org"),
    )
    assert logical_lines(component.write(event, NOW)) == [
        "BEGIN:VEVENT",
        "UID:u1",
        "DTSTAMP:20221010T083000Z",
        "CREATED:20221010T083000Z",
        "LAST-MODIFIED:20221010T083000Z",
        "SEQUENCE:0",
        "SUMMARY:Réunion des ministres de la Défense des pays de l’OTAN",
        "DTSTART;VALUE=DATE:20221012",
        "DTEND;VALUE=DATE:20221014",
        "LOCATION:Siège de l'OTAN\\, Bd Léopold III\\, 1030 Schaerbeek\\, Belgique",
        "X-PARVIS-PLACE:Siège de l'OTAN\\nBd Léopold III\\n1030 Schaerbeek\\nBelgique",
        "GEO:50.8771;4.4217",
        'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Bd Léopold III, 1030 Schaerbeek, Belgique"'
        ';X-APPLE-RADIUS=100;X-TITLE="Siège de l\'OTAN":geo:50.8771,4.4217',
        "CATEGORIES:Défense\\, sécurité,OTAN",
        "STATUS:CONFIRMED",
        "URL:https://example.org/%C3%A9",
        "X-PARVIS-URL:https://example.org/é",
        "ORGANIZER;CN=\"Le ^'Service^'\":mailto:press@example.org",
        "X-PARVIS-STAGE:READY",
        "END:VEVENT",
    ]


def test_the_times_of_a_new_event() -> None:
    at = datetime(2022, 10, 12, 18)
    override = replace(
        SEED,
        when=When(Moment(at, "Europe/Brussels"), Moment(datetime(2022, 10, 12, 20), "UTC")),
        recurrence_id=Moment(at, "Europe/Brussels"),
        recurrence=Recurrence(
            ("FREQ=DAILY;UNTIL=20221014",),
            (Moment(at), Moment(at, "UTC"), When.times(at, None, "UTC"), Moment(date(2022, 10, 13))),
            (Moment(at, "Europe/Brussels"), Moment(datetime(2022, 10, 13, 18), "Europe/Brussels")),
        ),
    )
    text = component.write(override, NOW)
    assert logical_lines(text)[6:7] + logical_lines(text)[8:-3] == [
        "RECURRENCE-ID;TZID=Europe/Brussels:20221012T180000",
        "DTSTART;TZID=Europe/Brussels:20221012T180000",
        "DTEND:20221012T200000Z",
        "RRULE:FREQ=DAILY;UNTIL=20221014T215959Z",
        "RDATE:20221012T180000,20221012T180000Z",
        "RDATE;VALUE=PERIOD:20221012T180000Z/20221012T180000Z",
        "RDATE;VALUE=DATE:20221013",
        "EXDATE;TZID=Europe/Brussels:20221012T180000,20221013T180000",
    ]
    assert component.components(text) == [ComponentRef(0, "20221012T180000")]


def test_a_moment_has_no_end_and_a_day_has_one() -> None:
    """RFC 5545 3.8.2.2: DTEND is later than DTSTART."""
    moment = component.write(replace(SEED, when=When.times(datetime(2022, 10, 12, 18))), NOW)
    assert lines_of(moment, "DTSTART") == ["DTSTART:20221012T180000"]
    assert not lines_of(moment, "DTEND")
    day = component.write(replace(SEED, when=When.days(date(2022, 10, 12))), NOW)
    assert lines_of(day, "DTEND") == ["DTEND;VALUE=DATE:20221013"]


@pytest.mark.parametrize(
    ("start", "until", "written"),
    [
        (Moment(date(2022, 10, 12)), "20221014T120000Z", "20221014"),
        (Moment(datetime(2022, 10, 12)), "20221014", "20221014T235959"),
        (Moment(datetime(2022, 10, 12), "UTC"), "20221014T120000", "20221014T120000Z"),
        (Moment(datetime(2022, 10, 12), "America/New_York"), "20221014T120000", "20221014T160000Z"),
        (Moment(datetime(2022, 10, 12)), "whenever", "whenever"),
        # Where no text alone says how far the two clocks are apart.
        (Moment(datetime(2022, 10, 12)), "20221014T120000Z", "20221014T120000Z"),
        (Moment(datetime(2022, 10, 12), "Chez nous"), "20221014", "20221014"),
        (Moment(datetime(2022, 10, 12), "Chez nous"), "20221014T120000", "20221014T120000"),
    ],
)
def test_a_rule_ends_in_the_kind_of_time_that_it_starts_in(start: Moment, until: str, written: str) -> None:
    when = When.days(start.day) if start.is_date else When(start, start)
    event = replace(SEED, when=when, recurrence=Recurrence((f"FREQ=DAILY;UNTIL={until};WKST=MO",)))
    assert lines_of(component.write(event, NOW), "RRULE") == [f"RRULE:FREQ=DAILY;UNTIL={written};WKST=MO"]


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/?a=1&b=%20", ["URL:https://example.org/?a=1&b=%20"]),
        ("www.example.org/x", ["URL:https://www.example.org/x", "X-PARVIS-URL:www.example.org/x"]),
        ("http://a/ b%", ["URL:http://a/%20b%25", "X-PARVIS-URL:http://a/ b%"]),
        ("javascript:alert(1)", ["X-PARVIS-URL:javascript:alert(1)"]),
        ("http://", ["X-PARVIS-URL:http://"]),
        ("voir le site", ["X-PARVIS-URL:voir le site"]),
        ("", []),
    ],
)
def test_an_address_that_is_no_uri_is_kept_beside_one(url: str, written: list[str]) -> None:
    text = component.write(replace(SEED, url=url), NOW)
    assert lines_of(text, "URL") + lines_of(text, "X-PARVIS-URL") == written
    assert read(text).url == url


def test_an_organizer_without_an_address_is_a_contact() -> None:
    event = replace(SEED, contact="Anne; Bob", organizer=Organizer("Mairie", "no address"))
    text = component.write(event, NOW)
    assert lines_of(text, "CONTACT") == [
        "CONTACT:Anne\\; Bob",
        "CONTACT;X-PARVIS-ORGANIZER=TRUE:Mairie <no address>",
    ]
    assert not lines_of(text, "ORGANIZER")
    assert changed_fields(event, read(text)) == ()
    nameless = replace(SEED, organizer=Organizer("Mairie"))
    assert read(component.write(nameless, NOW)).organizer == Organizer("Mairie")


def test_no_text_can_bring_a_line_of_its_own() -> None:
    evil = "x\r\nATTENDEE:mailto:a@b.example\u2028END:VEVENT\nBEGIN:VALARM\0"
    event = replace(
        SEED, uid=evil, summary=evil, place=Place((evil,)), description=Description(evil), categories=(evil,),
        url=evil, contact=evil, organizer=Organizer(evil, "a@b.example"), cost=evil, source=evil,
        recurrence=Recurrence((f"FREQ=DAILY;X={evil}",)),
    )  # fmt: skip
    for line in raw_lines(component.write(event, NOW))[1:-1]:
        assert not line.startswith((b"ATTENDEE", b"BEGIN", b"END"))
        assert len(line.splitlines()) == line.count(b"\r\n")


def test_rich_text_is_kept_while_it_says_the_same() -> None:
    rich = Description("un  deux", "<p>un <strong>deux</strong></p>")
    assert read(component.write(replace(SEED, description=rich), NOW)).description == rich
    other = Description("trois", rich.html)
    assert read(component.write(replace(SEED, description=other), NOW)).description == Description("trois")
    pasted = Description("un\x02", "<p><em>un\x02</em></p>")
    told = read(component.write(replace(SEED, description=pasted), NOW)).description
    assert told == Description("un", "<p><em>un</em></p>")


def test_every_field_that_somebody_edits_has_its_lines() -> None:
    assert frozenset().union(*(part.fields for part in PARTS)) == set(EDITABLE)
