"""The one way to an agenda's database: reading from any thread, writing one transaction at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import IntegrityError

from core.db.engine import WRITES, Location, make_engine
from core.db.faults import explained
from core.db.guard import Guard
from core.db.schema import JournalRow, SequenceRow
from core.errors import AgendaBusy, AgendaReadOnly, StaleChange


class Door:
    """Connections to one agenda. Every database error comes out as the AgendaError that it means."""

    def __init__(self, location: Location, *, read_only: bool) -> None:
        self.location = location
        self.read_only = read_only
        self.engine: Engine = make_engine(location, read_only=read_only)
        # All writing goes through one connection: what that one did not do, somebody else did.
        self._writer: Connection | None = None
        self._lock = threading.RLock()
        self._version = 0
        self._guard = self._guarded()

    def _guarded(self) -> Guard | None:
        if self.read_only or self.location.path is None:
            return None
        # First a connection: it gives a backup, which has none, its WAL, and needs the file for itself.
        with self.reading():
            return Guard(self.location.path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the agenda, whoever writes meanwhile."""
        with explained(self.location.shown), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all that the block does is stored when it ends well, and nothing else.

        Raises AgendaReadOnly; StaleChange where what is written does not go with what is there.
        """
        if self.read_only:
            raise AgendaReadOnly(self.location.shown)
        with self._lock, explained(self.location.shown):
            try:
                with self._connection().begin():
                    yield self._connection()
            except IntegrityError as error:
                raise StaleChange("") from error

    def _connection(self) -> Connection:
        if self._writer is None:
            self._writer = self.engine.connect().execution_options(**{WRITES: True})
        return self._writer

    def data_version(self) -> int:
        """A number that changes when somebody else has written. While we write, as it was before."""
        if not self._lock.acquire(blocking=False):
            return self._version
        try:
            with explained(self.location.shown):
                self._version = self._ask_version()
        finally:
            self._lock.release()
        return self._version

    def _ask_version(self) -> int:
        if self.location.path is None:
            with self.engine.connect() as connection:
                of_journal = SequenceRow.name == JournalRow.__tablename__
                return connection.scalar(select(SequenceRow.last).where(of_journal)) or 0
        return self._outside_transactions("PRAGMA data_version")

    def _outside_transactions(self, statement: str) -> int:
        """Ask past SQLAlchemy, which would begin one, and a writing one waits for others. A number."""
        database = self._connection().connection.dbapi_connection
        assert database is not None
        cursor = database.cursor()
        cursor.execute(statement)
        first, *_ = cursor.fetchone() or (0,)
        cursor.close()
        return int(first)

    def squeeze(self) -> None:
        """Write the file anew, without what was deleted from it, and empty its WAL.

        A server sees to that itself. Raises AgendaBusy where another program reads all the while.
        """
        if self.location.path is None:
            return
        with self._lock, explained(self.location.shown):
            self._outside_transactions("VACUUM")
            if self._outside_transactions("PRAGMA wal_checkpoint(TRUNCATE)"):
                raise AgendaBusy(self.location.shown)

    def close(self) -> None:
        """Let go of the file; the last to close it merges its WAL into it."""
        with self._lock:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            if self._guard is not None:
                self._guard.let_go()
            self.engine.dispose()
            if self._guard is not None:
                self._guard.close()
