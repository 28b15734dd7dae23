"""What stands behind the cards of a thread: the line between two, and the ring around the one in use."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.widgets.comment_heights import RIGHT, SIDE

Index = QModelIndex | QPersistentModelIndex

NARROWEST = 120  # pixels


class CommentDelegate(QStyledItemDelegate):
    """width: of a card. height: of the row of that number."""

    def __init__(
        self,
        colour: Callable[[str], QColor],
        width: Callable[[], int],
        height: Callable[[int], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._colour = colour
        self._width = width
        self._height = height

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(NARROWEST, self._height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        # Without a scroll bar the row is wider than its card.
        area.setWidth(self._width())
        state: QStyle.StateFlag = option.state
        if index.row():
            painter.fillRect(area.x() + SIDE, area.y(), area.width() - SIDE - RIGHT, 1, self._colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 3, -2, -2), 8, 8)
            painter.restore()
