"""The time field reads what is typed at once, steps by the quarter, and offers the half hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from tests.ui.keyboard import type_text
from ui.widgets.time_field import TimeField, TimeList


@pytest.fixture(autouse=True)
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("fr_BE"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def told() -> list[tuple[str, object]]:
    return []


@pytest.fixture
def field(qtbot: QtBot, told: list[tuple[str, object]]) -> TimeField:
    field = TimeField()
    qtbot.addWidget(field)
    field.edited.connect(lambda clock: told.append(("edited", clock)))
    field.invalid.connect(lambda text: told.append(("invalid", text)))
    field.show()
    field.set_time(time(18, 30))
    field.selectAll()
    return field


def test_it_shows_the_time_and_tells_nobody(field: TimeField, told: list[tuple[str, object]]) -> None:
    assert field.text() == "18:30"
    assert field.time() == time(18, 30)
    assert told == []


def test_typing_is_read_at_each_key_and_written_in_full(
    field: TimeField, told: list[tuple[str, object]]
) -> None:
    type_text(field, "8 h 45")
    assert told[0] == ("edited", time(8))
    assert ("invalid", "8 h 4") in told
    assert told[-1] == ("edited", time(8, 45))
    assert field.text() == "8 h 45"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "08:45"


def test_24_hours_are_kept_as_they_were_typed(field: TimeField, told: list[tuple[str, object]]) -> None:
    type_text(field, "24h")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told[-1] == ("invalid", "24h")
    assert field.text() == "24h"
    assert field.time() is None
    assert field.property("invalid")


def test_seconds_are_shown_where_there_are_any(field: TimeField) -> None:
    field.set_time(time(18, 30, 15))
    assert field.text() == "18:30:15"


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (time(18, 30), Qt.Key.Key_Up, time(18, 45)),
        (time(18, 30), Qt.Key.Key_Down, time(18, 15)),
        (time(18, 37), Qt.Key.Key_Up, time(18, 45)),
        (time(18, 37), Qt.Key.Key_Down, time(18, 30)),
        (time(18, 30, 1), Qt.Key.Key_Down, time(18, 30)),
        (time(18, 30, 1), Qt.Key.Key_Up, time(18, 45)),
        (time(18, 7), Qt.Key.Key_PageUp, time(19, 7)),
        (time(18, 7), Qt.Key.Key_PageDown, time(17, 7)),
    ],
)
def test_steps(field: TimeField, told: list[tuple[str, object]], start: time, key: Qt.Key, end: time) -> None:
    field.set_time(start)
    QTest.keyClick(field, key)
    assert told == [("edited", end)]
    assert field.time() == end


@pytest.mark.parametrize(
    ("clock", "key"),
    [
        (time(23, 50), Qt.Key.Key_Up),
        (time(0), Qt.Key.Key_Down),
        (time(23), Qt.Key.Key_PageUp),
        (time(0, 59), Qt.Key.Key_PageDown),
    ],
)
def test_no_step_leaves_the_day(
    field: TimeField, told: list[tuple[str, object]], clock: time, key: Qt.Key
) -> None:
    field.set_time(clock)
    QTest.keyClick(field, key)
    assert field.time() == clock
    assert told == []


def test_steps_begin_near(field: TimeField) -> None:
    field.set_time(None)
    field.near = time(14)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.time() == time(14)


def test_a_half_hour_is_picked_from_the_list(field: TimeField, told: list[tuple[str, object]]) -> None:
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = part(field, TimeList)
    assert popup.isVisible()
    assert [popup.item(row).text() for row in range(popup.count())][::47] == ["00:00", "23:30"]
    assert popup.currentItem().text() == "18:30"
    QTest.keyClick(popup, Qt.Key.Key_Down)
    assert told == []
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert told == [("edited", time(19))]
    assert not popup.isVisible()


def test_a_half_hour_is_picked_by_mouse(field: TimeField, told: list[tuple[str, object]]) -> None:
    field.open_popup()
    popup = part(field, TimeList)
    place = popup.visualItemRect(popup.item(38)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [("edited", time(19))]


def test_escape_picks_nothing(field: TimeField, told: list[tuple[str, object]]) -> None:
    field.open_popup()
    popup = part(field, TimeList)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert told == []


def test_a_change_of_language_writes_the_time_anew(field: TimeField, qapp: QApplication) -> None:
    QLocale.setDefault(QLocale("en_US"))
    qapp.sendEvent(field, QEvent(QEvent.Type.LanguageChange))
    assert field.text() == "6:30\u202fPM"
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.time() == time(18, 45)
