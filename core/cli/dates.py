"""edit and delete with --date: one date of a series, those from it on, or all."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import TypeVar

from core.change import Swap
from core.cli.moments import Now
from core.dating import new_uid
from core.errors import BadValue, NotFound
from core.event import Event
from core.ics import component
from core.object import CalendarObject, ComponentRef
from core.occurrence import Dated, Scope
from core.phrases import read_date_time
from core.recurrence import occurrences
from core.scoped import deleted, edited
from core.series import FIRST, LAST
from core.store import Store
from core.when import Moment, Zones

T = TypeVar("T")

_AROUND = timedelta(days=3)  # a day is counted on the series' own clock

_MOST = 1_000  # dates to look at for one that nobody changed


@dataclass(frozen=True, slots=True)
class Asked:
    """--date and --scope. day: None for all dates, where none of them is named."""

    text: str
    scope: Scope
    day: date | None
    clock: time | None

    @classmethod
    def of(cls, given: Namespace, now: Now) -> Asked:
        """Raises BadValue."""
        if given.date is None:
            return cls("", Scope(given.scope), None, None)
        found = read_date_time(given.date, near=now.today, language=now.language, today=now.today)
        if found is None:
            raise BadValue("date", "malformed", given.date)
        scope = Scope(given.scope or Scope.ONE.value)
        if isinstance(found, datetime):
            return cls(given.date, scope, found.date(), found.time())
        return cls(given.date, scope, found, None)

    def names(self, start: Moment) -> bool:
        """Whether that is what was said of a start, on its own clock."""
        return start.day == self.day and (self.clock is None or start.wall_time.time() == self.clock)


def edited_dates(
    objects: Sequence[CalendarObject],
    asked: Asked,
    fn: Callable[[Event], Event],
    store: Store,
    now: datetime,
) -> tuple[list[Swap[CalendarObject]], str]:
    """What an edit makes of a series in each calendar, and the UID of what is cut off from it.

    Raises NotFound where none has that date, and BadValue where it has several.
    """
    uid = new_uid()

    def change(stored: CalendarObject, one: Dated) -> Sequence[Swap[CalendarObject]]:
        return edited(stored, one, fn, now, store.clocks(stored.id), uid).swaps

    return [its for swaps in _each(objects, asked, store, change) for its in swaps], uid


def deleted_dates(
    objects: Sequence[CalendarObject], asked: Asked, store: Store, now: datetime
) -> list[Swap[CalendarObject]]:
    """Series in each calendar without some dates; raises as edited_dates() does."""

    def change(stored: CalendarObject, one: Dated) -> Swap[CalendarObject]:
        return deleted(stored, one, now, store.clocks(stored.id))

    return list(_each(objects, asked, store, change))


def _each(
    objects: Sequence[CalendarObject],
    asked: Asked,
    store: Store,
    change: Callable[[CalendarObject, Dated], T],
) -> Iterator[T]:
    found = False
    for stored in objects:
        if one := _dated(stored, asked, store):
            found = True
            yield change(stored, one)
    if not found:
        raise NotFound("date", asked.text)


def _dated(stored: CalendarObject, asked: Asked, store: Store) -> Dated | None:
    """The date where it takes place or, where none does then, where the series had it."""
    local, zones = store.clocks(stored.id)
    refs = component.components(stored.text)
    events = [component.read(stored.text, ref) for ref in refs]
    if asked.day is None:
        return _first(refs, events, asked.scope, local, zones)
    at = Moment(asked.day).instant(UTC)
    shown = occurrences(events, at - _AROUND, at + _AROUND, local=local, zones=zones)
    series = any(its.recurrence for its in events)
    dates = [(its, its.recurrence_id) for its in shown if series and its.recurrence_id is not None]
    found = [(its, name) for its, name in dates if asked.names(its.when.start)]
    found = found or [(its, name) for its, name in dates if asked.names(name)]
    if not found:
        return None
    if len(found) > 1:
        raise BadValue("date", "several", asked.text)
    ((its, name),) = found
    return Dated(refs[its.event], name, asked.scope)


def recurs(stored: CalendarObject) -> bool:
    """Whether a series is part of it."""
    return any(component.read(stored.text, ref).recurrence for ref in component.components(stored.text))


def _first(
    refs: Sequence[ComponentRef], events: Sequence[Event], scope: Scope, local: tzinfo, zones: Zones
) -> Dated | None:
    """The first date at the series' own time of the day that nobody changed: others pass on their own."""
    starts = {at: its.when.start for at, its in enumerate(events) if its.recurrence and not its.recurrence_id}
    for its in islice(occurrences(events, FIRST, LAST, local=local, zones=zones), _MOST):
        if its.event in starts and its.recurrence_id and _clock(its.when.start) == _clock(starts[its.event]):
            return Dated(refs[its.event], its.recurrence_id, scope)
    place = min(starts, default=None)
    return None if place is None else Dated(refs[place], starts[place], scope)


def _clock(start: Moment) -> tuple[time, str | None]:
    return start.wall_time.time(), start.tzid
