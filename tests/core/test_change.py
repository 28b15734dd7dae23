"""Changes joined, turned round and merged: values, without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from core.change import Change, Deed, Swap
from core.duplicate import copy_of
from core.errors import StaleChange
from core.event import Event, Recurrence, Stage
from core.merge import merged
from core.object import CalendarObject
from core.when import Moment, When

ONE, TWO = (CalendarObject(1, 1, "u", text, number) for number, text in enumerate((b"1", b"2"), 1))


def test_nothing_for_nothing_is_no_change() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Swap[CalendarObject](None, None)
    assert not Change(Deed.EDIT)
    assert Change(Deed.EDIT, (Swap(ONE, TWO),))


# Two edits of one event

EVENT = Event("u", When.days(date(2026, 3, 10)), summary="x", contact="a", sequence=4)


def test_fields_that_only_one_side_changed_take_that_sides_value() -> None:
    stored = replace(EVENT, contact="theirs", sequence=5)
    assert merged(EVENT, replace(EVENT, summary="ours"), stored) == replace(stored, summary="ours")


def test_the_same_value_from_both_sides_is_no_conflict() -> None:
    stored = replace(EVENT, summary="y", cost="1")
    assert merged(EVENT, replace(EVENT, summary="y"), stored) == stored


def test_a_conflict_names_its_fields_in_the_forms_order() -> None:
    ours = replace(EVENT, contact="ours", summary="ours", cost="1")
    with pytest.raises(StaleChange) as stale:
        merged(EVENT, ours, replace(EVENT, contact="theirs", summary="theirs"))
    assert (stale.value.uid, stale.value.fields) == ("u", ("summary", "contact"))


# Copies


def times(day: int, hour: int, tzid: str | None = "Europe/Brussels") -> Moment:
    return Moment(datetime(2026, 3, day, hour), tzid)


SERIES = Event(
    "u",
    When(times(10, 9), times(10, 10)),
    recurrence_id=times(10, 9),
    stage=Stage.READY,
    sequence=7,
    created=datetime(2026, 1, 1),
    recurrence=Recurrence(
        ("FREQ=WEEKLY;UNTIL=20260401T070000Z", "FREQ=DAILY;COUNT=2"),
        (times(12, 9), When(times(13, 9), times(13, 11)), times(14, 9, "UTC")),
        (times(17, 9),),
    ),
)


def test_a_copy_starts_afresh() -> None:
    copy = copy_of(SERIES, "new")
    assert (copy.uid, copy.sequence, copy.created, copy.recurrence_id) == ("new", 0, None, None)
    assert (copy.when, copy.recurrence, copy.stage) == (SERIES.when, SERIES.recurrence, Stage.READY)
    assert copy_of(replace(SERIES, stage=Stage.PUBLISHED), "new").stage is Stage.DRAFT


def test_all_dates_of_a_rule_move_along() -> None:
    copy = copy_of(SERIES, "new", times(11, 12, "Asia/Tokyo"))
    assert copy.when == When(times(11, 12, "Asia/Tokyo"), times(11, 13, "Asia/Tokyo"))
    assert copy.recurrence == Recurrence(
        ("FREQ=WEEKLY;UNTIL=20260402T030000Z", "FREQ=DAILY;COUNT=2"),
        (
            times(13, 12, "Asia/Tokyo"),
            When(times(14, 12, "Asia/Tokyo"), times(14, 14, "Asia/Tokyo")),
            times(15, 13, "Asia/Tokyo"),
        ),
        (times(18, 12, "Asia/Tokyo"),),
    )


@pytest.mark.parametrize("until", ["99991231", "20260231"])
def test_an_until_that_cannot_move_stays(until: str) -> None:
    series = replace(EVENT, recurrence=Recurrence((f"FREQ=DAILY;UNTIL={until}",)))
    assert copy_of(series, "new", Moment(date(2026, 3, 12))).recurrence == series.recurrence


def test_between_days_and_times_no_rule_survives() -> None:
    copy = copy_of(SERIES, "new", Moment(date(2026, 4, 1)))
    assert (copy.when, copy.recurrence) == (When.days(date(2026, 4, 1)), Recurrence())
