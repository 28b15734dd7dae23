"""Somebody's very first start: nothing is there yet, and an agenda is."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.paths import Paths
from tests.ui.find import part
from ui.app import build
from ui.window import MainWindow

Start = Callable[[], MainWindow]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where nothing was ever written."""
    folder = tmp_path / "not" / "yet"
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    return folder


@pytest.fixture
def start(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    for owner in (sys, threading):
        monkeypatch.setattr(owner, "excepthook", owner.excepthook)  # put back at the end
    windows: list[MainWindow] = []

    def started() -> MainWindow:
        windows.append(build([]))
        qtbot.addWidget(windows[-1])
        windows[-1].show()
        return windows[-1]

    yield started
    for window in windows:
        window.close()
    gc.enable()
    gc.unfreeze()


def test_the_persons_own_agenda_is_made(start: Start, qtbot: QtBot) -> None:
    window = start()
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=20_000)
    assert Paths.of_person().agenda.is_file()
    assert window.messages.text == ""


def test_where_it_cannot_be_made_that_is_said_and_tried_again(start: Start, home: Path, qtbot: QtBot) -> None:
    home.mkdir(parents=True)
    in_the_way = home / "data"
    in_the_way.write_text("")
    window = start()
    qtbot.waitUntil(lambda: "agenda.parvis" in window.messages.text, timeout=20_000)
    in_the_way.unlink()
    part(window, QPushButton, "empty-retry").click()
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=20_000)
    assert Paths.of_person().agenda.is_file()
