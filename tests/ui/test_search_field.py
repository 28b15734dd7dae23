"""The search field tells what is typed once the typing pauses, and hands the keyboard on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import type_text
from tests.ui.lists import icon
from ui.widgets.search_field import PAUSE, SearchField


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def field(qtbot: QtBot, told: list[str]) -> SearchField:
    field = SearchField(icon)
    qtbot.addWidget(field)
    field.searched.connect(told.append)
    field.left_downwards.connect(lambda: told.append("v"))
    field.show()
    return field


def test_it_waits_for_a_pause(field: SearchField, told: list[str], qtbot: QtBot) -> None:
    type_text(field, "musée")
    assert told == []
    qtbot.waitUntil(lambda: told == ["musée"])


def test_what_a_program_sets_is_searched_too(field: SearchField, told: list[str], qtbot: QtBot) -> None:
    field.setText("otan")
    qtbot.waitUntil(lambda: told == ["otan"])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_going_on_searches_at_once(field: SearchField, told: list[str], key: Qt.Key) -> None:
    type_text(field, "otan")
    QTest.keyClick(field, key)
    assert told == ["otan", "v"]


def test_escape_clears_at_once(field: SearchField, told: list[str], qtbot: QtBot) -> None:
    type_text(field, "otan")
    qtbot.waitUntil(lambda: told == ["otan"])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert told == ["otan", ""]


def test_what_was_not_told_yet_is_not_when_cleared(field: SearchField, told: list[str], qtbot: QtBot) -> None:
    type_text(field, "otan")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.wait(PAUSE * 2)
    assert told == []


@pytest.mark.parametrize(("text", "kept"), [("otan", True), ("", False)])
def test_escape_goes_further_from_an_empty_field_alone(field: SearchField, text: str, kept: bool) -> None:
    field.setText(text)
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(field, escape)
    assert escape.isAccepted() is kept


def test_the_cross_is_there_while_something_stands_there(field: SearchField, told: list[str]) -> None:
    (clear,) = (its for its in field.findChildren(QAction) if its.text() == "Clear the search")
    assert not clear.isVisible()
    type_text(field, "o")
    assert clear.isVisible()
    clear.trigger()
    assert field.text() == ""
    assert not clear.isVisible()
    assert field.findChildren(QToolButton)


def test_it_shows_a_text_and_tells_nobody(field: SearchField, told: list[str], qtbot: QtBot) -> None:
    field.show_text("otan")
    qtbot.wait(PAUSE * 2)
    assert field.text() == "otan"
    field.show_text("")
    assert field.text() == ""
    assert told == []


def test_what_is_being_typed_stays(field: SearchField, told: list[str], qtbot: QtBot) -> None:
    type_text(field, "ot")
    qtbot.waitUntil(lambda: told == ["ot"])
    type_text(field, "an")
    field.show_text("ot")
    assert field.text() == "otan"
    qtbot.waitUntil(lambda: told == ["ot", "otan"])
