"""Which agenda is open: new, another, a recent one, backed up, restored; what the window says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from core.errors import AgendaDamaged, AgendaMissing, AppError, NotAnAgenda
from core.files import file_problem
from core.paths import Paths
from ui.dialogs.files import Files
from ui.errors import words
from ui.jobs import Lane
from ui.remembered import Remembered
from ui.single import SingleWindow, raise_other
from ui.widgets.choice_menu import Choice
from ui.window import AGENDA_SUFFIX, MainWindow
from ui.workspace import Workspace

DEMO = "demo.parvis"
MOST_RECENT = 8
# After these a person may want back what was there.
LOST = (AgendaDamaged, AgendaMissing, NotAnAgenda)


class Agendas(QObject):
    """Opens agendas, remembers them, and says what went wrong with one."""

    handed = Signal(object)  # list[str]: files that another start on this agenda was given

    def __init__(
        self, window: MainWindow, workspace: Workspace, remembered: Remembered, paths: Paths, files: Files
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._remembered = remembered
        self._paths = paths
        self._files = files
        self._location = ""
        self._create = False
        self._remember = True
        # What became of a restore: said once the agenda is open again, or could not be opened either.
        self._restored = ("", "")  # kind and text of the message
        self._single: SingleWindow | None = None
        self._copying = Lane("backup", self)
        workspace.opened.connect(self._on_opened)
        workspace.failed_to_open.connect(self._on_failed)
        window.closing.connect(self._copying.close)

    @property
    def location(self) -> str:
        """Of the agenda that is open, or that was to be opened last."""
        return self._location

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this affair do, by name."""
        return {
            "new-agenda": self.new,
            "open-agenda": self.choose,
            "backup": self.back_up,
            "restore": self.choose_backup,
        }

    # Opening

    def open(self, location: str, *, create: bool = False, remember: bool = True) -> None:
        """Open this one; where another window has it already, that one comes forward instead."""
        if self._workspace.is_open and location == self._location:
            return
        # The first one was asked for before there was a window.
        if self._location not in ("", location) and raise_other(location):
            text = QCoreApplication.translate("Agendas", "“{0}” is open in another window.")
            self._window.messages.show_message(text.format(Path(location).name))
            return
        self._location, self._create, self._remember = location, create, remember
        self._answer_for(location)
        self.retry()

    def retry(self) -> None:
        """Open once more what did not open."""
        own = Path(self._location) == self._paths.agenda
        prepare = self._make_folder if own else None
        self._workspace.open(self._location, create=self._create, prepare=prepare)

    def _make_folder(self) -> None:
        """The person's own agenda has a folder of its own, which a first start does not find."""
        try:
            self._paths.agenda.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise file_problem(self._paths.agenda, error) from error

    def open_demo(self) -> None:
        """Make the demo agenda in a folder of its own, gone with the window, and open it."""
        folder = TemporaryDirectory(prefix="parvis-demo-", ignore_cleanup_errors=True)
        self._window.destroyed.connect(lambda: folder.cleanup())  # noqa: PLW0108  # a method keeps no folder
        self._location, self._remember = str(Path(folder.name) / DEMO), False
        today = self._workspace.clock().date()

        def prepare() -> None:
            from core.demo import demo_agenda

            demo_agenda(Path(folder.name), today)

        self._workspace.open(self._location, create=False, prepare=prepare)

    def _answer_for(self, location: str) -> None:
        if self._single is None:
            self._single = SingleWindow(location, self)
            self._single.asked.connect(self._on_asked)
        else:
            self._single.listen(location)

    def _on_asked(self, files: list[str]) -> None:
        """Another start asked for this agenda."""
        self.come_forward()
        if files:
            self.handed.emit(files)

    def come_forward(self) -> None:
        """Show the window before all others."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def new(self) -> None:
        """Ask where, and open a new agenda there."""
        title = QCoreApplication.translate("Agendas", "New agenda")
        proposed = str(self._folder() / (QCoreApplication.translate("Agendas", "Agenda") + AGENDA_SUFFIX))
        path = self._files.to_save(title, proposed, self._kinds())
        if not path:
            return
        if Path(path).exists():
            # The dialog asked whether to replace it; an agenda is more than what a slip may take.
            text = QCoreApplication.translate("Agendas", "“{0}” exists already. Choose another name.")
            self._window.messages.show_message(text.format(Path(path).name), kind="warn")
            return
        self.open(path, create=True)

    def choose(self) -> None:
        """Ask which, and open it."""
        title = QCoreApplication.translate("Agendas", "Open an agenda")
        if path := self._files.to_open(title, str(self._folder()), self._kinds()):
            self.open(path)

    def recent_choices(self) -> Iterable[Choice]:
        """For the menu: file names, with their folders as hints."""
        for location in self._remembered.settings.recent:
            yield Choice(
                Path(location).name,
                partial(self.open, location),
                checked=location == self._location,
                tip=location,
            )

    def _folder(self) -> Path:
        return Path(self._location).parent if self._location else self._paths.agenda.parent

    def _kinds(self) -> str:
        kinds = QCoreApplication.translate("Agendas", "Agendas ({0});;All files (*)")
        return kinds.format(f"*{AGENDA_SUFFIX}")

    # What comes of it

    def _on_opened(self) -> None:
        settings = self._remembered.settings
        if self._remember:
            recent = (self._location, *(its for its in settings.recent if its != self._location))
            self._remembered.change(location=self._location, recent=recent[:MOST_RECENT])
        self._window.messages.dismiss()
        self._window.setWindowFilePath(self._location)
        self._window.setWindowTitle(f"{Path(self._location).stem} — Parvis")
        if self._workspace.store.read_only:
            text = QCoreApplication.translate("Agendas", "This agenda can be read, but not changed.")
            self._window.messages.show_message(text, kind="warn")
        kind, text = self._take_restored()
        if text:
            self._window.messages.show_message(text, kind=kind)

    def _on_failed(self, error: AppError) -> None:
        _kind, restored = self._take_restored()
        action = (QCoreApplication.translate("Agendas", "Open another…"), self.choose)
        if isinstance(error, LOST):
            action = (QCoreApplication.translate("Agendas", "Restore a backup…"), self.choose_backup)
        text = f"{restored} {words(error)}".lstrip()
        self._window.messages.show_message(text, kind="error", action=action)

    def _take_restored(self) -> tuple[str, str]:
        taken, self._restored = self._restored, ("", "")
        return taken

    # Backups

    def back_up(self) -> None:
        """Ask where, and copy the agenda there as it is now."""
        title = QCoreApplication.translate("Agendas", "Back up the agenda")
        with suppress(OSError):  # The dialog proposes another folder then.
            self._paths.backups.mkdir(parents=True, exist_ok=True)
        stamp = self._workspace.clock().strftime("%Y-%m-%d %H.%M")
        name = f"{Path(self._location).stem} {stamp}{AGENDA_SUFFIX}"
        path = self._files.to_save(title, str(self._paths.backups / name), self._kinds())
        if not path:
            return
        store, written = self._workspace.store, self._workspace.written()

        def copy() -> None:
            written()
            store.backup(path)

        self._copying.do(copy, lambda _: self._say_backed_up(path), self._say)

    def _say_backed_up(self, path: str) -> None:
        text = QCoreApplication.translate("Agendas", "The agenda was backed up as “{0}”.")
        self._window.messages.show_message(text.format(Path(path).name), kind="ok", timeout=8_000)

    def choose_backup(self) -> None:
        """Ask which backup, and put it in the place of the agenda, which is kept beside it."""
        from ui.dialogs.restore import RestoreDialog

        backup = RestoreDialog.ask(self._window, self._paths.backups, self._files, self._location)
        if backup:
            self.restore(backup)

    def restore(self, backup: str) -> None:
        """Open the agenda as it was in a backup; as it is now it stays under another name."""
        location, clock = self._location, self._workspace.clock

        def restored() -> str:
            from core.restoring import restore

            return str(restore(Path(backup), Path(location), clock()) or "")

        self._workspace.leave()
        self._copying.do(restored, self._on_restored, self._on_not_restored)

    def _on_restored(self, kept: str) -> None:
        text = QCoreApplication.translate("Agendas", "The backup was restored. What was there is in “{0}”.")
        self._restored = ("ok", text.format(Path(kept).name) if kept else "")
        self._workspace.open(self._location, create=False)

    def _on_not_restored(self, error: AppError) -> None:
        self._restored = ("error", words(error))
        self._workspace.open(self._location, create=False)

    def _say(self, error: AppError) -> None:
        self._window.messages.show_message(words(error), kind="error")
