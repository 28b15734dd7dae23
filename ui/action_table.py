"""The one table of every action: its words, keys, icon, and when it makes sense."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from ui.words import QT_TRANSLATE_NOOP


class Needs(Enum):
    """What must be there for an action to make sense."""

    NOTHING = auto()
    AGENDA = auto()  # an open one
    WRITING = auto()  # one that can be written
    EVENTS = auto()  # at least one event selected
    ONE_EVENT = auto()  # exactly one
    EVENTS_WRITING = auto()
    ONE_EVENT_WRITING = auto()
    UNDO = auto()
    REDO = auto()


class Menu(Enum):
    """Where an action stands, in the order of the menu bar."""

    FILE = QT_TRANSLATE_NOOP("Actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
    VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
    EVENT = QT_TRANSLATE_NOOP("Actions", "E&vent")
    HELP = QT_TRANSLATE_NOOP("Actions", "&Help")

    def words(self) -> str:
        """Its title in the present language."""
        return QCoreApplication.translate("Actions", self.value)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. text, tip: English source words. keys: portable key sequences, the first one shown.

    section: a line is drawn in the menu where it changes. group: exclusive with its like; then checkable.
    in_menu: False for what the menu says in another way.
    """

    name: str
    menu: Menu
    section: int
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.NOTHING
    group: str = ""
    checkable: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    in_menu: bool = True


def table() -> tuple[ActionSpec, ...]:
    """Every action, in the order of the menus."""
    return (
        ActionSpec(
            "new-agenda",
            Menu.FILE,
            1,
            QT_TRANSLATE_NOOP("Actions", "New agenda…"),
            ("Ctrl+Shift+N",),
            icon="calendar-days",
        ),
        ActionSpec(
            "open-agenda",
            Menu.FILE,
            1,
            QT_TRANSLATE_NOOP("Actions", "&Open agenda…"),
            ("Ctrl+O",),
            icon="folder-open",
        ),
        ActionSpec(
            "import",
            Menu.FILE,
            2,
            QT_TRANSLATE_NOOP("Actions", "&Import…"),
            ("Ctrl+Shift+I",),
            icon="upload",
            needs=Needs.WRITING,
        ),
        ActionSpec(
            "export",
            Menu.FILE,
            2,
            QT_TRANSLATE_NOOP("Actions", "&Export .ics…"),
            ("Ctrl+E",),
            icon="download",
            needs=Needs.AGENDA,
        ),
        ActionSpec(
            "backup", Menu.FILE, 3, QT_TRANSLATE_NOOP("Actions", "&Back up…"), icon="save", needs=Needs.AGENDA
        ),
        ActionSpec(
            "restore", Menu.FILE, 3, QT_TRANSLATE_NOOP("Actions", "&Restore from a backup…"), icon="history"
        ),
        ActionSpec(
            "quit",
            Menu.FILE,
            4,
            QT_TRANSLATE_NOOP("Actions", "&Quit"),
            ("Ctrl+Q",),
            role=QAction.MenuRole.QuitRole,
        ),
        ActionSpec(
            "undo",
            Menu.EDIT,
            1,
            QT_TRANSLATE_NOOP("Actions", "&Undo"),
            ("Ctrl+Z",),
            icon="undo-2",
            needs=Needs.UNDO,
        ),
        ActionSpec(
            "redo",
            Menu.EDIT,
            1,
            QT_TRANSLATE_NOOP("Actions", "&Redo"),
            (
                "Ctrl+Shift+Z",
                "Ctrl+Y",
            ),
            icon="redo-2",
            needs=Needs.REDO,
        ),
        ActionSpec(
            "copy-icalendar",
            Menu.EDIT,
            2,
            QT_TRANSLATE_NOOP("Actions", "&Copy as iCalendar"),
            ("Ctrl+Shift+C",),
            icon="copy",
            needs=Needs.EVENTS,
        ),
        ActionSpec(
            "select-all",
            Menu.EDIT,
            2,
            QT_TRANSLATE_NOOP("Actions", "Select &all in the list"),
            ("Ctrl+Shift+A",),
            needs=Needs.AGENDA,
        ),
        ActionSpec(
            "find",
            Menu.EDIT,
            3,
            QT_TRANSLATE_NOOP("Actions", "&Find"),
            ("Ctrl+F",),
            icon="search",
            needs=Needs.AGENDA,
        ),
        ActionSpec(
            "categories",
            Menu.EDIT,
            4,
            QT_TRANSLATE_NOOP("Actions", "Cate&gories…"),
            icon="tag",
            needs=Needs.WRITING,
        ),
        ActionSpec(
            "calendars",
            Menu.EDIT,
            4,
            QT_TRANSLATE_NOOP("Actions", "Ca&lendars…"),
            icon="calendar-days",
            needs=Needs.AGENDA,
        ),
        ActionSpec(
            "preferences",
            Menu.EDIT,
            5,
            QT_TRANSLATE_NOOP("Actions", "&Preferences…"),
            ("Ctrl+,",),
            icon="settings",
            role=QAction.MenuRole.PreferencesRole,
        ),
        ActionSpec(
            "show-upcoming",
            Menu.VIEW,
            1,
            QT_TRANSLATE_NOOP("Actions", "&Upcoming"),
            ("Alt+1",),
            needs=Needs.AGENDA,
            group="when",
        ),
        ActionSpec(
            "show-past",
            Menu.VIEW,
            1,
            QT_TRANSLATE_NOOP("Actions", "&Past"),
            ("Alt+2",),
            needs=Needs.AGENDA,
            group="when",
        ),
        ActionSpec(
            "show-all",
            Menu.VIEW,
            1,
            QT_TRANSLATE_NOOP("Actions", "A&ll"),
            ("Alt+3",),
            needs=Needs.AGENDA,
            group="when",
        ),
        ActionSpec(
            "today",
            Menu.VIEW,
            2,
            QT_TRANSLATE_NOOP("Actions", "&Today"),
            ("Ctrl+T",),
            icon="calendar-check",
            needs=Needs.AGENDA,
        ),
        ActionSpec(
            "go-to-date",
            Menu.VIEW,
            2,
            QT_TRANSLATE_NOOP("Actions", "&Go to date…"),
            ("Ctrl+G",),
            icon="calendar-clock",
            needs=Needs.AGENDA,
        ),
        ActionSpec(
            "clear-filters",
            Menu.VIEW,
            2,
            QT_TRANSLATE_NOOP("Actions", "&Clear filters"),
            ("Ctrl+Shift+F",),
            icon="filter",
            needs=Needs.AGENDA,
        ),
        ActionSpec(
            "comments-pane",
            Menu.VIEW,
            3,
            QT_TRANSLATE_NOOP("Actions", "&Comments"),
            ("F9",),
            icon="message-square",
            checkable=True,
        ),
        ActionSpec(
            "theme-system", Menu.VIEW, 4, QT_TRANSLATE_NOOP("Actions", "Like the &system"), group="theme"
        ),
        ActionSpec("theme-light", Menu.VIEW, 4, QT_TRANSLATE_NOOP("Actions", "&Light"), group="theme"),
        ActionSpec("theme-dark", Menu.VIEW, 4, QT_TRANSLATE_NOOP("Actions", "&Dark"), group="theme"),
        ActionSpec(
            "toggle-theme",
            Menu.VIEW,
            4,
            QT_TRANSLATE_NOOP("Actions", "Dark theme"),
            ("Ctrl+Shift+L",),
            icon="moon",
            checkable=True,
            in_menu=False,
        ),
        ActionSpec(
            "new-event",
            Menu.EVENT,
            1,
            QT_TRANSLATE_NOOP("Actions", "&New event"),
            ("Ctrl+N",),
            icon="calendar-plus",
            needs=Needs.WRITING,
        ),
        ActionSpec(
            "duplicate",
            Menu.EVENT,
            1,
            QT_TRANSLATE_NOOP("Actions", "&Duplicate"),
            ("Ctrl+D",),
            icon="copy",
            needs=Needs.ONE_EVENT_WRITING,
        ),
        ActionSpec(
            "duplicate-to-date",
            Menu.EVENT,
            1,
            QT_TRANSLATE_NOOP("Actions", "Duplicate to another d&ate…"),
            ("Ctrl+Shift+D",),
            icon="calendar-clock",
            needs=Needs.ONE_EVENT_WRITING,
        ),
        ActionSpec(
            "delete",
            Menu.EVENT,
            2,
            QT_TRANSLATE_NOOP("Actions", "D&elete"),
            ("Ctrl+Del",),
            icon="trash-2",
            needs=Needs.EVENTS_WRITING,
        ),
        ActionSpec(
            "comment",
            Menu.EVENT,
            3,
            QT_TRANSLATE_NOOP("Actions", "Leave a &comment"),
            ("Ctrl+M",),
            icon="message-square-text",
            needs=Needs.ONE_EVENT_WRITING,
        ),
        ActionSpec(
            "open-link",
            Menu.EVENT,
            3,
            QT_TRANSLATE_NOOP("Actions", "Open the &link"),
            ("Ctrl+L",),
            icon="globe",
            needs=Needs.ONE_EVENT,
        ),
        ActionSpec(
            "palette",
            Menu.HELP,
            1,
            QT_TRANSLATE_NOOP("Actions", "Find an action…"),
            ("Ctrl+Shift+P",),
            icon="search",
        ),
        ActionSpec("shortcuts", Menu.HELP, 1, QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), ("F1",)),
        ActionSpec("show-log", Menu.HELP, 2, QT_TRANSLATE_NOOP("Actions", "Show the &log file")),
        ActionSpec(
            "about",
            Menu.HELP,
            3,
            QT_TRANSLATE_NOOP("Actions", "&About Parvis"),
            role=QAction.MenuRole.AboutRole,
        ),
    )
