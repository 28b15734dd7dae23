"""A time of day that is typed as people say it, stepped by the quarter, or picked from the half hours."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from core.phrases import read_time
from ui.widgets.phrase_field import PhraseField
from ui.widgets.popup_place import place_by

_DAY = 24 * 60  # minutes
_QUARTER = 15
_HOUR = 60
_PADDING = 8  # pixels, above and below a row together
_ROWS = 9
_HALF_HOURS = [datetime.time(hour, minute) for hour in range(24) for minute in (0, 30)]


class TimeField(PhraseField[datetime.time]):
    """Shows `18:30`; its texts, signals and keys are those of PhraseField.

    near: where the steps and the list begin while there is no time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.near = datetime.time(9)
        self._popup: TimeList | None = None
        self.retranslate()

    def time(self) -> datetime.time | None:
        """What the text says, to the second; None when it is not understood."""
        return self._value

    def set_time(self, clock: datetime.time | None) -> None:
        """Show it without a signal; the phrase that says it stays as long as somebody is typing it."""
        self.show_value(clock)

    def read(self, text: str) -> datetime.time | None:
        return read_time(text)

    def written(self, clock: datetime.time) -> str:
        shown = QTime(clock.hour, clock.minute, clock.second)
        if clock.second:
            return shown.toString("HH:mm:ss")
        return QLocale().toString(shown, QLocale.FormatType.ShortFormat)

    def stepped(self, clock: datetime.time | None, step: int, far: bool) -> datetime.time | None:
        """The next quarter, or an hour on; not across the day's ends, since the date would not follow."""
        if clock is None:
            return self.near
        minutes = clock.hour * 60 + clock.minute
        if far:
            minutes += step * _HOUR
        elif step > 0:
            minutes = (minutes // _QUARTER + 1) * _QUARTER
        else:
            minutes = (minutes - (clock.second == 0)) // _QUARTER * _QUARTER
        return datetime.time(*divmod(minutes, 60)) if 0 <= minutes < _DAY else None

    def longest(self) -> list[str]:
        with_seconds = self._value is not None and self._value.second
        return [self.written(datetime.time(22, 58, 58 if with_seconds else 0))]

    def retranslate(self) -> None:
        self.name_button(self.tr("Choose a time"))

    def pick(self, clock: datetime.time | None) -> None:
        if self._popup is None:
            self._popup = TimeList(self)
            self._popup.chosen.connect(self.choose)
        self._popup.setAccessibleName(self.tr("Choose a time"))
        self._popup.open_at(clock or self.near, [self.written(half) for half in _HALF_HOURS])


class TimeList(QListWidget):
    """The half hours of a day in a popup."""

    chosen = Signal(object)  # time

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("popup", True)
        self._field = field
        self.itemClicked.connect(self._choose)

    def open_at(self, clock: datetime.time, labels: list[str]) -> None:
        """Show the half hours by these labels, with the one before the time marked."""
        self.clear()
        for label in labels:
            item = QListWidgetItem(label, self)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + _PADDING))
        row = clock.hour * 2 + clock.minute // 30
        height = self.sizeHintForRow(0) * _ROWS + 2 * self.frameWidth()
        self.setFixedSize(max(self._field.width(), 96), height)
        place_by(self._field, self)
        self.show()
        self.setCurrentRow(row)
        self.scrollToItem(self.item(row), QListWidget.ScrollHint.PositionAtCenter)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, item: QListWidgetItem) -> None:
        clock = _HALF_HOURS[self.row(item)]
        self.close()
        self.chosen.emit(clock)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)
