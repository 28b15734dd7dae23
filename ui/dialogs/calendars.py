"""The agenda's calendars: made, named, coloured, hidden, deleted with their events; each step undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.calendar import Calendar
from core.change import Change
from core.errors import AppError
from ui.dialogs.frame import Role, buttons_of, column_of
from ui.errors import words
from ui.widgets.calendar_row import CalendarRow
from ui.widgets.plain_label import PlainLabel
from ui.workspace import Workspace


class CalendarsDialog(QDialog):
    """What is changed in it is changed at once, as it is in the window."""

    def __init__(
        self, workspace: Workspace, icon: Callable[[str], QIcon], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._icon = icon
        self._rows: dict[int, CalendarRow] = {}
        self._calendars: Sequence[Calendar] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = column_of(self, "calendars")
        self.resize(520, 380)
        self._problem = PlainLabel(self, role="problem")
        self._problem.setObjectName("calendars-problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._new, self._close = QPushButton(self), QPushButton(self)
        column.addWidget(self._made_list(), 1)
        column.addWidget(self._problem)
        column.addSpacing(4)
        column.addWidget(
            buttons_of(
                self,
                [
                    (self._new, "new", Role.ActionRole, self._make),
                    (self._close, "close", Role.RejectRole, self.close),
                ],
            )
        )
        workspace.changed.connect(self._on_changed)
        workspace.reloaded.connect(self.refresh)
        workspace.opened.connect(self.refresh)
        workspace.failed.connect(self._on_failed)
        self._retranslate()
        self.refresh()

    def _made_list(self) -> QScrollArea:
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        return area

    def refresh(self) -> None:
        """Show the calendars as they are now."""
        store = self._workspace.store
        self._calendars, counts = store.calendars(), store.count_by_calendar()
        there = {its.id for its in self._calendars}
        for gone in [its for its in self._rows if its not in there]:
            self._rows.pop(gone).deleteLater()
        for at, calendar in enumerate(self._calendars):
            row = self._rows.get(calendar.id) or self._made_row(calendar.id)
            self._list.insertWidget(at, row)
            row.show_calendar(
                calendar,
                counts.get(calendar.id, 0),
                alone=len(self._calendars) == 1,
                read_only=store.read_only,
            )
        self._new.setEnabled(not store.read_only)
        self._problem.hide()
        self._align()

    def _on_changed(self, _change: Change) -> None:
        # A slot of its own: a function would be called when the dialog is closed and gone.
        self.refresh()

    def _align(self) -> None:
        width = max((row.number_width for row in self._rows.values()), default=0)
        for row in self._rows.values():
            row.set_number_width(width)

    def _made_row(self, calendar_id: int) -> CalendarRow:
        row = CalendarRow(calendar_id, self._icon, self._is_taken, self)
        row.edited.connect(self._edit)
        row.delete_asked.connect(self._delete)
        self._rows[calendar_id] = row
        return row

    def _is_taken(self, name: str, calendar_id: int) -> bool:
        folded = name.casefold()
        return any(its.name.casefold() == folded and its.id != calendar_id for its in self._calendars)

    def _make(self) -> None:
        name, number = self.tr("New calendar"), 1
        proposed = name
        while self._is_taken(proposed, 0):
            number += 1
            proposed = f"{name} {number}"
        self._workspace.do(
            lambda agenda: agenda.create_calendar(proposed),
            lambda applied: self._on_made(applied.change.calendars[0].id),
        )

    def _on_made(self, calendar_id: int) -> None:
        if calendar_id in self._rows:
            self._area.ensureWidgetVisible(self._rows[calendar_id])
            self._rows[calendar_id].start_naming()

    def _edit(self, before: Calendar, after: Calendar) -> None:
        self._workspace.do(lambda agenda: agenda.edit_calendar(before, after))

    def _delete(self, calendar_id: int) -> None:
        self._workspace.do(lambda agenda: agenda.delete_calendar(calendar_id))

    def _on_failed(self, error: AppError) -> None:
        self.refresh()
        self._problem.setText(words(error))
        self._problem.show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Calendars"))
        self._new.setText(self.tr("New calendar"))
        self._close.setText(self.tr("Close"))
        self._align()
