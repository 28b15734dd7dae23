"""Events out of iCalendar files into a calendar: planned first, then stored in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from core.calendar import Calendar
from core.change import Change, Deed, Swap, attempts, home
from core.errors import AppError, NotICalendar, StaleChange, TooLarge
from core.files import file_problem
from core.incoming import Verdict, judged
from core.object import CalendarObject
from core.progress import Job, Progress, Result
from core.query import EventQuery
from core.when import iana

if TYPE_CHECKING:
    from core.ics.split import Reading, Repair, SetAside
    from core.store import Store

# Larger than any agenda, and as much as fits into memory beside what is made of it.
LARGEST = 1 << 29  # bytes

# Events looked up at once.
CHUNK = 500

Source = bytes | str | Path


@dataclass(frozen=True, slots=True)
class FileReport:
    """What is to be said of one file. problem: why it gave nothing. other: {component: how many}."""

    name: str
    problem: AppError | None = None
    repairs: Sequence[Repair] = ()
    set_aside: Sequence[SetAside] = ()
    other: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """added, updated, same: how many events. older_uids: those that stayed, as the file's are not newer.

    journal_id: of the change, 0 where there was nothing to store.
    """

    added: int = 0
    updated: int = 0
    same: int = 0
    older_uids: tuple[str, ...] = ()
    files: tuple[FileReport, ...] = ()
    journal_id: int = 0

    @property
    def total(self) -> int:
        """How many events were read."""
        return self.added + self.updated + self.same + self.older

    @property
    def older(self) -> int:
        return len(self.older_uids)

    @property
    def repairs(self) -> tuple[Repair, ...]:
        return tuple(its for file in self.files for its in file.repairs)

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        return tuple(its for file in self.files for its in file.set_aside)

    @property
    def other(self) -> Counter[str]:
        """Components that are no events, by name."""
        return sum((Counter(file.other) for file in self.files), Counter())

    @property
    def problems(self) -> tuple[AppError, ...]:
        """Why whole files gave nothing."""
        return tuple(file.problem for file in self.files if file.problem)

    def __bool__(self) -> bool:
        """Whether there is anything to say beyond what was added, updated or there already."""
        return bool(self.older_uids or self.repairs or self.set_aside or self.other or self.problems)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What would be stored, and the report of it. zones: {UID: {TZID: VTIMEZONE}}, of no IANA zone."""

    change: Change
    report: ImportReport
    zones: Mapping[str, Mapping[str, bytes]]


def import_files(
    store: Store, sources: Sequence[Source], calendar: int | Calendar | None
) -> Job[ImportReport]:
    """Take the events of several files in one step; a file that gives none is in the report.

    calendar: its id, or one that is made in the same step. None: an event that is there already stays in its
    calendar, new ones go into the first. Raises StaleChange where others keep writing the same events.
    """
    readings = yield from _share(read_sources(sources), 0, 2)
    for attempt in attempts():
        with attempt:
            return carry_out(store, (yield from _share(plan_import(store, readings, calendar), 1, 2)))
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


def read_sources(sources: Sequence[Source]) -> Job[list[tuple[FileReport, Reading | None]]]:
    """What each file holds. A file that cannot be read comes with its problem."""
    from core.ics.split import reading

    found: list[tuple[FileReport, Reading | None]] = []
    for done, source in enumerate(sources):
        name = "-" if isinstance(source, bytes) else str(source)
        try:
            data = _read(source)
            read = yield from _share(reading(data), done, len(sources))
        except AppError as error:
            problem = replace(error, path=name) if isinstance(error, NotICalendar) else error
            found.append((FileReport(name, problem), None))
        else:
            report = FileReport(name, None, read.repairs, read.set_aside, read.other)
            found.append((report, read))
    return found


def plan_import(
    store: Store, readings: Sequence[tuple[FileReport, Reading | None]], calendar: int | Calendar | None
) -> Job[ImportPlan]:
    """Compare with what is there; nothing is written."""
    planner = _Planner(store, calendar)
    total = sum(len(reading.objects) for _, reading in readings if reading)
    done = 0
    for _, reading in readings:
        for chunk in _chunks(reading.objects if reading else ()):
            planner.look_up([uid for uid, _ in chunk])
            for uid, text in chunk:
                assert reading is not None
                planner.take(uid, text, reading.vtimezones)
            done += len(chunk)
            yield Progress(done, total)
    return planner.plan(tuple(report for report, _ in readings))


def carry_out(store: Store, plan: ImportPlan) -> ImportReport:
    """Store what is planned, in one transaction. Raises StaleChange when something was written since."""
    applied = store.apply(plan.change, vtimezones=plan.zones)
    return replace(plan.report, journal_id=applied.journal_id)


class _Planner:
    def __init__(self, store: Store, calendar: int | Calendar | None) -> None:
        self._store = store
        self._anywhere = calendar is None
        self._calendar_id, self._calendars = home(store.calendars()[0].id if calendar is None else calendar)
        self._there: dict[str, CalendarObject] = {}
        self._swaps: dict[str, Swap[CalendarObject]] = {}
        self._zones: dict[str, dict[str, bytes]] = {}
        self._same = 0
        self._older: list[str] = []

    def look_up(self, uids: Sequence[str]) -> None:
        """Fetch what is there already under these UIDs."""
        calendars = frozenset[int]() if self._anywhere else frozenset({self._calendar_id})
        query = EventQuery(uids=frozenset(uids), calendars=calendars, hidden=True)
        for its in self._store.objects(self._store.object_ids(query)):
            if its.uid not in self._there or its.calendar_id == self._calendar_id:
                self._there[its.uid] = its

    def take(self, uid: str, text: bytes, vtimezones: Mapping[str, bytes]) -> None:
        """Plan one object."""
        planned = self._swaps.get(uid)
        stored = planned.after if planned else self._there.get(uid)
        if stored is None:
            self._put(Swap(None, CalendarObject(0, self._calendar_id, uid, text)), vtimezones)
            return
        verdict, wanted = judged(stored.text, text)
        if verdict is Verdict.NEWER:
            before = planned.before if planned else stored
            self._put(Swap(before, replace(stored, text=wanted)), vtimezones)
        elif verdict is Verdict.SAME:
            self._same += 1
        else:
            self._older.append(uid)

    def _put(self, swap: Swap[CalendarObject], vtimezones: Mapping[str, bytes]) -> None:
        assert swap.after is not None
        self._swaps[swap.after.uid] = swap
        own = {tzid: body for tzid, body in vtimezones.items() if iana(tzid) is None}
        if own:
            from core.ics.envelope import tzids

            used = {tzid: own[tzid] for tzid in tzids(swap.after.text) if tzid in own}
            self._zones.setdefault(swap.after.uid, {}).update(used)

    def plan(self, files: tuple[FileReport, ...]) -> ImportPlan:
        swaps = tuple(self._swaps.values())
        added = sum(swap.before is None for swap in swaps)
        report = ImportReport(added, len(swaps) - added, self._same, tuple(self._older), files)
        calendars = self._calendars if swaps else ()
        return ImportPlan(Change(Deed.IMPORT, swaps, calendars=calendars), report, self._zones)


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
