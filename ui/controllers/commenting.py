"""The comments on the event in the form: shown, stored, and what is written but not sent kept by event."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from core.change import Change
from core.comment import Author, Comment, CommentState
from core.object import ComponentRef
from ui.remembered import Remembered
from ui.widgets.comment_form import Draft
from ui.widgets.comment_pane import CommentPane
from ui.workspace import Workspace


class Commenting(QObject):
    """Joins the pane to the workspace. A comment belongs to the whole event, whichever date of it is shown.

    say_undoable is told, in words and by its journal row, of what was taken away and can be taken back.
    """

    def __init__(
        self,
        workspace: Workspace,
        pane: CommentPane,
        remembered: Remembered,
        say_undoable: Callable[[str, int], object] = lambda _words, _journal_id: None,
    ) -> None:
        super().__init__(pane)
        self._workspace = workspace
        self._pane = pane
        self._remembered = remembered
        self._say_undoable = say_undoable
        self._object_id = 0
        self._drafts: dict[int, Draft] = {}
        pane.submitted.connect(self._on_submitted)
        pane.edited.connect(self._on_edited)
        pane.delete_asked.connect(self._on_delete_asked)
        pane.state_asked.connect(self._on_state_asked)
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(self._on_changed)
        workspace.reloaded.connect(self.refresh)
        workspace.failed.connect(lambda _error: pane.failed())
        self._show_author()

    def show(self, ref: ComponentRef | None) -> None:
        """Of which event; None: of none, or of one that is not stored yet."""
        object_id = ref.object_id if ref else 0
        if object_id == self._object_id:
            self.refresh()
            return
        self._keep_draft()
        self._object_id = object_id
        self._pane.set_draft(self._drafts.get(object_id, Draft()))
        self.refresh()

    def refresh(self) -> None:
        """Show what is in the agenda now."""
        if self._object_id and self._workspace.is_open:
            self._pane.show_comments(self._workspace.store.comments(self._object_id))
        else:
            self._pane.show_nothing()

    def focus_form(self) -> None:
        """Begin to write a comment."""
        self._pane.focus_form()

    def _keep_draft(self) -> None:
        draft = self._pane.draft()
        if draft.text or draft.answers:
            self._drafts[self._object_id] = draft
        else:
            self._drafts.pop(self._object_id, None)

    def _show_author(self) -> None:
        kept = self._remembered.settings
        author = Author(kept.author_name, kept.author_email, kept.author_website)
        self._pane.set_known_author(author if kept.keep_author else Author(""), kept.keep_author)

    # What the person does

    def _on_submitted(self, author: Author, text: str, reply_to: int, keep: bool) -> None:
        object_id = self._object_id

        def stored(comment_id: int) -> None:
            self._drafts.pop(object_id, None)
            self._keep_author(author, keep)
            if object_id == self._object_id:
                self._show_author()
                self._pane.sent(comment_id)
            else:
                self._pane.sent_elsewhere()

        self._workspace.do(
            lambda agenda: agenda.add_comment(object_id, author, text, reply_to),
            lambda applied: stored(applied.change.comments[0].id),
        )

    def _keep_author(self, author: Author, keep: bool) -> None:
        kept = author if keep else Author("")
        self._remembered.change(
            keep_author=keep, author_name=kept.name, author_email=kept.email, author_website=kept.website
        )

    def _on_edited(self, before: Comment, author: Author, text: str) -> None:
        self._workspace.do(
            lambda agenda: agenda.edit_comment(before, author, text), lambda _: self._pane.edit_stored()
        )

    def _on_delete_asked(self, comment_id: int) -> None:
        words = QCoreApplication.translate("Commenting", "Comment deleted.")
        self._workspace.do(
            lambda agenda: agenda.delete_comment(comment_id),
            lambda applied: self._say_undoable(words, applied.journal_id),
        )

    def _on_state_asked(self, comment_ids: list[int], state: CommentState) -> None:
        self._workspace.do(lambda agenda: agenda.moderate(comment_ids, state))

    # What the agenda tells

    def _on_opened(self) -> None:
        self._object_id = 0
        self._drafts.clear()
        self._pane.set_draft(Draft())
        self._pane.set_read_only(self._workspace.store.read_only)
        self.refresh()

    def _on_changed(self, change: Change) -> None:
        if any(
            self._object_id in (swap.before and swap.before.object_id, swap.after and swap.after.object_id)
            for swap in change.comments
        ):
            self.refresh()
