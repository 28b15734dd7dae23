"""The focus ring of a box whose input has no border of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Ring(QObject):
    """Sets the property `ringed` of a box, for the style sheet, while one of its inputs has the focus."""

    def __init__(self, box: QWidget, *inputs: QWidget) -> None:
        super().__init__(box)
        self._box = box
        box.setProperty("boxed", True)
        for widget in inputs:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._box.setProperty("ringed", event.gotFocus())
            repolish(self._box)
        return False


def repolish(widget: QWidget) -> None:
    """Have the style sheet look again at a property that has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
