"""A person who types at random into the real window and tells what it calls saved, until killed.

``python -m tests.journeys.typist PATH SEED``: each line is a JSON list of a word, the event's contact (which
is never typed into, and tells the events apart) and {objectName: text}. First ``found`` for each event as the
form shows it; then ``began`` when another field is gone into, ``typed`` before each key, and ``saved`` when
the status bar says so. A start that is TODAY is told as that, however it is written.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTableView, QTextEdit, QWidget

from tests.journeys.hands import pause, text_of
from tests.ui.find import part
from tests.ui.keyboard import type_text
from ui.app import build
from ui.widgets.date_field import DateField

TODAY = "today"

# What is typed into each: a link is none before its colon; a day is one at its fifth letter, and none before
# and after that.
TYPED = {
    "summary": "Réunion l’été ",
    "location": "Salle Œdipe\n12 ",
    "url": "https://exemple.be/",
    "description": "« Un mot »\nun autre ; ",
    "dtstart": f"{TODAY} ",
}


class Typist:
    """Hands on one window, found its way about by objectName."""

    def __init__(self, path: str, seed: str) -> None:
        self.random = Random(seed)
        self.window = build(["--database", path])
        self.window.show()
        self.window.activateWindow()
        self.list = part(self.window, QTableView, "event-list")
        self.state = part(self.window, QLabel, "save-state")
        self.contact = part(self.window, QLineEdit, "contact")
        self.start = part(self.window, DateField, "dtstart")
        self.typed_into = ""
        while not (self.window.workspace.is_open and self.contact.text()):
            pause(10)

    def tell(self, word: str, texts: dict[str, str]) -> None:
        print(json.dumps([word, self.contact.text(), texts]), flush=True)

    def shown(self) -> dict[str, str]:
        texts = {name: text_of(part(self.window, QWidget, name)) for name in TYPED}
        if texts["dtstart"] == self.start.written(date.today()):
            texts["dtstart"] = TODAY
        return texts

    def choose(self, row: int) -> None:
        if row != self.list.currentIndex().row():
            self.typed_into = ""
        self.list.setCurrentIndex(self.list.model().index(row, 0))
        pause(20)

    def look_through(self) -> None:
        for row in range(self.list.model().rowCount()):
            self.choose(row)
            self.tell("found", self.shown())

    def watch(self, milliseconds: int) -> None:
        """Wait, and tell what is saved then."""
        pause(milliseconds)
        if self.state.text() == "Saved":
            self.tell("saved", self.shown())

    def type_into(self, name: str) -> None:
        """A few keys, over what is there or after it."""
        field = part(self.window, QWidget, name)
        field.setFocus()
        if name != self.typed_into:
            self.typed_into = name
            self.tell("began", {name: ""})
        text = text_of(field)
        if self.random.random() < 0.4 or not (TYPED[name] * 99).startswith(text):
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            text = ""
        else:
            self.go_to_end(field)
        for _ in range(self.random.randint(1, 12)):
            key = (TYPED[name] * 99)[len(text)]
            text += key
            self.tell("typed", {name: text})
            if key == "\n":
                QTest.keyClick(field, Qt.Key.Key_Return)
            else:
                type_text(field, key)
            assert text_of(field) == text, (name, text_of(field), text)
            self.watch(self.random.choice((5, 5, 20, 60)))

    @staticmethod
    def go_to_end(field: QWidget) -> None:
        if isinstance(field, QLineEdit):
            field.end(False)
        elif isinstance(field, QPlainTextEdit | QTextEdit):
            field.moveCursor(QTextCursor.MoveOperation.End)

    def type_on(self) -> None:
        while True:
            if self.random.random() < 0.2:
                self.choose(self.random.randrange(self.list.model().rowCount()))
            # A start takes some keys to be a day, and some more to be none again.
            self.type_into(self.random.choice([*TYPED, "dtstart", "dtstart"]))
            self.watch(self.random.choice((0, 100, 500)))


def main(path: str, seed: str) -> None:
    QApplication([])
    typist = Typist(path, seed)
    typist.look_through()
    print(json.dumps(["ready", "", {}]), flush=True)
    typist.type_on()


if __name__ == "__main__":
    main(*sys.argv[1:])
