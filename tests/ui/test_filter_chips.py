"""Chips: one of three spans, by mouse and by keys, and filters that can be taken away."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.lists import colour, icon
from ui.models.spans import Span
from ui.widgets.filter_chips import WIDEST, ActiveFilter, ActiveFilters, Chip, SpanChips


@pytest.fixture
def spans(qtbot: QtBot) -> SpanChips:
    spans = SpanChips(colour)
    qtbot.addWidget(spans)
    in_front(qtbot, spans)
    return spans


def chip(owner: QWidget, name: str) -> Chip:
    return part(owner, Chip, name)


def checked(spans: SpanChips) -> list[str]:
    return [its.objectName() for its in spans.findChildren(Chip) if its.isChecked()]


def test_one_span_holds_and_the_person_tells_another(spans: SpanChips) -> None:
    told: list[Span] = []
    spans.chosen.connect(told.append)
    assert checked(spans) == ["span-upcoming"]
    QTest.mouseClick(chip(spans, "span-past"), Qt.MouseButton.LeftButton)
    assert checked(spans) == ["span-past"]
    assert told == [Span.PAST]
    spans.show_span(Span.ALL)
    assert checked(spans) == ["span-all"]
    assert told == [Span.PAST]


def test_an_arrow_key_goes_to_the_next(spans: SpanChips) -> None:
    told: list[Span] = []
    spans.chosen.connect(told.append)
    chip(spans, "span-upcoming").setFocus()
    QTest.keyClick(chip(spans, "span-upcoming"), Qt.Key.Key_Right)
    assert checked(spans) == ["span-past"]
    assert told == [Span.PAST]


def test_nothing_moves_when_another_is_chosen(spans: SpanChips) -> None:
    before = [its.geometry() for its in spans.findChildren(Chip)]
    spans.show_span(Span.ALL)
    QApplication.processEvents()
    assert [its.geometry() for its in spans.findChildren(Chip)] == before


class Filters:
    """Chips of some filters; taking one away shows the others."""

    def __init__(self, *names: str) -> None:
        self.pane = QWidget()
        self.chips = ActiveFilters(icon, colour, self.pane)
        QVBoxLayout(self.pane).addWidget(self.chips)
        self.names = list(names)
        self.show()

    def show(self) -> None:
        self.chips.show_filters(
            [ActiveFilter(its, "Category", its, partial(self.remove, its)) for its in self.names]
        )

    def remove(self, name: str) -> None:
        self.names.remove(name)
        self.show()


@pytest.fixture
def filters(qtbot: QtBot) -> Filters:
    filters = Filters("Culture", "Media", "Sport")
    qtbot.addWidget(filters.pane)
    in_front(qtbot, filters.pane)
    return filters


def test_a_filter_is_taken_away_by_a_click(filters: Filters) -> None:
    QTest.mouseClick(chip(filters.chips, "filter-Media"), Qt.MouseButton.LeftButton)
    assert filters.names == ["Culture", "Sport"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_filter_is_taken_away_by_a_key_and_the_next_has_the_keyboard(filters: Filters, key: Qt.Key) -> None:
    chip(filters.chips, "filter-Media").setFocus()
    QTest.keyClick(chip(filters.chips, "filter-Media"), key)
    assert filters.names == ["Culture", "Sport"]
    assert chip(filters.chips, "filter-Sport").hasFocus()


def test_the_last_one_gives_the_keyboard_away(filters: Filters, qtbot: QtBot) -> None:
    filters.names = ["Culture"]
    filters.show()
    chip(filters.chips, "filter-Culture").setFocus()
    with qtbot.waitSignal(filters.chips.emptied):
        QTest.keyClick(chip(filters.chips, "filter-Culture"), Qt.Key.Key_Delete)
    assert filters.chips.isHidden()


def test_a_chip_says_what_it_takes_away(filters: Filters) -> None:
    assert chip(filters.chips, "filter-Media").accessibleName() == "Remove the filter Category: Media"


def test_a_long_name_is_cut(qtbot: QtBot) -> None:
    long = Chip(colour)
    qtbot.addWidget(long)
    long.setText("A category that somebody described at length " * 3)
    assert long.sizeHint().width() == WIDEST
    long.resize(long.sizeHint())
    assert not long.grab().isNull()


def test_a_chip_shows_where_the_pointer_and_the_keyboard_are(spans: SpanChips, qtbot: QtBot) -> None:
    past = chip(spans, "span-past")
    past.clearFocus()
    plain = past.grab().toImage()
    past.setFocus(Qt.FocusReason.TabFocusReason)
    assert past.grab().toImage() != plain


def test_spans_speak_the_language(spans: SpanChips) -> None:
    QApplication.sendEvent(spans, QEvent(QEvent.Type.LanguageChange))
    assert chip(spans, "span-past").accessibleName() == "Past events"
    assert chip(spans, "span-past").text() == "Past"
    assert spans.childAt(QPoint(5, 10)) is chip(spans, "span-upcoming")
