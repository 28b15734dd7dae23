"""What the database says went wrong, as errors that a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from core.errors import (
    AgendaBusy,
    AgendaDamaged,
    AgendaError,
    AgendaMissing,
    AgendaReadOnly,
    DiskFull,
    NotAnAgenda,
)

# By SQLite's primary result code, the low byte of the extended one (sqlite.org/rescode.html).
_KINDS: dict[int, type[AgendaError]] = {
    sqlite3.SQLITE_BUSY: AgendaBusy,
    sqlite3.SQLITE_LOCKED: AgendaBusy,
    sqlite3.SQLITE_READONLY: AgendaReadOnly,
    sqlite3.SQLITE_PERM: AgendaReadOnly,
    sqlite3.SQLITE_CORRUPT: AgendaDamaged,
    sqlite3.SQLITE_NOTADB: NotAnAgenda,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CANTOPEN: AgendaMissing,
    # A disk that was taken out, a network that went away.
    sqlite3.SQLITE_IOERR: AgendaError,
}


def fault(error: BaseException, shown: str) -> AgendaError | None:
    """The expected error behind a database's own; None for what is a bug of ours. shown: the agenda."""
    inner = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(inner, sqlite3.Error):
        kind = _KINDS.get(getattr(inner, "sqlite_errorcode", 0) & 0xFF)
        return kind(shown) if kind is not None else None
    # A server that does not answer, or refuses us.
    return AgendaError(shown) if isinstance(error, OperationalError) else None


@contextmanager
def explained(shown: str) -> Iterator[None]:
    """Raise the database's errors inside the block as AgendaError, where a person can act on them."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        expected = fault(error, shown)
        if expected is None:
            raise
        raise expected from error
