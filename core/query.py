"""Which events, in which order: what the list, the export and the command line ask the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from core.event import Stage, Status
from core.object import ComponentRef
from core.when import Moment, When

# Status, stage and calendar of an event: what many are given at once.
State = tuple[Status | None, Stage | None, int]


class Order(Enum):
    """What the list is sorted by."""

    START = "start"
    SUMMARY = "summary"
    PLACE = "place"
    STATUS = "status"
    MODIFIED = "modified"


@dataclass(frozen=True, slots=True)
class EventQuery:
    """All conditions hold together; an empty one asks for everything in calendars that are not hidden.

    text: as typed, any string. first, last: days in the agenda's zone, both included; an event matches when
    any part of it touches them. calendars, categories, statuses, stages: one of these; empty: any.
    None in statuses or stages: events that have none. uids: these alone. hidden: hidden calendars too.
    undated: those that no text dates, or all others; None: both. No day is theirs.
    """

    text: str = ""
    first: date | None = None
    last: date | None = None
    uids: frozenset[str] = frozenset()
    calendars: frozenset[int] = frozenset()
    categories: frozenset[str] = frozenset()
    statuses: frozenset[Status | None] = frozenset()
    stages: frozenset[Stage | None] = frozenset()
    order: Order = Order.START
    descending: bool = False
    hidden: bool = False
    undated: bool | None = None


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """A row of the list, out of the index: nothing is parsed to show it.

    key: the index row's id, the order array's. when: of this occurrence where series is shown spread out.
    place: its first line. comments: approved and pending ones on the object. series: it recurs.
    override: it stands for one occurrence of a series, or for all from that one on. undated: no text says
    when it is; see Event. recurrence_id: of a series that is shown spread out, the name of this date; see
    core.recurrence.Occurrence. start_utc, end_utc: seconds since 1970, as the index has them, and so what a
    zone that its file alone knows makes of `when`; None: not known.
    """

    key: int
    ref: ComponentRef
    uid: str
    calendar_id: int
    summary: str
    when: When
    place: str = ""
    location: str = ""
    categories: tuple[str, ...] = ()
    status: Status | None = None
    stage: Stage | None = None
    comments: int = 0
    series: bool = False
    override: bool = False
    modified: datetime | None = field(default=None, compare=False)
    undated: bool = False
    recurrence_id: Moment | None = None
    start_utc: int | None = None
    end_utc: int | None = None
