"""As much of a VEVENT as says when it is: for the dates of a series, which are many."""

from __future__ import annotations

from core.event import NO_DAY, Event
from core.ics.lines import parse
from core.ics.reading import and_future_of, recurrence_of, when_of
from core.ics.values import moment_of
from core.ics.vevents import Properties, Vevent

_TIMES = frozenset({"DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE", "EXRULE"})


def timing_of(part: Vevent) -> Event:
    """Its time, name and rules, and nothing else."""
    properties: Properties = {}
    for name, raw in zip(part.names, part.lines, strict=True):
        if name in _TIMES and (line := parse(raw)):
            properties.setdefault(name, []).append(line)
    replaced = properties.get("RECURRENCE-ID")
    recurrence_id = moment_of(replaced[0]) if replaced else None
    when = when_of(properties)
    if when is None:
        return Event("", NO_DAY, undated=True)
    recurrence, and_future = recurrence_of(properties), and_future_of(properties)
    return Event("", when, recurrence_id, recurrence=recurrence, and_future=and_future)
