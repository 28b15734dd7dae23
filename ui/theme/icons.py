"""Icons drawn from resources/icons in the colour that the theme has when they are painted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "icons"


class Colours(Protocol):
    """What gives a colour by its role; the Theme does."""

    def colour(self, role: str) -> QColor: ...


class Icons:
    """icon(name) in the text's colour, ``icon("dot:ok")`` in a role's, ``icon("dot:#8844AA")`` in its own.

    An icon stays right when the theme changes: it asks for its colour each time it is painted.
    """

    def __init__(self, theme: Colours) -> None:
        self._theme = theme
        self._made: dict[str, QIcon] = {}

    def __call__(self, name: str) -> QIcon:
        """Raises FileNotFoundError for a name that resources/icons has not."""
        if name not in self._made:
            file, _, colour = name.partition(":")
            # A coloured one says something, which stays so when nothing can be done about it.
            disabled = None if colour else partial(self._theme.colour, "disabled")
            self._made[name] = tinted(file, partial(self._theme.colour, colour or "text"), disabled)
        return self._made[name]


def tinted(name: str, colour: Callable[[], QColor], disabled: Callable[[], QColor] | None = None) -> QIcon:
    """An icon that asks for its colour each time it is painted."""
    engine = TintedEngine((FOLDER / f"{name}.svg").read_bytes(), colour, disabled or colour)
    # A copy: were the first one found as garbage, Python would take its engine away from under it.
    return QIcon(QIcon(engine))


def paint_svg(painter: QPainter, area: QRect | QRectF, svg: bytes, colour: QColor) -> None:
    """Draw it in one colour."""
    shown = svg.replace(b"currentColor", colour.name().encode())
    renderer = QSvgRenderer(QByteArray(shown))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    renderer.render(painter, QRectF(area))


class TintedEngine(QIconEngine):
    """One drawing at any size, kept as pictures by size and colour.

    It has no clone(), as Python cannot hand one over to Qt: nothing may be added to an icon made of it.
    """

    def __init__(self, svg: bytes, colour: Callable[[], QColor], disabled: Callable[[], QColor]) -> None:
        super().__init__()
        self._svg = svg
        self._colour = colour
        self._disabled = disabled
        self._pictures: dict[tuple[int, int, str], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_svg(painter, rect, self._svg, self._shown(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():
            return QPixmap()  # A button that has no room yet; Qt would warn of a picture without pixels.
        colour = self._shown(mode)
        key = size.width(), size.height(), colour.name()
        if key not in self._pictures:
            picture = QPixmap(size)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            paint_svg(painter, picture.rect(), self._svg, colour)
            painter.end()
            self._pictures[key] = picture
        return self._pictures[key]

    def _shown(self, mode: QIcon.Mode) -> QColor:
        return self._disabled() if mode == QIcon.Mode.Disabled else self._colour()
