"""The row “Repeats”: never, as is likely, or as one says oneself; in words, with its next dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.event import Event, Recurrence
from core.when import Moment, When
from ui.models.beside import Beside
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.glyph import Glyph
from ui.widgets.plain_label import PlainLabel
from ui.widgets.repeats_box import RepeatsBox

if TYPE_CHECKING:
    from core.rule_form import RuleForm
    from ui.widgets.rule_editor import RuleEditor

# So many of the next dates are named.
NEXT = 6

_NOTHING = Event("", When.days(date(2000, 1, 1)))


class RepeatsEditor(QWidget):
    """Tells each change as a whole Recurrence. A rule that it cannot show stays as it is until replaced.

    What it knows of rules is loaded with the first event that repeats, or when the box is opened.
    """

    edited = Signal(object)  # Recurrence
    left = Signal()

    def __init__(
        self, icon: Callable[[str], QIcon], today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        """today: in the agenda's zone."""
        super().__init__(parent)
        self._icon = icon
        self._today = today
        self._event = _NOTHING
        self._beside = Beside()
        self._offered: tuple[RuleForm, ...] | None = None  # what the box offers between never and custom
        self._read_only = False
        self._panel: RuleEditor | None = None
        self._box = RepeatsBox(self)
        self._box.setObjectName("repeats")
        self._fold = QToolButton(self)
        self._fold.setObjectName("rule-fold")
        self._fold.setCheckable(True)
        self._fold.setProperty("quiet", True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._said = QWidget(self)
        self._words = PlainLabel(self._said)
        self._words.setObjectName("rule-words")
        self._dates = PlainLabel(self._said, role="meta")
        self._dates.setObjectName("rule-dates")
        self._lay_out()
        self._box.opening.connect(self._offer)
        self._box.activated.connect(self._on_picked)
        self._fold.toggled.connect(self._on_folded)
        self._retranslate()

    def _lay_out(self) -> None:
        for label in (self._words, self._dates):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._choice = QWidget(self)
        row = FlowLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        row.addWidget(self._fold)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._words)
        texts.addWidget(self._dates)
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(Glyph("repeat", self._said, role="muted"), 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(texts, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._choice)
        self._column.addWidget(self._said)

    # Showing

    def show_event(self, event: Event, beside: Beside) -> None:
        """One date of a series has no rule of its own: what is said is said of the series."""
        if event.uid != self._event.uid or beside.scope == "one":
            self._fold.setChecked(False)
        self._event, self._beside = event, beside
        self._show()

    def show_when(self, when: When) -> None:
        """The event is at another time, and its rule still as it was."""
        self._event = replace(self._event, when=when)
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._box.setEnabled(not read_only)
        self._show()

    @property
    def _recurrence(self) -> Recurrence:
        return self._event.recurrence

    @property
    def _is_fixed(self) -> bool:
        return self._beside.scope == "one"

    def _show(self) -> None:
        spoken_of = self._spoken_of()
        changeable = bool(self._recurrence) and not self._read_only and not self._is_fixed
        self._offered = None
        self._choice.setVisible(not self._is_fixed)
        self._said.setVisible(bool(spoken_of.recurrence))
        self._fold.setVisible(changeable)
        self._show_choice()
        if spoken_of.recurrence:
            self._say(spoken_of)
        if self._panel is not None:
            self._panel.setVisible(changeable and self._fold.isChecked())
            self._panel.show_rule(
                self._form(), self._event.when.start, self._recurrence.rdates, self._recurrence.exdates
            )
        self.updateGeometry()

    def _spoken_of(self) -> Event:
        """The series as it is stored, until its rule is another in the form."""
        series = self._beside.series
        if series is not None and (self._is_fixed or self._recurrence == series.recurrence):
            return series
        return replace(self._event, recurrence_id=None)

    def _show_choice(self) -> None:
        """In the box: never alone, until it is entered, or what holds."""
        if self._recurrence or self._box.hasFocus():
            self._offer()
            return
        self._box.clear()
        self._box.addItem(self.tr("Never"))

    def _offer(self) -> None:
        """Fill the box, as of the present start."""
        if self._offered is not None:
            return
        from core.rule_form import offered

        start = self._event.when.start
        self._offered = offered(start)
        self._box.clear()
        self._box.addItem(self.tr("Never"))
        for form in self._offered:
            words = self._words_of(replace(self._event, recurrence=Recurrence((self._text(form),))))
            self._box.addItem(words[:1].upper() + words[1:])
        self._box.addItem(self.tr("Custom…"))
        self._box.setCurrentIndex(self._holds())

    def _holds(self) -> int:
        """The number of what holds, whenever it ends."""
        assert self._offered is not None
        if not self._recurrence:
            return 0
        form = self._form()
        endless = form and self._text(replace(form, until=None, count=None))
        texts = [self._text(its) for its in self._offered]
        return texts.index(endless) + 1 if endless in texts else len(texts) + 1

    def _form(self) -> RuleForm | None:
        return self._form_of(self._event)

    def _form_of(self, event: Event) -> RuleForm | None:
        from core.rule_form import rule_form

        rules = event.recurrence.rrules
        if len(rules) != 1 or event.recurrence.exrules:
            return None
        return rule_form(rules[0], event.when.start, self._beside.local, self._beside.zones)

    def _text(self, form: RuleForm) -> str:
        return form.text(self._event.when.start, self._beside.local, self._beside.zones)

    def _words_of(self, event: Event) -> str:
        from ui.recurrence_words import recurrence_words

        return recurrence_words(event, self._beside.zones)

    def _say(self, event: Event) -> None:
        from core.rule_form import coming
        from ui.day_words import coming_words

        local, zones, today = self._beside.local, self._beside.zones, self._today()
        after = datetime.combine(today, time(), local)
        if self._beside.scope == "following":
            after = max(after, self._event.when.start.instant(local, zones))
        # Whether they still stand for dates of another rule is not known.
        overrides = self._beside.overrides if event is self._beside.series else ()
        found = coming(event, after, NEXT, overrides=overrides, local=local, zones=zones)
        words = self._words_of(event)
        if event.recurrence.rrules and self._form_of(event) is None:
            words = self.tr("{0} (kept as it is written)").format(words)
        self._words.setText(words)
        dates = coming_words([its.when for its in found], today.year)
        self._dates.setText(self.tr("Next dates: {0}").format(dates) if dates else self.tr("No more dates"))

    # What the person does

    def _on_picked(self, at: int) -> None:
        self._offer()
        assert self._offered is not None
        if at == 0:
            self._change(Recurrence())
        elif at <= len(self._offered):
            before = self._form()
            end = (before.until, before.count) if before else (None, None)
            self._change_rule(replace(self._offered[at - 1], until=end[0], count=end[1]))
        else:
            self._begin_custom()
        self.left.emit()

    def _begin_custom(self) -> None:
        from core.rrule import Freq
        from core.rule_form import RuleForm

        if not self._recurrence:
            self._change_rule(RuleForm.of_start(Freq.WEEKLY, self._event.when.start))
        self._box.setCurrentIndex(self._box.count() - 1)
        self._fold.setChecked(True)
        if self._panel is not None:
            self._panel.enter()

    def _change_rule(self, form: RuleForm) -> None:
        self._change(replace(self._recurrence, rrules=(self._text(form),), exrules=()))

    def _change(self, recurrence: Recurrence) -> None:
        if recurrence != self._recurrence:
            self._event = replace(self._event, recurrence=recurrence)
            self._show()
            self.edited.emit(recurrence)

    def _on_dates(self, **dates: tuple[Moment | When, ...]) -> None:
        self._change(replace(self._recurrence, **dates))  # type: ignore[arg-type]  # by field name
        self.left.emit()

    def _on_replaced(self) -> None:
        """Another rule, in place of one that cannot be shown."""
        from core.rrule import Freq
        from core.rule_form import RuleForm

        self._change_rule(RuleForm.of_start(Freq.WEEKLY, self._event.when.start))
        self.left.emit()

    def _on_folded(self, unfolded: bool) -> None:
        if unfolded and self._panel is None:
            self._panel = self._made_panel()
        self._name_fold()
        self._show()

    def _made_panel(self) -> RuleEditor:
        from ui.widgets.rule_editor import RuleEditor

        panel = RuleEditor(self._today, self)
        panel.edited.connect(self._change_rule)
        panel.replaced.connect(self._on_replaced)
        panel.rdates_edited.connect(lambda dates: self._on_dates(rdates=dates))
        panel.exdates_edited.connect(lambda dates: self._on_dates(exdates=dates))
        panel.left.connect(self.left)
        self._column.addWidget(panel)
        return panel

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._box.setAccessibleName(name)

    def _name_fold(self) -> None:
        unfolded = self._fold.isChecked()
        self._fold.setText(self.tr("Fold the rule") if unfolded else self.tr("Change the rule"))
        self._fold.setIcon(self._icon("chevron-up:accent" if unfolded else "chevron-down:accent"))

    def _retranslate(self) -> None:
        self._name_fold()
        self._show()
