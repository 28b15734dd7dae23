"""What can be asked of an agenda; any thread may, while another one writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, tzinfo
from pathlib import Path

from core.calendar import Calendar
from core.change import Change
from core.comment import Comment
from core.db import checking, drafts, indexing, matching, reading, reverting, suggesting
from core.db.counting import by_calendar, counted, counted_entries
from core.db.door import Door
from core.db.ordering import learn, ordered, without_overrides
from core.db.schema import CommentRow, ObjectRow
from core.db.selecting import chunks
from core.errors import NotFound
from core.event import Event, Place
from core.ics import component
from core.known_zones import ObjectZones
from core.object import CalendarObject, ComponentRef
from core.order import OrderArray, is_occurrence, key_of
from core.query import EventQuery, ListedEvent, State
from core.spreading import Span, Spreader
from core.when import Zones, iana


class Readable:
    """An agenda to read from. Every question is answered from one state of it.

    Raises AgendaError when the file cannot be read.
    """

    def __init__(self, door: Door) -> None:
        self._door = door
        # Counting them takes a while in a large agenda, and every event that is shown asks for them. Counted
        # again when somebody else has written, or this one has written other categories.
        self._recategorised = 0
        self._categories: tuple[tuple[int, int], list[tuple[str, int]]] | None = None
        with door.reading() as connection:
            self._zone = ""
            self._take_zone(reading.settings(connection))

    def _take_zone(self, settings: Mapping[str, str]) -> None:
        zone = settings.get("zone", "UTC")
        if zone != self._zone:
            self._zone = zone
            self._local = iana(self._zone) or UTC
            self._spreader = Spreader(self._local)

    @property
    def location(self) -> str:
        """The file's path, or the server's URL without a password."""
        return self._door.location.shown

    def lies_at(self, path: str | Path) -> bool:
        """Whether a path leads to this agenda's own file, in whose place nothing else may be written."""
        return self._door.location.lies_at(path)

    @property
    def read_only(self) -> bool:
        return self._door.read_only

    @property
    def zone(self) -> str:
        """The TZID in which days begin and floating times are read."""
        return self._zone

    def data_version(self) -> int:
        """A number that changes when somebody else has written."""
        return self._door.data_version()

    # Objects and events

    def object(self, object_id: int) -> CalendarObject | None:
        with self._door.reading() as connection:
            return next(reading.objects(connection, [object_id]), None)

    def objects_of(self, *uids: str) -> list[CalendarObject]:
        """All objects of these UIDs, in whatever calendar."""
        with self._door.reading() as connection:
            return [
                its
                for chunk in chunks(uids)
                for its in reading.objects_where(connection, ObjectRow.uid.in_(chunk))
            ]

    def calendars_of(self, uids: Iterable[str]) -> dict[int, int]:
        """{calendar: how many of these UIDs it has}."""
        with self._door.reading() as connection:
            return matching.calendars_of(connection, uids)

    def namesakes(self, names: Iterable[str]) -> list[matching.Namesake]:
        """Events and series with one of these titles, folded."""
        with self._door.reading() as connection:
            return list(matching.namesakes(connection, names))

    def objects(self, ids: Iterable[int]) -> Iterator[CalendarObject]:
        """Streamed, in the order asked for; those that are gone are left out."""
        for chunk in chunks(ids, reading.AT_ONCE):
            with self._door.reading() as connection:
                found = list(reading.objects(connection, chunk))
            yield from found

    def event(self, ref: ComponentRef) -> Event | None:
        """One event, read from its text; None when it is not there."""
        found = self.object(ref.object_id)
        try:
            return component.read(found.text, ref) if found else None
        except NotFound:
            return None

    def vtimezones(self, object_ids: Iterable[int]) -> dict[int, dict[str, bytes]]:
        """{object: {TZID: VTIMEZONE}}, of those whose zones are no IANA ones."""
        with self._door.reading() as connection:
            return reading.vtimezones(connection, object_ids)

    def clocks(self, object_id: int) -> tuple[tzinfo, Zones]:
        """The agenda's zone, and what the TZIDs of one object's text stand for."""
        return self._local, ObjectZones(self.vtimezones([object_id])).of(object_id)

    def drafts(self, object_id: int) -> dict[tuple[ComponentRef, str], str]:
        """{(event, field): text} that the field does not take yet."""
        with self._door.reading() as connection:
            return drafts.of_object(connection, object_id)

    # Questions

    def order(self, query: EventQuery, *, spread: tuple[date, date] | None = None) -> OrderArray:
        """Packed rows in the query's order.

        spread: days, both included, within which each date of a series is a row; a series without a date
        there is one row, on its next or last date, and one with thousands within a year, on the first.
        None: each event once, a series where it starts.
        """
        with self._door.reading() as connection:
            if spread is None:
                return without_overrides(connection, ordered(connection, query, self._spreader, None))
            found = ordered(connection, query, self._spreader, Span.of_days(*spread, self._local))
            return replace(found, events=counted_entries(connection, found.entries))

    def listed(self, entries: Sequence[int], *, every: bool = False) -> list[ListedEvent]:
        """The rows behind packed entries, in their order; those that are gone are left out.

        every: a row for each of the dates of a series that are in one minute, and so in one entry.
        """
        with self._door.reading() as connection:
            rows = reading.listed_rows(connection, dict.fromkeys(map(key_of, entries)))
            keys = (key_of(its) for its in entries if is_occurrence(its))
            dated = {rows[key].ref.object_id for key in keys if key in rows}
            learn(connection, self._spreader, reading.revisions(connection, ObjectRow, dated))
        there = [(rows[key_of(its)], its) for its in entries if key_of(its) in rows]
        if every:
            return [date for row, its in there for date in self._spreader.all_at(row, its)]
        return [self._spreader.at(row, its) for row, its in there]

    def refs_of(self, entries: Iterable[int]) -> list[ComponentRef]:
        """The events behind packed entries, each once, in their order; those that are gone are left out."""
        with self._door.reading() as connection:
            return reading.refs(connection, dict.fromkeys(map(key_of, entries)))

    def states_of(self, entries: Iterable[int]) -> set[State]:
        """Every state that one of the events behind packed entries has."""
        with self._door.reading() as connection:
            return reading.states(connection, map(key_of, entries))

    def refs(self, query: EventQuery) -> list[ComponentRef]:
        """The events that a query finds, in its order, overrides of a series too."""
        with self._door.reading() as connection:
            keys = map(key_of, ordered(connection, query, self._spreader, None).entries)
            return reading.refs(connection, keys)

    def object_ids(self, query: EventQuery) -> list[int]:
        """The objects that a query finds something in, in its order, each once."""
        return list(dict.fromkeys(ref.object_id for ref in self.refs(query)))

    def count(self, query: EventQuery) -> int:
        """How many events a query finds, each object being one."""
        with self._door.reading() as connection:
            return counted(connection, query, self._spreader)

    def count_by_calendar(self) -> dict[int, int]:
        """{calendar: its events, each object being one}, hidden or not; one without events is left out."""
        with self._door.reading() as connection:
            return by_calendar(connection)

    # What stands beside events

    def calendars(self) -> list[Calendar]:
        """The first one first."""
        with self._door.reading() as connection:
            return reading.calendars(connection)

    def comments(self, *object_ids: int) -> list[Comment]:
        """Of these objects, in every state; those of one, oldest first."""
        with self._door.reading() as connection:
            return [
                its
                for chunk in chunks(object_ids)
                for its in reading.comments_where(connection, CommentRow.object_id.in_(chunk))
            ]

    def comment(self, comment_id: int) -> Comment | None:
        with self._door.reading() as connection:
            return next(iter(reading.comments_where(connection, CommentRow.id == comment_id)), None)

    def comment_count(self) -> int:
        """In every state, of all objects."""
        with self._door.reading() as connection:
            return reading.comment_count(connection)

    def categories(self) -> list[tuple[str, int]]:
        """Each category with the number of its events, the most used first."""
        version = self.data_version(), self._recategorised
        if self._categories is None or self._categories[0] != version:
            with self._door.reading() as connection:
                self._categories = version, suggesting.categories(connection)
        return list(self._categories[1])

    def places(self, prefix: str) -> list[Place]:
        """Places used before, with a word that begins so, accents aside; at most 8, the most used first."""
        with self._door.reading() as connection:
            return suggesting.places(connection, prefix)

    def recent_zones(self) -> list[str]:
        """TZIDs that events use beside the agenda's own, the one used last first."""
        with self._door.reading() as connection:
            return suggesting.zones(connection, self._zone)

    # History

    def change(self, journal_id: int) -> Change:
        """What a change replaced, and by what. Raises NotFound when the journal no longer knows."""
        with self._door.reading() as connection:
            return reverting.done(connection, journal_id)

    def deleted_uids(self) -> dict[str, int]:
        """{UID: the object that had it} of what a person deleted, and what is not here again."""
        with self._door.reading() as connection:
            return matching.deleted(connection)

    def check(self) -> list[str]:
        """What is wrong with the file, in the words of its own checks; nothing: it is sound.

        Raises AgendaDamaged when it cannot be read to its end.
        """
        with self._door.reading() as connection:
            return checking.problems(connection, self._local)

    def index_is_outdated(self) -> bool:
        """Another scanner, or other zone rules, computed it: reindex() is due."""
        with self._door.reading() as connection:
            return not indexing.versions().items() <= reading.settings(connection).items()
