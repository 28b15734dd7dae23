"""One comment as it is read: who, when, its state where it is not plain, and a text that can be selected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QToolButton, QVBoxLayout, QWidget

from core.comment import Comment, CommentState
from ui.models.comment_rows import Row, state_words
from ui.models.exact_date import exact_date
from ui.widgets.avatar import Avatar
from ui.widgets.comment_heights import (
    BOTTOM,
    GAP,
    HEAD,
    RIGHT,
    SIDE,
    STATE,
    TOP,
    indent,
    shown,
    wrapping,
    written,
)
from ui.widgets.plain_label import PlainLabel

MORE = 28  # pixels

STATE_ROLES = {CommentState.PENDING: "warn", CommentState.SPAM: "danger", CommentState.TRASH: "muted"}


class CommentCard(QWidget):
    """Tells menu_asked when its button is pressed. The author's address is nowhere on it."""

    menu_asked = Signal(int, QPoint)  # comment id, where on the screen

    def __init__(
        self,
        icon: Callable[[str], QIcon],
        colour: Callable[[str], QColor],
        say_date: Callable[[datetime], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._say_date = say_date
        self._row: Row | None = None
        self._avatar = Avatar(colour, self)
        self._name = ElidedLabel(self)
        self._date = PlainLabel(self, role="meta")
        self._more = QToolButton(self)
        self._more.setIcon(icon("ellipsis:muted"))
        self._more.setFixedSize(MORE, HEAD)
        self._more.setIconSize(QSize(16, 16))
        # The list has the keyboard: its menu key opens the same menu.
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(self._ask_menu)
        self._state = StateMark(colour, self)
        self.text = CommentText(self)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._date)
        head.addWidget(self._more)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._state)
        column.addWidget(self.text, 1)
        self._across = QHBoxLayout(self)
        self._across.setSpacing(GAP)
        self._across.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        self._across.addLayout(column, 1)

    def show_row(self, row: Row) -> None:
        """Another comment, or the same as it is now."""
        if row == self._row:
            return
        self._row = row
        comment = row.comment
        self._across.setContentsMargins(SIDE + indent(row.depth), TOP, RIGHT, BOTTOM)
        self._avatar.set_name(comment.author.name)
        self._name.setText(comment.author.name)
        self._state.show_state(comment.state)
        self.text.show_comment(comment)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the date and the state anew: time has passed, or the language has changed."""
        if self._row is None:
            return
        comment = self._row.comment
        date = self._say_date(comment.created)
        self._date.setText(date)
        self._date.setToolTip(exact_date(comment.created))
        self._date.setAccessibleDescription(self._date.toolTip())
        self._state.show_state(comment.state)
        self._more.setToolTip(self.tr("Reply, edit, delete…"))
        self._more.setAccessibleName(
            self.tr("What to do with the comment by {0}, {1}").format(comment.author.name, date)
        )
        self.text.setAccessibleName(self.tr("Comment by {0}, {1}").format(comment.author.name, date))

    def _ask_menu(self) -> None:
        if self._row is not None:
            under = self._more.mapToGlobal(QPoint(0, self._more.height()))
            self.menu_asked.emit(self._row.comment.id, under)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class ElidedLabel(PlainLabel):
    """A name on one line, with an ellipsis where there is no room; whole in its tooltip then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="heading")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if text == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


class StateMark(QWidget):
    """A dot and a word where a comment is not plainly there for all to read."""

    def __init__(self, colour: Callable[[str], QColor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._role = "muted"
        self._words = PlainLabel(self, role="meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 0, 0)
        row.addWidget(self._words)
        self.setFixedHeight(STATE)

    def show_state(self, state: CommentState) -> None:
        self._role = STATE_ROLES.get(state, "")
        self._words.setText(state_words(state))
        self.setVisible(bool(self._role))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._role:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(self._role))
            painter.drawEllipse(QPoint(4, self.height() // 2), 4, 4)


class CommentText(QTextEdit):
    """Text to read and to select. What is copied is what was written, not the spaces it is shown with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = ""
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # As high as the card leaves it, which is as high as Heights found it to be.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().setDefaultTextOption(wrapping())
        self.document().setUndoRedoEnabled(False)

    def show_comment(self, comment: Comment) -> None:
        if written(comment) != self._written:
            self._written = written(comment)
            self.setPlainText(shown(comment))

    def selected(self) -> str:
        """The part of what was written that is selected, or ""."""
        cursor = self.textCursor()
        # Qt counts in UTF-16.
        units = self._written.encode("utf-16-le", "surrogatepass")
        part = units[2 * cursor.selectionStart() : 2 * cursor.selectionEnd()]
        return part.decode("utf-16-le", "replace")

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected())
        return data

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Nothing is fetched because somebody wrote a comment."""
