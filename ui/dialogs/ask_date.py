"""A day is asked for, typed as people write it or picked from a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ui.dialogs.frame import Role, buttons_of, column_of
from ui.errors import bad_field
from ui.widgets.date_field import DateField
from ui.widgets.field import Field


class AskDate(QDialog):
    """Shows `near`, which is also where a day without its month or year belongs."""

    def __init__(
        self,
        title: str,
        label: str,
        accept: str,
        near: date,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """accept: the words of the button that goes on. today: in the agenda's zone."""
        super().__init__(parent)
        column = column_of(self, "ask-date")
        self.setWindowTitle(title)
        self.setMinimumWidth(360)
        self._day = DateField(today, self)
        self._day.setObjectName("ask-date-day")
        self._day.setAccessibleName(label)
        self._day.near = near
        self._day.set_date(near)
        self._day.selectAll()
        self._field = Field(self._day, self)
        self._field.set_label(label)
        self._day.edited.connect(lambda _day: self._field.set_problem(""))
        column.addWidget(self._field)
        column.addSpacing(12)
        column.addStretch(1)
        column.addWidget(
            buttons_of(
                self,
                [
                    (QPushButton(accept, self), "go-on", Role.AcceptRole, self.accept),
                    (QPushButton(self.tr("Cancel"), self), "cancel", Role.RejectRole, self.reject),
                ],
            )
        )

    @classmethod
    def go_to(cls, parent: QWidget, today: Callable[[], date]) -> date | None:
        """Ask to which day the list shall go; None when the person would rather not."""
        translate = QCoreApplication.translate
        return cls(
            translate("AskDate", "Go to a date"),
            translate("AskDate", "Show the events from"),
            translate("AskDate", "Go there"),
            today(),
            today,
            parent,
        ).answer()

    @classmethod
    def duplicate_to(cls, parent: QWidget, start: date, today: Callable[[], date]) -> date | None:
        """Ask on which day the copy of an event that starts on this one shall start."""
        translate = QCoreApplication.translate
        return cls(
            translate("AskDate", "Duplicate to another date"),
            translate("AskDate", "The copy starts on"),
            translate("AskDate", "Duplicate"),
            start,
            today,
            parent,
        ).answer()

    @property
    def day(self) -> date | None:
        """What the text says, once it says a day."""
        return self._day.date()

    def accept(self) -> None:
        """Go on when the text says a day; else say that it does not."""
        if self.day is None:
            self._field.set_problem(bad_field("dtstart", "malformed"))
            self._day.setFocus()
            return
        super().accept()

    def answer(self) -> date | None:
        """Ask, and wait."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return self.day if accepted else None
