"""How many events there are: from the index alone, looking only at series that it cannot vouch for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from core.db.ordering import of_several, ordered, touching
from core.db.schema import ComponentRow, ObjectRow
from core.db.selecting import chunks, selection
from core.order import key_of
from core.query import EventQuery
from core.spreading import Spreader

# Rows among which those of one event are told apart; beyond it, that would be felt.
MOST_COUNTED = 100_000


def counted(connection: Connection, query: EventQuery, spreader: Spreader) -> int:
    """How many events, an event being an object: a series, with all that stands for its dates, is one."""
    chosen = selection(connection, query, spreader.local)
    objects = _of_several(connection)
    if chosen.keys is not None:
        return _objects(map(key_of, ordered(connection, query, spreader, None).entries), objects)
    if not chosen.span:
        found = _among(connection, objects, *chosen.conditions)
        return _count(connection, *chosen.conditions) - len(found) + _objects(found, objects)
    certain, asked = 0, [chosen]
    if chosen.span.last is None:
        # The index knows of each other series whether it has a date in the span.
        asked = [chosen.also(ComponentRow.object_id.in_(its)) for its in chunks(set(objects.values()))]
        certain = _count(connection, chosen.series()) - sum(_count(connection, its.series()) for its in asked)
    keys = {one.key for its in asked for one in touching(connection, its, spreader)}
    singles = _among(connection, objects, chosen.singles())
    return (
        certain + _count(connection, chosen.singles()) - len(singles) + _objects({*keys, *singles}, objects)
    )


def counted_entries(connection: Connection, entries: Sequence[int]) -> int:
    """How many events these packed rows are of; as many as there are rows beyond MOST_COUNTED."""
    if len(entries) > MOST_COUNTED:
        return len(entries)
    return _objects(set(map(key_of, entries)), _of_several(connection))


def by_calendar(connection: Connection) -> dict[int, int]:
    """{calendar: how many events it has}, of those that have any."""
    calendar = ObjectRow.calendar_id
    return dict(connection.execute(select(calendar, func.count()).group_by(calendar)).all())


def _of_several(connection: Connection) -> dict[int, int]:
    """{row of the index: its object}, of objects that have several rows."""
    statement = select(ComponentRow.id, ComponentRow.object_id)
    return {
        key: object_id
        for chunk in chunks(set(connection.scalars(of_several())))
        for key, object_id in connection.execute(statement.where(ComponentRow.object_id.in_(chunk)))
    }


def _objects(keys: Iterable[int], objects: Mapping[int, int]) -> int:
    """How many objects these rows are of, each given once. objects: see _of_several()."""
    alone, several = 0, set()
    for key in keys:
        if key in objects:
            several.add(objects[key])
        else:
            alone += 1
    return alone + len(several)


def _count(connection: Connection, *conditions: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(ComponentRow).where(*conditions)) or 0


def _among(connection: Connection, keys: Iterable[int], *conditions: ColumnElement[bool]) -> set[int]:
    """Those rows of the index that the conditions let in."""
    statement = select(ComponentRow.id).where(*conditions)
    return {
        key
        for chunk in chunks(keys)
        for key in connection.scalars(statement.where(ComponentRow.id.in_(chunk)))
    }
