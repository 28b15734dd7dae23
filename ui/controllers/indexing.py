"""The index computed anew once an agenda is open, where another Parvis or other zone rules computed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from core.errors import AppError
from core.progress import Job
from ui.errors import words
from ui.window import MainWindow
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.agenda import Agenda
    from core.store import Store


class Indexing(QObject):
    """Works beside whoever reads and writes meanwhile; stopped, it is due again at the next opening."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        workspace.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        store = self._workspace.store
        if store.read_only or not store.index_is_outdated():
            return

        def job(store: Store, _agenda: Agenda) -> Job[int]:
            return store.freshen()

        running = self._workspace.start(job)
        text = QCoreApplication.translate("Indexing", "Bringing the list up to date…")
        self._window.progress.watch(running, text)
        running.finished.connect(self._on_finished)
        running.failed.connect(self._on_failed)

    def _on_finished(self, wrong: int) -> None:
        if wrong:
            self._workspace.reloaded.emit()

    def _on_failed(self, error: AppError) -> None:
        self._window.messages.show_message(words(error), kind="error")
