"""The first screen of the list, read by sqlite3 alone: SQLAlchemy takes longer to load than a start may."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date
from heapq import nsmallest
from pathlib import Path

from core.calendar import Calendar
from core.ics.series_rule import RuleRow
from core.known_zones import ObjectZones
from core.listing import COLUMNS, COUNTED, listed_event
from core.order import key_of, minutes_of, pack
from core.query import ListedEvent
from core.spreading import Series, Span, Spreader
from core.when import iana

# The schema that is read here; core.db.schema.HEAD cannot be asked without SQLAlchemy.
SCHEMA = "0004"

# How far series are spread out, as the list does it.
MONTHS = 24

# Series up to which all their dates are counted, and up to which there is time for the first ones alone.
FEW = 20
MANY = 200


@dataclass(frozen=True, slots=True)
class Glance:
    """rows: the first of today and later, by start. total: how many there are; with many series, at least."""

    rows: tuple[ListedEvent, ...]
    total: int
    calendars: tuple[Calendar, ...]
    zone: str


def glance(location: str, today: date, limit: int = 30) -> Glance | None:
    """What the list of an agenda begins with; None where that cannot be told so soon: no file yet, one of
    another schema or in trouble, hundreds of series, a server. today: in the agenda's zone.
    """
    path = Path(location)
    try:
        if "://" in location or not path.is_file():
            return None
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as database:
            database.execute("BEGIN")
            return _read(database, today, limit)
    except (sqlite3.Error, OSError, ValueError):
        return None


def _read(database: sqlite3.Connection, today: date, limit: int) -> Glance | None:
    if database.execute("SELECT version_num FROM alembic_version").fetchone() != (SCHEMA,):
        return None
    ((zone,),) = database.execute("SELECT value FROM agenda WHERE key = 'zone'")
    calendars = _calendars(database)
    span = Span.of_days(today, None, iana(zone) or UTC)
    shown = f"calendar_id NOT IN ({', '.join(str(its.id) for its in calendars if its.hidden)})"
    spreader = Spreader(iana(zone) or UTC)
    recurring = f"{shown} AND recurs AND ifnull(series_end_utc > {span.first}, 1)"
    if database.execute(f"SELECT count(*) FROM component WHERE {recurring}").fetchone() > (MANY,):
        return None
    series = _series(database, recurring, spreader)
    singles = f"FROM component WHERE {shown} AND NOT recurs AND end_utc > {span.first}"
    first = f"SELECT start_utc, id {singles} ORDER BY start_utc, id LIMIT {limit}"
    entries = [pack(start // 60, key) for start, key in database.execute(first)]
    window = Span.of_days(today, _spread_until(today), spreader.local)
    if len(series) > FEW and len(entries) == limit:
        # The first screen needs no dates behind the last of its single events.
        window = window.within(Span(None, (minutes_of(entries[-1]) + 1) * 60))
    dates = [entry for one in series for entry in spreader.entries(one, span, window)]
    ((count,),) = database.execute(f"SELECT count(*) {singles}")
    entries = nsmallest(limit, (*entries, *dates))
    return Glance(_rows(database, entries, spreader), count + len(dates), calendars, zone)


def _calendars(database: sqlite3.Connection) -> tuple[Calendar, ...]:
    rows = database.execute("SELECT id, name, colour, hidden, revision FROM calendar ORDER BY id")
    return tuple(Calendar(id_, name, colour, bool(hidden), rev) for id_, name, colour, hidden, rev in rows)


def _spread_until(today: date) -> date:
    months = today.year * 12 + today.month - 1 + MONTHS
    return date(months // 12, months % 12 + 1, min(today.day, 28)) if months < 12 * 10_000 else date.max


def _series(database: sqlite3.Connection, condition: str, spreader: Spreader) -> list[Series]:
    zones: dict[int, dict[str, bytes]] = {}
    for object_id, tzid, body in database.execute(
        "SELECT object_id, tzid, text FROM object_vtimezone JOIN vtimezone USING (hash)"
        f" WHERE object_id IN (SELECT object_id FROM component WHERE {condition})"
    ):
        zones.setdefault(object_id, {})[tzid] = body
    known, found = ObjectZones(zones), []
    for key, object_id, revision, ordinal, start, end, name, text, *row in database.execute(
        "SELECT component.id, component.object_id, revision, ordinal, start_utc, series_end_utc,"
        " recurrence_id, CASE WHEN rule IS NULL THEN text END, rule, dtstart, dtstart_tzid, dtend"
        " FROM component JOIN object ON object.id = component.object_id"
        f" JOIN object_text ON object_text.object_id = object.id WHERE component.{condition}"
    ):
        if text is None:
            spreader.learn_row(object_id, revision, RuleRow(*row), known.of(object_id))
        else:
            spreader.learn(object_id, revision, text, known.of(object_id))
        found.append(Series(key, object_id, revision, ordinal, pack(start // 60, key), end, name))
    return found


def _rows(
    database: sqlite3.Connection, entries: Sequence[int], spreader: Spreader
) -> tuple[ListedEvent, ...]:
    columns = ", ".join(f"component.{name}" for name in COLUMNS)
    keys = ", ".join(str(key_of(entry)) for entry in entries)
    states = ", ".join(f"'{state}'" for state in COUNTED)
    rows = {
        values[0]: listed_event(values, uid, comments)
        for *values, uid, comments in database.execute(
            f"SELECT {columns}, uid, (SELECT count(*) FROM comment"
            f" WHERE comment.object_id = object.id AND state IN ({states}))"
            f" FROM component JOIN object ON object.id = component.object_id WHERE component.id IN ({keys})"
        )
    }
    return tuple(spreader.at(rows[key_of(entry)], entry) for entry in entries)
