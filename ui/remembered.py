"""The person's settings while the window is open, written a moment after each change."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core import settings as store
from core.errors import AppError
from core.settings import Settings

SAVE_AFTER = 500

log = logging.getLogger(__name__)


class Remembered(QObject):
    """Settings with a changed signal. A file that cannot be written is logged, and stands in no way."""

    changed = Signal(object)  # Settings

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._settings = self._saved = store.load(path)
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.save)

    @property
    def settings(self) -> Settings:
        return self._settings

    def change(self, **fields: Any) -> None:
        """Set some fields of Settings."""
        changed = replace(self._settings, **fields)
        if changed == self._settings:
            return
        self._settings = changed
        self._timer.start()
        self.changed.emit(changed)

    def save(self) -> None:
        """Write what has changed now."""
        self._timer.stop()
        if self._settings == self._saved:
            return
        try:
            store.save(self._path, self._settings)
        except (OSError, AppError) as error:
            log.warning("settings not written: %s", type(error).__name__)
        self._saved = self._settings
