"""What an action is: where it stands, how it is called, and when it makes sense."""

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
    """One action. text: English source words. keys: portable key sequences, the first one shown.

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
