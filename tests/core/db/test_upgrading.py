"""The migrations lead to the schema, keep what is there, and leave a copy or everything as it was."""

from __future__ import annotations

import io
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from core.db import upgrading
from core.db.engine import Location
from core.db.opening import APPLICATION_ID
from core.db.schema import HEAD, Base
from core.db.upgrading import MIGRATIONS
from core.errors import DiskFull
from core.query import EventQuery
from core.store import Store
from tests.core.agendas import Clock


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def before_the_first(path: Path) -> Path:
    """An agenda of ours from before its first table."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        database.execute("CREATE TABLE kept (what TEXT)")
        database.execute("INSERT INTO kept VALUES ('x')")
    return path


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """{table: its columns, indexes and references}, as SQLite itself has them."""
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: [
                *database.execute(f"PRAGMA table_info({name})"),
                # Without the number that says which was made first.
                *sorted(row[1:] for row in database.execute(f"PRAGMA index_list({name})")),
                *sorted(row[2:] for row in database.execute(f"PRAGMA foreign_key_list({name})")),
            ]
            for name in names
        }


def triggers(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE TRIGGER%' OR sql LIKE '%fts5%'"
        )
        return {name: re.sub(r"\s+", " ", sql) for name, sql in rows}


def test_the_last_migration_is_the_one_that_the_schema_names() -> None:
    assert scripts().get_current_head() == HEAD
    assert all(len(its.revision) == 4 and its.revision.isdigit() for its in scripts().walk_revisions())


def test_the_migrations_lead_to_the_schema(tmp_path: Path) -> None:
    old, new = before_the_first(tmp_path / "old.parvis"), tmp_path / "new.parvis"
    with closing(sqlite3.connect(new)):
        engine = create_engine(f"sqlite:///{new}")
        Base.metadata.create_all(engine)
        engine.dispose()
    engine = create_engine(f"sqlite:///{old}")
    upgrading.upgrade(engine, Location.of(str(old)), Clock()())
    found, wanted = tables(old), tables(new)
    assert found.pop("kept")
    found.pop("alembic_version")  # Alembic's own, without a key.
    wanted.pop("alembic_version")
    assert found == wanted
    assert triggers(old) == triggers(new)
    with engine.connect() as connection:
        names = {
            its["name"]
            for table in inspect(connection).get_table_names()
            for its in (
                *inspect(connection).get_foreign_keys(table),
                *inspect(connection).get_unique_constraints(table),
            )
        }
    engine.dispose()
    assert names == {
        constraint.name
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if str(constraint.name).startswith(("fk_", "uq_"))
    }


def test_an_older_agenda_is_brought_up_to_date_and_a_copy_is_kept(tmp_path: Path) -> None:
    path = before_the_first(tmp_path / "agenda.parvis")
    store = Store.open(str(path), clock=Clock(), create=False)
    assert store.zone
    assert store.count(EventQuery()) == 0
    store.close()
    (copy,) = set(tmp_path.iterdir()) - {path}
    assert copy.name == f"agenda 2026-03-01 12.00.01 before {HEAD}.parvis"
    assert set(tables(copy)) == {"alembic_version", "kept"}
    assert tables(path)["kept"] == tables(copy)["kept"]
    Store.open(str(path), clock=Clock(), create=False).close()
    assert len(list(tmp_path.iterdir())) == 2


def test_one_that_fails_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic import command

    path = before_the_first(tmp_path / "agenda.parvis")
    before = tables(path)

    def upgrade(config: Config, revision: str) -> None:
        connection = config.attributes["connection"]
        connection.exec_driver_sql("CREATE TABLE half (done)")
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(command, "upgrade", upgrade)
    for _ in range(2):
        clock = Clock()
        with pytest.raises(DiskFull):
            Store.open(str(path), clock=clock)
    assert tables(path) == before
    # Two copies, of which neither took the other's place.
    assert len(list(tmp_path.glob("* before *"))) == 2


def test_the_migrations_serve_postgresql_too() -> None:
    output = io.StringIO()
    options = {"as_sql": True, "output_buffer": output, "target_metadata": Base.metadata}
    context = MigrationContext.configure(dialect_name="postgresql", opts=options)
    with Operations.context(context):
        for revision in reversed(list(scripts().walk_revisions())):
            revision.module.upgrade()
    made = output.getvalue()
    assert made.count("CREATE TABLE") == len(Base.metadata.tables) - 1
    assert "fts5" not in made
