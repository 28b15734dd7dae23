"""The row “Where”: the lines of a place, with those used before offered while its name is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QPlainTextEdit, QSizePolicy, QWidget

from core.event import Place
from ui.widgets.ring import repolish

SHORTEST, TALLEST = 3, 6  # lines: those of the example at least
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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        self._popup().setProperty("popup", True)
        # What is offered has been filtered by the agenda, which forgives accents and case.
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._on_chosen)
        self._silent = False
        self.textChanged.connect(self._on_text_changed)
        self._retranslate()

    def _popup(self) -> QAbstractItemView:
        popup = self._completer.popup()
        assert popup is not None  # it has one from the first call on
        return popup

    def sizeHint(self) -> QSize:
        # A plain text's height is counted in lines.
        lines = max(SHORTEST, min(TALLEST, round(self.document().size().height())))
        self.ensurePolished()
        frame = self.contentsMargins()
        room = 2 * int(self.document().documentMargin()) + frame.top() + frame.bottom()
        return QSize(240, lines * self.fontMetrics().lineSpacing() + room + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def setReadOnly(self, read_only: bool) -> None:
        super().setReadOnly(read_only)
        repolish(self)
        self._retranslate()

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
            self._popup().hide()
            return
        self._offered = {place.location: place for place in self._suggest(text)[:SUGGESTIONS]}
        self._names.setStringList([name for name in self._offered if name != text])
        if self._names.rowCount():
            self._completer.complete(QRect(0, 0, self.width(), self.fontMetrics().lineSpacing() + 12))
        else:
            self._popup().hide()

    def _on_chosen(self, name: str) -> None:
        place = self._offered.get(name)
        if place is not None:
            self.show_place(place)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup()
        if popup.isVisible():
            if event.key() in _ENTER and popup.selectionModel().hasSelection():
                event.ignore()
                return
            if event.key() in _ENTER:
                popup.hide()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        # A list still open when its field is destroyed takes the process along.
        self._popup().hide()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Place: name, then address lines"))
        words = self.tr("Name\nStreet and number\nPostcode and town")
        self.setPlaceholderText("" if self.isReadOnly() else words)
