"""The month of the first row in sight, over the list, as its rows scroll by."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from ui.models.bands import Band, Bands
from ui.widgets.event_delegate import EventDelegate


class MonthOverlay(QWidget):
    """Lies on the rows. Clicks do nothing; the wheel goes to the list."""

    def __init__(self, view: QTableView, bands: Bands, delegate: EventDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._bands = bands
        self._delegate = delegate

    def _band(self) -> Band | None:
        row = self._view.rowAt(0)
        month = self._bands.month(row) if row >= 0 else None
        return Band(month, row == self._bands.today_row()) if month else None

    def place(self) -> None:
        """On top of the rows; the strip of a month that scrolls in pushes it out."""
        height = self._delegate.band_height()
        first, under = self._view.rowAt(0), self._view.rowAt(height)
        push = 0
        if under > first and self._bands.band(under) is not None:
            push = min(0, self._view.rowViewportPosition(under) - height)
        area = self._view.viewport().geometry()
        self.setGeometry(area.x(), area.y() + push, area.width(), height)
        self.setVisible(self._band() is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        band = self._band()
        if band is not None:
            self._delegate.paint_band(QPainter(self), self, band)
