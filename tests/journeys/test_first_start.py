"""Somebody's very first start: nothing is there yet, and an agenda is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.paths import Paths
from ui.app import build


def test_the_persons_own_agenda_is_made(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "not" / "yet" / name.lower()))
    window = build([])
    qtbot.addWidget(window)
    window.show()
    try:
        qtbot.waitUntil(lambda: window.workspace.is_open, timeout=20_000)
        assert Paths.of_person().agenda.is_file()
        assert window.messages.text == ""
    finally:
        window.close()
