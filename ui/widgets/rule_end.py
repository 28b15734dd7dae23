"""When a rule ends: never, on a date, or after so many times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QWidget

from core.rule_form import RuleForm
from core.when import Moment
from ui.widgets.choices import offer
from ui.widgets.date_field import DateField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.number_field import NumberField
from ui.widgets.phrase_field import mark_invalid
from ui.widgets.plain_label import PlainLabel
from ui.widgets.rule_box import RuleBox

MOST_TIMES = 999

# How many times an event takes place whose end is asked for, as a first guess.
FIRST_COUNT = 10


class RuleEnd(QWidget):
    """Tells both ways to end, of which at most one holds. A last day before the first is not taken."""

    edited = Signal(object, object)  # date | None, int | None
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule-ends")
        self._first = date(2000, 1, 1)
        self._until: date | None = None
        self._count: int | None = None
        self._kinds = RuleBox("rule-end", self)
        self._day = DateField(today, self)
        self._day.setObjectName("rule-until")
        self._number = NumberField("rule-count", MOST_TIMES, self)
        self._times = PlainLabel(self)
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self._kinds, self._day, self._number, self._times):
            flow.addWidget(widget)
        self._kinds.activated.connect(lambda _: self._on_kind(self._kinds.currentData()))
        self._day.edited.connect(self._on_day)
        self._day.left.connect(self._on_day_left)
        self._number.edited.connect(lambda number: self._change(None, number))
        self._number.left.connect(self.left)
        self._retranslate()

    def show_end(self, form: RuleForm, start: Moment) -> None:
        """start: of the series."""
        self._first, self._until, self._count = start.day, form.until, form.count
        self._show()

    @property
    def _kind(self) -> str:
        return "until" if self._until else "count" if self._count else "never"

    def _show(self) -> None:
        kind = self._kind
        self._kinds.setCurrentIndex(self._kinds.findData(kind))
        self._day.setVisible(kind == "until")
        self._number.setVisible(kind == "count")
        self._times.setVisible(kind == "count")
        if self._until:
            self._day.near = self._first
            self._day.set_date(self._until)
        if self._count:
            self._number.set_number(self._count)
            self._times.setText(_times_words(self._count))
        self.updateGeometry()

    def _change(self, until: date | None, count: int | None) -> None:
        if (until, count) != (self._until, self._count):
            self._until, self._count = until, count
            self._show()
            self.edited.emit(until, count)

    def _on_kind(self, kind: str) -> None:
        if kind != self._kind:
            until = _a_year_on(self._first) if kind == "until" else None
            self._change(until, FIRST_COUNT if kind == "count" else None)
            self.left.emit()

    def _on_day(self, day: date) -> None:
        early = day < self._first
        mark_invalid(self._day, early)
        if not early:
            self._change(day, None)

    def _on_day_left(self) -> None:
        if self._day.date() is not None:
            self._day.set_date(self._until)  # A day that was not taken is not what holds.
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        offer(
            self._kinds,
            [
                ("never", QCoreApplication.translate("RuleEditor", "never")),
                ("until", QCoreApplication.translate("RuleEditor", "on a date")),
                ("count", QCoreApplication.translate("RuleEditor", "after a number of times")),
            ],
        )
        names = {
            self._kinds: QCoreApplication.translate("RuleEditor", "End of the repetition"),
            self._day: QCoreApplication.translate("RuleEditor", "Last day of the repetition"),
            self._number: QCoreApplication.translate("RuleEditor", "Number of times"),
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)
        self._show()


def _times_words(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("RuleEditor", "time")
    return QCoreApplication.translate("RuleEditor", "times")


def _a_year_on(first: date) -> date:
    """The same day, as a first guess."""
    day = 28 if (first.month, first.day) == (2, 29) else first.day
    return first.replace(year=min(first.year + 1, date.max.year), day=day)
