"""Calendar objects rewritten: some of their components changed, taken out, or taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, tzinfo

from core.change import Swap
from core.errors import StaleChange
from core.event import Event, Recurrence
from core.ics import component, typed
from core.ics.lines import parse, write
from core.ics.reading import event_of
from core.ics.vevents import Vevent, vevents
from core.merge import merged
from core.moving import Move
from core.object import CalendarObject, ComponentRef
from core.stamps import renewed
from core.when import Zones

_REPEATS = frozenset({"RRULE", "RDATE"})
_OF_MOMENT = frozenset({"VALUE", "TZID"})


def rewritten(
    stored: CalendarObject,
    refs: Iterable[ComponentRef],
    fn: Callable[[Event], Event],
    now: datetime,
    clocks: Callable[[], tuple[tzinfo, Zones]],
) -> Swap[CalendarObject] | None:
    """The object with what `fn` makes of these components; None when that changes nothing.

    A series that starts elsewhere takes along what its rules name, and its overrides; see core.moving.
    clocks: gives the agenda's zone and the object's own.
    """
    text = stored.text
    # Overrides first, as a series that moves gives them other names.
    for ref in sorted(refs, key=lambda its: not its.recurrence_id):
        event = component.read(text, ref)
        after = fn(event)
        if after == event:
            continue
        moves = event.recurrence and not event.undated and event.recurrence_id is None
        if moves and after.when.start != event.when.start:
            text = _moved(text, ref, event, after, now, Move(event, after.when, *clocks()))
        else:
            text = component.patch(text, ref, event, after, now)
    if text == stored.text:
        return None
    return Swap(stored, replace(stored, text=component.identified(text, stored.uid)))


def _moved(text: bytes, ref: ComponentRef, event: Event, after: Event, now: datetime, move: Move) -> bytes:
    # As a form that left the rules alone has them: UNTIL is written in the way of the new start.
    left = component.as_stored(replace(event, when=after.when), now).recurrence
    moved, wanted = move.recurrence, after.recurrence
    recurrence = Recurrence(
        moved.rrules if wanted.rrules in (event.recurrence.rrules, left.rrules) else wanted.rrules,
        moved.rdates if wanted.rdates in (event.recurrence.rdates, left.rdates) else wanted.rdates,
        moved.exdates if wanted.exdates in (event.recurrence.exdates, left.exdates) else wanted.exdates,
        moved.exrules if wanted.exrules in (event.recurrence.exrules, left.exrules) else wanted.exrules,
    )
    text = component.patch(text, ref, event, replace(after, recurrence=recurrence), now)
    parts = list(vevents(text))
    if sum(not its.ref.recurrence_id and not _REPEATS.isdisjoint(its.names) for its in parts) > 1:
        return text  # Of two series under one UID nobody knows whose an override is.
    overrides = {its.ref: event_of(its.properties()) for its in parts if its.ref.recurrence_id}
    moving = move.overrides(tuple(overrides.values()))
    return b"".join(
        _renamed(its, overrides[its.ref], moving[overrides[its.ref]], now)
        if overrides.get(its.ref) in moving
        else b"".join(its.lines)
        for its in parts
    )


def _renamed(part: Vevent, override: Event, after: Event, now: datetime) -> bytes:
    """An override that replaces another date, and takes place then unless it has a time of its own."""
    text = b"".join(part.lines)
    if after.when == override.when:
        text = renewed(part, now)
    else:
        text = component.patch(text, replace(part.ref, ordinal=0), override, after, now)
    assert after.recurrence_id is not None
    (renamed,) = vevents(text)
    at = renamed.names.index("RECURRENCE-ID")
    was, will = parse(renamed.lines[at]), parse(typed.moments("RECURRENCE-ID", after.recurrence_id))
    assert was is not None
    assert will is not None
    kept = [its for its in was.params if its[0] not in _OF_MOMENT]
    params = ((name, values[0]) for name, values in (*will.params, *kept))
    renamed.lines[at] = write("RECURRENCE-ID", will.value, params)
    return b"".join(renamed.lines)


def thinned(stored: CalendarObject, refs: Iterable[ComponentRef], now: datetime) -> Swap[CalendarObject]:
    """The object without these components, or gone with the last of them.

    A series goes with its overrides. Where an override goes alone, its series leaves that date out: else the
    plain occurrence would come back.
    """
    refs = {replace(ref, object_id=0) for ref in refs}
    if _is_series_whole(stored, refs):
        return Swap(stored, None)
    text: bytes | None = stored.text
    # From the last to the first, as those behind a removed one take another ordinal.
    for ref in sorted(refs, key=lambda its: (its.recurrence_id, its.ordinal), reverse=True):
        assert text is not None
        gone = component.read(text, ref)
        text = component.without(text, ref)
        if text is not None:
            text = _left_out(text, ref, gone, now)
    return Swap(stored, None if text is None else replace(stored, text=text))


def _is_series_whole(stored: CalendarObject, refs: set[ComponentRef]) -> bool:
    """Whether no master stays that the overrides could belong to."""
    masters = {ref for ref in _refs(stored) if not ref.recurrence_id}
    gone = (component.read(stored.text, ref) for ref in masters)
    return bool(masters) and masters <= refs and any(event.recurrence for event in gone)


def unmade(done: Swap[CalendarObject], stored: CalendarObject, now: datetime) -> Swap[CalendarObject]:
    """An edit taken back from what is stored now, where that is no longer what the edit left.

    Raises StaleChange: with the fields in which the later change stands on the edit, or with none when
    components came or went.
    """
    before, after = done.before, done.after
    refs = component.components(stored.text)
    if before is None or after is None or not refs == _refs(before) == _refs(after):
        raise StaleChange(stored.uid)
    text = stored.text
    for ref in refs:
        event = component.read(text, ref)
        wanted = merged(component.read(after.text, ref), component.read(before.text, ref), event)
        if wanted != event:
            text = component.patch(text, ref, event, wanted, now)
    calendar_id = before.calendar_id if stored.calendar_id == after.calendar_id else stored.calendar_id
    return Swap(stored, replace(stored, text=text, calendar_id=calendar_id))


def _refs(thing: CalendarObject) -> list[ComponentRef]:
    return component.components(thing.text)


def _left_out(text: bytes, ref: ComponentRef, gone: Event, now: datetime) -> bytes:
    left = component.components(text)
    masters = [its for its in left if not its.recurrence_id]
    twins = [its for its in left if its.recurrence_id == ref.recurrence_id]
    if gone.recurrence_id is None or twins or not masters:
        return text
    master = component.read(text, masters[0])
    if not master.recurrence:
        return text
    exdates = (*master.recurrence.exdates, gone.recurrence_id)
    after = replace(master, recurrence=replace(master.recurrence, exdates=exdates))
    return component.patch(text, masters[0], master, after, now)
