"""Calendar objects rewritten: some of their components changed, taken out, or taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from core.change import Swap
from core.errors import NotFound, StaleChange
from core.event import Event, Recurrence
from core.ics import component
from core.ics.relining import renamed
from core.ics.vevents import Vevent, vevents
from core.merge import merged
from core.moving import Move
from core.object import CalendarObject, ComponentRef
from core.stamps import renewed
from core.when import Moment, Zones

_REPEATS = frozenset({"RRULE", "RDATE"})


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
    parts = list(vevents(stored.text))
    wanted = _known(parts, refs)
    texts, moved = [], []
    for part in parts:
        texts.append(part.text)
        if part.ref not in wanted:
            continue
        event = component.read_part(part)
        after = fn(event)
        moves = event.recurrence and not event.undated and event.recurrence_id is None
        if moves and after.when.start != event.when.start:
            moved.append((part.ref, event, after))
        else:
            texts[-1] = component.patched(part, event, after, now)
    text = b"".join(texts)
    # At last, as a series that moves gives its overrides other names.
    for ref, event, after in moved:
        text = _moved(text, ref, event, after, now, Move(event, after.when, *clocks()))
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
    overrides = {its.ref: component.read_part(its) for its in parts if its.ref.recurrence_id}
    moving = move.overrides(tuple(overrides.values()))
    return b"".join(
        _renamed(its, overrides[its.ref], moving[overrides[its.ref]], now)
        if overrides.get(its.ref) in moving
        else its.text
        for its in parts
    )


def _known(parts: Sequence[Vevent], refs: Iterable[ComponentRef]) -> set[ComponentRef]:
    """As a text knows them. Raises NotFound for one that is not in it."""
    wanted = {replace(ref, object_id=0) for ref in refs}
    for ref in wanted - {its.ref for its in parts}:
        raise NotFound("event", ref.recurrence_id)
    return wanted


def _renamed(part: Vevent, override: Event, after: Event, now: datetime) -> bytes:
    """An override that replaces another date, and takes place then unless it has a time of its own."""
    stays = after.when == override.when
    text = renewed(part, now) if stays else component.patched(part, override, after, now)
    assert after.recurrence_id is not None
    (dated,) = vevents(text)
    return renamed(dated, after.recurrence_id)


def thinned(stored: CalendarObject, refs: Iterable[ComponentRef], now: datetime) -> Swap[CalendarObject]:
    """The object without these components, or gone with the last of them.

    A series goes with its overrides. Where an override goes alone, its series leaves that date out: else the
    plain occurrence would come back.
    """
    parts = list(vevents(stored.text))
    wanted = _known(parts, refs)
    left = [its for its in parts if its.ref not in wanted]
    masters = [its for its in parts if not its.ref.recurrence_id]
    if not left or _is_series_whole(masters, wanted):
        return Swap(stored, None)
    twins = {its.ref.recurrence_id for its in left}
    gone = [its for its in parts if its.ref in wanted and its.ref.recurrence_id not in twins]
    dates = dict.fromkeys(component.read_part(its).recurrence_id for its in gone)
    text = b"".join(
        _left_out(its, [date for date in dates if date], now) if its in masters[:1] else its.text
        for its in left
    )
    return Swap(stored, replace(stored, text=text))


def _is_series_whole(masters: Sequence[Vevent], refs: set[ComponentRef]) -> bool:
    """Whether no master stays that the overrides could belong to."""
    gone = all(its.ref in refs for its in masters)
    return gone and any(component.read_part(its).recurrence for its in masters)


def _left_out(master: Vevent, dates: Sequence[Moment], now: datetime) -> bytes:
    series = component.read_part(master)
    if not series.recurrence:
        return master.text
    exdates = (*series.recurrence.exdates, *dates)
    after = replace(series, recurrence=replace(series.recurrence, exdates=exdates))
    return component.patched(master, series, after, now)


def unmade(done: Swap[CalendarObject], stored: CalendarObject, now: datetime) -> Swap[CalendarObject]:
    """An edit taken back from what is stored now, where that is no longer what the edit left.

    Raises StaleChange: with the fields in which the later change stands on the edit, or with none when
    components came or went.
    """
    before, after = done.before, done.after
    if before is None or after is None:
        raise StaleChange(stored.uid)
    olds, news, parts = (list(vevents(its.text)) for its in (before, after, stored))
    if not [its.ref for its in parts] == [its.ref for its in olds] == [its.ref for its in news]:
        raise StaleChange(stored.uid)
    text = b"".join(_unmade(old, new, part, now) for old, new, part in zip(olds, news, parts, strict=True))
    calendar_id = before.calendar_id if stored.calendar_id == after.calendar_id else stored.calendar_id
    return Swap(stored, replace(stored, text=text, calendar_id=calendar_id))


def _unmade(old: Vevent, new: Vevent, part: Vevent, now: datetime) -> bytes:
    event = component.read_part(part)
    wanted = merged(component.read_part(new), component.read_part(old), event)
    return component.patched(part, event, wanted, now)
