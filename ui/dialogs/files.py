"""Which file: the system's own dialogs behind one small door, so that whoever asks can be asked by a script."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget


class Files:
    """Each answer is a path, or "" when the person would rather not."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def to_open(self, title: str, folder: str, kinds: str) -> str:
        """An existing file. kinds: as Qt has them, ``Agendas (*.parvis);;All files (*)``."""
        return QFileDialog.getOpenFileName(self._parent, title, folder, kinds)[0]

    def many_to_open(self, title: str, folder: str, kinds: str) -> list[str]:
        """Existing files; none when the person would rather not."""
        return QFileDialog.getOpenFileNames(self._parent, title, folder, kinds)[0]

    def to_save(self, title: str, path: str, kinds: str) -> str:
        """A file to write. path: what is proposed; the dialog asks before one that exists is replaced."""
        return QFileDialog.getSaveFileName(self._parent, title, path, kinds)[0]
