"""A pill shows one of a few values by a dot and a word, and tells another one when the person picks it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.front import in_front
from ui.widgets.pill import Pill

CHOICES = [("yes", "Confirmé", "ok"), ("no", "Annulé & fini", "danger"), (None, "Aucun", "muted")]


class Told:
    def __init__(self, qtbot: QtBot) -> None:
        self.icons: list[str] = []
        self.picked: list[object] = []
        self.pill = Pill(self._icon)
        qtbot.addWidget(self.pill)
        self.pill.setAccessibleName("Statut")
        self.pill.set_choices(CHOICES)
        self.pill.picked.connect(self.picked.append)

    def _icon(self, name: str) -> QIcon:
        self.icons.append(name)
        return QIcon()


@pytest.fixture
def told(qtbot: QtBot) -> Told:
    return Told(qtbot)


def test_the_value_is_a_dot_and_a_word(told: Told) -> None:
    told.pill.set_value("yes")
    assert told.pill.text() == "Confirmé"
    assert told.icons[-1] == "dot:ok"
    assert told.pill.accessibleDescription() == "Confirmé"
    told.pill.set_value("no")
    assert told.pill.text() == "Annulé && fini"
    assert told.picked == []


def test_no_value_is_a_choice_too(told: Told) -> None:
    told.pill.set_value("yes")
    told.pill.set_value(None)
    assert told.pill.text() == "Aucun"


def test_the_present_value_is_marked_in_the_menu(told: Told) -> None:
    told.pill.set_value("no")
    assert [action.isChecked() for action in told.pill.menu().actions()] == [False, True, False]


def test_picking_tells_once_and_the_same_again_nothing(told: Told) -> None:
    told.pill.set_value("yes")
    action = told.pill.menu().actions()[1]
    action.trigger()
    action.trigger()
    assert told.picked == ["no"]
    assert told.pill.value == "no"


def test_new_words_keep_the_value(told: Told) -> None:
    told.pill.set_value("no")
    told.pill.set_choices([("yes", "Confirmed", "ok"), ("no", "Cancelled", "danger")])
    assert told.pill.text() == "Cancelled"
    assert told.picked == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_a_key_opens_the_menu_and_picks(qtbot: QtBot, told: Told, key: Qt.Key) -> None:
    told.pill.set_value("yes")
    in_front(qtbot, told.pill)
    told.pill.setFocus()
    menu = told.pill.menu()

    def choose() -> None:
        menu.setActiveAction(menu.actions()[2])
        QTest.keyClick(menu, Qt.Key.Key_Return)

    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, choose))
    QTest.keyClick(told.pill, key)
    qtbot.waitUntil(lambda: told.picked == [None])
