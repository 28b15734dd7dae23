"""What is stored, read back: objects, calendars, comments, and the rows of the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from core.calendar import Calendar
from core.comment import Author, Comment, CommentState
from core.db.schema import (
    AuthorRow,
    CalendarRow,
    CommentRow,
    ComponentRow,
    ObjectRow,
    ObjectTextRow,
    ObjectVtimezoneRow,
    SettingRow,
    VtimezoneRow,
    table_of,
)
from core.db.selecting import FEW, chunks
from core.event import Stage, Status
from core.listing import COLUMNS, COUNTED, listed_event
from core.object import CalendarObject, ComponentRef
from core.query import ListedEvent, State

# Objects read at once when many are asked for: 500 of 2 kB are a megabyte.
AT_ONCE = 500

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def settings(connection: Connection) -> dict[str, str]:
    return dict(connection.execute(select(SettingRow.key, SettingRow.value)).all())


def at(microseconds: int) -> datetime:
    """A stored point in time, exact to the microsecond, which a float would not be."""
    return _EPOCH + timedelta(microseconds=microseconds)


def microseconds(instant: datetime) -> int:
    """The same as it is stored."""
    return (instant - _EPOCH) // timedelta(microseconds=1)


# Objects


def objects_where(connection: Connection, *conditions: ColumnElement[bool]) -> list[CalendarObject]:
    columns = (ObjectRow.id, ObjectRow.calendar_id, ObjectRow.uid, ObjectTextRow.text, ObjectRow.revision)
    joined = select(*columns).join(ObjectTextRow, ObjectTextRow.object_id == ObjectRow.id)
    rows = connection.execute(joined.where(*conditions).order_by(ObjectRow.id))
    return [CalendarObject(*row) for row in rows]


def objects(connection: Connection, ids: Sequence[int]) -> Iterator[CalendarObject]:
    """In the order asked for; those that are gone are left out."""
    found = {its.id: its for its in objects_where(connection, ObjectRow.id.in_(ids))}
    return (found[object_id] for object_id in ids if object_id in found)


def revisions(
    connection: Connection, rows: type[ObjectRow] | type[CommentRow], ids: Iterable[int]
) -> dict[int, int]:
    """{id: its revision}, of those that are there."""
    found: dict[int, int] = {}
    for chunk in chunks(ids):
        statement = select(rows.id, rows.revision).where(rows.id.in_(chunk))
        found.update((id_, revision) for id_, revision in connection.execute(statement))
    return found


def vtimezones(connection: Connection, object_ids: Iterable[int]) -> dict[int, dict[str, bytes]]:
    """{object: {TZID: VTIMEZONE}}, of those that use zones of their own."""
    found: dict[int, dict[str, bytes]] = {}
    columns = (ObjectVtimezoneRow.object_id, VtimezoneRow.tzid, VtimezoneRow.text)
    joined = select(*columns).join(VtimezoneRow, VtimezoneRow.hash == ObjectVtimezoneRow.hash)
    wanted = set(object_ids)
    if len(wanted) > FEW:
        # Most use none, and naming each of them takes longer than asking which do.
        wanted &= set(connection.scalars(select(ObjectVtimezoneRow.object_id).distinct()))
    for chunk in chunks(wanted):
        for object_id, tzid, text in connection.execute(
            joined.where(ObjectVtimezoneRow.object_id.in_(chunk))
        ):
            found.setdefault(object_id, {})[tzid] = text
    return found


# Calendars and comments


def calendars(connection: Connection) -> list[Calendar]:
    columns = (CalendarRow.id, CalendarRow.name, CalendarRow.colour, CalendarRow.hidden, CalendarRow.revision)
    return [Calendar(*row) for row in connection.execute(select(*columns).order_by(CalendarRow.id))]


def comments_where(connection: Connection, *conditions: ColumnElement[bool]) -> list[Comment]:
    """Oldest first."""
    comment = CommentRow.id, CommentRow.object_id, CommentRow.text, CommentRow.created
    state = CommentRow.state, CommentRow.reply_to, CommentRow.revision
    statement = select(*comment, *state, AuthorRow.name, AuthorRow.email, AuthorRow.website)
    joined = statement.join(AuthorRow, AuthorRow.id == CommentRow.author_id).where(*conditions)
    rows = connection.execute(joined.order_by(CommentRow.created, CommentRow.id))
    return [
        Comment(
            id_, object_id, Author(*author), text, at(created), CommentState(its_state), reply_to, revision
        )
        for id_, object_id, text, created, its_state, reply_to, revision, *author in rows
    ]


def comment_count(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(CommentRow)) or 0


def _comment_counts(connection: Connection, object_ids: Sequence[int]) -> dict[int, int]:
    statement = (
        select(CommentRow.object_id, func.count())
        .where(CommentRow.object_id.in_(object_ids), CommentRow.state.in_(COUNTED))
        .group_by(CommentRow.object_id)
    )
    return dict(connection.execute(statement).all())


# Rows of the list


def listed_rows(connection: Connection, keys: Iterable[int]) -> dict[int, ListedEvent]:
    """{key: its row}, of those that are there. A series comes with its own start."""
    columns = [table_of(ComponentRow).c[name] for name in COLUMNS]
    joined = select(*columns, ObjectRow.uid).join(ObjectRow, ObjectRow.id == ComponentRow.object_id)
    found: dict[int, ListedEvent] = {}
    for chunk in chunks(keys, AT_ONCE):
        rows = connection.execute(joined.where(ComponentRow.id.in_(chunk))).all()
        counts = _comment_counts(connection, [row.object_id for row in rows])
        for row in rows:
            *values, uid = row
            found[row.id] = listed_event(values, uid, counts.get(row.object_id, 0))
    return found


def refs(connection: Connection, keys: Iterable[int]) -> list[ComponentRef]:
    """The components behind rows of the index, in the same order; those that are gone are left out."""
    wanted = list(keys)
    columns = ComponentRow.id, ComponentRow.object_id, ComponentRow.recurrence_id, ComponentRow.ordinal
    statement = select(*columns)
    # An index holds all of them, so that reading everything is quicker than asking for very many.
    parts = [statement.where(ComponentRow.id.in_(chunk)) for chunk in chunks(wanted)]
    if len(parts) > 1:
        parts = [statement]
    rows = (row for part in parts for row in connection.execute(part))
    found = {key: (its, at, ordinal) for key, its, at, ordinal in rows}
    return [ComponentRef(*found[key]) for key in wanted if key in found]


def states(connection: Connection, keys: Iterable[int]) -> set[State]:
    """Every state that one of these rows of the index has."""
    statement = select(ComponentRow.status, ComponentRow.stage, ComponentRow.calendar_id).distinct()
    return {
        (Status(status) if status else None, Stage(stage) if stage else None, calendar_id)
        for chunk in chunks(keys)
        for status, stage, calendar_id in connection.execute(statement.where(ComponentRow.id.in_(chunk)))
    }
