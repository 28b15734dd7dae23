"""What an import asks of an agenda: which events are likely the same, and which were deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, false, select, true

from core.change import Deed
from core.db.schema import ComponentRow, JournalObjectRow, JournalRow, ObjectRow
from core.db.selecting import chunks

# Deeds by which a person deletes. What an undo takes away again was never wanted less than before.
_DELETING = (Deed.DELETE.value, Deed.DELETE_CALENDAR.value)


@dataclass(frozen=True, slots=True)
class Namesake:
    """An event of this title. name, location: folded. start: seconds since 1970, in UTC."""

    object_id: int
    calendar_id: int
    uid: str
    name: str
    location: str
    start: int


def namesakes(connection: Connection, names: Iterable[str]) -> Iterator[Namesake]:
    """Events and series with one of these titles, folded; no single dates of series, none without a date."""
    columns = (
        *(ComponentRow.object_id, ComponentRow.calendar_id, ObjectRow.uid),
        *(ComponentRow.summary_sort, ComponentRow.place_sort, ComponentRow.start_utc),
    )
    joined = select(*columns).join(ObjectRow, ObjectRow.id == ComponentRow.object_id)
    alone = (
        *(ComponentRow.recurrence_id == "", ComponentRow.ordinal == 0),
        ComponentRow.undated == false(),
    )
    for chunk in chunks(names):
        for row in connection.execute(joined.where(ComponentRow.summary_sort.in_(chunk), *alone)):
            yield Namesake(*row)


def deleted(connection: Connection) -> dict[str, int]:
    """{UID: its object, the one deleted last}, as far as the history goes back."""
    statement = (
        select(JournalObjectRow.uid, JournalObjectRow.object_id)
        .join(JournalRow, JournalRow.id == JournalObjectRow.journal_id)
        .where(
            JournalRow.deletes == true(),
            JournalRow.deed.in_(_DELETING),
            JournalObjectRow.revision_after.is_(None),
            ~select(ObjectRow.id).where(ObjectRow.id == JournalObjectRow.object_id).exists(),
        )
        .order_by(JournalRow.id)
    )
    return dict(connection.execute(statement).all())


def calendars_of(connection: Connection, uids: Iterable[str]) -> dict[int, int]:
    """{calendar: how many of these UIDs it has}."""
    found: dict[int, int] = {}
    for chunk in chunks(uids):
        for calendar_id in connection.scalars(select(ObjectRow.calendar_id).where(ObjectRow.uid.in_(chunk))):
            found[calendar_id] = found.get(calendar_id, 0) + 1
    return found
