"""Chosen events as an iCalendar file: their stored text, copied, with the time zones that it names."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.clients.draft import Task
from core.clients.profile import Profile
from core.errors import NothingToExport, TooLarge, WouldOverwriteAgenda
from core.files import is_database, replacing
from core.progress import Job, Progress, finish
from core.query import EventQuery
from core.zoning import ZoneBook, with_zones_renamed

if TYPE_CHECKING:
    from core.object import CalendarObject
    from core.store import Store

# As many events as another program takes at once from the clipboard or out of a drag.
MOST_AT_ONCE = 1_000

# Events between two reports of progress.
STEP = 500

_LONGEST_NAME = 120  # bytes, so that a suffix and a folder's name still fit

# What Windows or any other system reserves.
_NO_NAME = frozenset('\\/:*?"<>|')
_PORTS = (f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10))
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", *_PORTS})


@dataclass(frozen=True, slots=True)
class Export:
    """What will be written. names: {object: {its TZID: name in the file}}, where one has several meanings.

    task: for which program. own: {object: {TZID: VTIMEZONE}} of no IANA zone. left_out: how many objects have
    no copy.
    """

    object_ids: Sequence[int]
    name: str
    task: Task
    zones: Mapping[str, bytes]
    names: Mapping[int, Mapping[str, str]]
    own: Mapping[int, Mapping[str, bytes]]
    left_out: int

    @property
    def renamed(self) -> dict[str, str]:
        return {name: tzid for names in self.names.values() for tzid, name in names.items()}

    def texts(self, store: Store) -> Iterator[bytes]:
        """The calendar objects, each as it will stand in the file."""
        copied = _copier(self.task)
        for its in store.objects(self.object_ids):
            text = copied(its, self.own.get(its.id, {}))
            if names := self.names.get(its.id):
                text = with_zones_renamed(text, names)
            yield text

    def chunks(self, store: Store) -> Iterator[bytes]:
        """The file's bytes, a little at a time."""
        from core.ics.envelope import write_calendar

        return write_calendar(self.texts(store), self.zones.values(), name=self.name)


def _copier(task: Task) -> Callable[[CalendarObject, Mapping[str, bytes]], bytes]:
    """What makes an object's copy. For PLAIN that is its text, whatever stands in it."""
    if task.profile is Profile.PLAIN:
        return lambda its, _own: its.text
    from core.clients.copying import Copier
    from core.ics.component import restated

    copier = Copier(task)
    return lambda its, own: copier.copy(restated(its.text, its.uid), own).text


def export_events(
    store: Store,
    events: EventQuery | Sequence[int],
    path: str | Path,
    *,
    name: str = "",
    task: Task | None = None,
) -> Job[int]:
    """Write whole events (by query, or by object ids) to a file, and say how many.

    The file is there whole or not at all, also when the job is closed early. name: see plan_export. Raises
    NothingToExport, FileProblem and WouldOverwriteAgenda.
    """
    export = yield from plan_export(store, events, name=name, task=task)
    return (yield from write_export(store, export, path))


def write_export(store: Store, export: Export, path: str | Path) -> Job[int]:
    """Write what was planned, and say how many events. Raises FileProblem and WouldOverwriteAgenda."""
    if store.lies_at(path) or is_database(path):
        raise WouldOverwriteAgenda(str(path))
    total = len(export.object_ids)
    with replacing(path) as file:
        for done, chunk in enumerate(export.chunks(store)):
            file.write(chunk)
            if done % STEP == 0:
                yield Progress(total + min(done, total), 2 * total)
    return total


def plan_export(
    store: Store,
    events: EventQuery | Sequence[int],
    *,
    name: str = "",
    task: Task | None = None,
) -> Job[Export]:
    """Find out what the file needs before its first event can be written. Raises NothingToExport.

    name: the agenda's, for programs that show one; events of one calendar go by that one's. "": none.
    task: for which program; without one, for any. What that can make nothing of is left out.
    """
    from core.ics.envelope import first_year, tzids

    wanted = store.object_ids(events) if isinstance(events, EventQuery) else events
    own = store.vtimezones(wanted)
    book = ZoneBook(store.zone)
    task = task or Task(Profile.PLAIN, store.zone)
    copied = _copier(task)
    object_ids: list[int] = []
    calendars = set[int]()
    looked_at = -1
    for looked_at, its in enumerate(store.objects(wanted)):
        if looked_at % STEP == 0:
            yield Progress(looked_at, 2 * len(wanted))
        text = copied(its, own.get(its.id, {}))
        if text:
            object_ids.append(its.id)
            calendars.add(its.calendar_id)
            book.take(its.id, tzids(text), own.get(its.id, {}))
            if task.profile is Profile.OUTLOOK:
                book.begin(first_year(text))
    if not object_ids:
        raise NothingToExport()
    if name and len(calendars) == 1:
        name = next((its.name for its in store.calendars() if its.id in calendars), name)
    return Export(object_ids, name, task, book.zones, book.names, own, looked_at + 1 - len(object_ids))


def calendar_text(store: Store, object_ids: Sequence[int]) -> bytes:
    """Whole events as one iCalendar text, for the clipboard or a drag.

    Raises NothingToExport, and TooLarge for more than MOST_AT_ONCE.
    """
    if len(object_ids) > MOST_AT_ONCE:
        raise TooLarge(MOST_AT_ONCE)
    return b"".join(finish(plan_export(store, object_ids)).chunks(store))


def agenda_name(store: Store) -> str:
    """What an agenda is called: as its file, without the suffix."""
    return Path(store.location).stem


def safe_file_name(text: str) -> str:
    """A file name without its suffix, out of any text, that every system takes."""
    plain = unicodedata.normalize("NFC", text)
    plain = "".join(" " if its in _NO_NAME or not its.isprintable() else its for its in plain)
    name = _cut(" ".join(plain.split()).strip(" ."), _LONGEST_NAME).rstrip(" .")
    if name.partition(".")[0].upper() in _DEVICES:
        name = f"_{name}"
    return name or "Parvis"


def _cut(text: str, size: int) -> str:
    """At most so many bytes of UTF-8, in whole characters, and in whole words if there are several."""
    data = text.encode("utf-8", "ignore")
    if len(data) <= size:
        return data.decode()
    cut = data[:size].decode("utf-8", "ignore")
    return cut.rpartition(" ")[0] or cut
