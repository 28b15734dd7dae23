"""Dates, times, durations and coordinates, as programs write them and as they should, by both readers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from core.event import Geo
from core.ics import typed, values
from core.ics.lines import parse
from core.ics.reading import Values
from core.when import Moment, When

THE_12TH = date(2022, 10, 12)
AT_TEN = datetime(2022, 10, 12, 10)
BRUSSELS = "Europe/Brussels"

# The index's reader, and the form's through icalendar.
both = pytest.mark.parametrize("by", [values, typed], ids=["values", "typed"])


@both
@pytest.mark.parametrize(
    ("line", "moment"),
    [
        (b"DTSTART:20221012T100000", Moment(AT_TEN)),
        (b"DTSTART:20221012T100000Z", Moment(AT_TEN, "UTC")),
        (b"DTSTART;TZID=Europe/Brussels:20221012T100000", Moment(AT_TEN, BRUSSELS)),
        (b"DTSTART;TZID=Nowhere/At all:20221012T100000", Moment(AT_TEN, "Nowhere/At all")),
        (b"DTSTART;TZID=Europe/Brussels:20221012T100000Z", Moment(AT_TEN, "UTC")),
        (b"DTSTART;TZID=UTC:20221012T100000", Moment(AT_TEN, "UTC")),
        (b"DTSTART;VALUE=DATE:20221012", Moment(THE_12TH)),
        (b"DTSTART:20221012", Moment(THE_12TH)),
        (b"DTSTART;VALUE=DATE;TZID=Europe/Brussels:20221012T000000", Moment(THE_12TH)),
        (b"DTSTART: 2022-10-12t10:00:00 ", Moment(AT_TEN)),
        (b"DTSTART:20221012T1000", Moment(AT_TEN)),
        (b"DTSTART:20221012T240000", Moment(datetime(2022, 10, 13))),
        (b"DTSTART:20221012T095960", Moment(datetime(2022, 10, 12, 9, 59, 59))),
        (b"DTSTART:20220230", None),
        (b"DTSTART:20221012T2500", None),
        (b"DTSTART:00000101", None),
        (b"DTSTART:99991231T240000", None),
        (b"DTSTART:", None),
        ("DTSTART:٢٠٢٢١٠١٢".encode(), None),
    ],
)
def test_a_moment_is_read(by: Values, line: bytes, moment: Moment | None) -> None:
    its = parse(line)
    assert its is not None
    assert by.moment_of(its) == moment


@both
def test_days_last_on_the_wall_and_hours_in_time(by: Values) -> None:
    """On the night of the 30th the clocks go back by an hour."""
    evening = Moment(datetime(2022, 10, 29, 18), BRUSSELS)
    assert by.after(evening, "P1D") == evening.plus(timedelta(days=1))
    assert by.after(evening, "PT24H") == Moment(datetime(2022, 10, 30, 17), BRUSSELS)
    assert by.after(evening, "P1DT1H") == Moment(datetime(2022, 10, 30, 19), BRUSSELS)


@both
@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "PT",
        "1H",
        "P1Y",
        "P99999999D",
        "PT999999999H",
        "P1D1W",
        "PX",
        "P9999999W99999999DT999999999H999999999M999999999999S",
        "P1234567890W",
    ],
)
def test_what_is_no_duration_leads_nowhere(by: Values, text: str) -> None:
    assert by.after(Moment(AT_TEN), text) is None
    assert by.after(Moment(datetime(9999, 12, 31, 23), BRUSSELS), "PT90M") is None


@pytest.mark.parametrize(
    ("start", "end", "when"),
    [
        (Moment(THE_12TH), None, When.days(THE_12TH)),
        (Moment(THE_12TH), Moment(THE_12TH), When.days(THE_12TH)),
        (Moment(THE_12TH), Moment(date(2022, 10, 14)), When.days(THE_12TH, date(2022, 10, 13))),
        (Moment(THE_12TH), Moment(datetime(2022, 10, 14)), When.days(THE_12TH, date(2022, 10, 13))),
        (Moment(AT_TEN, BRUSSELS), None, When.times(AT_TEN, None, BRUSSELS)),
        (Moment(AT_TEN), Moment(datetime(2022, 10, 12, 9)), When.times(AT_TEN)),
        (Moment(AT_TEN), Moment(date(2022, 10, 13)), When.times(AT_TEN, datetime(2022, 10, 13))),
        (Moment(date(9999, 12, 31)), None, When.days(date(9999, 12, 30))),
    ],
)  # fmt: skip
def test_an_end_that_cannot_be_is_none(start: Moment, end: Moment | None, when: When) -> None:
    assert values.span(start, end) == when


@both
def test_lists_of_moments_and_periods(by: Values) -> None:
    line = parse(
        b"RDATE;TZID=Europe/Brussels;VALUE=PERIOD:20221012T100000/PT2H,x,20221013T100000/20221013T110000"
    )
    assert line is not None
    assert by.moments_of(line) == [
        When.times(AT_TEN, datetime(2022, 10, 12, 12), BRUSSELS),
        When.times(datetime(2022, 10, 13, 10), datetime(2022, 10, 13, 11), BRUSSELS),
    ]


@both
@pytest.mark.parametrize(
    ("text", "geo"),
    [
        ("50.8771;4.4217", Geo(50.8771, 4.4217)),
        ("50.8771,4.4217", Geo(50.8771, 4.4217)),
        (r"50.8771\;-4", Geo(50.8771, -4)),
        ("91;0", None),
        ("nan;0", None),
        ("inf;0", None),
        ("1", None),
        ("", None),
    ],
)
def test_coordinates_are_read(by: Values, text: str, geo: Geo | None) -> None:
    assert by.geo(text) == geo


@both
def test_instants_and_numbers(by: Values) -> None:
    assert by.instant("20221012T100000Z") == datetime(2022, 10, 12, 10, tzinfo=UTC)
    assert by.instant("20221012T100000") == datetime(2022, 10, 12, 10, tzinfo=UTC)
    assert by.instant("soon") is None
    texts = ("12", " +7 ", "-3", "x", "9" * 5_000, "9" * 11, "9" * 10)
    assert [by.integer(text) for text in texts] == [12, 7, 0, 0, 0, *[2**31 - 1] * 2]


@both
@pytest.mark.parametrize(
    ("value", "email"),
    [
        ("mailto:a@b.example", "a@b.example"),
        ("MAILTO:a%2Bb@b.example?subject=x", "a+b@b.example"),
        ("a@b.example", "a@b.example"),
        ("mailto: a@b.example", "a@b.example"),
        ("https://b.example", None),
        ("Mairie", None),
    ],
)
def test_an_address_is_read(by: Values, value: str, email: str | None) -> None:
    assert by.mail(value) == email
