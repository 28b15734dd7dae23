"""Where months begin and where today is, both ways round."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from core.event import NO_DAY
from core.order import key_of, minutes_at, pack
from core.query import EventQuery, ListedEvent, Order
from core.when import When
from tests.ui.lists import TODAY, at, clock, row
from ui.models.bands import Band, Bands
from ui.models.event_rows import EventRows, Found

MARCH, APRIL, FEBRUARY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 2, 1)


class Days:
    """Rows of some days, and their bands."""

    def __init__(self, *events: ListedEvent, query: EventQuery | None = None) -> None:
        query = query or EventQuery()
        self.today = TODAY
        by_key = {event.key: event for event in events}
        zone = clock().zone
        entries = [pack(minutes_at(event.when.start.instant(zone)), event.key) for event in events]
        entries.sort(reverse=query.descending)
        self.rows = EventRows(lambda _event: "")
        self.bands = Bands(self.rows, clock().day_of, lambda: self.today)

        def fetch(wanted: Sequence[int]) -> list[ListedEvent]:
            return [by_key[key_of(its)] for its in wanted]

        self.rows.show_found(Found(array("q", entries), fetch, query))

    def all(self) -> list[Band | None]:
        return [self.bands.band(number) for number in range(self.rows.rowCount())]


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Models need one."""


def test_a_month_begins_with_its_first_row() -> None:
    days = Days(row(1, at(5)), row(2, at(6)), row(3, at(2, month=4)), row(4, at(9, month=4)))
    assert days.all() == [Band(MARCH), None, Band(APRIL), None]


def test_the_first_of_all_months_is_not_that_of_what_has_no_date() -> None:
    assert Days(replace(row(1, NO_DAY), undated=True)).all() == [Band(date.min)]
    days = Days(row(1, When.days(date(1, 1, 3))), row(2, When.days(date(1, 1, 31))))
    assert days.all() == [Band(date(1, 1, 2)), None]


def test_todays_line_is_over_the_first_row_of_today() -> None:
    days = Days(row(1, at(27, month=2)), row(2, at(1)), row(3, at(1, 15)), row(4, at(8)))
    assert days.bands.today_row() == 1
    assert days.all() == [Band(FEBRUARY), Band(MARCH, today=True), None, None]


def test_latest_first_it_is_over_todays_last_row() -> None:
    query = EventQuery(descending=True)
    days = Days(row(1, at(27, month=2)), row(2, at(1)), row(3, at(1, 15)), row(4, at(8)), query=query)
    assert days.all() == [Band(MARCH), Band(None, today=True), None, Band(FEBRUARY)]


@pytest.mark.parametrize("day", [5, 28])
def test_it_is_not_above_all_rows_nor_below_them(day: int) -> None:
    days = Days(row(1, at(5)), row(2, at(6)))
    days.today = date(2026, 3, 5) if day == 5 else date(2026, 3, 28)
    assert days.bands.today_row() == -1


def test_another_day_moves_it() -> None:
    days = Days(row(1, at(5)), row(2, at(6)), row(3, at(7)))
    assert days.bands.today_row() == -1
    days.today = date(2026, 3, 6)
    assert days.bands.today_row() == 1


def test_other_rows_have_others() -> None:
    days = Days(row(1, at(27, month=2)), row(2, at(1)))
    assert days.bands.today_row() == 1
    days.rows.show_found(Found.of([row(1, at(26, month=2)), row(3, at(27, month=2)), row(2, at(1))]))
    assert days.bands.today_row() == 2


def test_a_row_that_comes_or_goes_above_it_moves_it() -> None:
    listed, more = [row(1, at(27, month=2)), row(2, at(1))], row(3, at(26, month=2))
    days = Days(*listed, more)
    whole = days.rows.found
    days.rows.show_found(Found(whole.entries[1:], whole.fetch))
    assert days.bands.today_row() == 1
    days.rows.pin(whole.entries[0])
    assert days.bands.today_row() == 2
    days.rows.unpin()
    assert days.bands.today_row() == 1


def test_sorted_otherwise_there_are_none() -> None:
    days = Days(row(1, at(5)), row(2, at(6)), query=EventQuery(order=Order.SUMMARY))
    assert days.all() == [None, None]


def test_a_blank_row_is_later_than_what_is_known() -> None:
    rows = EventRows(lambda _event: "")
    bands = Bands(rows, clock().day_of, lambda: TODAY)
    rows.show_found(Found.of([row(1, When.days(date(2026, 2, 27)))], total=9))
    assert bands.row_on(TODAY) == 1
    assert bands.month(4) is None
    assert bands.band(4) is None
