"""--start, --end, --all-day and --tzid are read as a person means them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from core.cli.moments import Now, Said, when_of
from core.errors import AppError, BadValue, EndBeforeStart, UnknownZone
from core.phrases import Language
from core.when import Moment, When

BRUSSELS = "Europe/Brussels"
NOW = Now(BRUSSELS, date(2022, 10, 10), "en")

DAYS = When.days(date(2022, 10, 12), date(2022, 10, 13))
EVENING = When.times(datetime(2022, 10, 12, 18, 30), datetime(2022, 10, 12, 20), BRUSSELS)
NIGHT = When.times(datetime(2022, 10, 12, 22), datetime(2022, 10, 13, 1), BRUSSELS)


def said(
    start: str | None = None, end: str | None = None, *, all_day: bool = False, tzid: str | None = None
) -> Said:
    return Said(start, end, all_day, tzid)


def timed(start: str, end: str, tzid: str | None = BRUSSELS) -> When:
    return When.times(datetime.fromisoformat(start), datetime.fromisoformat(end), tzid)


@pytest.mark.parametrize(
    ("what", "when"),
    [
        (said("2022-10-12"), When.days(date(2022, 10, 12))),
        (said("2022-10-12", "2022-10-13"), DAYS),
        (said("2022-10-12", "2022-10-13", all_day=True), DAYS),
        (said("12/10/22", "13/10/22", all_day=True), DAYS),
        (said("12 oct", "13 oct"), DAYS),
        (said("2022-10-12T00:00:00+02:00", "2022-10-13T00:00:00+02:00", all_day=True), DAYS),
        (said("2022-10-12T18:30", "2022-10-13", all_day=True), DAYS),
        (said("2022-10-12", "2022-10-13", tzid=BRUSSELS), DAYS),
        (said("2022-10-12", ""), When.days(date(2022, 10, 12))),
        (said("2022-10-12T18:30", "2022-10-12T20:00"), EVENING),
        (said("2022-10-12 18:30", "20:00"), EVENING),
        (said("2022-10-12T18:30:00", "2022-10-12T20:00:00"), EVENING),
        (said("20221012T183000", "20221012T200000"), EVENING),
        (said("12 oct 18h30", "20h"), EVENING),
        (said("mer. 12 oct. à 18 h 30", "8 pm"), EVENING),
        (said("2022-10-12T16:30:00Z", "2022-10-12T20:00+02:00"), EVENING),
        (said("2022-10-12T16:30:00.5Z", "2022-10-12T18:00Z", tzid=BRUSSELS), EVENING),
        (said("18:30"), timed("2022-10-10T18:30", "2022-10-10T18:30")),
        (said("tomorrow 9:00"), timed("2022-10-11T09:00", "2022-10-11T09:00")),
        (said("2022-10-12T18:30", tzid=""), timed("2022-10-12T18:30", "2022-10-12T18:30", None)),
        (said("2022-10-12T18:30", tzid="UTC"), timed("2022-10-12T18:30", "2022-10-12T18:30", "UTC")),
        (said("2022-10-12T18:30+02:00", tzid="UTC"), timed("2022-10-12T16:30", "2022-10-12T16:30", "UTC")),
        (said("2022-10-12T16:30Z", tzid=""), timed("2022-10-12T18:30", "2022-10-12T18:30", None)),
        (
            said("2022-10-12T18:30", "20:00", tzid="Asia/Tokyo"),
            timed("2022-10-12T18:30", "2022-10-12T20:00", "Asia/Tokyo"),
        ),
    ],
)
def test_a_new_event(what: Said, when: When) -> None:
    assert when_of(what, NOW) == when


@pytest.mark.parametrize("language", ["fr", "en"])
def test_both_languages_are_read(language: Language) -> None:
    now = Now(BRUSSELS, date(2022, 10, 10), language)
    assert when_of(said("demain"), now) == when_of(said("tomorrow"), now) == When.days(date(2022, 10, 11))


@pytest.mark.parametrize(
    ("before", "what", "when"),
    [
        # A start takes the end along.
        (DAYS, said("2022-11-01"), When.days(date(2022, 11, 1), date(2022, 11, 2))),
        (EVENING, said("2022-11-01T09:00"), timed("2022-11-01T09:00", "2022-11-01T10:30")),
        (NIGHT, said("2022-11-01T22:00"), timed("2022-11-01T22:00", "2022-11-02T01:00")),
        # A day alone leaves the time of day, and a time alone the day.
        (EVENING, said("2022-11-01"), timed("2022-11-01T18:30", "2022-11-01T20:00")),
        (EVENING, said("19:00"), timed("2022-10-12T19:00", "2022-10-12T20:30")),
        (NIGHT, said(None, "2:00"), timed("2022-10-12T22:00", "2022-10-13T02:00")),
        (EVENING, said(None, "2022-10-13"), timed("2022-10-12T18:30", "2022-10-13T20:00")),
        (DAYS, said(None, "2022-10-15"), When.days(date(2022, 10, 12), date(2022, 10, 15))),
        # An end that is emptied.
        (DAYS, said(None, ""), When.days(date(2022, 10, 12))),
        (EVENING, said(None, ""), timed("2022-10-12T18:30", "2022-10-12T18:30")),
        # Between days and times.
        (NIGHT, said(all_day=True), DAYS),
        (NIGHT, said("2022-11-01", all_day=True), When.days(date(2022, 11, 1), date(2022, 11, 2))),
        (DAYS, said("2022-10-12T18:30", "20:00"), EVENING),
        (DAYS, said("2022-10-12T18:30"), timed("2022-10-12T18:30", "2022-10-12T19:30")),
        # Another zone: the wall time stays.
        (EVENING, said(tzid="Asia/Tokyo"), timed("2022-10-12T18:30", "2022-10-12T20:00", "Asia/Tokyo")),
        (EVENING, said(tzid=""), timed("2022-10-12T18:30", "2022-10-12T20:00", None)),
        (DAYS, said(tzid="Asia/Tokyo"), DAYS),
        (
            When.times(datetime(2022, 10, 12, 9), datetime(2022, 10, 12, 10), "Asia/Tokyo"),
            said("11:00"),
            timed("2022-10-12T11:00", "2022-10-12T12:00", "Asia/Tokyo"),
        ),
    ],
)
def test_an_event_that_changes(before: When, what: Said, when: When) -> None:
    assert when_of(what, NOW, before) == when


def test_an_end_on_a_clock_of_its_own_keeps_it() -> None:
    flight = When(
        Moment(datetime(2022, 10, 12, 10), BRUSSELS), Moment(datetime(2022, 10, 12, 12), "America/New_York")
    )
    assert when_of(said("11:00"), NOW, flight).end.tzid == "America/New_York"
    assert when_of(said(None, "13:00"), NOW, flight).end == Moment(
        datetime(2022, 10, 12, 13), "America/New_York"
    )


@pytest.mark.parametrize(
    ("what", "error"),
    [
        (said("soon"), BadValue("start", "malformed", "soon")),
        (said(""), BadValue("start", "malformed", "")),
        (said("31/02/2022"), BadValue("start", "malformed", "31/02/2022")),
        (said("18:30", all_day=True), BadValue("start", "malformed", "18:30")),
        (said("2022-10-12T25:00"), BadValue("start", "malformed", "2022-10-12T25:00")),
        (said("2022-10-12", "later"), BadValue("end", "malformed", "later")),
        (said("2022-10-12", "18:30"), BadValue("end", "malformed", "18:30")),
        (said("2022-10-12", "2022-10-13T18:30"), BadValue("end", "malformed", "2022-10-13T18:30")),
        (said("2022-10-12T18:30", "2022-10-13"), BadValue("end", "malformed", "2022-10-13")),
        (said("9999-12-31"), BadValue("start", "malformed", "9999-12-31")),
        (said("2022-10-12T18:30", tzid="Europe"), UnknownZone("Europe")),
        (said("2022-10-12T18:30", tzid="Europe/Bruxelles"), UnknownZone("Europe/Bruxelles")),
        (said("2022-10-12", "2022-10-11"), EndBeforeStart()),
        (said("2022-10-12T18:30", "17:00"), EndBeforeStart()),
        # The clocks go from 02:00 to 03:00: the start is read as 03:30.
        (said("2022-03-27T02:30", "03:10"), EndBeforeStart()),
    ],
)
def test_what_makes_no_sense_is_said(what: Said, error: AppError) -> None:
    with pytest.raises(type(error)) as caught:
        when_of(what, NOW)
    assert str(caught.value) == str(error)


def test_an_event_does_not_move_to_where_it_would_end_before_it_starts() -> None:
    short = timed("2022-10-12T02:30", "2022-10-12T03:10")
    with pytest.raises(EndBeforeStart):
        when_of(said("2022-03-27"), NOW, short)
    assert when_of(said("2022-03-26"), NOW, short) == timed("2022-03-26T02:30", "2022-03-26T03:10")


def test_a_phrase_that_is_none_does_not_move_an_event() -> None:
    for before in (EVENING, DAYS):
        for what in (said("soon"), said(None, "later")):
            with pytest.raises(BadValue):
                when_of(what, NOW, before)


def test_nothing_said_is_nothing() -> None:
    assert not said()
    assert all((said("x"), said(None, ""), said(tzid=""), said(all_day=True)))
