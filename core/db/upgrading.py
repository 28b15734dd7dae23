"""An agenda of an older schema brought up to date, in one transaction, a copy of it being kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from core.db.backup import copy_database
from core.db.engine import WRITES, Location
from core.db.schema import HEAD
from core.files import unused_name

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def upgrade(engine: Engine, location: Location, now: datetime) -> None:
    """Go up to the present schema, or leave all as it was. The copy lies beside the file."""
    # Takes 100 ms to import, and is needed once a release.
    from alembic import command
    from alembic.config import Config

    if location.path is not None:
        name = f"{location.path.stem} {now:%Y-%m-%d %H.%M.%S} before {HEAD}"
        copy_database(location.path, unused_name(location.path, name))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["quiet"] = True
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
