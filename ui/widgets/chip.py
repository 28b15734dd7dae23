"""One word as a chip, with the button that takes it away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from ui.theme.icons import tinted
from ui.widgets.plain_label import PlainLabel

CHIP_HEIGHT = 24


class Chip(QFrame):
    """One tag and the button that takes it away."""

    removed = Signal()
    stepped = Signal(int)  # 1 or -1: to the next chip, or the one before

    def __init__(self, text: str, *, removable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        label = PlainLabel(self, text=text)
        self.button = ChipButton(self)
        self.button.setVisible(removable)
        self.setFixedHeight(CHIP_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 4 if removable else 10, 0)
        row.setSpacing(2)
        row.addWidget(label)
        row.addWidget(self.button)
        self.button.clicked.connect(self.removed)
        self.button.stepped.connect(self.stepped)


class ChipButton(QToolButton):
    """The cross on a chip; the arrow keys go from one to the next."""

    stepped = Signal(int)

    def __init__(self, chip: QWidget) -> None:
        super().__init__(chip)
        self.setIcon(tinted("x", lambda: self.palette().color(self.foregroundRole())))
        self.setIconSize(QSize(12, 12))
        # The Tab key goes to the entry, whichever way it comes; from there the arrow keys come here.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
