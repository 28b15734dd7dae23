"""Which days the list is about: from today on, before today, or all; how a filter is remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

from core.event import Stage, Status
from core.query import EventQuery, Order
from core.when import DAY


class Span(Enum):
    """Exclusive: one of them holds."""

    UPCOMING = "upcoming"
    PAST = "past"
    ALL = "all"

    def of(self, query: EventQuery, today: date) -> EventQuery:
        """The query within these days. What lasts until today is still to come.

        No day is in the way of what has no date.
        """
        if query.undated:
            return replace(query, first=None, last=None)
        first = today if self is Span.UPCOMING else None
        last = today - DAY if self is Span.PAST else None
        return replace(query, first=first, last=last)


def remembered(span: Span, query: EventQuery) -> dict[str, Any]:
    """A filter as simple values, for a settings file. What was searched for is of its day, and left out."""
    return {
        "span": span.value,
        "calendars": sorted(query.calendars),
        "categories": sorted(query.categories),
        "statuses": sorted(status.value if status else "" for status in query.statuses),
        "stages": sorted(stage.value if stage else "" for stage in query.stages),
        "order": query.order.value,
        "descending": query.descending,
    }


def recalled(values: Mapping[str, Any]) -> tuple[Span, EventQuery]:
    """The filter of remembered(); what makes no sense is left as in a new one."""
    statuses = {status.value: status for status in Status} | {"": None}
    stages = {stage.value: stage for stage in Stage} | {"": None}
    spans = {span.value: span for span in Span}
    orders = {order.value: order for order in Order}
    query = EventQuery(
        calendars=frozenset(its for its in _members(values, "calendars") if type(its) is int),
        categories=frozenset(its for its in _members(values, "categories") if isinstance(its, str)),
        statuses=frozenset(statuses[its] for its in _members(values, "statuses") if its in statuses),
        stages=frozenset(stages[its] for its in _members(values, "stages") if its in stages),
        order=orders.get(str(values.get("order")), Order.START),
        descending=values.get("descending") is True,
    )
    return spans.get(str(values.get("span")), Span.UPCOMING), query


def _members(values: Mapping[str, Any], name: str) -> list[int | str]:
    members = values.get(name)
    if not isinstance(members, Sequence) or isinstance(members, str):
        return []
    return [its for its in members if isinstance(its, int | str)]
