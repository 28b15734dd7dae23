"""Undo and redo belong to the window: a text field would swallow their keys for a history of its own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class UndoKeys(QObject):
    """Keeps the inputs inside a form from taking the keys of undo and redo."""

    def __init__(self, form: QWidget, keys: Iterable[QKeySequence]) -> None:
        super().__init__(form)
        self._keys = tuple(keys)
        for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
            for field in form.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if QKeySequence(event.keyCombination()) not in self._keys:
            return False
        event.ignore()  # the field would accept it, and the window's action would never hear of it
        return True
