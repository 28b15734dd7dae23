"""Comments as a change writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, update

from core.change import Swap
from core.comment import Comment
from core.db.authors import author_id
from core.db.journal import COMMENTS, last_revisions
from core.db.numbers import numbers
from core.db.reading import microseconds, revisions
from core.db.schema import CommentRow
from core.db.selecting import chunks
from core.errors import StaleChange


def delete_comments(connection: Connection, swaps: Sequence[Swap[Comment]]) -> None:
    """Take out those that a change takes out. Raises StaleChange when any is not as the change has it."""
    there = revisions(connection, CommentRow, [swap.id for swap in swaps if swap.id])
    if any(swap.is_stale(there.get(swap.id)) for swap in swaps):
        raise StaleChange("")
    for chunk in chunks(swap.id for swap in swaps if swap.after is None):
        connection.execute(delete(CommentRow).where(CommentRow.id.in_(chunk)))


def write_comments(connection: Connection, swaps: Sequence[Swap[Comment]]) -> tuple[Swap[Comment], ...]:
    """Make and change those that a change makes and changes; gives all as they are then."""
    count = sum(1 for swap in swaps if not swap.id)
    ids = iter(numbers(connection, CommentRow, count) if count else ())
    back = last_revisions(
        connection, COMMENTS, [swap.id for swap in swaps if swap.id and swap.before is None]
    )
    stored = []
    for swap in swaps:
        if swap.after is None:
            stored.append(swap)
            continue
        before = back.get(swap.id, 0) if swap.before is None else swap.before.revision
        after = replace(swap.after, id=swap.after.id or next(ids), revision=before + 1)
        _write(connection, after, new=swap.before is None)
        stored.append(Swap(swap.before, after))
    return tuple(stored)


def _write(connection: Connection, comment: Comment, *, new: bool) -> None:
    values = {
        "object_id": comment.object_id,
        "author_id": author_id(connection, comment.author),
        "text": comment.text,
        "created": microseconds(comment.created),
        "state": comment.state.value,
        "reply_to": comment.reply_to,
        "revision": comment.revision,
    }
    if new:
        connection.execute(insert(CommentRow).values(id=comment.id, **values))
    else:
        connection.execute(update(CommentRow).where(CommentRow.id == comment.id).values(**values))
