"""The row “Where”: the lines of a place, with those used before offered while its name is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QWidget

from core.event import Place

LINES = 4
SUGGESTIONS = 8

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class PlaceEditor(QPlainTextEdit):
    """One line a row, the name first. suggest(prefix) gives places used before, most used first."""

    edited = Signal(object)  # tuple of lines, by the person only
    chosen = Signal(object)  # Place, coordinates included: one used before was picked
    left = Signal()

    def __init__(self, suggest: Callable[[str], Sequence[Place]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._offered: dict[str, Place] = {}
        self.setObjectName("location")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        # What is offered has been filtered by the agenda, which forgives accents and case.
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._on_chosen)
        self._silent = False
        self.textChanged.connect(self._on_text_changed)
        self._retranslate()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        room = 2 * int(self.document().documentMargin()) + margins.top() + margins.bottom() + 8
        return QSize(240, LINES * self.fontMetrics().lineSpacing() + room)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def show_place(self, place: Place) -> None:
        """Show it, unless it is what is being typed already."""
        if Place.of_text(self.toPlainText()).lines == place.lines:
            return
        self._silent = True
        self.setPlainText(place.text)
        self._silent = False

    def _on_text_changed(self) -> None:
        if self._silent or self.isReadOnly():
            return
        self.edited.emit(Place.of_text(self.toPlainText()).lines)
        self._offer()

    def _offer(self) -> None:
        text = self.toPlainText()
        if "\n" in text or len(text) < 2 or not self.hasFocus():
            self._completer.popup().hide()
            return
        self._offered = {place.location: place for place in self._suggest(text)[:SUGGESTIONS]}
        self._names.setStringList([name for name in self._offered if name != text])
        if self._names.rowCount():
            self._completer.complete(QRect(0, 0, self.width(), self.fontMetrics().lineSpacing() + 12))
        else:
            self._completer.popup().hide()

    def _on_chosen(self, name: str) -> None:
        place = self._offered.get(name)
        if place is not None:
            self.show_place(place)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        if popup.isVisible():
            if event.key() in _ENTER and popup.currentIndex().isValid():
                event.ignore()
                return
            if event.key() in _ENTER:
                popup.hide()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Place: name, then address lines"))
        self.setPlaceholderText(self.tr("Name\nStreet and number\nPostcode and town"))
