"""Whether what was stored lets other rows into the list, or sorts them otherwise; else they are redrawn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.change import Change, Swap
from core.object import CalendarObject
from core.query import EventQuery, Order
from ui.models.event_rows import Renewed

# The fields of a row that each order and each facet goes by.
_BY_ORDER = {
    Order.START: "when",
    Order.SUMMARY: "summary",
    Order.PLACE: "place",
    Order.STATUS: "status",
    Order.MODIFIED: "modified",
}
# The lines of a text that say on which dates a series takes place, folded or not.
_DATES = re.compile(rb"(?im)^(?:RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID)[;:].*(?:\r\n[ \t].*)*")

_BY_FACET = {"calendars": "calendar_id", "categories": "categories", "statuses": "status", "stages": "stage"}


def concerns(change: Change, query: EventQuery, renewed: Sequence[Renewed]) -> bool:
    """query: the list's. renewed: the rows in sight that show what was changed, before and after."""
    if not change.objects:
        return False
    if _comes_or_goes(change) or query.text.strip():
        return True
    # First what costs little: of thousands that are changed at once, no text is read.
    if {swap.id for swap in change.objects} - {before.ref.object_id for before, _after in renewed if before}:
        return True  # Where it stands is not known.
    if any(map(_gets_other_dates, change.objects)):
        return True
    names = {"when", "series", "ref", _BY_ORDER[query.order]}
    names |= {name for facet, name in _BY_FACET.items() if getattr(query, facet)}
    return any(
        after is None or any(getattr(before, name) != getattr(after, name) for name in names)
        for before, after in renewed
    )


def _gets_other_dates(swap: Swap[CalendarObject]) -> bool:
    """Of a series, whose rows are no others for it."""
    if swap.before is None or swap.after is None:
        return True
    return _DATES.findall(swap.before.text) != _DATES.findall(swap.after.text)


def _comes_or_goes(change: Change) -> bool:
    return any(
        swap.before is None or swap.after is None or swap.before.calendar_id != swap.after.calendar_id
        for swap in change.objects
    )
