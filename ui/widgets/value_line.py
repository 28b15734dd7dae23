"""One line of text that is read as a value while it is typed: a link, an address, coordinates."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from core.comment import Author, problems
from core.event import Geo
from ui.widgets.caret import caret_in
from ui.widgets.ring import repolish

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def read_email(text: str) -> str:
    """An address, judged as that of a comment's author is. Blank is "". Raises ValueError."""
    text = text.strip()
    # By its shape first, since the judge takes some 60 ms to be loaded.
    if text and (not _EMAIL.fullmatch(text) or "email" in problems(Author("-", text), "-")):
        raise ValueError(text)
    return text


def read_geo(text: str) -> Geo | None:
    """Degrees: ``50.8794, 4.4262``, with decimal commas too when a semicolon or a space parts them.

    Raises ValueError; blank text is None.
    """
    text = text.strip()
    if not text:
        return None
    numbers = re.findall(r"[+-]?\d+(?:[.]\d+)?" if "." in text else r"[+-]?\d+(?:,\d+)?", text)
    if len(numbers) != 2 or re.search(r"[^\d\s.,;+°-]", text):
        raise ValueError(text)
    latitude, longitude = (float(number.replace(",", ".")) for number in numbers)
    return Geo(latitude, longitude)


class ValueLine(QLineEdit):
    """A line edit with the signals of the date field: edited(value), invalid(text), left().

    read gives the value, or raises ValueError for a text that is none.
    """

    edited = Signal(object)
    invalid = Signal(str)
    left = Signal()

    def __init__(
        self, name: str, read: Callable[[str], object] = str.strip, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._read = read
        self.textEdited.connect(self._on_text_edited)

    def setReadOnly(self, read_only: bool) -> None:
        super().setReadOnly(read_only)
        repolish(self)

    def show_text(self, text: str) -> None:
        """Show it, unless it says what is being typed already."""
        if not self.hasFocus() or self._value() != (True, self._read_or_none(text)):
            caret = caret_in(self.text(), text, self.cursorPosition()) if self.hasFocus() else 0
            self.setText(text)
            self.setCursorPosition(caret)

    def _value(self) -> tuple[bool, object]:
        try:
            return True, self._read(self.text())
        except ValueError:
            return False, None

    def _read_or_none(self, text: str) -> object:
        try:
            return self._read(text)
        except ValueError:
            return None

    def _on_text_edited(self, text: str) -> None:
        understood, value = self._value()
        if understood:
            self.edited.emit(value)
        else:
            self.invalid.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
