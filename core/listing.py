"""A row of the index as a row of the list, whichever library read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from core.event import Stage, Status
from core.object import ComponentRef
from core.order import is_occurrence, start_of
from core.query import ListedEvent
from core.when import Moment, When, Zones

# Of the index, in the order that listed_event() takes them; the object's uid and its comments follow.
COLUMNS = (
    *("id", "object_id", "recurrence_id", "ordinal", "calendar_id", "summary", "place", "location"),
    *("categories", "status", "stage", "dtstart", "dtstart_tzid", "dtend", "dtend_tzid", "recurs"),
    *("modified", "undated", "start_utc", "end_utc"),
)

# The states in which a comment counts.
COUNTED = ("approved", "pending")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def moment(text: str, tzid: str | None) -> Moment:
    """A wall time as the index keeps it, in ISO 8601."""
    return Moment(datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text), tzid)


def listed_event(values: Sequence[Any], uid: str, comments: int) -> ListedEvent:
    """values: those of COLUMNS. A series comes with its own start."""
    key, object_id, recurrence_id, ordinal, calendar_id, summary, place, location = values[:8]
    categories, status, stage, dtstart, dtstart_tzid, dtend, dtend_tzid, recurs = values[8:16]
    modified, undated, start_utc, end_utc = values[16:]
    return ListedEvent(
        key,
        ComponentRef(object_id, recurrence_id, ordinal),
        uid,
        calendar_id,
        summary,
        When(moment(dtstart, dtstart_tzid), moment(dtend, dtend_tzid)),
        place,
        location,
        tuple(categories.split("\n")) if categories else (),
        Status(status) if status else None,
        Stage(stage) if stage else None,
        comments,
        bool(recurs),
        bool(recurrence_id),
        None if modified is None else datetime.fromtimestamp(modified, UTC),
        bool(undated),
        start_utc=start_utc,
        end_utc=end_utc,
    )


def date_of(row: ListedEvent, its: When, name: Moment | None, local: tzinfo, zones: Zones) -> ListedEvent:
    """A series' row as one of its dates. name: the series' own for it. zones: of the series' object."""
    start, end = ((edge.instant(local, zones) - _EPOCH) // _SECOND for edge in (its.start, its.end))
    return replace(row, when=its, recurrence_id=name, start_utc=start, end_utc=max(end, start + 1))


def occurrence_when(own: When, entry: int, local: tzinfo, zones: Zones) -> When:
    """When an entry of the order is: the series' own length from the occurrence's start, on the same clock.

    An entry knows whole minutes; the seconds are those that the series starts with.
    """
    if not is_occurrence(entry):
        return own
    start = own.start
    zone = (start.tzid and zones(start.tzid)) or local
    there = start_of(entry).astimezone(zone).replace(tzinfo=None)
    if not isinstance(start.wall, datetime):
        return own.starting(Moment(there.date()))
    return own.starting(Moment(there + timedelta(seconds=start.wall.second), start.tzid))
