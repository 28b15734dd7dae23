"""Spans of time: what counts as in order, on the wall and as time passes."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from core.errors import EndBeforeStart, UnknownZone
from core.ics import component
from core.object import ComponentRef
from core.when import Moment, When
from tests.core.agendas import vevent

# On the morning of the spring gap: the clocks go from 02:00 to 03:00.
SKIPPED, AFTER = datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 3, 10)


def test_a_spring_gap_may_turn_start_and_end_round() -> None:
    when = When.times(SKIPPED, AFTER, "Europe/Brussels")
    assert when.start.instant(UTC) > when.end.instant(UTC)
    with pytest.raises(EndBeforeStart):
        when.in_time()


@pytest.mark.parametrize(
    "when",
    [
        When.times(SKIPPED, datetime(2026, 3, 29, 3, 30), "Europe/Brussels"),
        When.times(SKIPPED, SKIPPED, "Europe/Brussels"),
        When.times(SKIPPED, AFTER, "Europe/London"),
        When.times(SKIPPED, AFTER),
        When.days(date(2026, 3, 29)),
    ],
    ids=str,
)
def test_what_is_in_order_is_itself(when: When) -> None:
    assert when.in_time() is when


def test_what_a_file_says_is_kept() -> None:
    text = vevent(
        "DTSTART;TZID=Europe/Brussels:20260329T023000", "DTEND;TZID=Europe/Brussels:20260329T031000"
    )
    assert component.read(text, ComponentRef(0)).when == When.times(SKIPPED, AFTER, "Europe/Brussels")


def test_what_can_hang_on_no_clock_is_none() -> None:
    with pytest.raises(ValueError, match="tzinfo"):
        Moment(datetime(2026, 3, 10, tzinfo=UTC))
    with pytest.raises(ValueError, match="zone"):
        Moment(date(2026, 3, 10), "Europe/Brussels")
    with pytest.raises(ValueError, match="both"):
        When(Moment(date(2026, 3, 10)), Moment(AFTER))
    with pytest.raises(UnknownZone):
        When.times(AFTER, tzid="Europe/Bruxelles")
    with pytest.raises(EndBeforeStart):
        When(Moment(AFTER), Moment(SKIPPED))
