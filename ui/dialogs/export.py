"""Which events to export, for which program, and whether that one has trouble with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QWidget,
)

from core.clients.profile import Profile
from ui.dialogs.frame import Role, buttons_of, column_of
from ui.models.export_words import program_hint, program_words
from ui.widgets.choices import offer
from ui.widgets.glyph import Glyph
from ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from core.clients.checking import Checked

# In pixels.
WIDTH = 500


class Scope(Enum):
    """Its value names the button in the dialog."""

    SELECTED = "selected"
    LISTED = "listed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Choice:
    """words: in full, with their number: “The 3 selected events”."""

    scope: Scope
    words: str


class ExportDialog(QDialog):
    """Opened, not waited for: chosen comes when the person goes on.

    asked comes when something else is chosen, and wants show_outcome(); details, to see all of it.
    """

    chosen = Signal(object)  # Scope
    asked = Signal()
    details = Signal()

    def __init__(
        self, choices: Sequence[Choice], profile: Profile = Profile.PLAIN, parent: QWidget | None = None
    ) -> None:
        """The first choice is the proposed one."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        column = column_of(self, "export-dialog")
        question = self.tr("Which events go into the .ics file?")
        column.addWidget(PlainLabel(self, role="heading", text=question))
        column.addSpacing(4)
        self._scopes: dict[QRadioButton, Scope] = {}
        for choice in choices:
            button = QRadioButton(choice.words.replace("&", "&&"), self)
            button.setObjectName(f"export-{choice.scope.value}")
            button.setChecked(not self._scopes)
            button.toggled.connect(self._on_chosen)
            self._scopes[button] = choice.scope
            column.addWidget(button)
        column.addSpacing(8)
        self._program = self._made_program(profile)
        self._hint = PlainLabel(self, role="meta")
        self._hint.setWordWrap(True)
        column.addLayout(self._made_form())
        column.addWidget(self._made_outcome())
        column.addSpacing(8)
        column.addWidget(self._buttons())
        self.accepted.connect(lambda: self.chosen.emit(self.scope))
        self._program.currentIndexChanged.connect(self._on_program)
        self._say_hint()
        self.setMinimumWidth(WIDTH)

    def _made_program(self, profile: Profile) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("export-profile")
        box.setAccessibleName(self.tr("Program that the file is for"))
        offer(box, ((its, program_words(its)) for its in Profile))
        box.setCurrentIndex(list(Profile).index(profile))
        return box

    def _made_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        form.addRow(self.tr("For"), self._program)
        form.addRow("", self._hint)
        return form

    def _made_outcome(self) -> QWidget:
        box = QFrame(self)
        box.setProperty("boxed", True)
        self._sign = Glyph("clock", box, role="muted")
        self._words = PlainLabel(box)
        self._words.setObjectName("export-outcome")
        self._words.setWordWrap(True)
        self._details = QPushButton(self.tr("Show…"), box)
        self._details.setObjectName("export-details")
        self._details.setAccessibleName(self.tr("Show what that program has trouble with"))
        self._details.setAutoDefault(False)
        self._details.setProperty("quiet", True)
        self._details.clicked.connect(self.details)
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._details)
        box.setMinimumHeight(self._details.sizeHint().height() + 14)
        self.show_outcome(None)
        return box

    def _buttons(self) -> QDialogButtonBox:
        go_on, cancel = QPushButton(self.tr("Choose a file…"), self), QPushButton(self.tr("Cancel"), self)
        return buttons_of(
            self,
            [
                (go_on, "go-on", Role.AcceptRole, self.accept),
                (cancel, "cancel", Role.RejectRole, self.reject),
            ],
        )

    @property
    def scope(self) -> Scope:
        """What is chosen at the moment."""
        return next(scope for button, scope in self._scopes.items() if button.isChecked())

    @property
    def profile(self) -> Profile:
        """For which program."""
        profile: Profile = self._program.currentData()
        return profile

    def _on_chosen(self, checked: bool) -> None:
        if checked:
            self.asked.emit()

    def _on_program(self) -> None:
        self._say_hint()
        self.asked.emit()

    def _say_hint(self) -> None:
        self._hint.setText(program_hint(self.profile))

    def show_outcome(self, checked: Checked | None) -> None:
        """What the look at these events gave; None: they are being looked at."""
        self._details.setVisible(bool(checked))
        if checked is None:
            self._say("clock", "muted", self.tr("Looking at the events…"))
        elif not checked:
            self._say("circle-check", "ok", self.tr("Nothing stands in the way."))
        elif checked.is_mended:
            self._say("info", "accent", self._problems(checked))
        else:
            self._say("triangle-alert", "warn", self._problems(checked))

    def show_failure(self, words: str) -> None:
        """They could not be looked at."""
        self._say("triangle-alert", "problem", words)

    def _say(self, sign: str, role: str, words: str) -> None:
        self._sign.set_name(sign)
        self._sign.set_role(role)
        self._words.setText(words)

    def _problems(self, checked: Checked) -> str:
        if checked.too_large:
            return self.tr("The file would be larger than the 1 MB that Google takes at once.")
        mended = sum(kind.mended for kind in checked.kinds)
        left = sum(kind.events for kind in checked.kinds) - mended
        parts = []
        if mended:
            parts.append(self.tr("%n problem(s) will be mended in the file.", "", mended))
        if left and checked.profile is Profile.PLAIN:
            parts.append(self.tr("Strict programs would stumble over %n thing(s).", "", left))
        elif left:
            parts.append(self.tr("%n problem(s) will stay.", "", left))
        return " ".join(parts)
