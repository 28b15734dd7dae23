"""A window in front of all others: a widget of any other one never has the focus."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def in_front(bot: QtBot, window: QWidget) -> None:
    """Show it, and wait until keys go there."""
    window.show()
    window.activateWindow()
    bot.waitUntil(window.isActiveWindow)
