"""Which backup to go back to: those that are there, the newest first, or another file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from core.restoring import put_aside
from ui.dialogs.files import Files
from ui.dialogs.frame import Role, buttons_of, column_of
from ui.models.exact_date import exact_date
from ui.widgets.plain_label import PlainLabel
from ui.widgets.plain_table import PlainTable, to_the_right

SUFFIX = ".parvis"
# The newest ones; who wants an older one chooses the file.
MOST = 200


@dataclass(frozen=True, slots=True)
class Backup:
    """written: when, on the clock of this machine. size: in bytes."""

    path: Path
    written: datetime
    size: int


def backups_in(folder: Path, location: str = "") -> list[Backup]:
    """Those in a folder and what was put aside beside the agenda at location; the newest first."""
    paths: set[Path] = set()
    if location and "://" not in location:
        paths.update(put_aside(Path(location)))
    with suppress(OSError):
        paths.update(its for its in folder.iterdir() if its.suffix == SUFFIX)
    found = []
    for path in paths:
        with suppress(OSError):  # one may go while we look
            stat = path.stat()
            if path.is_file():
                written = datetime.fromtimestamp(stat.st_mtime).astimezone()
                found.append(Backup(path, written, stat.st_size))
    return sorted(found, key=lambda its: its.written, reverse=True)[:MOST]


class RestoreDialog(QDialog):
    """chosen: the path of the backup, once the dialog is accepted."""

    def __init__(
        self, backups: Sequence[Backup], folder: Path, files: Files, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.chosen = ""
        self._backups = backups
        self._folder = folder
        self._files = files
        column = column_of(self, "restore")
        self.setWindowTitle(self.tr("Restore a backup"))
        self.resize(680, 420)
        self._list = self._made_list()
        column.addWidget(PlainLabel(self, role="heading", text=self.tr("Go back to the agenda as it was")))
        column.addWidget(self._made_words())
        column.addSpacing(4)
        column.addWidget(self._list, 1)
        column.addSpacing(8)
        column.addWidget(self._made_buttons())
        if not backups:
            self._list.hide()
            self.resize(480, 0)

    @classmethod
    def ask(cls, parent: QWidget, folder: Path, files: Files, location: str = "") -> str:
        """The path of a backup; "" when the person would rather not. location: of the agenda."""
        dialog = cls(backups_in(folder, location), folder, files, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen if accepted else ""

    def _made_words(self) -> PlainLabel:
        words = PlainLabel(self, role="muted")
        words.setWordWrap(True)
        if self._backups:
            words.setText(self.tr("What is in the agenda now is kept in a file beside it."))
        else:
            words.setText(self.tr("There is no backup in “{0}”. You can choose a file.").format(self._folder))
        return words

    def _made_buttons(self) -> QDialogButtonBox:
        restore, cancel = QPushButton(self.tr("Restore"), self), QPushButton(self.tr("Cancel"), self)
        choose = QPushButton(self.tr("Choose a file…"), self)
        box = buttons_of(
            self,
            [
                (restore, "go-on", Role.AcceptRole, self.accept),
                (choose, "file", Role.ActionRole, self._choose),
                (cancel, "cancel", Role.RejectRole, self.reject),
            ],
        )
        if not self._backups:
            restore.hide()
            choose.setDefault(True)
        return box

    def _made_list(self) -> PlainTable:
        table = PlainTable("restore-backups", 3, 1, self)
        table.setAccessibleName(self.tr("Backups, the newest first"))
        table.setHorizontalHeaderLabels([self.tr("Written"), self.tr("File"), self.tr("Size")])
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for backup in self._backups:
            size = QLocale().formattedDataSize(backup.size, 1)
            items = table.add([exact_date(backup.written), backup.path.name, size])
            to_the_right(items[2])
            for item in items:
                item.setToolTip(str(backup.path))
        table.setCurrentCell(0, 0)
        table.doubleClicked.connect(lambda _index: self.accept())
        return table

    def accept(self) -> None:
        """Take the backup that is selected."""
        row = self._list.currentRow()
        if 0 <= row < len(self._backups):
            self.chosen = str(self._backups[row].path)
            super().accept()

    def _choose(self) -> None:
        kinds = self.tr("Agendas ({0});;All files (*)").format(f"*{SUFFIX}")
        folder = self._folder if self._folder.is_dir() else Path.home()
        path = self._files.to_open(self.tr("Choose a backup"), str(folder), kinds)
        if path:
            self.chosen = path
            super().accept()
