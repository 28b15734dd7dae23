"""A backup put in the place of an agenda; what was there is kept under another name, whatever its state."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from core.errors import AgendaDamaged, AgendaMissing, NotAnAgenda
from core.files import is_database, replacing, sync_folder, unused_name

# What SQLite keeps beside a database that was not closed: it belongs to that one alone.
BESIDE = ("-wal", "-shm", "-journal")

# As a copy is called that was put aside, by restore() or before an upgrade: the agenda's name and a time.
_ASIDE = r" \d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.\d{2}\b.*"


def restore(backup: Path, location: Path, now: datetime) -> Path | None:
    """Put a copy of the backup at location, where no program has it open. Gives where the former one is now.

    The backup is never written. At every moment there is an agenda at location, and what was there is whole,
    there or under its new name. Raises AgendaMissing, NotAnAgenda and AgendaDamaged for a backup that will
    not do, FileProblem where it cannot be copied; all is then as it was.
    """
    verify(backup)
    location = Path(os.path.realpath(location))  # SQLite, too, keeps its log beside the file itself.
    with backup.open("rb") as source, replacing(location) as file:
        shutil.copyfileobj(source, file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())
        # Only now that all of the copy is on disk is what was there put aside.
        kept = _put_aside(location, now)
        # A log that belongs to another database would be played back into this one.
        for ending in BESIDE:
            _with_ending(location, ending).unlink(missing_ok=True)
    return kept


def put_aside(location: Path) -> list[Path]:
    """What lies beside an agenda of its former states: from restore(), or copied before an upgrade."""
    form = re.compile(re.escape(location.stem) + _ASIDE + re.escape(location.suffix))
    with suppress(OSError):
        return sorted(its for its in location.parent.iterdir() if form.fullmatch(its.name))
    return []


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


def _put_aside(location: Path, now: datetime) -> Path | None:
    """Give all of it a second name, and leave it where it is."""
    if not location.exists():
        return None
    _fold_in_log(location)
    kept = unused_name(location, f"{location.stem} {now:%Y-%m-%d %H.%M.%S}")
    # The database last: where it is, its log is too.
    for ending in (*BESIDE, ""):
        part = _with_ending(location, ending)
        if part.exists():
            _name_again(part, _with_ending(kept, ending))
    sync_folder(location.parent)
    return kept


def _fold_in_log(location: Path) -> None:
    """Let SQLite finish what a killed program left in the log, so that one file holds all of it.

    What is no database of its stays as it is, log and all: SQLite would drop the log.
    """
    if not is_database(location):
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(location, timeout=0)) as database:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _name_again(path: Path, other: Path) -> None:
    try:
        os.link(path, other)
    except OSError:  # A file system without links.
        with path.open("rb") as source, replacing(other) as copy:
            shutil.copyfileobj(source, copy, 1 << 20)


def _with_ending(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
