"""What icalendar reads of an event, the index reads too; what it writes is read as it was meant."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.event import Geo
from core.ics import typed, values
from core.ics.lines import Line, parse, tidied
from core.rrule import read_rule
from core.when import Moment, When
from tests.core.ics.strategies import texts, whens

ROOT = Path(__file__).resolve().parents[3]
START = Moment(datetime(2022, 10, 29, 18), "Europe/Brussels")

# With what int() and float() take and RFC 5545 does not.
_SHAPES = (
    r"[+-]?\d{8}(T\d{6}Z?)?",
    r"[0-9]{4}(0[1-9]|1[0-2])([0-2][0-9]|3[01])(T[0-2][0-9][0-5][0-9][0-6][0-9]Z?)?",
    r"[+-]?P([0-9]{1,10}W)?([0-9]{1,10}D)?(T([0-9]{1,10}H)?([0-9]{1,10}M)?([0-9]{1,10}S)?)?",
    r"[+-]?[0-9_]{1,12}(\.[0-9e]{1,5})?;[+-]?[0-9_]{1,4}(\.[0-9]{1,25})?",
    r"[+-]?\d{1,20}",
    r"[Mm]ailto:[a-z@%?:\n 0-9]{0,12}",
)
_shaped = st.one_of(texts, *(st.from_regex(shape, fullmatch=True) for shape in _SHAPES))
_periods = st.builds("{}/{}".format, _shaped, _shaped)
_tzids = st.sampled_from(("", "UTC", "utc", "GMT", "Europe/Brussels", "Europe", "../x", "Nowhere"))


@given(_shaped, _tzids, st.sampled_from(("", "DATE", "date", "DATE-TIME", "PERIOD", "TEXT")))
@example("20221012T100000", "Europe", "DATE")
@example("2022 1012", "", "")
@example("20221012T1_0000", "", "")
def test_both_readers_say_the_same(value: str, tzid: str, kind: str) -> None:
    assert typed.moment(value, tzid, kind) == values.moment(value, tzid, kind)
    assert typed.instant(value) == values.instant(value)
    assert typed.integer(value) == values.integer(value)
    assert typed.geo(value) == values.geo(value)
    assert typed.mail(value) == values.mail(value)


@given(_shaped, st.one_of(st.just(START), whens.map(lambda its: its.start)))
@example("PT24H", START)
@example("-P1DT25H", START)
@example("P1W2D", START)
@example("P999999W", START)
def test_both_readers_say_how_long(value: str, start: Moment) -> None:
    assert typed.after(start, value) == values.after(start, value)


@given(st.lists(st.one_of(_shaped, _periods), max_size=4), _tzids)
def test_both_readers_say_which_dates(listed: list[str], tzid: str) -> None:
    line = Line("RDATE", (("TZID", (tzid,)),), ",".join(listed))
    assert typed.moments_of(line) == values.moments_of(line)


_NUMBERS = ("0", "1", "-1", "+2", "007", "31", "99", "5L", "3000000000", "1,2", "-1,15", "x", "", "1_0", "MO")
_PARTS = (
    *(f"FREQ={its}" for its in ("DAILY", "WEEKLY", "MONTHLY", "yearly", "SECONDLY", "OFTEN", "")),
    *(
        f"UNTIL={its}"
        for its in ("20231010", "20231010T080000Z", "20231010T080000", "20231010T240000", "202310", "x")
    ),
    *(f"BYDAY={its}" for its in ("MO", "2TU,-1FR", "+1SU", "XX", "100MO", "mo")),
    *(f"{name}={its}" for name in ("INTERVAL", "COUNT", "BYMONTH", "BYMONTHDAY") for its in _NUMBERS),
    *("WKST=SU", "BYSETPOS=-1", "RSCALE=GREGORIAN", "RSCALE=HEBREW", "SKIP=OMIT", "SKIP=x", "BYHOUR=9,12"),
    *("", " ", "X-A=b\\,c", "X-A=B,C", "garbage", "A=B=C", "BYWEEKDAY=MO"),
)
_rules = st.one_of(texts, st.lists(st.sampled_from(_PARTS), max_size=5).map(";".join))


@given(_rules)
@example("FREQ=WEEKLY;BYDAY=MO;BYDAY=TU")
@example("FREQ=WEEKLY;UNTIL=202000Z")
def test_a_rule_means_what_it_meant(text: str) -> None:
    rule = typed.rule(text)
    assert read_rule(rule) == read_rule(values.rule(text))
    assert typed.rule(rule) == rule
    assert set(rule.split(";")) >= {its for its in values.rule(text).split(";") if its.startswith("X-")}


def test_a_rule_begins_with_how_often() -> None:
    assert typed.rule("COUNT=3;BYDAY=MO,TU;FREQ=WEEKLY;") == "FREQ=WEEKLY;COUNT=3;BYDAY=MO,TU"


@pytest.mark.parametrize(
    "text", ["COUNT=3;freq=daily", "INTERVAL=x;FREQ=DAILY", "X-A=b\\,c;FREQ=DAILY", "UNTIL="]
)
def test_a_rule_that_would_lose_something_stays(text: str) -> None:
    assert typed.rule(text) == text


@given(whens)
def test_a_moment_is_written_as_it_is_read(when: When) -> None:
    line = parse(typed.moments("DTSTART", when.start))
    assert line is not None
    assert values.moment_of(line) == typed.moment_of(line) == when.start


@pytest.mark.parametrize(
    "period",
    [
        When.times(datetime(2022, 10, 12, 18), datetime(2022, 10, 12, 20), "Europe/Brussels"),
        When(START, Moment(datetime(2022, 10, 29, 20), "UTC")),
        When.days(date(2022, 10, 12)),
        When.times(datetime(2022, 10, 12, 18)),
    ],
)
def test_a_period_is_written_as_it_is_read(period: When) -> None:
    line = parse(typed.moments("RDATE", period, period))
    assert line is not None
    assert line.param("VALUE") == "PERIOD"
    assert typed.moments_of(line) == [period, period]


def test_years_have_four_figures() -> None:
    assert typed.moments("DTSTART", Moment(date(7, 1, 2))) == b"DTSTART;VALUE=DATE:00070102\r\n"


def test_a_stamp_is_in_utc() -> None:
    assert (
        typed.stamp("DTSTAMP", datetime(2022, 10, 12, 8, 30, 15, 999, UTC)) == b"DTSTAMP:20221012T083015Z\r\n"
    )


def test_a_number_stays_within_bounds() -> None:
    assert typed.number("SEQUENCE", 2**40) == b"SEQUENCE:2147483647\r\n"


@given(texts)
@example("l'été")
@example('a "b" ^ c; d\r\ne')
def test_no_parameter_ends_its_line(cn: str) -> None:
    raw = typed.address("ORGANIZER", "mailto:a@b.example", cn)
    line = parse(raw)
    assert line is not None
    assert line.value == "mailto:a@b.example"
    assert line.param("CN") == tidied(cn)
    assert raw.count(b"\r\n") == raw.count(b"\r\n ") + 1


@given(st.builds(Geo, st.floats(-90, 90), st.floats(-180, 180)))
def test_coordinates_are_written_without_an_exponent(geo: Geo) -> None:
    text = typed.coordinates(geo)
    assert "e" not in text.lower()
    assert typed.geo(text) == values.geo(text) == geo


INDEXED = """
import sys
from zoneinfo import ZoneInfo
from core.ics import component, custom_zone, envelope, reading, scan, split, typed, writing
text = b"BEGIN:VEVENT\\nUID:u\\nDTSTART:20221012T100000Z\\nRRULE:FREQ=DAILY;COUNT=2\\nEND:VEVENT\\n"
((_, its),) = split.read_calendar(b"BEGIN:VCALENDAR\\n" + text + b"END:VCALENDAR\\n").objects
assert scan.scan(its, ZoneInfo("UTC"))[0].recurs
assert "icalendar" not in sys.modules
component.warm_up()
assert "icalendar" in sys.modules
"""


def test_an_import_does_not_load_icalendar_and_warming_up_does() -> None:
    subprocess.run([sys.executable, "-c", INDEXED], cwd=ROOT, check=True)
