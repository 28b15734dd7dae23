"""When an event and its series take place, within a range: rules, further and left-out dates, overrides.

All is counted on the clock of the event's own start, so that 18:30 stays 18:30 over a change of the clocks,
and becomes a point in time only to be compared (RFC 5545 3.3.10). A time that the clocks skip keeps its
writing, and is read as 3.3.5 has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from heapq import merge
from itertools import islice, zip_longest
from typing import Final

from core.errors import EndBeforeStart
from core.event import Event
from core.series import Clock, Further, LeftOut, Names, Series, later
from core.when import DAY, Moment, When, Zones, iana

LIMIT: Final = 10_000  # occurrences of one series in one range

_LAST: Final = datetime.max.replace(tzinfo=UTC)
_SECOND: Final = timedelta(seconds=1)
_BESIDE: Final = 2 * DAY  # clocks that are put forward or back, and days that begin elsewhere


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an event takes place.

    recurrence_id: the name by which an override would replace it; None for an event that does not recur.
    event: the place of its VEVENT among those that were given.
    """

    recurrence_id: Moment | None
    when: When
    event: int


Pair = tuple[datetime, Occurrence]


def occurrences(
    events: Sequence[Event], first: datetime, last: datetime, *, local: tzinfo, zones: Zones = iana
) -> Iterator[Occurrence]:
    """What of one calendar object touches the time from first up to last (aware), by its start.

    events: its VEVENTs. An override stands for its occurrence, or alone where its series has none; all those
    with one RECURRENCE-ID show. local: where dates and floating times are read. A series gives its first
    LIMIT occurrences in the range, and a rule is given up that would take more than some milliseconds.
    """
    return (occurrence for _, occurrence in Dates(events, local, zones).between(first, last))


class Dates:
    """What occurrences() asks of one calendar object, for many ranges: what it names is put in order once."""

    def __init__(self, events: Sequence[Event], local: tzinfo, zones: Zones) -> None:
        self._events = events
        self._clock = Clock(local, zones)
        self._replaced = Names(
            self._clock, (its.recurrence_id for its in events if its.recurrence_id is not None)
        )
        self._named: dict[int, tuple[Names, Further]] = {}

    def between(self, first: datetime, last: datetime, *, starting: bool = False) -> Iterator[Pair]:
        """Each behind its start in UTC. starting: none that began before the range."""
        streams = [
            islice((_starting if starting else _touching)(stream, self._clock, first, last), LIMIT)
            for place in range(len(self._events))
            for stream in self._of_one(place, first, last, starting=starting)
        ]
        return streams[0] if len(streams) == 1 else merge(*streams, key=lambda pair: pair[0])

    def _of_one(
        self, place: int, first: datetime, last: datetime, *, starting: bool
    ) -> Iterator[Iterator[Pair]]:
        """Of one VEVENT: starts in UTC, and occurrences; a stream for each that holds for a stretch of it."""
        event, clock, replaced = self._events[place], self._clock, self._replaced
        if event.recurrence_id is not None:
            yield iter(
                [(clock.instant(event.when.start), Occurrence(event.recurrence_id, event.when, place))]
            )
        elif not event.recurrence:
            if not replaced.has(event.when.start):
                yield iter([(clock.instant(event.when.start), Occurrence(None, event.when, place))])
        else:
            names, further = self._names(place)
            left_out = LeftOut(event, clock, names)
            unshown = tuple(its for its in (left_out, replaced) if its)
            shown = _Shown(event, clock, further, unshown, starting)
            stretches = list(_stretches(self._events, event, clock))
            yield shown.as_said(place, first, last, stretches[0].first if stretches else _LAST)
            for stretch in stretches:
                yield shown.as_held(stretch, first, last)

    def _names(self, place: int) -> tuple[Names, Further]:
        """The left-out dates and the further ones of a series."""
        if place not in self._named:
            event = self._events[place]
            self._named[place] = (
                Names(self._clock, event.recurrence.exdates),
                Further(event, self._clock),
            )
        return self._named[place]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """For how long an override holds, in UTC: its own date and the next override's are none of it."""

    override: Event
    place: int
    first: datetime
    last: datetime = _LAST


def _stretches(events: Sequence[Event], series: Event, clock: Clock) -> Iterator[_Stretch]:
    """Of those that hold for all dates from theirs on (RFC 5545 3.2.13), in their order."""
    found = [
        _Stretch(its, place, clock.instant(its.recurrence_id))
        for place, its in enumerate(events)
        if its.and_future and its.recurrence_id is not None
    ]
    if found and sum(its.recurrence_id is None and bool(its.recurrence) for its in events) > 1:
        found = [its for its in found if _is_date_of(its.override.recurrence_id, series, clock)]
    found.sort(key=lambda its: its.first)
    for its, following in zip_longest(found, found[1:]):
        yield replace(its, last=following.first) if following else its


@dataclass(frozen=True, slots=True)
class _Shown:
    """The dates of a series but for those that are left out or replaced. starting: see Series.between()."""

    series: Event
    clock: Clock
    further: Further
    unshown: tuple[LeftOut | Names, ...]
    starting: bool

    def as_said(self, place: int, first: datetime, last: datetime, end: datetime) -> Iterator[Pair]:
        """By the series itself, up to an end."""
        for start, when in self._between(first, last, starting=self.starting):
            if start < end:
                yield start, Occurrence(when.start, when, place)

    def as_held(self, stretch: _Stretch, first: datetime, last: datetime) -> Iterator[Pair]:
        """By an override: as far from it as their dates are from its own."""
        own = stretch.override
        assert own.recurrence_id is not None
        moved = self.clock.instant(own.when.start) - stretch.first
        low = later(first, -max(moved, timedelta()) - (self.clock.end(own.when) - stretch.first) - _BESIDE)
        high = later(last, _BESIDE - min(moved, timedelta()))
        for start, plain in self._between(max(low, stretch.first), min(high, stretch.last)):
            if stretch.first < start < stretch.last:
                when = held(own, plain.start, self.clock)
                yield self.clock.instant(when.start), Occurrence(plain.start, when, stretch.place)

    def _between(
        self, first: datetime, last: datetime, *, starting: bool = False
    ) -> Iterator[tuple[datetime, When]]:
        found = Series(self.series, self.clock, self.further).between(first, last, starting=starting)
        for start, when in found:
            if not any(its.has(when.start) for its in self.unshown):
                yield start, when


def held(override: Event, date: Moment, clock: Clock) -> When:
    """When a date of a series takes place on which an override holds from an earlier one on.

    It is as far from the override's start as the date is from the one that the override is named after.
    """
    start = override.when.start
    assert override.recurrence_id is not None
    try:
        wall = start.wall_time + (_wall(date, start, clock) - _wall(override.recurrence_id, start, clock))
        return override.when.starting(Moment(wall.date() if start.is_date else wall, start.tzid))
    except (OverflowError, EndBeforeStart):
        return override.when


def _wall(moment: Moment, at: Moment, clock: Clock) -> datetime:
    """On the clock of another moment."""
    if at.is_date:
        return Moment(moment.day).wall_time
    if moment.is_date or moment.is_floating or moment.tzid == at.tzid:
        return moment.wall_time
    return clock.wall(clock.instant(moment), at)


def named_date(moment: Moment, series: Event, clock: Clock) -> When | None:
    """The date of a series that a moment names, left out or not; see Names."""
    start, name = series.when.start, Names(clock, [moment])
    at = clock.instant(Moment(moment.wall, start.tzid) if moment.is_floating else moment)
    # A day may be counted in another zone than the series is.
    whole_days = moment.is_date or start.is_date
    around = (later(at, -DAY), later(at, 2 * DAY)) if whole_days else (at, later(at, _SECOND))
    found = Series(series, clock).between(*around)
    return next((when for _, when in found if name.has(when.start)), None)


def _is_date_of(moment: Moment | None, series: Event, clock: Clock) -> bool:
    return moment is not None and named_date(moment, series, clock) is not None


def _touching(pairs: Iterator[Pair], clock: Clock, first: datetime, last: datetime) -> Iterator[Pair]:
    # A start within says that the end is after the beginning, at no cost.
    return (its for its in pairs if its[0] < last and (its[0] >= first or clock.end(its[1].when) > first))


def _starting(pairs: Iterator[Pair], _: Clock, first: datetime, last: datetime) -> Iterator[Pair]:
    return (its for its in pairs if first <= its[0] < last)


def series_end(event: Event, local: tzinfo, zones: Zones = iana) -> datetime | None:
    """The end, in UTC, of the last time that a VEVENT takes place by itself; None for a series without end.

    Left-out dates do not count, unless there are no others. Where the last is too far to find, it is that of
    the rule's UNTIL. Overrides are VEVENTs of their own; of one that holds for all dates from its own on, the
    series knows the end, and so it is as one without.
    """
    if event.and_future:
        return None
    clock = Clock(local, zones)
    if event.recurrence_id is not None or not event.recurrence:
        return clock.end(event.when)
    series = Series(event, clock)
    if series.is_endless:
        return None
    left_out = LeftOut(event, clock)
    return max(series.ends(left_out), default=clock.end(event.when))
