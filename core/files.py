"""Files written whole or not at all; the system's answers as errors that a person can act on."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EISDIR, errorcode
from itertools import chain, count
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from core.errors import FileProblem

# How a database of SQLite's begins (https://sqlite.org/fileformat2.html, 1.3.1).
_SQLITE = b"SQLite format 3\0"


def file_problem(path: str | Path, error: OSError) -> FileProblem:
    """The same as an expected error."""
    return FileProblem(str(path), errorcode.get(error.errno or 0, "EIO"))


def is_database(path: str | Path) -> bool:
    """Whether a file is one of SQLite's, as any agenda is. Raises FileProblem where it cannot be read.

    Never ask it of an agenda that is open in this process, which would lose its locks; see core.db.guard.
    """
    if not os.path.isfile(path):
        return False  # To read from a pipe would be to wait.
    try:
        with open(path, "rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError as error:
        raise file_problem(path, error) from error


@contextmanager
def replacing(path: str | Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A file to write that takes the path's place, on disk to its last byte, when the block ends well.

    Else what was there stays, and nothing is left beside it. What is no plain file (a pipe, a terminal) is
    written to directly. private: nobody but the person may read it. Raises FileProblem.
    """
    target = Path(os.path.realpath(path))  # A link stays one, and its target is replaced.
    try:
        if _is_plain(target):
            with _beside(target, private) as file:
                yield file
        else:
            with open(target, "wb") as file:
                yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise file_problem(path, error) from error


def _is_plain(target: Path) -> bool:
    """Raises OSError for a folder, and for a file that may not be written: replacing would not ask."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return True
    if stat.S_ISDIR(mode):
        raise OSError(EISDIR, "a folder")
    if not may_write(target):
        raise OSError(EACCES, "not writable")
    return stat.S_ISREG(mode)


def may_write(path: Path) -> bool:
    """Whether the system would let us, by the rights that opening it would be judged by."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


@contextmanager
def _beside(target: Path, private: bool) -> Iterator[BinaryIO]:
    # In the same folder, as only within one file system a rename is one step.
    draft = target.with_name(f".parvis-{token_hex(8)}.tmp")
    mode = 0o600 if private else 0o666
    try:
        with open(draft, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            if not private:
                with suppress(OSError):
                    draft.chmod(stat.S_IMODE(target.stat().st_mode))
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    sync_folder(target.parent)


def unused_name(beside: Path, stem: str) -> Path:
    """A name beside a file, of its suffix, that no other has: the stem, and a number where that is taken."""
    numbered = (f"{stem} ({number})" for number in count(2))
    names = (beside.with_name(its + beside.suffix) for its in chain([stem], numbered))
    return next(its for its in names if not its.exists())


def sync_folder(folder: Path) -> None:
    """Have new names on disk: they are only once their folder is."""
    # Windows opens no folders, and needs none of this.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
