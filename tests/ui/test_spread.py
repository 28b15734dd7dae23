"""Series are spread out around where one looks, and further as one goes on, up to a limit."""

from __future__ import annotations

from datetime import date

import pytest

from ui.models.spread import Spread, months_from

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("months", "day"),
    [
        (0, date(2026, 3, 28)),
        (-12, date(2025, 3, 28)),
        (11, date(2027, 2, 28)),
        (-100_000, date.min),
        (100_000, date.max),
    ],
)
def test_months_are_counted_to_a_day_that_each_has(months: int, day: date) -> None:
    assert months_from(TODAY, months) == day


def test_it_begins_a_year_before_and_ends_two_after() -> None:
    assert Spread(TODAY).days == (date(2025, 3, 28), date(2028, 3, 28))


def test_a_day_far_away_takes_it_along() -> None:
    spread = Spread(TODAY)
    assert not spread.reach(date(2028, 3, 1))
    assert spread.reach(date(2031, 6, 1))
    assert spread.days == (date(2030, 6, 1), date(2033, 6, 1))


def test_it_grows_by_a_year_at_one_end() -> None:
    spread = Spread(TODAY)
    assert spread.extend(True)
    assert spread.days == (date(2025, 3, 28), date(2029, 3, 28))
    assert spread.extend(False)
    assert spread.days == (date(2024, 3, 28), date(2029, 3, 28))


def test_it_stops_where_nothing_more_came() -> None:
    spread = Spread(TODAY)
    spread.extend(True)
    spread.settle(more=False)
    assert not spread.extend(True)
    assert spread.extend(False)
    spread.settle(more=True)
    assert spread.extend(False)


def test_an_answer_to_something_else_does_not_end_it() -> None:
    spread = Spread(TODAY)
    spread.extend(True)
    spread.settle(more=True)
    spread.settle(more=False)
    assert spread.extend(True)


def test_it_ends_ten_years_away() -> None:
    spread = Spread(TODAY)
    steps = 0
    while spread.extend(True):
        spread.settle(more=True)
        steps += 1
    assert steps == 8
    assert spread.days[1] == date(2036, 3, 28)
