"""A rule of one's own: how often, on which days, until when, and single dates more or less."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from core.rrule import Freq
from core.rule_form import NTHS, MonthBy, RuleForm
from core.when import Moment, When
from ui.day_words import date_words, nth_words
from ui.widgets.choices import offer
from ui.widgets.date_list import DateList
from ui.widgets.field import Field, LabelColumn
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.number_field import NumberField
from ui.widgets.plain_label import PlainLabel
from ui.widgets.rule_box import RuleBox
from ui.widgets.rule_end import RuleEnd
from ui.widgets.toggle_chips import Offer, ToggleChips

# In pixels: the width under which labels stand above their controls.
NARROW = 520

MOST_INTERVAL = 99

_NAMES = QLocale.FormatType.LongFormat
_SHORT = QLocale.FormatType.ShortFormat


class RuleEditor(QFrame):
    """Shows a RuleForm, or none for a rule that it cannot show, and the dates beside the rule."""

    edited = Signal(object)  # RuleForm
    rdates_edited = Signal(tuple)
    exdates_edited = Signal(tuple)
    replaced = Signal()  # the person wants another rule in place of one that is not shown
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule-editor")
        self.setProperty("boxed", True)
        self._form: RuleForm | None = None
        self._start = Moment(date(2000, 1, 1))
        self.interval = NumberField("rule-interval", MOST_INTERVAL, self)
        self.freq, self.month_by, self.weekday = (
            RuleBox(name, self) for name in ("rule-freq", "rule-month-by", "rule-weekday")
        )
        self.days = ToggleChips("rule-days", parent=self)
        self.months = ToggleChips("rule-months", parent=self)
        self.monthdays = ToggleChips("rule-monthdays", parent=self)
        self.nths = ToggleChips("rule-nths", parent=self)
        self.end = RuleEnd(today, self)
        self.rdates = DateList("rule-rdates", today, date_words, self)
        self.exdates = DateList("rule-exdates", today, date_words, self)
        self._kept = PlainLabel(self, role="muted")
        self._kept.setWordWrap(True)
        self._replace = QPushButton(self)
        self._replace.setObjectName("rule-replace")
        self._replace.setAutoDefault(False)
        self._rows = {
            "every": Field(self._line("rule-every", self.interval, self.freq), self),
            "days": Field(self.days, self),
            "months": Field(self.months, self),
            "by": Field(self._line("rule-by", self.month_by, self.weekday), self),
            "nths": Field(self.nths, self),
            "monthdays": Field(self.monthdays, self),
            "end": Field(self.end, self),
            "rdates": Field(self.rdates, self),
            "exdates": Field(self.exdates, self),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._kept)
        column.addWidget(self._replace, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self._rows.values():
            column.addWidget(row)
        self._labels = LabelColumn(self, self._rows.values(), NARROW)
        self._connect()
        self._retranslate()

    def _line(self, name: str, *widgets: QWidget) -> QWidget:
        line = QWidget(self)
        line.setObjectName(name)
        flow = FlowLayout(line)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            flow.addWidget(widget)
        return line

    def _connect(self) -> None:
        self.freq.activated.connect(lambda _: self._pick(freq=self.freq.currentData()))
        self.month_by.activated.connect(lambda _: self._pick(month_by=self.month_by.currentData()))
        self.weekday.activated.connect(lambda _: self._pick(weekday=self.weekday.currentData()))
        self.days.edited.connect(lambda its: self._pick(weekdays=its))
        self.months.edited.connect(lambda its: self._pick(months=its))
        self.monthdays.edited.connect(lambda its: self._pick(days=its))
        self.nths.edited.connect(lambda its: self._pick(nths=its))
        self.interval.edited.connect(lambda number: self._change(interval=number))
        self.end.edited.connect(lambda until, count: self._change(until=until, count=count))
        for part in (self.interval, self.end):
            part.left.connect(self.left)
        self._replace.clicked.connect(self.replaced)
        self.rdates.edited.connect(self.rdates_edited)
        self.exdates.edited.connect(self.exdates_edited)

    def show_rule(
        self,
        form: RuleForm | None,
        start: Moment,
        rdates: tuple[Moment | When, ...],
        exdates: tuple[Moment, ...],
    ) -> None:
        """form: None for a rule that has another shape than these controls."""
        self._form, self._start = form, start
        self.rdates.show_dates(rdates, start)
        self.exdates.show_dates(exdates, start)
        self._show()

    def enter(self) -> None:
        """Put the keyboard on the first of the controls."""
        first = self.interval if self._form else self._replace
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        form = self._form
        shown = {"rdates", "exdates", *(_rows_of(form) if form else ())}
        for name, row in self._rows.items():
            row.setVisible(name in shown)
        self._kept.setVisible(form is None)
        self._replace.setVisible(form is None)
        if form is None:
            return
        self.interval.set_number(form.interval)
        self._offer_freqs()
        # French has “tous les jours” and “toutes les semaines”.
        weeks = form.freq is Freq.WEEKLY
        self._rows["every"].set_label(self.tr("Every", "weeks") if weeks else self.tr("Every"))
        for box, value in ((self.freq, form.freq), (self.month_by, form.month_by)):
            box.setCurrentIndex(box.findData(value))
        self.weekday.setCurrentIndex(form.weekday)
        self.weekday.setVisible(form.month_by is MonthBy.NTH)
        self.days.set_values(form.weekdays)
        self.months.set_values(form.months)
        self.monthdays.set_values(form.days)
        self.nths.set_values(form.nths)
        self.end.show_end(form, self._start)
        self.updateGeometry()

    # What the person does

    def _change(self, **parts: object) -> None:
        if self._form is None:
            return
        form = replace(self._form, **parts)  # type: ignore[arg-type]  # by field name
        if not form.is_possible:
            form = replace(form, months=form.months[:1])
        if form != self._form:
            self._form = form
            self._show()
            self.edited.emit(form)

    def _pick(self, **parts: object) -> None:
        self._change(**parts)
        self.left.emit()

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _offer_freqs(self) -> None:
        one = self._form is None or self._form.interval == 1
        offer(
            self.freq,
            [
                (Freq.DAILY, self.tr("day") if one else self.tr("days")),
                (Freq.WEEKLY, self.tr("week") if one else self.tr("weeks")),
                (Freq.MONTHLY, self.tr("month") if one else self.tr("months")),
                (Freq.YEARLY, self.tr("year") if one else self.tr("years")),
            ],
        )

    def _retranslate(self) -> None:
        self._offer_freqs()
        offer(
            self.month_by,
            [
                (MonthBy.DAY, self.tr("by the day of the month")),
                (MonthBy.NTH, self.tr("by the weekday")),
                (MonthBy.LAST_DAY, self.tr("the last day")),
                (MonthBy.FIRST_WORKDAY, self.tr("the first working day")),
                (MonthBy.LAST_WORKDAY, self.tr("the last working day")),
            ],
        )
        locale = QLocale()
        names = [locale.standaloneDayName(its + 1, _NAMES) for its in range(7)]
        offer(self.weekday, list(enumerate(names)))
        self.days.set_offers(
            [Offer(its, locale.standaloneDayName(its + 1, _SHORT), name) for its, name in enumerate(names)]
        )
        self.months.set_offers(
            [
                Offer(its, locale.standaloneMonthName(its, _SHORT), locale.standaloneMonthName(its, _NAMES))
                for its in range(1, 13)
            ]
        )
        self.monthdays.set_offers([Offer(its, str(its)) for its in range(1, 32)])
        self.nths.set_offers([Offer(n, nth_words(n)) for n in NTHS])
        self._name_rows()
        self._show()

    def _name_rows(self) -> None:
        self._kept.setText(
            self.tr(
                "This rule says more than can be set here. It is kept as it is written,"
                " unless you replace it."
            )
        )
        self._replace.setText(self.tr("Replace by a weekly rule"))
        words = {
            "every": self.tr("Every"),
            "days": self.tr("On"),
            "months": self.tr("In"),
            "by": self.tr("Within the month"),
            "nths": "",
            "monthdays": "",
            "end": self.tr("Ends"),
            "rdates": self.tr("Also on"),
            "exdates": self.tr("Except on"),
        }
        for name, row in self._rows.items():
            row.set_label(words[name])
        for widget, name in (
            (self.interval, self.tr("Repeats every so many")),
            (self.freq, self.tr("Days, weeks, months or years")),
            (self.days, self.tr("Weekdays")),
            (self.months, self.tr("Months")),
            (self.month_by, self.tr("Which days of the month")),
            (self.weekday, self.tr("Weekday of the month")),
            (self.monthdays, self.tr("Days of the month")),
            (self.nths, self.tr("Which of its weekdays in the month")),
            (self.rdates, words["rdates"]),
            (self.exdates, words["exdates"]),
        ):
            widget.setAccessibleName(name)
        self._labels.arrange(self.width())


def _rows_of(form: RuleForm) -> tuple[str, ...]:
    if form.freq is Freq.DAILY:
        return "every", "end"
    if form.freq is Freq.WEEKLY:
        return "every", "days", "end"
    months = ("months",) if form.freq is Freq.YEARLY else ()
    within = {MonthBy.DAY: ("monthdays",), MonthBy.NTH: ("nths",)}.get(form.month_by, ())
    return "every", *months, "by", *within, "end"
