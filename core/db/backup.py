"""A copy of an agenda's file while it is in use: whole, checked, and never half there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from core.db.engine import Location, sqlite_connection
from core.db.faults import explained
from core.errors import AgendaDamaged, AgendaError, FileProblem
from core.files import replacing

# What SQLite says of the copy alone: the other file is only read.
_OF_THE_COPY = {
    sqlite3.SQLITE_FULL: "ENOSPC",
    sqlite3.SQLITE_IOERR_WRITE: "EIO",
    sqlite3.SQLITE_IOERR_FSYNC: "EIO",
}


def back_up(location: Location, target: Path) -> None:
    """Copy an agenda in use. Raises FileProblem, AgendaDamaged, AgendaError."""
    if location.path is None:
        raise AgendaError(location.shown)  # A server has its own ways.
    if location.lies_at(target):
        raise FileProblem(str(target), "EEXIST")
    with explained(location.shown):
        copy_database(location.path, target)


def copy_database(source: Path, target: Path) -> None:
    """Write one self-contained file in the target's place. Raises FileProblem, AgendaDamaged, sqlite3.Error.

    SQLite's own backup, in one step: with a WAL it sees one state of the file, and keeps nobody from writing.
    """
    with replacing(target, private=True) as file:
        draft = Path(file.name)
        with closing(sqlite_connection(source, "mode=ro")) as here, closing(sqlite3.connect(draft)) as there:
            try:
                here.backup(there)
                # Without a WAL of its own, so that the one file is all there is.
                there.execute("PRAGMA journal_mode=DELETE")
            except sqlite3.Error as error:
                reason = _OF_THE_COPY.get(getattr(error, "sqlite_errorcode", 0))
                if reason is None:
                    raise
                raise FileProblem(str(target), reason) from error
            if there.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise AgendaDamaged(str(source))
