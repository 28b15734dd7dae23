"""A question that is asked where it arises, in the place of what it is about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.plain_label import PlainLabel


class AskInline(QWidget):
    """Hidden until it asks. answered: True for yes; Escape is a no."""

    answered = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: the objectName; the buttons have it with ``-yes`` and ``-no``."""
        super().__init__(parent)
        self.setObjectName(name)
        self._words = PlainLabel(self)
        self._words.setWordWrap(True)
        self._yes, self._no = QPushButton(self), QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button, end, answer in ((self._yes, "yes", True), (self._no, "no", False)):
            button.setObjectName(f"{name}-{end}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, answer=answer: self._answer(answer))
            row.addWidget(button)
        self.hide()

    def ask(self, question: str, yes: str, no: str) -> None:
        """Show the question, with the keyboard on what does no harm."""
        self._words.setText(question)
        self._yes.setText(yes)
        self._no.setText(no)
        self.setAccessibleName(question)
        self._yes.setAccessibleDescription(question)
        self.show()
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, answer: bool) -> None:
        self.hide()
        self.answered.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._answer(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, QPushButton):
                focus.click()
        else:
            super().keyPressEvent(event)
