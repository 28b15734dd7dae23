"""The categories of an agenda: counted, renamed, made one of two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from tests.ui.rooms import Office, let_go, office
from ui.dialogs.categories import CategoriesDialog


@dataclass
class Room:
    """The dialog on an agenda with three categories."""

    office: Office
    dialog: CategoriesDialog
    events: list[int]

    @property
    def table(self) -> QTableWidget:
        return part(self.dialog, QTableWidget, "categories-table")

    @property
    def shown(self) -> list[tuple[str, str]]:
        model = self.table.model()
        return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]

    @property
    def stored(self) -> list[tuple[str, int]]:
        return self.office.workspace.store.categories()

    def rename(self, old: str, new: str) -> None:
        """As the editor of the table does."""
        names = [name for name, _count in self.shown]
        item = self.table.item(names.index(old), 0)
        assert item is not None
        item.setText(new)
        self.settle()

    def settle(self) -> None:
        self.office.settle()
        self.office.bot.waitUntil(lambda: self.table.isEnabled() or self.ask.isVisible())
        self.office.settle()

    @property
    def ask(self) -> QWidget:
        return part(self.dialog, QWidget, "categories-merge")

    @property
    def problem(self) -> str:
        label = part(self.dialog, QLabel, "categories-problem")
        return label.text() if label.isVisible() else ""


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with office(qtbot, tmp_path / "agenda.parvis") as made:
        events = [
            made.event("Un", categories=("Sport", "Défense")),
            made.event("Deux", categories=("Sport",)),
            made.event("Trois", categories=("sports",)),
        ]
        dialog = CategoriesDialog(made.workspace)
        dialog.show()
        yield Room(made, dialog, events)
        let_go(dialog)


def test_each_is_there_with_its_number_of_events(room: Room) -> None:
    assert room.shown[0] == ("Sport", "2")
    assert sorted(room.shown[1:]) == [("Défense", "1"), ("sports", "1")]


def test_one_is_renamed_in_all_its_events_and_that_is_one_undo_step(room: Room) -> None:
    room.rename("Sport", " Football ")
    assert [room.office.categories(its) for its in room.events] == [
        ("Football", "Défense"),
        ("Football",),
        ("sports",),
    ]
    assert ("Football", "2") in room.shown
    room.office.undo()
    assert room.office.categories(room.events[0]) == ("Sport", "Défense")
    assert ("Sport", "2") in room.shown


def test_the_case_of_one_is_changed(room: Room) -> None:
    room.rename("sports", "Sports")
    assert not room.ask.isVisible()
    assert room.office.categories(room.events[2]) == ("Sports",)


def test_two_become_one_once_that_is_meant(room: Room) -> None:
    room.rename("sports", "sport")
    assert room.ask.accessibleName() == "“Sport” exists already. Make one of the two?"
    assert room.office.categories(room.events[2]) == ("sports",)
    part(room.ask, QPushButton, "categories-merge-yes").click()
    room.settle()
    assert room.office.categories(room.events[2]) == ("Sport",)
    assert ("Sport", "3") in room.shown
    room.office.undo()
    assert room.office.categories(room.events[2]) == ("sports",)


def test_they_stay_two_when_it_is_not(room: Room) -> None:
    room.rename("sports", "Sport")
    part(room.ask, QPushButton, "categories-merge-no").click()
    room.settle()
    assert sorted(room.stored) == [("Défense", 1), ("Sport", 2), ("sports", 1)]
    assert sorted(name for name, _count in room.shown) == ["Défense", "Sport", "sports"]


def test_a_blank_name_is_refused_in_words(room: Room) -> None:
    room.rename("Sport", "  ")
    assert room.problem == "Please enter a name."
    assert ("Sport", "2") in room.shown
    room.rename("Sport", "Football")
    assert room.problem == ""


def test_a_name_is_taken_back_too_where_the_dialog_was_closed_meanwhile(room: Room) -> None:
    workspace, events = room.office.workspace, room.events
    item = room.table.item([name for name, _count in room.shown].index("Sport"), 0)
    assert item is not None
    item.setText("Football")
    room.dialog.close()
    let_go(room.dialog)
    room.office.bot.waitUntil(lambda: not workspace.has_job)
    assert room.office.categories(events[1]) == ("Football",)
    room.office.undo()
    assert room.office.categories(events[1]) == ("Sport",)


def test_an_agenda_without_any_says_so(room: Room) -> None:
    room.office.workspace.do(lambda agenda: agenda.delete(room.events))
    room.office.settle()
    assert room.shown == []
    assert "No event has a category yet." in [label.text() for label in room.dialog.findChildren(QLabel)]
    assert not part(room.dialog, QPushButton, "categories-dialog-rename").isEnabled()
