"""Into which calendar files are imported, where an agenda has several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QPushButton, QWidget

from core.calendar import Calendar
from ui.dialogs.frame import Role, buttons_of, column_of
from ui.widgets.plain_label import PlainLabel


class ImportIntoDialog(QDialog):
    """Opened, not waited for: chosen comes when the person goes on."""

    chosen = Signal(int)  # calendar id

    def __init__(
        self,
        paths: Sequence[str],
        calendars: Sequence[Calendar],
        proposed: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.setMinimumWidth(340)
        heading = PlainLabel(self, role="heading", text=self._heading(paths))
        heading.setWordWrap(True)
        question = PlainLabel(self, text=self.tr("Put new events into the calendar:"))
        question.setWordWrap(True)
        self._calendar = QComboBox(self)
        self._calendar.setObjectName("import-calendar")
        self._calendar.setAccessibleName(self.tr("Calendar for the new events"))
        for calendar in calendars:
            self._calendar.addItem(calendar.name, calendar.id)
        self._calendar.setCurrentIndex(max(0, self._calendar.findData(proposed)))
        question.setBuddy(self._calendar)
        column = column_of(self, "import-into")
        column.addWidget(heading)
        column.addSpacing(4)
        column.addWidget(question)
        column.addWidget(self._calendar)
        column.addSpacing(12)
        column.addWidget(self._buttons())
        self.accepted.connect(lambda: self.chosen.emit(self._calendar.currentData()))

    def _heading(self, paths: Sequence[str]) -> str:
        if len(paths) == 1:
            return self.tr("Import “{0}”").format(Path(paths[0]).name)
        return self.tr("Import %n file(s)", "", len(paths))

    def _buttons(self) -> QDialogButtonBox:
        go_on, cancel = QPushButton(self.tr("Import"), self), QPushButton(self.tr("Cancel"), self)
        return buttons_of(
            self,
            [
                (go_on, "go-on", Role.AcceptRole, self.accept),
                (cancel, "cancel", Role.RejectRole, self.reject),
            ],
        )
