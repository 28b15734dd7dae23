"""Calendar objects rewritten: some of their components changed, taken out, or taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from core.change import Swap
from core.errors import StaleChange
from core.event import Event
from core.ics import component
from core.merge import merged
from core.object import CalendarObject, ComponentRef


def rewritten(
    stored: CalendarObject, refs: Iterable[ComponentRef], fn: Callable[[Event], Event], now: datetime
) -> Swap[CalendarObject] | None:
    """The object with what `fn` makes of these components; None when that changes nothing."""
    text = stored.text
    for ref in refs:
        event = component.read(text, ref)
        after = fn(event)
        if after != event:
            text = component.patch(text, ref, event, after, now)
    return None if text == stored.text else Swap(stored, replace(stored, text=text))


def thinned(stored: CalendarObject, refs: Iterable[ComponentRef], now: datetime) -> Swap[CalendarObject]:
    """The object without these components, or gone with the last of them.

    Where an override goes, its series leaves that date out: else the plain occurrence would come back.
    """
    text: bytes | None = stored.text
    # From the last to the first, as those behind a removed one take another ordinal.
    for ref in sorted(set(refs), key=lambda its: (its.recurrence_id, its.ordinal), reverse=True):
        assert text is not None
        gone = component.read(text, ref)
        text = component.without(text, ref)
        if text is not None:
            text = _left_out(text, ref, gone, now)
    return Swap(stored, None if text is None else replace(stored, text=text))


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
