"""What the list can be filtered by: each facet is a field of EventQuery, with the choices it has now."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from core.calendar import Calendar
from core.event import Stage, Status
from core.query import EventQuery, Order
from ui.models.row_words import stage_words, status_words


@dataclass(frozen=True, slots=True)
class Facet:
    """name: the field of EventQuery. choices: (value, words). icon: "" where the words say enough.

    single: the field holds one value, or None.
    """

    name: str
    title: str
    choices: tuple[tuple[Hashable, str], ...]
    icon: str = ""
    single: bool = False

    def chosen(self, query: EventQuery) -> frozenset[Hashable]:
        if self.single:
            value = getattr(query, self.name)
            return frozenset() if value is None else frozenset({value})
        values: frozenset[Hashable] = getattr(query, self.name)
        return values

    def toggled(self, query: EventQuery, value: Hashable) -> EventQuery:
        """The query with this value let in, or no longer."""
        return self.setting(query, self.chosen(query) ^ {value})

    def setting(self, query: EventQuery, values: frozenset[Hashable]) -> EventQuery:
        """The query with these let in alone."""
        wanted = next(iter(values), None) if self.single else values
        return replace(query, **{self.name: wanted})  # type: ignore[arg-type]  # by field name


def facets(calendars: Sequence[Calendar], categories: Sequence[str]) -> tuple[Facet, ...]:
    """In the order of the menu, in the present language."""
    translate = QCoreApplication.translate
    return (
        Facet(
            "calendars",
            translate("Facets", "Calendar"),
            tuple((calendar.id, calendar.name) for calendar in calendars),
            "calendar-days",
        ),
        Facet(
            "categories",
            translate("Facets", "Category"),
            tuple((name, name) for name in categories),
            "tag",
        ),
        Facet(
            "statuses",
            translate("Facets", "Status"),
            tuple((status, status_words(status)) for status in (*Status, None)),
        ),
        Facet(
            "stages",
            translate("Facets", "Stage"),
            tuple((stage, stage_words(stage)) for stage in (*Stage, None)),
        ),
        Facet(
            "undated",
            translate("Facets", "Date"),
            ((True, translate("Facets", "Without a date")),),
            single=True,
        ),
    )


def active(all_facets: Sequence[Facet], query: EventQuery) -> Iterator[tuple[Facet, Hashable, str]]:
    """The filters in force, each with its words; one that is no choice any more goes by its own value."""
    for facet in all_facets:
        known = dict(facet.choices)
        for value in sorted(facet.chosen(query), key=lambda value: known.get(value, str(value))):
            yield facet, value, known.get(value, str(value))


def cleared(all_facets: Sequence[Facet], query: EventQuery) -> EventQuery:
    """The query without any of these filters."""
    for facet in all_facets:
        query = facet.setting(query, frozenset())
    return query


def order_words(order: Order) -> str:
    """What the list is sorted by, in the menu."""
    translate = QCoreApplication.translate
    return {
        Order.START: translate("Facets", "Date"),
        Order.SUMMARY: translate("Facets", "Title"),
        Order.PLACE: translate("Facets", "Place"),
        Order.STATUS: translate("Facets", "Status"),
        Order.MODIFIED: translate("Facets", "Last change"),
    }[order]
