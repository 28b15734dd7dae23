"""One message over the panes: what happened, and what can be done about it, without being in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.theme.icons import tinted
from ui.widgets.glyph import Glyph
from ui.widgets.plain_label import PlainLabel
from ui.widgets.ring import repolish

Action = tuple[str, Callable[[], object]]

_LOOKS = {
    "info": ("info", "accent"),
    "ok": ("circle-check", "ok"),
    "warn": ("triangle-alert", "warn"),
    "error": ("circle-alert", "problem"),
}


class MessageBar(QFrame):
    """Shows the newest message only. One with a timeout waits while the pointer or the focus is on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message-bar")
        self._run: Callable[[], object] | None = None
        self._glyph = Glyph("info", self, size=18)
        self._words = PlainLabel(self)
        self._words.setObjectName("message-text")
        self._words.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.setObjectName("message-action")
        self._close = QToolButton(self)
        self._close.setObjectName("message-close")
        self._close.setIcon(tinted("x", lambda: self.palette().color(self.foregroundRole())))
        for button in (self._button, self._close):
            # A click leaves the keyboard where it was: the bar is gone the next moment.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._glyph)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._button.clicked.connect(self._on_action)
        self._close.clicked.connect(self.dismiss)
        self.hide()
        self._retranslate()

    @property
    def text(self) -> str:
        """The message on show; "" for none."""
        return "" if self.isHidden() else self._words.text()

    def show_message(
        self, text: str, *, kind: str = "info", action: Action | None = None, timeout: int = 0
    ) -> None:
        """kind: ``info``, ``ok``, ``warn`` or ``error``. timeout: milliseconds; 0: until it is dismissed."""
        name, role = _LOOKS[kind]
        self._glyph.set_name(name)
        self._glyph.set_role(role)
        self._words.setText(text)
        self._run = action[1] if action else None
        self._button.setText(action[0] if action else "")
        self._button.setVisible(action is not None)
        self.setProperty("kind", kind)
        repolish(self)
        self.setAccessibleName(text)
        self.show()
        self._timer.stop()
        if timeout:
            self._timer.start(timeout)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        self._timer.stop()
        self._run = None
        self.hide()

    def _on_action(self) -> None:
        run = self._run
        # First, since what is done may have a message of its own.
        self.dismiss()
        if run is not None:
            run()

    def _on_timeout(self) -> None:
        if self.underMouse() or self._button.hasFocus() or self._close.hasFocus():
            self._timer.start(1_000)
        else:
            self.dismiss()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
