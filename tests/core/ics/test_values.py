"""Dates, times, durations and coordinates, as programs write them and as they should."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.prop import vDDDTypes, vDuration

from core.event import Geo
from core.ics import values
from core.ics.lines import parse
from core.when import Moment, When
from tests.core.ics.strategies import whens

THE_12TH = date(2022, 10, 12)
AT_TEN = datetime(2022, 10, 12, 10)
BRUSSELS = "Europe/Brussels"
READ_MOMENT: Callable[[str], Any] = vDDDTypes.from_ical
READ_DURATION: Callable[[str], timedelta] = vDuration.from_ical


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
def test_a_moment_is_read(line: bytes, moment: Moment | None) -> None:
    its = parse(line)
    assert its is not None
    assert values.moment_of(its) == moment


@given(whens)
def test_a_moment_is_written_as_icalendar_reads_it(when: When) -> None:
    its = when.start
    assert values.moment(values.written(its), its.tzid or "") == its
    read = READ_MOMENT(values.written(its))
    assert (read.replace(tzinfo=None) if isinstance(read, datetime) else read) == its.wall


def test_years_have_four_figures() -> None:
    assert values.written(Moment(date(7, 1, 2))) == "00070102"


_durations = st.builds(
    "{}P{}{}".format,
    st.sampled_from(("", "+", "-")),
    st.integers(0, 400).map("{}D".format),
    st.one_of(st.just(""), st.builds("T{}H{}M{}S".format, *[st.integers(0, 100)] * 3)),
)


@given(_durations)
def test_a_duration_is_as_long_as_icalendar_says(text: str) -> None:
    length: timedelta = READ_DURATION(text)
    assert values.after(Moment(AT_TEN), text) == Moment(AT_TEN + length)


def test_days_last_on_the_wall_and_hours_in_time() -> None:
    """On the night of the 30th the clocks go back by an hour."""
    evening = Moment(datetime(2022, 10, 29, 18), BRUSSELS)
    assert values.after(evening, "P1D") == evening.plus(timedelta(days=1))
    assert values.after(evening, "PT24H") == Moment(datetime(2022, 10, 30, 17), BRUSSELS)
    assert values.after(evening, "P1DT1H") == Moment(datetime(2022, 10, 30, 19), BRUSSELS)


@pytest.mark.parametrize("text", ["", "P", "PT", "1H", "P1Y", "P99999999D", "PT999999999H", "P1D1W", "PX"])
def test_what_is_no_duration_leads_nowhere(text: str) -> None:
    assert values.after(Moment(AT_TEN), text) is None
    assert values.after(Moment(datetime(9999, 12, 31, 23), BRUSSELS), "PT90M") is None


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


def test_lists_of_moments_and_periods() -> None:
    line = parse(
        b"RDATE;TZID=Europe/Brussels;VALUE=PERIOD:20221012T100000/PT2H,x,20221013T100000/20221013T110000"
    )
    assert line is not None
    assert values.moments_of(line) == [
        When.times(AT_TEN, datetime(2022, 10, 12, 12), BRUSSELS),
        When.times(datetime(2022, 10, 13, 10), datetime(2022, 10, 13, 11), BRUSSELS),
    ]


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
def test_coordinates_are_read(text: str, geo: Geo | None) -> None:
    assert values.geo(text) == geo


@given(st.builds(Geo, st.floats(-90, 90), st.floats(-180, 180)))
def test_coordinates_are_written_without_an_exponent(geo: Geo) -> None:
    text = values.written_geo(geo)
    assert "e" not in text.lower()
    assert values.geo(text) == geo


def test_instants_and_numbers() -> None:
    assert values.instant("20221012T100000Z") == datetime(2022, 10, 12, 10, tzinfo=UTC)
    assert values.instant("20221012T100000") == datetime(2022, 10, 12, 10, tzinfo=UTC)
    assert values.instant("soon") is None
    texts = ("12", " +7 ", "-3", "x", "9" * 5_000, "99999999999")
    assert [values.integer(text) for text in texts] == [12, 7, 0, 0, 0, 2**31 - 1]
