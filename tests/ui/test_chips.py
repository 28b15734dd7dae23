"""Categories are typed, offered and taken away as chips, by key as by mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.widgets.chips import TagEditor


class Pane(QWidget):
    """The chips, a field to go to, and what was told."""

    def __init__(self) -> None:
        super().__init__()
        self.tags = TagEditor(self)
        self.tags.setAccessibleName("Catégories")
        self.other = QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.tags)
        column.addWidget(self.other)
        self.told: list[list[str]] = []
        self.left = 0
        self.tags.edited.connect(self.told.append)
        self.tags.left.connect(self._on_left)

    def _on_left(self) -> None:
        self.left += 1

    def shown(self) -> list[str]:
        return [label.text() for label in self.tags.findChildren(QLabel) if label.isVisible()]

    def crosses(self) -> list[QToolButton]:
        return [button for button in self.tags.findChildren(QToolButton) if button.isVisible()]

    def offered(self) -> list[str]:
        completer = part(self.tags, QCompleter)
        model = completer.completionModel()
        return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[Pane]:
    made = Pane()
    qtbot.addWidget(made)
    made.resize(500, 120)
    in_front(qtbot, made)
    made.tags.setFocus()
    yield made
    made.hide()


def test_showing_tells_nothing(pane: Pane) -> None:
    pane.tags.set_tags(["International", "A, B"])
    assert pane.shown() == ["International", "A, B"]
    assert pane.tags.tags() == ["International", "A, B"]
    assert pane.told == []


@pytest.mark.parametrize("end", ["\r", ",", ";"])
def test_what_is_typed_becomes_a_chip(pane: Pane, end: str) -> None:
    type_text(pane.tags.entry, " Défense  européenne")
    assert pane.told == []
    if end == "\r":
        QTest.keyClick(pane.tags.entry, Qt.Key.Key_Return)
    else:
        type_text(pane.tags.entry, end)
    assert pane.told == [["Défense européenne"]]
    assert pane.shown() == ["Défense européenne"]
    assert pane.tags.entry.text() == ""


def test_keys_sent_to_the_field_itself_are_typed(pane: Pane) -> None:
    pane.other.setFocus()
    QTest.keyClicks(pane.tags, "Climat,")
    type_text(pane.tags, "Santé")
    QTest.keyClick(pane.tags, Qt.Key.Key_Return)
    assert pane.told[-1] == ["Climat", "Santé"]
    QTest.keyClick(pane.tags, Qt.Key.Key_Backspace)
    assert pane.told[-1] == ["Climat"]


def test_keys_that_the_line_refuses_do_not_go_round(pane: Pane) -> None:
    pane.tags.setFocus()
    QTest.keyClick(pane.tags.entry, Qt.Key.Key_Escape)
    QTest.keyClick(pane.tags.entry, Qt.Key.Key_F5)
    assert pane.told == []


def test_leaving_takes_what_is_typed_first(pane: Pane) -> None:
    seen: list[int] = []
    pane.tags.left.connect(lambda: seen.append(len(pane.told)))
    type_text(pane.tags.entry, "Culture")
    pane.other.setFocus()
    assert pane.told == [["Culture"]]
    assert seen == [1]


def test_a_paste_of_several_is_several(pane: Pane) -> None:
    pane.tags.entry.insert("Culture; Local,\tSociété, rest")
    pane.tags.entry.textEdited.emit(pane.tags.entry.text())
    assert pane.told == [["Culture", "Local", "Société"]]
    assert pane.tags.entry.text() == "rest"


def test_the_same_is_not_there_twice_and_is_written_as_it_is_in_use(pane: Pane) -> None:
    pane.tags.set_suggestions(["International"])
    type_text(pane.tags.entry, "international,")
    type_text(pane.tags.entry, "INTERNATIONAL,")
    type_text(pane.tags.entry, " ,")
    assert pane.told == [["International"]]


def test_those_in_use_are_offered_but_not_those_there(pane: Pane) -> None:
    pane.tags.set_suggestions(["International", "Interne", "Culture"])
    pane.tags.set_tags(["Interne"])
    type_text(pane.tags.entry, "nter")
    assert pane.offered() == ["International"]
    popup = part(pane.tags, QCompleter).popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert pane.told == [["Interne", "International"]]
    assert pane.tags.entry.text() == ""


def test_backspace_takes_the_last_one(pane: Pane) -> None:
    pane.tags.set_tags(["a", "b"])
    type_text(pane.tags.entry, "x")
    QTest.keyClick(pane.tags.entry, Qt.Key.Key_Backspace)
    assert pane.told == []
    QTest.keyClick(pane.tags.entry, Qt.Key.Key_Backspace)
    assert pane.told == [["a"]]


def test_chips_are_walked_and_removed_by_key(pane: Pane) -> None:
    pane.tags.set_tags(["a", "b", "c"])
    QTest.keyClick(pane.tags.entry, Qt.Key.Key_Left)
    assert pane.crosses()[2].hasFocus()
    QTest.keyClick(pane.crosses()[2], Qt.Key.Key_Left)
    QTest.keyClick(pane.crosses()[1], Qt.Key.Key_Delete)
    assert pane.told == [["a", "c"]]
    assert pane.crosses()[1].hasFocus()
    QTest.keyClick(pane.crosses()[1], Qt.Key.Key_Right)
    assert pane.tags.entry.hasFocus()


def test_a_click_removes_one_as_a_step_of_its_own(pane: Pane) -> None:
    pane.tags.set_tags(["a", "b"])
    pane.crosses()[0].click()
    assert pane.told == [["b"]]
    assert pane.left == 1


def test_what_comes_from_outside_leaves_what_is_being_typed(pane: Pane) -> None:
    type_text(pane.tags.entry, "Cul")
    pane.tags.set_tags(["Local"])
    assert pane.tags.entry.text() == "Cul"
    assert pane.shown() == ["Local"]


def test_each_part_says_what_it_is(pane: Pane) -> None:
    pane.tags.set_tags(["a", "b"])
    names = [button.accessibleName() for button in pane.crosses()]
    assert names == ["Remove a", "Remove b"]
    assert pane.tags.entry.accessibleName() == "Add to Catégories"


def test_read_only_chips_have_no_crosses(pane: Pane) -> None:
    pane.tags.set_tags(["a"])
    pane.tags.set_read_only(True)
    assert pane.shown() == ["a"]
    assert pane.crosses() == []
    assert not pane.tags.entry.isVisible()


def test_many_chips_take_more_lines(pane: Pane) -> None:
    before = pane.tags.heightForWidth(300)
    pane.tags.set_tags([f"catégorie {number}" for number in range(12)])
    assert pane.tags.heightForWidth(300) >= 3 * before
