"""The journal: what every change replaced, so that it can be taken back, and looked up for a year."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from core.calendar import Calendar
from core.change import Change, Swap
from core.comment import Comment
from core.db.authors import author_id
from core.db.bulk import insert_rows
from core.db.numbers import numbers
from core.db.reading import microseconds
from core.db.schema import JournalCalendarRow, JournalCommentRow, JournalObjectRow, JournalRow, table_of
from core.db.selecting import chunks
from core.object import CalendarObject

Values = dict[str, Any]

# Deletions are kept for longer, as long as there is room.
KEPT = timedelta(days=366)
ROOM = 500_000_000

# Changes between two looks at what is too old, and how many of the latest are never let go.
TIDY_EVERY = 64
ALWAYS_KEPT = 64

# Bytes that a row takes beside its text, roughly.
_ROW = 100

# Fast, and within a few per cent of the slower levels on texts of a few kB.
_LEVEL = 3


# The journal's tables, each with the column that names a thing.
OBJECTS = table_of(JournalObjectRow), "object_id"
COMMENTS = table_of(JournalCommentRow), "comment_id"
CALENDARS = table_of(JournalCalendarRow), "calendar_id"
Kind = tuple[Table, str]


def record(connection: Connection, change: Change, now: datetime, amend: int | None = None) -> int:
    """Keep what a change, as stored, replaced; gives the row's number.

    amend: the row that this goes on with, unless somebody else came in between: then it gets its own.
    """
    rows: dict[Kind, list[Values]] = {
        OBJECTS: [_object(swap) for swap in change.objects],
        COMMENTS: [_comment(connection, swap) for swap in change.comments],
        CALENDARS: [_calendar(swap) for swap in change.calendars],
    }
    at = int(now.timestamp())
    if amend and _goes_on(connection, amend, rows):
        journal_id = amend
        rows = {kind: _merged(connection, kind, amend, its) for kind, its in rows.items()}
        grown = {"at": at, "size": JournalRow.size + _size(rows)}
        connection.execute(update(JournalRow).where(JournalRow.id == amend).values(grown))
    else:
        (journal_id,) = numbers(connection, JournalRow, 1)
        deletes = any(row["revision_after"] is None for its in rows.values() for row in its)
        row = {"at": at, "deed": change.deed.value, "size": _size(rows), "deletes": deletes}
        connection.execute(insert(JournalRow).values(id=journal_id, **row))
    for (table, _), its in rows.items():
        insert_rows(connection, table, [{"journal_id": journal_id, **row} for row in its])
    return journal_id


def _size(rows: Mapping[Kind, Sequence[Values]]) -> int:
    """Bytes that they take, roughly."""
    return sum(_ROW + len(row.get("text") or b"") for its in rows.values() for row in its)


def packed(text: bytes) -> bytes:
    return zlib.compress(text, _LEVEL)


def unpacked(text: bytes) -> bytes:
    return zlib.decompress(text)


def _object(swap: Swap[CalendarObject]) -> Values:
    before, after = swap.before, swap.after
    return {
        "object_id": swap.id,
        "revision": before and before.revision,
        "revision_after": after and after.revision,
        "calendar_id": before and before.calendar_id,
        "uid": swap.thing.uid,
        "text": before and packed(before.text),
    }


def _calendar(swap: Swap[Calendar]) -> Values:
    before, after = swap.before, swap.after
    return {
        "calendar_id": swap.id,
        "revision": before and before.revision,
        "revision_after": after and after.revision,
        "name": before and before.name,
        "colour": before and before.colour,
        "hidden": before and before.hidden,
    }


def _comment(connection: Connection, swap: Swap[Comment]) -> Values:
    before, after = swap.before, swap.after
    return {
        "comment_id": swap.id,
        "revision": before and before.revision,
        "revision_after": after and after.revision,
        "object_id": swap.thing.object_id,
        "author_id": before and author_id(connection, before.author),
        "text": before and packed(before.text.encode()),
        "created": before and microseconds(before.created),
        "state": before and before.state.value,
        "reply_to": before and before.reply_to,
    }


# Amending


def rows_of(connection: Connection, kind: Kind, journal_id: int) -> dict[int, Values]:
    """{thing: its row} of one change."""
    table, key = kind
    found = connection.execute(select(table).where(table.c.journal_id == journal_id))
    return {row._mapping[key]: dict(row._mapping) for row in found}


def _goes_on(connection: Connection, journal_id: int, rows: Mapping[Kind, Sequence[Values]]) -> bool:
    if connection.scalar(select(JournalRow.id).where(JournalRow.id == journal_id)) is None:
        return False
    for kind, its in rows.items():
        earlier = rows_of(connection, kind, journal_id) if its else {}
        for row in its:
            known = earlier.get(row[kind[1]])
            if row["revision_after"] is None or (known and known["revision_after"] != row["revision"]):
                return False
    return True


def _merged(connection: Connection, kind: Kind, journal_id: int, rows: Sequence[Values]) -> list[Values]:
    """Lets the earlier rows go up to the later state; gives those that have none yet."""
    table, key = kind
    earlier = rows_of(connection, kind, journal_id) if rows else {}
    for row in rows:
        if row[key] in earlier:
            same = table.c.journal_id == journal_id, table.c[key] == row[key]
            connection.execute(update(table).where(*same).values(revision_after=row["revision_after"]))
    return [row for row in rows if row[key] not in earlier]


def texts_before(connection: Connection, journal_id: int) -> dict[int, bytes | None]:
    """{object: its text before a change, None where that made it}, of those that the change touched."""
    rows = rows_of(connection, OBJECTS, journal_id)
    return {id_: row["text"] and unpacked(row["text"]) for id_, row in rows.items()}


def last_revisions(connection: Connection, kind: Kind, ids: Iterable[int]) -> dict[int, int]:
    """{thing: the highest revision that the history knows of it}."""
    table, key = kind
    found: dict[int, int] = {}
    for chunk in chunks(ids):
        highest = (
            func.max(func.coalesce(table.c.revision, 0)),
            func.max(func.coalesce(table.c.revision_after, 0)),
        )
        statement = select(table.c[key], *highest).where(table.c[key].in_(chunk)).group_by(table.c[key])
        found.update((id_, max(before, after)) for id_, before, after in connection.execute(statement))
    return found


# Size and age


def tidy(connection: Connection, now: datetime, room: int = ROOM) -> None:
    """Let go of what is older than KEPT, and of what is too much: the oldest first, deletions last."""
    latest = connection.scalar(select(func.max(JournalRow.id))) or 0
    old = JournalRow.at < int((now - KEPT).timestamp()), JournalRow.deletes.is_(False)
    free = JournalRow.id <= latest - ALWAYS_KEPT
    connection.execute(delete(JournalRow).where(*old, free))
    excess = (connection.scalar(select(func.sum(JournalRow.size))) or 0) - room
    gone = []
    oldest = select(JournalRow.id, JournalRow.size).where(free).order_by(JournalRow.deletes, JournalRow.id)
    for id_, size in connection.execute(oldest) if excess > 0 else ():
        if excess <= 0:
            break
        gone.append(id_)
        excess -= size
    for chunk in chunks(gone):
        connection.execute(delete(JournalRow).where(JournalRow.id.in_(chunk)))
