"""How many events there are: from the index alone, looking only at series that it cannot vouch for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from sqlalchemy import ColumnElement, Connection, func, select

from core.db.ordering import doubled, of_several, ordered, touching, without_overrides
from core.db.schema import ComponentRow
from core.db.selecting import chunks, selection
from core.query import EventQuery
from core.spreading import Spreader


def counted(connection: Connection, query: EventQuery, spreader: Spreader) -> int:
    """How many rows ordered() and without_overrides() would give."""
    chosen = selection(connection, query, spreader.local)
    if chosen.keys is not None:
        return len(without_overrides(connection, ordered(connection, query, spreader, None)))
    pairs = doubled(connection)
    if not chosen.span:
        found = _among(connection, chain(*pairs), *chosen.conditions)
        gone = {override for series, override in pairs if series in found and override in found}
        return _count(connection, *chosen.conditions) - len(gone)
    certain, asked = 0, [chosen]
    if chosen.span.last is None:
        # The index knows of each other series whether it has a date in the span.
        several = set(connection.scalars(of_several()))
        asked = [chosen.also(ComponentRow.object_id.in_(chunk)) for chunk in chunks(several)]
        certain = _count(connection, chosen.series()) - sum(_count(connection, its.series()) for its in asked)
    keys = {one.key for its in asked for one in touching(connection, its, spreader)}
    gone = {override for series, override in pairs if series in keys}
    singles = _count(connection, chosen.singles()) - len(_among(connection, gone, chosen.singles()))
    return certain + len(keys - gone) + singles


def by_calendar(connection: Connection) -> dict[int, int]:
    """{calendar: how many events it has, a series being one}, of those that have any."""
    calendar = ComponentRow.calendar_id
    found = dict(connection.execute(select(calendar, func.count()).group_by(calendar)).all())
    gone = {override for _, override in doubled(connection)}
    for chunk in chunks(gone):
        for calendar_id in connection.scalars(select(calendar).where(ComponentRow.id.in_(chunk))):
            found[calendar_id] -= 1
    return found


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
