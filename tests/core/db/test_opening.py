"""Which files are opened, which are made, and which are left as they are."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from core.db import opening
from core.errors import (
    AgendaBusy,
    AgendaDamaged,
    AgendaError,
    AgendaReadOnly,
    AgendaTooNew,
    FileProblem,
    NotAnAgenda,
)
from core.glance import glance
from core.object import ComponentRef
from core.query import EventQuery
from core.store import Store
from tests.core.agendas import DAY, ZONE, Clock, Desk, desk, vevent


def opened(path: Path, *, create: bool = True) -> Store:
    return Store.open(str(path), clock=Clock(), create=create, zone=ZONE)


def filled(path: Path, count: int = 1) -> Path:
    with desk(path) as made:
        made.put_all([vevent("SUMMARY:x", "DTSTART:20260310")] * count)
    return path


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)


def refused(path: Path, kind: type[AgendaError]) -> None:
    """It is refused, for that reason, and nothing is changed in it or beside it."""
    before, beside = path.read_bytes(), set(path.parent.iterdir())
    for create in (True, False):
        with pytest.raises(kind) as error:
            opened(path, create=create)
        assert type(error.value) is kind
        assert error.value.path == str(path)
    assert path.read_bytes() == before
    assert set(path.parent.iterdir()) == beside


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    sql(path, "CREATE TABLE bookmark (id)")
    refused(path, NotAnAgenda)
    sql(path, "DROP TABLE bookmark", "PRAGMA application_id=1")
    refused(path, NotAnAgenda)


def test_what_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all, " * 1_000)
    refused(path, NotAnAgenda)
    path.write_text("x")
    refused(path, NotAnAgenda)
    with pytest.raises(NotAnAgenda):
        opened(tmp_path)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    for create in (True, False):
        with pytest.raises(FileProblem) as problem:
            opened(path, create=create)
        assert (problem.value.path, problem.value.reason) == (str(path), "ENAMETOOLONG")
    assert glance(str(path), DAY) is None


def test_a_later_parvis_wrote_it(tmp_path: Path) -> None:
    path = filled(tmp_path / "agenda.parvis")
    sql(path, "UPDATE alembic_version SET version_num = '9999'")
    refused(path, AgendaTooNew)


def test_a_damaged_one(tmp_path: Path) -> None:
    path = filled(tmp_path / "agenda.parvis", 200)
    whole = path.read_bytes()
    for start in range(8192, len(whole), 8192):
        path.write_bytes(whole[:start] + b"\xff" * 4_000 + whole[start + 4_000 :])
        refused(path, AgendaDamaged)
    path.write_bytes(whole[: len(whole) // 2])
    refused(path, AgendaDamaged)
    path.write_bytes(whole)
    opened(path).close()


def test_damage_that_opening_does_not_see_is_told_when_it_is_met(tmp_path: Path) -> None:
    path = filled(tmp_path / "agenda.parvis", 200)
    store = opened(path)
    data = path.read_bytes()
    with path.open("r+b") as file:
        for start in range(8192, len(data), 8192):
            file.seek(start)
            file.write(b"\xff" * 64)
    with pytest.raises(AgendaDamaged):
        store.objects_of("1")
    with pytest.raises(AgendaDamaged):
        store.backup(tmp_path / "backup.parvis")
    assert not (tmp_path / "backup.parvis").exists()
    store.close()


def test_damage_that_only_the_first_question_meets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "agenda.parvis")
    with closing(sqlite3.connect(path)) as database:
        ((page,),) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'agenda'")
    with path.open("r+b") as file:
        file.seek((page - 1) * 8192)
        file.write(b"\xff" * 100)
    monkeypatch.setattr(opening, "CHECKED_WHOLE", 1_000)
    with pytest.raises(AgendaDamaged):
        opened(path)
    # Nothing holds the file: it can be replaced by a backup.
    assert set(tmp_path.iterdir()) == {path}


def test_an_empty_file_becomes_an_agenda_only_where_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "agenda.parvis"
    path.touch()
    with pytest.raises(NotAnAgenda):
        opened(path, create=False)
    assert path.stat().st_size == 0
    opened(path).close()
    # What is left of a process that was killed while it made one.
    empty = tmp_path / "empty.parvis"
    sql(empty, "PRAGMA journal_mode=WAL", "CREATE TABLE x (y)", "DROP TABLE x")
    opened(empty).close()
    with closing(Store.open(str(empty), clock=Clock(), create=False)) as store:
        assert store.zone == ZONE


def test_two_that_make_it_at_once_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "agenda.parvis")
    monkeypatch.setattr(opening, "state_of_file", lambda _: opening.State.NEW)
    store = opened(path)
    assert store.count(EventQuery()) == 1
    store.close()


def test_a_file_in_use_is_looked_at_with_its_latest_changes(here: Desk) -> None:
    here.add("x")
    again = opened(here.path)
    assert again.count(EventQuery()) == 1
    again.close()
    with closing(sqlite3.connect(here.path, isolation_level=None)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(AgendaTooNew):
            opened(here.path)


def test_a_file_that_is_too_large_to_be_checked_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "agenda.parvis")
    monkeypatch.setattr(opening, "CHECKED_WHOLE", 1_000)
    opened(path).close()


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, whom no file system refuses anything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that others can reach too."""
    folder = Path(tempfile.mkdtemp(prefix="parvis-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name != "posix", reason="rights are asked otherwise elsewhere")
def test_what_may_not_be_written_is_opened_to_be_read(shared: Path) -> None:
    path = filled(shared / "agenda.parvis")
    path.chmod(0o444)
    shared.chmod(0o555)
    before = path.read_bytes()
    with as_nobody():
        store = opened(path)
        assert store.read_only
        assert store.count(EventQuery()) == 1
        assert store.data_version() == store.data_version()
        with pytest.raises(AgendaReadOnly):
            store.put_draft(store.refs(EventQuery())[0], "summary", "x")
        store.close()
    assert path.read_bytes() == before
    assert list(shared.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="rights are asked otherwise elsewhere")
def test_one_that_another_program_has_open_is_read_with_its_latest_changes(shared: Path) -> None:
    with desk(shared / "agenda.parvis") as writing:
        writing.add("x")
        shared.chmod(0o555)
        with as_nobody():
            store = opened(writing.path)
            assert (store.read_only, store.count(EventQuery())) == (True, 1)
            store.close()
        shared.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="rights are asked otherwise elsewhere")
def test_what_may_not_be_read_made_or_brought_up_to_date(shared: Path) -> None:
    path = filled(shared / "agenda.parvis")
    secret = filled(shared / "secret.parvis")
    sql(path, "DELETE FROM alembic_version")
    path.chmod(0o444)
    secret.chmod(0)
    shared.chmod(0o555)
    with as_nobody():
        with pytest.raises(FileProblem) as problem:
            opened(secret)
        assert problem.value.reason == "EACCES"
        for wanted in (path, shared / "new.parvis"):
            with pytest.raises(AgendaReadOnly):
                opened(wanted)


# What goes wrong later


def test_another_program_that_writes_for_long(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.db.engine.BUSY_TIMEOUT", 100)
    other = opened(here.path)
    with closing(sqlite3.connect(here.path, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        with pytest.raises(AgendaBusy):
            other.put_draft(ComponentRef(1), "summary", "x")
        # Reading goes on meanwhile.
        assert other.count(EventQuery()) == 0
        database.execute("ROLLBACK")
    other.put_draft(ComponentRef(1), "summary", "x")
    other.close()
