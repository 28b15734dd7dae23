"""A file is what a calendar program opens rightly, and names the zones that it needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.ics import component
from core.ics.envelope import tzids, write_calendar
from core.ics.split import read_calendar
from core.when import Moment, When
from tests.core.ics.samples import NOW, SEED, lines_of, logical_lines

TEXTS = [component.write(replace(SEED, uid=uid), NOW) for uid in ("a", "b", "c")]
ZONE = b"BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\n"


def test_one_event_is_a_calendar_without_a_name() -> None:
    data = b"".join(write_calendar(TEXTS[:1], [ZONE, ZONE], name="Agenda"))
    lines = logical_lines(data)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[2].startswith("PRODID:-//Parvis//")
    assert lines[3:8] == ["CALSCALE:GREGORIAN", "METHOD:PUBLISH", *logical_lines(ZONE)]
    assert data.endswith(ZONE + TEXTS[0] + b"END:VCALENDAR\r\n")


def test_several_events_have_their_calendars_name() -> None:
    data = b"".join(write_calendar(iter(TEXTS), (), name="Agenda, 2022"))
    assert lines_of(data, "X-WR-CALNAME") == ["X-WR-CALNAME:Agenda\\, 2022"]
    assert not lines_of(b"".join(write_calendar(TEXTS, ())), "X-WR-CALNAME")


def test_what_is_written_is_read_back() -> None:
    reading = read_calendar(b"".join(write_calendar(TEXTS, [ZONE], name="Agenda, 2022")))
    assert reading.objects == list(zip("abc", TEXTS, strict=True))
    assert reading.vtimezones == {"X": ZONE}
    assert reading.name == "Agenda, 2022"
    assert [reading.repairs, reading.set_aside, reading.other] == [[], [], {}]


def test_the_zones_in_use_are_found() -> None:
    at = datetime(2022, 10, 12, 18)
    when = When(Moment(at, "Europe/Brussels"), Moment(at.replace(hour=20), 'Odd: "zone"; ' + "é" * 60))
    event = replace(SEED, when=when, summary="x;TZID=None:", url="https://a.example/;TZID=None:")
    text = component.write(event, NOW).replace(b"END:V", b"X-A;B=1:;TZID=None:2\r\nEND:V")
    assert tzids(text) == {"Europe/Brussels", 'Odd: "zone"; ' + "é" * 60}
    assert tzids(TEXTS[0]) == set()
