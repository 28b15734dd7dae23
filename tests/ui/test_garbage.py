"""Garbage is collected on the GUI thread, and there it is collected."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.garbage import GarbageCollector


class Knot:
    """Keeps itself alive, until somebody collects."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GarbageCollector]:
    parent = QObject()
    yield GarbageCollector(parent)
    gc.enable()
    gc.unfreeze()


def test_no_other_thread_collects(collector: GarbageCollector) -> None:
    where: list[threading.Thread] = []
    gc.callbacks.append(lambda phase, _info: where.append(threading.current_thread()))
    try:
        worker = threading.Thread(target=lambda: [Knot() for _ in range(20_000)])
        worker.start()
        worker.join()
        assert not where
        collector.look()
        assert set(where) == {threading.main_thread()}
    finally:
        gc.callbacks.pop()


def test_what_nobody_holds_goes(qtbot: QtBot, collector: GarbageCollector) -> None:
    gone = weakref.ref(Knot())
    made = [Knot() for _ in range(2_000)]
    qtbot.waitUntil(lambda: gone() is None, timeout=5_000)
    assert made


def test_what_is_spared_is_looked_at_no_more(collector: GarbageCollector) -> None:
    spared = weakref.ref(Knot())
    collector.spare()
    gone = weakref.ref(Knot())
    gc.collect()
    assert gone() is None
    assert spared() is not None
