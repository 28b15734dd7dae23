"""A desk for each journey; every window is closed at its end."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.desk import Desk


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Each journey is made in both languages."""
    language: str = request.param
    return language


@pytest.fixture
def sit_down(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Opens a window on an agenda of this test's own."""
    desks: list[Desk] = []
    hooks = sys.excepthook, threading.excepthook

    def opened(language: str = "fr", *words: str, agenda: Path | None = None) -> Desk:
        desks.append(Desk(qtbot, agenda or tmp_path / "agenda.parvis", language, "light", *words))
        return desks[-1]

    yield opened
    sys.excepthook, threading.excepthook = hooks
    try:
        for desk in desks:
            desk.close()
    finally:
        gc.enable()
        gc.unfreeze()
