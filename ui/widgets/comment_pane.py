"""The right pane: the comments on the event in the form, and the form for one more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QHideEvent, QIcon, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.comment import Author, Comment
from ui.models.comment_rows import counted
from ui.widgets.comment_form import CommentForm, Draft
from ui.widgets.comment_heights import RIGHT
from ui.widgets.comment_heights import SIDE as RING
from ui.widgets.comment_list import BAR, CommentList
from ui.widgets.comment_menu import CommentMenu
from ui.widgets.glyph import Glyph
from ui.widgets.plain_label import PlainLabel
from ui.widgets.rule import Rule

# Milliseconds after which “2 min ago” is no longer true.
SAY_ANEW = 60_000
SIDE = 18
NARROWEST = 260
HEADING = 16


class CommentPane(QWidget):
    """Shows comments and tells what the person wants done; it stores nothing.

    icon, colour: of the present theme. say_date: a comment's date, seen from now.
    """

    # Author, text, reply_to (0: none), whether to keep the author for next time
    submitted = Signal(object, str, int, bool)
    edited = Signal(object, object, str)  # Comment as it was, Author, text
    delete_asked = Signal(int)  # comment id
    state_asked = Signal(list, object)  # comment ids, CommentState

    def __init__(
        self,
        icon: Callable[[str], QIcon],
        colour: Callable[[str], QColor],
        say_date: Callable[[datetime], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comments")
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST)
        self._icon = icon
        self._comments: Sequence[Comment] = ()
        self._nothing = True
        self._read_only = False
        self._heading = PlainLabel(self)
        self._heading.setObjectName("comments-heading")
        self._heading.setFont(heading_font(self.font()))
        self._empty = Emptiness(self)
        self.list = CommentList(icon, colour, say_date, self)
        self.form = CommentForm(icon, self)
        self._rule = Rule(colour, self)
        self._clock = QTimer(self, interval=SAY_ANEW)
        self._lay_out()
        self._connect()
        self._show_parts()
        self._retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 16)
        column.setSpacing(8)
        # The list is wider than the rest: by the ring around a comment, and by its scroll bar.
        for widgets, left, right, stretch in (
            ((self._heading,), SIDE, SIDE, 0),
            ((self._empty, self.list), SIDE - RING, SIDE - RIGHT - BAR, 1),
            ((self._rule,), 0, 0, 0),
            ((self.form,), SIDE, SIDE, 0),
        ):
            row = QHBoxLayout()
            row.setContentsMargins(left, 0, right, 0)
            for widget in widgets:
                row.addWidget(widget)
            column.addLayout(row, stretch)

    def _connect(self) -> None:
        self._clock.timeout.connect(self.list.say_dates_anew)
        self.list.menu_asked.connect(self._open_menu)
        self.list.delete_asked.connect(self.delete_asked)
        self.list.edited.connect(self.edited)
        self.form.sent.connect(self._on_sent)

    # What is shown

    def show_comments(self, comments: Sequence[Comment]) -> None:
        """Those of one event, in any order; what is typed in the form stays."""
        self._nothing = False
        self._comments = tuple(comments)
        # First, so that the list has its width when its comments are measured.
        self._show_parts()
        self.list.show_comments(self._comments)
        self.form.forget_reply(self.list.comment)
        self._retranslate()

    def show_nothing(self) -> None:
        """No event is chosen, or one that is not stored yet."""
        self._nothing = True
        self._comments = ()
        self.list.show_comments(())
        self._show_parts()
        self._retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """An agenda that cannot be written, or none: comments can be read."""
        self._read_only = read_only
        self.list.set_read_only(read_only)
        self._show_parts()

    def _show_parts(self) -> None:
        self.list.setVisible(bool(self._comments))
        self._empty.setVisible(not self._comments)
        for part in (self.form, self._rule):
            part.setVisible(not self._nothing and not self._read_only)

    # The form

    def focus_form(self) -> None:
        """Unfold it, and put the cursor where something lacks."""
        if self.form.isVisibleTo(self):
            self.form.start()

    def set_known_author(self, author: Author, keep: bool) -> None:
        """Who the next comment is from, where that was to be kept."""
        self.form.set_known(author, keep)

    def draft(self) -> Draft:
        """What is written and not sent."""
        return self.form.draft()

    def set_draft(self, draft: Draft) -> None:
        self.form.set_draft(draft)

    def _on_sent(self, author: Author, text: str, reply_to: int, keep: bool) -> None:
        self.form.set_sending(True)
        self.submitted.emit(author, text, reply_to, keep)

    def sent(self, comment_id: int) -> None:
        """The comment that was submitted is in the agenda, and in the list."""
        self.form.set_sending(False)
        self.form.set_draft(Draft())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.point_at(comment_id)

    def sent_elsewhere(self) -> None:
        """It is in the agenda, and another event is shown by now, whose comment may be under way."""
        self.form.set_sending(False)

    def edit_stored(self) -> None:
        """The comment that was edited is in the agenda."""
        self.list.edit_stored()

    def failed(self) -> None:
        """Something was not stored: what was typed stays, to be sent again."""
        self.form.set_sending(False)
        self.list.edit_failed()

    # One comment

    def _open_menu(self, comment: Comment, at: QPoint) -> None:
        menu = CommentMenu(comment, self._icon, self._read_only, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.reply_asked.connect(lambda: self._reply_to(comment))
        menu.copy_asked.connect(lambda: self.list.copy(comment))
        menu.edit_asked.connect(lambda: self.list.edit_comment(comment.id))
        menu.delete_asked.connect(lambda: self.delete_asked.emit(comment.id))
        menu.state_asked.connect(lambda state: self.state_asked.emit([comment.id], state))
        menu.popup(at)

    def _reply_to(self, comment: Comment) -> None:
        self.form.reply_to((comment.id, comment.author.name))
        self.focus_form()

    # What Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.say_dates_anew()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        count = counted(self._comments)
        words = self.tr("Comments")
        self._heading.setText(f"{words} ({count})" if self._comments else words)
        self._heading.setAccessibleName(self.tr("%n comment(s)", "", count) if self._comments else words)
        self.setAccessibleName(words)
        if self._nothing:
            self._empty.say(self.tr("Choose an event to read what is said about it."))
        else:
            self._empty.say(self.tr("Nobody has commented on this event yet."))


def heading_font(base: QFont) -> QFont:
    """What a pane is named in, between the summary's and the body's."""
    font = QFont(base)
    font.setPixelSize(HEADING)
    font.setWeight(QFont.Weight.DemiBold)
    return font


class Emptiness(QWidget):
    """Stands where comments would be, and says why there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel(self, role="muted")
        self._words.setObjectName("comments-empty")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(12)
        column.addStretch(1)
        glyph = Glyph("message-square", self, role="muted", size=28)
        column.addWidget(glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        column.addStretch(2)

    def say(self, text: str) -> None:
        self._words.setText(text)
