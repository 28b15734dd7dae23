"""FILTER: which events a verb is about."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence

from core.calendar import Calendar
from core.cli.moments import Now
from core.errors import EndBeforeStart, NotFound
from core.event import Stage, Status
from core.query import EventQuery

CONDITIONS = ("uids", "from_", "to_", "search_", "categories", "calendars", "statuses", "stages", "undated")


def is_given(given: Namespace) -> bool:
    """Whether anything says which events."""
    return given.all or any(getattr(given, name) is not None for name in CONDITIONS)


def query_of(given: Namespace, calendars: Sequence[Calendar], now: Now) -> EventQuery:
    """The events in question. Hidden is what a window does not show: it counts here like any other.

    Raises BadValue for what is no day, NotFound for a calendar that is not there, EndBeforeStart.
    """
    first = now.day("from", given.from_) if given.from_ is not None else None
    last = now.day("to", given.to_) if given.to_ is not None else None
    if first and last and last < first:
        raise EndBeforeStart()
    return EventQuery(
        text=given.search_ or "",
        first=first,
        last=last,
        uids=frozenset(given.uids or ()),
        calendars=frozenset(calendar_named(name, calendars).id for name in given.calendars or ()),
        categories=frozenset(given.categories or ()),
        statuses=frozenset(None if its == "none" else Status(its.upper()) for its in given.statuses or ()),
        stages=frozenset(None if its == "none" else Stage(its.upper()) for its in given.stages or ()),
        hidden=True,
        undated=given.undated,
    )


def calendar_named(name: str, calendars: Iterable[Calendar]) -> Calendar:
    """However its letters are cased. Raises NotFound."""
    wanted = name.strip().casefold()
    for its in calendars:
        if its.name.casefold() == wanted:
            return its
    raise NotFound("calendar", name)
