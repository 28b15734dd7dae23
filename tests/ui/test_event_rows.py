"""Rows are fetched by the page, keep their events, and one may stay that the filter excludes."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from core.order import key_of, pack
from core.query import EventQuery, ListedEvent, Order
from tests.ui.lists import at, row
from ui.models.event_rows import PAGE, PAGES, EventRows, Found, Role


class Shelf:
    """Events by key; asked remembers each fetch."""

    def __init__(self, *events: ListedEvent) -> None:
        self.events = {event.key: event for event in events}
        self.asked: list[int] = []

    def fetch(self, entries: Sequence[int]) -> list[ListedEvent]:
        self.asked.append(len(entries))
        return [self.events[key_of(entry)] for entry in entries if key_of(entry) in self.events]

    def found(self, *entries: int, query: EventQuery | None = None) -> Found:
        return Found(array("q", entries), self.fetch, query or EventQuery())


def entries(count: int, first: int = 1) -> list[int]:
    return [pack(key * 60, key) for key in range(first, first + count)]


@pytest.fixture
def rows(qapp: object) -> EventRows:
    return EventRows(lambda event: f"spoken {event.summary}")


def keys(rows: EventRows) -> list[int]:
    return [key_of(rows.entry(at)) for at in range(rows.rowCount())]


def test_a_page_is_fetched_when_one_of_its_rows_is_looked_at(rows: EventRows) -> None:
    shelf = Shelf(*(row(key) for key in range(1, 3 * PAGE)))
    rows.show_found(shelf.found(*entries(3 * PAGE - 1)))
    assert shelf.asked == []
    assert rows.listed(PAGE + 3) == row(PAGE + 4)
    assert rows.listed(PAGE) == row(PAGE + 1)
    assert shelf.asked == [PAGE]


def test_few_pages_are_kept(rows: EventRows) -> None:
    count = PAGE * (PAGES + 1)
    shelf = Shelf(*(row(key) for key in range(1, count + 1)))
    rows.show_found(shelf.found(*entries(count)))
    for first in range(0, count, PAGE):
        rows.listed(first)
    shelf.asked.clear()
    rows.listed(0)
    assert shelf.asked == [PAGE]
    rows.listed(count - 1)
    assert shelf.asked == [PAGE]


def test_a_row_whose_event_is_gone_is_blank(rows: EventRows) -> None:
    shelf = Shelf(row(1), row(3))
    rows.show_found(shelf.found(*entries(3)))
    assert [rows.listed(at) for at in range(3)] == [row(1), None, row(3)]
    assert rows.index(1, 0).data(Role.EVENT) is None


def test_peeking_fetches_one_row(rows: EventRows) -> None:
    shelf = Shelf(*(row(key) for key in range(1, 3 * PAGE)))
    rows.show_found(shelf.found(*entries(3 * PAGE - 1)))
    assert rows.peek(5) == row(6)
    assert shelf.asked == [1]


def test_a_row_says_its_event_to_who_does_not_see_it(rows: EventRows) -> None:
    rows.show_found(Shelf(row(1, summary="Marche")).found(*entries(1)))
    index = rows.index(0, 0)
    assert index.data() == "Marche"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "spoken Marche"
    assert index.data(Role.OUTSIDE) is False
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert rows.rowCount(index) == rows.columnCount(index) == 0


def test_what_was_stored_is_fetched_anew_where_it_is_kept(rows: EventRows) -> None:
    shelf = Shelf(*(row(key) for key in range(1, 3 * PAGE + 1)))
    rows.show_found(shelf.found(*entries(3 * PAGE)))
    rows.listed(0)
    rows.listed(2 * PAGE)
    told: list[tuple[int, int]] = []
    rows.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    after = replace(row(4), summary="Other")
    shelf.events[4] = after
    shelf.asked.clear()
    assert rows.refresh({4, 2 * PAGE - 1}) == [(row(4), after)]
    assert shelf.asked == [1]
    assert told == [(3, 3)]
    assert rows.listed(3) == after
    assert rows.refresh({4, 2 * PAGE + 1, 9 * PAGE}) == [(row(2 * PAGE + 1),) * 2, (after, after)]
    assert shelf.asked == [1, 2]  # at once, on whatever pages they stand
    assert told == [(3, 3), (3, 2 * PAGE)]
    del shelf.events[4]
    assert rows.refresh({4}) == [(after, None)]
    assert rows.refresh({4}) == []


def test_everything_may_be_fetched_anew(rows: EventRows) -> None:
    shelf = Shelf(row(1))
    rows.refetch()
    rows.show_found(shelf.found(*entries(1)))
    rows.listed(0)
    shelf.events[1] = replace(row(1), summary="Other")
    rows.refetch()
    event = rows.listed(0)
    assert event is not None
    assert event.summary == "Other"


def test_an_event_that_the_filter_excludes_stays_where_it_would_stand(rows: EventRows) -> None:
    shelf = Shelf(*(row(key) for key in range(1, 6)))
    rows.show_found(shelf.found(*entries(5)))
    kept = rows.entry(2)
    rows.show_found(shelf.found(*(entry for entry in entries(5) if entry != kept)), keep=kept)
    assert keys(rows) == [1, 2, 3, 4, 5]
    assert rows.pinned == 2
    assert rows.index(2, 0).data(Role.OUTSIDE) is True
    assert [rows.listed(at) for at in range(5)] == [row(key) for key in range(1, 6)]


def test_it_stays_at_its_place_where_that_says_nothing_of_time(rows: EventRows) -> None:
    shelf = Shelf(*(row(key) for key in range(1, 6)))
    by_name = EventQuery(order=Order.SUMMARY)
    rows.show_found(shelf.found(*entries(5), query=by_name))
    rows.show_found(shelf.found(*entries(2), query=by_name), keep=rows.entry(4))
    assert keys(rows) == [1, 2, 5]


@pytest.mark.parametrize("gone", [True, False])
def test_one_that_is_listed_or_gone_is_not_kept(rows: EventRows, gone: bool) -> None:
    shelf = Shelf(*(row(key) for key in range(1, 4)))
    rows.show_found(shelf.found(*entries(3)))
    if gone:
        del shelf.events[2]
    left = entries(3) if not gone else [entries(3)[0], entries(3)[2]]
    rows.show_found(shelf.found(*left), keep=entries(3)[1])
    assert rows.pinned is None


def test_it_may_be_let_go(rows: EventRows) -> None:
    shelf = Shelf(*(row(key) for key in range(1, 4)))
    rows.show_found(shelf.found(*entries(2)))
    rows.pin(entries(3)[2])
    assert keys(rows) == [1, 2, 3]
    rows.unpin()
    assert keys(rows) == [1, 2]
    assert rows.listed(1) == row(2)
    rows.unpin()
    assert keys(rows) == [1, 2]


def test_one_at_a_time_is_pinned_and_none_that_is_listed(rows: EventRows) -> None:
    shelf = Shelf(*(row(key) for key in range(1, 6)))
    rows.show_found(shelf.found(*entries(2)))
    rows.pin(entries(5)[3])
    rows.pin(entries(5)[4])
    assert keys(rows) == [1, 2, 5]
    rows.pin(entries(2)[0])
    assert keys(rows) == [1, 2]
    rows.pin(pack(0, 99))
    assert rows.pinned is None


def test_rows_are_found_by_their_entries_and_moved_ones_by_their_key(rows: EventRows) -> None:
    shelf = Shelf(*(row(key) for key in range(1, 6)))
    rows.show_found(shelf.found(*entries(5)))
    assert rows.rows_of([entries(5)[3], entries(5)[1]]) == [1, 3]
    assert rows.rows_of([pack(1000, 2), pack(0, 99)]) == [1]
    assert rows.rows_of([]) == []


def test_a_date_of_a_series_is_found_at_the_nearest_one(rows: EventRows) -> None:
    shelf = Shelf(row(7, series=True))
    dates = [pack(day * 1440, 7, True) for day in (1, 8, 15)]
    rows.show_found(shelf.found(*dates))
    assert rows.rows_of([pack(9 * 1440, 7, True)]) == [1]
    rows.show_found(shelf.found(*dates, query=EventQuery(descending=True)))
    assert rows.rows_of([dates[2]]) == [2]


def test_rows_are_found_around_a_pinned_one(rows: EventRows) -> None:
    shelf = Shelf(*(row(key) for key in range(1, 6)))
    whole = entries(5)
    rows.show_found(shelf.found(*whole))
    rows.show_found(shelf.found(whole[0], whole[1], whole[3], whole[4]), keep=whole[2])
    assert rows.rows_of([pack(0, 5), pack(0, 3), whole[0]]) == [0, 2, 4]


def test_the_first_screen_knows_its_rows_and_leaves_others_blank(rows: EventRows) -> None:
    series = [row(1, at(day), series=True) for day in (2, 9)]
    found = Found.of([*series, row(2, at(10))], total=5)
    rows.show_found(found)
    assert [rows.listed(at) for at in range(5)] == [*series, row(2, at(10)), None, None]
    assert rows.rows_of([pack(1, 2)]) == [2]


def test_no_row_is_a_root(rows: EventRows) -> None:
    assert rows.data(QModelIndex()) is None
