"""An event's comments as rows: a thread with the oldest first, each reply under what it answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from core.comment import Comment, CommentState

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One comment in its thread. depth: 0, or one more than what it answers has. answers: whose that is."""

    comment: Comment
    depth: int = 0
    answers: str = ""


class CommentRole(IntEnum):
    """What a row gives beside its words."""

    ROW = Qt.ItemDataRole.UserRole


def threaded(comments: Sequence[Comment]) -> list[Row]:
    """The oldest first; replies follow what they answer. One whose question is gone stands by itself."""
    there = {its.id for its in comments}
    answers: dict[int, list[Comment]] = defaultdict(list)
    for its in sorted(comments, key=lambda its: (its.created, its.id)):
        answers[its.reply_to if its.reply_to in there else 0].append(its)
    rows: list[Row] = []
    waiting = [Row(its) for its in reversed(answers.pop(0, []))]
    while waiting:
        row = waiting.pop()
        rows.append(row)
        replies = reversed(answers.pop(row.comment.id, []))
        waiting += [Row(its, row.depth + 1, row.comment.author.name) for its in replies]
    # A circle of replies has no beginning: what is left of one is shown all the same.
    rows += [Row(its) for left in answers.values() for its in left]
    return rows


def state_words(state: CommentState) -> str:
    """A state as its pill says it."""
    return {
        CommentState.PENDING: QCoreApplication.translate("CommentWords", "Awaiting approval"),
        CommentState.APPROVED: QCoreApplication.translate("CommentWords", "Approved"),
        CommentState.SPAM: QCoreApplication.translate("CommentWords", "Spam"),
        CommentState.TRASH: QCoreApplication.translate("CommentWords", "In the bin"),
    }[state]


def counted(comments: Sequence[Comment]) -> int:
    """How many the heading speaks of, as the list of events does: what moderation threw out is none."""
    return sum(its.state in (CommentState.APPROVED, CommentState.PENDING) for its in comments)


class CommentRows(QAbstractListModel):
    """One column. A row's text is what is said of it to who does not see it; the address is never in it."""

    def __init__(self, say_date: Callable[[datetime], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say_date = say_date
        self._rows: list[Row] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == CommentRole.ROW:
            return self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self._rows[index.row()])
        return None

    def at(self, row: int) -> Row:
        """Raises IndexError."""
        return self._rows[row]

    def row_of(self, comment_id: int) -> int:
        """Where a comment stands, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.comment.id == comment_id), -1)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these; a row that is there already stays the row it was, whatever became of its comment."""
        old, new = self._rows, list(rows)
        same = 0
        while same < min(len(old), len(new)) and _same(old[same], new[same]):
            same += 1
        tail = 0
        while tail < min(len(old), len(new)) - same and _same(old[-1 - tail], new[-1 - tail]):
            tail += 1
        changed = [at for at in range(same) if old[at] != new[at]]
        changed += [len(new) - 1 - at for at in range(tail) if old[-1 - at] != new[-1 - at]]
        self._replace(same, len(old) - tail, new[same : len(new) - tail])
        self._rows = new
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))

    def _replace(self, first: int, end: int, new: list[Row]) -> None:
        nowhere = QModelIndex()
        if end > first:
            self.beginRemoveRows(nowhere, first, end - 1)
            del self._rows[first:end]
            self.endRemoveRows()
        if new:
            self.beginInsertRows(nowhere, first, first + len(new) - 1)
            self._rows[first:first] = new
            self.endInsertRows()

    def _spoken(self, row: Row) -> str:
        comment = row.comment
        reply = QCoreApplication.translate("CommentWords", "reply to {0}").format(row.answers)
        state = state_words(comment.state) if comment.state is not CommentState.APPROVED else ""
        head = (comment.author.name, self._say_date(comment.created), reply if row.answers else "", state)
        return f"{', '.join(filter(None, head))}\n{comment.text}"


def _same(old: Row, new: Row) -> bool:
    return old.comment.id == new.comment.id and old.depth == new.depth
