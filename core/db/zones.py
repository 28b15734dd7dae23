"""VTIMEZONEs that are no IANA zones, each body stored once, and which objects use them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from sqlalchemy import Connection, delete, insert, select

from core.change import Change, Swap
from core.db.reading import vtimezones
from core.db.schema import (
    JournalObjectRow,
    JournalVtimezoneRow,
    ObjectRow,
    ObjectVtimezoneRow,
    VtimezoneRow,
)
from core.db.selecting import chunks
from core.known_zones import ObjectZones
from core.object import CalendarObject


def object_zones(connection: Connection, object_ids: Iterable[int]) -> ObjectZones:
    """What the TZIDs of stored objects stand for."""
    return ObjectZones(vtimezones(connection, object_ids))


def put_vtimezones(
    connection: Connection, objects: Iterable[CalendarObject], bodies: Mapping[str, Mapping[str, bytes]]
) -> None:
    """Keep the zones of these objects' UIDs, each in place of another of its name."""
    used = {its.id: bodies[its.uid] for its in objects if bodies.get(its.uid)}
    if not used:
        return
    wanted = {digest(body): (tzid, body) for zones in used.values() for tzid, body in zones.items()}
    known = set(connection.scalars(select(VtimezoneRow.hash).where(VtimezoneRow.hash.in_(list(wanted)))))
    new = [
        {"hash": hash_, "tzid": tzid, "text": body}
        for hash_, (tzid, body) in wanted.items()
        if hash_ not in known
    ]
    if new:
        connection.execute(insert(VtimezoneRow), new)
    for tzid in {tzid for tzid, _ in wanted.values()}:
        same_name = select(VtimezoneRow.hash).where(VtimezoneRow.tzid == tzid)
        for chunk in chunks(its for its, zones in used.items() if tzid in zones):
            stale = ObjectVtimezoneRow.object_id.in_(chunk), ObjectVtimezoneRow.hash.in_(same_name)
            connection.execute(delete(ObjectVtimezoneRow).where(*stale))
    rows = [
        {"object_id": its, "hash": digest(body)} for its, zones in used.items() for body in zones.values()
    ]
    connection.execute(insert(ObjectVtimezoneRow), rows)


# What a change replaced. Bodies: {UID: {TZID: VTIMEZONE}}.


def replaced_vtimezones(
    connection: Connection,
    swaps: Iterable[Swap[CalendarObject]],
    bodies: Mapping[str, Mapping[str, bytes]],
) -> list[tuple[int, bytes]]:
    """(object, hash) of the zones in whose place put_vtimezones() will put these, asked before it does."""
    wanted = {swap.id: bodies[swap.thing.uid] for swap in swaps if swap.id and bodies.get(swap.thing.uid)}
    return [
        (object_id, digest(body))
        for object_id, zones in vtimezones(connection, wanted).items()
        for tzid, body in zones.items()
        if wanted[object_id].get(tzid, body) != body
    ]


def record_replaced(connection: Connection, journal_id: int, replaced: Iterable[tuple[int, bytes]]) -> None:
    """Keep in the journal what a change replaced; of several steps of one, what was before the first."""
    rows = JournalVtimezoneRow
    known = set(connection.scalars(select(rows.object_id).where(rows.journal_id == journal_id)))
    new = [
        {"journal_id": journal_id, "object_id": object_id, "hash": hash_}
        for object_id, hash_ in replaced
        if object_id not in known
    ]
    if new:
        connection.execute(insert(rows), new)


def bodies_before(connection: Connection, change: Change, journal_id: int) -> dict[str, dict[str, bytes]]:
    """The zones that a change replaced, to be put back with what it was made of."""
    rows = JournalVtimezoneRow
    columns = rows.object_id, VtimezoneRow.tzid, VtimezoneRow.text
    joined = select(*columns).join(VtimezoneRow, VtimezoneRow.hash == rows.hash)
    uids = {swap.id: swap.thing.uid for swap in change.objects}
    found: dict[str, dict[str, bytes]] = {}
    for object_id, tzid, body in connection.execute(joined.where(rows.journal_id == journal_id)):
        found.setdefault(uids[object_id], {})[tzid] = body
    return found


def drop_unused_vtimezones(connection: Connection) -> None:
    """Forget the zones of objects of which neither the agenda nor its history knows."""
    known = (ObjectRow.id, JournalObjectRow.object_id)
    of_nothing = [~select(column).where(column == ObjectVtimezoneRow.object_id).exists() for column in known]
    connection.execute(delete(ObjectVtimezoneRow).where(*of_nothing))
    unused = [
        ~select(column).where(column == VtimezoneRow.hash).exists()
        for column in (ObjectVtimezoneRow.hash, JournalVtimezoneRow.hash)
    ]
    connection.execute(delete(VtimezoneRow).where(*unused))


def digest(text: bytes) -> bytes:
    """Sixteen bytes that stand for a text, and for no other."""
    return blake2b(text, digest_size=16).digest()
