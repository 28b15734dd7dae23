"""A change of the journal put together again, out of what it replaced and what became of it; and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from core.calendar import Calendar
from core.change import Change, Deed, Swap
from core.comment import Author, Comment, CommentState
from core.db import journal
from core.db.reading import at, calendars, comments_where, objects_where
from core.db.schema import AuthorRow, CommentRow, JournalCommentRow, JournalRow, ObjectRow
from core.db.selecting import chunks
from core.errors import NotFound, StaleChange
from core.object import CalendarObject
from core.stamps import content, moved_forward

T = TypeVar("T", CalendarObject, Comment, Calendar)

# Makes a thing from a row of the journal.
Made = Callable[[journal.Values], T]


def done(connection: Connection, journal_id: int) -> Change:
    """What a change replaced, and by what. Raises NotFound when it, or what came of it, is no longer kept."""
    deed = connection.scalar(select(JournalRow.deed).where(JournalRow.id == journal_id))
    if deed is None:
        raise NotFound("change", str(journal_id))
    authors = _authors(connection, journal_id)
    return Change(
        Deed(deed),
        _swaps(connection, journal.OBJECTS, journal_id, _objects(connection), _object),
        _swaps(
            connection,
            journal.COMMENTS,
            journal_id,
            _comments(connection),
            lambda row: _comment(row, authors),
        ),
        _swaps(connection, journal.CALENDARS, journal_id, _calendars(connection), _calendar),
    )


def inverse(connection: Connection, journal_id: int, now: datetime) -> Change:
    """The change that takes another back from what is stored now.

    Raises StaleChange where that is no longer what the other left, NotFound as done() does.
    """
    change = done(connection, journal_id)
    objects = _turned(change.objects, _objects(connection), _same_object)
    return Change(
        change.deed,
        tuple(_stamped(swap, now) for swap in objects),
        _turned(change.comments, _comments(connection), _same),
        _turned(change.calendars, _calendars(connection), _same),
    )


# What is stored now, by id

Stored = Callable[[list[int]], Iterable[T]]


def _objects(connection: Connection) -> Stored[CalendarObject]:
    return lambda ids: objects_where(connection, ObjectRow.id.in_(ids))


def _comments(connection: Connection) -> Stored[Comment]:
    return lambda ids: comments_where(connection, CommentRow.id.in_(ids))


def _calendars(connection: Connection) -> Stored[Calendar]:
    return lambda ids: [its for its in calendars(connection) if its.id in ids]


def _now(stored: Stored[T], ids: Iterable[int]) -> dict[int, T]:
    return {its.id: its for chunk in chunks(ids) for its in stored(chunk)}


# Before and after


def _swaps(
    connection: Connection, kind: journal.Kind, journal_id: int, stored: Stored[T], made: Made[T]
) -> tuple[Swap[T], ...]:
    rows = journal.rows_of(connection, kind, journal_id)
    now = _now(stored, rows)
    passed = {
        id_: row["revision_after"]
        for id_, row in rows.items()
        if row["revision_after"] is not None
        and (id_ not in now or now[id_].revision != row["revision_after"])
    }
    later = _later(connection, kind, passed, made)
    swaps = []
    for id_, row in rows.items():
        before = None if row["revision"] is None else made(row)
        after = None if row["revision_after"] is None else later[id_] if id_ in passed else now[id_]
        swaps.append(Swap(before, after))
    return tuple(swaps)


def _later(connection: Connection, kind: journal.Kind, wanted: dict[int, int], made: Made[T]) -> dict[int, T]:
    """Things as they were at these revisions: what a later change replaced."""
    table, key = kind
    found: dict[int, T] = {}
    for chunk in chunks(wanted):
        for row in connection.execute(select(table).where(table.c[key].in_(chunk))):
            values = dict(row._mapping)
            if values["revision"] == wanted[values[key]]:
                found[values[key]] = made(values)
    for id_ in wanted.keys() - found.keys():
        raise NotFound("change", str(id_))
    return found


def _object(row: journal.Values) -> CalendarObject:
    text = journal.unpacked(row["text"])
    return CalendarObject(row["object_id"], row["calendar_id"], row["uid"], text, row["revision"])


def _comment(row: journal.Values, authors: dict[int, Author]) -> Comment:
    return Comment(
        row["comment_id"],
        row["object_id"],
        authors[row["author_id"]],
        journal.unpacked(row["text"]).decode(),
        at(row["created"]),
        CommentState(row["state"]),
        row["reply_to"],
        row["revision"],
    )


def _calendar(row: journal.Values) -> Calendar:
    return Calendar(row["calendar_id"], row["name"], row["colour"], row["hidden"], row["revision"])


def _authors(connection: Connection, journal_id: int) -> dict[int, Author]:
    """{their id: who ever wrote one of the comments that a change touched}."""
    touched = select(JournalCommentRow.comment_id).where(JournalCommentRow.journal_id == journal_id)
    named = select(JournalCommentRow.author_id).where(JournalCommentRow.comment_id.in_(touched))
    columns = AuthorRow.id, AuthorRow.name, AuthorRow.email, AuthorRow.website
    rows = connection.execute(select(*columns).where(AuthorRow.id.in_(named)))
    return {id_: Author(*rest) for id_, *rest in rows}


# Turning round


def _turned(
    swaps: tuple[Swap[T], ...], stored: Stored[T], same: Callable[[T, T], bool]
) -> tuple[Swap[T], ...]:
    now = _now(stored, [swap.id for swap in swaps])
    turned = []
    for swap in swaps:
        there, after = now.get(swap.id), swap.after
        if (there is None) != (after is None) or (there and after and not same(there, after)):
            raise StaleChange(getattr(there or after or swap.before, "uid", ""))
        turned.append(Swap(there, swap.before))
    return tuple(turned)


def _same(one: Any, other: Any) -> bool:
    return bool(replace(one, revision=0) == replace(other, revision=0))


def _same_object(one: CalendarObject, other: CalendarObject) -> bool:
    if one.revision == other.revision:
        return True
    return one.calendar_id == other.calendar_id and content(one.text) == content(other.text)


def _stamped(swap: Swap[CalendarObject], now: datetime) -> Swap[CalendarObject]:
    if swap.before is None or swap.after is None:
        return swap
    return Swap(swap.before, replace(swap.after, text=moved_forward(swap.after.text, swap.before.text, now)))
