"""Two edits of one event brought together, field by field."""

from __future__ import annotations

from dataclasses import replace

from core.errors import StaleChange
from core.event import Event, changed_fields


def merged(before: Event, after: Event, stored: Event) -> Event:
    """What somebody made of `before`, laid over what is stored now.

    A field that only one side changed takes that side's value. Raises StaleChange naming, in the form's
    order, the fields to which both gave values of their own.
    """
    ours = changed_fields(before, after)
    theirs = changed_fields(before, stored)
    wanted = {name: getattr(after, name) for name in ours}
    torn = tuple(name for name in ours if name in theirs and getattr(stored, name) != wanted[name])
    if torn:
        raise StaleChange(stored.uid, torn)
    if "when" in wanted:
        wanted["undated"] = after.undated
    return replace(stored, **wanted)
