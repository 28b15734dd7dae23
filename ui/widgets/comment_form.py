"""The form under the thread: one line until it is wanted, then the fields of a new comment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.comment import Author
from ui.widgets.click_label import ClickLabel
from ui.widgets.comment_fields import CommentFields
from ui.widgets.field import CONTROL
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.plain_label import PlainLabel

# As much of a text that waits as fits into the folded line, in characters.
GLIMPSE = 20


@dataclass(frozen=True, slots=True)
class Draft:
    """What is written and not sent. answers: the comment that it replies to, and whose that is."""

    text: str = ""
    answers: tuple[int, str] | None = None
    open: bool = False


class CommentForm(QWidget):
    """Tells sent(author, text, reply_to, keep) when all of it will do; what is typed stays."""

    sent = Signal(object, str, int, bool)

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comment-form")
        self._icon = icon
        self._answers: tuple[int, str] | None = None
        self._known = Author("")
        self.fields = CommentFields("comment", self)
        self.keep = QCheckBox(self)
        self.keep.setObjectName("comment-keep")
        self._keep_words = ClickLabel(self)
        self._keep_words.clicked.connect(self.keep.click)
        self.submit = QPushButton(icon("send:on_accent"), "", self)
        self.submit.setObjectName("comment-submit")
        self.submit.setProperty("primary", True)
        self.submit.setAutoDefault(False)
        self.unfold = QToolButton(self)
        self.unfold.setObjectName("comment-unfold")
        self.unfold.setIcon(icon("message-square-text:muted"))
        self.unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unfold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.unfold.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.unfold.setMinimumHeight(CONTROL)
        self.unfold.setProperty("boxed", True)
        self.unfold.setStyleSheet("QToolButton { padding-left: 9px; }")
        self._lay_out()
        self._connect()
        self._set_open(False)
        self._retranslate()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._made_head(inner))
        self._notice = PlainLabel(inner, role="meta")
        self._notice.setWordWrap(True)
        column.addWidget(self._notice)
        column.addLayout(self._made_identity(inner))
        column.addWidget(self.fields)
        column.addWidget(self._made_keep(inner))
        self._body = FittingScroll(inner, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.unfold)
        outer.addWidget(self._body)
        # Not a part of what scrolls: in a low window it would be out of sight.
        outer.addWidget(self.submit)
        self.setTabOrder(self.keep, self.submit)

    def _made_head(self, inner: QWidget) -> QHBoxLayout:
        self._title = PlainLabel(inner, role="heading")
        self._title.setWordWrap(True)
        self._no_reply = self._made_button("x", "comment-no-reply")
        self._fold = self._made_button("chevron-down", "comment-fold")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._title, 1)
        row.addWidget(self._no_reply)
        row.addWidget(self._fold)
        return row

    def _made_identity(self, inner: QWidget) -> QHBoxLayout:
        """Stands for name, e-mail and web site where they are known already."""
        self._identity = PlainLabel(inner)
        self._identity.setWordWrap(True)
        self._other = QPushButton(inner)
        self._other.setObjectName("comment-other-author")
        self._other.setProperty("quiet", True)
        row = QHBoxLayout()
        row.addWidget(self._identity, 1)
        row.addWidget(self._other)
        return row

    def _made_keep(self, inner: QWidget) -> QWidget:
        self._keep_row = QWidget(inner)
        row = QHBoxLayout(self._keep_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.keep.setFixedWidth(24)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._keep_words, 1)
        return self._keep_row

    def _made_button(self, name: str, object_name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(object_name)
        button.setIcon(self._icon(name))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _connect(self) -> None:
        self.unfold.clicked.connect(self.start)
        self._fold.clicked.connect(self.fold)
        self._no_reply.clicked.connect(lambda: self.reply_to(None))
        self._other.clicked.connect(self._on_other)
        self.submit.clicked.connect(self._send)
        self.fields.send_asked.connect(self._send)
        self.fields.fold_asked.connect(self.fold)
        self.fields.changed.connect(self._show_glimpse)

    # Opening and folding

    @property
    def is_open(self) -> bool:
        return self._open

    def start(self) -> None:
        """Unfold, and put the cursor where something lacks."""
        self._set_open(True)
        self.fields.start()

    def fold(self) -> None:
        """One line again; what is typed stays."""
        focus: QWidget | None = self.focusWidget()
        self._set_open(False)
        if focus is not None:
            self.unfold.setFocus(Qt.FocusReason.OtherFocusReason)

    def reply_to(self, answers: tuple[int, str] | None) -> None:
        """Answer this comment; None: none."""
        self._answers = answers
        self._no_reply.setVisible(answers is not None)
        self._show_title()

    def forget_reply(self, there: Callable[[int], object]) -> None:
        """Answer nothing that is no longer there."""
        if self._answers is not None and there(self._answers[0]) is None:
            self.reply_to(None)

    def _set_open(self, open_: bool) -> None:
        self._open = open_
        self.unfold.setVisible(not open_)
        self._body.setVisible(open_)
        self.submit.setVisible(open_)
        self.reply_to(self._answers)
        self._show_person(not self._is_known())
        self.updateGeometry()

    def _is_known(self) -> bool:
        return bool(self._known.name and self._known.email) and self.fields.author == self._known

    def _show_person(self, shown: bool) -> None:
        self.fields.person.setVisible(shown)
        self._keep_row.setVisible(shown)
        self._notice.setVisible(shown)
        self._identity.setVisible(not shown)
        self._other.setVisible(not shown)

    def _on_other(self) -> None:
        self._show_person(True)
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields.name.selectAll()

    # What is in it

    def set_known(self, author: Author, keep: bool) -> None:
        """Who wrote last and wanted to be kept; an empty one where nobody did."""
        self._known = author
        self.fields.set_author(author)
        self.keep.setChecked(keep)
        self._set_open(self._open)
        self._retranslate()

    def draft(self) -> Draft:
        return Draft(self.fields.words.toPlainText(), self._answers, self._open)

    def set_draft(self, draft: Draft) -> None:
        """Show what was written, folded or not as it was; who writes stays."""
        self.fields.set_text(draft.text)
        self.fields.forgive()
        self._answers = draft.answers
        self._set_open(draft.open)
        self._show_glimpse()

    def set_sending(self, sending: bool) -> None:
        """While a comment is being stored a second press sends no second one."""
        self.submit.setEnabled(not sending)

    def _send(self) -> None:
        if not self.submit.isEnabled():
            return
        self._set_open(True)
        if not self.fields.check():
            self._show_person(self.fields.person.isVisibleTo(self.fields))
            return
        reply = self._answers[0] if self._answers else 0
        self.sent.emit(self.fields.author, self.fields.text, reply, self.keep.isChecked())

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._notice.setText(
            self.tr("Your e-mail address will not be published. Required fields are marked with *")
        )
        self._keep_words.setText(self.tr("Keep my name, e-mail and web site for next time"))
        self.keep.setAccessibleName(self._keep_words.text())
        self.submit.setAccessibleName(self.tr("Post the comment"))
        # Qt sets the words of a button close to its icon.
        self.submit.setText(f" {self.submit.accessibleName()}")
        self.submit.setToolTip(self.tr("Post the comment (Ctrl+Enter)"))
        self._fold.setAccessibleName(self.tr("Fold the form"))
        self._fold.setToolTip(self.tr("Fold the form (Esc): what is written stays"))
        self._no_reply.setAccessibleName(self.tr("Not as a reply"))
        self._no_reply.setToolTip(self.tr("Not as a reply"))
        self._identity.setText(self.tr("You write as {0}.").format(self._known.name))
        self._other.setText(self.tr("Change"))
        self._other.setAccessibleName(self.tr("Write under another name"))
        self._show_title()
        self._show_glimpse()

    def _show_title(self) -> None:
        if self._answers is None:
            self._title.setText(self.tr("Leave a comment"))
        else:
            self._title.setText(self.tr("Reply to {0}").format(self._answers[1]))

    def _show_glimpse(self) -> None:
        text = " ".join(self.fields.text.split())
        if text:
            glimpse = text if len(text) <= GLIMPSE else text[:GLIMPSE].rstrip() + "…"
            words = self.tr("Go on: “{0}”").format(glimpse)
        else:
            words = self.tr("Leave a comment")
        self.unfold.setAccessibleName(words)
        self.unfold.setText(f" {words}".replace("&", "&&"))
