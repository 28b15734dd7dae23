"""Text that a field does not take yet, kept as it was typed."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from core.db.schema import DraftRow
from core.object import ComponentRef


def of_object(connection: Connection, object_id: int) -> dict[tuple[ComponentRef, str], str]:
    """{(event, field): text}."""
    columns = DraftRow.recurrence_id, DraftRow.ordinal, DraftRow.field, DraftRow.text
    rows = connection.execute(select(*columns).where(DraftRow.object_id == object_id))
    return {
        (ComponentRef(object_id, recurrence_id, ordinal), field): text
        for recurrence_id, ordinal, field, text in rows
    }


def put(connection: Connection, ref: ComponentRef, field: str, text: str) -> None:
    """In place of what was there."""
    drop(connection, ref, field)
    connection.execute(
        insert(DraftRow).values(
            object_id=ref.object_id,
            recurrence_id=ref.recurrence_id,
            ordinal=ref.ordinal,
            field=field,
            text=text,
        )
    )


def drop(connection: Connection, ref: ComponentRef, field: str) -> None:
    connection.execute(delete(DraftRow).where(*_same(ref), DraftRow.field == field))


def _same(ref: ComponentRef) -> tuple[ColumnElement[bool], ...]:
    return (
        DraftRow.object_id == ref.object_id,
        DraftRow.recurrence_id == ref.recurrence_id,
        DraftRow.ordinal == ref.ordinal,
    )
