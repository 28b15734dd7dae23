"""Series in the list: each date once, moved, changed and cancelled ones too, whatever stands for them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime

import pytest

from core.progress import finish
from core.query import EventQuery
from core.when import Moment
from tests.core.agendas import ZONE, Desk, desk, vevent

SPAN = date(2026, 3, 1), date(2026, 4, 30)


def shown(here: Desk, span: tuple[date, date] = SPAN) -> list[str]:
    """Of the whole agenda: start, summary and status of each row."""
    query = EventQuery(first=span[0], last=span[1])
    rows = here.store.listed(here.store.order(query, spread=span).entries, every=True)
    words = [f"{its.when.start.wall} {its.summary} {its.status.value if its.status else ''}" for its in rows]
    return [its.replace("2026-", "").replace(":00:00", "h").strip() for its in words]


def zoned(name: str, time: str, params: str = "") -> str:
    return f"{name};TZID={ZONE}{params}:2026{time}"


def override(day: str, *lines: str, params: str = "") -> bytes:
    return vevent(zoned("RECURRENCE-ID", f"{day}T180000", params), *lines)


def weekly(*others: bytes, rule: str = "FREQ=WEEKLY;COUNT=5") -> bytes:
    master = vevent(zoned("DTSTART", "0310T180000"), "DURATION:PT1H", "SUMMARY:talk", f"RRULE:{rule}")
    return master + b"".join(others)


def test_moved_changed_and_cancelled_dates_show_once(here: Desk) -> None:
    here.put(
        weekly(
            override("0317", zoned("DTSTART", "0318T200000"), "SUMMARY:moved"),
            override("0324", zoned("DTSTART", "0324T180000"), "SUMMARY:talk", "STATUS:CANCELLED"),
            override("0501", zoned("DTSTART", "0402T180000"), "SUMMARY:orphan"),
            vevent(zoned("DTSTART", "0311T090000"), "SUMMARY:twin"),
        )
    )
    assert shown(here) == [
        *("03-10 18h talk", "03-11 09h twin", "03-18 20h moved", "03-24 18h talk CANCELLED"),
        *("03-31 18h talk", "04-02 18h orphan", "04-07 18h talk"),
    ]


def test_either_of_the_index_and_the_text_says_the_dates(here: Desk) -> None:
    moved = override("0317", zoned("DTSTART", "0318T200000"), "SUMMARY:moved")
    here.put(weekly(moved, rule="FREQ=WEEKLY;COUNT=5\r\nEXDATE:20260331T160000Z"))
    dates = shown(here)
    assert dates == ["03-10 18h talk", "03-18 20h moved", "03-24 18h talk", "04-07 18h talk"]
    for statement in ("UPDATE component SET rule = NULL", "UPDATE object_text SET text = ''"):
        with closing(sqlite3.connect(here.path)) as database, database:
            database.execute(statement)
        with desk(here.path) as again:
            assert shown(again) == dates
        if "rule" in statement:
            assert finish(here.store.reindex()) == 1


def test_dates_on_which_an_override_holds_are_its_own(here: Desk) -> None:
    held = zoned("DTSTART", "0318T193000"), zoned("DTEND", "0318T200000"), "SUMMARY:held"
    here.put(
        weekly(
            override("0317", *held, params=";RANGE=THISANDFUTURE"),
            override("0331", zoned("DTSTART", "0331T180000"), "SUMMARY:own"),
        )
    )
    expected = [
        *("03-10 18h talk", "03-18 19:30:00 held", "03-25 19:30:00 held", "03-31 18h own"),
        "04-08 19:30:00 held",
    ]
    assert shown(here) == expected
    assert shown(here, (date(2026, 3, 25), date(2026, 3, 25))) == expected[2:3]
    last = here.store.order(EventQuery(first=date(2026, 4, 8)), spread=SPAN).entries
    (row,) = here.store.listed(last)
    assert (row.override, row.ref.recurrence_id, str(row.when.end.wall)[11:]) == (
        True,
        "20260317T180000",
        "20:00:00",
    )
    assert row.recurrence_id == Moment(datetime(2026, 4, 7, 18), ZONE)
    once = here.store.order(EventQuery())
    assert [its.summary for its in here.store.listed(once.entries)] == ["talk"]


def test_an_override_that_holds_without_its_series_shows_alone(here: Desk) -> None:
    here.put(override("0317", zoned("DTSTART", "0318T200000"), "SUMMARY:a", params=";RANGE=THISANDFUTURE"))
    assert shown(here) == ["03-18 20h a"]


def test_what_an_exrule_leaves_out_does_not_show(here: Desk) -> None:
    here.put(weekly(rule="FREQ=WEEKLY;COUNT=5\r\nEXRULE:FREQ=WEEKLY;INTERVAL=2"))
    assert shown(here) == ["03-17 18h talk", "03-31 18h talk"]


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY;INTERVAL=30;COUNT=3", f"FREQ=WEEKLY;COUNT=1\r\nRDATE;TZID={ZONE}:20260310T180030"]
)
def test_two_dates_in_one_minute(here: Desk, rule: str) -> None:
    here.put(weekly(rule=rule))
    assert shown(here)[:2] == ["03-10 18h talk", "03-10 18:00:30 talk"]
    assert len(here.store.order(EventQuery(), spread=SPAN).entries) == (2 if "SECONDLY" in rule else 1)
