"""The window put together: its panes, the controllers behind them, the actions, and who tells whom."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from core.event import Place
from core.glance import glance
from core.paths import Paths
from ui.actions import Actions
from ui.agenda_clock import AgendaClock
from ui.controllers.agendas import Agendas
from ui.controllers.appearance import Appearance
from ui.controllers.choosing import Choosing
from ui.controllers.commenting import Commenting
from ui.controllers.deeds import SAID_FOR, Deeds
from ui.controllers.dialogs import Dialogs
from ui.controllers.exporting import Exporting
from ui.controllers.importing import Importing
from ui.controllers.indexing import Indexing
from ui.controllers.listing import Listing
from ui.controllers.saving import Saving
from ui.controllers.writing import Writing
from ui.dates import Dates
from ui.dialogs.files import Files
from ui.i18n import Languages
from ui.menus import submenus
from ui.remembered import Remembered
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.undo import deed_words, undo_of
from ui.undo_keys import UndoKeys
from ui.widgets.comment_pane import CommentPane
from ui.widgets.event_editor import EventEditor
from ui.widgets.list_pane import ListPane
from ui.window import MainWindow
from ui.workspace import Workspace

# "": a line.
LIST_MENU = (
    "new-event",
    "duplicate",
    "duplicate-to-date",
    "",
    "export",
    "copy-icalendar",
    "",
    "delete",
)


class House(QObject):
    """Every part of one window. It lives as long as the window, which owns it."""

    def __init__(
        self,
        paths: Paths,
        remembered: Remembered,
        languages: Languages,
        theme: Theme,
        icons: Icons,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._paths = paths
        self._languages = languages
        self._icons = icons
        self.remembered = remembered
        self.workspace = Workspace(clock, deed_words)
        self._clock = AgendaClock(clock)
        self._closes_anyway = False
        self._dates = Dates(self._clock)
        self._list = ListPane(icons, theme.colour, self._clock)
        self._editor = EventEditor(icons, self._suggest_places, self._clock.today)
        self._comments = CommentPane(icons, theme.colour, self._say_ago)
        self.window = MainWindow(self.workspace, (self._list, self._editor, self._comments))
        self.setParent(self.window)
        self.workspace.setParent(self.window)
        self.files = Files(self.window)
        self._make_controllers(theme)
        self._make_actions(icons)
        self._join(theme)

    def _make_controllers(self, theme: Theme) -> None:
        window, workspace, remembered = self.window, self.workspace, self.remembered
        self.agendas = Agendas(window, workspace, remembered, self._paths, self.files)
        self._appearance = Appearance(window, theme, self._languages, remembered)
        self._dialogs = Dialogs(window, workspace, remembered, self._paths, self._icons)
        self._saving = Saving(window, workspace)
        self._listing = Listing(workspace, self._list, self._clock)
        self._writing = Writing(workspace, self._editor, lambda: str(uuid4()))
        self._commenting = Commenting(workspace, self._comments, remembered, self._say_undoable)
        self._deeds = Deeds(
            window,
            workspace,
            self._writing,
            self._listing.selection,
            self._clock,
            self._say_undoable,
        )
        self._exporting = Exporting(window, workspace, self._listing, remembered, self.files)
        self._importing = Importing(
            *(window, workspace, remembered, self.files, self._icons, theme.colour),
            show_undated=self._show_undated,
        )
        self._list.search.events_pasted.connect(self._importing.paste)
        Indexing(window, workspace)
        self._choosing = Choosing(
            workspace,
            self._editor,
            self._listing,
            self._writing,
            self._commenting,
            self._deeds,
        )

    def _make_actions(self, icons: Icons) -> None:
        window, deeds = self.window, self._deeds
        handlers: dict[str, Callable[[], object]] = {
            "quit": window.close,
            "comment": self._comment,
            "go-to-date": self._go_to_date,
        }
        for affair in (
            *(self.agendas, self._appearance, self._dialogs, self._listing, deeds),
            *(self._exporting, self._importing),
        ):
            handlers |= affair.handlers()
        self.actions = Actions(icons, handlers, window)
        for follower in (self._appearance, self._dialogs, self._listing, deeds):
            follower.follow(self.actions)
        window.furnish(self.actions, submenus(window, self.agendas, self._appearance, deeds))

    def _join(self, theme: Theme) -> None:
        window, workspace = self.window, self.workspace
        window.may_close = self._may_close
        window.closing.connect(self._remember_filter)
        window.closing.connect(self.remembered.save)  # after those who remember something then
        window.closing.connect(workspace.close)
        window.agenda_dropped.connect(self.agendas.open)
        self.agendas.handed.connect(self.take_files)
        # After the window's own: they say more than its tooltips do.
        for anew in (self._saving.retranslate, self._deeds.retranslate):
            self._languages.changed.connect(anew)
        theme.changed.connect(self._list.renew)
        workspace.opened.connect(self._show_zone)
        workspace.reloaded.connect(self._show_zone)
        workspace.saved.connect(self._on_saved)
        # What a message offered to take back may just have been.
        workspace.reverted.connect(lambda _change: window.messages.dismiss())
        self._editor.new_wanted.connect(self._deeds.new)
        self._list.asked.connect(self._on_list_asked)
        self._list.list.opened.connect(lambda _event: self._editor.start_writing())
        self._list.list.delete_asked.connect(self._deeds.delete)
        self._list.list.menu_asked.connect(self._open_list_menu)
        UndoKeys(self._editor, [*self.actions["undo"].shortcuts(), *self.actions["redo"].shortcuts()])

    # The first screen

    def show_glance(self, location: str) -> None:
        """The rows that come first, read before anything heavy is loaded; a skeleton where that cannot be."""
        before = self._listing.filter.state()
        if location == self.remembered.settings.location:
            self._listing.filter.restore(self._last_filter())
        if self._listing.filter.state() != before:
            return  # What a glance shows is the list as it is without any filter.
        seen = glance(location, self._clock.today())
        if seen is None:
            self._listing.show_loading()
        else:
            self._listing.show_glance(seen)

    def _last_filter(self) -> dict[str, object]:
        try:
            values = json.loads(self.remembered.settings.list_filter or "{}")
        except ValueError:
            return {}
        return values if isinstance(values, dict) else {}

    def _remember_filter(self) -> None:
        self.remembered.change(list_filter=json.dumps(self._listing.filter.state(), ensure_ascii=False))

    def _show_zone(self) -> None:
        store = self.workspace.store
        self._editor.when.set_local_zone(store.zone)
        self._editor.when.tzid.set_recent(store.recent_zones())

    # What the parts ask for

    def take_files(self, files: Sequence[str]) -> None:
        """Files named at this start, or at another one on the same agenda."""
        self._importing.import_files(files)

    def _show_undated(self) -> None:
        self._listing.filter.clear()
        self._listing.filter.set_query(replace(self._listing.filter.chosen, undated=True))

    def _suggest_places(self, typed: str) -> Sequence[Place]:
        return self.workspace.store.places(typed) if self.workspace.is_open else ()

    def _say_ago(self, moment: datetime) -> str:
        return self._dates.ago(moment, self._clock.now())

    def _say_undoable(self, text: str, journal_id: int) -> None:
        undo = (QCoreApplication.translate("House", "Undo"), undo_of(self.workspace, journal_id))
        self.window.messages.show_message(text, action=undo, timeout=SAID_FOR)

    def _on_saved(self) -> None:
        self._closes_anyway = False

    def _may_close(self) -> bool:
        self.workspace.flush()
        if not self.workspace.unsaved or self._closes_anyway:
            return True
        self._closes_anyway = True
        text = QCoreApplication.translate(
            "House", "What you typed last could not be stored. Close again to leave without it."
        )
        self.window.messages.show_message(text, kind="error")
        return False

    def _on_list_asked(self, way: str) -> None:
        """What an empty list offers; filters are the listing's affair."""
        if way == "new":
            self._deeds.new()
        elif way == "import":
            self._importing.choose()
        elif way == "retry":
            self.agendas.retry()

    def _open_list_menu(self, at: QPoint) -> None:
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in LIST_MENU:
            if name:
                menu.addAction(self.actions[name])
            else:
                menu.addSeparator()
        menu.popup(at)

    def _comment(self) -> None:
        self.remembered.change(comments_shown=True)
        self._commenting.focus_form()

    def _go_to_date(self) -> None:
        from ui.dialogs.ask_date import AskDate

        day = AskDate.go_to(self.window, self._clock.today)
        if day is not None:
            self._listing.go_to(day)

    def report(self, text: str, log: Path | None) -> None:
        """A bug of ours: shown, while the window lives on."""
        from ui.dialogs.fault_report import FaultReport

        FaultReport(text, log, self.window).show()
