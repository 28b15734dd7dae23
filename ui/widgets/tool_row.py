"""Buttons side by side that are one stop of the Tab key; the arrow keys go from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ToolRow(QFrame):
    """As WAI-ARIA has a toolbar. A click does not take the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(4)
        self._row.addStretch(1)

    def add(self, button: QToolButton) -> None:
        """At the right end."""
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._buttons else Qt.FocusPolicy.TabFocus)
        button.installEventFilter(self)
        self._row.insertWidget(len(self._buttons), button)
        self._buttons.append(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, QToolButton):
                self._go(self._buttons.index(watched) + step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, number: int) -> None:
        """The Tab key comes back to where the arrow keys went."""
        if 0 <= number < len(self._buttons):
            for button in self._buttons:
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._buttons[number].setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons[number].setFocus(Qt.FocusReason.TabFocusReason)
