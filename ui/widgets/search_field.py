"""The search field over the list: tells what is typed once the typing pauses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

# Milliseconds after the last key: shorter than one notices, longer than between two keys of one word.
PAUSE = 120

# Nobody searches for more; a paste of a whole page is cut there.
MOST = 10_000


class SearchField(QLineEdit):
    """Escape clears it; Down and Enter go on into what was found. Events that are pasted are the window's."""

    searched = Signal(str)  # as typed, once the typing pauses; at once after Enter and when it is cleared
    left_downwards = Signal()
    events_pasted = Signal()

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setMaxLength(MOST)
        self.setAcceptDrops(False)  # a file that is dropped here is meant for the window
        self.setTextMargins(-6, 0, 0, 0)  # closer to the icon than Qt sets it
        self._sign = self.addAction(icon("search:muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icon("x:muted"), "", self)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._told = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_changed)
        self._clear.triggered.connect(self.clear)
        self._retranslate()

    def show_text(self, text: str) -> None:
        """Show what is searched for, and tell nobody; what is being typed stays."""
        if text == self._told:
            return
        with QSignalBlocker(self):
            self.setText(text)
        self._told = text
        self._pause.stop()
        self._clear.setVisible(bool(text))

    def _on_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text:
            self._pause.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and _events_are_copied():
            self.events_pasted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._tell()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = menu.findChild(QAction, "edit-paste")
        if isinstance(paste, QAction) and _events_are_copied():
            paste.setEnabled(True)  # Qt counts nothing but text
            paste.triggered.disconnect()
            paste.triggered.connect(self.events_pasted)
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Search for an event, a place…"))
        self.setAccessibleName(self.tr("Search"))
        self._sign.setText(self.tr("Search for an event, a place…"))
        self._clear.setText(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search (Esc)"))


def _events_are_copied() -> bool:
    from ui.models.import_ways import pasted

    return bool(pasted(QGuiApplication.clipboard().mimeData()))
