"""A backup put in an agenda's place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from errno import EPERM
from pathlib import Path

import pytest

from core.errors import AgendaDamaged, AgendaMissing, FileProblem, NotAnAgenda
from core.restoring import put_aside, restore, verify
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


def test_what_has_no_suffix_is_found_again_too(tmp_path: Path) -> None:
    backup, here = agenda(tmp_path / "backup.parvis", "Old"), agenda(tmp_path / "agenda", "New")
    kept = [restore(backup, here, NOW), restore(backup, here, NOW)]
    assert put_aside(here) == sorted(path for path in kept if path)
    assert len(put_aside(here)) == 2


def test_where_nothing_is_there_is_nothing_to_keep(tmp_path: Path) -> None:
    backup = agenda(tmp_path / "backup.parvis", "Old")
    assert restore(backup, tmp_path / "agenda.parvis", NOW) is None
    assert calendars(tmp_path / "agenda.parvis") == ["Old"]


def killed(path: Path, calendar: str) -> Path:
    """An agenda whose last change stands in the log alone, as a program that is killed leaves it."""
    whole = agenda(path.with_name("whole.parvis"), "Before")
    with closing(sqlite3.connect(whole)) as database:
        database.execute("PRAGMA wal_autocheckpoint=0")
        database.execute("UPDATE calendar SET name = ?", [calendar])
        database.commit()
        for ending in ("", "-wal", "-shm"):
            shutil.copy(f"{whole}{ending}", f"{path}{ending}")
    whole.unlink()
    return path


def test_what_a_killed_program_left_in_the_log_goes_along(tmp_path: Path) -> None:
    backup, here = agenda(tmp_path / "backup.parvis", "Old"), killed(tmp_path / "agenda.parvis", "New")
    kept = restore(backup, here, NOW)
    assert kept is not None
    assert (calendars(here), calendars(kept)) == (["Old"], ["New"])


def test_what_nobody_can_read_is_kept_with_its_log(tmp_path: Path) -> None:
    backup, here = agenda(tmp_path / "backup.parvis", "Old"), tmp_path / "agenda.parvis"
    here.write_bytes(b"damaged")
    here.with_name("agenda.parvis-wal").write_bytes(b"its log")
    kept = restore(backup, here, NOW)
    assert kept is not None
    assert (kept.read_bytes(), kept.with_name(kept.name + "-wal").read_bytes()) == (b"damaged", b"its log")
    assert not here.with_name("agenda.parvis-wal").exists()
    assert calendars(here) == ["Old"]


def no_links(*_args: object, **_options: object) -> None:
    raise OSError(EPERM, "no links here")


def test_without_hard_links_it_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup, here = agenda(tmp_path / "backup.parvis", "Old"), agenda(tmp_path / "agenda.parvis", "New")
    monkeypatch.setattr(os, "link", no_links)
    kept = restore(backup, here, NOW)
    assert kept is not None
    assert (calendars(here), calendars(kept)) == (["Old"], ["New"])


def test_behind_a_link_the_agenda_itself_is_kept(tmp_path: Path) -> None:
    backup, there = agenda(tmp_path / "backup.parvis", "Old"), tmp_path / "there"
    there.mkdir()
    here = tmp_path / "agenda.parvis"
    here.symlink_to(agenda(there / "agenda.parvis", "New"))
    kept = restore(backup, here, NOW)
    assert kept == there / "agenda 2026-03-01 18.30.00.parvis"
    assert (calendars(here), calendars(kept)) == (["Old"], ["New"])
    assert here.is_symlink()


class PowerCut(BaseException):
    """Nothing is done any more."""


def cut_after(patch: pytest.MonkeyPatch, steps: int) -> None:
    """Let so many changes of a folder be made, and no other."""
    left = iter(range(steps))

    def until_then(change: Callable[..., object]) -> Callable[..., object]:
        def changed(*args: object, **options: object) -> object:
            if next(left, None) is None:
                raise PowerCut
            return change(*args, **options)

        return changed

    for name in ("link", "replace", "unlink"):
        patch.setattr(os, name, until_then(getattr(os, name)))


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("steps", range(7))
def test_a_power_cut_leaves_an_agenda_and_all_that_was_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int, links: bool
) -> None:
    backup, here = agenda(tmp_path / "backup.parvis", "Old"), killed(tmp_path / "agenda.parvis", "New")
    with monkeypatch.context() as patch:
        if not links:
            patch.setattr(os, "link", no_links)
        cut_after(patch, steps)
        with suppress(PowerCut):
            restore(backup, here, NOW)
    kept = tmp_path / "agenda 2026-03-01 18.30.00.parvis"
    assert calendars(here) in (["Old"], ["New"])
    assert ["New"] in [calendars(its) for its in (here, kept) if its.exists()]


@pytest.mark.parametrize("steps", range(7))
def test_a_power_cut_parts_no_database_from_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    backup, here = agenda(tmp_path / "backup.parvis", "Old"), tmp_path / "agenda.parvis"
    here.write_bytes(b"damaged")
    here.with_name("agenda.parvis-wal").write_bytes(b"its log")
    with monkeypatch.context() as patch:
        cut_after(patch, steps)
        with suppress(PowerCut):
            restore(backup, here, NOW)
    kept = tmp_path / "agenda 2026-03-01 18.30.00.parvis"
    pairs = [(its, its.with_name(its.name + "-wal")) for its in (here, kept)]
    found = [(its.read_bytes(), log.read_bytes()) for its, log in pairs if its.exists() and log.exists()]
    assert here.exists()
    assert (b"damaged", b"its log") in found
    assert all(its == (b"damaged", b"its log") for its in found)


def test_what_was_put_aside_is_found_again(tmp_path: Path) -> None:
    backup, here = agenda(tmp_path / "backup.parvis", "Old"), agenda(tmp_path / "agenda.parvis", "New")
    kept = [restore(backup, here, NOW), restore(backup, here, NOW)]
    before = tmp_path / "agenda 2026-03-01 18.30.00 before 0002.parvis"
    for path in (before, tmp_path / "agenda of others.parvis", tmp_path / "other 2026-03-01 18.30.00.parvis"):
        shutil.copy(backup, path)
    assert set(put_aside(here)) == {*kept, before}
    assert put_aside(tmp_path / "gone" / "agenda.parvis") == []


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
