"""A file before it is opened: whether it is an agenda, of which schema; made new, or brought up to date."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, inspect, select

from core.calendar import COLOURS
from core.db.engine import WRITES, Location, make_engine, sqlite_connection
from core.db.faults import explained
from core.db.indexing import versions
from core.db.schema import HEAD, Base, CalendarRow, SequenceRow, SettingRow, alembic_version
from core.db.upgrading import upgrade
from core.errors import (
    AgendaDamaged,
    AgendaError,
    AgendaMissing,
    AgendaReadOnly,
    AgendaTooNew,
    NotAnAgenda,
)
from core.files import file_problem, is_database, may_write
from core.machine_zone import machine_zone

# "PARV", in the file's header, where file(1) finds it too.
APPLICATION_ID = 0x50415256

# Bytes up to which a file is checked whole at every opening, which takes some 20 ms.
CHECKED_WHOLE = 16 << 20

FIRST_CALENDAR = "Agenda"


class State(Enum):
    """What has to be done before an agenda can be used."""

    NEW = "new"
    OLDER = "older"
    PRESENT = "present"


def prepare(location: Location, *, create: bool, zone: str | None, now: datetime) -> bool:
    """Make what lies there usable: a new agenda, or an older one brought up to date.

    Gives whether it can only be read. Raises AgendaError and FileProblem for what cannot be used, which
    stays as it is.
    """
    with explained(location.shown):
        if location.path is None:
            return _prepare_server(location, create, zone, now)
        state = state_of_file(location.path)
        if state is State.NEW and not create:
            raise (NotAnAgenda if location.path.exists() else AgendaMissing)(location.shown)
        read_only = not _may_write(location.path)
        if read_only and state is not State.PRESENT:
            raise AgendaReadOnly(location.shown)
        if state is not State.PRESENT:
            _bring_about(location, state, zone, now)
        return read_only


def _prepare_server(location: Location, create: bool, zone: str | None, now: datetime) -> bool:
    engine = make_engine(location, read_only=False)
    try:
        state = _state_of_server(engine, location.shown)
    finally:
        engine.dispose()
    if state is State.NEW and not create:
        raise AgendaMissing(location.shown)
    if state is not State.PRESENT:
        _bring_about(location, state, zone, now)
    return False


def _bring_about(location: Location, state: State, zone: str | None, now: datetime) -> None:
    engine = make_engine(location, read_only=False)
    try:
        if state is State.OLDER:
            upgrade(engine, location, now)
        else:
            with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
                _make_agenda(connection, zone or machine_zone())
    finally:
        engine.dispose()


def _may_write(path: Path) -> bool:
    """SQLite writes the file, and others beside it."""
    return may_write(path.parent) and (may_write(path) or not path.exists())


# Looking


def state_of_file(path: Path) -> State:
    """Look at a file without a change to it or beside it.

    Raises AgendaMissing, NotAnAgenda, AgendaDamaged, AgendaTooNew; FileProblem for one that may not be read.
    """
    try:
        return _looked_at(path)
    except OSError as error:
        raise file_problem(path, error) from error


def _looked_at(path: Path) -> State:
    if not path.parent.is_dir():
        raise AgendaMissing(str(path))
    if not path.exists():
        return State.NEW
    if not path.is_file():
        raise NotAnAgenda(str(path))
    if not path.stat().st_size:
        return State.NEW
    # SQLite takes any shorter file for an empty one, and would write over it.
    if not is_database(path):
        raise NotAnAgenda(str(path))
    return _state_alone(path) or _state(path, "mode=ro")


def _state_alone(path: Path) -> State | None:
    """Without locks, which would leave files beside it; None when somebody else uses it meanwhile."""
    before = _marks(path)
    try:
        state = None if before is None else _state(path, "mode=ro&immutable=1")
    except (sqlite3.DatabaseError, AgendaError):
        if _marks(path) == before:
            raise
        return None
    return state if _marks(path) == before else None


def _marks(path: Path) -> tuple[int, int] | None:
    """Of the file as it is; None while it has a WAL, and is thus in use or was left in the middle of it."""
    if Path(f"{path}-wal").exists():
        return None
    its = path.stat()
    return its.st_mtime_ns, its.st_size


def _state(path: Path, mode: str) -> State:
    with closing(sqlite_connection(path, mode)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        (mark,) = database.execute("PRAGMA application_id").fetchone()
        if mark != APPLICATION_ID:
            if tables or mark:
                raise NotAnAgenda(str(path))
            return State.NEW
        version = database.execute("SELECT version_num FROM alembic_version").fetchone()
        state = _compared(version[0] if version else "", str(path))
        if not _is_whole(path, database):
            raise AgendaDamaged(str(path))
        return state


def _compared(version: str, shown: str) -> State:
    if version > HEAD:
        raise AgendaTooNew(shown)
    return State.PRESENT if version == HEAD else State.OLDER


def _is_whole(path: Path, database: sqlite3.Connection) -> bool:
    if path.stat().st_size > CHECKED_WHOLE:
        return True
    return bool(database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


def _state_of_server(engine: Engine, shown: str) -> State:
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if alembic_version.name not in tables:
            if tables:
                raise NotAnAgenda(shown)
            return State.NEW
        return _compared(connection.scalar(select(alembic_version.c.version_num)) or "", shown)


# Making


def _make_agenda(connection: Connection, zone: str) -> None:
    if inspect(connection).has_table(SettingRow.__tablename__):
        return  # Another process was quicker.
    Base.metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(insert(alembic_version).values(version_num=HEAD))
    settings = {"zone": zone, **versions()}
    connection.execute(insert(SettingRow), [{"key": key, "value": value} for key, value in settings.items()])
    first = {"id": 1, "name": FIRST_CALENDAR, "colour": COLOURS[0], "hidden": False, "revision": 1}
    connection.execute(insert(CalendarRow).values(first))
    connection.execute(insert(SequenceRow).values(name=CalendarRow.__tablename__, last=1))
