"""A quiet button that shows one of a few values, a dot and a word, and a menu to pick another from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QIcon, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

Choice = tuple[object, str, str]


class Pill(QToolButton):
    """Tells what the person picks. icon: draws ``dot:ok``, ``dot:#8844AA``."""

    picked = Signal(object)

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._choices: Sequence[Choice] = ()
        self._value: object = None
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(16, 16))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(QMenu(self))

    @property
    def value(self) -> object:
        return self._value

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """(value, words, role of the dot or its #colour) each; the value shown stays."""
        self._choices = tuple(choices)
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for value, words, colour in self._choices:
            action = menu.addAction(self._icon(f"dot:{colour}"), words.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, value=value: self._on_picked(value))
        self._show()

    def set_value(self, value: object) -> None:
        """Show it without a signal."""
        self._value = value
        self._show()

    def _on_picked(self, value: object) -> None:
        if value != self._value:
            self.set_value(value)
            self.picked.emit(value)

    def _show(self) -> None:
        for (value, words, colour), action in zip(self._choices, self.menu().actions(), strict=True):
            action.setChecked(value == self._value)
            if value == self._value:
                self.menu().setDefaultAction(action)
                self.setText(words.replace("&", "&&"))
                self.setIcon(self._icon(f"dot:{colour}"))
                self.setAccessibleDescription(words)
        self.updateGeometry()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.menu().setAccessibleName(name)
        self.setToolTip(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showMenu()
        else:
            super().keyPressEvent(event)
