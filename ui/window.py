"""The main window: three panes, menus and toolbar from the table of actions, messages, the status bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.action_spec import Menu
from ui.actions import Actions
from ui.widgets.message_bar import MessageBar
from ui.widgets.plain_label import PlainLabel
from ui.widgets.progress_panel import ProgressPanel
from ui.workspace import Workspace

# "": a line; "<>": what follows stands at the right.
TOOLBAR = ("new-event", "import", "export", "", "undo", "redo", "<>", "toggle-theme", "preferences")
# Without its words where the window is too narrow for them all; the last ones first.
WORDLESS_FIRST = ("preferences", "toggle-theme", "redo", "undo", "import", "export", "new-event")

MINIMUM = QSize(1000, 560)
PREFERRED = QSize(1350, 800)
PANES = (330, 720, 300)

AGENDA_SUFFIX = ".parvis"

SAID_FOR = 20_000  # milliseconds that a message stays


@dataclass(frozen=True, slots=True)
class Submenu:
    """A menu that stands in another one, after a section of actions."""

    menu: Menu
    section: int
    widget: QMenu


class MainWindow(QMainWindow):
    """Holds the panes; what they do is the controllers' affair.

    may_close is asked before the window goes; without it, or when it says yes, closing follows.
    """

    painted = Signal()  # once: the first picture is on the screen
    closing = Signal()
    files_dropped = Signal(object)  # list of paths, to import
    agenda_dropped = Signal(str)  # path, to open

    def __init__(self, workspace: Workspace, panes: Sequence[QWidget]) -> None:
        """panes: list, editor, comments, from left to right."""
        super().__init__()
        self.workspace = workspace
        self.may_close: Callable[[], bool] = lambda: True
        self._was_painted = False
        self.setObjectName("main-window")
        self.setMinimumSize(MINIMUM)
        self.resize(PREFERRED)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.messages = MessageBar(self)
        self.progress = ProgressPanel(self)
        self.agenda_state, self.save_state = PlainLabel(self), PlainLabel(self)
        self._toolbar = QToolBar(self)
        self._toolbar.setObjectName("toolbar")
        self._actions: Actions | None = None
        self._menus: dict[Menu, QMenu] = {}
        self._lay_out(panes)
        self._set_up_status_bar()

    def _lay_out(self, panes: Sequence[QWidget]) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("panes")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for pane in panes:
            self.splitter.addWidget(pane)
        for pane in reversed(panes):
            pane.lower()  # Screen readers go from the lowest up; a splitter piles them the other way round.
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(PANES))
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.splitter, 1)
        self.setCentralWidget(middle)
        self._toolbar.setMovable(False)
        self._toolbar.setFloatable(False)
        self._toolbar.setIconSize(QSize(22, 18))  # the icons keep their shape: this is air
        self._toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(self._toolbar)

    def _set_up_status_bar(self) -> None:
        self.agenda_state.setObjectName("agenda-state")
        self.save_state.setObjectName("save-state")
        self.agenda_state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.agenda_state, 1)
        self.statusBar().addPermanentWidget(self.progress)
        self.statusBar().addPermanentWidget(self.save_state)

    # Menus and toolbar

    def furnish(self, actions: Actions, submenus: Sequence[Submenu]) -> None:
        """Build the menu bar and the toolbar; once."""
        self._actions = actions
        for menu in Menu:
            self._menus[menu] = self.menuBar().addMenu("")
            self._fill(menu, actions, [its for its in submenus if its.menu is menu])
        for _spec, action in actions.all():
            self.addAction(action)  # its shortcut works though no menu shows it
        for name in TOOLBAR:
            if name == "<>":
                spring = QWidget(self._toolbar)
                spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                self._toolbar.addWidget(spring)
            elif name:
                self._toolbar.addAction(actions[name])
                self._toolbar.widgetForAction(actions[name]).setObjectName(name)
            else:
                self._toolbar.addSeparator()
        self.retranslate()

    def _fill(self, menu: Menu, actions: Actions, submenus: Sequence[Submenu]) -> None:
        sections = actions.of_menu(menu)
        for number, section in enumerate(sections, start=1):
            if number > 1:
                self._menus[menu].addSeparator()
            self._menus[menu].addActions(section)
            for submenu in submenus:
                if submenu.section == number:
                    self._menus[menu].addMenu(submenu.widget)

    def retranslate(self) -> None:
        """Set the words of menus, toolbar and parts in the present language."""
        for menu, widget in self._menus.items():
            widget.setTitle(menu.words())
        if self._actions is not None:
            self._actions.retranslate()
            for _spec, action in self._actions.all():
                button = self._toolbar.widgetForAction(action)
                if button is not None:
                    button.setAccessibleName(action.iconText())
        self._toolbar.setWindowTitle(self.tr("Tools"))
        self._toolbar.setAccessibleName(self.tr("Tools"))
        self.menuBar().setAccessibleName(self.tr("Menus"))
        self._fit_toolbar()

    def _fit_toolbar(self) -> None:
        """Take words off the buttons, the least needed first, until all stand side by side."""
        buttons = {its.objectName(): its for its in self._toolbar.findChildren(QToolButton)}
        for name in WORDLESS_FIRST:
            if name in buttons:
                buttons[name].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        layout = self._toolbar.layout()
        assert layout is not None
        for name in WORDLESS_FIRST:
            layout.invalidate()
            if layout.sizeHint().width() <= self.width():
                return
            if name in buttons:
                buttons[name].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    # Remembered between sessions

    def state(self) -> str:
        """Size, place and whether it fills the screen, as text."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_state(self, state: str, panes: Sequence[int]) -> None:
        """As it was; anything that makes no sense is left as it is."""
        if state:
            # Qt's own reader, which makes something of any text.
            self.restoreGeometry(QByteArray.fromBase64(state.encode("ascii", "ignore")))
        if len(panes) == self.splitter.count() and all(width > 0 for width in panes):
            self.splitter.setSizes(list(panes))

    # What Qt asks and tells

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_toolbar()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event)
        if files:
            event.acceptProposedAction()
            # Not now: whoever drags waits for the answer as long as this takes.
            QTimer.singleShot(0, self, lambda: self._tell_dropped(files))

    def _tell_dropped(self, files: Sequence[str]) -> None:
        agendas = [file for file in files if file.endswith(AGENDA_SUFFIX)]
        if agendas and len(files) > 1:
            # Which is meant, and into which agenda the rest would go, nobody can know.
            text = self.tr("Drop an agenda alone to open it. Nothing was changed.")
            self.messages.show_message(text, timeout=SAID_FOR)
        elif agendas:
            self.agenda_dropped.emit(agendas[0])
        else:
            self.files_dropped.emit(files)


def _files(event: QDropEvent) -> list[str]:
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
