"""Series as rows of the list: their dates within a stretch, worked out once and remembered."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import chain, islice
from typing import NamedTuple

from core.event import Event, Recurrence
from core.ics.series_rule import RuleRow
from core.ics.timing import timing_of
from core.ics.vevents import vevents
from core.known_zones import known_zone
from core.listing import date_of, occurrence_when
from core.object import ComponentRef
from core.order import START_UNIT, is_occurrence, minutes_at, minutes_of, pack, start_of
from core.plain_series import PlainSeries, WallClock, is_plain, plain_series
from core.query import ListedEvent
from core.recurrence import Dates, Pair
from core.rrule import Rule, read_rule
from core.series import FIRST, LAST
from core.when import DAY, Moment, Zones

# What is remembered, at most; beyond it all is worked out anew.
MAX_OBJECTS = 20_000
MAX_ENTRIES = 2_000_000
MAX_CLOCKS = 100

# More dates than that within a year would hide all other events, and take long: they are one row.
CROWD = 2_000
_YEAR = 366 * 24 * 60

_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in seconds from 1970, the end excluded; None: open."""

    first: int | None = None
    last: int | None = None

    @classmethod
    def of_days(cls, first: date | None, last: date | None, local: tzinfo) -> Span:
        """Whole days in a zone, both included."""
        end = last + DAY if last is not None and last < date.max else None
        return cls(_midnight(first, local), _midnight(end, local))

    def within(self, other: Span) -> Span:
        """What lies in both; its end may come before its start."""
        firsts = [its for its in (self.first, other.first) if its is not None]
        lasts = [its for its in (self.last, other.last) if its is not None]
        return Span(max(firsts, default=None), min(lasts, default=None))

    def beside(self) -> tuple[Span, Span]:
        """What comes before it and after it; all, on a side where it is open."""
        return Span(None, self.first), Span(self.last)

    @property
    def is_empty(self) -> bool:
        """It ends before anything can be in it."""
        return self.first is not None and self.last is not None and self.first >= self.last

    def __bool__(self) -> bool:
        return self.first is not None or self.last is not None


def _midnight(day: date | None, local: tzinfo) -> int | None:
    return None if day is None else int(Moment(day).instant(local).timestamp())


class Series(NamedTuple):
    """A recurring row of the index. entry: of the order, at its own start. end: of its last date, or None.

    recurrence_id: of an override that holds for all dates from its own on; those are its row's.
    """

    key: int
    object_id: int
    revision: int
    ordinal: int
    entry: int
    end: int | None
    recurrence_id: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """A text read as a whole."""

    revision: int
    refs: list[ComponentRef]
    events: list[Event]
    zones: Zones
    # Of those alone that are asked for date by date.
    dates: Dates | None = None

    @property
    def is_uneven(self) -> bool:
        """Whether dates have lengths or names of their own, or may be less than a minute apart."""
        return any(its.and_future or _is_uneven(its.recurrence) for its in self.events)


class _Plain(NamedTuple):
    """A row of the index that says all."""

    revision: int
    row: RuleRow
    zones: Zones
    series: PlainSeries

    def as_a_whole(self) -> _Known:
        """For questions that a plain series does not answer."""
        return _of_row(self.revision, self.row, self.zones)


class Spreader:
    """Knows the dates of series. local: the agenda's zone; for another one, make another Spreader."""

    def __init__(self, local: tzinfo) -> None:
        self.local = local
        self._objects: dict[int, _Known | _Plain] = {}
        self._rules: dict[str, Rule | None] = {}
        self._clocks: dict[tzinfo, WallClock] = {}
        self._entries: dict[tuple[int, int, int | None, int | None], array[int]] = {}
        self._size = 0

    def knows(self, object_id: int, revision: int) -> bool:
        """Its text is known as it is at that revision."""
        known = self._objects.get(object_id)
        return known is not None and known.revision == revision

    def has_room(self, count: int) -> bool:
        """For so many more."""
        return len(self._objects) + count <= MAX_OBJECTS

    def forget(self) -> None:
        """All texts that were taken."""
        self._objects.clear()

    def learn(self, object_id: int, revision: int, text: bytes, zones: Zones) -> None:
        """Take an object's text; the questions below are about those that were taken."""
        self._objects[object_id] = self._dated(_read(revision, text, zones))

    def learn_row(self, object_id: int, revision: int, row: RuleRow, zones: Zones) -> None:
        """Take what the index has of an object instead, where it has the rule."""
        series = self._plain(row, zones)
        self._objects[object_id] = (
            _Plain(revision, row, zones, series) if series else self._dated(_of_row(revision, row, zones))
        )

    def _dated(self, known: _Known) -> _Known:
        if not known.is_uneven:
            return known
        return replace(known, dates=Dates(known.events, self.local, known.zones))

    def _plain(self, row: RuleRow, zones: Zones) -> PlainSeries | None:
        rule = self._rule(row.rrule())
        if rule is None:
            return None
        start, end = row.walls()
        clock = self._clock(Moment(start, row.dtstart_tzid).zone(self.local, zones))
        return plain_series(rule, start, end, clock, row.left_out())

    def _rule(self, written: str) -> Rule | None:
        """Read, where it is a plain one."""
        if written not in self._rules:
            if len(self._rules) > MAX_OBJECTS:
                self._rules.clear()
            rule = read_rule(written)
            self._rules[written] = rule if rule and is_plain(rule) else None
        return self._rules[written]

    def _clock(self, zone: tzinfo) -> WallClock:
        if zone not in self._clocks:
            if len(self._clocks) > MAX_CLOCKS:
                self._clocks.clear()
            self._clocks[zone] = WallClock(zone)
        return self._clocks[zone]

    def touches(self, one: Series, span: Span) -> bool:
        """Some date of it lies in the span, at least in part."""
        return next(iter(self._dates(one, span)), None) is not None

    def entries(self, one: Series, span: Span, window: Span) -> Sequence[int]:
        """Its dates that lie in both; where the window has none, the next one in the span, or the last.

        Where it has more than CROWD within a year, the first alone.
        """
        return self.all_entries([one], span, window)

    def all_entries(self, series: Iterable[Series], span: Span, window: Span) -> list[int]:
        """entries() of each."""
        inside, earlier, later = (its.within(span) for its in (window, *window.beside()))
        found: list[int] = []
        for one in series:
            dates = self._spread(one, inside)
            if dates:
                found += dates
            elif not (later.is_empty and earlier.is_empty):
                found += self._next(one, earlier, later)
        return found

    def _spread(self, one: Series, span: Span) -> array[int]:
        remembered = one.key, one.revision, span.first, span.last
        found = self._entries.get(remembered)
        if found is None:
            dates = self._dates(one, span)
            # A plain series has at most one a day.
            found = array("q", dates if isinstance(dates, list) else _uncrowded(iter(dates)))
            if self._size > MAX_ENTRIES:
                self._entries.clear()
                self._size = 0
            self._entries[remembered] = found
            self._size += len(found) + 1
        return found

    def _next(self, one: Series, earlier: Span, later: Span) -> Iterator[int]:
        last = earlier.within(Span(one.end - 1, one.end)) if one.end is not None else earlier
        return islice((its for stretch in (later, last, earlier) for its in self._dates(one, stretch)), 1)

    def _dates(self, one: Series, span: Span) -> Iterable[int]:
        known = self._objects.get(one.object_id)
        if isinstance(known, _Plain):
            seconds = known.series.starts(span.first, span.last, one.end)
            if seconds is not None:
                # As pack() does it, for each of ten thousands.
                its = pack(0, one.key, True)
                return [second // 60 * START_UNIT | its for second in seconds]
        over = one.end is not None and span.first is not None and one.end <= span.first
        if known is None or over or span.is_empty:
            return ()
        return self._told_dates(known if isinstance(known, _Known) else known.as_a_whole(), one, span)

    def _told_dates(self, known: _Known, one: Series, span: Span) -> Iterator[int]:
        first, last = _instant(span.first, FIRST), _instant(span.last, LAST)
        if first >= last:
            return
        for start, occurrence in self._between(known, first, last):
            ref = known.refs[occurrence.event]
            if (ref.recurrence_id, ref.ordinal) == (one.recurrence_id, one.ordinal):
                yield pack(minutes_at(start), one.key, True)

    def _between(
        self, known: _Known, first: datetime, last: datetime, *, starting: bool = False
    ) -> Iterator[Pair]:
        dates = known.dates or Dates(known.events, self.local, known.zones)
        return dates.between(first, last, starting=starting)

    def at(self, row: ListedEvent, entry: int) -> ListedEvent:
        """A row as the entry has it: a date of a series with its own time, and its name."""
        return self.all_at(row, entry, most=1)[0]

    def all_at(self, row: ListedEvent, entry: int, most: int | None = None) -> list[ListedEvent]:
        """As at(), for each of the dates that an entry stands for: those in one minute. most: the first."""
        if not is_occurrence(entry):
            return [row]
        known = self._objects.get(row.ref.object_id)
        if isinstance(known, _Known) and known.dates is not None:
            found = list(islice(self._told(known, row, entry), most))
            if found:
                return found
        zones = known.zones if known else known_zone
        when = occurrence_when(row.when, entry, self.local, zones)
        return [date_of(row, when, when.start, self.local, zones)]

    def _told(self, known: _Known, row: ListedEvent, entry: int) -> Iterator[ListedEvent]:
        """By the text, where an entry and the series' start do not say it all."""
        first = start_of(entry)
        for _, its in self._between(known, first, first + _MINUTE, starting=True):
            ref = known.refs[its.event]
            own = (ref.recurrence_id, ref.ordinal) == (row.ref.recurrence_id, row.ref.ordinal)
            if own:
                yield date_of(row, its.when, its.recurrence_id, self.local, known.zones)


def _uncrowded(dates: Iterator[int]) -> list[int]:
    """Two dates in one minute are one entry, see all_at(), and a crowd of them is its first."""
    head = list(islice(dates, CROWD + 1))
    if len(head) > CROWD and minutes_of(head[-1]) - minutes_of(head[0]) < _YEAR:
        return head[:1]
    return list(dict.fromkeys(chain(head, dates)))


def _read(revision: int, text: bytes, zones: Zones) -> _Known:
    parts = list(vevents(text))
    return _Known(revision, [part.ref for part in parts], [timing_of(part) for part in parts], zones)


def _of_row(revision: int, row: RuleRow, zones: Zones) -> _Known:
    return _Known(revision, [ComponentRef(0)], [row.event()], zones)


def _is_uneven(recurrence: Recurrence) -> bool:
    return bool(recurrence.rdates or len(recurrence.rrules) > 1) or "SECOND" in str(recurrence.rrules).upper()


def _instant(seconds: int | None, default: datetime) -> datetime:
    return default if seconds is None else max(FIRST, min(_EPOCH + timedelta(seconds=seconds), LAST))
