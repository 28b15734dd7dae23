"""The palette finds an action by some letters of its name, and does it once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from tests.ui.keyboard import type_text
from tests.ui.rooms import let_go
from ui.dialogs.palette import Palette


@dataclass
class Offer:
    """The palette with two actions that can be done and one that cannot, and what was done."""

    palette: Palette
    done: list[str]

    @property
    def found(self) -> QListWidget:
        return part(self.palette, QListWidget, "palette-actions")

    @property
    def shown(self) -> list[str]:
        return [self.found.item(row).text() for row in range(self.found.count())]


@pytest.fixture
def offer(qtbot: QtBot) -> Iterator[Offer]:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[str] = []
    actions = []
    for words in ("Duplicate", "Undo", "Export"):
        action = QAction(words, owner)
        action.triggered.connect(lambda _checked=False, words=words: done.append(words))
        action.setEnabled(words != "Export")
        actions.append(action)
    made = Palette(actions)
    made.show()
    yield Offer(made, done)
    let_go(made)


def test_only_what_can_be_done_is_offered(offer: Offer) -> None:
    assert offer.shown == ["Duplicate", "Undo"]


def test_enter_does_what_is_found(offer: Offer) -> None:
    search = part(offer.palette, QLineEdit, "palette-search")
    type_text(search, "und")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert offer.done == ["Undo"]
    assert not offer.palette.isVisible()


def test_a_click_does_it_once_where_one_click_activates_too(offer: Offer) -> None:
    offer.found.setStyleSheet("QListWidget { activate-on-singleclick: 1; }")
    place = offer.found.visualItemRect(offer.found.item(0)).center()
    QTest.mouseClick(offer.found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert offer.done == ["Duplicate"]
