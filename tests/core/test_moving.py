"""A series that is moved takes along what its dates were named by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.event import Event, Recurrence
from core.ics import component
from core.moving import Move
from core.object import ComponentRef
from core.recurrence import occurrences
from core.rule_moving import followed
from core.stamps import content
from core.when import DAY, Moment, When, iana
from tests.core.agendas import ZONE, Desk, deeds, vevent

HERE = ZoneInfo(ZONE)
ALWAYS = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
REF = ComponentRef(0)


def at(text: str, tzid: str | None = ZONE) -> Moment:
    """A date, or a time of some zone."""
    return Moment(date.fromisoformat(text)) if len(text) == 10 else Moment(datetime.fromisoformat(text), tzid)


def starts(text: bytes) -> list[str]:
    """When an object takes place, without the zone of Brussels."""
    events = [component.read(text, ref) for ref in component.components(text)]
    found = islice(occurrences(events, *ALWAYS, local=HERE), 50)
    return [str(its.when.start).removesuffix(f"[{ZONE}]").replace(":00:00", "h") for its in found]


def move(here: Desk, ref: ComponentRef, start: Moment) -> bytes:
    """Move a stored event; its object's text then."""
    here.edit(ref, when=here.event(ref).when.starting(start))
    return here.object(ref).text


def put(here: Desk, *lines: str, others: bytes = b"", start: str = "20260310T180000") -> ComponentRef:
    """Tuesdays from the tenth of March on, unless told otherwise."""
    zone = f"DTSTART;TZID={ZONE}:{start}" if "T" in start else f"DTSTART;VALUE=DATE:{start}"
    return ComponentRef(here.put(vevent(zone, *lines) + others))


def test_left_out_dates_stay_out_and_overrides_in_their_place(here: Desk) -> None:
    override = vevent(
        f"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID={ZONE}:20260331T180000",
        f"DTSTART;TZID={ZONE}:20260331T180000",
        f"DTEND;TZID={ZONE}:20260331T200000",
        "X-OTHER:kept",
        "SUMMARY:other",
    )
    elsewhere = vevent(f"RECURRENCE-ID;TZID={ZONE}:20260407T180000", "DTSTART:20260408T080000Z", "SEQUENCE:4")
    ref = put(
        here,
        f"EXDATE;TZID={ZONE}:20260317T180000",
        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260414T160000Z",
        f"RDATE;TZID={ZONE}:20260312T090000",
        others=override + elsewhere,
    )
    before = here.object(ref)
    assert starts(before.text) == [
        *("2026-03-10T18h", "2026-03-12T09h", "2026-03-24T18h", "2026-03-31T18h"),
        *("2026-04-08T08hZ", "2026-04-14T18h"),
    ]
    text = move(here, ref, at("2026-03-11T19:00"))
    # The one with a time of its own keeps that, and still replaces its date.
    assert starts(text) == [
        *("2026-03-11T19h", "2026-03-13T10h", "2026-03-25T19h", "2026-04-01T19h"),
        *("2026-04-08T08hZ", "2026-04-15T19h"),
    ]
    assert f"RECURRENCE-ID;TZID={ZONE};RANGE=THISANDFUTURE:20260401T190000\r\n".encode() in text
    assert f"DTEND;TZID={ZONE}:20260401T210000\r\nX-OTHER:kept\r\nSUMMARY:other\r\n".encode() in text
    assert b"DTSTART:20260408T080000Z\r\nSEQUENCE:5\r\n" in text
    assert text.count(b"LAST-MODIFIED") == 3
    here.store.revert(next(iter(deeds(here.store))))
    assert content(here.object(ref).text) == content(before.text)


def test_lines_of_a_series_that_need_not_move_stay_as_they_are(here: Desk) -> None:
    ref = put(here, "rrule;X-A=b:FREQ=WEEKLY;COUNT=3")
    assert b"rrule;X-A=b:FREQ=WEEKLY;COUNT=3\r\n" in move(here, ref, at("2026-03-12T18:00"))
    here.edit(ref, when=When(at("2026-03-12T18:00"), at("2026-03-12T23:00")))
    assert b"rrule;X-A=b:FREQ=WEEKLY;COUNT=3\r\n" in here.object(ref).text


@pytest.mark.parametrize(
    ("lines", "start", "expected"),
    [
        # To another zone, at the same time on the wall.
        (
            ("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20260311T170000Z"),
            at("2026-03-10T18:00", "Asia/Tokyo"),
            ["2026-03-10T18h[Asia/Tokyo]", "2026-03-12T18h[Asia/Tokyo]"],
        ),
        # Over a change of the clocks, which a time in UTC does not know of.
        (
            ("RRULE:FREQ=DAILY;UNTIL=20260313T170000Z", "EXDATE:20260312T170000Z"),
            at("2026-04-10T18:00"),
            ["2026-04-10T18h", "2026-04-11T18h", "2026-04-13T18h"],
        ),
        # A whole day left out.
        (
            ("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20260311"),
            at("2026-03-10T19:00"),
            ["2026-03-10T19h", "2026-03-12T19h"],
        ),
        # Months have no length.
        (
            (
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=10;UNTIL=20260610T160000Z",
                f"EXDATE;TZID={ZONE}:20260510T180000",
            ),
            at("2026-02-11T18:00"),
            ["2026-02-11T18h", "2026-03-11T18h", "2026-05-11T18h"],
        ),
        (
            ("RRULE:FREQ=MONTHLY;UNTIL=20260409T220000Z",),
            at("2026-02-10T18:00"),
            ["2026-02-10T18h"],
        ),
        (
            ("RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=4", f"EXDATE;TZID={ZONE}:20260512T180000"),
            at("2026-03-18T18:00"),
            ["2026-03-18T18h", "2026-04-15T18h", "2026-06-17T18h"],
        ),
        # A rule that does not say where its start is goes on as it was.
        (
            ("RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=3", f"EXDATE;TZID={ZONE}:20260331T180000"),
            at("2026-03-11T20:00"),
            ["2026-03-11T20h", "2026-04-28T20h"],
        ),
        # From times to days.
        (
            (
                "RRULE:FREQ=DAILY;BYHOUR=18;UNTIL=20260314T170000Z",
                f"EXDATE;TZID={ZONE}:20260311T180000",
                f"RDATE;VALUE=PERIOD;TZID={ZONE}:20260320T120000/PT1H",
            ),
            at("2026-03-10"),
            ["2026-03-10", "2026-03-12", "2026-03-13", "2026-03-14", "2026-03-20"],
        ),
        # What named nothing.
        (
            ("RRULE:FREQ=DAILY;COUNT=2", f"EXDATE;TZID={ZONE}:20260401T120000", "EXDATE;VALUE=DATE:20260402"),
            at("2026-03-12T18:00"),
            ["2026-03-12T18h", "2026-03-13T18h"],
        ),
        (
            (f"RDATE;VALUE=PERIOD;TZID={ZONE}:20260320T120000/PT1H",),
            at("2026-03-11T19:00"),
            ["2026-03-11T19h", "2026-03-21T13h"],
        ),
    ],
)
def test_a_move_of_times(here: Desk, lines: tuple[str, ...], start: Moment, expected: list[str]) -> None:
    assert starts(move(here, put(here, *lines), start)) == expected


@pytest.mark.parametrize(
    ("until", "start", "expected"),
    [
        ("20260430T215959Z", "2026-03-11T18:00", "20260430T215959Z"),
        ("20260430T215959Z", "2026-03-09T20:00", "20260430T215959Z"),
        # The last one, 21 April, is moved behind it; or was named by it.
        ("20260421T215959Z", "2026-03-12T18:00", "20260423T215959Z"),
        ("20260421T160000Z", "2026-03-09T18:00", "20260420T160000Z"),
        # The one after the last, 5 May, would be let in.
        ("20260504T215959Z", "2026-03-09T18:00", "20260503T215959Z"),
    ],
)
def test_the_last_day_of_a_series_stays_as_it_was_chosen(
    here: Desk, until: str, start: str, expected: str
) -> None:
    ref = put(here, f"RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL={until}")
    before = len(starts(here.object(ref).text))
    text = move(here, ref, at(start))
    assert (len(starts(text)), f"UNTIL={expected}" in text.decode()) == (before, True)


def test_from_days_to_times(here: Desk) -> None:
    override = vevent("RECURRENCE-ID;VALUE=DATE:20260313", "DTSTART;VALUE=DATE:20260313", "SUMMARY:other")
    lines = "RRULE:FREQ=DAILY;UNTIL=20260314", "EXDATE:20260310T230000Z", "EXDATE;VALUE=DATE:20260312"
    ref = put(here, *lines, "RDATE;VALUE=DATE:20260320", start="20260310", others=override)
    assert starts(here.object(ref).text) == ["2026-03-10", "2026-03-13", "2026-03-14", "2026-03-20"]
    text = move(here, ref, at("2026-03-11T10:00"))
    assert starts(text) == ["2026-03-11T10h", "2026-03-14T10h", "2026-03-15T10h", "2026-03-21T10h"]
    assert b"UNTIL=20260315T090000Z" in text
    back = move(here, ref, at("2026-03-10"))
    assert starts(back) == ["2026-03-10", "2026-03-13", "2026-03-14", "2026-03-20"]


def test_an_override_at_a_time_of_its_own_among_days(here: Desk) -> None:
    override = vevent("RECURRENCE-ID;VALUE=DATE:20260311", f"DTSTART;TZID={ZONE}:20260311T200000")
    text = move(
        here, put(here, "RRULE:FREQ=DAILY;COUNT=3", start="20260310", others=override), at("2026-03-12")
    )
    assert starts(text) == ["2026-03-12", "2026-03-13T20h", "2026-03-14"]


def test_an_override_whose_hour_alone_is_its_own_keeps_that_and_follows_by_days(here: Desk) -> None:
    def other(day: str, start: str) -> bytes:
        return vevent(f"RECURRENCE-ID;TZID={ZONE}:202603{day}T180000", start, "DURATION:PT1H")

    hour, far = other("17", f"DTSTART;TZID={ZONE}:20260317T200000"), other("24", "DTSTART:20260324T213000Z")
    ref = put(here, "RRULE:FREQ=WEEKLY;COUNT=4", others=hour + far + other("31", "DTSTART:20260331T223000Z"))
    assert starts(move(here, ref, at("2026-03-12T19:00"))) == [
        *("2026-03-12T19h", "2026-03-19T20h", "2026-03-26T21:30:00Z", "2026-03-31T22:30:00Z")
    ]


def test_what_is_said_of_the_rule_in_the_same_edit_counts(here: Desk) -> None:
    ref = put(here, "RRULE:FREQ=DAILY;COUNT=3", f"EXDATE;TZID={ZONE}:20260311T180000")
    recurrence = replace(here.event(ref).recurrence, rrules=("FREQ=WEEKLY;COUNT=3",))
    when = here.event(ref).when.starting(at("2026-03-10T19:00"))
    here.edit(ref, when=when, recurrence=recurrence)
    assert here.event(ref).recurrence == replace(recurrence, exdates=(at("2026-03-11T19:00"),))


def test_overrides_of_one_of_two_series_stay(here: Desk) -> None:
    twin = vevent(f"DTSTART;TZID={ZONE}:20260310T090000", "RRULE:FREQ=DAILY;COUNT=3")
    override = vevent(f"RECURRENCE-ID;TZID={ZONE}:20260311T090000", f"DTSTART;TZID={ZONE}:20260311T100000")
    ref = put(here, "RRULE:FREQ=DAILY;COUNT=3", others=twin + override)
    assert override in move(here, ref, at("2026-03-10T19:00"))


def test_a_rule_with_white_space_moves_like_others(here: Desk) -> None:
    ref = put(here, "RRULE:FREQ=WEEKLY; UNTIL=20260331T160000Z; BYDAY=TU")
    text = move(here, ref, at("2026-03-11T18:00"))
    assert starts(text)[-1].startswith("2026-04-01")


def test_at_the_end_of_the_calendar(here: Desk) -> None:
    lines = (
        "RRULE:FREQ=DAILY;UNTIL=99991231",
        "EXDATE;VALUE=DATE:99991231",
        "RDATE;VALUE=DATE:99991230",
    )
    late = vevent("RECURRENCE-ID;VALUE=DATE:99991231", "DTSTART;VALUE=DATE:99991231")
    ref = put(here, *lines, start="20260310", others=late)
    text = move(here, ref, at("2026-03-12"))
    assert b"UNTIL=99991231\r\n" in text
    assert b"EXDATE" not in text
    assert b"RDATE" not in text
    assert late in text
    long = When(at("9999-12-29T10:00"), at("9999-12-31T10:00"))
    when = When(at("2026-03-10T10:00"), at("2026-03-10T11:00"))
    event = Event("", when, recurrence=Recurrence(rdates=(long,)))
    moved = Move(event, when.starting(at("2026-03-11T10:00")), HERE, iana)
    assert moved.recurrence.rdates == ()
    override = Event("", long, recurrence_id=long.start)
    assert moved.overrides([override])[override] == replace(override, recurrence_id=at("9999-12-30T10:00"))


def test_a_rule_that_costs_too_much_to_count_keeps_its_distance() -> None:
    for rule in (
        "FREQ=MINUTELY;UNTIL=20990101T000000Z",
        "FREQ=DAILY;BYMONTHDAY=29;BYMONTH=2;UNTIL=99000101T000000Z",
    ):
        event = Event(
            "", When(at("2024-02-29T10:00"), at("2024-02-29T10:00")), recurrence=Recurrence((rule,))
        )
        moved = Move(event, event.when.starting(at("2024-02-29T11:00")), HERE, iana)
        assert moved.recurrence.rrules == (rule.replace("T00", "T01"),)


# A rule's own words

RULES = [
    ("FREQ=WEEKLY;BYDAY=TU", "2026-03-12", "FREQ=WEEKLY;BYDAY=TH"),
    ("FREQ=WEEKLY;BYDAY=TU", "2026-03-17", "FREQ=WEEKLY;BYDAY=TU"),
    ("freq=weekly;byday=sa,su", "2026-03-11", "freq=weekly;byday=SU,MO"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-03-11", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=TU"),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU", "2026-03-09", "FREQ=WEEKLY;INTERVAL=2;WKST=SA;BYDAY=MO"),
    ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "2026-03-11", "FREQ=DAILY;BYDAY=TU,WE,TH,FR,SA"),
    ("FREQ=DAILY;BYDAY=MO,TU;BYMONTH=3", "2026-03-11", "FREQ=DAILY;BYDAY=MO,TU;BYMONTH=3"),
    ("FREQ=WEEKLY;BYDAY=2TU", "2026-03-11", "FREQ=WEEKLY;BYDAY=2TU"),
    ("FREQ=MONTHLY;BYDAY=2TU", "2026-03-18", "FREQ=MONTHLY;BYDAY=3WE"),
    ("FREQ=MONTHLY;BYDAY=+2TU", "2026-03-31", "FREQ=MONTHLY;BYDAY=-1TU"),
    ("FREQ=MONTHLY;BYDAY=-4TU", "2026-03-31", "FREQ=MONTHLY;BYDAY=-1TU"),
    ("FREQ=MONTHLY;BYDAY=1TU", "2026-03-18", "FREQ=MONTHLY;BYDAY=1TU"),
    ("FREQ=MONTHLY;BYDAY=TU", "2026-03-18", "FREQ=MONTHLY;BYDAY=TU"),
    ("FREQ=MONTHLY;BYMONTHDAY=10", "2026-03-18", "FREQ=MONTHLY;BYMONTHDAY=18"),
    ("FREQ=MONTHLY;BYMONTHDAY=-22", "2026-03-31", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("FREQ=MONTHLY;BYMONTHDAY=10,20", "2026-03-18", "FREQ=MONTHLY;BYMONTHDAY=10,20"),
    ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10", "2026-05-01", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=2TU", "2026-05-01", "FREQ=YEARLY;BYMONTH=5;BYDAY=1FR"),
    ("FREQ=DAILY;BYHOUR=10;BYMINUTE=0,30", "2026-03-10T11:00", "FREQ=DAILY;BYHOUR=11;BYMINUTE=0,30"),
    ("FREQ=DAILY;BYHOUR=9;COUNT=2", "2026-03-10T11:00", "FREQ=DAILY;BYHOUR=9;COUNT=2"),
    ("nonsense;", "2026-03-11", "nonsense;"),
]


@pytest.mark.parametrize(("rule", "start", "expected"), RULES)
def test_a_rule_says_where_its_start_is(rule: str, start: str, expected: str) -> None:
    timed = "T" in start
    assert followed(rule, at("2026-03-10T10:00" if timed else "2026-03-10"), at(start)) == expected


# Any series that repeats at even distances

rules = st.tuples(
    st.sampled_from(["DAILY", "WEEKLY", "HOURLY"]),
    st.integers(1, 3),
    st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), max_size=3, unique=True),
    st.integers(2, 12),
    st.booleans(),
)
moves = st.tuples(st.integers(-40, 40), st.integers(0, 23 * 60))


@settings(max_examples=60)
@given(rules, moves, st.booleans(), st.lists(st.integers(0, 11), max_size=4), st.integers(0, 11))
def test_all_dates_move_as_the_start_does(
    rule: tuple[str, int, list[str], int, bool],
    by: tuple[int, int],
    all_day: bool,
    left_out: list[int],
    replaced: int,
) -> None:
    freq, interval, days, number, bounded = rule
    assume(freq != "HOURLY" or not (all_day or days))
    text = f"FREQ={freq};INTERVAL={interval}" + (f";BYDAY={','.join(days)}" if days else "")
    start = at("2026-06-10") if all_day else at("2026-06-10T10:30")
    when = When(start, start.plus(DAY if all_day else timedelta(hours=2)))
    endless = Event("", when, recurrence=Recurrence((text,)))
    dates = [its.when.start for its in islice(occurrences([endless], *ALWAYS, local=HERE), number)]
    end = str(dates[-1].wall).replace("-", "").replace(":", "").replace(" ", "T")
    if not all_day:
        end = dates[-1].instant(HERE).strftime("%Y%m%dT%H%M%SZ")
    text += f";UNTIL={end}" if bounded else f";COUNT={number}"
    exdates = tuple({dates[its % number] for its in left_out})
    series = replace(endless, recurrence=Recurrence((text,), exdates=exdates))
    span = timedelta(days=by[0], minutes=0 if all_day else by[1])
    # Where no clock is put forward or back, so that all distances are even.
    assume(all("2026-04" < str(its.plus(span).wall) < "2026-10-20" for its in (dates[0], dates[-1])))
    moved = Move(series, when.starting(start.plus(span)), HERE, iana)
    after = replace(series, when=when.starting(start.plus(span)), recurrence=moved.recurrence)

    def told(*events: Event) -> list[Moment]:
        return [its.when.start for its in occurrences(events, *ALWAYS, local=HERE)]

    assert told(after) == [its.plus(span) for its in told(series)]
    name = dates[replaced % number]
    override = replace(endless, recurrence_id=name, when=when.starting(name), recurrence=Recurrence())
    follows = moved.overrides([override])[override]
    assert (follows.recurrence_id, follows.when.start) == (name.plus(span), name.plus(span))
    assert told(after, follows) == [its.plus(span) for its in told(series, override)]
