"""The frame of the window, as it was the last time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.rooms import office
from ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with office(qtbot, tmp_path / "agenda.parvis") as made:
        window = MainWindow(made.workspace, [QWidget(), QWidget(), QWidget()])
        qtbot.addWidget(window)
        yield window


def test_it_fills_the_screen_again(window: MainWindow) -> None:
    before = window.state()
    window.setWindowState(Qt.WindowState.WindowMaximized)
    state = window.state()
    window.restore_state(before, ())
    assert not window.isMaximized()
    window.restore_state(state, ())
    assert window.isMaximized()


@pytest.mark.parametrize("state", ["A", "été", "\ud800", "====", "AAAA"])
def test_what_makes_no_sense_leaves_it_as_it_is(window: MainWindow, state: str) -> None:
    size, panes = window.size(), window.splitter.sizes()
    window.restore_state(state, (0, 1))
    assert window.size() == size
    assert window.splitter.sizes() == panes
