"""Which events to export: the selected ones, the listed ones, or all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QRadioButton,
    QWidget,
)

from ui.dialogs.frame import Role, buttons_of, column_of
from ui.widgets.plain_label import PlainLabel


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
    """Opened, not waited for: chosen comes when the person goes on."""

    chosen = Signal(object)  # Scope

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        """The first choice is the proposed one."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        question = PlainLabel(self, role="heading", text=self.tr("Which events go into the .ics file?"))
        column = column_of(self, "export-dialog")
        column.addWidget(question)
        column.addSpacing(4)
        self._scopes: dict[QRadioButton, Scope] = {}
        for choice in choices:
            button = QRadioButton(choice.words.replace("&", "&&"), self)
            button.setObjectName(f"export-{choice.scope.value}")
            button.setChecked(not self._scopes)
            self._scopes[button] = choice.scope
            column.addWidget(button)
        column.addSpacing(12)
        column.addWidget(self._buttons())
        self.accepted.connect(lambda: self.chosen.emit(self.scope))

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
