"""What an import did, file by file: what was mended, set aside, older than what is here, or no event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from ui.dialogs.frame import Role, buttons_of, column_of
from ui.errors import words
from ui.repair_words import repaired, set_aside
from ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from core.planned import FileReport, ImportReport


BULLET = "•"

# Lines shown of one kind; nobody reads more, and a broken file may have a million.
MOST = 200


def said(report: ImportReport) -> str:
    """The whole report in one line."""
    translate = QCoreApplication.translate
    strange = len(report.unknown_zones)
    repairs = len(report.repairs) - strange
    parts = (
        (report.added, translate("ImportReport", "%n event(s) added", "", report.added)),
        (report.updated, translate("ImportReport", "%n updated", "", report.updated)),
        (report.same, translate("ImportReport", "%n there already", "", report.same)),
        (report.deleted, translate("ImportReport", "%n deleted here, not taken", "", report.deleted)),
        (report.left_out, translate("ImportReport", "%n left out", "", report.left_out)),
        (report.older, translate("ImportReport", "%n older than here, not taken", "", report.older)),
        (len(report.set_aside), translate("ImportReport", "%n without a date", "", len(report.set_aside))),
        (strange, translate("ImportReport", "%n unknown time zone(s)", "", strange)),
        (repairs, translate("ImportReport", "%n repair(s)", "", repairs)),
        (len(report.problems), translate("ImportReport", "%n file(s) not read", "", len(report.problems))),
    )
    some = [text for count, text in parts if count]
    if len(report.files) == 1 and report.problems:
        return words(report.problems[0])
    if not some:
        return translate("ImportReport", "There was no event to import.")
    text = ", ".join(some) + "."
    if report.added or report.updated:
        return text
    return f"{text} {translate('ImportReport', 'Nothing was changed.')}"


class ImportReportDialog(QDialog):
    """Reads; changes nothing by itself."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.resize(560, 420)
        heading = PlainLabel(self, role="heading", text=said(report))
        heading.setWordWrap(True)
        self._lines = QPlainTextEdit(self)
        self._lines.setObjectName("import-lines")
        self._lines.setAccessibleName(self.tr("What was noticed"))
        self._lines.setReadOnly(True)
        self._lines.setTabChangesFocus(True)
        for title, lines in _sections(report):
            self._add_section(title, lines)
        self._lines.moveCursor(QTextCursor.MoveOperation.Start)
        column = column_of(self, "import-report")
        column.setSpacing(12)
        close = QPushButton(self.tr("Close"), self)
        self._box = buttons_of(self, [(close, "close", Role.RejectRole, self.reject)])
        close.setDefault(True)
        close.setFocus()
        column.addWidget(heading)
        column.addWidget(self._lines, 1)
        column.addWidget(self._box)

    def _add_section(self, title: str, lines: Sequence[str]) -> None:
        cursor = self._lines.textCursor()
        heading, plain = QTextCharFormat(), QTextCharFormat()
        heading.setFontWeight(QFont.Weight.DemiBold)
        if cursor.position():
            cursor.insertText("\n\n", plain)
        cursor.insertText(title, heading)
        shown = list(lines[:MOST])
        if len(lines) > MOST:
            shown.append(self.tr("… and %n more", "", len(lines) - MOST))
        for line in shown:
            cursor.insertText(f"\n{BULLET} {line}", plain)

    def offer_undated(self, show: Callable[[], object]) -> None:
        """A button that has the list show what was kept without a date, and closes the report."""
        button = QPushButton(self.tr("Show those without a date"), self)
        button.setObjectName("import-undated")
        button.setAutoDefault(False)
        self._box.addButton(button, Role.ActionRole)
        button.clicked.connect(self.reject)
        button.clicked.connect(show)

    def offer_undo(self, undo: Callable[[], object]) -> None:
        """A button that takes the import back, and closes the report."""
        button = QPushButton(self.tr("Undo the import"), self)
        button.setObjectName("import-undo")
        button.setAutoDefault(False)
        self._box.addButton(button, Role.ResetRole)
        button.clicked.connect(self.accept)
        self.accepted.connect(undo)


def _sections(report: ImportReport) -> Iterator[tuple[str, list[str]]]:
    translate = QCoreApplication.translate
    for file in report.files:
        lines = list(_of_file(file))
        if lines:
            yield Path(file.name).name, lines
    if report.older_uids:
        title = translate("ImportReport", "Older than what is here, so left as they are")
        yield title, list(report.older_uids)
    if report.deleted_uids:
        yield translate("ImportReport", "Deleted here, so not taken again"), list(report.deleted_uids)
    if report.twin_uids:
        title = translate("ImportReport", "Added, though the same is likely here already")
        yield title, list(report.twin_uids)


def _of_file(file: FileReport) -> Iterator[str]:
    if file.problem is not None:
        yield words(file.problem)
    for name, count in sorted(file.other.items()):
        yield _other(name, count)
    yield from map(set_aside, file.set_aside)
    yield from repaired(file.repairs)


def _other(name: str, count: int) -> str:
    """Components that are no events are not kept, and are named."""
    translate = QCoreApplication.translate
    return {
        "VTODO": translate("ImportReport", "%n task(s) left out: Parvis keeps events.", "", count),
        "VJOURNAL": translate(
            "ImportReport", "%n journal entry(ies) left out: Parvis keeps events.", "", count
        ),
        "VFREEBUSY": translate(
            "ImportReport", "%n free/busy block(s) left out: Parvis keeps events.", "", count
        ),
    }.get(name, translate("ImportReport", "%n component(s) {0} left out.", "", count).format(name))
