"""Whether an agenda is sound: the file, what its rows refer to, and the index against the text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import tzinfo
from pathlib import Path

from sqlalchemy import Connection, select

from core.db.engine import read_mode, sqlite_connection
from core.db.indexing import Indexer
from core.db.reading import AT_ONCE, objects_where
from core.db.schema import ObjectRow, ObjectTextRow
from core.db.selecting import chunks
from core.db.zones import object_zones


def problems(connection: Connection, local: tzinfo) -> list[str]:
    """One line each; nothing: it is sound. For a log and a technician, hence not translated."""
    if connection.dialect.name != "sqlite":
        return list(_index(connection, local))
    # A broken file says nothing more that could be relied on.
    return _broken(connection) or [*_references(connection), *_texts(connection), *_index(connection, local)]


def _broken(connection: Connection) -> list[str]:
    (_, _, name), *_ = connection.exec_driver_sql("PRAGMA database_list").all()
    path = Path(name)
    # A connection that was there while search was built anew takes it for malformed (SQLite 3.44 and later).
    with closing(sqlite_connection(path, read_mode(path))) as fresh:
        return [its for (its,) in fresh.execute("PRAGMA integrity_check(20)") if its != "ok"]


def _references(connection: Connection) -> Iterator[str]:
    for table, row, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table} row {row} refers to a {target} that is not there"


def _texts(connection: Connection) -> Iterator[str]:
    without = select(ObjectRow.uid).outerjoin(ObjectTextRow, ObjectTextRow.object_id == ObjectRow.id)
    for uid in connection.scalars(without.where(ObjectTextRow.object_id.is_(None))):
        yield f"event {uid} has no text"


def _index(connection: Connection, local: tzinfo) -> Iterator[str]:
    for chunk in chunks(connection.scalars(select(ObjectRow.id)), AT_ONCE):
        indexer = Indexer(local, object_zones(connection, chunk))
        for uid in indexer.wrong(connection, objects_where(connection, ObjectRow.id.in_(chunk))):
            yield f"event {uid} is listed otherwise than its text says"
