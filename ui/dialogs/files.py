"""Which file: the system's own dialogs behind one small door, so that a script can answer, too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class Files:
    """Each answer is a path, or "" when the person would rather not."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def to_open(self, title: str, folder: str, kinds: str) -> str:
        """An existing file. kinds: as Qt has them, ``Agendas (*.parvis);;All files (*)``."""
        dialog = self._dialog(title, folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return next(iter(_answer(dialog)), "")

    def many_to_open(self, title: str, folder: str, kinds: str) -> list[str]:
        """Existing files; none when the person would rather not."""
        dialog = self._dialog(title, folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return _answer(dialog)

    def to_save(self, title: str, path: str, kinds: str) -> str:
        """A file to write. path: what is proposed; the dialog asks before one that exists is replaced."""
        proposed = Path(path)
        dialog = self._dialog(title, str(proposed.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Before the dialog asks whether to replace: it is the name with its ending that counts.
        dialog.setDefaultSuffix(proposed.suffix)
        dialog.selectFile(proposed.name)
        return next(iter(_answer(dialog)), "")

    def _dialog(self, title: str, folder: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self._parent, title, folder, kinds)
        dialog.setObjectName("file-dialog")
        return dialog


def _answer(dialog: QFileDialog) -> list[str]:
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return chosen
