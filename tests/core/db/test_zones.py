"""A zone that a file brings comes, goes and comes back with the event that uses it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.change import Change, Deed, Swap
from core.db.door import Door
from core.db.engine import Location
from core.db.reading import vtimezones
from core.db.zones import drop_unused_vtimezones, put_vtimezones
from core.importing import import_files
from core.object import CalendarObject
from core.order import start_of
from core.planned import ImportReport, Policy
from core.progress import finish
from core.query import EventQuery
from core.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    def now() -> datetime:
        return datetime(2026, 3, 1, tzinfo=UTC)

    store = Store.open(str(tmp_path / "agenda.parvis"), clock=now, zone="Europe/Brussels")
    yield store
    store.close()


def take(store: Store, offset: str, sequence: int) -> ImportReport:
    """An event at ten o’clock in a zone of the file’s own, so far from UTC."""
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Chez nous\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    event = (
        "BEGIN:VEVENT\r\nUID:a@x\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Chez nous:20260310T100000\r\n"
        f"SEQUENCE:{sequence}\r\nEND:VEVENT\r\n"
    )
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n{zone}{event}END:VCALENDAR\r\n"
    return finish(import_files(store, [text.encode()], None, Policy(again=True)))


def hour(store: Store) -> int:
    """When it begins, in UTC, as the list's order has it."""
    (entry,) = store.order(EventQuery()).entries
    return start_of(entry).hour


def test_undoing_an_import_brings_back_the_zone_that_it_replaced(store: Store) -> None:
    take(store, "+0500", 0)
    assert hour(store) == 5
    second = take(store, "-0300", 1)
    assert hour(store) == 13
    undone = store.revert(second.journal_id)
    assert hour(store) == 5
    redone = store.revert(undone.journal_id)
    assert hour(store) == 13
    store.revert(redone.journal_id)
    assert hour(store) == 5


def test_a_zone_that_came_while_its_event_was_away_goes_with_it(store: Store) -> None:
    take(store, "+0500", 0)
    (there,) = store.objects(store.object_ids(EventQuery()))
    deleted = store.apply(Change(Deed.DELETE, (Swap(there, None),)))
    again = take(store, "-0300", 1)
    assert hour(store) == 13
    store.revert(again.journal_id)
    store.revert(deleted.journal_id)
    assert hour(store) == 5


def test_a_zone_is_kept_as_long_as_the_history_knows_of_it(store: Store, tmp_path: Path) -> None:
    take(store, "+0500", 0)
    second = take(store, "-0300", 1)
    door = Door(Location.of(str(tmp_path / "agenda.parvis")), read_only=False)
    with door.writing() as connection:
        drop_unused_vtimezones(connection)
    door.close()
    store.revert(second.journal_id)
    assert hour(store) == 5


def test_an_event_gets_the_zones_that_it_brings_and_keeps_its_others(store: Store, tmp_path: Path) -> None:
    take(store, "+0500", 0)
    (here,) = store.objects(store.object_ids(EventQuery()))
    new = CalendarObject(here.id + 1, here.calendar_id, "b@x", here.text)
    door = Door(Location.of(str(tmp_path / "agenda.parvis")), read_only=False)
    with door.writing() as connection:
        bodies = {"a@x": {"Là-bas": b"other"}, "b@x": {"Chez nous": b"new"}}
        put_vtimezones(connection, [here, new], bodies)
        found = vtimezones(connection, [here.id, new.id])
    door.close()
    assert found[here.id].keys() == {"Chez nous", "Là-bas"}
    assert found[new.id] == {"Chez nous": b"new"}
