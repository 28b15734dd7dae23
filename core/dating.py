"""What a person does to one date of a series; each verb is one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from core.alone import deleted_each, edited_each
from core.change import Change, Deed, Swap, attempts
from core.errors import NotFound, StaleChange
from core.event import Event
from core.ics import component
from core.ics.timing import timing_of
from core.merge import merged
from core.object import CalendarObject, ComponentRef
from core.occurrence import Dated, Scope, told
from core.query import ListedEvent
from core.rewrite import rewritten, thinned
from core.scoped import deleted, edited, restored
from core.when import Moment

if TYPE_CHECKING:
    from core.store import Applied, Store

# Of one series, that are read at once for whoever waits: some 50 ms.
MOST_OVERRIDES = 1_000


def new_uid() -> str:
    """A UID for life, which says nothing of who made it or when (RFC 7986 5.3)."""
    return str(uuid4())


class Dating:
    """The verbs for dates, a part of Agenda.

    ref: the series, or an override of one of its dates. recurrence_id: the date's name, as
    core.recurrence.Occurrence has it, in whatever zone. Each raises NotFound where the series has no such
    date, or leaves it out.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def occurrence(self, ref: ComponentRef, recurrence_id: Moment) -> Event:
        """One date as an event: its override's fields or the series', at its own time, with its name.

        recurrence is the series' in any case.
        """
        series = told(self._dated(ref).text, ref, *self._store.clocks(ref.object_id))
        return series.event(series.date(recurrence_id))

    def overrides(self, ref: ComponentRef) -> tuple[Event, ...]:
        """What stands for single dates, or holds from one on: name and time of each, and nothing else.

        None beyond MOST_OVERRIDES.
        """
        text = self._dated(ref).text
        if text.count(b"\nRECURRENCE-ID") > MOST_OVERRIDES:
            return ()
        series = told(text, ref, *self._store.clocks(ref.object_id))
        return tuple(timing_of(its.part) for its in series.overrides)

    def edit_occurrence(
        self,
        ref: ComponentRef,
        recurrence_id: Moment,
        before: Event,
        after: Event,
        scope: Scope,
        *,
        amend: int | None = None,
    ) -> tuple[Applied, ComponentRef]:
        """Store what somebody made of `before`, which occurrence() gave, for some of the dates.

        ONE: an override stands for the date from then on; another recurrence is not taken. FOLLOWING: the
        series ends before the date, and an event of its own goes on; with its first date it is ALL.
        ALL: the series changes as the date did, and so do the overrides in fields that were as the series
        had them. Gives what later edits are for: the override, the event that goes on, or the series.
        amend, StaleChange: as Agenda.edit has them. Raises BadValue for a rule that cannot be cut there.
        """
        now = self._clock()
        given, wanted = component.as_stored(before, now), component.as_stored(after, now)
        for attempt in attempts():
            stored = self._store.object(ref.object_id)
            if stored is None:
                break
            made = edited(
                stored,
                Dated(ref, recurrence_id, scope),
                lambda event: merged(given, wanted, event),
                now,
                self._store.clocks(stored.id),
                new_uid(),
            )
            with attempt:
                applied = self._store.apply(
                    Change(Deed.EDIT, made.swaps), amend=amend, vtimezones=self._zones_of(made.swaps)
                )
                last = applied.change.objects[-1].id if applied.change.objects else stored.id
                return applied, replace(made.ref, object_id=last)
        raise StaleChange(after.uid)

    def delete_occurrence(self, ref: ComponentRef, recurrence_id: Moment, scope: Scope) -> Applied:
        """Leave dates out of a series; with its last one the event is gone, and its comments."""
        stored, now = self._dated(ref), self._clock()
        swap = deleted(stored, Dated(ref, recurrence_id, scope), now, self._store.clocks(stored.id))
        gone = self._store.comments(stored.id) if swap.after is None else ()
        return self._store.apply(Change(Deed.DELETE, (swap,), tuple(Swap(its, None) for its in gone)))

    def restore_occurrence(self, ref: ComponentRef, recurrence_id: Moment) -> Applied:
        """Drop what stands for a date: it is as its series says again."""
        stored, now = self._dated(ref), self._clock()
        swap = restored(stored, Dated(ref, recurrence_id, Scope.ONE), now, self._store.clocks(stored.id))
        return self._store.apply(Change(Deed.EDIT, (swap,)))

    # What is chosen in the list

    def edit_rows(self, entries: Sequence[int], fn: Callable[[Event], Event]) -> Applied:
        """Give what packed entries of the order stand for what `fn` makes of each, in one step.

        A date of a series gets it alone. Rows that are gone meanwhile are passed over.
        """
        now, swaps = self._clock(), []
        for stored, rows in self._chosen(entries):
            refs = [its.ref for its in rows if its.recurrence_id is None]
            whole = rewritten(stored, refs, fn, now, partial(self._store.clocks, stored.id))
            after = whole.after if whole and whole.after else stored
            if dates := _dates(rows):
                after = edited_each(after, dates, fn, now, self._store.clocks(stored.id)).thing
            if after.text != stored.text:
                swaps.append(Swap(stored, after))
        return self._store.apply(Change(Deed.EDIT, tuple(swaps)))

    def delete_rows(self, entries: Sequence[int]) -> Applied:
        """Delete what packed entries of the order stand for, in one step.

        A date of a series goes alone, and everything else as Agenda.delete has it. Rows that are gone
        meanwhile are passed over.
        """
        now, swaps = self._clock(), []
        for stored, rows in self._chosen(entries):
            clocks = self._store.clocks(stored.id)
            refs = [its.ref for its in rows if its.recurrence_id is None]
            left = thinned(stored, refs, now).after if refs else stored
            if left is not None and (dates := _dates(rows)):
                left = deleted_each(left, dates, now, clocks).after
            swaps.append(Swap(stored, left))
        comments = self._store.comments(*(its.id for its in swaps if its.after is None))
        return self._store.apply(
            Change(Deed.DELETE, tuple(swaps), tuple(Swap(its, None) for its in comments))
        )

    def _chosen(self, entries: Sequence[int]) -> list[tuple[CalendarObject, list[ListedEvent]]]:
        """Objects, and which of their rows."""
        rows: dict[int, list[ListedEvent]] = {}
        for row in self._store.listed(entries):
            rows.setdefault(row.ref.object_id, []).append(row)
        return [(its, rows[its.id]) for its in self._store.objects(rows)]

    def _dated(self, ref: ComponentRef) -> CalendarObject:
        stored = self._store.object(ref.object_id)
        if stored is None:
            raise NotFound("event", str(ref.object_id))
        return stored

    def _zones_of(self, swaps: tuple[Swap[CalendarObject], ...]) -> dict[str, dict[str, bytes]]:
        """The zones that came with an event, for what is cut off from it."""
        if len(swaps) < 2:
            return {}
        return {swaps[1].thing.uid: dict(self._store.vtimezones([swaps[0].id]).get(swaps[0].id, {}))}


def _dates(rows: Sequence[ListedEvent]) -> list[Dated]:
    return [Dated(its.ref, its.recurrence_id, Scope.ONE) for its in rows if its.recurrence_id is not None]
