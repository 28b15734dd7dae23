"""Good files changed at random: nothing but an AppError comes of it, and no event beside is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from core.errors import AppError
from core.exporting import export_events
from core.ics import component
from core.ics.split import read_calendar
from core.importing import import_files
from core.progress import finish
from core.query import EventQuery
from core.store import Store
from tests.core.agendas import ZONE, Clock
from tests.core.ics.samples import FOREIGN

SEED = 20260901
READ = 300
STORED = 25

HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
ZONE_LINES = (
    b"BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\n"
    b"TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)
SERIES = (
    b"BEGIN:VEVENT\r\nUID:s\r\nDTSTAMP:20220101T000000Z\r\nDTSTART;TZID=Own:20221012T100000\r\n"
    b"RRULE:FREQ=WEEKLY;BYDAY=WE,FR;COUNT=9\r\nEXDATE;TZID=Own:20221014T100000\r\n"
    b'SUMMARY:R\xc3\xa9union\\, \xe2\x80\x9cune\xe2\x80\x9d\r\nX-ODD;A="b;c",d:1\r\nEND:VEVENT\r\n'
    b"BEGIN:VEVENT\r\nUID:s\r\nRECURRENCE-ID;TZID=Own:20221019T100000\r\n"
    b"DTSTART;TZID=Own:20221020T100000\r\nDURATION:PT1H\r\nSUMMARY:Moved\r\nEND:VEVENT\r\n"
)
NEIGHBOURS = tuple(
    f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20220101T000000Z\r\nDTSTART:20221012T100000Z\r\nEND:VEVENT\r\n".encode()
    for uid in ("GOOD1", "GOOD2")
)

# What takes the place of some bytes.
PIECES = (
    *(
        b"",
        b"\r\n",
        b"\n",
        b"\r",
        b"\r\n ",
        b"\0",
        b"\xef\xbb\xbf",
        b"\xff",
        b"\xed\xa0\xbd",
        b'"',
        b"\\",
        b";",
    ),
    *(b":", b",", b"=", b"^", b" ", b"\t", b"BEGIN:VALARM\r\n", b"\r\nEND:VEVENT\r\n", b"\r\nBEGIN:X-A\r\n"),
    *(
        b"99999999",
        b"-1",
        b"TZID=Europe",
        b"\r\nDTSTART:x\r\n",
        b"\r\nRRULE:FREQ=SECONDLY\r\n",
        b"\xe2\x80\xa8",
    ),
)


def mutants(count: int) -> Iterator[bytes]:
    """Files whose two outer events are whole; what stands between them was changed in up to six places."""
    random = Random(SEED)
    for _ in range(count):
        middle = bytearray(SERIES + FOREIGN)
        for _ in range(random.randint(1, 6)):
            at = random.randrange(len(middle))
            middle[at : at + random.choice((0, 0, 1, 2, 30))] = random.choice(PIECES)
        yield (
            HEAD + ZONE_LINES + NEIGHBOURS[0] + bytes(middle) + b"\r\n" + NEIGHBOURS[1] + b"END:VCALENDAR\r\n"
        )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(str(tmp_path_factory.mktemp("fuzz") / "a.parvis"), clock=Clock(), zone=ZONE)
    yield store
    store.close()


def test_no_event_beside_is_lost_and_reading_again_changes_nothing() -> None:
    for data in mutants(READ):
        objects = dict(read_calendar(data).objects)
        assert {"GOOD1", "GOOD2"} <= objects.keys(), data
        again = read_calendar(HEAD + b"".join(objects.values()) + b"END:VCALENDAR\r\n")
        assert dict(again.objects) == objects, data
        for text in objects.values():
            for ref in component.components(text):
                component.read(text, ref)


def test_what_was_stored_is_found_shown_and_comes_again_as_it_is(store: Store, tmp_path: Path) -> None:
    calendar_id = store.calendars()[0].id
    path = tmp_path / "out.ics"
    autumn = date(2022, 10, 1), date(2022, 11, 30)
    for data in mutants(STORED):
        report = finish(import_files(store, [data], calendar_id))
        assert all(isinstance(its, AppError) for its in report.problems)
        store.listed(store.order(EventQuery(), spread=autumn).entries[:50])
    finish(export_events(store, EventQuery(), path))
    again = finish(import_files(store, [path], calendar_id))
    assert (again.added, again.updated, again.older) == (0, 0, 0)
    assert again.same == len(store.object_ids(EventQuery()))
