"""Agendas that are there already when somebody sits down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from core.agenda import Agenda
from core.event import Event
from core.store import Store
from core.when import Moment, When
from tests.core.agendas import new_agenda

ZONE = "Europe/Brussels"


def today() -> date:
    """In the agenda's zone."""
    return datetime.now(ZoneInfo(ZONE)).date()


def day(after: int = 1) -> When:
    """A whole day, so many days after today."""
    return When.days(today() + timedelta(days=after))


def hour(after: int = 1, at: int = 9) -> When:
    """An hour in Brussels, so many days after today."""
    start = datetime.combine(today() + timedelta(days=after), datetime.min.time()).replace(hour=at)
    return When(Moment(start, ZONE), Moment(start + timedelta(hours=1), ZONE))


def event(summary: str, when: When | None = None, **fields: object) -> Event:
    """Tomorrow, unless told."""
    return Event("", when or day(), summary=summary, **fields)  # type: ignore[arg-type]  # by field name


def fill(path: Path, events: Iterable[Event], *calendars: str, zone: str = ZONE) -> Path:
    """A new agenda with these events in its first calendar, and further calendars."""
    clock = partial(datetime.now, UTC)
    path.write_bytes(new_agenda(zone))
    store = Store.open(str(path), clock=clock, create=False)
    agenda = Agenda(store, clock)
    for its in events:
        agenda.create(its, 0)
    for name in calendars:
        agenda.create_calendar(name)
    store.close()
    return path
