"""Two starts on one agenda: the second one hands over its files, and ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.starts import start_beside
from ui.single import SingleWindow

Start = Callable[..., bool]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Start:
    return lambda location, *files: start_beside(qtbot, tmp_path, location, *files)


@pytest.fixture
def location(tmp_path: Path) -> str:
    return str(tmp_path / "agenda.parvis")


def test_files_come_over_whole(start: Start, location: str) -> None:
    window = SingleWindow(location)
    asked: list[list[str]] = []
    window.asked.connect(asked.append)
    many = [f"/home/claire/Événements/{number}\n\udcff.ics" for number in range(20_000)]
    assert start(location)
    assert start(location, "/tmp/œuvre.ics", "/tmp/two.ics")
    assert start(location, *many)
    assert asked == [[], ["/tmp/œuvre.ics", "/tmp/two.ics"], many]


def test_a_window_answers_for_its_own_agenda_alone(start: Start, location: str) -> None:
    assert not start(location, "/tmp/a.ics")
    window = SingleWindow(location)
    assert start(location)
    window.listen(f"{location}.other")
    assert not start(location)
    assert start(f"{location}.other")
