"""A person taken out of an agenda for good: from its rows, its history, and the bytes of its file."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from core.db.schema import AuthorRow, CommentRow, JournalCommentRow
from core.db.selecting import chunks


def erase_author(connection: Connection, email: str) -> int:
    """Leave nothing of who wrote under this address; gives how many comments, deleted ones too, that were.

    What they wrote stays, and so does what events say of them. Nothing brings it back, undo neither.
    """
    wanted = email.strip().casefold()
    authors = connection.execute(select(AuthorRow.id, AuthorRow.email))
    ids = [id_ for id_, its in authors if wanted and its.strip().casefold() == wanted]
    written: set[int] = set()
    for chunk in chunks(ids):
        for comment, author in (
            (CommentRow.id, CommentRow.author_id),
            (JournalCommentRow.comment_id, JournalCommentRow.author_id),
        ):
            written |= set(connection.scalars(select(comment).where(author.in_(chunk))))
        nobody = {"name": "", "email": "", "website": ""}
        connection.execute(update(AuthorRow).where(AuthorRow.id.in_(chunk)).values(nobody))
    return len(written)
