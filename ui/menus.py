"""The menus that stand in other menus, with what they choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.action_spec import Menu
from ui.controllers.agendas import Agendas
from ui.controllers.appearance import Appearance
from ui.controllers.deeds import Deeds
from ui.widgets.choice_menu import Choice, ChoiceMenu
from ui.window import Submenu

CONTEXT = "Menus"


def submenus(parent: QWidget, agendas: Agendas, appearance: Appearance, deeds: Deeds) -> tuple[Submenu, ...]:
    """For MainWindow.furnish."""

    def made(
        menu: Menu, section: int, title: Callable[[], str], choices: Callable[[], Iterable[Choice]]
    ) -> Submenu:
        return Submenu(menu, section, ChoiceMenu(title, choices, parent))

    translate = QCoreApplication.translate
    return (
        made(Menu.FILE, 1, lambda: translate(CONTEXT, "Recent agendas"), agendas.recent_choices),
        made(Menu.VIEW, 4, lambda: translate(CONTEXT, "Language"), appearance.language_choices),
        made(Menu.EVENT, 2, lambda: translate(CONTEXT, "Status"), deeds.status_choices),
        made(Menu.EVENT, 2, lambda: translate(CONTEXT, "Stage"), deeds.stage_choices),
        made(Menu.EVENT, 2, lambda: translate(CONTEXT, "Move to calendar"), deeds.calendar_choices),
    )
