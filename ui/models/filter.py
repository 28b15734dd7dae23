"""The filter of the list: which days, what is searched for, what is let in, in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.calendar import Calendar
from core.query import EventQuery, Order
from ui.models.facets import Facet, cleared, facets
from ui.models.spans import Span, recalled, remembered


class Filter(QObject):
    """today: in the agenda's zone."""

    changed = Signal(object)  # the day to go to, or None

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._span = Span.UPCOMING
        self._query = EventQuery()
        self._calendars: Sequence[Calendar] = ()

    @property
    def span(self) -> Span:
        return self._span

    @property
    def chosen(self) -> EventQuery:
        """What was chosen, days aside."""
        return self._query

    @property
    def query(self) -> EventQuery:
        """What is asked of the agenda, with the days as they are today."""
        return self._span.of(self._query, self._today())

    @property
    def restricts(self) -> bool:
        """Something is searched for or let in, days aside."""
        return bool(self._query.text.strip()) or cleared(self.facets(), self._query) != self._query

    def facets(self, categories: Sequence[str] = ()) -> tuple[Facet, ...]:
        """What can be let in: calendars, these categories, statuses, stages."""
        return facets(self._calendars, categories)

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """The calendars that there are; of others nothing is let in any more. Tells nobody."""
        self._calendars = calendars
        known = frozenset(calendar.id for calendar in calendars)
        self._query = replace(self._query, calendars=self._query.calendars & known)

    def set_query(self, query: EventQuery) -> None:
        """Another search, facet or order; its first and last day are the span's affair."""
        query = replace(query, first=None, last=None)
        if query.order is not self._query.order:
            query = replace(query, descending=_latest_first(query.order, self._span))
        self._set(self._span, query)

    def set_text(self, text: str) -> None:
        """Search for what was typed."""
        self._set(self._span, replace(self._query, text=text))

    def set_span(self, span: Span) -> None:
        """Which days: to come in their order, past ones the latest first."""
        query = self._query
        if query.order is Order.START and span is not self._span:
            query = replace(query, descending=_latest_first(Order.START, span))
        self._set(span, query)

    def clear(self) -> None:
        """Neither search nor facets, in the same days."""
        self._set(self._span, cleared(self.facets(), replace(self._query, text="")))

    def let_in(self, day: date) -> bool:
        """Be sorted by start, and about days of which this one may be; False where that is so already."""
        out = {Span.UPCOMING: day < self._today(), Span.PAST: day >= self._today(), Span.ALL: False}[
            self._span
        ]
        if not out and self._query.order is Order.START:
            return False
        descending = self._query.descending if self._query.order is Order.START and not out else False
        span = Span.ALL if out else self._span
        self._set(span, replace(self._query, order=Order.START, descending=descending), day)
        return True

    def _set(self, span: Span, query: EventQuery, day: date | None = None) -> None:
        if (span, query) != (self._span, self._query):
            self._span, self._query = span, query
            self.changed.emit(day)

    def state(self) -> dict[str, Any]:
        """As simple values, for the settings."""
        return remembered(self._span, self._query)

    def restore(self, values: Mapping[str, Any]) -> None:
        """The filter of state(); what makes no sense is left as in a new one."""
        span, query = recalled(values)
        self._set(span, replace(query, text=self._query.text))


def _latest_first(order: Order, span: Span) -> bool:
    return order is Order.MODIFIED or (order is Order.START and span is Span.PAST)
