"""The calendars of an agenda: made, named, coloured, hidden and deleted, each step undoable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.calendar import COLOURS, Calendar
from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from tests.ui.lists import icon
from tests.ui.rooms import Office, let_go, office
from ui.dialogs.calendars import CalendarsDialog
from ui.widgets.calendar_row import CalendarRow
from ui.widgets.colour_button import ColourButton, colour_words


@dataclass
class Room:
    """The dialog on an agenda with two calendars, the second with two events."""

    office: Office
    dialog: CalendarsDialog

    @property
    def stored(self) -> list[Calendar]:
        return self.office.workspace.store.calendars()

    def row(self, name: str) -> CalendarRow:
        return next(row for row in self.dialog.findChildren(CalendarRow) if row.name.text() == name)

    def button(self, name: str, words: str) -> QToolButton:
        """The one of a row that says what it does so."""
        buttons = self.row(name).findChildren(QToolButton)
        return next(its for its in buttons if its.accessibleName() == words)

    def rename(self, name: str, new: str) -> QLineEdit:
        line = self.row(name).name
        line.setFocus()
        line.selectAll()
        type_text(line, new)
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.office.settle()
        return line


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with office(qtbot, tmp_path / "agenda.parvis") as made:
        made.workspace.do(lambda agenda: agenda.create_calendar("Sport"))
        made.settle()
        second = made.workspace.store.calendars()[1].id
        for summary in ("Match", "Course"):
            made.event(summary, calendar=second)
        dialog = CalendarsDialog(made.workspace, icon)
        in_front(qtbot, dialog)
        yield Room(made, dialog)
        let_go(dialog)


def test_each_is_there_with_its_number_of_events(room: Room) -> None:
    assert [row.name.text() for row in room.dialog.findChildren(CalendarRow)] == ["Agenda", "Sport"]
    assert "2 event(s)" in [label.text() for label in room.row("Sport").findChildren(QLabel)]


def test_a_new_one_is_made_with_a_free_name_and_named_at_once(room: Room) -> None:
    for _ in range(2):
        part(room.dialog, QPushButton, "calendars-new").click()
        room.office.settle()
    assert [its.name for its in room.stored][2:] == ["New calendar", "New calendar 2"]
    line = room.row("New calendar 2").name
    assert line.hasFocus()
    assert line.selectedText() == "New calendar 2"
    room.office.undo()
    assert [row.name.text() for row in room.dialog.findChildren(CalendarRow) if row.isVisible()] == [
        "Agenda",
        "Sport",
        "New calendar",
    ]


def test_a_name_is_stored_when_it_is_left_and_undone(room: Room) -> None:
    room.rename("Sport", "Culture ")
    assert [its.name for its in room.stored] == ["Agenda", "Culture"]
    room.office.undo()
    assert [its.name for its in room.stored] == ["Agenda", "Sport"]
    assert room.row("Sport").name.text() == "Sport"


@pytest.mark.parametrize(("name", "said"), [("AGENDA", "“AGENDA”"), (" ", "enter a name")])
def test_a_name_that_is_taken_or_blank_is_said_at_its_field(room: Room, name: str, said: str) -> None:
    line = room.rename("Sport", name)
    assert said in part(room.dialog, QLabel, f"{line.objectName()}-problem").text()
    assert line.text() == name
    assert [its.name for its in room.stored] == ["Agenda", "Sport"]


def test_a_colour_is_picked_by_its_name(room: Room) -> None:
    button = room.row("Sport").findChildren(ColourButton)[0]
    button.menu().aboutToShow.emit()
    entries = {action.text(): action for action in button.menu().actions()}
    assert list(entries) == [colour_words(colour) for colour in COLOURS]
    entries["Raspberry"].trigger()
    room.office.settle()
    assert room.stored[1].colour == COLOURS[6]
    assert button.accessibleDescription() == "Raspberry"
    room.office.undo()
    assert room.stored[1].colour == COLOURS[1]


def test_a_colour_is_called_as_the_language_has_it(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    button = room.row("Sport").findChildren(ColourButton)[0]
    assert (button.accessibleDescription(), button.toolTip()) == ("Green", "Colour of Sport (Green)")
    monkeypatch.setattr("ui.widgets.colour_button.colour_words", lambda _colour: "Vert")
    QApplication.sendEvent(room.row("Sport"), QEvent(QEvent.Type.LanguageChange))
    assert (button.accessibleDescription(), button.toolTip()) == ("Vert", "Colour of Sport (Vert)")


def test_a_colour_from_elsewhere_has_a_word_too() -> None:
    assert colour_words("#123456") == "Another colour"
    assert colour_words(COLOURS[0].lower()) == "Blue"


def test_one_is_hidden_and_shown(room: Room) -> None:
    room.button("Sport", "Hide the events of Sport").click()
    room.office.settle()
    assert room.stored[1].hidden
    room.button("Sport", "Show the events of Sport").click()
    room.office.settle()
    assert not room.stored[1].hidden


def test_one_is_deleted_with_its_events_once_that_is_meant_and_comes_back_whole(room: Room) -> None:
    room.button("Sport", "Delete Sport").click()
    ask = part(room.row("Sport"), QWidget, "calendar-delete-sure")
    assert ask.isVisible()
    assert ask.accessibleName() == "Delete “Sport” with its 2 event(s)?"
    assert part(ask, QPushButton, "calendar-delete-sure-no").hasFocus()
    part(ask, QPushButton, "calendar-delete-sure-yes").click()
    room.office.settle()
    store = room.office.workspace.store
    assert [its.name for its in room.stored] == ["Agenda"]
    assert store.objects_of(*(its.uid for its in store.objects([1, 2]))) == []
    room.office.undo()
    assert [its.name for its in room.stored] == ["Agenda", "Sport"]
    assert len(list(store.objects([1, 2]))) == 2


def test_escape_keeps_it(room: Room) -> None:
    room.button("Sport", "Delete Sport").click()
    ask = part(room.row("Sport"), QWidget, "calendar-delete-sure")
    QTest.keyClick(part(ask, QPushButton, "calendar-delete-sure-no"), Qt.Key.Key_Escape)
    room.office.settle()
    assert not ask.isVisible()
    assert room.dialog.isVisible()
    assert len(room.stored) == 2


def test_the_last_one_stays(room: Room) -> None:
    store_ids = [its.id for its in room.stored]
    room.office.workspace.do(lambda agenda: agenda.delete_calendar(store_ids[1]))
    room.office.settle()
    button = room.button("Agenda", "Delete Agenda")
    assert not button.isEnabled()
    assert "at least one calendar" in button.toolTip()


def test_what_could_not_be_stored_is_said_in_the_dialog(room: Room) -> None:
    before = room.stored[1]
    room.rename("Sport", "Culture")
    room.row("Culture").edited.emit(before, Calendar(before.id, "Autre", before.colour))
    room.office.settle()
    assert part(room.dialog, QLabel, "calendars-problem").isVisible()
    assert room.stored[1].name == "Culture"


def test_accessible_names_are_words_and_none_comes_twice(room: Room) -> None:
    controls = [*room.dialog.findChildren(QLineEdit), *room.dialog.findChildren(QToolButton)]
    names = [its.accessibleName() for its in controls]
    assert all(names)
    assert len(set(names)) == len(names)
