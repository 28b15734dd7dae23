"""Where one event stands among the rows of the list, whatever is asked of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from core.db.ordering import learn
from core.db.schema import ComponentRow, ObjectRow
from core.object import ComponentRef
from core.order import pack
from core.spreading import Series, Span, Spreader


def entry_of(connection: Connection, spreader: Spreader, ref: ComponentRef, now: datetime) -> int | None:
    """A component's own entry; of a series, that of the date that is on or comes next, or of its last."""
    index = ComponentRow.id, ComponentRow.start_utc, ComponentRow.series_end_utc, ComponentRow.recurs
    statement = select(*index, ObjectRow.revision).join(ObjectRow, ObjectRow.id == ComponentRow.object_id)
    named = ComponentRow.recurrence_id == ref.recurrence_id, ComponentRow.ordinal == ref.ordinal
    row = connection.execute(statement.where(ComponentRow.object_id == ref.object_id, *named)).first()
    if row is None:
        return None
    key, start, end, recurs, revision = row
    entry = pack(start // 60, key)
    if not recurs:
        return entry
    learn(connection, spreader, {ref.object_id: revision})
    series = Series(key, ref.object_id, revision, ref.ordinal, entry, end, ref.recurrence_id)
    present = int(now.timestamp())
    return next(iter(spreader.entries(series, Span(), Span(present, present))), entry)
