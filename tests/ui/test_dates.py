"""Dates are written as French and English write them, ranges and relative times too."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from core.when import Moment, When
from tests.ui.lists import ZONE, clock
from ui.dates import Dates


@pytest.fixture(params=["fr_FR", "en_GB", "en_US"])
def locale(request: pytest.FixtureRequest) -> str:
    QLocale.setDefault(QLocale(request.param))
    return str(request.param)


@pytest.fixture
def dates() -> Dates:
    return Dates(clock())


def timed(start: datetime, end: datetime, tzid: str | None = ZONE) -> When:
    return When.times(start, end, tzid)


SHORT = {
    "one day": (When.days(date(2022, 10, 12)), ("All day", "All day", "All day")),
    "two days": (
        When.days(date(2022, 10, 12), date(2022, 10, 13)),
        ("12–13 oct. · All day", "12–13 Oct · All day", "Oct 12–13 · All day"),
    ),
    "from the first": (
        When.days(date(2022, 10, 1), date(2022, 10, 3)),
        ("1er–3 oct. · All day", "1–3 Oct · All day", "Oct 1–3 · All day"),
    ),
    "two months": (
        When.days(date(2022, 9, 30), date(2022, 10, 2)),
        ("30 sept. – 2 oct. · All day", "30 Sept – 2 Oct · All day", "Sep 30 – Oct 2 · All day"),
    ),
    "two years": (
        When.days(date(2022, 12, 30), date(2023, 1, 1)),
        (
            "30 déc. 2022 – 1er janv. 2023 · All day",
            "30 Dec 2022 – 1 Jan 2023 · All day",
            "Dec 30, 2022 – Jan 1, 2023 · All day",
        ),
    ),
    "an evening": (
        timed(datetime(2022, 10, 12, 18, 30), datetime(2022, 10, 12, 21)),
        ("18:30", "18:30", "6:30 PM"),
    ),
    "a night": (
        timed(datetime(2022, 10, 12, 20), datetime(2022, 10, 13, 2)),
        ("20:00", "20:00", "8:00 PM"),
    ),
    "three days": (
        timed(datetime(2022, 10, 12, 20), datetime(2022, 10, 14, 2)),
        ("12–14 oct. · 20:00", "12–14 Oct · 20:00", "Oct 12–14 · 8:00 PM"),
    ),
    "elsewhere": (
        timed(datetime(2022, 10, 12, 9), datetime(2022, 10, 12, 10), "America/New_York"),
        ("15:00 (09:00 New York)", "15:00 (09:00 New York)", "3:00 PM (9:00 AM New York)"),
    ),
    "UTC": (
        timed(datetime(2022, 10, 12, 9), datetime(2022, 10, 12, 10), "UTC"),
        ("11:00", "11:00", "11:00 AM"),
    ),
    "floating": (
        timed(datetime(2022, 10, 12, 9), datetime(2022, 10, 12, 10), None),
        ("09:00", "09:00", "9:00 AM"),
    ),
    "another zone, the same time": (
        timed(datetime(2022, 10, 12, 9), datetime(2022, 10, 12, 10), "Europe/Paris"),
        ("09:00", "09:00", "9:00 AM"),
    ),
}


@pytest.mark.parametrize("case", SHORT)
def test_a_row_says_when_beside_its_day(dates: Dates, locale: str, case: str) -> None:
    when, written = SHORT[case]
    # CLDR sets AM and PM off by a narrow no-break space.
    shown = dates.when_short(when).replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert shown == dict(zip(("fr_FR", "en_GB", "en_US"), written, strict=True))[locale]


def test_a_sentence_says_the_whole_date_in_french(dates: Dates) -> None:
    QLocale.setDefault(QLocale("fr_FR"))
    assert dates.when_long(When.days(date(2022, 10, 1))) == "samedi 1er octobre 2022, all day"
    evening = timed(datetime(2022, 10, 12, 18, 30), datetime(2022, 10, 12, 21))
    assert dates.when_long(evening) == "mercredi 12 octobre 2022, 18:30–21:00"
    moment = timed(datetime(2022, 10, 12, 18, 30), datetime(2022, 10, 12, 18, 30))
    assert dates.when_long(moment) == "mercredi 12 octobre 2022, 18:30"
    night = timed(datetime(2022, 10, 12, 20), datetime(2022, 10, 13, 2))
    assert dates.when_long(night) == "mercredi 12 octobre 2022, 20:00–02:00"
    away = timed(datetime(2022, 10, 12, 9), datetime(2022, 10, 12, 10), "America/New_York")
    assert dates.when_long(away) == "mercredi 12 octobre 2022, 15:00–16:00 (09:00–10:00 New York)"
    flight = When(
        Moment(datetime(2022, 10, 12, 9), ZONE), Moment(datetime(2022, 10, 12, 11), "America/New_York")
    )
    assert dates.when_long(flight) == "mercredi 12 octobre 2022, 09:00–17:00 (11:00 New York)"


def test_a_sentence_says_both_ends_of_several_days(dates: Dates) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    days = dates.when_long(When.days(date(2022, 10, 12), date(2022, 10, 13)))
    assert days == "Wednesday, 12 October 2022 – Thursday, 13 October 2022, all day"
    times = dates.when_long(timed(datetime(2022, 10, 12, 20), datetime(2022, 10, 14, 2)))
    assert times == "Wednesday, 12 October 2022, 20:00 – Friday, 14 October 2022, 02:00"


def test_a_month_heads_its_rows_with_a_capital(dates: Dates) -> None:
    QLocale.setDefault(QLocale("fr_FR"))
    assert dates.month_and_year(date(2022, 10, 12)) == "Octobre 2022"
    assert dates.month_short(date(2022, 10, 12)) == "oct."


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=-40), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=5), "5 min ago"),
        (timedelta(minutes=59, seconds=59), "59 min ago"),
        (timedelta(hours=2, minutes=10), "2 h ago"),
        (timedelta(hours=10), "yesterday, 23:00"),
        (timedelta(days=2), "10 Oct 2022"),
        (timedelta(days=400), "7 Sept 2021"),
    ],
)
def test_a_moment_is_told_from_now(dates: Dates, passed: timedelta, words: str) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    now = datetime(2022, 10, 12, 9, 0, tzinfo=clock().zone)
    assert dates.ago(now - passed, now) == words
