"""The page of the rich text editor: typing and pasting in the subset, and how quotes and links look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from core.richtext import clean, from_plain
from ui.widgets.caret import caret_in
from ui.widgets.rich_format import RichFormat
from ui.widgets.rich_html import (
    QUOTE_INDENT,
    block_format,
    char_format,
    fill,
    insert,
    quotes_of,
    read,
    read_selection,
    tag_of,
)

# A line of French of the length that is read with ease: 72 characters.
MEASURE = "Les ministres de la Défense des pays de l’Alliance se sont réunis à Brux"
PADDING = 12  # pixels
MIN_HEIGHT = 144


class QuietDocument(QTextDocument):
    """Loads nothing, whatever it is asked to show; Qt's own reads files and pictures."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return None


class RichPage(QTextEdit):
    """As high as its text, so that the pane around it scrolls, and no wider than is read with ease."""

    focused = Signal(bool)  # or left
    link_followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        document = QuietDocument(self)
        document.setDocumentMargin(PADDING)
        document.setIndentWidth(20)
        # The window's undo takes every edit back; this one's would do so a second time.
        document.setUndoRedoEnabled(False)
        self.setDocument(document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.format = RichFormat(self)
        self.cursorPositionChanged.connect(self.format.end_link)
        document.documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return None

    def html(self) -> str:
        return read(self.document())

    def set_html(self, html: str) -> None:
        """Show the subset; the cursor stays where somebody types, and else goes to the beginning."""
        before, at = self.toPlainText(), self.textCursor().position()
        fill(self.document(), html, self._link_colour())
        cursor = self.textCursor()
        cursor.setPosition(caret_in(before, self.toPlainText(), at) if self.hasFocus() else 0)
        self.setTextCursor(cursor)

    def _link_colour(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Link)

    # How it stands

    def sizeHint(self) -> QSize:
        return QSize(self.column(), max(MIN_HEIGHT, round(self.document().size().height())))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def column(self) -> int:
        """The widest that a line gets, in pixels, margins included."""
        return self.fontMetrics().horizontalAdvance(MEASURE) + 2 * PADDING

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), self.column()))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        block = self.document().begin()
        while block.isValid():
            self._paint_quote(painter, block)
            block = block.next()
        painter.end()

    def _paint_quote(self, painter: QPainter, block: QTextBlock) -> None:
        """A bar at the left, for each depth."""
        depth = quotes_of(block)
        if not depth:
            return
        area = self.document().documentLayout().blockBoundingRect(block)
        goes_on = quotes_of(block.next()) >= depth
        bottom = area.bottom() + (block.blockFormat().bottomMargin() if goes_on else 0)
        for number in range(depth):
            left = PADDING + number * QUOTE_INDENT
            painter.drawRoundedRect(QRectF(left, area.top(), 3, bottom - area.top()), 1.5, 1.5)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.isReadOnly():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._on_enter(event):
                return
            if event.key() == Qt.Key.Key_Backspace and self._on_backspace():
                return
        super().keyPressEvent(event)

    def _on_enter(self, event: QKeyEvent) -> bool:
        """A heading goes on as a paragraph; an empty item or quote is left."""
        cursor = self.textCursor()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or cursor.hasSelection():
            return False
        if not cursor.block().text() and self._is_shaped(cursor.block()):
            self.format.make_plain()
            return True
        if tag_of(cursor.block()) == "h2" and cursor.atBlockEnd():
            cursor.insertBlock(block_format("p", quotes_of(cursor.block())), char_format("p"))
            self.setTextCursor(cursor)
            return True
        return False

    def _on_backspace(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockStart() or not self._is_shaped(cursor.block()):
            return False
        self.format.make_plain()
        return True

    @staticmethod
    def _is_shaped(block: QTextBlock) -> bool:
        return tag_of(block) != "p" or quotes_of(block) > 0

    # What comes in and goes out

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return (source.hasHtml() or source.hasText()) and not _holds_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only what the subset can say, whatever the other program put there."""
        if not self.canInsertFromMimeData(source):
            return
        html = clean(source.html()) if source.hasHtml() else ""
        cursor = self.textCursor()
        if html:
            insert(cursor, html, self._link_colour())
        else:
            self._insert_text(cursor, source.text())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _insert_text(self, cursor: QTextCursor, text: str) -> None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if "\n" not in text:
            cursor.insertText(text)
            return
        insert(cursor, from_plain(text), self._link_colour())

    def createMimeDataFromSelection(self) -> QMimeData:
        made = QMimeData()
        cursor = self.textCursor()
        made.setText(cursor.selection().toPlainText())
        made.setHtml(read_selection(cursor))
        return made

    # What Qt tells

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        href = self.anchorAt(event.position().toPoint())
        follows = self.isReadOnly() or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if href and follows and event.button() == Qt.MouseButton.LeftButton:
            self.link_followed.emit(href)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focused.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.format.colour_links()


def _holds_files(source: QMimeData) -> bool:
    return any(url.isLocalFile() for url in source.urls())
