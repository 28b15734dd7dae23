"""The door to an agenda: everything that is read from it and written to it goes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from core.change import Change, Swap
from core.db import drafts, erasing, journal, locating, reading, reindexing, reverting, zones
from core.db.authors import drop_unused_authors
from core.db.backup import back_up
from core.db.door import Door
from core.db.engine import Location
from core.db.indexing import Indexer
from core.db.opening import prepare
from core.db.suggesting import recategorises
from core.db.writing import carry_out
from core.errors import UnknownZone
from core.ics.lines import tidied
from core.known_zones import ObjectZones
from core.object import CalendarObject, ComponentRef
from core.progress import Job, Progress
from core.readable import Readable
from core.stamps import sequenced_once
from core.when import iana


@dataclass(frozen=True, slots=True)
class Applied:
    """change: as stored, with ids and revisions filled in. journal_id: to take it back; 0: nothing was."""

    change: Change
    journal_id: int


class Store(Readable):
    """One open agenda. A call that writes is one transaction, and durable when it returns.

    Each raises AgendaError when the file cannot be written; then nothing of it is.
    """

    def __init__(self, door: Door, clock: Callable[[], datetime]) -> None:
        super().__init__(door)
        self._clock = clock

    @classmethod
    def open(
        cls, location: str, *, clock: Callable[[], datetime], create: bool = True, zone: str | None = None
    ) -> Store:
        """Open a file by its path, or a database by its SQLAlchemy URL; make an agenda where there is none.

        clock: now, aware. create: whether one may be made. zone: a new agenda's TZID; None: the machine's.
        An older schema is brought up to date, a backup being made first; what cannot be written is opened to
        be read. Raises AgendaError for what cannot be used, which stays as it is, and UnknownZone.
        """
        if zone is not None and iana(zone) is None:
            raise UnknownZone(zone)
        where = Location.of(location)
        read_only = prepare(where, create=create, zone=zone, now=clock())
        door = Door(where, read_only=read_only)
        try:
            return cls(door, clock)
        except BaseException:
            door.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._door.close()

    def now(self) -> datetime:
        """The present time, aware, as changes are stamped with it."""
        return self._clock()

    def entry_of(self, ref: ComponentRef) -> int | None:
        """An event's packed row, whatever filter holds; None when it is not there.

        Of a series it is its next date, or its last; of one of its overrides, that one's own.
        """
        with self._door.reading() as connection:
            return locating.entry_of(connection, self._spreader, ref, self._clock())

    # Changes

    def apply(
        self,
        change: Change,
        *,
        amend: int | None = None,
        vtimezones: Mapping[str, Mapping[str, bytes]] | None = None,
    ) -> Applied:
        """Store a change; an empty one writes nothing. A new thing has the id 0; calendar_id 0 is the
        first, MADE_HERE the one that is made by the same change.

        amend: the journal row of an earlier step of the same edit: both are then taken back together, and
        SEQUENCE goes up once for both. When others changed the same thing in between, this becomes a row of
        its own. vtimezones: {UID: {TZID: VTIMEZONE}} of zones that are no IANA ones. Raises StaleChange when
        something is no longer as the change has it before.
        """
        if not change:
            return Applied(change, 0)
        with self._writing() as connection:
            if amend is not None:
                before = journal.texts_before(connection, amend)
                change = replace(change, objects=tuple(_sequenced(swap, before) for swap in change.objects))
            applied = self._apply(connection, change, amend, vtimezones or {})
        return self._noted(applied)

    def applying(
        self, change: Change, vtimezones: Mapping[str, Mapping[str, bytes]] | None = None
    ) -> Job[Applied]:
        """apply(), of much: whoever stops the job before it ends has nothing of it stored."""
        if not change:
            return Applied(change, 0)
        with self._writing() as connection:
            applied = self._apply(connection, change, None, vtimezones or {})
            yield Progress(1, 1)
        return self._noted(applied)

    def revert(self, journal_id: int) -> Applied:
        """Take a change back. What this stores has a journal row of its own, by which it is done again.

        Content is restored; stamps go forward (see core.stamps). Raises StaleChange where what the change
        left was changed since, and NotFound when the journal no longer knows.
        """
        with self._writing() as connection:
            change = reverting.inverse(connection, journal_id, self._clock())
            before = zones.bodies_before(connection, change, journal_id)
            applied = self._apply(connection, change, None, before)
        return self._noted(applied)

    def _noted(self, applied: Applied) -> Applied:
        """Once it is stored: what was counted before counts no more."""
        if recategorises(applied.change):
            self._recategorised += 1
        return applied

    def _apply(
        self,
        connection: Connection,
        change: Change,
        amend: int | None,
        vtimezones: Mapping[str, Mapping[str, bytes]],
    ) -> Applied:
        indexer = Indexer(self._local, ObjectZones({}))
        replaced = zones.replaced_vtimezones(connection, change.objects, vtimezones)
        stored = carry_out(connection, change, indexer, vtimezones)
        now = self._clock()
        journal_id = journal.record(connection, stored, now, amend)
        zones.record_replaced(connection, journal_id, replaced)
        if journal_id % journal.TIDY_EVERY == 0:
            journal.tidy(connection, now)
            zones.drop_unused_vtimezones(connection)
        if stored.comments:
            drop_unused_authors(connection)
        return Applied(stored, journal_id)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._door.writing() as connection:
            # Another program may have set another zone, and rows must be computed with the one that holds.
            self._take_zone(reading.settings(connection))
            yield connection

    def erase_author(self, email: str) -> int:
        """Leave no name, address or web site of who commented under an address, in history and file neither.

        Gives how many comments that were; what they say stays, and copies of the file are left alone. Raises
        AgendaBusy, once it is done for the agenda, when its old bytes could not be given up as another
        program reads them: then it is to be asked again.
        """
        with self._writing() as connection:
            erased = erasing.erase_author(connection, email)
        self._door.squeeze()
        return erased

    # What stands beside events

    def put_draft(self, ref: ComponentRef, field: str, text: str) -> None:
        """Keep what was typed into a field that does not take it. Never part of an event, nor of undo."""
        with self._writing() as connection:
            drafts.put(connection, ref, field, tidied(text))

    def drop_draft(self, ref: ComponentRef, field: str) -> None:
        """Forget it."""
        with self._writing() as connection:
            drafts.drop(connection, ref, field)

    def set_zone(self, tzid: str) -> None:
        """Let days begin, and floating times be read, in another zone. Raises UnknownZone."""
        zone = iana(tzid)
        if zone is None:
            raise UnknownZone(tzid)
        with self._writing() as connection:
            reindexing.set_setting(connection, "zone", tzid)
            for part in reindexing.parts(connection):
                reindexing.put_right(connection, zone, part)
        self._take_zone({"zone": tzid})

    def reindex(self) -> Job[int]:
        """Compute the whole index anew, and give how many rows were wrong.

        Others can read and write between two steps; closed early, it may be begun again.
        """
        with self._writing() as connection:
            reindexing.drop_strays(connection)
            parts = reindexing.parts(connection)
        wrong = 0
        for done, part in enumerate(parts):
            yield Progress(done, len(parts))
            with self._writing() as connection:
                wrong += reindexing.put_right(connection, self._local, part)
        with self._writing() as connection:
            reindexing.note_as_present(connection)
        self._recategorised += 1
        return wrong

    def freshen(self) -> Job[int]:
        """Do what reindex() does where it is due: after an update of Parvis, or of the zones' rules.

        Ends at once where it is not, or where the agenda can only be read. Of what others do meanwhile
        nothing is lost, and rows that are shown may be others at the end.
        """
        if self.read_only or not self.index_is_outdated():
            return 0
        return (yield from self.reindex())

    def backup(self, path: str | Path) -> None:
        """Write a copy that is an agenda of its own, whole and checked, in the place of what is there.

        Raises FileProblem when it cannot be written, AgendaDamaged when this one cannot be read.
        """
        back_up(self._door.location, Path(path))


def _sequenced(swap: Swap[CalendarObject], texts: Mapping[int, bytes | None]) -> Swap[CalendarObject]:
    if swap.before is None or swap.after is None or swap.id not in texts:
        return swap
    text = sequenced_once(swap.after.text, swap.before.text, texts[swap.id])
    return Swap(swap.before, replace(swap.after, text=text))
