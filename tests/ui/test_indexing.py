"""An outdated index is computed anew once the agenda is open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import AgendaBusy
from core.progress import Job, Progress
from core.store import Store
from tests.ui.lists import at
from tests.ui.outings import Outing, outing
from ui.controllers.indexing import Indexing


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Outing]:
    """An agenda with one event, whose row says another summary; not open yet."""
    with outing(qtbot, tmp_path) as made:
        made.room.desk.add("Conseil", at(2))
        Indexing(made.window, made.room.workspace)
        sql(made, "UPDATE component SET summary = 'wrong'")
        yield made


def sql(here: Outing, statement: str) -> None:
    """Past the store."""
    with closing(sqlite3.connect(here.room.desk.path, isolation_level=None)) as database:
        database.execute(statement)


def outdate(here: Outing) -> None:
    sql(here, "UPDATE agenda SET value = '0' WHERE key = 'scanner'")


def test_an_outdated_index_is_computed_anew_and_shown(here: Outing) -> None:
    outdate(here)
    here.open()
    here.room.shows(["Conseil"])
    assert not here.room.workspace.store.index_is_outdated()
    assert here.message == ""


def test_one_that_is_up_to_date_is_left_alone(here: Outing) -> None:
    here.open()
    here.room.shows(["wrong"])
    assert not here.room.workspace.has_job


def test_an_agenda_that_can_only_be_read_keeps_its_own(here: Outing, monkeypatch: pytest.MonkeyPatch) -> None:
    outdate(here)
    monkeypatch.setattr(Store, "read_only", True)
    here.open()
    here.room.shows(["wrong"])
    assert not here.room.workspace.has_job


def test_what_keeps_it_from_it_is_said(here: Outing, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(store: Store) -> Job[int]:
        yield Progress(0, 1)
        raise AgendaBusy(store.location)

    outdate(here)
    monkeypatch.setattr(Store, "freshen", refuse)
    here.open()
    here.room.bot.waitUntil(lambda: "redaction.parvis" in here.message)
