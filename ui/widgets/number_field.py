"""A small whole number, typed or stepped with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class NumberField(QLineEdit):
    """From 1 to most. What is blank is no number, and the last one is back when the field is left."""

    edited = Signal(int)  # by the person only
    left = Signal()

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._most = most
        self._number = 1
        self.setValidator(QIntValidator(1, most, self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_typed)
        self.set_number(1)

    def number(self) -> int:
        return self._number

    def set_number(self, number: int) -> None:
        """Show it without a signal; what says it stays while somebody types it."""
        if number != self._number or not self.hasFocus():
            self._number = number
            self.setText(str(number))

    def _on_typed(self, text: str) -> None:
        if self.hasAcceptableInput() and int(text) != self._number:
            self._number = int(text)
            self.edited.emit(self._number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        number = max(1, min(self._number + step, self._most))
        self.setText(str(number))
        self.selectAll()
        self._on_typed(str(number))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setText(str(self._number))
        self.left.emit()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("0" * (len(str(self._most)) + 1)) + 24
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
