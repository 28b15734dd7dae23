"""What hangs at the pointer while events are dragged: a title, or how many they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from core.query import ListedEvent

WIDEST = 240
PADDING = 12


def drag_picture(events: Sequence[ListedEvent], widget: QWidget) -> QPixmap:
    """In the widget's font and colours, and as sharp as its screen."""
    words = events[0].summary if len(events) == 1 else ""
    if not words:
        words = QCoreApplication.translate("ListPane", "%n event(s)", "", len(events))
    metrics = QFontMetrics(widget.font())
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, WIDEST - 2 * PADDING)
    size = QSize(metrics.horizontalAdvance(words) + 2 * PADDING, metrics.height() + 12)
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(widget.font())
    painter.setPen(QPen(widget.palette().link().color(), 1.5))
    painter.setBrush(widget.palette().base())
    box = QRectF(0.75, 0.75, size.width() - 1.5, size.height() - 1.5)
    painter.drawRoundedRect(box, 8, 8)
    painter.setPen(widget.palette().text().color())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.end()
    return picture
