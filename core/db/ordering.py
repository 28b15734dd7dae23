"""The order of the list built: single events as they stand, series spread out over a stretch of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select, true

from core.db.schema import ComponentRow, ObjectRow, ObjectTextRow
from core.db.selecting import Selection, chunks, selection, sort_column, sorted_by
from core.db.zones import object_zones
from core.ics.series_rule import RuleRow
from core.order import KEY_BITS, START_UNIT, OrderArray, key_of
from core.query import EventQuery, Order
from core.spreading import Series, Span, Spreader

# What makes a RuleRow, and how much that is.
_RULE = ComponentRow.rule, ComponentRow.dtstart, ComponentRow.dtstart_tzid, ComponentRow.dtend
_WIDTH = len(_RULE)

# {object: a row that begins with these}
Rules = Mapping[int, Sequence[Any]]


def ordered(connection: Connection, query: EventQuery, spreader: Spreader, window: Span | None) -> OrderArray:
    """What a query finds, in its order. window: where series are spread out; None: each is one row."""
    chosen = selection(connection, query, spreader.local)
    entries = _singles(connection, chosen)
    if window is None:
        entries += (one.entry for one in touching(connection, chosen, spreader))
    else:
        series, rules = _series(connection, chosen)
        learn(connection, spreader, {one.object_id: one.revision for one in series}, rules)
        entries += spreader.all_entries(series, chosen.span, window)
    if query.order is not Order.START:
        return OrderArray.of(_by_column(connection, query, entries))
    entries.sort(reverse=query.descending)
    return OrderArray.of(entries)


def _packed() -> ColumnElement[int]:
    # Whole minutes downwards, as SQL's division goes towards zero; the database packs faster than we do.
    seconds = ComponentRow.start_utc
    into = ((seconds % 60) + 60) % 60
    return (seconds - into) // 60 * START_UNIT + ComponentRow.id * 2


def _singles(connection: Connection, chosen: Selection) -> list[int]:
    found = connection.scalars(select(_packed()).where(chosen.singles())).all()
    keys = chosen.keys
    if keys is None:
        return list(found)
    mask = (1 << KEY_BITS) - 1  # key_of(), without a call for each of a hundred thousand
    return [entry for entry in found if entry >> 1 & mask in keys]


def _series(connection: Connection, chosen: Selection) -> tuple[list[Series], Rules]:
    """With what the index says of their objects, where it says all."""
    columns = ComponentRow.id, ComponentRow.object_id, ObjectRow.revision, ComponentRow.ordinal
    entry = _packed(), ComponentRow.series_end_utc, ComponentRow.recurrence_id
    statement = select(*_RULE, *columns, *entry).join(ObjectRow, ObjectRow.id == ComponentRow.object_id)
    rows: Sequence[Sequence[Any]] = connection.execute(statement.where(chosen.series())).all()
    if chosen.keys is not None:
        rows = [row for row in rows if chosen.lets_in(row[_WIDTH])]
    return [Series(*row[_WIDTH:]) for row in rows], {
        row[_WIDTH + 1]: row for row in rows if row[0] is not None
    }


def learn(
    connection: Connection,
    spreader: Spreader,
    revisions: Mapping[int, int],
    rules: Rules | None = None,
) -> None:
    """Let the spreader know {object: its revision} as they are now. rules: what is known of them already."""
    wanted = {id_: revision for id_, revision in revisions.items() if not spreader.knows(id_, revision)}
    if not spreader.has_room(len(wanted)):
        spreader.forget()
        wanted = dict(revisions)
    if not wanted:
        return
    zones = object_zones(connection, wanted)
    if rules is None:
        rules = _rules(connection, wanted)
    told = wanted.keys() & rules.keys()
    for id_ in told:
        spreader.learn_row(id_, wanted[id_], RuleRow(*rules[id_][:_WIDTH]), zones.of(id_))
    for chunk in chunks(wanted.keys() - told):
        statement = select(ObjectTextRow.object_id, ObjectTextRow.text)
        for id_, text in connection.execute(statement.where(ObjectTextRow.object_id.in_(chunk))):
            spreader.learn(id_, wanted[id_], text, zones.of(id_))


def _rules(connection: Connection, object_ids: Iterable[int]) -> Rules:
    found: dict[int, Sequence[Any]] = {}
    statement = select(*_RULE, ComponentRow.object_id).where(ComponentRow.rule.is_not(None))
    for chunk in chunks(object_ids):
        rows = connection.execute(statement.where(ComponentRow.object_id.in_(chunk)))
        found.update((row.object_id, row) for row in rows)
    return found


def without_overrides(connection: Connection, order: OrderArray) -> OrderArray:
    """Each event once: not the rows that stand for one date of a series that is there itself."""
    pairs = doubled(connection)
    keys = set(map(key_of, order.entries)) if pairs else set()
    gone = {override for series, override in pairs if series in keys}
    return OrderArray.of(entry for entry in order.entries if key_of(entry) not in gone) if gone else order


def doubled(connection: Connection) -> list[tuple[int, int]]:
    """(series, override) of every override whose series is there."""
    # In two steps: an index that has both columns finds the overrides, of which there are few.
    overrides: dict[int, list[int]] = {}
    for key, object_id in connection.execute(
        select(ComponentRow.id, ComponentRow.object_id).where(ComponentRow.recurrence_id != "")
    ):
        overrides.setdefault(object_id, []).append(key)
    series = select(ComponentRow.id, ComponentRow.object_id).where(
        ComponentRow.recurrence_id == "", ComponentRow.recurs == true()
    )
    return [
        (key, override)
        for chunk in chunks(overrides)
        for key, object_id in connection.execute(series.where(ComponentRow.object_id.in_(chunk)))
        for override in overrides[object_id]
    ]


def of_several() -> Select[int]:
    """The objects that have more than one component."""
    several = or_(ComponentRow.recurrence_id != "", ComponentRow.ordinal > 0)
    return select(ComponentRow.object_id).where(several)


def touching(connection: Connection, chosen: Selection, spreader: Spreader) -> list[Series]:
    """Series with a date in the span, at least in part."""
    series, rules = _series(connection, chosen)
    if not chosen.span:
        return series
    asked = {one.object_id: one.revision for one in series}
    if chosen.span.last is None:
        # The index knows the end of the last date, unless an override stands in that date's place.
        asked = {id_: asked[id_] for id_ in connection.scalars(of_several()) if id_ in asked}
    learn(connection, spreader, asked, rules)
    return [one for one in series if one.object_id not in asked or spreader.touches(one, chosen.span)]


def _by_column(connection: Connection, query: EventQuery, entries: Sequence[int]) -> Iterator[int]:
    by_key: dict[int, list[int]] = {}
    for entry in entries:
        by_key.setdefault(key_of(entry), []).append(entry)
    column = sort_column(query.order)
    # Without the query's conditions an index alone can answer; rows that are not asked for are passed over.
    rows = connection.execute(select(ComponentRow.id, column).order_by(sorted_by(column, query.descending)))
    for _, equal in groupby(rows, key=itemgetter(1)):
        yield from sorted(entry for key, _ in equal for entry in by_key.get(key, ()))
