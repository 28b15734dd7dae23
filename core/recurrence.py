"""When an event and its series take place, within a range: rules, further and left-out dates, overrides.

All is counted on the clock of the event's own start, so that 18:30 stays 18:30 over a change of the clocks,
and becomes a point in time only to be compared (RFC 5545 3.3.10). A time that the clocks skip keeps its
writing, and is read as 3.3.5 has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from heapq import merge
from itertools import islice
from typing import Final

from core.event import Event
from core.series import Clock, Names, Series
from core.when import Moment, When, Zones, iana

LIMIT: Final = 10_000  # occurrences of one series in one range


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an event takes place.

    recurrence_id: the name by which an override would replace it; None for an event that does not recur.
    event: the place of its VEVENT among those that were given.
    """

    recurrence_id: Moment | None
    when: When
    event: int


def occurrences(
    events: Sequence[Event], first: datetime, last: datetime, *, local: tzinfo, zones: Zones = iana
) -> Iterator[Occurrence]:
    """What of one calendar object touches the time from first up to last (aware), by its start.

    events: its VEVENTs. An override stands for its occurrence, or alone where its series has none; all those
    with one RECURRENCE-ID show. local: where dates and floating times are read. A series gives its first
    LIMIT occurrences in the range, and a rule is given up that would take more than some milliseconds.
    """
    return (occurrence for _, occurrence in with_starts(events, first, last, local=local, zones=zones))


def with_starts(
    events: Sequence[Event], first: datetime, last: datetime, *, local: tzinfo, zones: Zones = iana
) -> Iterator[tuple[datetime, Occurrence]]:
    """What occurrences() gives, each behind its start in UTC."""
    clock = Clock(local, zones)
    replaced = Names(clock, (its.recurrence_id for its in events if its.recurrence_id is not None))
    streams = [
        islice(_touching(_of_one(event, place, clock, replaced, first, last), clock, first, last), LIMIT)
        for place, event in enumerate(events)
    ]
    return streams[0] if len(streams) == 1 else merge(*streams, key=lambda pair: pair[0])


def _of_one(
    event: Event, place: int, clock: Clock, replaced: Names, first: datetime, last: datetime
) -> Iterator[tuple[datetime, Occurrence]]:
    """Of one VEVENT: starts in UTC, and occurrences."""
    if event.recurrence_id is not None:
        yield clock.instant(event.when.start), Occurrence(event.recurrence_id, event.when, place)
    elif not event.recurrence:
        if not replaced.has(event.when.start):
            yield clock.instant(event.when.start), Occurrence(None, event.when, place)
    else:
        unshown = [its for its in (Names(clock, event.recurrence.exdates), replaced) if its]
        for start, when in Series(event, clock).between(first, last):
            if not any(its.has(when.start) for its in unshown):
                yield start, Occurrence(when.start, when, place)


def _touching(
    pairs: Iterator[tuple[datetime, Occurrence]], clock: Clock, first: datetime, last: datetime
) -> Iterator[tuple[datetime, Occurrence]]:
    # A start within says that the end is after the beginning, at no cost.
    return (its for its in pairs if its[0] < last and (its[0] >= first or clock.end(its[1].when) > first))


def series_end(event: Event, local: tzinfo, zones: Zones = iana) -> datetime | None:
    """The end, in UTC, of the last time that a VEVENT takes place by itself; None for a series without end.

    Left-out dates do not count, unless there are no others. Where the last is too far to find, it is that of
    the rule's UNTIL. Overrides are VEVENTs of their own.
    """
    clock = Clock(local, zones)
    if event.recurrence_id is not None or not event.recurrence:
        return clock.end(event.when)
    series = Series(event, clock)
    if series.is_endless:
        return None
    left_out = Names(clock, event.recurrence.exdates)
    return max(series.ends(left_out), default=clock.end(event.when))
