"""What a program would choke on: each kind of problem, its events, and their lines before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QTableWidgetItem,
    QWidget,
)

from core.clients.checking import LASTING, Checked, Problem
from core.clients.profile import Profile
from ui.dialogs.frame import Role, buttons_of, column_of
from ui.models.export_words import becomes_words, found_words, program_words
from ui.widgets.plain_label import PlainLabel
from ui.widgets.plain_table import PlainTable, to_the_right

WIDTH, HEIGHT = 820, 560
# Of one content line so much is shown; a picture may be in it.
LONGEST = 400


class ExportCheckDialog(QDialog):
    """Its boxes say what is mended in the copy: left, once it is accepted, holds the codes of what is not.

    lasting: whether things can be mended in the agenda too, which mend_asked wants.
    """

    mend_asked = Signal(object)  # frozenset of codes

    def __init__(self, checked: Checked, *, lasting: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checked = checked
        self._copies = checked.profile is not Profile.PLAIN
        self._lasting = frozenset(its.code for its in checked.kinds if lasting) & LASTING
        self.setWindowTitle(self.tr("Before the export"))
        self.resize(WIDTH, HEIGHT)
        column = column_of(self, "export-check")
        heading = PlainLabel(self, role="heading", text=self._heading())
        heading.setWordWrap(True)
        hint = PlainLabel(self, role="muted", text=self._hint())
        hint.setWordWrap(True)
        self._kinds = self._made_kinds()
        self._lines = self._made_lines()
        column.addWidget(heading)
        column.addWidget(hint)
        column.addSpacing(4)
        column.addWidget(self._kinds, 1)
        column.addSpacing(4)
        column.addWidget(self._lines, 1)
        column.addSpacing(8)
        column.addWidget(self._made_buttons())
        self._kinds.currentCellChanged.connect(lambda row, *_: self._show(row))
        self._kinds.itemChanged.connect(self._on_ticked)
        self._kinds.setCurrentCell(0, 0)
        self._kinds.setVisible(bool(checked.kinds))
        self._lines.setVisible(bool(checked.kinds))
        if not checked.kinds:
            self.resize(WIDTH, 0)

    @property
    def left(self) -> frozenset[str]:
        """The codes of what the copy leaves as it is."""
        pairs = zip(self._checked.kinds, self._ticks(), strict=True)
        return frozenset(kind.code for kind, tick in pairs if kind.mendable and not tick)

    def _heading(self) -> str:
        count, program = self._checked.affected, program_words(self._checked.profile)
        if self._checked.too_large and not self._checked.kinds:
            return self.tr("The file would be larger than the 1 MB that Google takes at once.")
        if self._copies:
            text = self.tr("%n event(s) would not be read rightly by {0}", "", count)
            return text.format(program)
        return self.tr("Strict programs would stumble over %n event(s)", "", count)

    def _hint(self) -> str:
        if self._checked.too_large:
            return self.tr("Export it in parts: by calendar, by category, or what is selected.")
        if self._copies:
            return self.tr("What is ticked is mended in the file. The agenda stays as it is.")
        return self.tr("The file has everything as it stands in the agenda.")

    def _made_kinds(self) -> PlainTable:
        table = PlainTable("export-check-kinds", 3, 0, self)
        table.setAccessibleName(self.tr("Kinds of problems"))
        table.setHorizontalHeaderLabels([self.tr("Problem"), self.tr("Events"), self.tr("In the file")])
        for kind in self._checked.kinds:
            what = becomes_words(kind, self._checked.profile)
            items = table.add([found_words(kind.code), str(kind.events), what])
            to_the_right(items[1])
            items[0].setToolTip(found_words(kind.code))
            if self._copies and kind.mendable:
                items[0].setFlags(items[0].flags() | Qt.ItemFlag.ItemIsUserCheckable)
                items[0].setCheckState(Qt.CheckState.Checked if kind.mended else Qt.CheckState.Unchecked)
        return table

    def _made_lines(self) -> QPlainTextEdit:
        lines = QPlainTextEdit(self)
        lines.setObjectName("export-check-lines")
        lines.setAccessibleName(self.tr("Events with this problem, their lines before and after"))
        lines.setReadOnly(True)
        lines.setTabChangesFocus(True)
        return lines

    def _made_buttons(self) -> QDialogButtonBox:
        done, mend = QPushButton(self.tr("Done"), self), QPushButton(self.tr("Mend in the agenda too"), self)
        mend.setToolTip(self.tr("Stores what every program wants in the events; undo takes it back"))
        box = buttons_of(
            self,
            [(done, "done", Role.AcceptRole, self.accept), (mend, "mend", Role.ActionRole, self._on_mend)],
        )
        mend.setVisible(bool(self._lasting))
        return box

    def _on_mend(self) -> None:
        self.mend_asked.emit(self._lasting - self.left if self._copies else self._lasting)
        self.accept()

    def _ticks(self) -> Iterator[bool]:
        for row in range(self._kinds.rowCount()):
            yield self._item(row).checkState() is Qt.CheckState.Checked

    def _item(self, row: int, column: int = 0) -> QTableWidgetItem:
        item = self._kinds.item(row, column)
        assert item is not None
        return item

    def _on_ticked(self, item: QTableWidgetItem) -> None:
        ticked = item.checkState() is Qt.CheckState.Checked
        kind = self._checked.kinds[item.row()]
        shown = replace(kind, mended=kind.mendable if ticked else 0)
        with QSignalBlocker(self._kinds):
            self._item(item.row(), 2).setText(becomes_words(shown, self._checked.profile))

    # The events of one kind

    def _show(self, row: int) -> None:
        self._lines.clear()
        if not 0 <= row < len(self._checked.kinds):
            return
        kind = self._checked.kinds[row]
        cursor = self._lines.textCursor()
        bold, plain, muted = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        muted.setForeground(self.palette().placeholderText())
        for number, problem in enumerate(kind.problems):
            cursor.insertText("\n\n" if number else "", plain)
            cursor.insertText(title_of(problem), bold)
            after = problem.finding.after if problem.finding.mendable else ()
            for sign, lines, form in (("−", problem.finding.before, muted), ("+", after, plain)):
                for line in lines:
                    cursor.insertText(f"\n{sign} {_cut(line)}", form)
        more = kind.events - len(kind.problems)
        if more > 0:
            cursor.insertText("\n\n" + self.tr("… and %n more", "", more), muted)
        self._lines.moveCursor(QTextCursor.MoveOperation.Start)


def title_of(problem: Problem) -> str:
    """The event's title, and which occurrence of it."""
    title = problem.summary or QCoreApplication.translate("ExportCheck", "(No title)")
    when = problem.finding.ref.recurrence_id
    return f"{title} · {when}" if when else title


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"
