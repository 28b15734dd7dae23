"""A form shows a rule exactly or not at all, and writes what it shows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.event import Event, Recurrence
from core.recurrence import occurrences
from core.rrule import Freq
from core.rule_form import NTHS, MonthBy, RuleForm, coming, last_day, nth_of, offered, rule_form
from core.when import Moment, When
from tests.core.test_rules import rules

ZONE = ZoneInfo("Europe/Brussels")
EVENING = Moment(datetime(2026, 6, 9, 18, 30), "Europe/Brussels")  # the second Tuesday
WHOLE_DAY = Moment(date(2026, 6, 30))  # the last Tuesday, and the fifth
FLOATING = Moment(datetime(2026, 6, 9, 18, 30))


def form(text: str, start: Moment = EVENING) -> RuleForm | None:
    return rule_form(text, start, ZONE)


def dates(rule: str, start: Moment, count: int = 12) -> list[Moment]:
    event = Event("a", When(start, start.plus(When.days(start.day).length)), recurrence=Recurrence((rule,)))
    first, last = datetime(2026, 1, 1, tzinfo=UTC), datetime(2046, 1, 1, tzinfo=UTC)
    return [its.when.start for its in islice(occurrences([event], first, last, local=ZONE), count)]


@st.composite
def forms(draw: st.DrawFn) -> RuleForm:
    some_days = st.sets(st.integers(1, 31), min_size=1, max_size=3)
    end = draw(st.sampled_from(["never", "until", "count"]))
    return RuleForm(
        draw(st.sampled_from([Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY])),
        draw(st.integers(1, 99)),
        tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1)))),
        draw(st.sampled_from(MonthBy)),
        tuple(sorted(draw(some_days))),
        tuple(its for its in NTHS if its in draw(st.sets(st.sampled_from(NTHS), min_size=1))) or (1,),
        draw(st.integers(0, 6)),
        tuple(sorted(draw(st.sets(st.integers(1, 12), min_size=1)))),
        date(2027, 2, draw(st.integers(1, 28))) if end == "until" else None,
        draw(st.integers(1, 500)) if end == "count" else None,
        draw(st.sampled_from([0, 6])),
    )


@given(forms().filter(lambda its: its.is_possible), st.sampled_from([EVENING, WHOLE_DAY, FLOATING]))
@settings(max_examples=30)
def test_what_a_form_writes_it_reads(its: RuleForm, start: Moment) -> None:
    text = its.text(start, ZONE)
    again = form(text, start)
    assert again is not None, text
    assert again.text(start, ZONE) == text
    assert (again.until, again.count, again.interval) == (its.until, its.count, its.interval)


@given(rules(), st.sampled_from([EVENING, WHOLE_DAY]))
@settings(max_examples=20)
@example("FREQ=WEEKLY;INTERVAL=1;BYMONTHDAY=1", EVENING)  # no days for a form by the week
def test_a_rule_that_is_shown_keeps_its_dates(rule: str, start: Moment) -> None:
    its = form(rule, start)
    if its is not None:
        assert dates(its.text(start, ZONE), start) == dates(rule, start)


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("freq=weekly", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,MO;WKST=SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;WKST=SU"),
        ("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=9"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=2TU"),
        ("FREQ=MONTHLY;BYDAY=2TU,4TU", "FREQ=MONTHLY;BYDAY=2TU,4TU"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=9"),
        ("FREQ=MONTHLY;BYMONTH=1,6;BYDAY=-1FR", "FREQ=YEARLY;BYMONTH=1,6;BYDAY=-1FR"),
        (
            "FREQ=MONTHLY;BYMONTH=6,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=MONTHLY;BYMONTH=6,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        ),
        ("FREQ=DAILY;COUNT=4", "FREQ=DAILY;COUNT=4"),
        ("FREQ=DAILY;UNTIL=20260630", "FREQ=DAILY;UNTIL=20260630T215959Z"),
    ],
)
def test_shapes(rule: str, written: str) -> None:
    its = form(rule)
    assert its is not None
    assert its.text(EVENING, ZONE) == written


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYDAY=TU",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=DAILY;COUNT=3;UNTIL=20260630",
        "FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD;RSCALE=GREGORIAN",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYDAY=1MO,1TU",
        "FREQ=MONTHLY;BYDAY=-4TU",
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=9",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYMONTH=1,6;BYDAY=TU;BYSETPOS=2",
        "FREQ=YEARLY;BYMONTH=6,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTH=6,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=WEEKLY;BYDAY=TU;X-NOTE=1",
    ],
)
def test_other_shapes_are_not_shown(rule: str) -> None:
    assert form(rule) is None


def test_until_is_written_as_the_start_is() -> None:
    its = RuleForm(Freq.DAILY, until=date(2026, 12, 31))
    assert its.text(EVENING, ZONE).endswith("UNTIL=20261231T225959Z")
    assert its.text(Moment(EVENING.wall, "UTC"), ZONE).endswith("UNTIL=20261231T235959Z")
    assert its.text(FLOATING, ZONE).endswith("UNTIL=20261231T235959")
    assert its.text(WHOLE_DAY, ZONE).endswith("UNTIL=20261231")
    assert its.text(Moment(EVENING.wall, "Mine"), UTC, lambda _: ZONE).endswith("UNTIL=20261231T225959Z")


def test_until_on_the_starts_own_clock() -> None:
    too_early = Moment(datetime(2026, 6, 30, 16, 29), "UTC")
    assert last_day(too_early, EVENING, ZONE) == date(2026, 6, 29)
    assert last_day(Moment(datetime(9999, 12, 31, 23, 59), "UTC"), EVENING, ZONE) == date(9999, 12, 31)


def test_what_is_offered() -> None:
    texts = [its.text(EVENING, ZONE) for its in offered(EVENING)]
    assert texts == [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYMONTHDAY=9",
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=9",
    ]
    fourth = Moment(date(2026, 2, 24))  # the last one, too
    assert [its.nths for its in offered(fourth) if its.month_by is MonthBy.NTH] == [(4,), (-1,)]
    assert nth_of(WHOLE_DAY.day) == -1
    assert [its.nths for its in offered(WHOLE_DAY) if its.month_by is MonthBy.NTH] == [(-1,)]
    assert offered(Moment(date.max))


def test_the_next_dates() -> None:
    when = When(EVENING, Moment(datetime(2026, 6, 9, 20), "Europe/Brussels"))
    left_out = Recurrence(("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20260930",), exdates=(when.start,))
    event = Event("a", when, recurrence=left_out)

    def days(after: datetime) -> list[date]:
        return [its.when.start.day for its in coming(event, after, 6, local=ZONE)]

    assert days(datetime(2026, 6, 1, tzinfo=ZONE)) == [date(2026, 7, 14), date(2026, 8, 11), date(2026, 9, 8)]
    assert days(datetime(2026, 8, 11, 19, tzinfo=ZONE)) == [date(2026, 8, 11), date(2026, 9, 8)]
    assert days(datetime(2027, 1, 1, tzinfo=ZONE)) == []


def test_a_date_that_was_moved_is_the_next_where_it_is_now() -> None:
    when = When(EVENING, Moment(datetime(2026, 6, 9, 20), "Europe/Brussels"))
    event = Event("a", when, recurrence=Recurrence(("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20260930",)))
    name = Moment(datetime(2026, 7, 14, 18, 30), "Europe/Brussels")
    moved = Event("", when.starting(Moment(datetime(2026, 8, 20, 18, 30), "Europe/Brussels")), name)
    found = coming(event, datetime(2026, 6, 1, tzinfo=ZONE), 3, overrides=(moved,), local=ZONE)
    assert [(its.event, its.when.start.day) for its in found] == [
        (0, date(2026, 6, 9)),
        (0, date(2026, 8, 11)),
        (1, date(2026, 8, 20)),
    ]
