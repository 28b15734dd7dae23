"""What was replaced by what: the one shape of every edit, of undo and of history."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from core.calendar import Calendar
from core.comment import Comment
from core.errors import StaleChange
from core.object import CalendarObject

T = TypeVar("T", CalendarObject, Comment, Calendar)

# The calendar_id of an object that goes into the one calendar which the same change makes.
MADE_HERE = -1

# How often a change is made anew when others write between our reading and our writing.
ATTEMPTS = 5


class Deed(Enum):
    """What a person did, for the words of undo and of history."""

    CREATE = "create"
    EDIT = "edit"
    DELETE = "delete"
    DUPLICATE = "duplicate"
    IMPORT = "import"
    MOVE = "move"
    CATEGORIES = "categories"
    COMMENT = "comment"
    EDIT_COMMENT = "edit-comment"
    DELETE_COMMENT = "delete-comment"
    MODERATE = "moderate"
    CREATE_CALENDAR = "create-calendar"
    EDIT_CALENDAR = "edit-calendar"
    DELETE_CALENDAR = "delete-calendar"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Swap(Generic[T]):
    """One thing before and after. None before: it is made; None after: it is deleted."""

    before: T | None
    after: T | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("nothing for nothing is no change")

    @property
    def thing(self) -> T:
        """What it is about: as it is afterwards, or as it was."""
        its = self.after or self.before
        assert its is not None
        return its

    @property
    def id(self) -> int:
        return self.thing.id

    def is_stale(self, revision: int | None) -> bool:
        """Whether what is stored is not what this replaces. revision: of what is stored; None: nothing is."""
        return revision != (self.before and self.before.revision)


def home(calendar: int | Calendar) -> tuple[int, tuple[Swap[Calendar], ...]]:
    """The calendar_id of what goes into a calendar, stored or yet to be made, and what makes it."""
    return (calendar, ()) if isinstance(calendar, int) else (MADE_HERE, (Swap(None, calendar),))


def attempts() -> Iterator[AbstractContextManager[object]]:
    """For changes made out of what is stored: each attempt swallows StaleChange, and the next reads anew.

    Whoever is still here after the last one raises it.
    """
    return (suppress(StaleChange) for _ in range(ATTEMPTS))


@dataclass(frozen=True, slots=True)
class Change:
    """One step for the person: all of it is stored, or none."""

    deed: Deed
    objects: tuple[Swap[CalendarObject], ...] = ()
    comments: tuple[Swap[Comment], ...] = ()
    calendars: tuple[Swap[Calendar], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.objects or self.comments or self.calendars)
