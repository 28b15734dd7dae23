"""What the journeys do in a process of their own, too: wait, and read what stands in an input."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def pause(milliseconds: int) -> None:
    """Let the window and its workers go on; QTest.qWait() would keep the workers from it."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def text_of(field: QWidget) -> str:
    """What stands in an input."""
    if isinstance(field, QLineEdit):
        return field.text()
    assert isinstance(field, QPlainTextEdit | QTextEdit)
    return field.toPlainText()
