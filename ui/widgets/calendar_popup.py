"""A month to pick a day from, by mouse or by keyboard, drawn in the palette's colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from core.phrases import plus_months
from ui.theme.icons import tinted
from ui.widgets.plain_label import PlainLabel
from ui.widgets.popup_place import place_by

_CELL = QSize(36, 32)
_WEEKS = 6


class CalendarPopup(QFrame):
    """Closes with the day that is chosen, with Escape, or with a click elsewhere."""

    chosen = Signal(object)  # date

    def __init__(self, field: QWidget, today: Callable[[], date]) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # a second click on the button only closes
        self.setFrameStyle(QFrame.Shape.StyledPanel | QFrame.Shadow.Plain)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._field = field
        self._today = today
        self._month = PlainLabel(self, role="heading")
        self._earlier, self._later = QToolButton(self), QToolButton(self)
        self._now = QPushButton(self)
        self.grid = MonthGrid(today, self)
        self._build()
        self._retranslate()

    def _build(self) -> None:
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ink = self._month.palette
        self._earlier.setIcon(tinted("chevron-left", lambda: ink().color(QPalette.ColorRole.WindowText)))
        self._later.setIcon(tinted("chevron-right", lambda: ink().color(QPalette.ColorRole.WindowText)))
        head = QHBoxLayout()
        head.addWidget(self._earlier)
        head.addWidget(self._month, 1)
        head.addWidget(self._later)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.grid)
        column.addWidget(self._now)
        self._earlier.clicked.connect(lambda: self.grid.turn(-1))
        self._later.clicked.connect(lambda: self.grid.turn(1))
        self._now.clicked.connect(lambda: self._choose(self._today()))
        self.grid.moved.connect(self._on_moved)
        self.grid.chosen.connect(self._choose)

    def open_at(self, day: date) -> None:
        """Show the month of that day, by the field."""
        self.grid.go_to(day)
        place_by(self._field, self)
        self.show()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, day: date) -> None:
        self.close()
        self.chosen.emit(day)

    def _on_moved(self, day: date) -> None:
        self._month.setText(QLocale().toString(_qdate(day), "MMMM yyyy"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._on_moved(self.grid.day)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Calendar"))
        self._earlier.setAccessibleName(self.tr("Previous month"))
        self._earlier.setToolTip(self.tr("Previous month"))
        self._later.setAccessibleName(self.tr("Next month"))
        self._later.setToolTip(self.tr("Next month"))
        self._now.setText(self.tr("Today"))


class MonthGrid(QWidget):
    """The days of a month by weeks; `day` is the one with the keyboard's mark."""

    moved = Signal(object)  # date
    chosen = Signal(object)  # date

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.day = today()
        self._pressed = False  # a day, by the mouse's left button
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(_CELL.width() * 7, _CELL.height() * (_WEEKS + 1))
        self._steps: dict[int, Callable[[], date]] = {
            Qt.Key.Key_Left: lambda: self.day - timedelta(days=1),
            Qt.Key.Key_Right: lambda: self.day + timedelta(days=1),
            Qt.Key.Key_Up: lambda: self.day - timedelta(weeks=1),
            Qt.Key.Key_Down: lambda: self.day + timedelta(weeks=1),
            Qt.Key.Key_PageUp: lambda: plus_months(self.day, -1),
            Qt.Key.Key_PageDown: lambda: plus_months(self.day, 1),
            Qt.Key.Key_Home: lambda: self.day.replace(day=1),
            Qt.Key.Key_End: lambda: self.day.replace(day=_qdate(self.day).daysInMonth()),
        }

    def go_to(self, day: date) -> None:
        self.day = day
        # Nothing else tells a screen reader where the mark went: the grid is one widget.
        self.setAccessibleName(QLocale().toString(_qdate(day), QLocale.FormatType.LongFormat))
        self.update()
        self.moved.emit(day)

    def turn(self, months: int) -> None:
        self._go(lambda: plus_months(self.day, months))

    def _go(self, step: Callable[[], date]) -> None:
        try:
            day = step()
        except (ValueError, OverflowError):
            return  # the calendar ends there
        self.go_to(day)

    def cell(self, day: date) -> QRect:
        """Where a day of this month is drawn."""
        row, column = divmod(day.toordinal() - self._first(), 7)
        return QRect(column * _CELL.width(), (row + 1) * _CELL.height(), _CELL.width(), _CELL.height())

    def _first(self) -> int:
        """The ordinal of the day in the upper left; below 1 in January of the year 1."""
        first = self.day.replace(day=1)
        return first.toordinal() - (first.isoweekday() - QLocale().firstDayOfWeek().value) % 7

    def _days(self) -> Iterator[date]:
        for ordinal in range(max(self._first(), 1), self._first() + 7 * _WEEKS):
            if ordinal <= date.max.toordinal():
                yield date.fromordinal(ordinal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := self._steps.get(event.key()):
            self._go(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event) if event.button() == Qt.MouseButton.LeftButton else None
        self._pressed = day is not None
        if day is not None:
            self.go_to(day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # A press on a day of another month has turned to it: that day is under the pointer no more.
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.day)
        self._pressed = False

    def _day_at(self, event: QMouseEvent) -> date | None:
        place = event.position().toPoint()
        return next((day for day in self._days() if self.cell(day).contains(place)), None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_weekdays(painter)
        for day in self._days():
            self._draw_day(painter, day)

    def _draw_weekdays(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        start = QLocale().firstDayOfWeek().value
        for column in range(7):
            name = QLocale().standaloneDayName((start + column - 1) % 7 + 1, QLocale.FormatType.ShortFormat)
            box = QRect(column * _CELL.width(), 0, _CELL.width(), _CELL.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name.rstrip("."))

    def _draw_day(self, painter: QPainter, day: date) -> None:
        palette = self.palette()
        ink = QPalette.ColorRole.Text
        box = QRectF(self.cell(day)).adjusted(2.5, 2.5, -2.5, -2.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if day == self.day:
            ink = QPalette.ColorRole.HighlightedText
            painter.setBrush(palette.brush(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(box, 6, 6)
        elif day.month != self.day.month:
            ink = QPalette.ColorRole.PlaceholderText
        is_today = day == self._today()
        if is_today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(ink if day == self.day else QPalette.ColorRole.Highlight), 1.5))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        font = QFont(self.font())
        font.setBold(is_today)
        painter.setFont(font)
        painter.setPen(palette.color(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
