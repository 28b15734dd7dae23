"""The index computed anew: after a new scanner, new zone rules, another zone of the agenda, or damage."""

from __future__ import annotations

from datetime import tzinfo

from sqlalchemy import Connection, delete, insert, select

from core.db.indexing import Indexer, versions
from core.db.reading import AT_ONCE, objects_where
from core.db.schema import ComponentCategoryRow, ComponentRow, ComponentWordsRow, ObjectRow, SettingRow
from core.db.search import SEARCH_TABLES
from core.db.selecting import chunks
from core.db.zones import object_zones
from core.progress import Job, Progress

# What a damaged file, or one that another program wrote to, may have left without an owner.
_OWNED = (
    (ComponentRow, ComponentRow.object_id, ObjectRow.id),
    (ComponentWordsRow, ComponentWordsRow.component_id, ComponentRow.id),
    (ComponentCategoryRow, ComponentCategoryRow.component_id, ComponentRow.id),
)


def reindex(connection: Connection, local: tzinfo) -> Job[int]:
    """Put every row right, and give how many were not. In the caller's transaction."""
    for rows, column, owner in _OWNED:
        connection.execute(delete(rows).where(column.not_in(select(owner))))
    ids = connection.scalars(select(ObjectRow.id)).all()
    done = wrong = 0
    for chunk in chunks(ids, AT_ONCE):
        yield Progress(done, len(ids))
        indexer = Indexer(local, object_zones(connection, chunk))
        wrong += indexer.replace(connection, objects_where(connection, ObjectRow.id.in_(chunk)))
        done += len(chunk)
    if connection.dialect.name == "sqlite":
        for table in SEARCH_TABLES:
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('rebuild')")
    for key, value in versions().items():
        set_setting(connection, key, value)
    return wrong


def set_setting(connection: Connection, key: str, value: str) -> None:
    """In place of what was set."""
    connection.execute(delete(SettingRow).where(SettingRow.key == key))
    connection.execute(insert(SettingRow).values(key=key, value=value))
