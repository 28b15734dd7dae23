"""Where a small window goes that belongs to a field: under it, above it near the foot of the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def place_by(field: QWidget, popup: QWidget) -> None:
    """Give the popup the size it asks for, and a place by the field and inside its screen."""
    popup.adjustSize()
    room = field.screen().availableGeometry()
    under = field.mapToGlobal(QPoint(0, field.height() + 1))
    above = field.mapToGlobal(QPoint(0, -popup.height() - 1))
    fits_under = under.y() + popup.height() <= room.bottom() or above.y() < room.top()
    left = max(room.left(), min(under.x(), room.right() - popup.width()))
    popup.move(left, under.y() if fits_under else above.y())
