"""What the list asks of an agenda when it has no rows: why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.query import EventQuery
from ui.models.filter import Filter
from ui.models.spans import Span
from ui.widgets.empty_state import Emptiness

if TYPE_CHECKING:
    from core.store import Store


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
