"""Where a small window goes: under the field or word that it belongs to, above it near the screen's foot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget


def place_by(field: QWidget, popup: QWidget) -> None:
    """Give the popup the size it asks for, and a place by the field and inside its screen."""
    place_at(QRect(field.mapToGlobal(QPoint(0, 0)), field.size()), popup)


def place_at(area: QRect, popup: QWidget, *, gap: int = 1) -> None:
    """The same by an area of the screen that the popup's parent is on. gap: in pixels, between the two."""
    popup.adjustSize()
    owner = popup.parentWidget() or popup
    room = owner.screen().availableGeometry()
    under, above = area.bottom() + 1 + gap, area.top() - gap - popup.height()
    fits_under = under + popup.height() <= room.bottom() or above < room.top()
    left = max(room.left(), min(area.left(), room.right() - popup.width()))
    popup.move(left, under if fits_under else above)
