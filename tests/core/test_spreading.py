"""Series in the list: each date once, moved, changed and cancelled ones too, whatever stands for them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest

from core.progress import finish
from core.query import EventQuery
from core.when import Moment
from tests.core.agendas import ZONE, Desk, desk, vevent
from tests.patience import calls_within

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


@pytest.mark.parametrize(
    ("rule", "last"), [("MINUTELY", "2026-04-02 09h talk"), ("HOURLY;INTERVAL=6", "04-30 18h talk")]
)
def test_a_crowd_of_dates_is_one_row(here: Desk, rule: str, last: str) -> None:
    here.put(weekly(vevent(zoned("DTSTART", "0402T090000"), "SUMMARY:talk"), rule=f"FREQ={rule}"))
    rows = shown(here)
    assert (rows[0], rows[-1]) == ("03-10 18h talk", last.removeprefix("2026-"))
    assert (len(rows) == 2) is (rule == "MINUTELY")


def test_many_dates_named_one_by_one(here: Desk) -> None:
    further = ",".join(f"202603{day:02}T{hour:02}0000" for day in range(11, 32) for hour in range(8, 12))
    lines = (f"RDATE;TZID={ZONE}:{further}", "RDATE;VALUE=PERIOD:20260311T080000Z/PT3H")
    left = f"EXDATE;TZID={ZONE}:20260312T080000,20260331T110000", "EXRULE:FREQ=DAILY;BYHOUR=9"
    here.put(vevent(zoned("DTSTART", "0310T180000"), "DURATION:PT1H", "SUMMARY:talk", *lines, *left))
    rows = shown(here)
    assert rows[:4] == ["03-10 18h talk", *(f"03-11 {its}h talk" for its in ("08", "10", "11"))]
    assert (len(rows), rows[-1]) == (1 + 21 * 3 - 2, "03-31 10h talk")
    (early,) = here.store.listed(here.store.order(EventQuery(), spread=SPAN).entries[1:2])
    assert early.when.end.wall == datetime(2026, 3, 11, 9)


def test_to_show_one_of_thousands_of_dates_does_not_order_them_anew(here: Desk) -> None:
    day = date(2026, 3, 11)
    further = ",".join(f"{day + timedelta(its):%Y%m%d}T080000" for its in range(2_000))
    here.put(vevent(zoned("DTSTART", "0310T180000"), "SUMMARY:talk", f"RDATE;TZID={ZONE}:{further}"))
    span = SPAN[0], date(2032, 1, 1)
    entries = here.store.order(EventQuery(first=span[0], last=span[1]), spread=span).entries
    assert len(entries) == 2_001
    with calls_within(20_000):
        assert len(here.store.listed(entries[-50:])) == 50
