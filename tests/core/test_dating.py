"""What is chosen in the list is deleted, changed and copied as it is shown: a date of a series by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from core.dating import MOST_OVERRIDES
from core.event import Event, Recurrence, Status
from core.object import ComponentRef
from core.occurrence import Scope
from core.query import EventQuery
from core.when import Moment, When
from tests.core.agendas import ZONE, Desk, vevent
from tests.patience import calls_within

SPREAD = date(2026, 3, 1), date(2026, 6, 1)
WEEKLY = Recurrence(("FREQ=WEEKLY;COUNT=4",))


def entries(here: Desk) -> list[int]:
    return list(here.store.order(EventQuery(), spread=SPREAD).entries)


def shown(here: Desk) -> list[str]:
    return [
        f"{its.when.start.day:%d.%m} {its.summary}{' ' + its.status.name if its.status else ''}"
        for its in here.store.listed(entries(here))
    ]


def weekly(here: Desk) -> None:
    """Four Tuesdays, and an event between them."""
    here.add("talk", When.times(datetime(2026, 3, 10, 18), tzid=ZONE), recurrence=WEEKLY)
    here.add("fair", When.days(date(2026, 3, 18)))


def test_some_dates_of_a_series_and_an_event_are_deleted_in_one_step(here: Desk) -> None:
    weekly(here)
    before = shown(here)
    assert before == ["10.03 talk", "17.03 talk", "18.03 fair", "24.03 talk", "31.03 talk"]
    applied = here.agenda.delete_rows(entries(here)[1:4])
    assert shown(here) == ["10.03 talk", "31.03 talk"]
    here.agenda.revert(applied.journal_id)
    assert shown(here) == before


def test_with_its_last_date_a_series_is_gone(here: Desk) -> None:
    weekly(here)
    here.agenda.delete_rows([its for its in entries(here) if its & 1])
    assert shown(here) == ["18.03 fair"]
    assert here.store.count(EventQuery()) == 1


def test_rows_that_are_gone_meanwhile_are_passed_over(here: Desk) -> None:
    weekly(here)
    chosen = entries(here)
    here.agenda.delete_rows(chosen[:3])
    here.agenda.delete_rows(chosen[2:4])
    assert shown(here) == ["31.03 talk"]


def test_dates_on_which_an_override_holds_are_deleted_one_by_one(here: Desk) -> None:
    series = vevent("SUMMARY:talk", "DTSTART:20260310T180000Z", "RRULE:FREQ=WEEKLY;COUNT=5")
    moved = vevent("SUMMARY:later", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260317T180000Z",
        "DTSTART:20260318T190000Z")  # fmt: skip
    alone = vevent("SUMMARY:alone", "RECURRENCE-ID:20260331T180000Z", "DTSTART:20260331T200000Z")
    here.put(series + moved + alone)
    assert shown(here) == ["10.03 talk", "18.03 later", "25.03 later", "31.03 alone", "08.04 later"]
    here.agenda.delete_rows(entries(here)[1:4])
    assert shown(here) == ["10.03 talk", "08.04 later"]


def test_dates_and_events_are_given_a_status_in_one_step(here: Desk) -> None:
    weekly(here)

    def cancelled(event: Event) -> Event:
        return replace(event, status=Status.CANCELLED)

    applied = here.agenda.edit_rows(entries(here)[1:4], cancelled)
    after = [
        "10.03 talk",
        "17.03 talk CANCELLED",
        "18.03 fair CANCELLED",
        "24.03 talk CANCELLED",
        "31.03 talk",
    ]
    assert shown(here) == after
    assert here.agenda.edit_rows(entries(here)[1:4], cancelled).journal_id == 0
    here.agenda.revert(applied.journal_id)
    assert "CANCELLED" not in str(shown(here))


def test_hundreds_of_dates_are_changed_in_one_pass(here: Desk) -> None:
    daily = Recurrence(("FREQ=DAILY;COUNT=80",))
    ref = here.add("talk", When.times(datetime(2026, 3, 10, 18), tzid=ZONE), recurrence=daily)

    def renamed(event: Event) -> Event:
        return replace(event, summary=event.summary.upper())

    with calls_within(1_000_000):
        here.agenda.edit_rows(entries(here)[:60], renamed)  # each gets an override
        here.agenda.edit_rows(entries(here)[:60], lambda event: replace(event, status=Status.CANCELLED))
    one = Moment(datetime(2026, 3, 20, 18), ZONE)
    before = here.agenda.occurrence(ref, one)
    with calls_within(500_000):
        here.agenda.edit_occurrence(ref, one, before, replace(before, url="https://example.org"), Scope.ALL)
    assert shown(here)[59:61] == ["08.05 TALK CANCELLED", "09.05 talk"]
    with calls_within(500_000):
        here.agenda.delete_rows(entries(here)[:79])
    assert shown(here) == ["28.05 talk"]


def test_the_copy_of_a_date_stands_alone(here: Desk) -> None:
    weekly(here)
    row = here.store.listed(entries(here)[1:2])[0]
    made = here.agenda.duplicate(row.ref, None, row.recurrence_id).change.objects[0].after
    assert made is not None
    assert b"RRULE" not in made.text
    assert b"RECURRENCE-ID" not in made.text
    assert shown(here).count("17.03 talk") == 2


def test_a_date_of_a_series_with_hundreds_of_changed_ones_is_told_soon(here: Desk) -> None:
    days = [date(2026, 3, 10) + timedelta(days=its) for its in range(300)]
    overrides = [
        vevent(f"RECURRENCE-ID:{day:%Y%m%d}T180000Z", f"DTSTART:{day:%Y%m%d}T190000Z", f"SUMMARY:{day}")
        for day in days
    ]
    ref = ComponentRef(here.put(vevent("DTSTART:20260310T180000Z", "RRULE:FREQ=DAILY") + b"".join(overrides)))
    with calls_within(100_000):
        event = here.agenda.occurrence(ref, Moment(datetime(2026, 5, 1, 18), "UTC"))
    assert event.summary == "2026-05-01"


def test_overrides_tell_when_they_are_unless_there_are_thousands(here: Desk) -> None:
    series = vevent("DTSTART:20260101T100000Z", "RRULE:FREQ=DAILY;COUNT=3000")
    first = date(2026, 1, 1)
    moved = [
        vevent(f"RECURRENCE-ID:{day:%Y%m%d}T100000Z", f"DTSTART:{day:%Y%m%d}T120000Z", "SUMMARY:moved")
        for day in (first + timedelta(days=its) for its in range(MOST_OVERRIDES + 1))
    ]
    ref = ComponentRef(here.put(series + moved[0]))
    (override,) = here.agenda.overrides(ref)
    name = Moment(datetime(2026, 1, 1, 10), "UTC")
    assert (override.recurrence_id, override.when.start.wall_time.hour) == (name, 12)
    many = here.put(series + b"".join(moved), "many@example.org")
    assert here.agenda.overrides(ComponentRef(many)) == ()
