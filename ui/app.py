"""The composition root: reads the arguments, makes every part, puts them together, runs the event loop."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

from core.paths import Paths
from core.version import VERSION
from ui.ending import Ending
from ui.faults import Faults, start_log
from ui.garbage import GarbageCollector, collect_all
from ui.house import House
from ui.i18n import Languages
from ui.remembered import Remembered
from ui.single import raise_other
from ui.theme.fonts import load_fonts
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.window import AGENDA_SUFFIX, MainWindow

# How long the agenda waits for the first picture, in milliseconds: until the window is shown, and then. A
# slow machine takes its time, and a window that is shown as an icon has no picture.
OPEN_AFTER = 300
PAINTED_WITHIN = 5_000


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the command line asks of the window. location "": that of last time, else the person's own.

    passing: named by --database, which makes it where there is none, and is for this once. files: to import.
    """

    location: str = ""
    demo: bool = False
    passing: bool = False
    files: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Sequence[str]) -> Arguments:
        """Raises ValueError with the word that makes no sense."""
        database, demo, files = "", False, []
        rest = iter(words)
        for word in rest:
            if word == "--database":
                database = next(rest, "")
                if not database:
                    raise ValueError(word)
            elif word.startswith("--database="):
                database = word.partition("=")[2]
            elif word == "--demo":
                demo = True
            elif word.startswith("-"):
                raise ValueError(word)
            else:
                files.append(word)
        agendas = [file for file in files if file.endswith(AGENDA_SUFFIX)]
        if agendas and len(agendas) + bool(database) + demo > 1:
            raise ValueError(agendas[-1])  # A window has one agenda.
        location = database or "".join(agendas)
        others = (_absolute(file) for file in files if file not in agendas)
        return cls(_absolute(location), demo, bool(database), tuple(others))


def _absolute(location: str) -> str:
    return location if not location or "://" in location else str(Path(location).absolute())


def now() -> datetime:
    """The present time, in the machine's zone as it is now."""
    return datetime.now().astimezone()


def build(arguments: Sequence[str] = ()) -> MainWindow:
    """The whole window, on the QApplication that exists or a new one; the event loop is the caller's.

    The agenda is opened once the window has been painted, or a moment later where it is not shown. Raises
    ValueError with an argument that makes no sense.
    """
    wanted = Arguments.of(arguments)
    application = QApplication.instance() or QApplication(["parvis"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Parvis")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("parvis")
    garbage = GarbageCollector(application)
    paths = Paths.of_person()
    remembered = Remembered(paths.settings)
    languages = Languages(application)
    languages.set_language(remembered.settings.language)
    load_fonts()
    theme = Theme(application)
    theme.set_mode(remembered.settings.theme)
    house = House(paths, remembered, languages, theme, Icons(theme), now)
    # All that takes long to load is loaded then.
    house.workspace.opened.connect(garbage.spare, Qt.ConnectionType.SingleShotConnection)
    _watch_for_faults(house, paths)
    _open(house, wanted, paths)
    return house.window


def _watch_for_faults(house: House, paths: Paths) -> None:
    log = start_log(paths.log)
    faults = Faults(VERSION, house.window)
    faults.happened.connect(lambda text: house.report(text, log))
    faults.watch()


def _open(house: House, wanted: Arguments, paths: Paths) -> None:
    """The first screen of rows now, the agenda itself once that is painted."""
    begin: Callable[[], object]
    if wanted.demo:
        begin = house.agendas.open_demo
    else:
        location = wanted.location or house.remembered.settings.location or str(paths.agenda)
        # One that was moved away must be missed, not made anew.
        create = wanted.passing or location == str(paths.agenda)
        house.show_glance(location)
        begin = partial(house.agendas.open, location, create=create, remember=not wanted.passing)
    waiting = QTimer(house.window, singleShot=True, interval=OPEN_AFTER)

    def wait_or_open() -> None:
        if house.window.isVisible() and waiting.interval() == OPEN_AFTER:
            waiting.start(PAINTED_WITHIN)
        else:
            open_once()

    def open_once() -> None:
        waiting.stop()
        house.window.painted.disconnect(open_once)
        begin()

    house.window.painted.connect(open_once)
    waiting.timeout.connect(wait_or_open)
    waiting.start()
    house.take_files(wanted.files)  # They wait for it.


def run(arguments: Sequence[str]) -> int:
    """Show the window until it is closed. Returns the process's exit code."""
    if not _has_display():
        print(
            "Parvis: no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).",
            file=sys.stderr,
        )
        return 2
    try:
        wanted = Arguments.of(arguments)
    except ValueError as error:
        print(f"Parvis: {error}: ?", file=sys.stderr)
        return 2
    application = QApplication(["parvis", *arguments])
    if not wanted.demo and raise_other(wanted.location or _last_location(), wanted.files):
        return 0
    window = build(arguments)
    window.show()
    # All windows, the dialogs over this one too: its closing stores what is typed and lets go of the agenda.
    Ending(window).asked.connect(application.closeAllWindows)
    code = application.exec()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del window
    collect_all()
    return code


def _last_location() -> str:
    paths = Paths.of_person()
    return Remembered(paths.settings).settings.location or str(paths.agenda)


def _has_display() -> bool:
    """Qt aborts the process where it finds no display; other systems always have one."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
