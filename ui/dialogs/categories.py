"""The categories that events have: counted, renamed, made one of two; each step undoable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QTableWidgetItem, QWidget

from core.change import Change
from core.errors import AppError
from ui.dialogs.frame import Role, buttons_of, column_of
from ui.errors import bad_field, words
from ui.widgets.ask_inline import AskInline
from ui.widgets.plain_label import PlainLabel
from ui.widgets.plain_table import PlainTable, to_the_right
from ui.widgets.progress_panel import ProgressPanel
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.store import Applied

NAME = Qt.ItemDataRole.UserRole


class CategoriesDialog(QDialog):
    """A name is typed over another; where that is taken already, the two become one once confirmed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wanted = ("", "")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = column_of(self, "categories-dialog")
        self.resize(440, 480)
        self._words = PlainLabel(self, role="muted")
        self._words.setWordWrap(True)
        self._table = PlainTable("categories-table", 2, 0, self)
        self._table.itemChanged.connect(self._on_named)
        self._problem = PlainLabel(self, role="problem")
        self._problem.setObjectName("categories-problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._ask = AskInline("categories-merge", self)
        self._ask.answered.connect(self._on_answered)
        self._progress = ProgressPanel(self)
        self._rename, self._close = QPushButton(self), QPushButton(self)
        column.addWidget(self._words)
        column.addWidget(self._table, 1)
        for part in (self._problem, self._ask, self._progress):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(
            buttons_of(
                self,
                [
                    (self._rename, "rename", Role.ActionRole, self._start_naming),
                    (self._close, "close", Role.RejectRole, self.close),
                ],
            )
        )
        workspace.changed.connect(self._on_changed)
        workspace.reloaded.connect(self.refresh)
        workspace.opened.connect(self.refresh)
        self._retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show the categories as they are now, the most used first."""
        found = self._workspace.store.categories()
        read_only = self._workspace.store.read_only
        at = self._table.currentRow()
        with QSignalBlocker(self._table):
            self._table.setRowCount(0)
            for name, count in found:
                item, number = self._table.add([name, str(count)])
                item.setData(NAME, name)
                to_the_right(number)
                if not read_only:
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self._table.setCurrentCell(min(max(at, 0), len(found) - 1), 0)
        self._rename.setEnabled(bool(found) and not read_only)
        self._say_what_to_do()

    def _on_changed(self, _change: Change) -> None:
        # A slot of its own: a function would be called when the dialog is closed and gone.
        self.refresh()

    def _names(self) -> dict[str, str]:
        """By how they are compared."""
        model = self._table.model()
        names = [str(model.index(row, 0).data(NAME)) for row in range(model.rowCount())]
        return {name.casefold(): name for name in names}

    def _start_naming(self) -> None:
        item = self._table.item(self._table.currentRow(), 0)
        if item is not None:
            self._table.editItem(item)

    def _on_named(self, item: QTableWidgetItem) -> None:
        if item.column() != 0:
            return
        old, new = item.data(NAME), item.text().strip()
        with QSignalBlocker(self._table):
            item.setText(old)  # until it is so in the agenda
        self._say_problem("" if new else bad_field("name", "required"))
        if not new or new == old:
            return
        other = self._names().get(new.casefold(), old)
        self._wanted = old, new if other == old else other
        if other == old:
            self._carry_out()
        else:
            self._table.setEnabled(False)
            question = self.tr("“{0}” exists already. Make one of the two?").format(other)
            self._ask.ask(question, self.tr("Merge"), self.tr("Keep both"))

    def _on_answered(self, yes: bool) -> None:
        self._table.setEnabled(True)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if yes:
            self._carry_out()

    def _carry_out(self) -> None:
        old, new = self._wanted
        self._table.setEnabled(False)
        workspace = self._workspace

        def record(applied: Applied) -> None:
            if applied.journal_id:
                workspace.record(applied.change.deed, applied.journal_id)

        job = workspace.start(lambda _store, agenda: agenda.rename_category(old, new))
        job.finished.connect(self._on_ended)
        # A slot of the dialog would go with it: what was renamed is to be undone all the same.
        job.finished.connect(record)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_ended)
        self._progress.watch(job, self.tr("Renaming “{0}”…").format(old))

    def _on_failed(self, error: AppError) -> None:
        self._on_ended()
        self._say_problem(words(error))

    def _on_ended(self) -> None:
        self._table.setEnabled(True)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _say_what_to_do(self) -> None:
        if self._table.rowCount():
            self._words.setText(self.tr("Give two of them the same name to make one of them."))
        else:
            self._words.setText(self.tr("No event has a category yet."))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Categories"))
        self._table.setAccessibleName(self.tr("Categories, the most used first"))
        self._table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Events")])
        self._rename.setText(self.tr("Rename"))
        self._close.setText(self.tr("Close"))
        self._say_what_to_do()
