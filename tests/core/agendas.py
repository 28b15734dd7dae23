"""Agendas to try things on: a store in a fresh file, a clock that is set by hand, events in a line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from core.agenda import Agenda
from core.change import Change, Deed, Swap
from core.event import Event
from core.object import CalendarObject, ComponentRef
from core.query import EventQuery
from core.store import Applied, Store
from core.when import When

ZONE = "Europe/Brussels"
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DAY = date(2026, 3, 10)


@dataclass
class Clock:
    """Goes on a second at each look, unless it is set."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@cache
def new_agenda(zone: str) -> bytes:
    """The file of an agenda without events, which is quicker to copy than to make."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "agenda.parvis"
        Store.open(str(path), clock=Clock(), zone=zone).close()
        return path.read_bytes()


@dataclass
class Desk:
    """An open agenda and its verbs. last: what was stored last."""

    path: Path
    clock: Clock = field(default_factory=Clock)
    zone: str = ZONE

    def __post_init__(self) -> None:
        if not self.path.exists():
            self.path.write_bytes(new_agenda(self.zone))
        self.store = Store.open(str(self.path), clock=self.clock, zone=self.zone)
        self.agenda = Agenda(self.store, self.clock)

    def add(self, summary: str = "", when: When | None = None, **fields: Any) -> ComponentRef:
        """Store a new event, of one day without a time unless told."""
        applied = self.agenda.create(event(summary, when, **fields), 0)
        return ref_of(applied)

    def put(self, text: bytes, uid: str = "put@example.org", **options: Any) -> int:
        """Store an object by its text alone, as an import does."""
        change = Change(Deed.IMPORT, (Swap(None, CalendarObject(0, 0, uid, text)),))
        return ref_of(self.store.apply(change, **options)).object_id

    def put_all(self, texts: Iterable[bytes]) -> list[int]:
        """Store many objects in one change; their UIDs are numbers from 0 on."""
        made = (CalendarObject(0, 0, str(number), text) for number, text in enumerate(texts))
        applied = self.store.apply(Change(Deed.IMPORT, tuple(Swap(None, its) for its in made)))
        return [swap.id for swap in applied.change.objects]

    def edit(self, ref: ComponentRef, amend: int | None = None, **fields: Any) -> Applied:
        """Change some fields of a stored event."""
        before = self.event(ref)
        return self.agenda.edit(ref, before, replace(before, **fields), amend=amend)

    def event(self, ref: ComponentRef) -> Event:
        """A stored event, which is there."""
        found = self.store.event(ref)
        assert found is not None
        return found

    def object(self, ref: ComponentRef) -> CalendarObject:
        """A stored object, which is there."""
        found = self.store.object(ref.object_id)
        assert found is not None
        return found


def event(summary: str = "", when: When | None = None, **fields: Any) -> Event:
    """Of one day without a time unless told."""
    return Event(fields.pop("uid", ""), when or When.days(DAY), summary=summary, **fields)


def vevent(*lines: str, uid: str = "put@example.org") -> bytes:
    """A VEVENT's text out of some of its lines."""
    all_lines = ("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT")
    return "".join(f"{line}\r\n" for line in all_lines).encode()


def ref_of(applied: Applied) -> ComponentRef:
    """The first event of what was stored."""
    after = applied.change.objects[0].after
    assert after is not None
    return ComponentRef(after.id)


def texts(store: Store) -> dict[str, bytes]:
    """{uid: text} of all objects."""
    return {its.uid: its.text for its in store.objects(store.object_ids(EventQuery(hidden=True)))}


def deeds(store: Store) -> dict[int, Deed]:
    """{journal row: what was done} of all that the journal knows, the last one first."""
    with closing(sqlite3.connect(store.location)) as database:
        rows = database.execute("SELECT id, deed FROM journal ORDER BY id DESC").fetchall()
    return {journal_id: Deed(deed) for journal_id, deed in rows}


@contextmanager
def desk(path: Path) -> Iterator[Desk]:
    """A desk that is closed at the end."""
    made = Desk(path)
    try:
        yield made
    finally:
        made.store.close()


def ics(*events: str) -> bytes:
    """A file of these VEVENTs."""
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
    return f"{head}{''.join(events)}END:VCALENDAR\r\n".encode()
