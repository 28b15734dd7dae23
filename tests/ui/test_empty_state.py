"""Each kind of emptiness says why, and offers what can be done, the first thing first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from ui.widgets.empty_state import WAYS, Emptiness, EmptyState


@pytest.fixture
def state(qtbot: QtBot) -> EmptyState:
    state = EmptyState()
    qtbot.addWidget(state)
    state.show()
    return state


def offered(state: EmptyState) -> list[str]:
    """From top to bottom."""
    buttons = [its for its in state.findChildren(QPushButton) if its.isVisible()]
    return [its.objectName() for its in sorted(buttons, key=lambda its: its.y())]


def primary(state: EmptyState) -> list[str]:
    return [its.objectName() for its in state.findChildren(QPushButton) if its.property("primary")]


@pytest.mark.parametrize(
    ("kind", "ways"),
    [
        (Emptiness.NEW, ["empty-new", "empty-import"]),
        (Emptiness.NO_MATCH, ["empty-clear"]),
        (Emptiness.NO_MATCH_UPCOMING, ["empty-all", "empty-clear"]),
        (Emptiness.NO_MATCH_PAST, ["empty-all", "empty-clear"]),
        (Emptiness.NO_UPCOMING, ["empty-all"]),
        (Emptiness.NO_PAST, ["empty-all"]),
        (Emptiness.HIDDEN, []),
        (Emptiness.CLOSED, ["empty-retry"]),
    ],
)
def test_it_offers_what_can_be_done(
    state: EmptyState, kind: Emptiness, ways: list[str], qtbot: QtBot
) -> None:
    state.show_state(kind)
    qtbot.wait(1)
    assert offered(state) == ways
    assert primary(state) == ways[:1]


def test_an_agenda_that_cannot_be_written_offers_no_writing(state: EmptyState) -> None:
    state.show_state(Emptiness.NEW, read_only=True)
    assert offered(state) == []


def test_it_tells_which_way_was_chosen(state: EmptyState) -> None:
    told: list[str] = []
    state.asked.connect(told.append)
    state.show_state(Emptiness.NO_MATCH_PAST)
    QTest.mouseClick(part(state, QPushButton, "empty-clear"), Qt.MouseButton.LeftButton)
    assert told == ["clear"]
    assert told[0] in WAYS


def test_it_says_why_an_agenda_is_not_open(state: EmptyState) -> None:
    state.show_state(Emptiness.CLOSED, "It is damaged.")
    assert "It is damaged." in [label.text() for label in state.findChildren(QLabel)]
    state.show_state(Emptiness.NEW)
    assert "It is damaged." not in [label.text() for label in state.findChildren(QLabel)]
