"""The order of the list: packed rows, series spread out, every filter, every sort."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import spreading
from core.event import Event, Place, Recurrence, Stage, Status
from core.object import ComponentRef
from core.order import OrderArray, is_occurrence, key_of, minutes_at, minutes_of, pack, start_of
from core.query import EventQuery, ListedEvent, Order
from core.when import Moment, When
from tests.core.agendas import Desk, vevent

MARCH = date(2026, 3, 1), date(2026, 3, 31)


@given(
    st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC)),
    st.integers(1, (1 << 30) - 1),
    st.booleans(),
)
def test_what_is_packed_comes_out_again(instant: datetime, key: int, occurrence: bool) -> None:
    (entry,) = OrderArray.of([pack(minutes_at(instant), key, occurrence)]).entries
    assert (key_of(entry), is_occurrence(entry)) == (key, occurrence)
    assert minutes_of(entry) == minutes_at(instant)
    assert start_of(entry) <= instant < start_of(entry) + timedelta(minutes=1)


def rows(here: Desk, spread: tuple[date, date] | None = None, **query: object) -> list[ListedEvent]:
    order = here.store.order(EventQuery(**query), spread=spread)  # type: ignore[arg-type]  # by field name
    return here.store.listed(order.entries)


def names(here: Desk, spread: tuple[date, date] | None = None, **query: object) -> list[str]:
    return [row.summary for row in rows(here, spread, **query)]


def days(here: Desk, spread: tuple[date, date] | None, **query: object) -> list[str]:
    return [str(row.when.start) for row in rows(here, spread, **query)]


def at(hour: int, minute: int = 0, tzid: str | None = "Europe/Brussels", day: int = 10) -> When:
    start = datetime(2026, 3, day, hour, minute)
    return When.times(start, start + timedelta(minutes=30), tzid)


def test_by_start_whatever_clock_it_hangs_on(here: Desk) -> None:
    here.add("ten in Brussels", at(10))
    here.add("nine in London", at(9, 30, "Europe/London"))
    here.add("half past eight UTC", at(8, 30, "UTC"))
    here.add("floating", at(9, 45, None))
    here.add("the day")
    here.add("before 1970", When.times(datetime(1969, 12, 31, 23, 59, 30), tzid="UTC"))
    expected = [
        "before 1970",
        "the day",
        "half past eight UTC",
        "floating",
        "ten in Brussels",
        "nine in London",
    ]
    assert names(here) == expected
    assert names(here, descending=True) == expected[::-1]
    assert minutes_of(here.store.order(EventQuery()).entries[0]) == -1


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.SUMMARY, ["Âge", "été", "Zoo", "zoo"]),
        (Order.PLACE, ["zoo", "été", "Zoo", "Âge"]),
        (Order.STATUS, ["Âge", "Zoo", "été", "zoo"]),
        (Order.MODIFIED, ["Zoo", "Âge", "zoo", "été"]),
    ],
)
def test_by_something_else_and_then_by_start(here: Desk, order: Order, expected: list[str]) -> None:
    here.add("Zoo", at(9), place=Place(("É",)), status=Status.CONFIRMED)
    here.add("Âge", at(11), place=Place(("z",)), status=Status.TENTATIVE)
    here.add("zoo", at(12))
    here.add("été", at(10), place=Place(("a",)), status=Status.CANCELLED)
    assert names(here, order=order) == expected
    descending = names(here, order=order, descending=True)
    # Equal ones stay in the order of their start.
    assert descending == (["Zoo", "zoo", "été", "Âge"] if order is Order.SUMMARY else expected[::-1])


def test_an_event_matches_a_day_that_any_part_of_it_touches(here: Desk) -> None:
    here.add("two days", When.days(date(2026, 3, 10), date(2026, 3, 11)))
    here.add(
        "over midnight", When.times(datetime(2026, 3, 9, 23), datetime(2026, 3, 10, 1), "Europe/Brussels")
    )
    here.add("until midnight", When.times(datetime(2026, 3, 9, 23), datetime(2026, 3, 10), "Europe/Brussels"))
    here.add("at midnight", When.times(datetime(2026, 3, 10), tzid="Europe/Brussels"))
    here.add("the evening before, in New York", When.times(datetime(2026, 3, 9, 20), tzid="America/New_York"))
    on_the_tenth = {"two days", "over midnight", "at midnight", "the evening before, in New York"}
    day = date(2026, 3, 10)
    assert set(names(here, first=day, last=day)) == on_the_tenth
    assert set(names(here, first=date(2026, 3, 11))) == {"two days"}
    assert set(names(here, last=date(2026, 3, 9))) == {"over midnight", "until midnight"}
    assert names(here, first=date(2026, 3, 12), last=day) == []
    assert len(names(here, first=date.min, last=date.max)) == 5


def test_each_filter_lets_in_what_it_says(here: Desk) -> None:
    culture = here.agenda.create_calendar("Culture").change.calendars[0].id
    here.add("a", categories=("Politique", "Ville"), status=Status.CONFIRMED, stage=Stage.DRAFT)
    here.add("b", categories=("politique",), status=Status.CANCELLED)
    moved = here.add("c", categories=("Fête",), stage=Stage.READY)
    here.agenda.move([moved.object_id], culture)
    assert set(names(here, categories=frozenset({"POLITIQUE"}))) == {"a", "b"}
    assert set(names(here, categories=frozenset({"Ville", "Fête"}))) == {"a", "c"}
    assert names(here, categories=frozenset({"Vill"})) == []
    assert set(names(here, statuses=frozenset({Status.CONFIRMED, None}))) == {"a", "c"}
    assert names(here, stages=frozenset({Stage.READY})) == ["c"]
    assert names(here, stages=frozenset({None})) == ["b"]
    assert names(here, calendars=frozenset({culture})) == ["c"]
    uid = here.event(moved).uid
    assert names(here, uids=frozenset({uid, "nobody's"})) == ["c"]
    assert names(here, uids=frozenset({uid}), categories=frozenset({"Ville"})) == []
    (hidden,) = (its for its in here.store.calendars() if its.id == culture)
    here.agenda.edit_calendar(hidden, replace(hidden, hidden=True))
    assert set(names(here)) == {"a", "b"}
    assert len(names(here, hidden=True)) == 3
    assert names(here, calendars=frozenset({culture})) == []
    assert names(here, calendars=frozenset({culture}), hidden=True) == ["c"]


def test_more_uids_than_a_statement_takes(here: Desk) -> None:
    for number in range(3):
        here.add(str(number), uid=f"u{number}")
    uids = frozenset(f"u{number}" for number in range(1, 40_000))
    assert names(here, uids=uids) == ["1", "2"]
    assert names(here, uids=uids, text="2") == ["2"]
    assert names(here, uids=uids, text="0") == []


WEEKLY = Recurrence(("FREQ=WEEKLY;UNTIL=20260401T220000Z",))


def test_a_series_is_spread_out_where_asked(here: Desk) -> None:
    here.add("single", at(9, day=12))
    here.add("weekly", at(18, 30, day=3), recurrence=WEEKLY)
    assert names(here) == ["weekly", "single"]
    spread = rows(here, MARCH)
    assert [row.summary for row in spread] == ["weekly", "weekly", "single", "weekly", "weekly", "weekly"]
    # The clocks go forward on the 29th.
    assert [str(row.when.start) for row in spread if row.series] == [
        f"2026-03-{day:02}T18:30:00[Europe/Brussels]" for day in (3, 10, 17, 24, 31)
    ]
    assert all(row.when.length == timedelta(minutes=30) for row in spread)
    assert len({row.key for row in spread}) == 2
    assert names(here, MARCH, descending=True)[:2] == ["weekly", "weekly"]
    by_name = rows(here, MARCH, order=Order.SUMMARY)
    assert [row.when.start.day.day for row in by_name] == [12, 3, 10, 17, 24, 31]


def test_a_date_filter_and_a_spread_both_hold(here: Desk) -> None:
    here.add("weekly", at(18, day=3), recurrence=WEEKLY)
    assert len(rows(here, MARCH, first=date(2026, 3, 10), last=date(2026, 3, 17))) == 2
    assert names(here, first=date(2026, 3, 10), last=date(2026, 3, 10)) == ["weekly"]
    assert names(here, first=date(2026, 3, 11), last=date(2026, 3, 12)) == []
    assert names(here, MARCH, first=date(2026, 3, 11), last=date(2026, 3, 12)) == []
    assert here.store.count(EventQuery(first=date(2026, 3, 11), last=date(2026, 3, 12))) == 0
    assert here.store.count(EventQuery(first=date(2026, 3, 10))) == 1
    assert here.store.count(EventQuery(first=date(2026, 4, 1))) == 0
    assert here.store.count(EventQuery(last=date(2026, 3, 2))) == 0


def test_outside_the_spread_a_series_is_one_row(here: Desk) -> None:
    here.add("weekly", at(18, day=3), recurrence=WEEKLY)
    here.add("for ever", at(19, day=3), recurrence=Recurrence(("FREQ=MONTHLY",)))
    before, after = (date(2025, 1, 1), date(2025, 12, 31)), (date(2027, 1, 1), date(2027, 1, 31))
    assert days(here, before) == [f"2026-03-03T{hour}:00:00[Europe/Brussels]" for hour in (18, 19)]
    assert days(here, after) == [
        "2026-03-31T18:00:00[Europe/Brussels]",
        "2027-01-03T19:00:00[Europe/Brussels]",
    ]
    gap = date(2027, 1, 10), date(2027, 1, 20)
    assert days(here, gap)[1] == "2027-02-03T19:00:00[Europe/Brussels]"
    filtered = EventQuery(first=date(2026, 5, 1), last=date(2026, 6, 30))
    (row,) = here.store.listed(here.store.order(filtered, spread=gap).entries)
    assert str(row.when.start) == "2026-05-03T19:00:00[Europe/Brussels]"


def test_an_override_stands_for_its_date(here: Desk) -> None:
    object_id = here.put(
        vevent(
            "SUMMARY:weekly",
            "DTSTART:20260303T100000Z",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "EXDATE:20260317T100000Z",
        )
        + vevent("SUMMARY:moved", "RECURRENCE-ID:20260310T100000Z", "DTSTART:20260311T150000Z")
    )
    assert [(row.summary, row.override) for row in rows(here, MARCH)] == [("weekly", False), ("moved", True)]
    # Each event once is the series alone, unless only the override matches.
    assert names(here) == ["weekly"]
    assert here.store.count(EventQuery()) == 1
    assert names(here, text="moved") == ["moved"]
    assert here.store.count(EventQuery(text="moved")) == 1
    assert here.store.count(EventQuery(first=date(2026, 3, 11))) == 1
    assert names(here, first=date(2026, 3, 11)) == ["moved"]
    assert here.store.refs(EventQuery()) == [
        ComponentRef(object_id),
        ComponentRef(object_id, "20260310T100000Z"),
    ]
    assert here.store.object_ids(EventQuery()) == [object_id]


def test_days_of_a_series_and_their_own_lengths(here: Desk) -> None:
    here.put(
        vevent(
            "SUMMARY:fair",
            "DTSTART;VALUE=DATE:20260306",
            "DTEND;VALUE=DATE:20260308",
            "RRULE:FREQ=WEEKLY;COUNT=2",
        ),
        uid="a",
    )
    here.put(
        vevent(
            "SUMMARY:visit",
            "DTSTART:20260309T100030Z",
            "DTEND:20260309T110030Z",
            "RDATE;VALUE=PERIOD:20260310T100000Z/PT3H",
            "RDATE:20260311T100030Z",
        ),
        uid="b",
    )
    found = [row.when for row in rows(here, MARCH)]
    assert found == [
        When.days(date(2026, 3, 6), date(2026, 3, 7)),
        When(Moment(datetime(2026, 3, 9, 10, 0, 30), "UTC"), Moment(datetime(2026, 3, 9, 11, 0, 30), "UTC")),
        When(Moment(datetime(2026, 3, 10, 10), "UTC"), Moment(datetime(2026, 3, 10, 13), "UTC")),
        When(
            Moment(datetime(2026, 3, 11, 10, 0, 30), "UTC"), Moment(datetime(2026, 3, 11, 11, 0, 30), "UTC")
        ),
        When.days(date(2026, 3, 13), date(2026, 3, 14)),
    ]


def test_dates_within_one_minute_are_one_row(here: Desk) -> None:
    here.put(vevent("SUMMARY:tick", "DTSTART:20260310T100000Z", "RRULE:FREQ=SECONDLY;COUNT=90"))
    assert [row.when.start.wall for row in rows(here, MARCH)] == [
        datetime(2026, 3, 10, 10, 0),
        datetime(2026, 3, 10, 10, 1),
    ]


def test_an_edit_of_a_series_is_seen_at_once(here: Desk) -> None:
    ref = here.add("weekly", at(18, day=3), recurrence=WEEKLY)
    assert len(rows(here, MARCH)) == 5
    here.edit(ref, recurrence=Recurrence(("FREQ=WEEKLY;COUNT=2",)))
    assert len(rows(here, MARCH)) == 2
    entries = here.store.order(EventQuery(), spread=MARCH).entries
    here.edit(ref, summary="renamed", recurrence=Recurrence())
    assert {row.summary for row in here.store.listed(entries)} == {"renamed"}


def test_twins_recur_each_by_itself(here: Desk) -> None:
    here.put(
        vevent("SUMMARY:one", "DTSTART:20260303T100000Z", "RRULE:FREQ=DAILY;COUNT=2")
        + vevent("SUMMARY:two", "DTSTART:20260310T100000Z", "RRULE:FREQ=DAILY;COUNT=3")
    )
    assert names(here, MARCH) == ["one"] * 2 + ["two"] * 3


def test_a_series_in_a_zone_of_its_own(here: Desk) -> None:
    zone = (
        b"BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        b"TZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    text = vevent("SUMMARY:x", "DTSTART;TZID=Ours:20260303T100000", "RRULE:FREQ=DAILY;COUNT=2")
    here.put(text, vtimezones={"put@example.org": {"Ours": zone}})
    entries = here.store.order(EventQuery(), spread=MARCH).entries
    assert [start_of(entry).hour for entry in entries] == [5, 5]
    assert [str(row.when.start) for row in here.store.listed(entries)] == [
        "2026-03-03T10:00:00[Ours]",
        "2026-03-04T10:00:00[Ours]",
    ]


def test_what_is_remembered_of_series_has_an_end(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "MAX_OBJECTS", 1)
    monkeypatch.setattr(spreading, "MAX_ENTRIES", 0)
    for number in (3, 4):
        here.add(str(number), at(18, day=number), recurrence=Recurrence(("FREQ=WEEKLY;COUNT=2",)))
    for _ in range(2):
        order = here.store.order(EventQuery(), spread=MARCH)
        assert [row.summary for row in here.store.listed(order.entries)] == ["3", "4", "3", "4"]
        assert names(here) == ["3", "4"]


def test_an_order_of_nothing(here: Desk) -> None:
    assert len(here.store.order(EventQuery(text="nothing"), spread=MARCH)) == 0
    assert here.store.listed([]) == []
    assert here.store.refs(EventQuery(text="nothing")) == []


def test_events_are_as_they_were_written(here: Desk) -> None:
    wanted = Event("u", at(9), summary="x", categories=("a, b", "c"))
    here.agenda.create(wanted, 0)
    (row,) = rows(here)
    assert row.categories == ("a, b", "c")


def test_the_row_of_one_event(here: Desk) -> None:
    def when(ref: ComponentRef) -> str | None:
        entry = here.store.entry_of(ref)
        if entry is None:
            return None
        (row,) = here.store.listed((entry,))
        assert row.ref == ref
        return str(row.when.start.wall)

    here.clock.now = datetime(2026, 3, 12, 12, tzinfo=UTC)
    day = "DTSTART;VALUE=DATE:"
    override = vevent("RECURRENCE-ID;VALUE=DATE:20260313", f"{day}20260321")
    series = ComponentRef(here.put(vevent(f"{day}20260310", "RRULE:FREQ=DAILY;COUNT=5") + override))
    orphan = vevent("RECURRENCE-ID;VALUE=DATE:20260401", f"{day}20260402", uid="orphan@example.org")
    left_out = vevent(f"{day}20260310", "RRULE:FREQ=DAILY;COUNT=1", "EXDATE;VALUE=DATE:20260310", uid="none")
    assert when(here.add("single")) == "2026-03-10"
    assert when(series) == "2026-03-12"
    assert when(replace(series, recurrence_id="20260313")) == "2026-03-21"
    assert when(ComponentRef(here.put(orphan, "orphan@example.org"), "20260401")) == "2026-04-02"
    assert when(ComponentRef(here.put(left_out, "none"))) == "2026-03-10"
    here.clock.now = datetime(2026, 5, 1, tzinfo=UTC)
    assert when(series) == "2026-03-14"
    assert when(replace(series, ordinal=1)) is None
    assert when(replace(series, object_id=99)) is None


def test_a_series_that_ends_where_a_day_begins_is_over(here: Desk) -> None:
    here.add("series", When.days(date(2026, 3, 10)), recurrence=Recurrence(("FREQ=DAILY;COUNT=2",)))
    for first, found in ((date(2026, 3, 11), ["series"]), (date(2026, 3, 12), [])):
        assert names(here, first=first) == names(here, (first, first), first=first) == found
        assert here.store.count(EventQuery(first=first)) == len(found)
