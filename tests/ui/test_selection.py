"""What is chosen in the list: counted without reading it, read in one go, gone events left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import AgendaDamaged
from core.event import Recurrence, Status
from core.object import ComponentRef
from core.store import Store
from tests.core.agendas import vevent
from tests.ui.lists import Room, at, room
from ui.controllers.selection import Selection


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """A series of three dates, and two events."""
    with room(qtbot, tmp_path / "agenda.parvis") as made:
        made.desk.add("Weekly", at(2), recurrence=Recurrence(("FREQ=WEEKLY;COUNT=3",)))
        made.desk.add("Conseil", at(3), status=Status.CONFIRMED)
        made.desk.add("Débat", at(4), status=Status.CONFIRMED)
        made.workspace.open(str(made.desk.path))
        qtbot.waitUntil(lambda: made.workspace.is_open)
        made.settle()
        yield made


@pytest.fixture
def chosen(here: Room) -> Selection:
    return here.listing.selection


def test_nothing_is_chosen_before_an_agenda_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    with room(qtbot, tmp_path / "agenda.parvis") as made:
        its = made.listing.selection
        assert (its.count, its.first(), its.refs(), its.states()) == (0, None, [], set())


def test_several_dates_of_an_event_are_one(here: Room, chosen: Selection) -> None:
    here.pane.list.selectAll()
    assert len(here.selected()) == 5
    assert chosen.count == len(chosen.refs()) == len(chosen.object_ids()) == 3
    event = chosen.first()
    assert event is not None
    assert event.summary == "Weekly"
    assert chosen.refs()[0] == event.ref
    assert {status for status, _, _ in chosen.states()} == {None, Status.CONFIRMED}


def test_a_changed_date_of_a_series_is_another_event_of_the_same_object(
    here: Room, chosen: Selection
) -> None:
    series = vevent("SUMMARY:fair", "DTSTART:20260305T100000Z", "RRULE:FREQ=DAILY;COUNT=2")
    moved = vevent("SUMMARY:moved", "RECURRENCE-ID:20260306T100000Z", "DTSTART:20260307T100000Z")
    object_id = here.desk.put(series + moved)
    here.workspace.reloaded.emit()
    here.settle()
    here.pane.list.selectAll()
    assert ComponentRef(object_id, "20260306T100000Z") in chosen.refs()
    assert chosen.count == len(chosen.object_ids()) + 1


def test_what_is_gone_is_left_out(here: Room, chosen: Selection) -> None:
    here.pane.list.selectAll()
    here.desk.agenda.delete([chosen.object_ids()[0]])
    assert len(chosen.refs()) == 2
    assert chosen.count == 3  # until the list has heard of it


def test_an_agenda_that_cannot_be_read_is_told(
    here: Room, chosen: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []

    def refuse(_store: Store, _entries: object) -> None:
        raise AgendaDamaged("agenda.parvis")

    monkeypatch.setattr(Store, "refs_of", refuse)
    here.workspace.failed.connect(told.append)
    here.pane.list.selectAll()
    told.clear()
    assert chosen.refs() == []
    assert [type(error) for error in told] == [AgendaDamaged]
