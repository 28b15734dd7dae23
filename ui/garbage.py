"""Python's garbage, collected on the GUI thread alone: Qt's objects die where they lived, or they crash."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

# Milliseconds between two looks at how much there is.
LOOK_EVERY = 1_000


class GarbageCollector(QObject):
    """Takes the place of the automatic collection, which runs on whatever thread makes an object at the time.

    A dialog that is closed is often part of a circle of references. Were that found on a worker's thread, its
    widgets would be taken apart there, which Qt does not allow.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._look = QTimer(self, interval=LOOK_EVERY)
        self._look.timeout.connect(self.look)
        self._look.start()

    def spare(self) -> None:
        """Look no more at what there is now.

        Modules and the window live as long as the process, and are so many that the window would stand still
        for a tenth of a second each time that the oldest generation is due.
        """
        gc.freeze()

    def look(self) -> None:
        """Collect the oldest generation that is due, as the automatic collection would."""
        due = [
            its
            for its, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > limit
        ]
        if due:
            gc.collect(due[-1])


def collect_all() -> None:
    """What was spared too, at the end: Qt crashes at what Python takes apart after the application."""
    gc.unfreeze()
    gc.collect()
