"""The table of actions come to life: menus, toolbar, context menus and the shortcut list are built from these."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence

from ui.action_table import ActionSpec, Menu, Needs, table

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
            if spec.menu is menu:
                sections.setdefault(spec.section, []).append(self._actions[spec.name])
        return list(sections.values())

    def enable(self, met: frozenset[Needs]) -> None:
        """Enable what makes sense now."""
        for spec in self._specs.values():
            self._actions[spec.name].setEnabled(spec.needs is Needs.NOTHING or spec.needs in met)

    def retranslate(self) -> None:
        """Set the words in the present language; the tooltip has the shortcut."""
        for spec in self._specs.values():
            action = self._actions[spec.name]
            action.setText(QCoreApplication.translate(CONTEXT, spec.text))
            words = action.text().replace("&", "").rstrip("…")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words} ({keys})" if keys else words)
            action.setIconText(words)

    def retint(self) -> None:
        """Draw the icons in the present theme's colours."""
        for spec in self._specs.values():
            if spec.icon:
                self._actions[spec.name].setIcon(self._icon(spec.icon))
