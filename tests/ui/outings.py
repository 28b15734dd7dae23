"""A window with a list for what goes out and comes in, and a person who has answered every file dialog."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from tests.ui.lists import Room, room
from ui.dialogs.files import Files
from ui.dialogs.import_report import BULLET, ImportReportDialog
from ui.remembered import Remembered
from ui.widgets.message_bar import MessageBar
from ui.window import MainWindow


class Answers(Files):
    """Gives these paths instead of asking; asked holds title and proposal of each question."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = ""
        self.paths: list[str] = []
        self.asked: list[tuple[str, str]] = []

    def many_to_open(self, title: str, folder: str, kinds: str) -> list[str]:
        self.asked.append((title, folder))
        return self.paths

    def to_save(self, title: str, path: str, kinds: str) -> str:
        self.asked.append((title, path))
        return self.path


@dataclass
class Outing:
    """The window, its list, and what the person answers."""

    room: Room
    window: MainWindow
    remembered: Remembered
    files: Answers
    shown: list[Path] = field(default_factory=list)

    @property
    def message(self) -> str:
        return self.window.messages.text

    def says(self, words: str) -> None:
        """Wait until the message is this one."""
        self.room.bot.waitUntil(lambda: self.message == words)

    def act(self) -> None:
        """Press the button of the message."""
        part(part(self.window, MessageBar), QPushButton, "message-action").click()

    def open(self) -> None:
        """Open the agenda, as the desk has left it."""
        self.room.workspace.open(str(self.room.desk.path))
        self.room.bot.waitUntil(lambda: self.room.workspace.is_open)
        self.room.settle()


@contextmanager
def outing(bot: QtBot, folder: Path) -> Iterator[Outing]:
    """A window around a list whose agenda is not open yet."""
    with room(bot, folder / "redaction.parvis") as made:
        window = MainWindow(made.workspace, (made.pane, QWidget(), QWidget()))
        bot.addWidget(window)
        window.show()
        remembered = Remembered(folder / "settings.json", window)
        yield Outing(made, window, remembered, Answers(window))
        remembered.save()
        window.closing.emit()


def noticed(report: ImportReportDialog) -> dict[str, list[str]]:
    """{section: its lines} of an import's report."""
    sections: dict[str, list[str]] = {}
    for line in part(report, QPlainTextEdit).toPlainText().splitlines():
        if line.startswith(BULLET):
            sections[next(reversed(sections))].append(line.removeprefix(BULLET).strip())
        elif line:
            sections[line] = []
    return sections
