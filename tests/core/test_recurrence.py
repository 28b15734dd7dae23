"""Series take place when they should: over changes of the clocks, without what is left out, replaced once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from core.event import Event, Recurrence
from core.recurrence import LIMIT, Dates, occurrences, series_end
from core.when import Moment, When, iana
from tests.patience import calls_within

BRUSSELS = "Europe/Brussels"
HERE = ZoneInfo(BRUSSELS)
YEAR = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
ALWAYS = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)


def at(text: str, tzid: str | None = BRUSSELS) -> Moment:
    """A date, or a time of some zone."""
    if len(text) == 10:
        return Moment(date.fromisoformat(text))
    return Moment(datetime.fromisoformat(text), tzid)


def series(
    start: Moment,
    *rules: str,
    hours: float = 1,
    rdates: Sequence[Moment | When] = (),
    exdates: Sequence[Moment] = (),
) -> Event:
    length = timedelta(days=1) if start.is_date else timedelta(hours=hours)
    recurrence = Recurrence(rules, tuple(rdates), tuple(exdates))
    return Event("a", When(start, start.plus(length)), recurrence=recurrence)


def override(replaced: Moment, start: Moment) -> Event:
    return Event("a", When(start, start.plus(timedelta(hours=1))), recurrence_id=replaced)


def starts(*events: Event, span: tuple[datetime, datetime] = YEAR) -> list[str]:
    """As they are written, without the zone of Brussels."""
    found = occurrences(events, *span, local=HERE)
    return [str(its.when.start).removesuffix(f"[{BRUSSELS}]").replace(":00:00", "h") for its in found]


def last(event: Event) -> str:
    end = series_end(event, HERE)
    return "" if end is None else end.astimezone(HERE).replace(tzinfo=None).isoformat(" ", "minutes")


def test_the_time_on_the_wall_stays_when_the_clocks_change() -> None:
    found = list(occurrences([series(at("2026-10-24T18:30"), "FREQ=DAILY;COUNT=3")], *YEAR, local=HERE))
    assert [its.when.start.wall for its in found] == [datetime(2026, 10, day, 18, 30) for day in (24, 25, 26)]
    instants = [its.when.start.instant(HERE) for its in found]
    assert [its.hour for its in instants] == [16, 17, 17]
    assert [its.when.length for its in found] == [timedelta(hours=1)] * 3
    assert [its.recurrence_id for its in found] == [its.when.start for its in found]


def test_a_time_that_the_clocks_skip_keeps_its_writing() -> None:
    event = series(at("2026-03-28T02:30"), "FREQ=DAILY;COUNT=3")
    found = list(occurrences([event], *YEAR, local=HERE))
    assert [its.when.start.wall for its in found] == [datetime(2026, 3, day, 2, 30) for day in (28, 29, 30)]
    # With the offset from before the gap: half past three.
    assert found[1].when.start.instant(HERE) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    gap = datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 3, 29, 2, tzinfo=UTC)
    assert starts(event, span=gap) == ["2026-03-29T02:30:00"]
    assert starts(series(at("2026-03-28T02:30"), "FREQ=DAILY;COUNT=3", exdates=[found[1].when.start])) == [
        "2026-03-28T02:30:00",
        "2026-03-30T02:30:00",
    ]


def test_a_time_that_comes_twice_is_the_first_of_them() -> None:
    event = series(at("2026-10-24T02:30"), "FREQ=DAILY;COUNT=2")
    [_, twice] = occurrences([event], *YEAR, local=HERE)
    assert twice.when.start.instant(HERE) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "until", "days"),
    [
        (at("2026-06-01T18:30"), "20260603T163000Z", 3),  # the last one's own instant
        (at("2026-06-01T18:30"), "20260603T162959Z", 2),
        (at("2026-06-01T18:30"), "20260603T183000", 3),  # its own clock
        (at("2026-06-01T18:30"), "20260603T182959", 2),
        (at("2026-06-01T18:30"), "20260603", 3),  # to the end of that day
        (at("2026-06-01T00:30"), "20260602T223000Z", 3),  # the 3rd, on the event's clock
        (at("2026-06-01T18:30", "UTC"), "20260603T183000Z", 3),
        (at("2026-06-01T18:30", None), "20260603T163000Z", 3),  # floating: read here
        (at("2026-06-01T18:30", "America/New_York"), "20260603T223000Z", 3),
        (at("2026-06-01"), "20260603", 3),
        (at("2026-06-01"), "20260603T000000Z", 3),
        (at("2026-06-01"), "20260603T235959Z", 3),
        (at("2026-06-01"), "20260603T120000", 3),
        (at("2026-06-01T18:30"), "20250101T000000Z", 1),  # the start is always one
    ],
)
def test_until(start: Moment, until: str, days: int) -> None:
    event = series(start, f"FREQ=DAILY;UNTIL={until}")
    found = list(occurrences([event], *YEAR, local=HERE))
    assert [its.when.start.day.day for its in found] == list(range(1, days + 1))
    assert series_end(event, HERE) == found[-1].when.end.instant(HERE)


def test_until_in_the_hour_that_comes_twice() -> None:
    # 01:10 UTC is ten past two for the second time: all that the clock showed before has been.
    event = series(at("2026-10-25T01:45"), "FREQ=MINUTELY;INTERVAL=30;UNTIL=20261025T011000Z", hours=0)
    assert starts(event) == ["2026-10-25T01:45:00", "2026-10-25T02:15:00", "2026-10-25T02:45:00"]


@pytest.mark.parametrize(
    "exdate",
    [
        at("2026-06-02T18:30"),
        at("2026-06-02T16:30", "UTC"),
        at("2026-06-02T12:30", "America/New_York"),
        at("2026-06-02T18:30", None),
        at("2026-06-02"),
    ],
)
def test_a_date_is_left_out_however_it_is_written(exdate: Moment) -> None:
    event = series(at("2026-06-01T18:30"), "FREQ=DAILY;COUNT=3", exdates=[exdate])
    assert starts(event) == ["2026-06-01T18:30:00", "2026-06-03T18:30:00"]


@pytest.mark.parametrize(
    "exdate",
    [at("2026-06-02T18:31"), at("2026-06-02T18:30", "UTC"), at("2026-06-05"), at("2026-06-02T16:30", None)],
)
def test_a_date_that_is_none_leaves_nothing_out(exdate: Moment) -> None:
    assert len(starts(series(at("2026-06-01T18:30"), "FREQ=DAILY;COUNT=3", exdates=[exdate]))) == 3


@pytest.mark.parametrize(
    "exdate",
    [
        at("2026-06-02"),
        at("2026-06-02T00:00", None),
        at("2026-06-02T00:00"),
        at("2026-06-02T00:00", "UTC"),
        at("2026-06-01T22:00", "UTC"),  # midnight in Brussels
    ],
)
def test_a_whole_day_is_left_out_however_it_is_written(exdate: Moment) -> None:
    event = series(at("2026-06-01"), "FREQ=DAILY;COUNT=3", exdates=[exdate])
    assert starts(event) == ["2026-06-01", "2026-06-03"]


def test_the_start_can_be_left_out_and_counts() -> None:
    event = series(at("2026-06-01"), "FREQ=DAILY;COUNT=3", exdates=[at("2026-06-01"), at("2026-06-03")])
    assert starts(event) == ["2026-06-02"]
    assert last(event) == "2026-06-03 00:00"


def test_a_start_that_its_rule_does_not_name_is_the_first() -> None:
    event = series(at("2026-06-01"), "FREQ=WEEKLY;BYDAY=SU;COUNT=3")  # a Monday
    assert starts(event) == ["2026-06-01", "2026-06-07", "2026-06-14"]


def test_further_dates() -> None:
    period = When(at("2026-06-05T09:00"), at("2026-06-05T12:00"))
    longer = When(at("2026-06-01T18:30"), at("2026-06-01T23:00"))
    event = series(
        at("2026-06-01T18:30"),
        "FREQ=WEEKLY;COUNT=2",
        rdates=[
            at("2026-06-03T10:00", "UTC"),
            period,
            at("2026-06-04"),
            at("2026-06-08T16:30", "UTC"),
            longer,
        ],
    )
    found = list(occurrences([event], *YEAR, local=HERE))
    told = [(str(its.when.start), str(its.when.end)) for its in found]
    zone = f"[{BRUSSELS}]"
    assert told == [
        (f"2026-06-01T18:30:00{zone}", f"2026-06-01T23:00:00{zone}"),
        ("2026-06-03T10:00:00Z", "2026-06-03T11:00:00Z"),
        (f"2026-06-04T18:30:00{zone}", f"2026-06-04T19:30:00{zone}"),
        (f"2026-06-05T09:00:00{zone}", f"2026-06-05T12:00:00{zone}"),
        (f"2026-06-08T18:30:00{zone}", f"2026-06-08T19:30:00{zone}"),
    ]
    assert last(event) == "2026-06-08 19:30"
    assert last(series(at("2026-06-01T18:30"), rdates=[period])) == "2026-06-05 12:00"


def test_several_rules_give_each_date_once() -> None:
    event = series(
        at("2026-06-01"), "FREQ=DAILY;COUNT=3", "FREQ=DAILY;INTERVAL=2;COUNT=3", "FREQ=DAILY;COUNT=3"
    )
    assert starts(event) == ["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-05"]
    assert last(event) == "2026-06-06 00:00"


def test_an_override_stands_for_its_occurrence_once() -> None:
    master = series(at("2026-06-01T18:30"), "FREQ=DAILY;COUNT=3")
    moved = override(at("2026-06-02T16:30", "UTC"), at("2026-06-10T09:00"))
    found = list(occurrences([master, moved], *YEAR, local=HERE))
    assert [(str(its.when.start.wall), its.event) for its in found] == [
        ("2026-06-01 18:30:00", 0),
        ("2026-06-03 18:30:00", 0),
        ("2026-06-10 09:00:00", 1),
    ]
    assert found[-1].recurrence_id == moved.recurrence_id
    # Where the override is outside, its occurrence does not come back.
    june = datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 6, 9, tzinfo=UTC)
    assert len(starts(master, moved, span=june)) == 2


def test_an_override_of_no_occurrence_shows_alone() -> None:
    master = series(at("2026-06-01T18:30"), "FREQ=DAILY;COUNT=2")
    orphan = override(at("2020-01-01T18:30"), at("2026-06-10T09:00"))
    assert starts(master, orphan) == ["2026-06-01T18:30:00", "2026-06-02T18:30:00", "2026-06-10T09h"]
    assert starts(orphan) == ["2026-06-10T09h"]
    assert last(orphan) == "2026-06-10 10:00"


def test_an_override_of_an_event_that_does_not_recur() -> None:
    single = Event("a", When.times(datetime(2026, 6, 1, 9), tzid=BRUSSELS))
    assert starts(single) == ["2026-06-01T09h"]
    assert [its.recurrence_id for its in occurrences([single], *YEAR, local=HERE)] == [None]
    assert starts(single, override(at("2026-06-01T09:00"), at("2026-06-02T09:00"))) == ["2026-06-02T09h"]


def test_twins_all_show() -> None:
    twin = series(at("2026-06-02T18:30"), "FREQ=DAILY;COUNT=2")
    other = override(at("2026-06-02T18:30"), at("2026-06-05T09:00"))
    found = starts(twin, twin, other, other)
    assert found == ["2026-06-03T18:30:00"] * 2 + ["2026-06-05T09h"] * 2


@pytest.mark.parametrize(
    ("first", "end", "shown"),
    [
        ("2026-06-02T19:29", "2026-06-02T19:30", True),  # its last minute
        ("2026-06-02T19:30", "2026-06-02T20:00", False),  # the end is excluded
        ("2026-06-02T18:00", "2026-06-02T18:30", False),
        ("2026-06-02T18:00", "2026-06-02T18:31", True),
    ],
)
def test_what_touches_a_range(first: str, end: str, shown: bool) -> None:
    span = at(first).instant(HERE), at(end).instant(HERE)
    event = series(at("2026-06-01T18:30"), "FREQ=DAILY")
    assert bool(starts(event, span=span)) is shown


def test_a_moment_is_part_of_its_day() -> None:
    event = series(at("2026-06-01T00:00"), "FREQ=DAILY", hours=0)
    day = at("2026-06-05T00:00").instant(HERE), at("2026-06-06T00:00").instant(HERE)
    assert starts(event, span=day) == ["2026-06-05T00h"]


def test_days_are_those_of_the_agenda() -> None:
    event = series(at("2026-06-01"), "FREQ=DAILY")
    day = at("2026-06-05T00:00").instant(HERE), at("2026-06-06T00:00").instant(HERE)
    assert starts(event, span=day) == ["2026-06-05"]


def test_from_one_zone_to_another() -> None:
    flight = When(at("2026-03-01T10:00"), at("2026-03-01T10:00", "America/New_York"))
    event = Event("a", flight, recurrence=Recurrence(("FREQ=WEEKLY",)))
    # In between, America has changed its clocks and Europe has not.
    found = list(occurrences([event], *YEAR, local=HERE))
    assert {str(its.when.end.wall)[11:] for its in found} == {"10:00:00"}
    short = When(at("2026-03-01T10:00"), at("2026-03-01T04:00", "America/New_York"))
    event = Event("a", short, recurrence=Recurrence(("FREQ=WEEKLY;COUNT=3",)))
    assert len(list(occurrences([event], *YEAR, local=HERE))) == 3


@pytest.mark.parametrize(
    ("rule", "end"),
    [
        ("FREQ=DAILY", ""),
        ("FREQ=DAILY;COUNT=1000000000", ""),
        ("FREQ=DAILY;INTERVAL=0", "2026-06-01 19:30"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", ""),
        ("FREQ=SECONDLY;COUNT=1000000000", "2058-02-07 21:16"),
        ("FREQ=YEARLY;UNTIL=20300101", "2029-06-01 19:30"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20300101", "2028-02-29 19:30"),
        ("FREQ=SECONDLY;UNTIL=20300101", "2030-01-02 00:59"),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=13", "2027-05-28 19:30"),
    ],
)
def test_the_end_of_a_series(rule: str, end: str) -> None:
    assert last(series(at("2026-06-01T18:30"), rule)) == end


def test_the_end_passes_over_what_is_left_out() -> None:
    exdates = [Moment(datetime(2026, 6, day, 18, 30), BRUSSELS) for day in range(3, 31)]
    event = series(at("2026-06-01T18:30"), "FREQ=DAILY;UNTIL=20260630", exdates=exdates)
    assert last(event) == "2026-06-02 19:30"


HOSTILE = [
    "FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=1000000000", "FREQ=DAILY;COUNT=1000000000", "FREQ=DAILY;INTERVAL=0",
    "FREQ=MONTHLY;INTERVAL=0;BYHOUR=0;BYDAY=MO;BYMONTHDAY=1;UNTIL=20301231T000000Z",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY",
    "FREQ=DAILY;INTERVAL=1000000000000000000", "FREQ=DAILY;UNTIL=99991231T235959Z", "FREQ=YEARLY",
    "FREQ=SECONDLY;UNTIL=99991231T235959Z", "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=12;UNTIL=99991231",
]  # fmt: skip


@pytest.mark.parametrize("rule", HOSTILE)
@pytest.mark.parametrize(
    "start",
    [
        "0001-01-01T00:00",
        "1900-01-01T00:00",
        "2026-09-01T10:00",
        "9999-12-29T23:59",
        "0001-01-01",
        "9999-12-29",
    ],
)
def test_hostile_series_cost_nothing(rule: str, start: str) -> None:
    moment = at(start)
    event = Event(
        "a", When(moment, moment.plus(timedelta(days=moment.is_date))), recurrence=Recurrence((rule,))
    )
    with calls_within(3_000_000):
        of_a_year = sum(1 for _ in occurrences([event], *YEAR, local=HERE))
        of_always = sum(1 for _ in occurrences([event], *ALWAYS, local=HERE))
        series_end(event, HERE)
    assert of_a_year <= LIMIT
    assert of_always <= LIMIT
    assert of_always or not moment.day.year - 1


def test_two_thousand_rules_cost_nothing() -> None:
    rules = [f"FREQ=DAILY;INTERVAL={its}" for its in range(1, 1000)] + ["FREQ=DAILY"] * 1000
    with calls_within(400_000):
        assert (
            len(starts(series(at("2026-09-01"), *rules))) == 123
        )  # the first of January begins in this year, in UTC


def test_the_first_comes_before_the_last_is_known() -> None:
    with calls_within(1_000):
        event = series(at("1970-01-01T00:00"), "FREQ=MINUTELY")
        assert next(occurrences([event], *ALWAYS, local=HERE)).when.start == event.when.start


# Rules whose start they name: of others, and of COUNT with them, the two have views of their own.
_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


@st.composite
def plain_series(draw: st.DrawFn) -> Event:
    start = draw(st.datetimes(datetime(2025, 1, 1), datetime(2026, 12, 31))).replace(
        second=0, microsecond=0, fold=0
    )
    rule = draw(
        st.sampled_from(
            [
                "FREQ=DAILY", "FREQ=WEEKLY", f"FREQ=WEEKLY;BYDAY={_DAYS[start.weekday()]},SU", "FREQ=MONTHLY",
                f"FREQ=MONTHLY;BYDAY={(start.day + 6) // 7}{_DAYS[start.weekday()]}", "FREQ=YEARLY",
                f"FREQ=YEARLY;BYMONTH={start.month};BYDAY={_DAYS[start.weekday()]}", "FREQ=HOURLY;INTERVAL=7",
            ]
        )
    )  # fmt: skip
    interval = draw(st.integers(1, 3)) if "INTERVAL" not in rule else 7
    rule = f"{rule};INTERVAL={interval}".replace(";INTERVAL=7;INTERVAL=7", ";INTERVAL=7")
    if draw(st.booleans()):
        rule += f";COUNT={draw(st.integers(1, 40))}"
    whole = draw(st.booleans()) and "HOURLY" not in rule
    tzid = draw(st.sampled_from([BRUSSELS, "America/New_York", "UTC"]))
    moment = Moment(start.date()) if whole else Moment(start, tzid)
    shifts = draw(st.lists(st.integers(1, 60), max_size=3, unique=True))
    exdates = [moment.plus(timedelta(days=its)) for its in shifts]
    rdates = [moment.plus(timedelta(days=its)) for its in draw(st.lists(st.integers(1, 60), max_size=2))]
    return series(moment, rule, exdates=exdates, rdates=rdates)


def as_icalendar(event: Event) -> icalendar.Calendar:
    def value(moment: Moment) -> date | datetime:
        if not isinstance(moment.wall, datetime):
            return moment.wall
        return moment.wall.replace(tzinfo=UTC if moment.tzid == "UTC" else ZoneInfo(moment.tzid or BRUSSELS))

    component = icalendar.Event()
    component.add("uid", "a")
    component.add("dtstart", value(event.when.start))
    component.add("dtend", value(event.when.end))
    component.add("rrule", icalendar.vRecur.from_ical(event.recurrence.rrules[0]))
    for moment in event.recurrence.exdates:
        component.add("exdate", value(moment))
    for its in event.recurrence.rdates:
        assert isinstance(its, Moment)
        component.add("rdate", value(its))
    calendar = icalendar.Calendar()
    calendar.add_component(component)
    return calendar


def in_a_gap(moment: Moment) -> bool:
    if not isinstance(moment.wall, datetime) or moment.tzid is None:
        return False
    zone = UTC if moment.tzid == "UTC" else ZoneInfo(moment.tzid)
    return moment.instant(HERE).astimezone(zone).replace(tzinfo=None) != moment.wall


@settings(max_examples=60)
@given(plain_series(), st.dates(date(2025, 1, 1), date(2027, 6, 1)), st.integers(1, 90))
def test_the_same_as_recurring_ical_events(event: Event, day: date, length: int) -> None:
    first = datetime(day.year, day.month, day.day, tzinfo=HERE)
    end = datetime.combine(day + timedelta(days=length), datetime.min.time(), HERE)
    found = list(occurrences([event], first.astimezone(UTC), end.astimezone(UTC), local=HERE))
    expected = recurring_ical_events.of(as_icalendar(event)).between(first, end)
    # What the clocks skip, the other moves on by the gap.
    ours = {its.when.start.wall for its in found if not in_a_gap(its.when.start)}
    theirs = {its["DTSTART"].dt for its in expected}
    walls = {its.replace(tzinfo=None) if isinstance(its, datetime) else its for its in theirs}
    assert ours <= walls
    assert len(walls) == len({its.when.start for its in found})


@settings(max_examples=60)
@given(plain_series())
def test_the_end_is_that_of_the_last(event: Event) -> None:
    end = series_end(event, HERE)
    beyond = datetime(2200, 1, 1, tzinfo=UTC)
    later = (end or datetime(2150, 1, 1, tzinfo=UTC), beyond)
    assert any(True for _ in occurrences([event], *later, local=HERE)) is (end is None)
    if end is not None:
        shown = occurrences([event], end - timedelta(seconds=1), beyond, local=HERE)
        assert any(True for _ in shown) or event.when.start in event.recurrence.exdates


@given(
    st.sampled_from(["FREQ=DAILY", "FREQ=HOURLY;INTERVAL=5", "FREQ=MINUTELY;INTERVAL=25", "FREQ=WEEKLY"]),
    st.sampled_from([0.5, 30]),
    st.sampled_from(["2026-03-28T22:00", "2026-10-24T23:30", "2026-06-01T00:10"]),
    st.integers(0, 48 * 60),
    st.integers(1, 200),
)
@settings(max_examples=60)
def test_those_that_start_in_a_range_are_of_those_that_touch_it(
    rule: str, hours: float, start: str, late: int, minutes: int
) -> None:
    begin = at(start)
    events = [series(begin, rule, hours=hours), override(begin, begin.plus(timedelta(hours=2)))]
    first = begin.instant(HERE) + timedelta(minutes=late)
    span = first, first + timedelta(minutes=minutes)
    touching = [its for its in Dates(events, HERE, iana).between(*span) if its[0] >= first]
    assert list(Dates(events, HERE, iana).between(*span, starting=True)) == touching


def test_a_minute_of_a_long_one_each_second_costs_no_more_than_its_own_dates() -> None:
    event, first = (
        series(at("2026-06-01T00:00"), "FREQ=SECONDLY", hours=24),
        datetime(2026, 6, 2, 12, tzinfo=UTC),
    )
    with calls_within(5_000):
        span = first, first + timedelta(minutes=1)
        assert len(list(Dates([event], HERE, iana).between(*span, starting=True))) == 60
