"""One of the colours that calendars have, picked from a menu where each has its name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from core.calendar import COLOURS

CONTEXT = "Colours"


def colour_words(colour: str) -> str:
    """What a colour is called; a word for those that somebody mixed elsewhere."""
    translate = QCoreApplication.translate
    names = (
        translate(CONTEXT, "Blue"),
        translate(CONTEXT, "Green"),
        translate(CONTEXT, "Ochre"),
        translate(CONTEXT, "Red"),
        translate(CONTEXT, "Violet"),
        translate(CONTEXT, "Teal"),
        translate(CONTEXT, "Raspberry"),
        translate(CONTEXT, "Grey"),
    )
    known = dict(zip(COLOURS, names, strict=True))
    return known.get(colour.upper(), translate(CONTEXT, "Another colour"))


class ColourButton(QToolButton):
    """Tells what the person picks. icon: draws ``dot:#8844AA``."""

    picked = Signal(str)  # #RRGGBB

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._colour = ""
        self.setIconSize(QSize(16, 16))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def set_colour(self, colour: str) -> None:
        self._colour = colour
        self.setIcon(self._icon(f"dot:{colour}"))

    def set_name(self, words: str) -> None:
        """What it is the colour of; to be said again after another colour, and in another language."""
        called = colour_words(self._colour)
        self.setAccessibleName(words)
        self.setAccessibleDescription(called)
        self.menu().setAccessibleName(words)
        self.setToolTip(f"{words} ({called})")

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for colour in COLOURS:
            action = menu.addAction(self._icon(f"dot:{colour}"), colour_words(colour))
            action.setCheckable(True)
            action.setChecked(colour == self._colour)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, colour=colour: self.picked.emit(colour))
