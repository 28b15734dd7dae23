"""Into which calendar files are imported, where an agenda has several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from core.calendar import Calendar
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
        self.setObjectName("import-into")
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
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
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
        box = QDialogButtonBox(self)
        go_on = QPushButton(self.tr("Import"), self)
        go_on.setObjectName("import-go-on")
        go_on.setDefault(True)
        go_on.setProperty("primary", True)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setObjectName("import-cancel")
        box.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
