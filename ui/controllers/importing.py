"""Events on their way in: files that are chosen, dropped or named at the start, and what is pasted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QIcon

from core.change import Deed
from core.errors import AgendaReadOnly, AppError, StaleChange
from core.progress import Job
from core.when import iana
from ui.dialogs.files import Files
from ui.dialogs.import_report import ImportReportDialog, said
from ui.errors import words
from ui.jobs import RunningJob
from ui.models.import_ways import Source, Target, Targets, calendar_of, pasted, targets_of
from ui.remembered import Remembered
from ui.undo import undo_of
from ui.window import MainWindow
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.agenda import Agenda
    from core.importing import FileRead
    from core.planned import Choice, ImportPlan, ImportReport
    from core.store import Store
    from ui.dialogs.import_preview import ImportPreview


# How long a message of what was done stays, in milliseconds; one with more to say stays until it is closed.
SAID_FOR = 20_000


@dataclass(frozen=True, slots=True)
class _Read:
    """What the files hold, and what would be done with it where it is proposed to go."""

    readings: Sequence[FileRead]
    plan: ImportPlan
    targets: Targets


class Importing(QObject):
    """What an import would do is shown before it is done; all files given at once are one undo step.

    proposed: the calendar to begin with, 0 for that in which most of the events are already, or the first.
    show_undated: has the list show the events that nothing dates.
    """

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        remembered: Remembered,
        files: Files,
        icon: Callable[[str], QIcon],
        colour: Callable[[str], QColor],
        *,
        proposed: Callable[[], int] = lambda: 0,
        show_undated: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._remembered = remembered
        self._files = files
        self._icon = icon
        self._colour = colour
        self._proposed = proposed
        self._show_undated = show_undated
        self._waiting: list[Source] = []
        self._preview: ImportPreview | None = None
        self._reading = False
        self._readings: Sequence[FileRead] = ()
        self._plan: ImportPlan | None = None
        window.files_dropped.connect(self.import_files)
        workspace.opened.connect(self._on_opened)
        workspace.released.connect(self._on_released)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this affair do, by name."""
        return {"import": self.choose, "paste-events": self.paste}

    # Where they come from

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

    def paste(self) -> None:
        """Import what is on the clipboard: iCalendar, or files that were copied."""
        sources = pasted(QGuiApplication.clipboard().mimeData())
        if sources:
            self.import_files(sources)
        else:
            text = QCoreApplication.translate("Importing", "There is no iCalendar event on the clipboard.")
            self._window.messages.show_message(text, timeout=SAID_FOR)

    def import_files(self, sources: Sequence[Source]) -> None:
        """Show what would become of these files, by their paths, or texts. They wait for an agenda."""
        if not sources:
            return
        if not self._workspace.is_open or self._reading or self._preview is not None:
            self._waiting += sources
        elif self._workspace.store.read_only:
            self._say_failed(AgendaReadOnly(self._workspace.store.location))
        else:
            self._read(sources)

    def _on_opened(self) -> None:
        waiting, self._waiting = self._waiting, []
        self.import_files(waiting)

    def _on_released(self) -> None:
        if self._preview is not None:
            self._preview.reject()

    # What would be done

    def _read(self, sources: Sequence[Source]) -> None:
        proposed = self._proposed()
        unnamed = QCoreApplication.translate("Importing", "New calendar")

        def job(store: Store, agenda: Agenda) -> Job[_Read]:
            from core.importing import home_of, plan_import, read_sources

            readings = yield from read_sources(sources)
            targets = targets_of(store, readings, proposed or home_of(store, readings), unnamed)
            plan = yield from plan_import(store, readings, calendar_of(agenda, targets.chosen), anywhere=True)
            return _Read(readings, plan, targets)

        self._reading = True
        running = self._workspace.start(job)
        self._window.progress.watch(running, QCoreApplication.translate("Importing", "Importing…"))
        for end in (running.finished, running.failed, running.cancelled):
            end.connect(self._on_read_ended)
        running.finished.connect(self._on_read)
        running.failed.connect(self._say_failed)
        running.cancelled.connect(self._say_cancelled)
        for end in (running.failed, running.cancelled):
            end.connect(lambda *_: self._next())

    def _on_read_ended(self, _outcome: object = None) -> None:
        self._reading = False

    def _on_read(self, read: _Read) -> None:
        if not read.plan.items:
            from core.planned import ImportReport

            self._say_done(ImportReport(files=read.plan.files))
            self._next()
            return
        from ui.dialogs.import_preview import ImportPreview

        local = iana(self._workspace.store.zone) or UTC
        preview = ImportPreview(read.targets, self._icon, self._colour, local, self._window)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.target_chosen.connect(self._plan_for)
        preview.confirmed.connect(self._carry_out)
        preview.report_asked.connect(self._show_noticed)
        preview.finished.connect(self._on_closed)
        self._preview, self._readings = preview, read.readings
        self._show(read.plan)
        preview.open()

    def _show(self, plan: ImportPlan, note: str = "") -> None:
        if self._preview is not None:
            self._plan = plan
            self._preview.show_plan(plan, note)

    def _plan_for(self, target: Target, note: str = "") -> None:
        """Plan anew: for another calendar, or after others wrote."""
        readings = self._readings

        def job(store: Store, agenda: Agenda) -> Job[ImportPlan]:
            from core.importing import plan_import

            return (yield from plan_import(store, readings, calendar_of(agenda, target), anywhere=True))

        running = self._start(job)
        running.finished.connect(lambda plan: self._show(plan, note))

    def _start(self, job: Callable[[Store, Agenda], Job[object]]) -> RunningJob:
        running = self._workspace.start(job)
        if self._preview is not None:
            self._preview.watch(running)
        running.failed.connect(self._on_failed)
        return running

    def _show_noticed(self) -> None:
        from core.planned import ImportReport

        if self._plan is not None:
            dialog = ImportReportDialog(ImportReport(files=self._plan.files), self._preview)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _on_closed(self, _result: int) -> None:
        self._preview, self._plan, self._readings = None, None, ()
        self._next()

    def _next(self) -> None:
        """What came meanwhile. Not at once: an agenda that is left first stops what is under way."""
        QTimer.singleShot(0, self, self._begin_waiting)

    def _begin_waiting(self) -> None:
        if self._workspace.is_open:
            self._on_opened()

    # What is done

    def _carry_out(self, choices: Mapping[str, Choice]) -> None:
        plan = self._plan
        assert plan is not None

        def job(store: Store, _agenda: Agenda) -> Job[ImportReport]:
            from core.deciding import decided
            from core.importing import carry_out
            from ui.models.import_rows import POLICY

            decision = yield from decided(plan, store.now(), choices, POLICY)
            return (yield from carry_out(store, decision))

        running = self._start(job)
        running.finished.connect(self._on_finished)
        running.cancelled.connect(self._say_cancelled)

    def _on_finished(self, report: ImportReport) -> None:
        if self._preview is not None:
            self._preview.accept()
        undo = None
        if report.journal_id:
            self._workspace.record(Deed.IMPORT, report.journal_id)
            undo = undo_of(self._workspace, report.journal_id)
        self._say_done(report, undo)

    def _on_failed(self, error: AppError) -> None:
        if self._preview is not None and isinstance(error, StaleChange):
            note = QCoreApplication.translate(
                "Importing", "The agenda was changed meanwhile. This is what would be done now."
            )
            self._plan_for(self._preview.target, note)
            return
        if self._preview is not None:
            self._preview.reject()
        self._say_failed(error)

    # What is said

    def _say_done(self, report: ImportReport, undo: Callable[[], None] | None = None) -> None:
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
        if report.set_aside and self._show_undated is not None:
            dialog.offer_undated(self._show_undated)
        if undo is not None:
            dialog.offer_undo(undo)
        dialog.open()

    def _say_cancelled(self) -> None:
        text = QCoreApplication.translate("Importing", "The import was stopped. Nothing was changed.")
        self._window.messages.show_message(text, timeout=SAID_FOR)

    def _say_failed(self, error: AppError) -> None:
        self._window.messages.show_message(words(error), kind="error")
