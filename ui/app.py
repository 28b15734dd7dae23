"""The composition root: reads the arguments, makes every part, puts them together, runs the event loop."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core.glance import glance
from core.paths import Paths
from ui.faults import Faults, start_log
from ui.i18n import Languages
from ui.remembered import Remembered
from ui.theme.fonts import load_fonts
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.undo import deed_words
from ui.window import MainWindow
from ui.workspace import Workspace

VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the command line asks of the window. location "": the agenda of last time, else the person's own."""

    location: str = ""
    demo: bool = False
    files: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Sequence[str]) -> Arguments:
        """Raises ValueError with the word that makes no sense."""
        location, demo, files = "", False, []
        rest = iter(words)
        for word in rest:
            if word == "--database":
                location = next(rest, "")
                if not location:
                    raise ValueError(word)
            elif word.startswith("--database="):
                location = word.partition("=")[2]
            elif word == "--demo":
                demo = True
            elif word.startswith("-"):
                raise ValueError(word)
            else:
                files.append(word)
        return cls(location, demo, tuple(files))


def now() -> datetime:
    """The present time, in the machine's zone as it is now."""
    return datetime.now().astimezone()


def run(arguments: Sequence[str]) -> int:
    """Show the window until it is closed. Returns the process's exit code."""
    if not _has_display():
        print("Parvis: no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).", file=sys.stderr)
        return 2
    try:
        window = build(arguments)
    except ValueError as error:
        print(f"Parvis: {error}: ?", file=sys.stderr)
        return 2
    if window.already_open():
        return 0
    window.show()
    return QApplication.exec()


def _has_display() -> bool:
    """Qt aborts the process where it finds no display; other systems always have one."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
