"""The filter: its days, what it lets in, how it is remembered, and where a day is looked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from core.calendar import Calendar
from core.event import Stage, Status
from core.query import EventQuery, Order
from tests.ui.lists import TODAY
from ui.models.filter import Filter
from ui.models.spans import Span, recalled, remembered

DAY = timedelta(days=1)


@pytest.fixture
def chosen(qapp: object) -> Filter:
    return Filter(lambda: TODAY)


def changes(chosen: Filter) -> list[date | None]:
    seen: list[date | None] = []
    chosen.changed.connect(seen.append)
    return seen


def test_it_begins_with_what_is_to_come(chosen: Filter) -> None:
    assert chosen.query == EventQuery(first=TODAY)
    assert not chosen.restricts


def test_the_past_ends_yesterday_and_begins_with_its_latest(chosen: Filter) -> None:
    chosen.set_span(Span.PAST)
    assert chosen.query == EventQuery(last=TODAY - DAY, descending=True)
    chosen.set_span(Span.ALL)
    assert chosen.query == EventQuery()


def test_what_has_no_date_is_found_on_whichever_days(chosen: Filter) -> None:
    chosen.set_query(EventQuery(undated=True))
    assert chosen.query == EventQuery(undated=True)
    assert chosen.restricts
    chosen.clear()
    assert chosen.query == EventQuery(first=TODAY)


def test_another_order_begins_at_its_own_end(chosen: Filter) -> None:
    chosen.set_query(EventQuery(order=Order.MODIFIED))
    assert chosen.query.descending
    chosen.set_query(replace(chosen.chosen, order=Order.SUMMARY))
    assert not chosen.query.descending
    chosen.set_query(replace(chosen.chosen, descending=True))
    assert chosen.query.descending
    chosen.set_span(Span.PAST)
    assert chosen.query.order is Order.SUMMARY
    chosen.set_query(replace(chosen.chosen, order=Order.START))
    assert chosen.query.descending


def test_what_changes_nothing_is_not_told(chosen: Filter) -> None:
    seen = changes(chosen)
    chosen.set_span(Span.UPCOMING)
    chosen.set_text("")
    chosen.set_query(EventQuery(first=TODAY + DAY))
    chosen.clear()
    assert seen == []


def test_clearing_leaves_days_and_order(chosen: Filter) -> None:
    chosen.set_span(Span.ALL)
    chosen.set_query(EventQuery(text="otan", statuses=frozenset({None}), order=Order.PLACE))
    assert chosen.restricts
    chosen.clear()
    assert chosen.query == EventQuery(order=Order.PLACE)
    assert chosen.span is Span.ALL


def test_a_search_of_blanks_restricts_nothing(chosen: Filter) -> None:
    chosen.set_text("  ")
    assert not chosen.restricts


def test_a_calendar_that_is_gone_lets_nothing_in(chosen: Filter) -> None:
    chosen.set_calendars([Calendar(1, "Agenda"), Calendar(2, "Culture")])
    chosen.set_query(EventQuery(calendars=frozenset({1, 2})))
    chosen.set_calendars([Calendar(1, "Agenda")])
    assert chosen.query.calendars == frozenset({1})


@pytest.mark.parametrize(
    ("span", "day", "after"),
    [
        (Span.UPCOMING, TODAY, None),
        (Span.UPCOMING, TODAY - DAY, Span.ALL),
        (Span.PAST, TODAY - DAY, None),
        (Span.PAST, TODAY, Span.ALL),
        (Span.ALL, TODAY - DAY, None),
    ],
)
def test_a_day_is_looked_for_where_it_is(chosen: Filter, span: Span, day: date, after: Span | None) -> None:
    chosen.set_span(span)
    seen = changes(chosen)
    assert chosen.let_in(day) is (after is not None)
    assert chosen.span is (after or span)
    assert seen == ([day] if after else [])


def test_a_day_is_looked_for_by_date(chosen: Filter) -> None:
    chosen.set_query(EventQuery(order=Order.SUMMARY, descending=True))
    assert chosen.let_in(TODAY)
    assert chosen.query == EventQuery(first=TODAY)


def test_it_is_remembered_but_for_what_was_searched(chosen: Filter) -> None:
    chosen.set_calendars([Calendar(3, "Culture")])
    chosen.set_span(Span.ALL)
    query = EventQuery(
        text="otan",
        calendars=frozenset({3}),
        categories=frozenset({"Culture", "Politique"}),
        statuses=frozenset({Status.CONFIRMED, None}),
        stages=frozenset({Stage.DRAFT, None}),
        order=Order.MODIFIED,
    )
    chosen.set_query(query)
    other = Filter(lambda: TODAY)
    other.restore(chosen.state())
    assert other.span is Span.ALL
    assert other.chosen == replace(query, text="", descending=True)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"span": 3, "order": [], "descending": "yes", "calendars": 4, "categories": "Culture"},
        {"span": "never", "order": "colour", "calendars": ["1", True, None], "categories": [1]},
        {"statuses": ["GONE"], "stages": [None, {}]},
    ],
)
def test_what_makes_no_sense_is_left_out(values: dict[str, Any]) -> None:
    assert recalled(values) == (Span.UPCOMING, EventQuery())


def test_what_is_remembered_is_json_of_its_own(chosen: Filter) -> None:
    assert recalled(remembered(Span.PAST, EventQuery(descending=True))) == (
        Span.PAST,
        EventQuery(descending=True),
    )
