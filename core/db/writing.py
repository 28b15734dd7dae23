"""A change carried out: objects, comments and calendars written, with their numbers and revisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from core.calendar import Calendar
from core.change import MADE_HERE, Change, Swap
from core.db import commenting
from core.db.bulk import insert_rows
from core.db.indexing import Indexer
from core.db.journal import CALENDARS, OBJECTS, last_revisions
from core.db.numbers import numbers
from core.db.reading import calendars, revisions
from core.db.schema import Base, CalendarRow, ObjectRow, ObjectTextRow, table_of
from core.db.selecting import chunks
from core.db.zones import digest, object_zones, put_vtimezones
from core.errors import StaleChange
from core.object import CalendarObject


def carry_out(
    connection: Connection, change: Change, indexer: Indexer, bodies: Mapping[str, Mapping[str, bytes]]
) -> Change:
    """Write a change, in the caller's transaction, and give it with ids and revisions filled in.

    bodies: {UID: {TZID: VTIMEZONE}}. Raises StaleChange for what is no longer as the change has it before.
    """
    _refuse_stale_calendars(connection, change.calendars)
    made = [swap for swap in change.calendars if swap.after is not None]
    calendars_made = {id(swap): _write_calendar(connection, swap) for swap in made}
    commenting.delete_comments(connection, change.comments)
    housed = _housed(change.objects, calendars_made.values())
    objects = _write_objects(connection, housed, indexer, bodies)
    comments = commenting.write_comments(connection, change.comments)
    for swap in change.calendars:
        if swap.after is None:
            connection.execute(delete(CalendarRow).where(CalendarRow.id == swap.id))
    return replace(
        change,
        objects=objects,
        comments=comments,
        calendars=tuple(calendars_made.get(id(swap), swap) for swap in change.calendars),
    )


# Calendars


def _refuse_stale_calendars(connection: Connection, swaps: Sequence[Swap[Calendar]]) -> None:
    there = {its.id: its.revision for its in calendars(connection)} if swaps else {}
    if any(swap.is_stale(there.get(swap.id)) for swap in swaps):
        raise StaleChange("")


def _write_calendar(connection: Connection, swap: Swap[Calendar]) -> Swap[Calendar]:
    after = swap.after
    assert after is not None
    id_ = after.id or numbers(connection, CalendarRow, 1)[0]
    before = swap.before.revision if swap.before else last_revisions(connection, CALENDARS, [id_]).get(id_, 0)
    stored = replace(after, id=id_, revision=before + 1)
    values = {
        "name": stored.name,
        "colour": stored.colour,
        "hidden": stored.hidden,
        "revision": stored.revision,
    }
    if swap.before is None:
        connection.execute(insert(CalendarRow).values(id=id_, **values))
    else:
        connection.execute(update(CalendarRow).where(CalendarRow.id == id_).values(**values))
    return Swap(swap.before, stored)


# Objects


def _housed(
    swaps: Sequence[Swap[CalendarObject]], made: Iterable[Swap[Calendar]]
) -> Sequence[Swap[CalendarObject]]:
    """With the number of the calendar that the change makes."""
    new = [swap.id for swap in made if swap.before is None]
    if len(new) != 1:
        return swaps
    return [
        Swap(swap.before, replace(its, calendar_id=new[0])) if its and its.calendar_id == MADE_HERE else swap
        for swap in swaps
        for its in (swap.after,)
    ]


def _write_objects(
    connection: Connection,
    swaps: Sequence[Swap[CalendarObject]],
    indexer: Indexer,
    bodies: Mapping[str, Mapping[str, bytes]],
) -> tuple[Swap[CalendarObject], ...]:
    if not swaps:
        return ()
    _refuse_stale(connection, swaps)
    stored = _numbered(connection, swaps)
    gone = [swap.id for swap in stored if swap.after is None]
    changed = [swap.after for swap in stored if swap.before is not None and swap.after is not None]
    made = [swap.after for swap in stored if swap.before is None and swap.after is not None]
    for chunk in chunks(gone):
        connection.execute(delete(ObjectRow).where(ObjectRow.id.in_(chunk)))
    _update_objects(connection, changed)
    _insert_objects(connection, made)
    put_vtimezones(connection, [swap.thing for swap in stored], bodies)  # what is gone may come back
    indexer = replace(indexer, zones=object_zones(connection, [its.id for its in (*changed, *made)]))
    indexer.replace(connection, changed)
    indexer.insert(connection, made)
    return stored


def _refuse_stale(connection: Connection, swaps: Sequence[Swap[CalendarObject]]) -> None:
    there = revisions(connection, ObjectRow, [swap.id for swap in swaps if swap.id])
    for swap in swaps:
        if swap.is_stale(there.get(swap.id)):
            raise StaleChange(swap.thing.uid)


def _numbered(
    connection: Connection, swaps: Sequence[Swap[CalendarObject]]
) -> tuple[Swap[CalendarObject], ...]:
    count = sum(1 for swap in swaps if not swap.id)
    ids = iter(numbers(connection, ObjectRow, count) if count else ())
    # One that comes back goes on from the highest revision that it ever had: none is ever used twice.
    back = last_revisions(connection, OBJECTS, [swap.id for swap in swaps if swap.id and swap.before is None])
    homeless = any(swap.after is not None and not swap.after.calendar_id for swap in swaps)
    first = connection.scalar(select(func.min(CalendarRow.id))) or 0 if homeless else 0

    def stored(swap: Swap[CalendarObject]) -> Swap[CalendarObject]:
        after = swap.after
        if after is None:
            return swap
        before = back.get(after.id, 0) if swap.before is None else swap.before.revision
        return Swap(
            swap.before,
            CalendarObject(
                after.id or next(ids), after.calendar_id or first, after.uid, after.text, before + 1
            ),
        )

    return tuple(map(stored, swaps))


def _object(its: CalendarObject) -> dict[str, Any]:
    return {
        "id": its.id,
        "calendar_id": its.calendar_id,
        "uid": its.uid,
        "revision": its.revision,
        "content_hash": digest(its.text),
    }


def _insert_objects(connection: Connection, objects: Sequence[CalendarObject]) -> None:
    insert_rows(connection, table_of(ObjectRow), [_object(its) for its in objects])
    texts = [{"object_id": its.id, "text": its.text} for its in objects]
    insert_rows(connection, table_of(ObjectTextRow), texts)


def _update_objects(connection: Connection, objects: Sequence[CalendarObject]) -> None:
    if objects:
        _update(connection, ObjectRow, "id", [_object(its) for its in objects])
        texts = [{"object_id": its.id, "text": its.text} for its in objects]
        _update(connection, ObjectTextRow, "object_id", texts)


def _update(connection: Connection, table: type[Base], key: str, rows: list[dict[str, Any]]) -> None:
    columns = table_of(table)
    statement = update(table).where(columns.c[key] == bindparam("key"))
    connection.execute(statement, [{"key": row.pop(key), **row} for row in rows])
