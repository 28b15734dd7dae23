"""Dates of a series, each by itself: edited, or left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo

from core.change import Swap
from core.event import Event
from core.ics import component, typed
from core.ics.relining import appended, renamed
from core.ics.vevents import vevents
from core.object import CalendarObject, ComponentRef
from core.occurrence import Dated, Override, Told, told
from core.recurrence import occurrences
from core.series import FIRST, LAST, later
from core.stamps import renewed
from core.when import Moment, Zones

Clocks = tuple[tzinfo, Zones]

_SECOND = timedelta(seconds=1)


def edited_each(
    stored: CalendarObject,
    ones: Sequence[Dated],
    fn: Callable[[Event], Event],
    now: datetime,
    clocks: Clocks,
) -> Swap[CalendarObject]:
    """A series with what `fn` makes of each date's event. Raises NotFound for what is no date of it."""

    def those(series: Told, ones: Sequence[Dated]) -> bytes:
        found = Made()
        for one in ones:
            date = series.date(one.recurrence_id)
            before = series.event(date)
            after = fn(before)
            if after != before:
                found.add(one_edited(series, date, before, after, now))
        return with_made(series, found)

    return swapped(stored, _each(stored.text, ones, clocks, those))


def deleted_each(
    stored: CalendarObject, ones: Sequence[Dated], now: datetime, clocks: Clocks
) -> Swap[CalendarObject]:
    """The object without these dates; gone with the last one. Raises NotFound as edited_each() does."""
    text = _each(stored.text, ones, clocks, lambda series, those: without(series, those, now))
    return left_of(stored, text, clocks)


def _each(
    text: bytes, ones: Sequence[Dated], clocks: Clocks, fn: Callable[[Told, Sequence[Dated]], bytes]
) -> bytes:
    by_ref: dict[ComponentRef, list[Dated]] = {}
    for one in dict.fromkeys(ones):
        by_ref.setdefault(replace(one.ref, object_id=0), []).append(one)
    for ref, dates in by_ref.items():
        left = dates
        while left:
            # The override that held on a date may have gone with an earlier one.
            its = ref if ref in component.components(text) else ComponentRef(0)
            series = told(text, its, *clocks)
            # What holds on is handed on to the next date, which may be one of these.
            count = 1 if any(its.and_future for its in series.overrides) else len(left)
            text = fn(series, [replace(one, ref=its) for one in left[:count]])
            left = left[count:]
    return text


@dataclass(slots=True)
class Made:
    """What becomes of an object's text. changed: {VEVENT: its text, b"" without it}. more: VEVENTs behind."""

    changed: dict[ComponentRef, bytes] = field(default_factory=dict)
    more: list[bytes] = field(default_factory=list)

    def add(self, other: Made) -> None:
        self.changed |= other.changed
        self.more += other.more


def one_edited(series: Told, date: Moment, before: Event, after: Event, now: datetime) -> Made:
    """An override stands for the date then. Another recurrence is not taken."""
    after = replace(after, recurrence=before.recurrence)
    override = series.override(date)
    if override is None:
        return Made(more=[patched(series.as_override(date), before, after, now)])
    own, handed = override.part.text, None
    if override.and_future:
        own = renamed(override.part, override.name, and_future=False)
        handed = series.handed_on(override, _after(series, override.name))
    changed = {override.part.ref: patched(own, before, after, now)}
    return Made(changed, [handed] if handed else [])


def place_of(series: Told, override: Override | None) -> int:
    """Of a date's own VEVENT among those of the object, once it is edited."""
    refs = [its.ref for its in series.parts]
    return refs.index(override.part.ref) if override else len(refs)


def without(series: Told, ones: Sequence[Dated], now: datetime) -> bytes:
    """Dates left out, each by itself."""
    made, exdates = Made(), []
    for one in ones:
        date = series.date(one.recurrence_id)
        standing = series.standing(date)
        if len(standing) > 1 and one.ref.recurrence_id:
            # Of two that stand for one date, the other stays.
            made.changed[replace(one.ref, object_id=0)] = b""
            continue
        made.changed |= dict.fromkeys((its.part.ref for its in standing), b"")
        handed = (series.handed_on(its, _after(series, its.name)) for its in standing if its.and_future)
        made.more += filter(None, handed)
        if (exdate := series.exdate(date)) is not None:
            exdates.append(typed.moments("EXDATE", exdate))
    if exdates:
        (master,) = vevents(appended(series.master, b"".join(exdates)))
        made.changed[series.master.ref] = renewed(master, now)
    return with_made(series, made)


def _after(series: Told, date: Moment) -> datetime:
    return later(series.clock.instant(date), _SECOND)


def patched(text: bytes, before: Event, after: Event, now: datetime) -> bytes:
    """A VEVENT by itself. What repeats is the series' alone."""
    (ref,) = component.components(text)
    stored = component.read(text, ref)
    if before.recurrence_id is not None:
        before = replace(before, recurrence=stored.recurrence)
        after = replace(after, recurrence=stored.recurrence)
    return component.patch(text, ref, replace(before, dtstamp=stored.dtstamp), after, now)


def with_made(series: Told, made: Made) -> bytes:
    """The object's text with that."""
    return b"".join((*(made.changed.get(its.ref, its.text) for its in series.parts), *made.more))


def swapped(stored: CalendarObject, text: bytes) -> Swap[CalendarObject]:
    """The object with another text."""
    return Swap(stored, replace(stored, text=text))


def left_of(stored: CalendarObject, text: bytes, clocks: Clocks) -> Swap[CalendarObject]:
    """The object with what is left of its text, or gone where nothing takes place any more."""
    return swapped(stored, text) if _is_some(text, clocks) else Swap(stored, None)


def _is_some(text: bytes, clocks: Clocks) -> bool:
    """Whether anything takes place in it."""
    local, zones = clocks
    events = [component.read_part(its) for its in vevents(text)]
    return any(its.undated for its in events) or any(
        True for _ in occurrences(events, FIRST, LAST, local=local, zones=zones)
    )
