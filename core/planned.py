"""What an import would do: each event that a file brings, what it meets here, and what a person chose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from core.calendar import Calendar
from core.change import Swap
from core.errors import AppError
from core.object import CalendarObject

if TYPE_CHECKING:
    from core.ics.split import Repair, SetAside


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
    """added, updated, same: how many events. left_out: how many the person did not take.

    older_uids: those that stayed, as the file's are not newer. deleted_uids: those that were deleted here,
    and not taken again. twin_uids: those that were added though the same is likely here under another UID.
    journal_id: of the change, 0 where there was nothing to store.
    """

    added: int = 0
    updated: int = 0
    same: int = 0
    older_uids: tuple[str, ...] = ()
    files: tuple[FileReport, ...] = ()
    journal_id: int = 0
    deleted_uids: tuple[str, ...] = ()
    twin_uids: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def total(self) -> int:
        """How many events were read."""
        return self.added + self.updated + self.same + self.older + self.deleted + self.left_out

    @property
    def older(self) -> int:
        return len(self.older_uids)

    @property
    def deleted(self) -> int:
        return len(self.deleted_uids)

    @property
    def repairs(self) -> tuple[Repair, ...]:
        return tuple(its for file in self.files for its in file.repairs)

    @property
    def unknown_zones(self) -> tuple[str, ...]:
        """The TZIDs among the repairs that nobody knows."""
        return tuple(its.data for its in self.repairs if its.code == "unknown-zone")

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

    @property
    def remarks(self) -> bool:
        """Whether anything was noticed in the files themselves."""
        return bool(self.repairs or self.set_aside or self.other or self.problems)

    def __bool__(self) -> bool:
        """Whether there is anything to say beyond what was added, updated or there already."""
        return bool(self.older_uids or self.deleted_uids or self.twin_uids or self.remarks)


class Fate(Enum):
    """What becomes of an event, where nobody chooses otherwise."""

    NEW = "new"
    CHANGED = "changed"  # the file's is newer than ours
    TWIN = "twin"  # ours is likely the same, under another UID
    DELETED = "deleted"  # it was here, and was deleted
    OLDER = "older"  # the file's is another, and not newer
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Item:
    """One calendar object of a file. text: what is stored when all of it is taken.

    stored: what it meets here (CHANGED, OLDER, TWIN). object_id: of the deleted one that would come back.
    zones: {TZID: VTIMEZONE} that its text uses, of no IANA zone.
    """

    fate: Fate
    uid: str
    text: bytes
    stored: CalendarObject | None = None
    object_id: int = 0
    zones: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What the files bring, in their order, each UID once.

    calendar_id: where new ones go; calendars: what makes that one. same, older_uids: of further versions of
    one event, of which the files hold several.
    """

    items: tuple[Item, ...]
    calendar_id: int
    calendars: tuple[Swap[Calendar], ...] = ()
    files: tuple[FileReport, ...] = ()
    same: int = 0
    older_uids: tuple[str, ...] = ()

    def counts(self) -> Counter[Fate]:
        return Counter(item.fate for item in self.items)


class Way(Enum):
    """What to do with an event."""

    LEAVE = "leave"
    TAKE = "take"  # of a twin: into ours, which keeps its UID
    BOTH = "both"  # of a twin: beside ours


# A field of one VEVENT: RECURRENCE-ID, ordinal, and its name out of core.event.EDITABLE; or OTHER.
FieldKey = tuple[str, int, str]

# All the lines that no field stands for, of the whole object.
OTHER: FieldKey = ("", 0, "")


@dataclass(frozen=True, slots=True)
class Choice:
    """ours: the fields that stay as they are here, of an event that is taken. None: as is proposed."""

    way: Way
    ours: frozenset[FieldKey] | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What is done with those of which a person said nothing. again: those that were deleted here, too.

    merging: a likely twin fills what ours does not say, and is not added beside it.
    """

    again: bool = False
    merging: bool = False

    def way(self, fate: Fate) -> Way:
        match fate:
            case Fate.NEW | Fate.CHANGED:
                return Way.TAKE
            case Fate.TWIN:
                return Way.TAKE if self.merging else Way.BOTH
            case Fate.DELETED:
                return Way.TAKE if self.again else Way.LEAVE
            case _:
                return Way.LEAVE
