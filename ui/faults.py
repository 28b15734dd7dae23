"""Bugs: written to the log file and shown in a report dialog, while the window lives on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

log = logging.getLogger(__name__)

LOG_BYTES = 500_000
LOG_FILES = 3


def start_log(folder: Path) -> Path | None:
    """Write warnings and worse to a file of bounded size; no log where its folder cannot be written."""
    path = folder / "parvis.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return path


class Faults(QObject):
    """Takes over the hooks that Python calls for errors which nobody handled, in whatever thread.

    happened(text) comes on the GUI thread, once for each different fault.
    """

    happened = Signal(str)

    def __init__(self, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._version = version
        self._seen: set[str] = set()

    def watch(self) -> None:
        """Install the hooks."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = self._report(kind, error, trace)
        log.error("%s", text)
        if text not in self._seen:
            self._seen.add(text)
            self.happened.emit(text)

    def _report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
        """Where it happened, of which kind; without an error's own words, which may hold an address."""
        lines = [f"{kind.__module__}.{kind.__qualname__}"]
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        python = f"Python {platform.python_version()}"
        system = f"Parvis {self._version}, Qt {qVersion()}, {python}, {platform.system()}"
        return "\n".join([system, *lines])
