"""A backup put in an agenda's place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.errors import AgendaDamaged, AgendaMissing, FileProblem, NotAnAgenda
from core.restoring import restore, verify
from core.store import Store

NOW = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)


def agenda(path: Path, calendar: str) -> Path:
    store = Store.open(str(path), clock=lambda: NOW, zone="Europe/Brussels")
    before = store.calendars()[0]
    from core.agenda import Agenda
    from core.calendar import Calendar

    Agenda(store, lambda: NOW).edit_calendar(before, Calendar(before.id, calendar))
    store.close()
    return path


def calendars(path: Path) -> list[str]:
    store = Store.open(str(path), clock=lambda: NOW)
    try:
        return [its.name for its in store.calendars()]
    finally:
        store.close()


def test_the_backup_takes_the_place_and_what_was_there_is_kept(tmp_path: Path) -> None:
    backup, here = agenda(tmp_path / "backup.parvis", "Old"), agenda(tmp_path / "agenda.parvis", "New")
    before = backup.read_bytes()
    kept = restore(backup, here, NOW)
    assert kept == tmp_path / "agenda 2026-03-01 18.30.00.parvis"
    assert (calendars(here), calendars(kept)) == (["Old"], ["New"])
    assert backup.read_bytes() == before


def test_twice_in_a_second_loses_nothing(tmp_path: Path) -> None:
    backup, here = agenda(tmp_path / "backup.parvis", "Old"), agenda(tmp_path / "agenda.parvis", "New")
    kept = {restore(backup, here, NOW), restore(backup, here, NOW)}
    assert {path.name for path in kept if path} == {
        "agenda 2026-03-01 18.30.00.parvis",
        "agenda 2026-03-01 18.30.00 (2).parvis",
    }


def test_where_nothing_is_there_is_nothing_to_keep(tmp_path: Path) -> None:
    backup = agenda(tmp_path / "backup.parvis", "Old")
    assert restore(backup, tmp_path / "agenda.parvis", NOW) is None
    assert calendars(tmp_path / "agenda.parvis") == ["Old"]


def test_what_a_killed_program_left_beside_goes_along(tmp_path: Path) -> None:
    backup, here = agenda(tmp_path / "backup.parvis", "Old"), agenda(tmp_path / "agenda.parvis", "New")
    here.with_name("agenda.parvis-wal").write_bytes(b"left over")
    kept = restore(backup, here, NOW)
    assert kept is not None
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"left over"
    assert not here.with_name("agenda.parvis-wal").exists()
    assert calendars(here) == ["Old"]


def test_only_a_sound_agenda_is_restored(tmp_path: Path) -> None:
    here = agenda(tmp_path / "agenda.parvis", "New")
    other, text = tmp_path / "other.db", tmp_path / "text.parvis"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE bookmark (id)")
    text.write_text("no database " * 1_000)
    for wrong, error in (
        (tmp_path / "gone.parvis", AgendaMissing),
        (other, NotAnAgenda),
        (text, NotAnAgenda),
    ):
        with pytest.raises(error):
            restore(wrong, here, NOW)
    assert calendars(here) == ["New"]


def test_a_damaged_backup_is_told_from_a_sound_one(tmp_path: Path) -> None:
    backup = agenda(tmp_path / "backup.parvis", "Old")
    data = bytearray(backup.read_bytes())
    for start in range(3 * 8192, len(data), 8192):
        data[start : start + 64] = b"\xff" * 64
    backup.write_bytes(data)
    with pytest.raises((AgendaDamaged, NotAnAgenda)):
        verify(backup)


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    backup = agenda(tmp_path / "backup.parvis", "Old")
    with pytest.raises(FileProblem):
        restore(backup, tmp_path / "gone" / "agenda.parvis", NOW)
