"""The dialogs that belong to no other affair: preferences, calendars, categories, help."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QIcon

from core.paths import Paths
from core.version import VERSION
from ui.action_spec import ActionSpec
from ui.actions import Actions
from ui.remembered import Remembered
from ui.window import MainWindow
from ui.workspace import Workspace


class Dialogs(QObject):
    """Opens them. Each is imported when it is first wanted: the window opens without."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        remembered: Remembered,
        paths: Paths,
        icon: Callable[[str], QIcon],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._remembered = remembered
        self._paths = paths
        self._icons = icon
        self._actions: Actions | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this affair do, by name."""
        return {
            "categories": self._categories,
            "calendars": self._calendars,
            "preferences": self._preferences,
            "palette": self._palette,
            "shortcuts": self._shortcuts,
            "show-log": self._show_log,
            "about": self._about,
        }

    def follow(self, actions: Actions) -> None:
        """Show these where actions are to be found."""
        self._actions = actions

    def _all_actions(self) -> Sequence[tuple[ActionSpec, QAction]]:
        return self._actions.all() if self._actions else ()

    def _categories(self) -> None:
        from ui.dialogs.categories import CategoriesDialog

        CategoriesDialog(self._workspace, self._window).open()

    def _calendars(self) -> None:
        from ui.dialogs.calendars import CalendarsDialog

        CalendarsDialog(self._workspace, self._icons, self._window).open()

    def _preferences(self) -> None:
        from ui.dialogs.preferences import PreferencesDialog

        PreferencesDialog(self._remembered, self._workspace, self._paths, self._window).open()

    def _palette(self) -> None:
        from ui.dialogs.palette import Palette

        Palette([action for _spec, action in self._all_actions()], self._window).open()

    def _shortcuts(self) -> None:
        from ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._all_actions(), self._window).open()

    def _about(self) -> None:
        from ui.dialogs.about import AboutDialog

        AboutDialog(VERSION, self._window).open()

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.log)))
