"""Find an action by some letters of its name, and do it: every action of the table, without the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.phrases.names import fold

WIDTH = 480
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QDialog):
    """Offers the actions that make sense now. The one that was chosen is done once the dialog is gone."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find an action"))
        self._actions = [action for action in actions if action.isEnabled() and action.isVisible()]
        self._words = QLineEdit(self)
        self._words.setObjectName("palette-search")
        self._words.setPlaceholderText(self.tr("Type a part of its name"))
        self._words.setAccessibleName(self.tr("Action to find"))
        self._words.setClearButtonEnabled(True)
        self._found = QListWidget(self)
        self._found.setObjectName("palette-actions")
        self._found.setAccessibleName(self.tr("Actions"))
        self._found.setIconSize(QSize(16, 16))
        self._found.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self._found)
        self.resize(WIDTH, 380)
        self._words.textChanged.connect(self._fill)
        self._words.returnPressed.connect(self._choose)
        self._words.installEventFilter(self)
        self._found.itemClicked.connect(lambda _item: self._choose())
        self._found.itemActivated.connect(lambda _item: self._choose())
        self._fill("")

    def _fill(self, typed: str) -> None:
        """Those whose words hold each word typed, as beginnings first."""
        wanted = fold(typed).split()
        named = [(fold(action.iconText()), action) for action in self._actions]
        found = [(name, action) for name, action in named if all(word in name for word in wanted)]
        found.sort(key=lambda pair: not pair[0].startswith(" ".join(wanted)))
        self._found.clear()
        blank = _blank_icon(self._found.iconSize())
        for _name, action in found:
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            icon = blank if action.icon().isNull() else action.icon()
            item = QListWidgetItem(icon, action.iconText() + (f"  ·  {keys}" if keys else ""))
            item.setSizeHint(QSize(0, 32))
            item.setData(Qt.ItemDataRole.UserRole, action)
            self._found.addItem(item)
        self._found.setCurrentRow(0)

    def _choose(self) -> None:
        item = self._found.currentItem()
        # Where one click activates, it tells of both, and the action would be done twice.
        if not self._found.count() or not self.isVisible():
            return
        action: QAction = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            self._found.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


def _blank_icon(size: QSize) -> QIcon:
    """Holds the place of an icon, so that all words begin in one line."""
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    return QIcon(picture)
