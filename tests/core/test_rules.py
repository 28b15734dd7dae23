"""Rules give the dates that dateutil gives, from wherever one looks, and hostile ones cost nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.expand import Expansion
from core.rrule import Freq, Rule, read_rule
from core.rule_times import Budget
from core.when import Moment
from tests.patience import calls_within

START = datetime(2026, 9, 1, 10)  # a Tuesday

# How far apart occurrences of each kind may well lie: what is compared reaches that far from the start.
_SPANS = {
    **{"YEARLY": 4000, "MONTHLY": 800, "WEEKLY": 300, "DAILY": 100},
    **{"HOURLY": 10, "MINUTELY": 1, "SECONDLY": 0.1},
}
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def numbers(low: int, high: int, signed: bool = False) -> st.SearchStrategy[str]:
    one = st.integers(low, high)
    both = st.one_of(one, st.integers(-high, -low)) if signed else one
    return st.lists(both, min_size=1, max_size=4, unique=True).map(lambda its: ",".join(map(str, its)))


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(list(_SPANS)))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.integers(1, 4))}"]

    def maybe(name: str, values: st.SearchStrategy[str], often: int = 3) -> None:
        if draw(st.integers(0, often)) == 0:
            parts.append(f"{name}={draw(values)}")

    nth = freq in ("MONTHLY", "YEARLY")
    # All with a number or none: a rule that mixes them is read by dateutil as if both had to hold.
    nth = nth and draw(st.booleans())
    prefix = st.sampled_from(["1", "2", "-1", "5", "+3"]) if nth else st.just("")
    weekday = st.tuples(prefix, st.sampled_from(DAYS)).map("".join)
    weekdays = st.lists(weekday, min_size=1, max_size=3, unique=True).map(",".join)
    if freq in ("DAILY", "HOURLY", "MINUTELY", "SECONDLY"):
        # One of them: where two let hardly a day through, dateutil steps on for minutes.
        name = draw(st.sampled_from(["BYMONTH", "BYDAY", "BYMONTHDAY"]))
        maybe(name, {"BYMONTH": numbers(1, 12), "BYDAY": weekdays}.get(name, numbers(1, 28, signed=True)), 1)
    else:
        maybe("BYMONTH", numbers(1, 12))
        maybe("BYDAY", weekdays, 1)
        maybe("BYMONTHDAY", numbers(1, 31, signed=True))
    if freq == "YEARLY":
        maybe("BYYEARDAY", numbers(1, 366, signed=True), 6)
        # Beside a BYDAY: alone, dateutil takes the whole week, and we the start's own weekday.
        if any(its.startswith("BYDAY") for its in parts):
            maybe("BYWEEKNO", numbers(1, 53, signed=True))
    maybe("BYHOUR", numbers(0, 23), 5)
    maybe("BYMINUTE", numbers(0, 59), 5)
    maybe("BYSECOND", numbers(0, 59), 5)
    # In a week, dateutil counts from the start on; and it looks for a place that no period has for long.
    if freq != "WEEKLY" and any(its.startswith("BY") for its in parts):
        maybe(
            "BYSETPOS",
            numbers(1, 3, signed=True) if freq == "YEARLY" else st.sampled_from(["1", "1,-1", "-1"]),
        )
    maybe("WKST", st.sampled_from(DAYS))
    return ";".join(parts)


starts = st.datetimes(datetime(1990, 1, 1), datetime(2035, 1, 1)).map(
    lambda its: its.replace(microsecond=0, fold=0)
)


def read(text: str) -> Rule:
    rule = read_rule(text)
    assert rule is not None
    return rule


def walls(
    text: str, start: datetime = START, first: datetime | None = None, wanted: int = 5
) -> list[datetime]:
    expansion = Expansion(read(text), start, None, Budget())
    return list(islice(expansion.between(first or start, datetime.max), wanted))


def days(text: str, start: datetime = START, first: datetime | None = None, wanted: int = 5) -> str:
    return " ".join(f"{its:%Y-%m-%d}" for its in walls(text, start, first, wanted))


@settings(max_examples=60, deadline=None)
@given(rules(), starts, st.integers(0, 1000))
def test_the_same_dates_as_dateutil(text: str, start: datetime, shift: int) -> None:
    span = timedelta(days=_SPANS[text[5 : text.index(";")]])
    first = start + span * shift / 1000
    last = first + span
    expansion = Expansion(read(text), start, None, Budget(10**6))
    found = list(islice(expansion.between(first, last), 50))
    try:
        oracle: Iterator[datetime] = rrulestr(text, dtstart=start).xafter(first, inc=True)
    except ValueError:  # It sees that there is none.
        oracle = iter(())
    expected = [start] if first <= start else []
    for wall in (its for its in oracle if its != start):
        if wall > last or len(expected) == 50:
            break
        expected.append(wall)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        # RFC 7529 4.1 and 4.2, and what follows from them.
        ("FREQ=YEARLY;SKIP=FORWARD", "2016-02-29", "2016-02-29 2017-03-01 2018-03-01 2019-03-01 2020-02-29"),
        ("FREQ=YEARLY;SKIP=BACKWARD", "2016-02-29", "2016-02-29 2017-02-28 2018-02-28 2019-02-28 2020-02-29"),
        ("FREQ=YEARLY;SKIP=OMIT", "2016-02-29", "2016-02-29 2020-02-29 2024-02-29"),
        ("FREQ=YEARLY;SKIP=SIDEWAYS", "2016-02-29", "2016-02-29 2020-02-29 2024-02-29"),
        (
            "FREQ=MONTHLY;SKIP=BACKWARD",
            "2014-01-31",
            "2014-01-31 2014-02-28 2014-03-31 2014-04-30 2014-05-31",
        ),
        ("FREQ=MONTHLY;SKIP=FORWARD", "2014-01-31", "2014-01-31 2014-03-01 2014-03-31 2014-05-01 2014-05-31"),
        (
            "FREQ=MONTHLY;SKIP=FORWARD;BYMONTHDAY=1,31;COUNT=5",
            "2014-01-31",
            "2014-01-31 2014-02-01 2014-03-01 2014-03-31 2014-04-01",
        ),
        (
            "FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=30,31;COUNT=4",
            "2014-01-30",
            "2014-01-30 2014-01-31 2014-02-28 2014-03-30",
        ),
        (
            "FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=-31",
            "2014-03-01",
            "2014-03-01 2014-03-31 2014-05-01 2014-05-31 2014-07-01",
        ),
        (
            "FREQ=MONTHLY;SKIP=FORWARD;BYMONTHDAY=-31",
            "2014-03-01",
            "2014-03-01 2014-04-01 2014-05-01 2014-06-01 2014-07-01",
        ),
        (
            "FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=31;BYDAY=FR",
            "2014-01-31",
            "2014-01-31 2014-02-28 2014-10-31 2015-07-31 2016-09-30",
        ),
        (
            "FREQ=YEARLY;SKIP=FORWARD;BYMONTH=2;BYMONTHDAY=30",
            "2014-03-01",
            "2014-03-01 2015-03-01 2016-03-01 2017-03-01 2018-03-01",
        ),
        (
            "FREQ=YEARLY;SKIP=FORWARD;BYYEARDAY=366",
            "2016-12-31",
            "2016-12-31 2018-01-01 2019-01-01 2020-01-01",
        ),
        ("FREQ=YEARLY;SKIP=BACKWARD;BYYEARDAY=-366", "2016-01-01", "2016-01-01 2016-12-31 2017-12-31"),
        (
            "FREQ=YEARLY;SKIP=FORWARD;BYMONTH=1;BYYEARDAY=31,366",
            "2016-01-31",
            "2016-01-31 2017-01-31 2018-01-31",
        ),
        (
            "FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=30,31;BYSETPOS=-1",
            "2014-01-31",
            "2014-01-31 2014-02-28 2014-03-31",
        ),
    ],
)
def test_a_day_that_a_month_has_not(text: str, start: str, expected: str) -> None:
    begun = datetime.fromisoformat(start)
    whole = f"RSCALE=GREGORIAN;{text}"
    assert days(whole, begun, wanted=len(expected.split())) == expected
    third = datetime.fromisoformat(expected.split()[2])
    assert days(whole, begun, third, wanted=1) == expected.split()[2]


def test_skip_is_nothing_without_its_calendar_and_others_are_not_read() -> None:
    assert days("FREQ=MONTHLY;SKIP=BACKWARD", datetime(2014, 1, 31), wanted=2) == "2014-01-31 2014-03-31"
    assert read_rule("RSCALE=HEBREW;FREQ=YEARLY") is None


@settings(max_examples=60, deadline=None)
@given(rules(), starts, st.integers(1, 60))
def test_count_ends_where_counting_does(text: str, start: datetime, count: int) -> None:
    endless = Expansion(read(text), start, None, Budget(10**6))
    end = start + 4 * timedelta(days=_SPANS[text[5 : text.index(";")]])
    expected = list(islice(endless.between(start, end), count))
    assume(len(expected) == count)
    counted = Expansion(read(f"{text};COUNT={count}"), start, None, Budget(10**6))
    assert counted.bound == expected[-1]
    assert list(islice(counted.between(start, end), count + 1)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FREQ=DAILY;INTERVAL=10", "2026-09-01 2026-09-11 2026-09-21 2026-10-01 2026-10-11"),
        ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3", "2026-09-01 2026-09-03 2026-09-08"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU", "2026-09-01 2026-09-13 2026-09-15 2026-09-27"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,SU", "2026-09-01 2026-09-06 2026-09-15 2026-09-20"),
        ("FREQ=MONTHLY;BYDAY=1TU", "2026-09-01 2026-10-06 2026-11-03 2026-12-01 2027-01-05"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-09-01 2026-09-25 2026-10-30 2026-11-27 2026-12-25"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-09-01 2026-10-31 2026-12-31 2027-01-31 2027-03-31"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "2026-09-01 2026-09-30 2026-10-30"),
        ("FREQ=YEARLY;BYWEEKNO=20", "2026-09-01 2027-05-18 2028-05-16 2029-05-15 2030-05-14"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2026-09-01 2028-02-29 2032-02-29 2036-02-29 2040-02-29"),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-09-01 2026-11-13 2027-08-13 2028-10-13 2029-04-13"),
    ],
)  # fmt: skip
def test_rules_of_all_days(text: str, expected: str) -> None:
    assert days(text, wanted=len(expected.split())) == expected


def test_bysetpos_in_a_week_counts_all_of_it() -> None:
    # The start is the week's second weekday, and no occurrence before it is lost by the counting.
    assert days("FREQ=WEEKLY;BYDAY=MO,TU,WE;BYSETPOS=2", wanted=3) == "2026-09-01 2026-09-08 2026-09-15"
    assert days("FREQ=WEEKLY;BYDAY=MO,TU,WE;BYSETPOS=1", wanted=3) == "2026-09-01 2026-09-07 2026-09-14"


@pytest.mark.parametrize(
    "text",
    [
        "", "FREQ=", "FREQ=FORTNIGHTLY", "INTERVAL=2", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=x", "FREQ=DAILY;UNTIL=", "FREQ=DAILY;UNTIL=20261301",
        "FREQ=DAILY;UNTIL=2026-10-01", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYDAY=2",
        "FREQ=WEEKLY;BYDAY=", "FREQ=YEARLY;BYMONTH=13", "FREQ=DAILY;BYHOUR=-1",
        "FREQ=DAILY;COUNT=" + "9" * 100_000,
        "FREQ=YEARLY;RSCALE=HEBREW", "FREQ=DAILY;COUNT=1_0", "FREQ=DAILY;WKST=XX",
    ],
)  # fmt: skip
def test_what_is_no_rule(text: str) -> None:
    assert read_rule(text) is None


def test_a_rule_is_read_as_it_is_meant() -> None:
    rule = read_rule(
        "freq=monthly;byday= -1mo, 2TU ;BYMONTH=3,13,1;X-MORE=1;UNTIL=20301231T235960Z;INTERVAL=02"
    )
    assert rule == Rule(
        Freq.MONTHLY,
        interval=2,
        until=Moment(datetime(2030, 12, 31, 23, 59, 59), "UTC"),
        byday=((-1, 0), (2, 1)),
        bymonth=(1, 3),
    )
    until = read("FREQ=DAILY;UNTIL=20301231").until
    assert until == Moment(date(2030, 12, 31))


_ALL = [",".join(map(str, range(its))) for its in (24, 60, 60)]
_DENSE = "BYHOUR={};BYMINUTE={};BYSECOND={}".format(*_ALL)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=1000000000", "FREQ=DAILY;COUNT=1000000000",
        "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=1000000000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=5",
        "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=12", "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=12;BYYEARDAY=5;COUNT=9",
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1,3,5", "FREQ=DAILY;INTERVAL=1000000000000000000",
        "FREQ=SECONDLY;INTERVAL=1000000000000000000", f"FREQ=YEARLY;BYSETPOS=-1;{_DENSE}",
        f"FREQ=YEARLY;COUNT=1;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;{_DENSE}",
        f"FREQ=HOURLY;{_DENSE};COUNT=99999999",
        f"FREQ=DAILY;BYSETPOS=99;{_DENSE};COUNT=99999999", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTHDAY=15",
        "FREQ=YEARLY;INTERVAL=400;BYMONTH=2;BYMONTHDAY=29", "FREQ=MONTHLY;BYSETPOS=40",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "start", [datetime(1, 1, 1), datetime(1900, 1, 1), START, datetime(9999, 12, 31, 23, 59, 59)]
)
def test_hostile_rules_cost_nothing(text: str, start: datetime) -> None:
    with calls_within(1_000_000):
        found = walls(text, start, wanted=50)
        walls(text, start, START, wanted=50)
    assert found[0] == start
    assert found == sorted(set(found))


def test_a_range_far_from_the_start_costs_no_more() -> None:
    assert days("FREQ=DAILY", datetime(1, 1, 1), START, 2) == "2026-09-02 2026-09-03"
    assert walls("FREQ=MINUTELY;INTERVAL=7", datetime(1900, 1, 1), START, 1) == [datetime(2026, 9, 1, 10, 4)]
    every_third = "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU"
    assert days(every_third, datetime(1, 1, 1), datetime(9999, 12, 1)) == "9999-12-05 9999-12-26"
