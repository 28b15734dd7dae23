"""The least that PySide6 can show of a list: a window with a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget


class BareWindow(QMainWindow):
    """Keeps the application alive, too."""

    def __init__(self) -> None:
        self.application = QApplication([])
        super().__init__()
        table = QTableView(self)
        table.setModel(QStringListModel([f"Event {number}" for number in range(300)], table))
        self.setCentralWidget(table)
        self.resize(1350, 800)


def window(_database: Path) -> QWidget:
    """Not shown yet."""
    return BareWindow()
