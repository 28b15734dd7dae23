"""A date that is typed as people say it, stepped by day and month, or picked from a month."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QWidget

from core.phrases import plus_months, read_date
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.phrase_field import PhraseField, language_in_force

# Day first in every language, as the field reads it too: see core.phrases.dates.
_FORMAT = "ddd d MMM yyyy"


class DateField(PhraseField[datetime.date]):
    """Shows `mer. 12 oct. 2022`; its texts, signals and keys are those of PhraseField.

    today: in the agenda's zone. near: where a text without a year or month belongs; the date that it shows,
    or today, unless it is set.
    """

    def __init__(
        self,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._near: datetime.date | None = None
        self._anchor = today()
        self._popup: CalendarPopup | None = None
        self.retranslate()

    @property
    def near(self) -> datetime.date:
        return self._near or self._value or self._today()

    @near.setter
    def near(self, day: datetime.date) -> None:
        self._near = day

    def date(self) -> datetime.date | None:
        """What the text says; None when it is not understood."""
        return self._value

    def set_date(self, day: datetime.date | None) -> None:
        """Show it without a signal; the phrase that says it stays as long as somebody is typing it."""
        self.show_value(day)

    def begin_typing(self) -> None:
        # Every key is stored, and moves near along: "+3" would count from what "+" or an earlier key gave.
        self._anchor = self.near

    def read(self, text: str) -> datetime.date | None:
        return read_date(text, near=self._anchor, language=language_in_force(), today=self._today())

    def written(self, day: datetime.date) -> str:
        return QLocale().toString(QDate(day.year, day.month, day.day), _FORMAT)

    def stepped(self, day: datetime.date | None, step: int, far: bool) -> datetime.date | None:
        if day is None:
            return self.near
        try:
            return plus_months(day, step) if far else day + datetime.timedelta(days=step)
        except (ValueError, OverflowError):
            return None

    def longest(self) -> list[str]:
        return [self.written(datetime.date(2022, month, 28)) for month in range(1, 13)]

    def retranslate(self) -> None:
        self.name_button(self.tr("Choose in the calendar"))

    def pick(self, day: datetime.date | None) -> None:
        if self._popup is None:
            self._popup = CalendarPopup(self, self._today)
            self._popup.chosen.connect(self.choose)
        self._popup.open_at(day or self.near)
