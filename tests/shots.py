"""Pictures of the window for people to look at: python -m tests.shots FOLDER [PART OF A NAME]."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QTableView, QToolButton

import ui.app
from core.demo import demo_agenda
from core.exporting import calendar_text
from core.paths import Paths
from core.query import EventQuery
from core.settings import Language, Settings, Theme, save
from core.store import Store
from ui.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2022, 10, 10)
NOW = datetime(2022, 10, 10, 10, 30, tzinfo=ZoneInfo("Europe/Brussels"))
EVENT = "ministres de la Défense"
SERIES = "Marché mensuel"


@dataclass(frozen=True)
class Shot:
    """One picture. scene: “event”, “series”, “empty”, or the name of an action that opens a dialog."""

    scene: str = "event"
    language: Language = "fr"
    theme: Theme = "light"
    width: int = 1350
    height: int = 800
    scale: float = 1

    @property
    def name(self) -> str:
        size = f"{self.width}x{self.height}" + (f"@{self.scale}" if self.scale > 1 else "")
        return f"{self.scene}-{self.language}-{self.theme}-{size}"

    @property
    def is_dialog(self) -> bool:
        return self.scene not in ("event", "series", "empty")


DIALOGS = (
    "preferences",
    "calendars",
    "categories",
    "go-to-date",
    "shortcuts",
    "about",
    "palette",
    "export",
    "paste-events",
)


def shots() -> Iterator[Shot]:
    """All that are worth looking at."""
    languages: tuple[Language, ...] = ("fr", "en", "pseudo")
    for language in languages:
        yield Shot(language=language)
        yield Shot(language=language, theme="dark")
        yield Shot(language=language, width=1024, height=640)
        yield Shot(language=language, scale=1.5)
        yield Shot("empty", language)
        yield Shot("series", language)
        yield Shot("series", language, "dark", width=1024, height=640)
    yield Shot(width=1024, height=640, scale=1.5, theme="dark")
    yield Shot(width=1900, height=1000)
    for dialog in DIALOGS:
        yield Shot(dialog)
        yield Shot(dialog, "pseudo", "dark")


def main(folder: Path, only: str) -> int:
    """Take those whose name has `only` in it; 1 when one could not be taken."""
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    for shot in shots():
        if only in shot.name:
            picture = folder / f"{shot.name}.png"
            failed += bool(_in_a_process_of_its_own(shot, picture))
            print(picture, flush=True)
    return 1 if failed else 0


def _in_a_process_of_its_own(shot: Shot, picture: Path) -> int:
    with TemporaryDirectory() as home:
        environment = os.environ | {
            "HOME": home,
            "LANG": "C.UTF-8",
            "TZ": "Europe/Brussels",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(shot.scale),
        }
        environment |= {f"XDG_{its}_HOME": f"{home}/{its.lower()}" for its in ("CONFIG", "DATA", "STATE")}
        command = [sys.executable, "-m", "tests.shots", "--one", json.dumps(asdict(shot)), str(picture)]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def take(shot: Shot, picture: Path) -> NoReturn:
    """Take one, in this process and its home; the process ends with it."""
    paths = Paths.of_person()
    save(paths.settings, replace(Settings(), language=shot.language, theme=shot.theme))
    paths.data.mkdir(parents=True, exist_ok=True)
    location = paths.agenda if shot.scene == "empty" else demo_agenda(paths.data, DAY)
    ui.app.now = lambda: NOW  # the demo's events lie around one day, so that two runs can be compared
    window = ui.app.build(["--database", str(location)])
    window.resize(shot.width, shot.height)
    window.workspace.opened.connect(lambda: QTimer.singleShot(1000, lambda: _set(window, shot, picture)))
    window.show()
    sys.exit(QApplication.exec())


def _set(window: MainWindow, shot: Shot, picture: Path) -> None:
    """Make the scene."""
    # A timer fires in a dialog's own event loop, too.
    QTimer.singleShot(1000, lambda: _grab(window, shot, picture))
    if shot.scene == "paste-events":
        QApplication.clipboard().setText(_again(window.workspace.store))
    if shot.is_dialog:
        action = window.findChild(QAction, f"action-{shot.scene}")
        assert action is not None
        action.trigger()
    elif shot.scene != "empty":
        events = window.findChild(QTableView, "event-list")
        assert events is not None
        for row in range(events.model().rowCount()):
            index = events.model().index(row, 0)
            if (EVENT if shot.scene == "event" else SERIES) in str(
                index.data(Qt.ItemDataRole.AccessibleTextRole)
            ):
                events.setCurrentIndex(index)
                break
        if shot.scene == "series":
            QTimer.singleShot(300, lambda: _unfold_rule(window))


def _unfold_rule(window: MainWindow) -> None:
    for kind, name in ((QToolButton, "scope-2"), (QToolButton, "rule-fold")):
        button = window.findChild(kind, name)
        assert button is not None
        button.click()


def _again(store: Store) -> str:
    """The agenda's own events as another program would send them back: some are changed, one is new."""
    ids = store.object_ids(EventQuery(hidden=True))
    text = calendar_text(store, ids).decode()
    text = text.replace("SUMMARY:Conseil", "SEQUENCE:9\r\nSUMMARY:Conseil extraordinaire").replace(
        "SEQUENCE:0\r\n", ""
    )
    new = "UID:new\r\nDTSTAMP:20221010T000000Z\r\nSUMMARY:Visite guidée\r\nDTSTART:20221016T130000Z\r\n"
    return text.replace("END:VCALENDAR", f"BEGIN:VEVENT\r\n{new}END:VEVENT\r\nEND:VCALENDAR")


def _grab(window: MainWindow, shot: Shot, picture: Path) -> None:
    others = [its for its in QApplication.topLevelWidgets() if its.isVisible() and its is not window]
    if shot.is_dialog and not others:
        print(f"{shot.name}: no dialog is shown", file=sys.stderr, flush=True)
        os._exit(1)
    saved = (others[-1] if others else window).grab().save(str(picture))
    os._exit(0 if saved else 1)  # past a dialog's event loop, and whatever it would ask


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        take(Shot(**json.loads(sys.argv[2])), Path(sys.argv[3]))
    else:
        sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""))
