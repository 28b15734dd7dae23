"""One contender alone in its process: python -m bench.contender NAME FOLDER BORN prints its milliseconds."""

from __future__ import annotations

import importlib
import sys
import time
from pathlib import Path
from tempfile import mkdtemp

SAMPLE = "sample.ics"


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
    else:
        its.give(database(folder, side), new / "new.ics")
    return (time.process_time() - start) * 1000


def start(side: str, folder: Path, born: float) -> float:
    """Open a window; milliseconds from the birth of the process to its first picture."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    window = importlib.import_module(f"bench.window_{side}").window(database(folder, "ours"))
    painted: list[float] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not painted:
                QTimer.singleShot(0, lambda: painted.append(time.monotonic()))
                QTimer.singleShot(0, window.close)
            return False

    watch = Watch()
    window.installEventFilter(watch)
    window.show()
    QApplication.exec()
    return (painted[0] - born) * 1000


def main(name: str, folder: Path, born: float) -> float:
    """name: “import-ours”, “export-peer”, “start-bare” …"""
    verb, _, side = name.partition("-")
    return start(side, folder, born) if verb == "start" else carry(verb, side, folder)


if __name__ == "__main__":
    print(main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])))
