"""How the event list draws its rows: which strip and which box each has, and what goes into them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.query import ListedEvent
from ui.models.bands import Band, Bands
from ui.models.event_rows import Role
from ui.models.row_words import RowWords
from ui.widgets.row_painter import GAP, MARGIN, RowFonts, RowPainter

Index = QModelIndex | QPersistentModelIndex


class EventDelegate(QStyledItemDelegate):
    """Rows as RowWords gives them. colour(role), icon(name): of the present theme."""

    def __init__(
        self,
        words: RowWords,
        bands: Bands,
        colour: Callable[[str], QColor],
        icon: Callable[[str], QIcon],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._bands = bands
        self._colour = colour
        self._icon = icon
        self._fonts = RowFonts(QFont())

    def set_font(self, font: QFont) -> None:
        """Use the list's font; the heights follow."""
        self._fonts = RowFonts(font)

    def row_height(self) -> int:
        return self._fonts.row_height

    def band_height(self) -> int:
        return self._fonts.band_height

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        band = self._bands.band(index.row())
        box = row.adjusted(MARGIN, 0, -MARGIN, -GAP)
        if band is not None:
            strip = QRect(row.x(), row.y(), row.width(), self.band_height())
            RowPainter(painter, self._fonts, self._colour, self._icon, direction, strip).band(
                band, self._words
            )
            box.setTop(strip.bottom() + 1)
        tools = RowPainter(painter, self._fonts, self._colour, self._icon, direction, box)
        event = index.data(Role.EVENT)
        if isinstance(event, ListedEvent):
            tools.ground(state)
            tools.event(event, self._words.drawn(event, bool(index.data(Role.OUTSIDE))), state)
        else:
            tools.blank()
        painter.restore()

    def paint_band(self, painter: QPainter, widget: QWidget, band: Band) -> None:
        """Fill a whole widget with a month's strip."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(widget.rect(), self._colour("bg"))
        tools = RowPainter(
            painter, self._fonts, self._colour, self._icon, widget.layoutDirection(), widget.rect()
        )
        tools.band(band, self._words)
