"""Where an agenda lies, and connections to it: SQLite as we want it, or a server by its URL."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from core.errors import AgendaError
from core.files import may_write

# Milliseconds to wait for another program that writes.
BUSY_TIMEOUT = 5_000

# The file is 2.4 times the size of its .ics with this, and larger with SQLite's own 4096.
PAGE_SIZE = 8192

# The execution option that makes a transaction one that will write.
WRITES = "writes"

_URL = re.compile(r"[a-z][a-z0-9+]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Location:
    """path: the SQLite file, or None on a server. shown: what a message may say, so never a password."""

    url: URL
    path: Path | None
    shown: str

    @classmethod
    def of(cls, text: str) -> Location:
        """From a path or an SQLAlchemy URL, as given on the command line. Raises AgendaError for no URL."""
        if not _URL.match(text):
            return cls._of_path(text)
        try:
            url = make_url(text)
        except (ArgumentError, ValueError) as error:
            # Nobody knows where in it a password stands.
            raise AgendaError(f"{text.partition('//')[0]}//…") from error
        if url.get_backend_name() == "sqlite":
            return cls._of_path(url.database or "")
        # libpq takes a password among the options, too, which SQLAlchemy would show.
        return cls(url, None, url.set(query={}).render_as_string(hide_password=True))

    @classmethod
    def _of_path(cls, text: str) -> Location:
        path = Path(os.path.abspath(Path(text).expanduser()))
        return cls(URL.create("sqlite", database=str(path)), path, str(path))

    def lies_at(self, path: str | Path) -> bool:
        """Whether a path, by whatever links, leads to the agenda's own file."""
        with suppress(OSError):
            return self.path is not None and os.path.samefile(path, self.path)
        return False


def sqlite_connection(path: Path, mode: str) -> sqlite3.Connection:
    """A connection without transactions of its own making. mode: the query of a SQLite URI."""
    uri = f"{path.as_uri()}?{mode}"
    return sqlite3.connect(
        uri,
        timeout=BUSY_TIMEOUT / 1_000,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )


def read_mode(path: Path) -> str:
    """How to open a file that may not be written.

    A WAL database wants files beside it even for reading; where they cannot be made, and nobody else has made
    them, the file stands alone and can be read as it is.
    """
    alone = not os.path.exists(f"{path}-wal")
    return "mode=ro&immutable=1" if alone and not may_write(path.parent) else "mode=ro"


def make_engine(location: Location, *, read_only: bool) -> Engine:
    """Connections for many threads. Their transactions read, unless WRITES is set among the options."""
    if location.path is None:
        try:
            return create_engine(location.url)
        except (ArgumentError, ImportError) as error:  # Nothing is installed that speaks to such a server.
            raise AgendaError(location.shown) from error
    engine = create_engine(location.url, creator=_creator(location.path, read_only))
    event.listen(engine, "connect", _on_read_connect if read_only else _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _creator(path: Path, read_only: bool) -> Callable[[], sqlite3.Connection]:
    mode = read_mode(path) if read_only else "mode=rwc"
    return lambda: sqlite_connection(path, mode)


def _on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    for pragma in (
        f"page_size={PAGE_SIZE}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "cache_size=-32768",
        # After a large import its WAL would stay as large as it was.
        "journal_size_limit=67108864",
    ):
        _execute(connection, f"PRAGMA {pragma}")


def _on_read_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    _execute(connection, "PRAGMA query_only=ON")


def _execute(connection: Any, statement: str) -> None:
    cursor = connection.cursor()
    cursor.execute(statement)
    cursor.close()


def _on_begin(connection: Connection) -> None:
    # IMMEDIATE: a transaction that reads first and writes later could not wait for another's end.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
