"""The look at what an export would write, while the person chooses it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from core.clients.profile import GUESSES
from core.errors import AppError
from core.progress import Job
from core.query import EventQuery
from ui.dialogs.export import ExportDialog, Scope
from ui.errors import words
from ui.jobs import RunningJob
from ui.models.export_words import cancelled_pattern
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.agenda import Agenda
    from core.clients.checking import Checked
    from core.clients.draft import Task
    from core.store import Applied, Store

What = Sequence[int] | EventQuery


class ExportChecking(QObject):
    """Serves one ExportDialog, its parent, and goes with it. events: what a scope stands for."""

    def __init__(
        self,
        dialog: ExportDialog,
        workspace: Workspace,
        events: Callable[[Scope], What],
        say: Callable[[str], object],
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._workspace = workspace
        self._events = events
        self._say = say
        self._left = GUESSES
        self._running: RunningJob | None = None
        self._checked: Checked | None = None
        dialog.asked.connect(self._start_anew)
        dialog.details.connect(self._show_details)
        dialog.finished.connect(self._stop)
        self._start()

    @property
    def task(self) -> Task:
        """What is chosen: the program, and what of it all is to be left as it is."""
        from core.clients.draft import Task

        return Task(self._dialog.profile, self._workspace.store.zone, cancelled_pattern(), self._left)

    def _start_anew(self) -> None:
        self._left = GUESSES
        self._start()

    def _start_again(self, _applied: Applied) -> None:
        self._start()

    def _start(self) -> None:
        self._stop()
        self._checked = None
        self._dialog.show_outcome(None)
        what, task = self._events(self._dialog.scope), self.task

        def job(store: Store, _agenda: Agenda) -> Job[Checked]:
            from core.clients.checking import check_export

            return check_export(store, what, task)

        # Slots of ours, which go with the dialog: lambdas would outlive it.
        self._running = self._workspace.start(job)
        self._running.finished.connect(self._on_checked)
        self._running.failed.connect(self._on_failed)
        self._running.cancelled.connect(self._on_cancelled)

    def _stop(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.finished.disconnect(self._on_checked)
            running.failed.disconnect(self._on_failed)
            running.cancelled.disconnect(self._on_cancelled)
            running.cancel()

    def _on_cancelled(self) -> None:
        self._running = None

    def _on_checked(self, checked: Checked) -> None:
        self._running, self._checked = None, checked
        self._dialog.show_outcome(checked)

    def _on_failed(self, error: AppError) -> None:
        self._running = None
        self._dialog.show_failure(words(error))

    def _show_details(self) -> None:
        from ui.dialogs.export_check import ExportCheckDialog

        if self._checked is None:
            return
        lasting = not self._workspace.store.read_only
        details = ExportCheckDialog(self._checked, lasting=lasting, parent=self._dialog)
        details.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        details.mend_asked.connect(self._mend)
        details.accepted.connect(lambda: self._leave(details.left))
        details.open()

    def _leave(self, codes: frozenset[str]) -> None:
        kinds = self._checked.kinds if self._checked else ()
        codes |= GUESSES.difference(its.code for its in kinds)
        if codes != self._left:
            self._left = codes
            self._start()

    def _mend(self, codes: frozenset[str]) -> None:
        """In the agenda, as one step; what there is to say is then found anew."""
        what, now, workspace = self._events(self._dialog.scope), self._workspace.clock(), self._workspace
        say = self._say

        def job(store: Store, _agenda: Agenda) -> Job[Applied]:
            from core.clients.checking import mend

            return mend(store, what, codes, now)

        def record(applied: Applied) -> None:
            count = len(applied.change.objects)
            if applied.journal_id:
                workspace.record(applied.change.deed, applied.journal_id)
            say(QCoreApplication.translate("ExportCheck", "%n event(s) mended in the agenda.", "", count))

        running = workspace.start(job)
        # A slot of the dialog would go with it: what was mended is to be undone all the same.
        running.finished.connect(record)
        running.finished.connect(self._start_again)
        running.failed.connect(lambda error: say(words(error)))
