"""The thread under an event: any number of comments, of which only those in sight are widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QWidget,
)

from core.comment import Comment
from ui.models.comment_rows import CommentRows, threaded
from ui.widgets.comment_card import CommentCard
from ui.widgets.comment_delegate import NARROWEST, CommentDelegate
from ui.widgets.comment_edit import CommentEdit, Written
from ui.widgets.comment_heights import Heights

# Cards are made this far out of sight, in pixels, so that none appears while one scrolls.
AHEAD = 300
BAR = 12  # the scroll bar's width, kept free where there is none

# The frames that the application's style sheet gives to text fields are not for text that is read.
_SHEET = """
QListView#comment-list { border: none; background: transparent; }
CommentText, CommentText:focus { border: none; background: transparent; padding: 0; }
CommentCard QToolButton { padding: 0; border-width: 1px; }
"""


class CommentList(QListView):
    """Up and Down go through it; the menu key, F2, Delete and Ctrl+C act on the comment with the ring."""

    menu_asked = Signal(object, object)  # Comment, QPoint (global)
    delete_asked = Signal(int)
    edited = Signal(object, object, str)  # Comment as it was, Author, text

    def __init__(
        self,
        icon: Callable[[str], QIcon],
        colour: Callable[[str], QColor],
        say_date: Callable[[datetime], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comment-list")
        self._icon = icon
        self._colour = colour
        self._say_date = say_date
        self._read_only = False
        self._heights = Heights()
        self._placing = False
        # Qt can place widgets on rows too, but lays out all rows anew for each of them.
        self._cards: dict[int, CommentCard] = {}
        self._edit: CommentEdit | None = None
        # What somebody wrote in place of a comment, and neither stored nor threw away.
        self._written: dict[int, Written] = {}
        self._rows = CommentRows(say_date, self)
        self._delegate = CommentDelegate(colour, self._width, self._height, self)
        self._set_up()
        self._retranslate()

    def _set_up(self) -> None:
        self.setStyleSheet(_SHEET)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        self._heights.fit(self._width(), self.font())
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place())

    # What is shown

    def show_comments(self, comments: Sequence[Comment]) -> None:
        rows = threaded(comments)
        there = {row.comment.id for row in rows}
        if self._edit is not None and self._edit.comment.id not in there:
            self._close_edit(forget=False)
        anchor = self._anchor()
        self._rows.show(rows)
        self._lay_out(anchor)

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        if read_only and self._edit is not None:
            self._close_edit(forget=False)

    def comment(self, comment_id: int) -> Comment | None:
        """One that is shown."""
        at = self._rows.row_of(comment_id)
        return self._rows.at(at).comment if at >= 0 else None

    def point_at(self, comment_id: int) -> None:
        """Bring it into sight, with the ring on it."""
        index = self._rows.index(self._rows.row_of(comment_id))
        if index.isValid():
            self.setCurrentIndex(index)
            for _ in range(2):  # The first time, what stands between may be higher than was thought.
                self.scrollTo(index)

    def say_dates_anew(self) -> None:
        for card in self._cards.values():
            card.retranslate()

    def copy(self, comment: Comment) -> None:
        """What is selected in it, else the whole text."""
        card = self._cards.get(comment.id)
        QGuiApplication.clipboard().setText((card and card.text.selected()) or comment.text)

    # Editing in place

    def edit_comment(self, comment_id: int) -> None:
        """Put the fields in the comment's place; another one that is open closes, and keeps what it says."""
        comment = self.comment(comment_id)
        if comment is None or self._read_only:
            return
        if self._edit is not None and not self._is_edited(comment_id):
            self._close_edit(forget=False)
        if self._edit is None:
            self._edit = CommentEdit(comment, self._written.get(comment_id), self._colour, self.viewport())
            self._edit.stored.connect(self.edited)
            self._edit.closed.connect(self._close_edit)
            self._edit.resized.connect(self._lay_out)
            self._edit.show()
            self._lay_out()
        self.point_at(comment_id)
        self._edit.fields.start()

    def edit_stored(self) -> None:
        """What was edited is in the agenda."""
        if self._edit is not None:
            self._close_edit(forget=True)

    def edit_failed(self) -> None:
        """It is not, and stays to be edited."""
        if self._edit is not None:
            self._edit.failed(self.comment(self._edit.comment.id) or self._edit.comment)

    def _close_edit(self, forget: bool) -> None:
        assert self._edit is not None
        edit, self._edit = self._edit, None
        focus = QApplication.focusWidget()
        had_focus = focus is not None and edit.isAncestorOf(focus)
        self._written.pop(edit.comment.id, None)
        if edit.written is not None and not forget:
            self._written[edit.comment.id] = edit.written
        edit.hide()
        edit.deleteLater()
        self._lay_out()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_edited(self, comment_id: int) -> bool:
        return self._edit is not None and self._edit.comment.id == comment_id

    # Heights and cards

    def _width(self) -> int:
        return max(NARROWEST, self.width() - BAR)

    def _height(self, at: int) -> int:
        row = self._rows.at(at)
        if self._edit is not None and self._is_edited(row.comment.id):
            return self._edit.height_for(self._width())
        return self._heights.of(row)

    def _anchor(self) -> tuple[int, int] | None:
        """What stands at the top of the list, and where; None at its very beginning, where one stays."""
        at = self._first(below=0)
        if at >= self._rows.rowCount() or not self.verticalScrollBar().value():
            return None
        return self._rows.at(at).comment.id, self._area(at).top()

    def _lay_out(self, anchor: tuple[int, int] | None = None) -> None:
        """Set the rows anew; what stands at the top, as anchor has it or now, stays there."""
        anchor = anchor or self._anchor()
        self.doItemsLayout()
        at = self._rows.row_of(anchor[0]) if anchor else -1
        if anchor and at >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._area(at).top() - anchor[1])
        self._place()

    def _place(self) -> None:
        """Have a card for each row in sight and near it, where the row is, and none for others."""
        if self._placing or not self.isVisible():
            return
        self._placing = True
        near = self._near()
        well_known = not self._heights.measure(self._rows.at(at) for at in near)
        if well_known:
            self._show_cards(near)
        self._placing = False
        if not well_known:
            self._lay_out()

    def _near(self) -> range:
        """The rows in sight, and a little more."""
        first = self._first(below=-AHEAD)
        end = first
        while end < self._rows.rowCount() and self._area(end).top() <= self.viewport().height() + AHEAD:
            end += 1
        return range(first, end)

    def _first(self, below: int) -> int:
        """The first row that reaches under this height, by halving."""
        low, high = 0, self._rows.rowCount()
        while low < high:
            middle = (low + high) // 2
            if self._area(middle).bottom() < below:
                low = middle + 1
            else:
                high = middle
        return low

    def _area(self, at: int) -> QRect:
        area = self.visualRect(self._rows.index(at))
        return QRect(area.x(), area.y(), self._width(), area.height())

    def _show_cards(self, near: range) -> None:
        wanted = {self._rows.at(at).comment.id: at for at in near}
        if self._edit is not None:
            wanted.pop(self._edit.comment.id, None)
            self._edit.setGeometry(self._area(self._rows.row_of(self._edit.comment.id)))
        free = [self._cards.pop(its) for its in list(self._cards) if its not in wanted]
        for comment_id, at in wanted.items():
            card = self._cards.get(comment_id) or (free.pop() if free else self._made_card())
            self._cards[comment_id] = card
            card.show_row(self._rows.at(at))
            card.setGeometry(self._area(at))
            card.show()
        for card in free:
            card.hide()
            card.deleteLater()

    def _made_card(self) -> CommentCard:
        card = CommentCard(self._icon, self._colour, self._say_date, self.viewport())
        card.menu_asked.connect(lambda comment_id, at: self._ask_menu(self._rows.row_of(comment_id), at))
        return card

    # What Qt asks and tells

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._heights.fit(self._width(), self.font())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        comment = self._rows.at(index.row()).comment if index.isValid() else None
        if comment is None:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy(comment)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_menu(index.row(), self._middle(index))
        elif event.key() == Qt.Key.Key_F2:
            self.edit_comment(comment.id)
        elif event.key() == Qt.Key.Key_Delete and not self._read_only:
            self.delete_asked.emit(comment.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu(self.currentIndex().row(), self._middle(self.currentIndex()))
        else:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            self._ask_menu(index.row(), event.globalPos())

    def _middle(self, index: QModelIndex) -> QPoint:
        area = self.visualRect(index).intersected(self.viewport().rect())
        return self.viewport().mapToGlobal(area.center())

    def _ask_menu(self, at: int, where: QPoint) -> None:
        if at >= 0:
            self.setCurrentIndex(self._rows.index(at))
            self.menu_asked.emit(self._rows.at(at).comment, where)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.fit(self._width(), self.font())
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Comments, the oldest first"))
