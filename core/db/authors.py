"""The people who wrote comments: one row each, gone with the last comment and history that speaks of them."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from core.comment import Author
from core.db.numbers import numbers
from core.db.schema import AuthorRow, CommentRow, JournalCommentRow


def author_id(connection: Connection, author: Author) -> int:
    """The row of this person, made when it is the first time."""
    same = select(AuthorRow.id).where(
        AuthorRow.email == author.email, AuthorRow.name == author.name, AuthorRow.website == author.website
    )
    found = connection.scalar(same)
    if found is not None:
        return found
    (made,) = numbers(connection, AuthorRow, 1)
    connection.execute(
        insert(AuthorRow).values(id=made, name=author.name, email=author.email, website=author.website)
    )
    return made


def drop_unused_authors(connection: Connection) -> None:
    """Forget people of whom neither a comment nor the history speaks."""
    spoken_of = (CommentRow.author_id, JournalCommentRow.author_id)
    unused = [~select(column).where(column == AuthorRow.id).exists() for column in spoken_of]
    connection.execute(delete(AuthorRow).where(*unused))
