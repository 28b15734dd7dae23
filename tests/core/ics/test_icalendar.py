"""Where icalendar cannot be followed, and what Parvis does there. One that it mends needs no code of ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import (
    Calendar,
    vCalAddress,
    vCategory,
    vDDDLists,
    vDDDTypes,
    vDuration,
    vGeo,
    vPeriod,
    vRecur,
    vText,
)
from icalendar import Event as Vevent
from icalendar.error import BrokenCalendarProperty
from icalendar.parser import Parameters

from core.event import Geo, Organizer, Place, Recurrence
from core.ics import component, typed
from core.ics.split import read_calendar
from core.when import Moment, When
from tests.core.ics.samples import MASTER, NOW, SEED, lines_of, own, read

AT_TEN = datetime(2022, 10, 12, 10)
BRUSSELS = "Europe/Brussels"


def file(*lines: str) -> bytes:
    event = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:u", *lines, "END:VEVENT", "END:VCALENDAR", "")
    return "\r\n".join(event).encode()


def theirs(*lines: str) -> Any:
    """The event as icalendar reads it."""
    return Calendar.from_ical(file(*lines)).walk("VEVENT")[0]


def test_a_backslash_before_an_n_is_no_line_end() -> None:
    assert vText(r"C:\News").to_ical() == vCategory([r"C:\News"]).to_ical() == rb"C:\news"
    text = component.write(replace(SEED, summary=r"C:\News", categories=(r"C:\News",)), NOW)
    assert lines_of(text, "SUMMARY") == [r"SUMMARY:C:\\News"]
    assert (read(text).summary, read(text).categories) == (r"C:\News", (r"C:\News",))


def test_the_escapes_of_others_are_understood() -> None:
    line = r"SUMMARY:say \"x\"\ry"
    assert str(theirs(line)["SUMMARY"]) == r"say \"x\"\ry"
    assert own(line).summary == 'say "x"\ny'


def test_a_line_end_in_a_property_of_ours_is_no_accident() -> None:
    event = Vevent()
    event.add("X-PARVIS-COST", "5 €\n3 €")
    with pytest.raises(AssertionError):
        event.to_ical()
    assert read(component.write(replace(SEED, cost="5 €\n3 €"), NOW)).cost == "5 €\n3 €"


def test_control_characters_are_left_out() -> None:
    assert vText("a\0b").to_ical() == b"a\0b"
    assert Parameters({"CN": "a\0b"}).to_ical() == b"CN=a\0b"
    text = component.write(replace(SEED, summary="a\0b", organizer=Organizer("a\0b", "a@b.example")), NOW)
    assert b"\0" not in text


def test_24_hours_are_no_day() -> None:
    """On the night of the 30th the clocks go back by an hour."""
    assert vDuration(vDuration.from_ical("PT24H")).to_ical() == b"P1D"
    lines = (f"DTSTART;TZID={BRUSSELS}:20221029T180000", "DURATION:PT24H")
    assert own(*lines).when.end == Moment(datetime(2022, 10, 30, 17), BRUSSELS)


def test_a_folder_is_no_zone() -> None:
    line = "DTSTART;TZID=Europe:20221012T100000"
    with pytest.raises(IsADirectoryError):
        theirs(line)
    assert own(line).when.start == Moment(AT_TEN, "Europe")


def test_a_zone_that_nobody_knows_keeps_its_name() -> None:
    line = "DTSTART;TZID=Customized Time Zone:20221012T100000"
    assert theirs(line)["DTSTART"].dt == AT_TEN
    event = own(line)
    assert event.when.start == Moment(AT_TEN, "Customized Time Zone")
    assert lines_of(component.write(event, NOW), "DTSTART") == [line]


def test_a_zone_stays_out_of_the_time() -> None:
    line = "DTSTART;TZID=GMT:20221012T100000"
    assert b"DTSTART;TZID=GMT:20221012T100000Z" in theirs(line).to_ical()
    assert lines_of(component.write(own(line), NOW), "DTSTART") == [line]


def test_a_date_with_a_zone_is_a_date() -> None:
    for value in ("20221012", "20221012T000000"):
        line = f"DTSTART;VALUE=DATE;TZID={BRUSSELS}:{value}"
        assert isinstance(theirs(line)["DTSTART"].dt, datetime)
        event = own(line)
        assert event.when == When.days(date(2022, 10, 12))
        assert lines_of(component.write(event, NOW), "DTSTART") == ["DTSTART;VALUE=DATE:20221012"]


def test_a_bad_date_is_none_when_it_is_read() -> None:
    start = theirs("DTSTART:20220230")["DTSTART"]
    with pytest.raises(BrokenCalendarProperty):
        _ = start.dt
    assert own("DTSTART:20220230").when == When.days(date(1970, 1, 1))


def test_the_digits_of_other_scripts_are_none() -> None:
    value = "20221012T100000".translate({ord(str(digit)): 0x660 + digit for digit in range(10)})
    assert vDDDTypes.from_ical(value) == AT_TEN
    assert typed.moment(value) is None


def test_one_bad_date_of_several_is_one() -> None:
    with pytest.raises(ValueError, match="x"):
        vDDDLists.from_ical("20221012T100000,x")
    assert own("DTSTART:20221012T100000", "RDATE:20221013T100000,x").recurrence.rdates == (
        Moment(datetime(2022, 10, 13, 10)),
    )


def test_a_period_may_be_on_two_clocks() -> None:
    with pytest.raises(TypeError):
        vPeriod((AT_TEN, datetime(2022, 10, 12, 12, tzinfo=UTC)))
    period = When(Moment(AT_TEN, BRUSSELS), Moment(datetime(2022, 10, 12, 12), "UTC"))
    text = component.write(replace(SEED, recurrence=Recurrence(rdates=(period,))), NOW)
    assert read(text).recurrence.rdates == (period,)


def test_a_period_keeps_its_days_and_hours_apart() -> None:
    value = "20221029T180000/PT24H"
    assert vPeriod.from_ical(value)[1] == timedelta(days=1)
    (period,) = own("DTSTART:20221012", f"RDATE;VALUE=PERIOD;TZID={BRUSSELS}:{value}").recurrence.rdates
    assert isinstance(period, When)
    assert period.end == Moment(datetime(2022, 10, 30, 17), BRUSSELS)


def test_a_rule_loses_nothing() -> None:
    rule = "FREQ=WEEKLY;BYDAY=MO;BYDAY=TU;whatever"
    assert vRecur.from_ical(rule).to_ical() == b"FREQ=WEEKLY;BYDAY=TU"
    assert own("DTSTART:20221012", f"RRULE:{rule}").recurrence.rrules == (rule,)


def test_coordinates_have_no_exponent() -> None:
    assert vGeo((0.00001, 4)).to_ical() == "1e-05;4.0"
    text = component.write(replace(SEED, place=Place(("x",), Geo(0.00001, 4.0))), NOW)
    assert lines_of(text, "GEO") == ["GEO:0.00001;4.0"]


def test_an_address_is_without_its_coat() -> None:
    uri = "mailto:a%2Bb@c.example?subject=x"
    assert vCalAddress(uri).email == "a%2Bb@c.example?subject=x"
    assert own(f"ORGANIZER:{uri}").organizer == Organizer("", "a+b@c.example")


def test_an_organizer_with_a_stray_quote_stays() -> None:
    line = 'ORGANIZER;CN=a"b:mailto:a@b.example'
    assert "ORGANIZER" not in theirs(line)
    event = own(line)
    assert event.organizer.email == "a@b.example"
    text = file(line)[len("BEGIN:VCALENDAR\r\n") : -len("END:VCALENDAR\r\n")]
    edited = component.patch(text, MASTER, event, replace(event, summary="x"), NOW)
    assert lines_of(edited, "ORGANIZER") == [line]


def test_a_file_of_windows_is_read_in_its_charset() -> None:
    data = file("DTSTART:20221012", "SUMMARY:été").decode().encode("cp1252")
    assert Calendar.from_ical(data).walk("VEVENT")[0]["SUMMARY"] == "\ufffdt\ufffd"
    ((_, text),) = read_calendar(data).objects
    assert read(text).summary == "été"
