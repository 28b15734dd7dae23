"""A label whose text is shown as it stands: nothing in it is a tag, a link or a picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """role: how the style sheet draws it: ``muted meta heading title problem``; meta is small, and muted."""

    def __init__(self, parent: QWidget | None = None, *, role: str = "", text: str = "") -> None:
        super().__init__(parent)
        # Qt would guess, and load the pictures that a text asks for.
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        if text:
            self.setText(text)
