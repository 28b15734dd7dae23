"""A place is written line by line, and those used before are offered while its name is typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.event import Geo, Place
from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.widgets.place_editor import PlaceEditor

NATO = Place(("Siège de l’OTAN", "Bd Léopold III", "1110 Bruxelles"), Geo(50.8794, 4.4262))
TOWN = Place(("Siège de la commune",))


class Pane(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.place = PlaceEditor(self._suggest, self)
        self.other = QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.place)
        column.addWidget(self.other)
        self.told: list[tuple[str, object]] = []
        self.place.edited.connect(lambda lines: self.told.append(("edited", lines)))
        self.place.chosen.connect(lambda place: self.told.append(("chosen", place)))
        self.place.left.connect(lambda: self.told.append(("left", None)))

    def _suggest(self, prefix: str) -> list[Place]:
        self.asked.append(prefix)
        return [NATO, TOWN] if prefix.casefold().startswith("si") else []

    def popup(self) -> QAbstractItemView:
        popup = part(self.place, QCompleter).popup()
        assert popup is not None
        return popup


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[Pane]:
    made = Pane()
    qtbot.addWidget(made)
    made.resize(400, 240)
    in_front(qtbot, made)
    made.place.setFocus()
    yield made
    made.hide()


def test_lines_are_told_without_blank_ones(pane: Pane) -> None:
    type_text(pane.place, "Dépôt")
    QTest.keyClick(pane.place, Qt.Key.Key_Return)
    QTest.keyClick(pane.place, Qt.Key.Key_Return)
    type_text(pane.place, "B")
    assert pane.told[-1] == ("edited", ("Dépôt", "B"))


def test_showing_tells_nothing_and_leaves_what_says_the_same(pane: Pane) -> None:
    pane.place.show_place(NATO)
    assert pane.place.toPlainText() == "Siège de l’OTAN\nBd Léopold III\n1110 Bruxelles"
    assert pane.told == []
    pane.place.moveCursor(pane.place.textCursor().MoveOperation.End)
    QTest.keyClick(pane.place, Qt.Key.Key_Return)
    pane.place.show_place(NATO)
    assert pane.place.toPlainText().endswith("\n")


def test_places_used_before_are_offered_from_two_letters_on(pane: Pane) -> None:
    type_text(pane.place, "s")
    assert pane.asked == []
    assert not pane.popup().isVisible()
    type_text(pane.place, "i")
    assert pane.asked == ["si"]
    assert pane.popup().isVisible()
    assert pane.popup().model().rowCount() == 2
    type_text(pane.place, "x")
    pane.place.setPlainText("Ailleurs")
    assert not pane.popup().isVisible()


def test_one_that_is_chosen_brings_its_lines_and_coordinates(pane: Pane) -> None:
    type_text(pane.place, "si")
    QTest.keyClick(pane.popup(), Qt.Key.Key_Down)
    QTest.keyClick(pane.popup(), Qt.Key.Key_Return)
    assert pane.told[-1] == ("chosen", NATO)
    assert pane.place.toPlainText() == NATO.text


def test_enter_with_none_marked_goes_to_the_address(pane: Pane) -> None:
    type_text(pane.place, "si")
    QTest.keyClick(pane.place, Qt.Key.Key_Return)
    type_text(pane.place, "x")
    assert pane.told[-1] == ("edited", ("si", "x"))
    assert not pane.popup().isVisible()


def test_tab_leaves_and_undo_is_the_window_s(pane: Pane) -> None:
    type_text(pane.place, "x")
    assert not pane.place.document().isUndoAvailable()
    QTest.keyClick(pane.place, Qt.Key.Key_Tab)
    assert pane.other.hasFocus()
    assert pane.told[-1] == ("left", None)


def test_it_is_as_high_as_its_lines_within_bounds(pane: Pane) -> None:
    heights = []
    for count in (0, 2, 4, 6, 9):
        pane.place.show_place(Place(tuple(f"ligne {number}" for number in range(count))))
        heights.append(pane.place.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_read_only_it_is_read(pane: Pane) -> None:
    pane.place.show_place(NATO)
    pane.place.setReadOnly(True)
    type_text(pane.place, "x")
    assert pane.told == []
    assert pane.place.placeholderText() == ""
