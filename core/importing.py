"""Events out of iCalendar files into a calendar: planned first, then stored in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from core.calendar import Calendar
from core.change import attempts, home
from core.deciding import Decision, decided
from core.errors import AppError, NotICalendar, StaleChange, TooLarge
from core.files import file_problem
from core.incoming import Verdict, met
from core.known_zones import known_name
from core.object import CalendarObject
from core.planned import Fate, FileReport, ImportPlan, ImportReport, Item, Policy
from core.progress import Job, Progress, Result
from core.twins import TwinFinder
from core.when import iana

if TYPE_CHECKING:
    from core.ics.repair import Repair
    from core.ics.split import Reading
    from core.store import Store

# Larger than any agenda, and as much as fits into memory beside what is made of it.
LARGEST = 1 << 29  # bytes

# Events looked up at once.
CHUNK = 500

Source = bytes | str | Path
# What is to be said of a file, and what it holds; None: nothing.
FileRead = tuple[FileReport, "Reading | None"]


def import_files(
    store: Store, sources: Sequence[Source], calendar: int | Calendar | None, policy: Policy | None = None
) -> Job[ImportReport]:
    """Take the events of several files in one step; a file that gives none is in the report.

    calendar: its id, or one that is made in the same step. None: an event that is there already stays in its
    calendar, new ones go into the first. Raises StaleChange where others keep writing the same events.
    """
    readings = yield from _share(read_sources(sources), 0, 4)
    for attempt in attempts():
        with attempt:
            plan = yield from _share(plan_import(store, readings, calendar), 1, 4)
            decision = yield from _share(decided(plan, store.now(), policy=policy), 2, 4)
            return (yield from _share(carry_out(store, decision), 3, 4))
    raise StaleChange("")


def _share(job: Job[Result], number: int, count: int) -> Job[Result]:
    """A job as one of several that make a longer one, in thousandths of a share."""
    while True:
        try:
            its = next(job)
        except StopIteration as stop:
            result: Result = stop.value
            return result
        yield Progress(1_000 * number + 1_000 * its.done // max(its.total, 1), 1_000 * count)


def read_sources(sources: Sequence[Source]) -> Job[list[FileRead]]:
    """What each file holds. A file that cannot be read comes with its problem."""
    from core.ics.split import reading

    found: list[FileRead] = []
    for done, source in enumerate(sources):
        name = "-" if isinstance(source, bytes) else str(source)
        try:
            data = _read(source)
            read = yield from _share(reading(data), done, len(sources))
        except AppError as error:
            problem = replace(error, path=name) if isinstance(error, NotICalendar) else error
            found.append((FileReport(name, problem), None))
        else:
            repairs = sorted([*read.repairs, *_unknown_zones(read)], key=lambda its: its.line)
            report = FileReport(name, None, repairs, read.set_aside, read.other)
            found.append((report, read))
    return found


def plan_import(
    store: Store, readings: Sequence[FileRead], calendar: int | Calendar | None, *, anywhere: bool = False
) -> Job[ImportPlan]:
    """Compare with what is there; nothing is written.

    anywhere: an event that another calendar has stays there, and is not added to this one.
    """
    planner = _Planner(store, calendar, anywhere=anywhere)
    total = sum(len(reading.objects) for _, reading in readings if reading)
    done = 0
    for reading in (reading for _, reading in readings if reading):
        foreign = {tzid for tzid in reading.vtimezones if iana(tzid) is None}
        for chunk in _chunks(reading.objects):
            planner.look_up([uid for uid, _ in chunk])
            for uid, text in chunk:
                planner.take(uid, text, _zones(reading, uid, text, foreign) if foreign else {})
            done += len(chunk)
            yield Progress(done, total)
    planner.find_twins()
    return planner.plan(tuple(report for report, _ in readings))


def home_of(store: Store, readings: Sequence[FileRead]) -> int:
    """The calendar that most events of these files are in already, 0 where there is none."""
    counts = store.calendars_of(uid for _, reading in readings if reading for uid, _ in reading.objects)
    return max(counts, key=lambda its: counts[its], default=0)


def carry_out(store: Store, decision: Decision) -> Job[ImportReport]:
    """Store what is decided, in one transaction. Raises StaleChange when something was written since."""
    applied = yield from store.applying(decision.change, decision.zones)
    return replace(decision.report, journal_id=applied.journal_id)


class _Planner:
    def __init__(self, store: Store, calendar: int | Calendar | None, *, anywhere: bool) -> None:
        self._store = store
        self._anywhere = anywhere or calendar is None
        self._calendar_id, self._calendars = home(store.calendars()[0].id if calendar is None else calendar)
        self._deleted = store.deleted_uids()
        self._there: dict[str, CalendarObject] = {}
        self._items: dict[str, Item] = {}
        self._same = 0
        self._older: list[str] = []

    def look_up(self, uids: Sequence[str]) -> None:
        """Fetch what is there already under these UIDs."""
        self._there.clear()
        for its in self._store.objects_of(*uids):
            if its.calendar_id == self._calendar_id or (self._anywhere and its.uid not in self._there):
                self._there[its.uid] = its

    def take(self, uid: str, text: bytes, zones: Mapping[str, bytes]) -> None:
        """Plan one object, or another version of one that is planned. zones: those that it uses."""
        earlier = self._items.get(uid)
        if earlier is None:
            self._items[uid] = self._met(uid, text, zones)
            return
        verdict, wanted = met(earlier.text, text)
        if verdict is Verdict.NEWER:
            self._items[uid] = self._met(uid, wanted, {**earlier.zones, **zones})
        elif verdict is Verdict.SAME:
            self._same += 1
        else:
            self._older.append(uid)

    def _met(self, uid: str, text: bytes, zones: Mapping[str, bytes]) -> Item:
        stored = self._there.get(uid)
        if stored is None:
            gone = self._deleted.get(uid, 0)
            return Item(Fate.DELETED if gone else Fate.NEW, uid, text, None, gone, zones)
        verdict, wanted = met(stored.text, text)
        if verdict is Verdict.SAME:
            return Item(Fate.SAME, uid, wanted)
        return Item(
            Fate.CHANGED if verdict is Verdict.NEWER else Fate.OLDER, uid, wanted, stored, zones=zones
        )

    def find_twins(self) -> None:
        """Of what is new, what is likely here under another UID."""
        if not self._has_events():
            return
        calendar_id = None if self._anywhere else self._calendar_id
        finder = TwinFinder(self._store, calendar_id, self._items.keys())
        new = [item for item in self._items.values() if item.fate is Fate.NEW]
        for uid, stored in finder.found(new).items():
            self._items[uid] = replace(self._items[uid], fate=Fate.TWIN, stored=stored)

    def _has_events(self) -> bool:
        counts = self._store.count_by_calendar()
        return bool(counts if self._anywhere else counts.get(self._calendar_id))

    def plan(self, files: tuple[FileReport, ...]) -> ImportPlan:
        items = tuple(self._items.values())
        return ImportPlan(items, self._calendar_id, self._calendars, files, self._same, tuple(self._older))


def _zones(reading: Reading, uid: str, text: bytes, foreign: AbstractSet[str]) -> Mapping[str, bytes]:
    """Of those that are no IANA zones, what an object uses."""
    from core.ics.envelope import tzids

    return {tzid: reading.vtimezone(uid, tzid) for tzid in tzids(text) & foreign}


def _unknown_zones(reading: Reading) -> Iterator[Repair]:
    """What nobody defines is read as the agenda's own zone."""
    from core.ics.repair import Repair

    for tzid, line in reading.tzids.items():
        if tzid not in reading.vtimezones and known_name(tzid) is None:
            yield Repair(line, "unknown-zone", tzid)


def _read(source: Source) -> bytes:
    """Raises FileProblem and TooLarge."""
    if isinstance(source, bytes):
        data = source
    else:
        try:
            with open(source, "rb") as file:
                data = read_at_most(file, LARGEST)
        except OSError as error:
            raise file_problem(source, error) from error
    if len(data) > LARGEST:
        raise TooLarge(LARGEST)
    return data


def read_at_most(file: BinaryIO, limit: int) -> bytes:
    """The whole of a file, or one byte more than the limit: a device may have no end."""
    return file.read(limit + 1)


def _chunks(objects: Sequence[tuple[str, bytes]]) -> Iterator[Sequence[tuple[str, bytes]]]:
    for start in range(0, len(objects), CHUNK):
        yield objects[start : start + CHUNK]
