"""The first screen, read without SQLAlchemy, is what the store would say."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from core.comment import Author, CommentState
from core.db.schema import HEAD
from core.demo import fill
from core.event import Recurrence
from core.glance import SCHEMA, glance
from core.query import EventQuery
from core.when import When
from tests.core.agendas import Desk, vevent
from tests.patience import calls_within

TODAY = date(2026, 3, 10)
# As far as the list spreads series at first.
SPREAD = date(2025, 3, 10), date(2028, 3, 10)


def same_as_the_store(here: Desk, today: date = TODAY, limit: int = 30) -> int:
    seen = glance(str(here.path), today, limit)
    assert seen is not None
    order = here.store.order(EventQuery(first=today), spread=SPREAD)
    assert list(seen.rows) == here.store.listed(order.entries[:limit])
    assert list(seen.calendars) == here.store.calendars()
    assert seen.zone == here.store.zone
    assert seen.total == len(order)
    return seen.total


def test_the_schema_is_the_present_one() -> None:
    assert SCHEMA == HEAD


def test_an_empty_agenda(here: Desk) -> None:
    assert same_as_the_store(here) == 0


def test_the_demo(here: Desk) -> None:
    fill(here.store, TODAY)
    assert same_as_the_store(here) > 100
    assert same_as_the_store(here, limit=3) > 100


def test_what_is_over_or_hidden_is_left_out_and_comments_are_counted(here: Desk) -> None:
    hidden = here.agenda.create_calendar("Hidden").change.calendars[0].after
    assert hidden is not None
    here.add("yesterday", When.days(date(2026, 3, 9)))
    here.add("until today", When.days(date(2026, 3, 1), TODAY))
    shown, gone = here.add("tomorrow", When.days(date(2026, 3, 11))), here.add("hidden", When.days(TODAY))
    here.agenda.move([gone.object_id], hidden.id)
    here.agenda.edit_calendar(hidden, replace(hidden, hidden=True))
    for state in (CommentState.APPROVED, CommentState.SPAM):
        applied = here.agenda.add_comment(shown.object_id, Author("Claire", "claire@example.org"), "x")
        here.agenda.moderate([applied.change.comments[0].id], state)
    assert same_as_the_store(here) == 2


def test_series_with_overrides_and_zones_of_their_own(here: Desk) -> None:
    zone = (
        b"BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        b"TZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    text = vevent("SUMMARY:series", "DTSTART;TZID=Ours:20260308T010000", "RRULE:FREQ=DAILY;COUNT=9") + vevent(
        "SUMMARY:moved", "RECURRENCE-ID;TZID=Ours:20260311T010000", "DTSTART;TZID=Ours:20260320T010000"
    )
    here.put(text, vtimezones={"put@example.org": {"Ours": zone}})
    assert same_as_the_store(here) == 6
    rows = here.store.listed(here.store.order(EventQuery(), spread=SPREAD).entries)
    starts = [its.start_utc for its in rows]
    walls = [its.when.start.wall_time.replace(tzinfo=UTC).timestamp() - 5 * 3600 for its in rows]
    assert starts == walls


def test_with_many_series_the_first_screen_is_right_all_the_same(here: Desk) -> None:
    for number in range(25):
        when = When.times(datetime(2026, 3, 1 + number, 9), tzid="Europe/Brussels")
        here.add(f"weekly {number}", when, recurrence=Recurrence(("FREQ=WEEKLY;COUNT=30",)))
        here.add(f"single {number}", when)
    seen = glance(str(here.path), TODAY, 10)
    assert seen is not None
    order = here.store.order(EventQuery(first=TODAY), spread=SPREAD)
    assert list(seen.rows) == here.store.listed(order.entries[:10])
    assert 10 < seen.total <= len(order)


def test_with_hundreds_of_series_there_is_no_time(here: Desk) -> None:
    here.put_all([vevent("DTSTART:20260310T090000Z", "RRULE:FREQ=YEARLY")] * 201)
    assert glance(str(here.path), TODAY) is None


def test_at_the_end_of_the_calendar(here: Desk) -> None:
    here.add("x", recurrence=Recurrence(("FREQ=YEARLY;COUNT=2",)))
    seen = glance(str(here.path), date(9999, 12, 1))
    assert seen is not None
    assert seen.rows == ()


def test_what_cannot_be_told_so_soon(here: Desk, tmp_path: Path) -> None:
    for location in ("postgresql://example.org/agenda", str(tmp_path), str(tmp_path / "gone"), __file__):
        assert glance(location, TODAY) is None
    with closing(sqlite3.connect(tmp_path / "other.db", isolation_level=None)) as database:
        database.execute("CREATE TABLE alembic_version (version_num)")
        assert glance(str(tmp_path / "other.db"), TODAY) is None
        database.execute("INSERT INTO alembic_version VALUES ('0000')")
        assert glance(str(tmp_path / "other.db"), TODAY) is None


def test_it_is_quick_and_loads_little(here: Desk) -> None:
    fill(here.store, TODAY)
    here.put_all([vevent("DTSTART:20260310T090000Z")] * 300)
    script = (
        "import sys; from datetime import date; from core.glance import glance;"
        f"assert glance({str(here.path)!r}, date(2026, 3, 10)).rows;"
        "heavy = {'sqlalchemy', 'icalendar', 'alembic', 'babel', 'dateutil', 'nh3', 'lxml', 'PySide6'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    with calls_within(100_000):
        glance(str(here.path), TODAY)


@pytest.mark.parametrize("today", [date(2026, 1, 31), date(2024, 2, 29)])
def test_series_reach_as_far_as_in_the_list(here: Desk, today: date) -> None:
    from core.order import start_of
    from ui.models.spread import Spread

    here.add("daily", When.days(date(2020, 1, 1)), recurrence=Recurrence(("FREQ=DAILY",)))
    seen = glance(str(here.path), today)
    order = here.store.order(EventQuery(first=today), spread=Spread(today).days)
    assert seen is not None
    assert seen.total == len(order)
    assert start_of(order.entries[0]) < datetime(2026, 2, 1, tzinfo=UTC)
