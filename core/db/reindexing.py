"""The index computed anew: after a new scanner, new zone rules, another zone of the agenda, or damage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from sqlalchemy import Connection, delete, insert, select

from core.db.indexing import Indexer, versions
from core.db.reading import AT_ONCE, objects_where
from core.db.schema import ComponentCategoryRow, ComponentRow, ComponentWordsRow, ObjectRow, SettingRow
from core.db.search import SEARCH_TABLES
from core.db.selecting import chunks
from core.db.zones import object_zones

# What a damaged file, or one that another program wrote to, may have left by itself.
_OWNED = (
    (ComponentRow, ComponentRow.object_id, ObjectRow.id),
    (ComponentRow, ComponentRow.id, ComponentWordsRow.component_id),
    (ComponentWordsRow, ComponentWordsRow.component_id, ComponentRow.id),
    (ComponentCategoryRow, ComponentCategoryRow.component_id, ComponentRow.id),
)


def parts(connection: Connection) -> list[list[int]]:
    """All objects, in as many at once as keep nobody waiting."""
    return list(chunks(connection.scalars(select(ObjectRow.id)), AT_ONCE))


def drop_strays(connection: Connection) -> None:
    """Take out rows of the index that belong to nothing, or that something is missing of."""
    for rows, column, owner in _OWNED:
        connection.execute(delete(rows).where(column.not_in(select(owner))))


def put_right(connection: Connection, local: tzinfo, object_ids: Sequence[int]) -> int:
    """Compute these objects' rows, and give how many were not right."""
    indexer = Indexer(local, object_zones(connection, object_ids))
    return indexer.replace(connection, objects_where(connection, ObjectRow.id.in_(object_ids)))


def note_as_present(connection: Connection) -> None:
    """Once all are put right: build search anew over them, and note what they were computed with."""
    if connection.dialect.name == "sqlite":
        for table in SEARCH_TABLES:
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('rebuild')")
    for key, value in versions().items():
        set_setting(connection, key, value)


def set_setting(connection: Connection, key: str, value: str) -> None:
    """In place of what was set."""
    connection.execute(delete(SettingRow).where(SettingRow.key == key))
    connection.execute(insert(SettingRow).values(key=key, value=value))
