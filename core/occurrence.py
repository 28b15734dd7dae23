"""One date of a series: found in its object's text, and as an event of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from enum import Enum

from core.errors import NotFound
from core.event import Event
from core.ics import component, typed
from core.ics.lines import parse
from core.ics.reading import and_future_of
from core.ics.relining import relined, renamed
from core.ics.values import moment_of
from core.ics.vevents import Vevent, vevents
from core.object import ComponentRef
from core.recurrence import held, named_date
from core.series import FIRST, LAST, Clock, LeftOut, Names, Series
from core.when import Moment, When, Zones

# What an override has none of (RFC 5545 3.8.4.4): it is one date.
REPEATS = ("RRULE", "RDATE", "EXDATE", "EXRULE")


class Scope(Enum):
    """Which dates of a series a change is for."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Dated:
    """Which dates of which series: see core.dating."""

    ref: ComponentRef
    recurrence_id: Moment
    scope: Scope


@dataclass(frozen=True, slots=True)
class Override:
    """A VEVENT that stands for one date of a series, or for all from there on (RFC 5545 3.2.13)."""

    part: Vevent
    name: Moment
    and_future: bool

    @property
    def event(self) -> Event:
        """Read each time: of hundreds of overrides, few are asked for."""
        return component.read_part(self.part)


@dataclass(frozen=True, slots=True)
class Told:
    """A series in its object's text. events: overrides that name a date of it, in the order of the text."""

    parts: tuple[Vevent, ...]
    master: Vevent
    series: Event
    overrides: tuple[Override, ...]
    clock: Clock

    @property
    def text(self) -> bytes:
        return b"".join(its.text for its in self.parts)

    def date(self, recurrence_id: Moment) -> Moment:
        """The series' own name for a date. Raises NotFound where it has none such, or leaves it out."""
        standing = self.standing(recurrence_id)
        if standing:
            return standing[0].name
        found = named_date(recurrence_id, self.series, self.clock)
        if found is None or LeftOut(self.series, self.clock).has(found.start):
            raise NotFound("date", str(recurrence_id))
        return self.on_clock(found.start)

    def on_clock(self, moment: Moment) -> Moment:
        """As the series' start is written, where that says the same."""
        start = self.series.when.start
        if moment.is_date or start.is_date or moment.tzid == start.tzid or None in (moment.tzid, start.tzid):
            return moment
        its = Moment(self.clock.wall(self.clock.instant(moment), start).replace(fold=0), start.tzid)
        return its if self.clock.instant(its) == self.clock.instant(moment) else moment

    def standing(self, date: Moment) -> list[Override]:
        """Those that stand on a date: one, or twins."""
        name = Names(self.clock, [date])
        return [its for its in self.overrides if name.has(its.name) or its.name == date]

    def override(self, date: Moment) -> Override | None:
        """The first that stands on a date."""
        return next(iter(self.standing(date)), None)

    def holding(self, date: Moment) -> Override | None:
        """The last one that holds from its date on, if that lies before this."""
        at = self.clock.instant(date)
        found = [its for its in self.overrides if its.and_future and self.clock.instant(its.name) < at]
        return max(found, key=lambda its: self.clock.instant(its.name), default=None)

    def is_from(self, override: Override, date: Moment) -> bool:
        """Whether it replaces that date or a later one."""
        return self.clock.instant(override.name) >= self.clock.instant(date)

    def event(self, date: Moment) -> Event:
        """A date as an event: it has the series' rule, and its own time."""
        override = self.override(date)
        if override is not None:
            return replace(override.event, recurrence=self.series.recurrence)
        when = named_date(date, self.series, self.clock)
        assert when is not None
        holding = self.holding(date)
        if holding is not None:
            when = held(holding.event, date, self.clock)
        base = holding.event if holding else self.series
        recurrence = self.series.recurrence
        return replace(base, when=when, recurrence_id=date, and_future=False, recurrence=recurrence)

    def is_first(self, date: Moment) -> bool:
        """Whether the series has no date before this one."""
        at = self.clock.instant(date)
        if any(self.clock.instant(its.name) < at for its in self.overrides):
            return False
        left_out = LeftOut(self.series, self.clock)
        earlier = Series(self.series, self.clock).between(FIRST, at)
        return not any(start < at and not left_out.has(when.start) for start, when in earlier)

    def as_override(self, date: Moment) -> bytes:
        """A VEVENT for that date alone, which says what holds on it anyway."""
        holding = self.holding(date)
        part = holding.part if holding else self.master
        lines: dict[str, list[bytes]] = {name: [] for name in REPEATS}
        lines["RECURRENCE-ID"] = [typed.moments("RECURRENCE-ID", date)]
        return placed(relined(part, lines), self.event(date).when)

    def handed_on(self, override: Override, start: datetime) -> bytes | None:
        """An override that holds on, from the first date at or after start (UTC) that has none of its own.

        None where another one holds before there is such a date.
        """
        left_out = LeftOut(self.series, self.clock)
        others = (self.clock.instant(its.name) for its in self.overrides if its.and_future)
        end = min((its for its in others if its >= start), default=LAST)
        for begun, when in Series(self.series, self.clock).between(start, end):
            if begun >= end:
                return None
            if begun >= start and not left_out.has(when.start) and self.override(when.start) is None:
                date = self.on_clock(when.start)
                return placed(renamed(override.part, date), held(override.event, date, self.clock))
        return None

    def exdate(self, date: Moment) -> Moment | None:
        """What leaves it out; None where the series has no such date."""
        found = named_date(date, self.series, self.clock)
        return None if found is None else self.on_clock(found.start)


def told(text: bytes, ref: ComponentRef, local: tzinfo, zones: Zones, *, single: bool = False) -> Told:
    """The series that ref names, or whose override it names. Raises NotFound where it is none.

    single: what has but one date will do.
    """
    clock = Clock(local, zones)
    parts = tuple(vevents(text))
    masters = [its for its in parts if not its.ref.recurrence_id]
    read = [(its, component.read_part(its)) for its in masters]
    series = [(its, event) for its, event in read if event.recurrence or single]
    wanted = [its for its in series if ref.recurrence_id or its[0].ref.ordinal == ref.ordinal]
    if not wanted:
        raise NotFound("event", ref.recurrence_id)
    overrides = tuple(_overrides(parts))
    for master, event in wanted:
        own = tuple(_own(overrides, event, clock, single=len(series) == 1))
        if not ref.recurrence_id or any(its.part.ref == replace(ref, object_id=0) for its in own):
            return Told(parts, master, event, own, clock)
    raise NotFound("event", ref.recurrence_id)


def _overrides(parts: Iterable[Vevent]) -> Iterator[Override]:
    for part in parts:
        line = parse(part.lines[part.names.index("RECURRENCE-ID")]) if part.ref.recurrence_id else None
        name = moment_of(line) if line else None
        if line is not None and name is not None:
            yield Override(part, name, and_future_of({"RECURRENCE-ID": [line]}))


def _own(overrides: Iterable[Override], series: Event, clock: Clock, *, single: bool) -> Iterator[Override]:
    """Those of a series, by its own names. single: there is none that others could be of."""
    start = series.when.start
    for its in overrides:
        alike = its.name.is_date == start.is_date and (its.name.tzid is not None or start.tzid is None)
        date = None if single and alike else named_date(its.name, series, clock)
        if date is not None and not alike:
            yield replace(its, name=date.start)
        elif date is not None or single:
            yield its


def placed(text: bytes, when: When) -> bytes:
    """A VEVENT at another time, its DURATION kept where that still says its end."""
    (part,) = vevents(text)
    text = relined(part, {"DTSTART": [typed.moments("DTSTART", when.start)]})
    (part,) = vevents(text)
    # An end before the start would be read as the shortest length.
    if "DTEND" not in part.names and component.read(text, part.ref).when == when:
        return text
    end = [] if when.end == when.start else [typed.moments("DTEND", when.end)]
    return relined(part, {"DTEND": end, "DURATION": []})
