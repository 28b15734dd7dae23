"""Connections: one that writes, any number that read, and errors that say what a person can do."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from core.db.door import Door
from core.db.engine import Location
from core.db.faults import explained, fault
from core.errors import (
    AgendaBusy,
    AgendaDamaged,
    AgendaError,
    AgendaMissing,
    AgendaReadOnly,
    DiskFull,
    NotAnAgenda,
)
from core.query import EventQuery
from tests.core.agendas import Desk, desk


@pytest.fixture
def door(here: Desk) -> Iterator[Door]:
    made = Door(Location.of(str(here.path)), read_only=False)
    yield made
    made.close()


def test_sqlite_as_we_want_it(door: Door) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "page_size": 8192,
        "busy_timeout": 5_000,
    }
    for connect in (door.reading, door.writing):
        with connect() as connection:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
        assert found == wanted


def test_no_room_is_left(door: Door) -> None:
    # The same answer as from a disk that is full.
    with door.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
    with pytest.raises(DiskFull) as error, door.writing() as connection:
        connection.execute(text("INSERT INTO agenda VALUES ('x', :value)"), {"value": "x" * 1_000_000})
    assert error.value.path == door.location.shown
    with door.writing() as connection:
        assert connection.scalar(text("SELECT count(*) FROM agenda WHERE key = 'x'")) == 0
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")


def test_an_error_in_the_block_leaves_all_as_it_was(door: Door) -> None:
    def fail() -> None:
        with door.writing() as connection:
            connection.execute(text("INSERT INTO agenda VALUES ('x', 'y')"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with door.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM agenda WHERE key = 'x'")) == 0


def test_a_bug_of_ours_stays_one(door: Door) -> None:
    with pytest.raises(OperationalError), door.reading() as connection:
        connection.execute(text("SELECT nonsense"))


def test_the_version_changes_when_somebody_else_writes(here: Desk) -> None:
    seen = here.store.data_version()
    here.add("mine")
    assert here.store.data_version() == seen
    with desk(here.path) as other:
        other.add("theirs")
        assert here.store.data_version() != seen
        seen = here.store.data_version()
        here.add("mine")
        assert here.store.data_version() == seen


def test_while_we_write_the_version_is_as_it_was(door: Door) -> None:
    seen = door.data_version()
    answers = []
    with door.writing():
        asker = threading.Thread(target=lambda: answers.append(door.data_version()))
        asker.start()
        asker.join(10)
    assert answers == [seen]


def test_reading_sees_one_state(here: Desk, door: Door) -> None:
    with door.reading() as connection:
        before = connection.scalar(text("SELECT count(*) FROM component"))
        here.add("x")
        assert connection.scalar(text("SELECT count(*) FROM component")) == before
    assert here.store.count(EventQuery()) == 1


def test_many_threads_read_while_one_writes(here: Desk) -> None:
    failures = []

    def read() -> None:
        try:
            for _ in range(30):
                rows = here.store.listed(here.store.order(EventQuery()).entries)
                assert all(row.summary for row in rows)
        except BaseException as error:
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(30):
        here.add(f"event {number}")
    for reader in readers:
        reader.join(60)
    assert failures == []
    assert here.store.count(EventQuery()) == 30


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("told in English")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, AgendaBusy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, AgendaBusy),
        (sqlite3.SQLITE_LOCKED, AgendaBusy),
        (sqlite3.SQLITE_READONLY_DBMOVED, AgendaReadOnly),
        (sqlite3.SQLITE_CORRUPT_VTAB, AgendaDamaged),
        (sqlite3.SQLITE_NOTADB, NotAnAgenda),
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_CANTOPEN, AgendaMissing),
        (sqlite3.SQLITE_IOERR_WRITE, AgendaError),
    ],
)
def test_what_sqlite_says_and_what_it_means(code: int, kind: type[AgendaError]) -> None:
    for error in (sqlite_error(code), OperationalError("", {}, sqlite_error(code))):
        meant = fault(error, "here")
        assert type(meant) is kind
        assert meant.path == "here"
    with pytest.raises(kind), explained("here"):
        raise sqlite_error(code)


def test_what_only_a_programmer_can_act_on() -> None:
    assert fault(sqlite_error(sqlite3.SQLITE_ERROR), "here") is None
    assert fault(sqlite3.ProgrammingError("closed"), "here") is None
    assert fault(KeyError(), "here") is None


def test_a_server_that_does_not_answer() -> None:
    meant = fault(OperationalError("", {}, ConnectionRefusedError()), "postgresql://example.org")
    assert type(meant) is AgendaError


def test_a_location_shows_no_password(tmp_path: Path) -> None:
    server = Location.of("postgresql+psycopg://me:secret@example.org/agenda")
    assert (server.path, server.shown) == (None, "postgresql+psycopg://me:***@example.org/agenda")
    asked = Location.of("postgresql://example.org/agenda?user=me&password=secret")
    assert (asked.url.query["password"], asked.shown) == ("secret", "postgresql://example.org/agenda")
    assert Location.of(f"sqlite:///{tmp_path}/x").path == tmp_path / "x"
    assert Location.of("~/x").path == Path.home() / "x"
    assert Location.of("x").path == Path.cwd() / "x"
