"""The list keeps what is selected and what is in sight, and hands the keyboard on."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.order import key_of, minutes_at, pack
from core.query import EventQuery, ListedEvent
from core.when import When
from tests.ui.front import in_front
from tests.ui.lists import TODAY, clock, colour, icon, row
from ui.dates import Dates
from ui.models.bands import Bands
from ui.models.event_rows import EventRows, Found
from ui.models.row_words import RowWords
from ui.widgets.drag_picture import WIDEST, drag_picture
from ui.widgets.event_delegate import EventDelegate
from ui.widgets.event_list import MOST_SELECTED, EventList

MODIFIER = Qt.KeyboardModifier


class Sheet:
    """A list of one event a day, from today on."""

    def __init__(self, count: int) -> None:
        self.events = {
            key: row(key, When.days(TODAY + timedelta(days=key - 1))) for key in range(1, count + 1)
        }
        time = clock()
        words = RowWords(Dates(time), time.day_of, time.today)
        self.rows = EventRows(words.spoken)
        bands = Bands(self.rows, time.day_of, time.today)
        self.view = EventList(self.rows, bands, EventDelegate(words, bands, colour, icon))
        self.view.resize(330, 600)
        self.show(self.events)

    def entry(self, key: int) -> int:
        return pack(minutes_at(self.events[key].when.start.instant(clock().zone)), key)

    def show(self, keys: Sequence[int] | dict[int, ListedEvent], query: EventQuery | None = None) -> None:
        entries = array("q", map(self.entry, keys))
        self.view.show_found(Found(entries, self.fetch, query or EventQuery()))

    def fetch(self, entries: Sequence[int]) -> list[ListedEvent]:
        return [self.events[key_of(its)] for its in entries if key_of(its) in self.events]

    def selected(self) -> list[int]:
        return [event.key for event in self.view.selected_events()]

    def top(self, key: int) -> int:
        """Where the row of an event begins, in pixels from the top of the list."""
        return self.view.rowViewportPosition(self.rows.rows_of([self.entry(key)])[0])


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    sheet = Sheet(100)
    qtbot.addWidget(sheet.view)
    in_front(qtbot, sheet.view)
    sheet.view.setFocus()
    return sheet


def press(sheet: Sheet, key: Qt.Key, modifier: Qt.KeyboardModifier = MODIFIER.NoModifier) -> None:
    QTest.keyClick(sheet.view, key, modifier)


def choose(sheet: Sheet, key: int, *more: int) -> None:
    sheet.view.reveal(sheet.entry(key))
    select = QItemSelectionModel.SelectionFlag.Select
    for other in more:
        index = sheet.rows.index(sheet.rows.rows_of([sheet.entry(other)])[0], 0)
        sheet.view.selectionModel().select(index, select)


# What stays


def test_what_is_selected_stays_so_by_its_event(sheet: Sheet) -> None:
    choose(sheet, 5, 7, 9)
    sheet.show([1, 5, 6, 9, 10])
    assert sheet.selected() == [5, 9]


def test_one_selected_event_stays_though_the_filter_excludes_it(sheet: Sheet, qtbot: QtBot) -> None:
    choose(sheet, 5)
    sheet.show([1, 2, 8])
    assert sheet.selected() == [5]
    assert sheet.rows.pinned == 2
    assert not sheet.view.shows_selected()
    choose(sheet, 8)
    qtbot.waitUntil(lambda: sheet.rows.pinned is None)
    assert sheet.selected() == [8]
    assert sheet.view.shows_selected()


def test_an_event_that_moved_in_time_stays_selected(sheet: Sheet) -> None:
    choose(sheet, 5)
    sheet.events[5] = row(5, When.days(TODAY + timedelta(days=60)))
    sheet.show([*(key for key in range(1, 61) if key != 5), 5])
    assert sheet.selected() == [5]


def test_after_a_deletion_the_next_event_is_selected(sheet: Sheet) -> None:
    choose(sheet, 5)
    del sheet.events[5]
    sheet.show(sheet.events)
    assert sheet.selected() == [6]


def test_after_a_deletion_at_the_end_the_last_event_is(sheet: Sheet) -> None:
    choose(sheet, 99, 100)
    del sheet.events[99], sheet.events[100]
    sheet.show(sheet.events)
    assert sheet.selected() == [98]


def test_after_the_last_deletion_nothing_is(sheet: Sheet) -> None:
    choose(sheet, 5)
    sheet.events.clear()
    sheet.show([])
    assert sheet.selected() == []


def test_the_selected_row_stays_in_its_place(sheet: Sheet) -> None:
    choose(sheet, 40)
    before = sheet.top(40)
    sheet.show([key for key in sheet.events if key > 10])
    assert sheet.top(40) == before
    sheet.show(sheet.events)
    assert sheet.top(40) == before


def test_where_it_is_out_of_sight_what_is_in_sight_stays(sheet: Sheet) -> None:
    choose(sheet, 2)
    sheet.view.verticalScrollBar().setValue(3_000)
    first = sheet.rows.listed(sheet.view.rowAt(0))
    assert first is not None
    before = sheet.top(first.key)
    sheet.show([key for key in sheet.events if key > 10 or key == 2])
    assert sheet.top(first.key) == before


def test_selection_is_told_once(sheet: Sheet, qtbot: QtBot) -> None:
    told: list[list[int]] = []
    sheet.view.selection_changed.connect(lambda: told.append(sheet.selected()))
    qtbot.wait(5)
    told.clear()
    choose(sheet, 5, 6, 7)
    assert told == []
    qtbot.waitUntil(lambda: told == [[5, 6, 7]])


def test_it_selects_no_more_than_can_be_read(qtbot: QtBot) -> None:
    sheet = Sheet(MOST_SELECTED + 5)
    qtbot.addWidget(sheet.view)
    sheet.view.selectAll()
    assert len(sheet.view.selected_rows()) == MOST_SELECTED


# Where one looks


def test_a_day_goes_to_the_top_and_nothing_is_selected(sheet: Sheet) -> None:
    sheet.view.scroll_to_day(date(2026, 4, 1))
    assert sheet.view.rowAt(0) == 31
    assert sheet.view.currentIndex().row() == 31
    assert sheet.selected() == []


def test_a_day_after_all_shows_the_last_row(sheet: Sheet) -> None:
    sheet.view.scroll_to_day(date(2036, 4, 1))
    assert sheet.view.currentIndex().row() == 99
    sheet.show([])
    sheet.view.scroll_to_day(TODAY)


def test_an_event_outside_the_filter_is_shown_when_it_is_looked_for(sheet: Sheet) -> None:
    sheet.show([1, 2, 3])
    sheet.view.reveal(sheet.entry(50))
    assert sheet.selected() == [50]
    assert sheet.rows.pinned == 3
    sheet.view.reveal(sheet.entry(2))
    assert sheet.selected() == [2]
    assert sheet.rows.pinned is None


@pytest.mark.parametrize("held", [MODIFIER.ControlModifier, MODIFIER.ShiftModifier])
def test_it_is_selected_alone_whatever_key_is_still_held(sheet: Sheet, held: MODIFIER) -> None:
    choose(sheet, 3)
    QTest.keyPress(sheet.view, Qt.Key.Key_D, held)
    sheet.view.reveal(sheet.entry(7))
    assert sheet.selected() == [7]


def test_a_row_goes_into_sight_below_the_month_on_top(sheet: Sheet) -> None:
    sheet.view.scrollToBottom()
    sheet.view.scrollTo(sheet.rows.index(40, 0))
    assert sheet.view.rowViewportPosition(40) > 0
    sheet.view.scrollToBottom()
    sheet.view.scrollTo(sheet.rows.index(31, 0))
    assert sheet.view.rowViewportPosition(31) == 0


def test_nearing_an_edge_is_told(sheet: Sheet) -> None:
    told: list[bool] = []
    sheet.view.neared_edge.connect(told.append)
    bar = sheet.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert told == []
    bar.setValue(bar.maximum() - 10)
    assert told == [True]
    bar.setValue(10)
    assert told == [True, False]


# The keyboard


def test_up_from_the_first_row_leaves_the_list(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.view.enter()
    assert sheet.selected() == [1]
    with qtbot.waitSignal(sheet.view.left_upwards):
        press(sheet, Qt.Key.Key_Up)
    press(sheet, Qt.Key.Key_Down)
    press(sheet, Qt.Key.Key_Up)
    assert sheet.selected() == [1]


def test_the_keyboard_enters_at_the_current_row(sheet: Sheet) -> None:
    choose(sheet, 7)
    sheet.view.enter()
    assert sheet.selected() == [7]


@pytest.mark.parametrize(("pinned", "entered"), [(1, 3), (50, 3)])
def test_it_enters_past_the_row_that_the_filter_excludes(sheet: Sheet, pinned: int, entered: int) -> None:
    choose(sheet, pinned)
    sheet.show([3, 4])
    sheet.view.enter()
    assert sheet.selected() == [entered]


def test_home_and_end_go_to_the_first_and_last_row(sheet: Sheet) -> None:
    press(sheet, Qt.Key.Key_End)
    assert sheet.selected() == [100]
    press(sheet, Qt.Key.Key_Home)
    assert sheet.selected() == [1]
    press(sheet, Qt.Key.Key_Down, MODIFIER.ShiftModifier)
    assert sheet.selected() == [1, 2]


def test_enter_opens_and_delete_asks(sheet: Sheet, qtbot: QtBot) -> None:
    opened: list[ListedEvent] = []
    sheet.view.opened.connect(opened.append)
    choose(sheet, 3)
    press(sheet, Qt.Key.Key_Return)
    assert opened == [sheet.events[3]]
    with qtbot.waitSignal(sheet.view.delete_asked):
        press(sheet, Qt.Key.Key_Delete)


def test_typing_does_not_jump_about(sheet: Sheet) -> None:
    choose(sheet, 3)
    press(sheet, Qt.Key.Key_E)
    assert sheet.selected() == [3]


def test_the_menu_key_opens_the_menu_at_the_row(sheet: Sheet) -> None:
    told: list[QPoint] = []
    sheet.view.menu_asked.connect(told.append)
    choose(sheet, 2)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint(3, 3))
    QApplication.sendEvent(sheet.view, asked)
    (at,) = told
    assert sheet.view.rowAt(sheet.view.viewport().mapFromGlobal(at).y()) == 1
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(), QPoint(3, 3))
    QApplication.sendEvent(sheet.view.viewport(), asked)
    assert told[1] == QPoint(3, 3)


# The mouse


def test_a_double_click_opens(sheet: Sheet) -> None:
    opened: list[ListedEvent] = []
    sheet.view.opened.connect(opened.append)
    place = sheet.view.visualRect(sheet.rows.index(2, 0)).center()
    QTest.mouseClick(sheet.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(sheet.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [sheet.events[3]]


def test_what_is_dragged_comes_from_whoever_gives_it(sheet: Sheet) -> None:
    asked: list[list[int]] = []

    def nothing() -> QMimeData | None:
        asked.append(sheet.selected())
        return None

    sheet.view.set_drag_source(nothing)
    choose(sheet, 2, 4)
    sheet.view.startDrag(Qt.DropAction.CopyAction)
    assert asked == [[2, 4]]


def test_every_kind_of_row_can_be_drawn(sheet: Sheet) -> None:
    sheet.events[2] = replace(sheet.events[2], series=True, comments=12, categories=("Culture",) * 9)
    sheet.show([1, 2, 3])
    choose(sheet, 1)
    sheet.show([2, 3])
    assert not sheet.view.grab().isNull()
    sheet.view.show_found(Found.of((), 5))
    assert not sheet.view.grab().isNull()


@pytest.mark.parametrize("chosen", [[2], [2, 3, 4]])
def test_what_is_dragged_hangs_at_the_pointer(sheet: Sheet, chosen: list[int]) -> None:
    sheet.events[2] = replace(sheet.events[2], summary="A title that goes on and on " * 9)
    sheet.show(sheet.events)
    choose(sheet, *chosen)
    picture = drag_picture(sheet.view.selected_events(), sheet.view)
    assert 0 < picture.width() / picture.devicePixelRatio() <= WIDEST


def test_todays_first_event_is_the_first_to_be_chosen(sheet: Sheet) -> None:
    sheet.view.select_first()
    assert sheet.selected() == [1]
    sheet.view.clearSelection()
    sheet.events[1] = row(1, When.days(TODAY - timedelta(days=20), TODAY))
    sheet.show(sheet.events)
    sheet.events[2] = row(2, When.days(TODAY))
    sheet.show(sheet.events)
    sheet.view.select_first()
    assert sheet.selected() == [2]
