"""A lock that keeps an agenda's WAL from being deleted under the process that has it open."""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

# Where SQLite's own shared locks lie (sqlite3's os.h): PENDING_BYTE + 2, for SHARED_SIZE bytes.
FIRST = 0x40000002
SIZE = 510


class Guard:
    """Held as long as the file is open.

    SQLite's locks belong to the process, and go when any of its parts opens and closes the file: a file
    dialog that looks for its type is enough (https://sqlite.org/howtocorrupt.html, 2.2). Another program
    that then closes the agenda takes itself for the last one and deletes the WAL, and what this process
    stores from then on is in no file. A lock on an open file description stays, and stands in its way.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor: int | None = None
        if sys.platform == "linux":
            # A file system without such locks is no worse than before.
            with suppress(OSError):
                self._descriptor = os.open(path, os.O_RDONLY)
                self._set("F_RDLCK")

    def let_go(self) -> None:
        """Right before the last connection is closed, which then deletes the WAL if nobody else is there."""
        if self._descriptor is not None:
            with suppress(OSError):
                self._set("F_UNLCK")

    def close(self) -> None:
        """Once every connection is closed: closing the file ends all locks that the process has on it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _set(self, kind: str) -> None:
        import fcntl  # Not on every system.

        assert self._descriptor is not None
        # struct flock: type, whence, start, length, process (0, as such locks have none).
        flock = struct.pack("hhqqi", getattr(fcntl, kind), os.SEEK_SET, FIRST, SIZE, 0)
        fcntl.fcntl(self._descriptor, fcntl.F_OFD_SETLK, flock)
