"""How many events there are: the same number whether the index is asked alone or everything is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from core.event import Recurrence, Stage, Status
from core.order import pack
from core.query import EventQuery
from core.when import When
from tests.core.agendas import Desk, desk, vevent

DAYS = (None, date(2026, 3, 1), date(2026, 3, 11), date(2026, 4, 1))
SERIES = ("SUMMARY:weekly", "DTSTART:20260303T100000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "STATUS:TENTATIVE")
MOVED = ("SUMMARY:moved", "RECURRENCE-ID:20260317T100000Z", "DTSTART:20260401T150000Z", "STATUS:CONFIRMED")


@pytest.fixture
def full(here: Desk) -> Desk:
    """Single events, series, overrides with and without their series; one calendar is hidden."""
    other = here.agenda.create_calendar("Other").change.calendars[0].id
    here.put(vevent(*SERIES) + vevent(*MOVED))
    later = (MOVED[0], MOVED[1].replace("0317", "0324"), "DTSTART:20260402T150000Z")
    here.put(vevent(*MOVED, uid="alone") + vevent(*later, uid="alone"), uid="alone")
    here.put(vevent(*SERIES, uid="plain"), uid="plain")
    here.add("single", status=Status.CONFIRMED)
    here.add("endless", recurrence=Recurrence(("FREQ=MONTHLY",)))
    here.add("past", When.days(date(2026, 2, 1)))
    hidden = here.put(vevent(*SERIES, uid="hidden") + vevent(*MOVED, uid="hidden"), uid="hidden")
    here.agenda.move([hidden], other)
    (calendar,) = [its for its in here.store.calendars() if its.id == other]
    here.agenda.edit_calendar(calendar, replace(calendar, hidden=True))
    return here


def test_a_query_is_counted_by_the_objects_that_it_finds(full: Desk) -> None:
    statuses = (
        frozenset[Status | None](),
        frozenset({Status.CONFIRMED}),
        frozenset({Status.TENTATIVE, None}),
    )
    for first, last, hidden, chosen in product(DAYS, DAYS, (False, True), statuses):
        query = EventQuery(first=first, last=last, hidden=hidden, statuses=chosen)
        found = full.store.refs_of(full.store.order(query).entries)
        assert full.store.count(query) == len({its.object_id for its in found}), query


def test_rows_are_counted_by_their_objects(full: Desk) -> None:
    order = full.store.order(EventQuery(), spread=(date(2026, 3, 1), date(2026, 4, 30)))
    assert order.events == full.store.count(EventQuery()) == 6
    assert len(order) > 10


def test_each_calendar_has_its_own_number(full: Desk) -> None:
    first, other = (its.id for its in full.store.calendars())
    assert full.store.count_by_calendar() == {first: 6, other: 1}
    for calendar_id, count in full.store.count_by_calendar().items():
        query = EventQuery(calendars=frozenset({calendar_id}), hidden=True)
        assert full.store.count(query) == count


def test_the_events_behind_rows_come_once_and_in_their_order(full: Desk) -> None:
    order = full.store.order(EventQuery(), spread=(date(2026, 3, 1), date(2026, 4, 30)))
    refs = list(dict.fromkeys(row.ref for row in full.store.listed(order.entries)))
    assert len(refs) == 8
    assert full.store.refs_of(order.entries) == refs
    assert full.store.refs_of(reversed(order.entries))[-1] == refs[0]
    assert full.store.refs_of([pack(0, 1_000), *order.entries[:1]]) == refs[:1]


def test_every_state_of_many_events_is_told_once(here: Desk) -> None:
    here.add("one", status=Status.CONFIRMED)
    here.add("two", status=Status.CONFIRMED)
    here.add("three", stage=Stage.DRAFT)
    entries = here.store.order(EventQuery()).entries
    (calendar,) = here.store.calendars()
    assert here.store.states_of(entries) == {
        (Status.CONFIRMED, None, calendar.id),
        (None, Stage.DRAFT, calendar.id),
    }
    assert here.store.states_of([]) == set()


def test_categories_are_counted_anew_when_any_event_has_others(here: Desk) -> None:
    ref = here.add("one", categories=("Sport",))
    assert here.store.categories() == [("Sport", 1)]
    here.edit(ref, summary="uno")
    assert here.store.categories() == [("Sport", 1)]
    edited = here.edit(ref, categories=("Sport", "Ville"))
    assert here.store.categories() == [("Sport", 1), ("Ville", 1)]
    here.store.revert(edited.journal_id)
    assert here.store.categories() == [("Sport", 1)]
    with desk(here.path) as theirs:
        theirs.add("two", categories=("Sport",))
        assert here.store.categories() == [("Sport", 2)]
    here.agenda.delete([ref.object_id])
    assert here.store.categories() == [("Sport", 1)]


def test_who_asks_for_categories_may_change_the_list(here: Desk) -> None:
    here.add("one", categories=("Sport",))
    here.store.categories().clear()
    assert here.store.categories() == [("Sport", 1)]
