"""One icon that stands by itself, beside words or above them; it says nothing of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import FOLDER, paint_svg
from ui.widgets.ring import repolish


class Glyph(QWidget):
    """Drawn in its own foreground colour, that the style sheet gives by role, as ``problem`` or ``muted``."""

    def __init__(self, name: str, parent: QWidget | None = None, *, role: str = "", size: int = 16) -> None:
        super().__init__(parent)
        self._size = QSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("role", role)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show another icon. Raises FileNotFoundError for a name that resources/icons has not."""
        self._svg = (FOLDER / f"{name}.svg").read_bytes()
        self.update()

    def set_role(self, role: str) -> None:
        self.setProperty("role", role)
        repolish(self)

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_svg(painter, self.rect(), self._svg, self.palette().color(self.foregroundRole()))
        painter.end()
