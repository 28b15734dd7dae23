"""One step taken back by itself, whatever was done since."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.change import Change
from core.object import ComponentRef
from core.query import EventQuery
from tests.ui.rooms import Office, office
from ui.undo import undo_of


@dataclass
class Desk:
    """An agenda with an event "A" that was deleted, and an event "B"."""

    office: Office
    kept: ComponentRef
    undo: Callable[[], None] = lambda: None
    reverted: list[Change] = field(default_factory=list)

    def delete(self, ref: ComponentRef) -> None:
        """Delete it; undo takes that back."""
        workspace = self.office.workspace

        def offer(journal_id: int) -> None:
            self.undo = undo_of(workspace, journal_id)

        workspace.do(lambda agenda: agenda.delete([ref]), lambda applied: offer(applied.journal_id))
        self.office.settle()

    def summaries(self) -> list[str]:
        self.office.settle()
        store = self.office.workspace.store
        events = (store.event(ref) for ref in store.refs(EventQuery()))
        return sorted(event.summary for event in events if event)

    def rename(self, summary: str) -> None:
        """Edit B, as one step."""
        before = self.office.workspace.store.event(self.kept)
        assert before is not None
        self.office.workspace.edit(self.kept, before, replace(before, summary=summary))
        self.office.settle()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, tmp_path / "agenda.parvis") as room:
        gone, kept = ComponentRef(room.event("A")), ComponentRef(room.event("B"))
        made = Desk(room, kept)
        room.workspace.reverted.connect(made.reverted.append)
        made.delete(gone)
        assert made.summaries() == ["B"]
        yield made


def test_the_last_step_is_taken_back_as_undo_does(desk: Desk) -> None:
    desk.undo()
    assert desk.summaries() == ["A", "B"]
    assert desk.office.workspace.undo_stack.canRedo()


def test_what_was_done_since_stays(desk: Desk) -> None:
    desk.rename("Bis")
    desk.undo()
    assert desk.summaries() == ["A", "Bis"]
    assert len(desk.reverted) == 1
    desk.office.undo()
    assert desk.summaries() == ["Bis"]
    desk.office.undo()
    assert desk.summaries() == ["B"]


def test_what_is_typed_and_not_stored_yet_stays(desk: Desk) -> None:
    workspace = desk.office.workspace
    before = workspace.store.event(desk.kept)
    assert before is not None
    workspace.begin(before, desk.kept).edit(replace(before, summary="Bis"))
    desk.undo()
    assert desk.summaries() == ["A", "Bis"]


def test_it_is_taken_back_once(desk: Desk) -> None:
    desk.rename("Bis")
    desk.undo()
    desk.undo()
    assert desk.summaries() == ["A", "Bis"]
    assert desk.office.failures == []


def test_another_step_in_its_place_stays(desk: Desk) -> None:
    desk.office.undo()
    desk.rename("Bis")
    desk.undo()
    assert desk.summaries() == ["A", "Bis"]


def test_done_again_it_is_taken_back_again(desk: Desk) -> None:
    desk.office.undo()
    desk.office.workspace.redo()
    assert desk.summaries() == ["B"]
    desk.rename("Bis")
    desk.undo()
    assert desk.summaries() == ["A", "Bis"]


def test_in_another_agenda_it_does_nothing(desk: Desk, tmp_path: Path) -> None:
    workspace = desk.office.workspace
    with desk.office.bot.waitSignal(workspace.opened):
        workspace.open(str(tmp_path / "other.parvis"))
    desk.office.event("C")
    desk.undo()
    assert desk.summaries() == ["C"]
