"""Events on their way out: into an .ics file, onto the clipboard, dragged to another program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from core.clients.profile import Profile
from core.errors import AppError, NothingToExport
from core.files import file_problem
from core.progress import Job, Progress
from core.query import EventQuery
from ui.controllers.export_checking import ExportChecking
from ui.controllers.listing import Listing
from ui.dialogs.export import Choice, ExportDialog, Scope
from ui.dialogs.files import Files
from ui.errors import words
from ui.remembered import Remembered
from ui.window import MainWindow
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.agenda import Agenda
    from core.clients.draft import Task
    from core.exporting import Export
    from core.store import Store


SUFFIX = ".ics"

# How long a message of what was done stays, in milliseconds.
SAID_FOR = 12_000

EVERYTHING = EventQuery(hidden=True)


def open_folder(path: Path) -> None:
    """Show a folder in the person's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Exporting(QObject):
    """What the export actions do. show_folder opens a folder outside Parvis."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        listing: Listing,
        remembered: Remembered,
        files: Files,
        show_folder: Callable[[Path], object] = open_folder,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._listing = listing
        self._remembered = remembered
        self._files = files
        self._show_folder = show_folder
        self._counting = False
        self._dragged: list[TemporaryDirectory[str]] = []
        window.closing.connect(self.clean)
        listing.set_drag_source(self.dragged)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this affair do, by name."""
        return {"export": self.export, "copy-icalendar": self.copy}

    # Into a file

    def export(self) -> None:
        """Ask which events where there is a choice, then for the file, and write it."""
        if self._counting:
            return  # The question is on its way.
        self._counting = True
        listed = self._listing.query

        def count(store: Store, _agenda: Agenda) -> Job[tuple[int, int]]:
            yield Progress(0, 1)
            return store.count(listed), store.count(EVERYTHING)

        running = self._workspace.start(count)
        running.finished.connect(self._ask)
        running.failed.connect(self._on_not_counted)
        running.cancelled.connect(self._on_not_counted)

    def _on_not_counted(self, error: AppError | None = None) -> None:
        self._counting = False
        if error is not None:
            self._say_failed(error)

    def _ask(self, counts: tuple[int, int]) -> None:
        self._counting = False
        choices = self._choices(*counts)
        if not choices:
            self._say_failed(NothingToExport())
            return
        dialog = ExportDialog(choices, self._profile(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say = partial(self._window.messages.show_message, timeout=SAID_FOR)
        checking = ExportChecking(dialog, self._workspace, self._events, say)
        dialog.chosen.connect(lambda scope: self.export_scope(scope, checking.task))
        dialog.open()

    def _profile(self) -> Profile:
        """For which program the last export was."""
        remembered = self._remembered.settings.export_profile
        return next((its for its in Profile if its.value == remembered), Profile.PLAIN)

    def _choices(self, shown: int, every: int) -> list[Choice]:
        """Those that are not empty, and not the same as another. shown: so many are in the list."""
        translate = QCoreApplication.translate
        selected = len(self._listing.selection.object_ids())
        choices = []
        if selected:
            choices.append(
                Choice(Scope.SELECTED, translate("Exporting", "The %n selected event(s)", "", selected))
            )
        if shown and shown != every:
            choices.append(
                Choice(Scope.LISTED, translate("Exporting", "The %n event(s) of the list", "", shown))
            )
        if every and selected != every:
            hides = any(calendar.hidden for calendar in self._workspace.store.calendars())
            text = translate("Exporting", "All %n event(s) of the agenda", "", every)
            if hides:
                text = translate("Exporting", "All %n event(s), those of hidden calendars too", "", every)
            choices.append(Choice(Scope.ALL, text))
        return choices

    def export_scope(self, scope: Scope, task: Task | None = None) -> None:
        """Ask for the file, and write these events. task: for which program; without one, for any."""
        what = self._events(scope)
        title = QCoreApplication.translate("Exporting", "Export")
        kinds = QCoreApplication.translate("Exporting", "iCalendar ({0});;All files (*)").format(f"*{SUFFIX}")
        proposed = self._folder() / (self._name(scope) + SUFFIX)
        path = self._files.to_save(title, str(proposed), kinds)
        if not path:
            return
        self._remembered.change(export_folder=str(Path(path).parent))
        if task is not None:
            self._remembered.change(export_profile=task.profile.value)
        self._write(what, Path(path), task)

    def _events(self, scope: Scope) -> Sequence[int] | EventQuery:
        if scope is Scope.SELECTED:
            return self._listing.selection.object_ids()
        return self._listing.query if scope is Scope.LISTED else EVERYTHING

    def _folder(self) -> Path:
        folder = self._remembered.settings.export_folder
        return Path(folder) if folder and Path(folder).is_dir() else Path.home()

    def _name(self, scope: Scope) -> str:
        from core.exporting import safe_file_name

        return safe_file_name(self._title() if scope is Scope.SELECTED else self._agenda_name())

    def _title(self) -> str:
        """Of what is selected: a single event's own."""
        event = self._listing.selection.first()
        alone = len(self._listing.selection.object_ids()) == 1
        return event.summary if event and alone else self._agenda_name()

    def _agenda_name(self) -> str:
        from core.exporting import agenda_name

        return agenda_name(self._workspace.store)

    def _write(self, what: Sequence[int] | EventQuery, path: Path, task: Task | None) -> None:
        def job(store: Store, _agenda: Agenda) -> Job[Export]:
            from core.exporting import agenda_name, plan_export, write_export

            export = yield from plan_export(store, what, name=agenda_name(store), task=task)
            yield from write_export(store, export, path)
            return export

        running = self._workspace.start(job)
        self._window.progress.watch(running, QCoreApplication.translate("Exporting", "Exporting…"))
        running.finished.connect(lambda export: self._say_done(export, path))
        running.failed.connect(self._say_failed)
        running.cancelled.connect(self._say_cancelled)

    def _say_done(self, export: Export, path: Path) -> None:
        translate, count = QCoreApplication.translate, len(export.object_ids)
        text = translate("Exporting", "%n event(s) exported to “{0}”.", "", count).format(path.name)
        if out := export.left_out:
            text += " " + translate("Exporting", "%n without a date left out.", "", out)
        for name, tzid in export.renamed.items():
            two = translate("Exporting", "The time zone “{0}” has two meanings; one is called “{1}” there.")
            text += " " + two.format(tzid, name)
        action = (
            QCoreApplication.translate("Exporting", "Show in folder"),
            lambda: self._show_folder(path.parent),
        )
        self._window.messages.show_message(text, kind="ok", action=action, timeout=SAID_FOR)

    def _say_cancelled(self) -> None:
        text = QCoreApplication.translate("Exporting", "The export was stopped. No file was written.")
        self._window.messages.show_message(text, timeout=SAID_FOR)

    def _say_failed(self, error: AppError) -> None:
        self._window.messages.show_message(words(error), kind="error")

    # Onto the clipboard, and dragged

    def copy(self) -> None:
        """Put the selected events onto the clipboard, as iCalendar and as text."""
        ids = self._listing.selection.object_ids()

        def job(store: Store, _agenda: Agenda) -> Job[bytes]:
            from core.exporting import calendar_text

            yield Progress(0, 1)
            return calendar_text(store, ids)

        running = self._workspace.start(job)
        running.finished.connect(lambda calendar: self._to_clipboard(calendar, len(ids)))
        running.failed.connect(self._say_failed)

    def _to_clipboard(self, calendar: bytes, count: int) -> None:
        data = QMimeData()
        data.setData("text/calendar", calendar)
        data.setText(calendar.decode("utf-8"))
        QGuiApplication.clipboard().setMimeData(data)
        text = QCoreApplication.translate("Exporting", "%n event(s) copied as iCalendar.", "", count)
        self._window.messages.show_message(text, timeout=SAID_FOR)

    def _text_of(self, object_ids: Sequence[int]) -> bytes | None:
        """For a drag, which does not wait: neither can this, and it holds no more than a person drags."""
        from core.exporting import calendar_text

        self._workspace.flush()
        try:
            return calendar_text(self._workspace.store, object_ids)
        except AppError as error:
            self._say_failed(error)
            return None

    def dragged(self) -> QMimeData | None:
        """What is selected as a file for another program; None, said in a message, where that cannot be."""
        from core.exporting import safe_file_name

        ids = self._listing.selection.object_ids()
        calendar = self._text_of(ids) if ids else None
        if calendar is None:
            return None
        name = safe_file_name(self._title()) + SUFFIX
        try:
            folder = TemporaryDirectory(prefix="parvis-", ignore_cleanup_errors=True)
            self._dragged.append(folder)
            path = Path(folder.name) / name
            path.write_bytes(calendar)
        except OSError as error:
            self._say_failed(file_problem(name, error))
            return None
        # Without text/plain, which a mail would take for its own words and leave the file.
        data = QMimeData()
        data.setData("text/calendar", calendar)
        data.setUrls([QUrl.fromLocalFile(str(path))])
        return data

    def clean(self) -> None:
        """Remove the files of what was dragged out: whoever took them has copied them by now."""
        for folder in self._dragged:
            folder.cleanup()
        self._dragged.clear()
