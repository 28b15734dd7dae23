"""Which stored changes let other rows into the list, or sort them otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from core.change import Change, Deed, Swap
from core.comment import Author, Comment
from core.event import Stage, Status
from core.object import CalendarObject
from core.query import EventQuery, Order
from tests.ui.lists import at, row
from ui.models.concern import concerns

HERE = CalendarObject(1, 1, "uid-1", b"")
EDITED = Change(Deed.EDIT, (Swap(HERE, HERE),))


def concerned(query: EventQuery, **fields: Any) -> bool:
    before = row(1)
    return concerns(EDITED, query, [(before, replace(before, **fields))])


def test_a_comment_is_but_redrawn() -> None:
    written = Comment(1, 1, Author("A"), "…", datetime(2026, 3, 1, tzinfo=UTC))
    assert not concerns(Change(Deed.COMMENT, comments=(Swap(None, written),)), EventQuery(), [])


@pytest.mark.parametrize(
    "swap", [Swap(None, HERE), Swap(HERE, None), Swap(HERE, replace(HERE, calendar_id=2))]
)
def test_what_comes_goes_or_moves_does(swap: Swap[CalendarObject]) -> None:
    assert concerns(Change(Deed.EDIT, (swap,)), EventQuery(), [(row(1), row(1))])


def test_what_no_row_in_sight_shows_does() -> None:
    assert concerns(EDITED, EventQuery(), [])
    assert concerns(EDITED, EventQuery(), [(row(2), row(2))])


def test_what_is_gone_from_its_row_does() -> None:
    assert concerns(EDITED, EventQuery(), [(row(1), None)])


def test_any_edit_may_be_found_by_a_search() -> None:
    assert concerned(EventQuery(text="otan"), comments=3)
    assert not concerned(EventQuery(text=" "), comments=3)


@pytest.mark.parametrize(
    ("fields", "query"),
    [
        ({"summary": "New"}, EventQuery(order=Order.SUMMARY)),
        ({"place": "New"}, EventQuery(order=Order.PLACE)),
        ({"status": Status.CANCELLED}, EventQuery(order=Order.STATUS)),
        ({"status": Status.CANCELLED}, EventQuery(statuses=frozenset({None}))),
        ({"stage": Stage.IDEA}, EventQuery(stages=frozenset({None}))),
        ({"categories": ("Culture",)}, EventQuery(categories=frozenset({"Culture"}))),
    ],
)
def test_a_field_counts_where_the_list_goes_by_it(fields: dict[str, Any], query: EventQuery) -> None:
    assert concerned(query, **fields)
    assert not concerned(EventQuery(), **fields)


def test_another_time_always_counts() -> None:
    assert concerned(EventQuery(order=Order.SUMMARY), when=at(2))
    assert concerned(EventQuery(), series=True)


@pytest.mark.parametrize(("line", "so"), [(b"EXDATE:20261006", True), (b"SUMMARY:Tea", False)])
def test_other_dates_of_a_series_do(line: bytes, so: bool) -> None:
    series = replace(HERE, text=b"BEGIN:VEVENT\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n")
    edited = replace(series, text=series.text.replace(b"END", line + b"\r\nEND"))
    assert concerns(Change(Deed.EDIT, (Swap(series, edited),)), EventQuery(), [(row(1), row(1))]) is so
