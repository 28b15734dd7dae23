"""One contender alone in its process: python -m bench.contender NAME FOLDER BORN prints its milliseconds."""

from __future__ import annotations

import importlib
import os
import sys
import time
from pathlib import Path
from tempfile import mkdtemp
from typing import NoReturn

from bench import libical, month

SAMPLE = "sample.ics"
SERIES = "series.ics"
RULES = "rules.tsv"


def database(folder: Path, side: str) -> Path:
    """The filled database of one side."""
    return folder / f"{side}.parvis"


def carry(verb: str, side: str, folder: Path) -> float:
    """Import or export; milliseconds of CPU of all threads, without what comes before the work."""
    its = importlib.import_module(f"bench.{side}")
    new = Path(mkdtemp(dir=folder))
    start = time.process_time()
    if verb == "import":
        its.take(folder / SAMPLE, new / "new.parvis")
    elif verb == "again":
        its.take(folder / SAMPLE, database(folder, side))
    else:
        its.give(database(folder, side), new / "new.ics")
    return (time.process_time() - start) * 1000


def of_c(verb: str, folder: Path) -> float:
    """libical's milliseconds for a month, or for writing the sample."""
    if verb == "month":
        return month.theirs(folder, folder / RULES)[0]
    return libical.run(folder, verb, str(folder / SAMPLE))[0]


def start(side: str, folder: Path, born: float) -> NoReturn:
    """Open a window; print the milliseconds from the birth of the process to its first picture, and end."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    window = importlib.import_module(f"bench.window_{side}").window(database(folder, "ours"))

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, end)  # once all of it is painted
            return False

    def end() -> None:
        print((time.monotonic() - born) * 1000, flush=True)
        os._exit(0)

    watch = Watch()
    window.installEventFilter(watch)
    window.show()
    sys.exit(QApplication.exec())


def main(name: str, folder: Path, born: float) -> None:
    """name: “import-ours”, “export-peer”, “start-bare” …"""
    verb, _, side = name.partition("-")
    if verb == "start":
        start(side, folder, born)
    if side == "libical":
        print(of_c(verb, folder))
    elif verb == "month":
        print(month.ours(database(folder, "series"))[0])
    else:
        print(carry(verb, side, folder))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]))
