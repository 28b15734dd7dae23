"""The pane shows its parts as they are needed, and names them to who does not see them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.calendar import Calendar
from core.event import Stage, Status
from core.query import EventQuery, Order
from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.lists import clock, colour, icon, row
from ui.models.event_rows import Found
from ui.models.facets import facets
from ui.models.spans import Span
from ui.widgets.empty_state import Emptiness, EmptyState
from ui.widgets.filter_chips import Chip
from ui.widgets.list_pane import Counts, ListPane


@pytest.fixture
def pane(qtbot: QtBot) -> ListPane:
    pane = ListPane(icon, colour, clock())
    qtbot.addWidget(pane)
    pane.resize(330, 640)
    in_front(qtbot, pane)
    return pane


def count(pane: ListPane) -> str:
    return part(pane, QLabel, "list-count").text()


def filters(pane: ListPane) -> dict[str, str]:
    """The chips that can be taken away, by their names."""
    chips = [its for its in pane.findChildren(Chip) if its.objectName().startswith("filter-")]
    return {its.objectName(): its.text() for its in chips}


def show(pane: ListPane, query: EventQuery) -> None:
    pane.show_query(Span.UPCOMING, query, facets([Calendar(1, "Agenda"), Calendar(2, "Culture")], ()))


def test_it_counts_events_dates_and_what_is_selected(pane: ListPane) -> None:
    for counts, words in (
        (Counts(0, 0, 0), "No event"),
        (Counts(8, 8, 1), "8 event(s)"),
        (Counts(8, 60, 0), "8 event(s) · 60 date(s)"),
        (Counts(8, 8, 3), "8 event(s) · 3 selected"),
        (None, "Loading…"),
    ):
        pane.show_counts(counts)
        assert count(pane) == words


def test_loading_shows_rows_of_which_nothing_is_known(pane: ListPane) -> None:
    pane.show_found(Found.of([row(1)]))
    pane.list.select_first()
    pane.show_loading()
    assert pane.rows.rowCount() > 10
    assert pane.list.selected_rows() == []
    assert count(pane) == "Loading…"


def test_what_is_empty_says_so_in_the_place_of_the_list(pane: ListPane) -> None:
    pane.show_found(Found.of([row(1)]))
    assert not part(pane, EmptyState).isVisible()
    pane.show_found(Found.of(()))
    pane.show_empty(Emptiness.NEW)
    assert part(pane, EmptyState).isVisible()
    assert not pane.list.isVisible()
    pane.show_found(Found.of([row(1)]))
    assert pane.list.isVisible()
    assert not part(pane, EmptyState).isVisible()


def test_a_row_that_stays_is_over_what_says_that_nothing_matches(pane: ListPane, qtbot: QtBot) -> None:
    one = Found.of([row(1)])
    pane.show_found(one)
    pane.list.select_first()
    pane.show_found(Found((), one.fetch))
    pane.show_empty(Emptiness.NO_MATCH)
    qtbot.wait(1)
    assert pane.list.isVisible()
    assert pane.list.height() == pane.list.height_of(1)
    assert part(pane, EmptyState).isVisible()
    pane.rows.unpin()
    assert not pane.list.isVisible()
    pane.show_found(one)
    qtbot.wait(1)
    assert pane.list.height() > pane.list.height_of(1)


def test_an_agenda_that_is_not_open_has_no_rows(pane: ListPane) -> None:
    pane.show_found(Found.of([row(1)]))
    pane.list.select_first()
    pane.show_empty(Emptiness.CLOSED, "Damaged.")
    assert pane.rows.rowCount() == 0
    assert count(pane) == ""


def test_the_keyboard_goes_from_what_is_gone_to_the_list(pane: ListPane) -> None:
    pane.show_found(Found.of(()))
    pane.show_empty(Emptiness.NO_PAST)
    part(pane, QPushButton, "empty-all").setFocus()
    pane.show_found(Found.of([row(1)]))
    assert pane.list.hasFocus()


def test_filters_in_force_are_chips(pane: ListPane) -> None:
    query = EventQuery(calendars=frozenset({2}), categories=frozenset({"Media"}), statuses=frozenset({None}))
    show(pane, query)
    assert filters(pane) == {
        "filter-calendars-0": "Culture",
        "filter-categories-0": "Media",
        "filter-statuses-0": "No status",
    }
    told: list[EventQuery] = []
    pane.query_chosen.connect(told.append)
    QTest.mouseClick(part(pane, Chip, "filter-categories-0"), Qt.MouseButton.LeftButton)
    assert told == [EventQuery(calendars=frozenset({2}), statuses=frozenset({None}))]


def test_many_of_a_kind_are_one_chip(pane: ListPane) -> None:
    show(pane, EventQuery(stages=frozenset(Stage), statuses=frozenset({Status.CONFIRMED, None})))
    assert filters(pane) == {
        "filter-statuses-0": "Confirmed",
        "filter-statuses-1": "No status",
        "filter-stages": "Stage (4)",
    }
    told: list[EventQuery] = []
    pane.query_chosen.connect(told.append)
    part(pane, Chip, "filter-stages").click()
    assert told == [EventQuery(statuses=frozenset({Status.CONFIRMED, None}))]


def test_another_order_is_a_chip_too(pane: ListPane) -> None:
    show(pane, EventQuery(order=Order.PLACE))
    assert filters(pane) == {"filter-order": "Sorted by: place"}
    told: list[EventQuery] = []
    pane.query_chosen.connect(told.append)
    part(pane, Chip, "filter-order").click()
    assert told == [EventQuery()]


def test_up_from_the_first_row_goes_back_to_the_search(pane: ListPane) -> None:
    pane.show_found(Found.of([row(1)]))
    pane.enter_list()
    assert pane.list.hasFocus()
    QTest.keyClick(pane.list, Qt.Key.Key_Up)
    assert pane.search.hasFocus()


def test_the_search_is_typed_over_when_it_is_asked_for(pane: ListPane) -> None:
    pane.search.setText("otan")
    pane.enter_search()
    assert pane.search.hasFocus()
    assert pane.search.selectedText() == "otan"


def test_an_empty_list_takes_no_keyboard(pane: ListPane) -> None:
    pane.show_found(Found.of(()))
    pane.search.setFocus()
    pane.enter_list()
    assert pane.search.hasFocus()


def test_today_is_a_click_away(pane: ListPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.today_asked):
        part(pane, QToolButton, "list-today").click()


def test_each_part_has_a_name_of_its_own(pane: ListPane) -> None:
    show(pane, EventQuery(statuses=frozenset({None})))
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    focusable = [
        its
        for its in pane.findChildren(QWidget)
        if its.focusPolicy() & Qt.FocusPolicy.TabFocus and its.isVisible()
    ]
    names = [its.accessibleName() for its in focusable]
    assert all(names)
    assert len(set(names)) == len(names) >= 8
    assert all(its.objectName() for its in focusable)


def test_the_keyboard_goes_as_one_reads(pane: ListPane) -> None:
    pane.show_found(Found.of([row(1)]))
    show(pane, EventQuery(statuses=frozenset({None}), order=Order.PLACE))
    reached = [pane.search.objectName()]
    widget: QWidget | None = pane.search.nextInFocusChain()
    while widget is not None and widget is not pane.search:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.append(widget.objectName())
        widget = widget.nextInFocusChain()
    assert reached == [
        *("search", "span-upcoming", "span-past", "span-all", "filter-menu", "list-today"),
        *("filter-statuses-0", "filter-order", "event-list"),
    ]
