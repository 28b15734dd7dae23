"""What can be done with one comment, as a menu made for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from core.comment import Comment, CommentState


class CommentMenu(QMenu):
    """Tells what was chosen. read_only: what changes nothing is offered alone."""

    reply_asked = Signal()
    copy_asked = Signal()
    edit_asked = Signal()
    delete_asked = Signal()
    state_asked = Signal(object)  # CommentState

    def __init__(
        self, comment: Comment, icon: Callable[[str], QIcon], read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comment-menu")
        self.setAccessibleName(self.tr("Comment"))
        self._icon = icon
        if not read_only:
            self._add("reply", self.tr("Reply"), self.reply_asked.emit)
        self._add("copy", self.tr("Copy the text"), self.copy_asked.emit)
        url = QUrl(comment.author.website)
        if url.scheme() in ("http", "https"):
            self._add("globe", self.tr("Open {0}").format(url.host()), lambda: QDesktopServices.openUrl(url))
        if not read_only:
            self.addSeparator()
            self._add_states(comment.state)
            self.addSeparator()
            self._add("pencil", self.tr("Edit"), self.edit_asked.emit)
            self._add("trash-2", self.tr("Delete"), self.delete_asked.emit)

    def _add_states(self, state: CommentState) -> None:
        approved, spam = CommentState.APPROVED, CommentState.SPAM
        if state is not approved:
            self._add("check", self.tr("Approve"), lambda: self.state_asked.emit(approved))
        if state is not spam:
            self._add("circle-alert", self.tr("Mark as spam"), lambda: self.state_asked.emit(spam))

    def _add(self, icon: str, words: str, run: Callable[[], object]) -> None:
        action = self.addAction(self._icon(icon), words.replace("&", "&&"))
        action.setObjectName(f"comment-{icon}")
        action.triggered.connect(lambda _checked=False: run())
