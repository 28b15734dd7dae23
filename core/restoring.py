"""A backup put in the place of an agenda; what was there is kept under another name, whatever its state."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from core.errors import AgendaDamaged, AgendaMissing, NotAnAgenda
from core.files import replacing

# What SQLite keeps beside a database that was not closed: it belongs to that one alone.
BESIDE = ("-wal", "-shm", "-journal")


def restore(backup: Path, location: Path, now: datetime) -> Path | None:
    """Put a copy of the backup at location, where no program has it open. Gives where the former one is now.

    The backup is never written. Raises AgendaMissing, NotAnAgenda and AgendaDamaged for one that will not do,
    FileProblem where it cannot be copied; all is then as it was.
    """
    verify(backup)
    with backup.open("rb") as source, replacing(location) as file:
        shutil.copyfileobj(source, file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())
        # Only now that all of the copy is on disk does what was there go aside.
        return _set_aside(location, now)


def verify(path: Path) -> None:
    """Read a whole agenda through. Raises AgendaMissing, NotAnAgenda and AgendaDamaged."""
    if not path.is_file():
        raise AgendaMissing(str(path))
    try:
        # immutable: a backup is read where it lies, and nothing appears beside it.
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as database:
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            sound = database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError as error:
        raise NotAnAgenda(str(path)) from error
    if not {"agenda", "object", "object_text"} <= tables:
        raise NotAnAgenda(str(path))
    if not sound:
        raise AgendaDamaged(str(path))


def _set_aside(location: Path, now: datetime) -> Path | None:
    if not location.exists():
        return None
    kept = _free(location.with_name(f"{location.stem} {now:%Y-%m-%d %H.%M.%S}{location.suffix}"))
    for ending in ("", *BESIDE):
        part = location.with_name(location.name + ending)
        if part.exists():
            os.replace(part, kept.with_name(kept.name + ending))
    return kept


def _free(path: Path) -> Path:
    names = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in range(2, 1_000))
    return next((name for name in (path, *names) if not name.exists()), path)
