"""Nothing is cut off, covered or sticks out: in each language, size and theme, and at a larger scale."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.demo import demo_agenda
from tests.journeys.measuring import misfits

ROOT = Path(__file__).resolve().parents[2]

# Seconds, for a process that takes five.
PATIENCE = 100


@pytest.mark.parametrize(
    ("language", "theme", "scale"),
    [
        ("pseudo", "light", "1"),
        ("pseudo", "dark", "1.5"),
        ("fr", "light", "1.5"),
        ("fr", "dark", "1"),
        ("en", "light", "1"),
    ],
)
def test_all_of_the_window_and_of_every_dialog_fits(
    tmp_path: Path, language: str, theme: str, scale: str
) -> None:
    agenda = demo_agenda(tmp_path, date.today())
    command = [sys.executable, "-m", "tests.journeys.fitting", str(agenda), language, theme]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert lines[-1:] == ["looked at everything"], done.stderr
    assert lines[:-1] == []


@pytest.mark.parametrize("kind", [QPushButton, QCheckBox, QLabel])
def test_what_does_not_fit_is_found(qtbot: QtBot, kind: type[QPushButton | QCheckBox | QLabel]) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    row = QHBoxLayout(pane)
    one, other = kind("Une réunion", pane), kind("Une autre", pane)
    row.addWidget(one)
    row.addWidget(other)
    pane.show()
    assert misfits(pane) == []
    other.setFixedWidth(30)
    qtbot.wait(10)
    assert ["lacks" in its for its in misfits(pane)] == [True]
    one.setGeometry(other.geometry().translated(-5, 0))
    assert any("overlaps" in its for its in misfits(pane))
    one.move(pane.width() - 5, 0)
    assert any("sticks out" in its for its in misfits(pane))
