"""The table of actions come to life: menus, toolbar, context menus and the list of keys are made of these."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence

from ui.action_spec import ActionSpec, Menu, Needs
from ui.action_table import table

CONTEXT = "Actions"


class Actions(QObject):
    """The table come to life: one QAction a row, by name."""

    def __init__(
        self,
        icon: Callable[[str], QIcon],
        handlers: Mapping[str, Callable[[], object]],
        parent: QObject,
    ) -> None:
        """handlers: what each action does, by name; raises KeyError for a row that nobody handles."""
        super().__init__(parent)
        self._specs = {spec.name: spec for spec in table()}
        self._icon = icon
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.name: self._made(spec, handlers[spec.name]) for spec in self._specs.values()}
        self.retranslate()
        self.retint()

    def _made(self, spec: ActionSpec, handler: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setObjectName(f"action-{spec.name}")
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setMenuRole(spec.role)
        action.setCheckable(spec.checkable or bool(spec.group))
        if spec.group:
            self._groups.setdefault(spec.group, QActionGroup(self)).addAction(action)
        action.triggered.connect(lambda _checked=False: handler())
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def of_menu(self, menu: Menu) -> list[list[QAction]]:
        """A menu's actions, section by section."""
        sections: dict[int, list[QAction]] = {}
        for spec in self._specs.values():
            if spec.menu is menu and spec.in_menu:
                sections.setdefault(spec.section, []).append(self._actions[spec.name])
        return list(sections.values())

    def all(self) -> list[tuple[ActionSpec, QAction]]:
        """Every action with its row of the table, in the order of the menus."""
        return [(spec, self._actions[name]) for name, spec in self._specs.items()]

    def enable(self, met: frozenset[Needs]) -> None:
        """Enable what makes sense now."""
        for spec in self._specs.values():
            self._actions[spec.name].setEnabled(spec.needs is Needs.NOTHING or spec.needs in met)

    def hint(self, name: str, words: str) -> None:
        """Say in the tooltip what the action would do now; "": what it always says."""
        action = self._actions[name]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words or action.iconText()} ({keys})" if keys else words or action.iconText())

    def retranslate(self) -> None:
        """Set the words in the present language; the tooltip has the shortcut."""
        for spec in self._specs.values():
            action = self._actions[spec.name]
            action.setText(QCoreApplication.translate(CONTEXT, spec.text))
            action.setIconText(action.text().replace("&", "").rstrip("…"))
            self.hint(spec.name, "")

    def retint(self) -> None:
        """Draw the icons in the present theme's colours."""
        for spec in self._specs.values():
            if spec.icon:
                self._actions[spec.name].setIcon(self._icon(spec.icon))
