"""A row of the list has the time of its own occurrence."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from core.listing import occurrence_when
from core.order import minutes_at, pack
from core.when import Moment, When, iana

HERE = ZoneInfo("Europe/Brussels")
DAYS = When.days(date(2026, 3, 10), date(2026, 3, 11))
SECONDS = When.times(datetime(2026, 3, 10, 9, 0, 30), datetime(2026, 3, 10, 10), "Asia/Tokyo")


@pytest.mark.parametrize(
    ("own", "start", "expected"),
    [
        (DAYS, Moment(date(2026, 4, 7)), When.days(date(2026, 4, 7), date(2026, 4, 8))),
        (
            SECONDS,
            Moment(datetime(2026, 4, 7, 9, 0, 30), "Asia/Tokyo"),
            When.times(datetime(2026, 4, 7, 9, 0, 30), datetime(2026, 4, 7, 10), "Asia/Tokyo"),
        ),
    ],
)
def test_an_occurrence_is_as_long_as_its_series(own: When, start: Moment, expected: When) -> None:
    minutes = minutes_at(start.instant(HERE))
    assert occurrence_when(own, pack(minutes, 1, True), HERE, iana) == expected
    # What is no occurrence has the time that is its own.
    assert occurrence_when(own, pack(minutes, 1), HERE, iana) is own
