"""An EventQuery in SQL: which rows of the index it lets in, and by what they are sorted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from enum import Enum
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, case, false, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute

from core.db.schema import CalendarRow, ComponentCategoryRow, ComponentRow, ObjectRow
from core.db.search import matching_ids, words
from core.event import Status
from core.ics.scan import UNDATED
from core.query import EventQuery, Order
from core.spreading import Span

T = TypeVar("T")

# What one statement takes as parameters; SQLite's limit is 32,766.
CHUNK = 10_000

# Up to here rows are named to the database; more are picked out of its answer.
FEW = 1_000


def chunks(things: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """In lists that one statement can take."""
    rest = iter(things)
    while chunk := list(islice(rest, size)):
        yield chunk


@dataclass(frozen=True, slots=True)
class Selection:
    """conditions: in SQL, without those on time. keys: the only rows that may come, or None for any."""

    conditions: tuple[ColumnElement[bool], ...]
    keys: frozenset[int] | None
    span: Span

    def also(self, condition: ColumnElement[bool]) -> Selection:
        """With one more condition."""
        return replace(self, conditions=(*self.conditions, condition))

    def singles(self) -> ColumnElement[bool]:
        """Rows that are one event each."""
        touching = [ComponentRow.recurs == false()]
        if self.span.first is not None:
            # SQLite takes an equality for what leaves the fewest rows, and would look at each single event;
            # an index by the end has all that is asked for.
            touching = [ComponentRow.recurs != true(), ComponentRow.end_utc > self.span.first]
        if self.span.last is not None:
            touching += (ComponentRow.start_utc < self.span.last, ComponentRow.start_utc > UNDATED)
        return and_(*touching, *self.conditions)

    def series(self) -> ColumnElement[bool]:
        """Series that may have an occurrence in the span."""
        touching = [ComponentRow.recurs == true()]
        if self.span.first is not None:
            ends = ComponentRow.series_end_utc
            touching.append(or_(ends.is_(None), ends > self.span.first))
        if self.span.last is not None:
            touching.append(ComponentRow.start_utc < self.span.last)
        return and_(*touching, *self.conditions)

    def lets_in(self, key: int) -> bool:
        return self.keys is None or key in self.keys


def selection(connection: Connection, query: EventQuery, local: tzinfo) -> Selection:
    """What a query asks for. local: the agenda's zone."""
    conditions: list[ColumnElement[bool]] = []
    if query.undated is not None:
        # By the start, which is in every index that answers by time.
        start = ComponentRow.start_utc
        conditions.append(start == UNDATED if query.undated else start > UNDATED)
    if query.calendars:
        conditions.append(ComponentRow.calendar_id.in_(sorted(query.calendars)))
    if not query.hidden and (hidden := _hidden_calendars(connection)):
        conditions.append(ComponentRow.calendar_id.not_in(hidden))
    if query.categories:
        names = _spellings(connection, query.categories)
        having = select(ComponentCategoryRow.component_id).where(ComponentCategoryRow.name.in_(names))
        conditions.append(ComponentRow.id.in_(having))
    if query.statuses:
        conditions.append(_one_of(ComponentRow.status, query.statuses))
    if query.stages:
        conditions.append(_one_of(ComponentRow.stage, query.stages))
    keys = _keys(connection, query)
    if keys is not None and len(keys) <= FEW:
        conditions.append(ComponentRow.id.in_(sorted(keys)))
        keys = None
    return Selection(tuple(conditions), keys, Span.of_days(query.first, query.last, local))


def _hidden_calendars(connection: Connection) -> Sequence[int]:
    return connection.scalars(select(CalendarRow.id).where(CalendarRow.hidden == true())).all()


def _spellings(connection: Connection, names: Collection[str]) -> list[str]:
    """As they are written in the index: a category is one, whichever way its letters are cased."""
    wanted = {name.casefold() for name in names}
    known = connection.scalars(select(ComponentCategoryRow.name).distinct())
    return [name for name in known if name.casefold() in wanted]


def _one_of(
    column: InstrumentedAttribute[str | None], values: Collection[Enum | None]
) -> ColumnElement[bool]:
    named = sorted(value.value for value in values if value is not None)
    condition: ColumnElement[bool] = column.in_(named)
    return or_(condition, column.is_(None)) if None in values else condition


def _keys(connection: Connection, query: EventQuery) -> frozenset[int] | None:
    keys: frozenset[int] | None = None
    if looked_for := words(query.text):
        keys = frozenset(connection.scalars(matching_ids(looked_for)))
    if query.uids:
        of_uids = frozenset(_keys_of(connection, query.uids))
        keys = of_uids if keys is None else keys & of_uids
    return keys


def _keys_of(connection: Connection, uids: Collection[str]) -> Iterator[int]:
    for chunk in chunks(uids):
        statement = select(ComponentRow.id).join(ObjectRow, ObjectRow.id == ComponentRow.object_id)
        yield from connection.scalars(statement.where(ObjectRow.uid.in_(chunk)))


def sort_column(order: Order) -> ColumnElement[Any]:
    """What rows are sorted by."""
    match order:
        case Order.SUMMARY:
            return ComponentRow.summary_sort.expression
        case Order.PLACE:
            return ComponentRow.place_sort.expression
        case Order.STATUS:
            ranks = {status.value: rank for rank, status in enumerate(Status)}
            return case(ranks, value=ComponentRow.status, else_=len(ranks))
        case Order.MODIFIED:
            return ComponentRow.modified.expression
        case Order.START:
            return ComponentRow.start_utc.expression


def sorted_by(column: ColumnElement[Any], descending: bool) -> ColumnElement[Any]:
    """In that order; what says nothing comes before all that does."""
    return column.desc().nulls_last() if descending else column.asc().nulls_first()
