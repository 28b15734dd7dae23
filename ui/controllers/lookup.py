"""What the list asks of an agenda besides its rows: where one event stands, and why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.object import ComponentRef
from core.query import EventQuery
from ui.models.filter import Filter
from ui.models.spans import Span
from ui.widgets.empty_state import Emptiness

if TYPE_CHECKING:
    from core.store import Store


def entry_of(store: Store, ref: ComponentRef) -> int | None:
    """An event's entry in the order of the list, whatever filter holds; a series' own."""
    holder = store.object(ref.object_id)
    if holder is None:
        return None
    order = store.order(EventQuery(uids=frozenset({holder.uid}), hidden=True), spread=None)
    for entry in order.entries:
        if any(event.ref == ref for event in store.listed((entry,))):
            return entry
    return None


def emptiness(store: Store, chosen: Filter) -> Emptiness:
    """Why a filter finds nothing."""
    if not store.count(EventQuery(hidden=True)):
        return Emptiness.NEW
    if chosen.restricts:
        return {
            Span.UPCOMING: Emptiness.NO_MATCH_UPCOMING,
            Span.PAST: Emptiness.NO_MATCH_PAST,
            Span.ALL: Emptiness.NO_MATCH,
        }[chosen.span]
    if not store.count(EventQuery()):
        return Emptiness.HIDDEN
    return Emptiness.NO_PAST if chosen.span is Span.PAST else Emptiness.NO_UPCOMING
