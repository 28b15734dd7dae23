"""The main window: three panes, menus and toolbar from the table of actions, messages, the status bar."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from core.settings import Settings
from ui.action_table import Menu
from ui.actions import Actions
from ui.widgets.message_bar import MessageBar
from ui.widgets.plain_label import PlainLabel
from ui.widgets.progress_panel import ProgressPanel
from ui.workspace import Workspace

TOOLBAR = ("new-event", "import", "export", "", "undo", "redo", "<>", "toggle-theme", "preferences")

MINIMUM = QSize(900, 560)
PREFERRED = QSize(1350, 800)
PANES = (330, 720, 300)


class MainWindow(QMainWindow):
    """Holds the panes; what they do is the controllers' affair."""

    closing = Signal()
    language_changed = Signal()

    def __init__(self, workspace: Workspace, panes: Sequence[QWidget]) -> None:
        """panes: list, editor, comments, from left to right."""
        super().__init__()
        self.workspace = workspace
        self.setObjectName("main-window")
        self.setMinimumSize(MINIMUM)
        self.resize(PREFERRED)
        self.messages = MessageBar(self)
        self.progress = ProgressPanel(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for pane in panes:
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(PANES))
        self._middle = QWidget(self)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.splitter, 1)
        self.setCentralWidget(self._middle)
        self._state, self._agenda = PlainLabel(self), PlainLabel(self)
        self._state.setObjectName("save-state")
        self._agenda.setObjectName("agenda-state")
        self.statusBar().addWidget(self._agenda, 1)
        self.statusBar().addPermanentWidget(self.progress)
        self.statusBar().addPermanentWidget(self._state)
        self._menus: dict[Menu, QMenu] = {}
        self._submenus: dict[str, QMenu] = {}

    def furnish(self, actions: Actions, submenus: Mapping[str, tuple[Menu, str, QMenu]]) -> None:
        pass
