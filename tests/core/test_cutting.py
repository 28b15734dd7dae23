"""A series cut in two has together the dates that it had, whatever its rules take from its start."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from core.cutting import cut
from core.errors import BadValue
from core.event import Event, Recurrence
from core.recurrence import occurrences
from core.series import Clock
from core.when import DAY, Moment, When, iana

ZONE = "Europe/Paris"
HERE = ZoneInfo(ZONE)
CLOCK = Clock(HERE, iana)
SPAN = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)


def at(text: str, tzid: str | None = ZONE) -> Moment:
    """A date, or a time of some zone."""
    return Moment(date.fromisoformat(text)) if len(text) == 10 else Moment(datetime.fromisoformat(text), tzid)


def series(
    start: Moment, *rules: str, rdates: Sequence[Moment | When] = (), exrules: Sequence[str] = ()
) -> Event:
    """Of an hour, or of a day."""
    when = When(start, start.plus(DAY if start.is_date else timedelta(hours=1)))
    return Event("a", when, recurrence=Recurrence(rules, tuple(rdates), (), tuple(exrules)))


def times(event: Event, wanted: int = 24) -> list[tuple[datetime, timedelta]]:
    found = islice(occurrences([event], *SPAN, local=HERE), wanted)
    return [(CLOCK.instant(its.when.start), its.when.length) for its in found]


BEGUN = at("2026-03-31T02:30")  # a Tuesday
LONG = When(at("2026-04-10T09:00"), at("2026-04-10T15:00"))


@pytest.mark.parametrize(
    "event",
    [
        series(BEGUN, "FREQ=MONTHLY;COUNT=9"),
        series(at("2026-01-31"), "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=9"),
        series(BEGUN, "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD;BYMONTH=2,3,4"),
        series(BEGUN, "FREQ=WEEKLY;COUNT=5", "FREQ=WEEKLY;BYDAY=TH;COUNT=6"),
        series(BEGUN, "FREQ=DAILY;COUNT=9", exrules=["FREQ=WEEKLY", "FREQ=DAILY;COUNT=1"]),
        # What ended before the cut, and what cannot be read, stays where it was.
        series(BEGUN, "FREQ=DAILY;COUNT=2", "RSCALE=HEBREW;FREQ=YEARLY", "FREQ=WEEKLY;COUNT=5"),
        series(BEGUN, rdates=[at("2026-04-03"), at("2026-04-05T02:30"), at("2026-04-07T10:00", "UTC")]),
        series(BEGUN, "FREQ=WEEKLY;COUNT=3", rdates=[at("2026-04-20"), LONG]),
        # Further dates before the start.
        series(
            at("2026-04-10T02:30"),
            "FREQ=WEEKLY;BYDAY=MO;COUNT=4",
            rdates=[at("2026-04-03"), LONG, at("2026-04-05T10:00", "UTC")],
        ),
        series(
            at("2026-04-20T02:30"),
            "RSCALE=HEBREW;FREQ=YEARLY",
            rdates=[at("2026-05-03"), at("2026-04-05"), LONG],
        ),
        series(at("2026-04-20T02:30"), "FREQ=MONTHLY", rdates=[LONG], exrules=["FREQ=YEARLY"]),
        series(at("2026-03-31T02:30", None), "FREQ=DAILY;BYHOUR=2,9;COUNT=7"),
        series(at("2026-10-03T01:30", "Australia/Lord_Howe"), "FREQ=HOURLY;COUNT=7"),
        series(at("2026-10-02T02:15", "Australia/Lord_Howe"), "FREQ=DAILY;UNTIL=20261020"),
        series(at("2026-02-12T02:30", "Africa/Casablanca"), "FREQ=DAILY;UNTIL=20260420T000000Z"),
        series(at("2026-10-30T01:30", "America/New_York"), "FREQ=DAILY;UNTIL=20261120T000000Z"),
    ],
)
def test_both_sides_have_together_what_there_was(event: Event) -> None:
    whole = times(event)
    dates = [its.when.start for its in islice(occurrences([event], *SPAN, local=HERE), 12)]
    for place, day in list(enumerate(dates))[1:]:
        made = cut(event, day, CLOCK)
        assert made.head is not None
        before = times(made.head, 99)
        assert before == whole[:place]
        assert (before + times(made.tail))[: len(whole)] == whole


@pytest.mark.parametrize(
    ("event", "head", "tail"),
    [
        (
            series(at("2026-01-31"), "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=9"),
            ["RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=1"],
            ["RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=8;BYMONTHDAY=31"],
        ),
        (
            series(BEGUN, "FREQ=WEEKLY;COUNT=5", "FREQ=WEEKLY;BYDAY=TH"),
            ["FREQ=WEEKLY;COUNT=1", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20260402T002959Z"],
            [
                "FREQ=WEEKLY;COUNT=5;BYDAY=TU;BYHOUR=2;BYMINUTE=30;BYSECOND=0",
                "FREQ=WEEKLY;BYDAY=TH",
            ],
        ),
    ],
)
def test_a_rule_says_what_it_took_from_its_start(event: Event, head: list[str], tail: list[str]) -> None:
    second = list(islice(occurrences([event], *SPAN, local=HERE), 2))[1].when.start
    made = cut(event, second, CLOCK)
    assert made.head is not None
    assert [list(its.recurrence.rrules) for its in (made.head, made.tail)] == [head, tail]


def test_a_rule_that_would_lose_its_step_is_not_cut() -> None:
    event = series(BEGUN, "FREQ=DAILY", "FREQ=DAILY;INTERVAL=2")
    with pytest.raises(BadValue):
        cut(event, at("2026-04-01T02:30"), CLOCK)
    assert cut(event, at("2026-04-02T02:30"), CLOCK).tail.when.start == at("2026-04-02T02:30")
    hourly = series(BEGUN, "FREQ=HOURLY;INTERVAL=7", exrules=["FREQ=HOURLY;INTERVAL=21"])
    with pytest.raises(BadValue):
        cut(hourly, BEGUN.plus(timedelta(hours=7)), CLOCK)


def test_what_stood_for_no_date_of_it_is_no_head() -> None:
    event = series(BEGUN, "FREQ=WEEKLY;BYDAY=WE;COUNT=3")
    made = cut(event, BEGUN, CLOCK)
    assert (made.head, made.tail) == (None, event)
