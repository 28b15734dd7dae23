"""Events on their way in: files that are chosen, dropped on the window or named at the start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from core.change import Deed
from core.errors import AgendaReadOnly, AppError
from core.progress import Job
from ui.dialogs.files import Files
from ui.dialogs.import_into import ImportIntoDialog
from ui.dialogs.import_report import ImportReportDialog, said
from ui.errors import words
from ui.remembered import Remembered
from ui.undo import undo_of
from ui.window import MainWindow
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.agenda import Agenda
    from core.planned import ImportReport
    from core.store import Store


# How long a message of what was done stays, in milliseconds; one with more to say stays until it is closed.
SAID_FOR = 20_000


class Importing(QObject):
    """All files given at once are one undo step. proposed: the calendar to begin with, 0 for the first."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        remembered: Remembered,
        files: Files,
        proposed: Callable[[], int] = lambda: 0,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._remembered = remembered
        self._files = files
        self._proposed = proposed
        self._waiting: list[str] = []
        window.files_dropped.connect(self.import_files)
        workspace.opened.connect(self._on_opened)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this affair do, by name."""
        return {"import": self.choose}

    def choose(self) -> None:
        """Ask for files, and import them."""
        translate = QCoreApplication.translate
        kinds = translate("Importing", "iCalendar ({0});;All files (*)").format(
            "*.ics *.ical *.ifb *.icalendar"
        )
        folder = self._remembered.settings.import_folder
        folder = folder if folder and Path(folder).is_dir() else str(Path.home())
        paths = self._files.many_to_open(translate("Importing", "Import"), folder, kinds)
        if paths:
            self._remembered.change(import_folder=str(Path(paths[0]).parent))
            self.import_files(paths)

    def import_files(self, paths: Sequence[str]) -> None:
        """Import these; where there are several calendars, the person says which. They wait for an agenda."""
        if not paths:
            return
        if not self._workspace.is_open:
            self._waiting += paths
        elif self._workspace.store.read_only:
            self._say_failed(AgendaReadOnly(self._workspace.store.location))
        elif len(calendars := self._workspace.store.calendars()) == 1:
            self.import_into(paths, calendars[0].id)
        else:
            dialog = ImportIntoDialog(paths, calendars, self._proposed(), self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.chosen.connect(lambda calendar_id: self.import_into(paths, calendar_id))
            dialog.open()

    def _on_opened(self) -> None:
        waiting, self._waiting = self._waiting, []
        self.import_files(waiting)

    def import_into(self, paths: Sequence[str], calendar_id: int) -> None:
        """Import these files into one calendar."""

        def job(store: Store, _agenda: Agenda) -> Job[ImportReport]:
            from core.importing import import_files

            return import_files(store, paths, calendar_id)

        running = self._workspace.start(job)
        self._window.progress.watch(running, QCoreApplication.translate("Importing", "Importing…"))
        running.finished.connect(self._on_finished)
        running.failed.connect(self._say_failed)
        running.cancelled.connect(self._say_cancelled)

    # What came of it

    def _on_finished(self, report: ImportReport) -> None:
        undo = None
        if report.journal_id:
            self._workspace.record(Deed.IMPORT, report.journal_id)
            undo = undo_of(self._workspace, report.journal_id)
        translate = QCoreApplication.translate
        if report:
            self._window.messages.show_message(
                said(report),
                kind="warn" if report.set_aside or report.problems else "info",
                action=(translate("Importing", "Details…"), lambda: self._show_details(report, undo)),
            )
        else:
            action = (translate("Importing", "Undo"), undo) if undo else None
            kind = "ok" if report.total else "info"
            self._window.messages.show_message(said(report), kind=kind, action=action, timeout=SAID_FOR)

    def _show_details(self, report: ImportReport, undo: Callable[[], None] | None) -> None:
        dialog = ImportReportDialog(report, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if undo is not None:
            dialog.offer_undo(undo)
        dialog.open()

    def _say_cancelled(self) -> None:
        text = QCoreApplication.translate("Importing", "The import was stopped. Nothing was changed.")
        self._window.messages.show_message(text, timeout=SAID_FOR)

    def _say_failed(self, error: AppError) -> None:
        self._window.messages.show_message(words(error), kind="error")
