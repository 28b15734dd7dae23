"""The zone field finds a zone by a part of its name, and keeps the ones that it does not know."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCompleter,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.widgets.zone_field import ZoneField

Told = list[tuple[str, str]]


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def field(qtbot: QtBot, told: Told) -> Iterator[ZoneField]:
    pane = QWidget()
    qtbot.addWidget(pane)
    other = QWidget(pane)
    other.setObjectName("other")
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field = ZoneField(pane)
    column = QVBoxLayout(pane)
    column.addWidget(other)
    column.addWidget(field)
    field.set_local("Europe/Brussels")
    field.set_tzid("Europe/Brussels")
    field.edited.connect(lambda tzid: told.append(("edited", tzid)))
    field.invalid.connect(lambda text: told.append(("invalid", text)))
    field.left.connect(lambda: told.append(("left", "")))
    in_front(qtbot, pane)
    other.setFocus()
    yield field  # noqa: PT022  # the pane, which owns it, has to live meanwhile


def typed(field: ZoneField, text: str) -> None:
    field.setFocus()
    part(field, QLineEdit).selectAll()
    type_text(field, text)


def leave(field: ZoneField) -> None:
    offered(field).hide()  # as any key or click does that takes the focus elsewhere
    part(field.window(), QWidget, "other").setFocus()


def completer(field: ZoneField) -> QCompleter:
    return part(field, QCompleter)


def offered(field: ZoneField) -> QAbstractItemView:
    popup = completer(field).popup()
    assert popup is not None
    return popup


def test_it_shows_the_zone_and_tells_nobody(field: ZoneField, told: Told) -> None:
    assert field.currentText() == "Europe/Brussels"
    assert field.tzid() == "Europe/Brussels"
    assert told == []


def test_the_agenda_s_zone_stands_first_then_those_used_last(field: ZoneField) -> None:
    field.set_recent(["Asia/Tokyo", "Europe/Brussels"])
    field.setFocus()
    labels = [field.itemText(row) for row in range(field.count())]
    assert labels[:5] == ["Europe/Brussels", "Asia/Tokyo", "Floating (no zone)", "UTC", ""]
    assert labels[5:] == sorted(labels[5:])
    assert "America/New_York" in labels
    assert labels.count("Asia/Tokyo") == 1
    assert not {"GMT", "localtime", "Etc/GMT+1"} & set(labels)


def test_the_zones_are_read_when_they_are_first_wanted(field: ZoneField) -> None:
    assert field.count() < 10
    field.setFocus()
    assert field.count() > 300
    assert field.currentText() == "Europe/Brussels"


@pytest.mark.parametrize(
    ("text", "tzid"),
    [
        ("europe/paris", "Europe/Paris"),
        ("paris", "Europe/Paris"),
        ("New York", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("utc", "UTC"),
        ("floating (no zone)", ""),
    ],
)
def test_a_zone_is_named_in_full_or_by_its_city(field: ZoneField, told: Told, text: str, tzid: str) -> None:
    typed(field, text)
    assert told[-1] == ("edited", tzid)
    leave(field)
    assert field.tzid() == tzid
    assert field.currentText() == (tzid or "Floating (no zone)")
    assert told[-1] == ("left", "")


@pytest.mark.parametrize("text", ["Europe/Bruxelles", "Europe", "../etc/passwd", "Louisville", "é", ""])
def test_what_names_no_zone_stays_as_it_was_typed(field: ZoneField, told: Told, text: str) -> None:
    typed(field, text)
    if not text:
        QTest.keyClick(field, Qt.Key.Key_Delete)
    leave(field)
    assert not [tzid for kind, tzid in told if kind == "edited"]
    assert field.currentText() == text
    assert field.tzid() == "Europe/Brussels"


def test_the_zone_typed_again_is_understood_again(field: ZoneField, told: Told) -> None:
    typed(field, "Nowhere")
    assert told[-1] == ("invalid", "Nowhere")
    leave(field)
    assert field.property("invalid")
    typed(field, "Europe/Brussels")
    assert told[-1] == ("edited", "Europe/Brussels")
    leave(field)
    assert not field.property("invalid")


def test_a_zone_that_a_file_defines_is_shown_as_it_is(field: ZoneField, told: Told) -> None:
    field.set_tzid("Customized Time Zone")
    assert field.currentText() == "Customized Time Zone"
    field.setFocus()
    leave(field)
    assert field.tzid() == "Customized Time Zone"
    assert field.currentText() == "Customized Time Zone"
    assert told == [("left", "")]


def test_the_same_zone_from_outside_leaves_what_is_being_typed(field: ZoneField) -> None:
    typed(field, "paris")
    field.set_tzid("Europe/Paris")
    assert field.currentText() == "paris"
    field.set_tzid("UTC")
    assert field.currentText() == "UTC"


def test_a_text_set_from_outside_is_read_when_the_field_is_left(field: ZoneField, told: Told) -> None:
    field.setFocus()
    field.setEditText("Asia/Tokyo")
    leave(field)
    assert [its for its in told if its[0] == "edited"] == [("edited", "Asia/Tokyo")]
    assert told[-1] == ("left", "")


def test_a_zone_is_picked_from_the_list(field: ZoneField, told: Told) -> None:
    field.setFocus()
    field.showPopup()
    view = field.view()
    view.setCurrentIndex(field.model().index(field.findData("Asia/Tokyo"), 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert told == [("edited", "Asia/Tokyo"), ("left", "")]
    assert field.currentText() == "Asia/Tokyo"


def test_typing_offers_the_zones_with_that_in_their_names(field: ZoneField, told: Told) -> None:
    typed(field, "new yo")
    assert completer(field).completionCount() == 1
    assert completer(field).currentCompletion() == "America/New_York"
    QTest.keyClick(offered(field), Qt.Key.Key_Down)
    QTest.keyClick(offered(field), Qt.Key.Key_Return)
    assert told[-2:] == [("edited", "America/New_York"), ("left", "")]
    assert field.currentText() == "America/New_York"


def turn_wheel(field: ZoneField) -> bool:
    """Whether the field took it."""
    centre = QPointF(field.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(field.mapToGlobal(centre)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    field.wheelEvent(event)
    return event.isAccepted()


def test_the_wheel_changes_no_field_without_focus(field: ZoneField, told: Told) -> None:
    assert not turn_wheel(field)
    assert told == []
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus
    field.setFocus()
    assert turn_wheel(field)


class French(QTranslator):
    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return {"Floating (no zone)": "Heure locale flottante"}.get(text)


def test_a_change_of_language_renames_no_zone(field: ZoneField, qapp: QApplication) -> None:
    field.set_tzid("")
    translator = French()
    qapp.installTranslator(translator)
    try:
        qapp.sendEvent(field, QEvent(QEvent.Type.LanguageChange))
        assert field.currentText() == "Heure locale flottante"
        assert field.itemText(field.findData("")) == "Heure locale flottante"
        assert field.tzid() == ""
    finally:
        qapp.removeTranslator(translator)


def test_the_parts_have_names_of_their_own(field: ZoneField) -> None:
    field.setAccessibleName("Time zone")
    assert field.accessibleName() == "Time zone"
    assert part(field, QLineEdit).accessibleName() == "Search for a zone: Time zone"
    assert field.view().accessibleName() == "Zones: Time zone"
