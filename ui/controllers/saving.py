"""What the status bar says: which agenda, how much is in it, and whether what was typed is stored."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from core.errors import AppError, StaleChange
from core.query import EventQuery
from ui.errors import words
from ui.window import MainWindow
from ui.workspace import Workspace

# Milliseconds: several changes in a row are counted once.
COUNT_AFTER = 250
# Milliseconds after which whoever types is told what their words wait for.
HELD_UP_AFTER = 700


class Saving(QObject):
    """Follows the workspace."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._failed = False
        self._state = ""
        self._count = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._count.timeout.connect(self.say_agenda)
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(lambda _change: self._count.start())
        workspace.reloaded.connect(self._count.start)
        workspace.saving.connect(self._on_saving)
        self._held_up = QTimer(self, singleShot=True, interval=HELD_UP_AFTER)
        self._held_up.timeout.connect(self._on_held_up)
        workspace.saved.connect(self._on_saved)
        workspace.failed.connect(self._on_failed)
        workspace.failed_to_open.connect(lambda _error: self._on_closed())

    def retranslate(self) -> None:
        """Say it in the present language."""
        self._say(self._state)
        self.say_agenda()

    def _on_opened(self) -> None:
        self._failed = False
        self._say("")
        self.say_agenda()

    def _on_closed(self) -> None:
        self._say("")
        self._window.agenda_state.setText(QCoreApplication.translate("Saving", "No agenda is open."))

    def say_agenda(self) -> None:
        """Name the agenda, and count what is in it."""
        if not self._workspace.is_open:
            return
        store = self._workspace.store
        parts = (
            Path(store.location).name,
            QCoreApplication.translate("Saving", "%n event(s)", "", store.count(EventQuery(hidden=True))),
            QCoreApplication.translate("Saving", "%n comment(s)", "", store.comment_count()),
        )
        self._window.agenda_state.setText(" · ".join(parts))
        self._window.agenda_state.setToolTip(store.location)

    def _on_saving(self) -> None:
        if self._state != "saving":
            self._say("saving")
            self._held_up.start()

    def _on_held_up(self) -> None:
        if self._state == "saving" and self._workspace.has_job:
            self._say("held up")

    def _on_saved(self) -> None:
        if not self._failed and self._state in ("saving", "held up"):
            self._say("saved")
        self._failed = False

    def _on_failed(self, error: AppError) -> None:
        self._failed = True
        # Somebody else's change is stored: nothing of ours waits.
        self._say("" if isinstance(error, StaleChange) else "failed")
        self._window.messages.show_message(words(error), kind="error")

    def _say(self, state: str) -> None:
        self._state = state
        self._window.save_state.setText(
            {
                "": "",
                "saving": QCoreApplication.translate("Saving", "Saving…"),
                "held up": QCoreApplication.translate("Saving", "Saving after the import…"),
                "saved": QCoreApplication.translate("Saving", "Saved"),
                "failed": QCoreApplication.translate("Saving", "Not saved"),
            }[state]
        )
