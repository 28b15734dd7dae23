"""One date of a series, those from it on, or all of them: edited, deleted, or as the series says again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from core.alone import Clocks, Made, left_of, one_edited, patched, place_of, swapped, with_made, without
from core.change import Swap
from core.cutting import cut
from core.errors import NotFound
from core.event import Event, Recurrence, changed_fields
from core.ics import component, typed
from core.ics.lines import write_text
from core.ics.relining import appended, relined
from core.ics.vevents import Vevent, vevents
from core.object import CalendarObject, ComponentRef
from core.occurrence import Dated, Override, Scope, Told, told
from core.rewrite import rewritten
from core.stamps import renewed
from core.when import Moment, When


@dataclass(frozen=True, slots=True)
class Edited:
    """What an edit makes of an object. ref: what goes on with it, in the object of the last swap."""

    swaps: tuple[Swap[CalendarObject], ...]
    ref: ComponentRef


def edited(
    stored: CalendarObject,
    one: Dated,
    fn: Callable[[Event], Event],
    now: datetime,
    clocks: Clocks,
    uid: str,
) -> Edited:
    """A series with what `fn` makes of one date's event, for the scope.

    uid: of what is cut off, where that is to be. Raises NotFound for what is no date of the series.
    """
    series = told(stored.text, one.ref, *clocks)
    date = series.date(one.recurrence_id)
    before = series.event(date)
    after = fn(before)
    if after == before:
        standing = series.override(date)
        return Edited((), standing.part.ref if standing else series.master.ref)
    if one.scope is Scope.ONE:
        made = one_edited(series, date, before, after, now)
        text, place = with_made(series, made), place_of(series, series.override(date))
        return Edited((swapped(stored, text),), component.components(text)[place])
    if one.scope is Scope.ALL or series.is_first(date):
        text = _all_edited(series, date, before, after, now, clocks)
        return Edited((swapped(stored, text),), series.master.ref)
    head, tail = _cut(series, date, now), _cut_off(series, date, now, uid)
    rest = told(tail, ComponentRef(0), *clocks, single=True)
    tail = _all_edited(rest, rest.date(date), before, _for_rest(rest, before, after), now, clocks)
    new = CalendarObject(0, stored.calendar_id, uid, _as_new(tail, now))
    return Edited((swapped(stored, head), Swap(None, new)), ComponentRef(0))


def deleted(stored: CalendarObject, one: Dated, now: datetime, clocks: Clocks) -> Swap[CalendarObject]:
    """The object without these dates; gone with the last one. Raises NotFound as edited() does."""
    series = told(stored.text, one.ref, *clocks)
    date = series.date(one.recurrence_id)
    if one.scope is Scope.ONE:
        text = without(series, [one], now)
    elif one.scope is Scope.ALL or series.is_first(date):
        own = {series.master.ref, *(its.part.ref for its in series.overrides)}
        text = b"".join(its.text for its in series.parts if its.ref not in own)
    else:
        text = _cut(series, date, now)
    return left_of(stored, text, clocks)


def restored(stored: CalendarObject, one: Dated, now: datetime, clocks: Clocks) -> Swap[CalendarObject]:
    """The object without what stands for that date. Raises NotFound where nothing does."""
    series = told(stored.text, one.ref, *clocks)
    gone = [its.part.ref for its in series.standing(series.date(one.recurrence_id))]
    if not gone:
        raise NotFound("date", str(one.recurrence_id))
    made = Made({**dict.fromkeys(gone, b""), series.master.ref: renewed(series.master, now)})
    return swapped(stored, with_made(series, made))


# From one date on


def _cut(series: Told, date: Moment, now: datetime) -> bytes:
    """The dates before it."""
    gone = {its.part.ref for its in series.overrides if series.is_from(its, date)}
    head = cut(series.series, date, series.clock).head
    if head is None:
        text, gone = series.text, gone | {series.master.ref}
    else:
        text = component.patch(series.text, series.master.ref, series.series, head, now)
    return b"".join(its.text for its in vevents(text) if its.ref not in gone)


def _cut_off(series: Told, date: Moment, now: datetime, uid: str) -> bytes:
    """That date and those after it, as an object of its own which says where it comes from."""
    tail = cut(series.series, date, series.clock).tail
    related = write_text("RELATED-TO", series.series.uid, [("RELTYPE", "SIBLING")])
    master = patched(appended(series.master, related), series.series, tail, now)
    parts = [its.part.text for its in series.overrides if series.is_from(its, date)]
    holding = series.holding(date)
    at = series.override(date)
    if holding is not None and not (at is not None and at.and_future):
        parts.append(series.handed_on(holding, series.clock.instant(date)) or b"")
    name = [write_text("UID", uid)]
    return b"".join(relined(its, {"UID": name}) for its in vevents(b"".join((master, *parts))))


def _for_rest(rest: Told, before: Event, after: Event) -> Event:
    """An edit of the whole series' rule, said of what was cut off."""
    was, will, own = before.recurrence, after.recurrence, rest.series.recurrence
    kept = Recurrence(
        own.rrules if will.rrules == was.rrules else will.rrules,
        own.rdates if will.rdates == was.rdates else will.rdates,
        own.exdates if will.exdates == was.exdates else will.exdates,
        own.exrules if will.exrules == was.exrules else will.exrules,
    )
    return replace(after, recurrence=kept)


def _as_new(text: bytes, now: datetime) -> bytes:
    """As nobody has it yet."""
    number, created = [typed.number("SEQUENCE", 0)], [typed.stamp("CREATED", now)]
    return b"".join(relined(its, {"SEQUENCE": number, "CREATED": created}) for its in vevents(text))


# All dates


def _all_edited(
    series: Told, date: Moment, before: Event, after: Event, now: datetime, clocks: Clocks
) -> bytes:
    """What changed on one date, changed on the series, and on overrides that had nothing else there."""
    changed = changed_fields(before, after)
    values = {name: getattr(after, name) for name in changed if name != "when"}
    if after.recurrence != series.series.recurrence:
        values["recurrence"] = after.recurrence
    moves = "when" in changed
    master = replace(series.series, **values)
    if moves:
        master = replace(master, when=_moved(series.series.when, before.when, after.when))
    swap = rewritten(
        CalendarObject(0, 0, "", series.text), [series.master.ref], lambda _: master, now, lambda: clocks
    )
    text = swap.after.text if swap and swap.after else series.text
    values.pop("recurrence", None)
    edited_part = series.override(date) or series.holding(date)
    own = {its.part.ref: its for its in series.overrides}

    def override_of(old: Vevent, part: Vevent) -> bytes:
        override, stored = own[old.ref], component.read_part(part)
        wanted = replace(stored, **_followed(override, series.series, values, edited_part))
        if moves and override is edited_part:
            is_date = series.override(date) is override
            when = after.when if is_date else _moved(override.event.when, before.when, after.when)
            wanted = replace(wanted, when=when)
        return component.patched(part, stored, wanted, now)

    # In their old order: the series may have given them other names.
    parts = zip(series.parts, vevents(text), strict=True)
    return b"".join(override_of(old, part) if old.ref in own else part.text for old, part in parts)


def _followed(
    override: Override, series: Event, values: dict[str, Any], edited: Override | None
) -> dict[str, Any]:
    """The new values of fields in which it had none of its own."""
    return {
        name: value
        for name, value in values.items()
        if override is edited or getattr(override.event, name) == getattr(series, name)
    }


def _moved(its: When, before: When, after: When) -> When:
    """Moved as far as from one time to another, and made as long as that where its length is another."""
    old, new = before.start, after.start
    if new.is_date:
        start = Moment(its.start.day + (new.day - old.day))
    elif its.start.is_date:
        start = Moment(datetime.combine(its.start.day + (new.day - old.day), new.wall_time.time()), new.tzid)
    else:
        tzid = its.start.tzid if new.tzid == old.tzid else new.tzid
        start = Moment(its.start.wall_time + (new.wall_time - old.wall_time), tzid)
    as_long = (before.all_day, before.length) == (after.all_day, after.length)
    same_ends = (old.tzid == new.tzid) == (before.end.tzid == after.end.tzid)
    return (its if as_long and same_ends else after).starting(start)
