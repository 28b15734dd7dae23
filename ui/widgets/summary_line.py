"""The summary in large type: without a border, and fading out where it is longer than its line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QLinearGradient, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.value_line import ValueLine

FADE = 40  # pixels


class SummaryLine(ValueLine):
    """Shows its beginning while nobody writes in it; the whole of it as a tool tip, where it does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("summary", str.strip, parent)
        self.textChanged.connect(lambda _text: self._name_whole())

    def overflows(self) -> bool:
        """The text is longer than the line."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width() - 16

    def _name_whole(self) -> None:
        self.setToolTip(self.text() if self.overflows() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_whole()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setCursorPosition(0)
            self._name_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() or not self.overflows():
            return
        # Its own ground is transparent, by the style sheet.
        ground = QApplication.palette().color(QPalette.ColorRole.Base)
        clear = QColor(ground)
        clear.setAlpha(0)
        edge = QRectF(self.rect()).adjusted(self.width() - FADE, 2, 0, -2)
        fade = QLinearGradient(edge.topLeft(), edge.topRight())
        fade.setColorAt(0, clear)
        fade.setColorAt(0.6, ground)
        painter = QPainter(self)
        painter.fillRect(edge, fade)
        painter.end()
