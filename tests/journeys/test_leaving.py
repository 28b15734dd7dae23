"""Going on to another event at once: what was typed is stored, and nobody is called back to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView

from core.query import EventQuery
from tests.journeys.desk import Desk


def test_a_new_event_left_at_once_is_stored_and_does_not_come_back(sit_down: Callable[..., Desk]) -> None:
    desk = sit_down()
    desk.press("Ctrl+N")
    desk.type("Premier")
    desk.settle()
    desk.press("Ctrl+N")
    desk.type("Second")
    rows = desk.named("event-list", QTableView)
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(0, 0)).center()
    )
    desk.settle()
    desk.qtbot.wait(200)
    assert desk.named("summary", QLineEdit).text() == "Premier"
    stored = desk.store()
    summaries = [its.summary for ref in stored.refs(EventQuery()) if (its := stored.event(ref))]
    stored.close()
    assert sorted(summaries) == ["Premier", "Second"]
