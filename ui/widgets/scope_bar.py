"""Above the form of a date in a series: which of its dates an edit is for, and which are to be deleted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.dates import day_long
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.glyph import Glyph
from ui.widgets.plain_label import PlainLabel
from ui.widgets.toggle_chips import Offer, ToggleChips

# As core.occurrence.Scope has them.
SCOPES = ("one", "following", "all")


class ScopeBar(QWidget):
    """Hidden for an event that does not repeat. Scopes go by the values of core.occurrence.Scope."""

    chosen = Signal(str)  # by the person only
    restore_asked = Signal()  # the date is to be as its series says again
    deletion_chosen = Signal(str)  # once ask_deletion() was answered with one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scope-bar")
        self.scope = ToggleChips("scope", single=True, parent=self)
        self.scope.edited.connect(lambda values: self.chosen.emit(str(values[0])))
        self._changed = QWidget(self)
        self._note = PlainLabel(self._changed, role="muted")
        self._note.setWordWrap(True)
        self._restore = QPushButton(self._changed)
        self._restore.setObjectName("scope-restore")
        self._restore.setProperty("quiet", True)
        self._restore.setAutoDefault(False)
        self._restore.clicked.connect(self.restore_asked)
        note = QHBoxLayout(self._changed)
        note.setContentsMargins(0, 0, 0, 0)
        note.setSpacing(8)
        note.addWidget(Glyph("pencil", self._changed, role="muted"), 0, Qt.AlignmentFlag.AlignVCenter)
        note.addWidget(self._note, 1)
        note.addWidget(self._restore)
        self._selected = 0
        self._selected_words = PlainLabel(self)
        self._selected_words.setObjectName("scope-selected")
        self._selected_words.setWordWrap(True)
        self._since: date | None = None
        self._since_words = PlainLabel(self, role="muted")
        self._since_words.setObjectName("scope-since")
        self._since_words.setWordWrap(True)
        self._ask = AskScope(self)
        self._ask.answered.connect(self._on_answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._ask, self.scope, self._selected_words, self._since_words, self._changed):
            column.addWidget(part)
        self.show_scope("")
        self.show_selected(0)
        self._retranslate()

    def show_scope(self, scope: str, *, changed: bool = False) -> None:
        """ "": no date of a series is shown. changed: the date has been changed on its own."""
        self._ask.hide()
        self.setVisible(bool(scope))
        self.scope.set_values([scope])
        self._changed.setVisible(changed)

    def show_since(self, day: date | None) -> None:
        """The first day of a series that is shown as such, while the list has another date chosen."""
        self._since = day
        self._say_since()

    def show_selected(self, dates: int) -> None:
        """How many dates are chosen in the list: of several of one series, the form shows the whole."""
        self._selected = dates
        self.scope.setVisible(dates < 2)
        self._selected_words.setVisible(dates > 1)
        self._say_selected()

    def _say_selected(self) -> None:
        words = self.tr(
            "%n date(s) selected: what you change here changes all dates of the series.", "", self._selected
        )
        self._selected_words.setText(words)

    def _say_since(self) -> None:
        self._since_words.setVisible(self._since is not None)
        if self._since is not None:
            words = self.tr("The first date of the series is shown: {0}.")
            self._since_words.setText(words.format(day_long(self._since)))

    def set_read_only(self, read_only: bool) -> None:
        self._restore.setVisible(not read_only)
        self.scope.setEnabled(not read_only)

    def ask_deletion(self) -> None:
        """Ask which dates are to be deleted."""
        self._ask.ask()

    def _on_answered(self, scope: str) -> None:
        if scope:
            self.deletion_chosen.emit(scope)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        words = (self.tr("This date"), self.tr("This and following"), self.tr("All dates"))
        spoken = (
            self.tr("Change this date alone"),
            self.tr("Change this date and those that follow"),
            self.tr("Change all dates"),
        )
        self.scope.set_offers([Offer(*its) for its in zip(SCOPES, words, spoken, strict=True)])
        self.scope.setAccessibleName(self.tr("Which dates of the series"))
        self._say_selected()
        self._say_since()
        self._note.setText(self.tr("A date of a series that was changed on its own."))
        self._restore.setText(self.tr("As in the series"))
        self._restore.setAccessibleName(self.tr("Take back what was changed on this date alone"))


class AskScope(QWidget):
    """Hidden until it asks. answered: a scope, or "" for none; Escape is none."""

    answered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("delete-scope")
        self._before: QWidget | None = None
        self._words = PlainLabel(self)
        self._buttons: dict[str, QPushButton] = {}
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 4, 0, 4)
        flow.addWidget(self._words)
        for answer in (*SCOPES, ""):
            button = QPushButton(self)
            button.setObjectName(f"delete-scope-{answer or 'none'}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, answer=answer: self._answer(answer))
            self._buttons[answer] = button
            flow.addWidget(button)
        self._retranslate()
        self.hide()

    def ask(self) -> None:
        """With the keyboard on what takes least away."""
        self._before = QApplication.focusWidget()
        self.show()
        self._buttons["one"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, answer: str) -> None:
        before, self._before = self._before, None
        self.hide()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._answer("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        question = self.tr("Delete which dates?")
        self._words.setText(question)
        self.setAccessibleName(question)
        words = {
            "one": self.tr("This date"),
            "following": self.tr("This and following"),
            "all": self.tr("All dates"),
            "": self.tr("None"),
        }
        spoken = {
            "one": self.tr("Delete this date alone"),
            "following": self.tr("Delete this date and those that follow"),
            "all": self.tr("Delete all dates"),
            "": self.tr("Delete nothing"),
        }
        for answer, button in self._buttons.items():
            button.setText(words[answer])
            button.setAccessibleName(spoken[answer])
