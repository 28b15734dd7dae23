"""The order of the list built: single events as they stand, series spread out over a stretch of days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, func, select, true
from sqlalchemy.orm import aliased

from core.db.schema import ComponentRow, ObjectRow, ObjectTextRow
from core.db.selecting import Selection, chunks, selection, sorted_by
from core.db.zones import object_zones
from core.order import START_UNIT, OrderArray, key_of
from core.query import EventQuery, Order
from core.spreading import Series, Span, Spreader


def ordered(
    connection: Connection, query: EventQuery, spreader: Spreader, window: Span | None
) -> OrderArray:
    """What a query finds, in its order. window: where series are spread out; None: each is one row, at its start."""
    chosen = selection(connection, query, spreader.local)
    entries = _singles(connection, chosen)
    series = _series(connection, chosen)
    learn(connection, spreader, {one.object_id: one.revision for one in series})
    if window is None:
        entries += (one.entry for one in series if not chosen.span or spreader.touches(one, chosen.span))
    else:
        for one in series:
            entries += spreader.entries(one, chosen.span, window)
    if query.order is not Order.START:
        return OrderArray.of(_by_column(connection, query, chosen, entries))
    entries.sort(reverse=query.descending)
    return OrderArray.of(entries)


def _packed() -> ColumnElement[int]:
    # Whole minutes downwards, as SQL's division goes towards zero; the database packs faster than we do.
    seconds = ComponentRow.start_utc
    into = ((seconds % 60) + 60) % 60
    return (seconds - into) // 60 * START_UNIT + ComponentRow.id * 2


def _singles(connection: Connection, chosen: Selection) -> list[int]:
    found = connection.scalars(select(_packed()).where(chosen.singles()))
    if chosen.keys is None:
        return list(found)
    return [entry for entry in found if chosen.lets_in(key_of(entry))]


def _series(connection: Connection, chosen: Selection) -> list[Series]:
    columns = ComponentRow.id, ComponentRow.object_id, ObjectRow.revision, ComponentRow.ordinal
    statement = select(*columns, _packed(), ComponentRow.series_end_utc)
    joined = statement.join(ObjectRow, ObjectRow.id == ComponentRow.object_id)
    rows = (Series(*row) for row in connection.execute(joined.where(chosen.series())))
    return [one for one in rows if chosen.lets_in(one.key)]


def learn(connection: Connection, spreader: Spreader, revisions: Mapping[int, int]) -> None:
    """Let the spreader know {object: its revision} as they are now."""
    wanted = {id_: revision for id_, revision in revisions.items() if not spreader.knows(id_, revision)}
    zones = object_zones(connection, wanted)
    for chunk in chunks(wanted):
        statement = select(ObjectTextRow.object_id, ObjectTextRow.text)
        for id_, text in connection.execute(statement.where(ObjectTextRow.object_id.in_(chunk))):
            spreader.learn(id_, wanted[id_], text, zones.of(id_))


def without_overrides(connection: Connection, order: OrderArray) -> OrderArray:
    """Each event once: not the rows that stand for one date of a series that is there itself."""
    keys = {key_of(entry) for entry in order.entries}
    series, overrides = aliased(ComponentRow), aliased(ComponentRow)
    found = connection.execute(
        select(series.id, overrides.id)
        .join(overrides, overrides.object_id == series.object_id)
        .where(series.recurs == true(), series.recurrence_id == "", overrides.recurrence_id != "")
    )
    gone = {override for key, override in found if key in keys}
    return OrderArray.of(entry for entry in order.entries if key_of(entry) not in gone) if gone else order


def counted(connection: Connection, query: EventQuery, spreader: Spreader) -> int:
    """How many rows ordered() and without_overrides() would give."""
    chosen = selection(connection, query, spreader.local)
    if chosen.span or chosen.keys is not None:
        return len(without_overrides(connection, ordered(connection, query, spreader, None)))
    rows = chosen.singles() | chosen.series()
    series = select(ComponentRow.object_id).where(chosen.series(), ComponentRow.recurrence_id == "")
    doubled = (ComponentRow.recurrence_id != "") & ComponentRow.object_id.in_(series)
    total = connection.scalar(select(func.count()).where(rows)) or 0
    return total - (connection.scalar(select(func.count()).where(rows, doubled)) or 0)


def _by_column(
    connection: Connection, query: EventQuery, chosen: Selection, entries: Sequence[int]
) -> Iterator[int]:
    by_key: dict[int, list[int]] = {}
    for entry in sorted(entries):
        by_key.setdefault(key_of(entry), []).append(entry)
    rows = chosen.singles() | chosen.series()
    for key in connection.scalars(select(ComponentRow.id).where(rows).order_by(*sorted_by(query))):
        yield from by_key.get(key, ())
