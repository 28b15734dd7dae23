"""VTIMEZONEs say what zoneinfo says, in as few observances as they can; those of files are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from random import choice, sample
from zoneinfo import ZoneInfo, available_timezones

import pytest
from icalendar import Timezone

from core.errors import UnknownZone
from core.ics.custom_zone import custom_zone
from core.ics.vtimezone import vtimezone
from tests.patience import calls_within

FIRST, LAST = datetime(1990, 1, 2, tzinfo=UTC), datetime(2100, 12, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


def grid(days: int) -> list[datetime]:
    return [FIRST + timedelta(days=its) for its in range(0, (LAST - FIRST).days, days)]


def around_changes(zone: tzinfo) -> Iterator[datetime]:
    """Each half hour about the times at which its clocks change, while rules differ and at the end."""
    for start in (its for its in grid(13) if not 2039 < its.year < 2097):
        if start.astimezone(zone).utcoffset() != (start + timedelta(days=13)).astimezone(zone).utcoffset():
            low, high = start, start + timedelta(days=13)
            while high - low > HOUR:
                middle = low + (high - low) / 2
                if middle.astimezone(zone).utcoffset() == start.astimezone(zone).utcoffset():
                    low = middle
                else:
                    high = middle
            yield from (low + its * HOUR / 2 for its in range(-2, 4))


# Those that have changed their rules most, or have stranger ones.
HARD = (
    *("Africa/Cairo", "Africa/Casablanca", "America/Nuuk", "America/Sao_Paulo", "Asia/Gaza", "Asia/Tehran"),
    *("Australia/Lord_Howe", "Europe/Brussels", "Europe/Dublin", "Pacific/Apia", "Pacific/Fiji"),
)


def test_zones_agree_with_zoneinfo() -> None:
    """The hard ones, and others in each run; all of them take half a minute."""
    grids = grid(61)
    for tzid in (*HARD, *sample(sorted(available_timezones()), 40)):
        written, zone = custom_zone(vtimezone(tzid)), ZoneInfo(tzid)
        assert written is not None
        for its in (*grids, *around_changes(zone)):
            there = its.astimezone(zone)
            assert its.astimezone(written).replace(tzinfo=None) == there.replace(tzinfo=None), (tzid, its)


def test_each_hour_of_some_years_agrees() -> None:
    """What lies between the days and the changes that are looked at above."""
    for tzid in sample(sorted(available_timezones()), 6):
        year = choice(range(1990, 2100))
        written, zone = custom_zone(vtimezone(tzid)), ZoneInfo(tzid)
        assert written is not None
        first = datetime(year, 1, 2, tzinfo=UTC)
        for its in (first + number * HOUR for number in range(365 * 24)):
            assert its.astimezone(written).utcoffset() == its.astimezone(zone).utcoffset(), (tzid, its)


@pytest.mark.parametrize(
    "tzid",
    ["Europe/Brussels", "America/New_York", "Africa/Cairo", "America/Nuuk", "Pacific/Apia", "Asia/Gaza"],
)
def test_wall_times_mean_what_zoneinfo_means(tzid: str) -> None:
    written, zone = custom_zone(vtimezone(tzid)), ZoneInfo(tzid)
    for its in around_changes(zone):
        for fold in (0, 1):
            wall = its.astimezone(zone).replace(tzinfo=None, fold=fold)
            for skipped in (wall, wall + HOUR, wall - HOUR):
                assert skipped.replace(tzinfo=written).utcoffset() == skipped.replace(tzinfo=zone).utcoffset()
        there = its.astimezone(written)
        assert there.fold == its.astimezone(zone).fold
        assert there.astimezone(UTC) == its


@pytest.mark.parametrize("tzid", ["Europe/Brussels", "America/Sao_Paulo", "Africa/Cairo", "America/Nuuk"])
def test_icalendar_reads_them_alike(tzid: str) -> None:
    component = Timezone.from_ical(vtimezone(tzid))
    assert isinstance(component, Timezone)
    read, zone = component.to_tz(), ZoneInfo(tzid)
    # It goes no further than 2038.
    for its in (its for its in grid(30) if 1991 < its.year < 2037):
        assert its.astimezone(read).utcoffset() == its.astimezone(zone).utcoffset(), its


def parts(tzid: str, first_year: int = 1990) -> list[str]:
    """Its observances, a line each."""
    text = vtimezone(tzid, first_year).decode().replace("\r\n ", "").replace("\r\n", " ")
    return re.findall(r"BEGIN:((?:STANDARD|DAYLIGHT) .*?) END", text)


def test_the_rules_of_today_alone_where_they_go_far_enough_back() -> None:
    assert parts("Europe/Brussels", 1997) == [
        "STANDARD DTSTART:19961027T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 TZNAME:CET"
        " RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "DAYLIGHT DTSTART:19970330T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0200 TZNAME:CEST"
        " RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    ]


def test_an_earlier_rule_ends_with_its_last_change() -> None:
    assert parts("Europe/Brussels")[0] == (
        "STANDARD DTSTART:19890924T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 TZNAME:CET"
        " RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;UNTIL=19950924T010000Z"
    )
    assert len(parts("Europe/Brussels")) == 3


@pytest.mark.parametrize(
    ("tzid", "standard", "rule"),
    [
        ("Europe/Brussels", "+0100", "BYMONTH=10;BYDAY=-1SU"),
        ("Europe/Dublin", "+0000", "BYMONTH=10;BYDAY=-1SU"),  # IANA's standard is summer's
        ("Europe/Istanbul", "+0300", ""),
        ("Africa/Windhoek", "+0200", ""),
        ("Europe/Moscow", "+0300", ""),
        ("America/New_York", "-0500", "BYMONTH=11;BYDAY=1SU"),
        ("America/Nuuk", "-0200", "BYMONTH=10;BYDAY=-1SU"),
        ("Africa/Cairo", "+0200", "BYDAY=FR;BYYEARDAY=-67,-66,-65,-64,-63,-62,-61"),  # over a month's end
        ("Asia/Tokyo", "+0900", ""),
        ("UTC", "+0000", ""),
        ("Asia/Kathmandu", "+0545", ""),
        ("America/St_Johns", "-0330", "BYMONTH=11;BYDAY=1SU"),
    ],
)
def test_the_latest_standard_is_the_one_in_force(tzid: str, standard: str, rule: str) -> None:
    latest = max((its for its in parts(tzid) if its.startswith("STANDARD")), key=lambda its: its.split()[1])
    assert f"TZOFFSETTO:{standard} " in latest
    assert latest.endswith(f"RRULE:FREQ=YEARLY;{rule}" if rule else latest.split()[-1])
    assert ("RRULE" in latest) == bool(rule)


def test_a_name_that_is_no_zone() -> None:
    with pytest.raises(UnknownZone):
        vtimezone("Europe/Bruxelles")


OUTLOOK = b"""BEGIN:VTIMEZONE
TZID:Romance\\, here
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def test_what_outlook_writes() -> None:
    zone = custom_zone(OUTLOOK)
    assert zone is not None
    assert datetime(2026, 7, 1, tzinfo=zone).utcoffset() == 2 * HOUR
    assert datetime(2026, 7, 1, tzinfo=zone).dst() == HOUR
    assert datetime(2026, 1, 1, tzinfo=zone).utcoffset() == HOUR
    assert datetime(2026, 1, 1, tzinfo=zone).tzname() == "Romance, here"
    assert datetime(2026, 10, 25, 2, 30, tzinfo=zone, fold=1).utcoffset() == HOUR


def observance(*lines: str) -> bytes:
    told = ("BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", *lines, "END:STANDARD", "END:VTIMEZONE", "")
    return "\r\n".join(told).encode()


START, FROM, TO = "DTSTART:19700101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=DAILY", "FREQ=YEARLY;INTERVAL=0", "FREQ=MINUTELY;COUNT=100000000",
        "FREQ=MONTHLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "nonsense", "FREQ=MONTHLY;BYHOUR=1,2,3,4;BYMINUTE=1,2,3,4",
        "FREQ=YEARLY;UNTIL=99991231T235959Z",
    ],
)  # fmt: skip
def test_hostile_rules_of_a_zone_cost_nothing(rule: str) -> None:
    with calls_within(250_000):
        zone = custom_zone(observance(START, FROM, TO, *[f"RRULE:{rule}"] * 50))
        assert zone is not None
        assert datetime(2026, 9, 1, 12, tzinfo=zone).utcoffset() == 2 * HOUR


@pytest.mark.parametrize(
    "text",
    [
        b"", b"BEGIN:VTIMEZONE", b"\xff\xfe\0", observance(), observance(START, FROM), observance(FROM, TO),
        observance(START, FROM, "TZOFFSETTO:+9959"), observance(START, FROM, "TZOFFSETTO:0200"),
        observance("DTSTART:soon", FROM, TO),
    ],
)  # fmt: skip
def test_what_describes_no_zone(text: bytes) -> None:
    assert custom_zone(text) is None


def test_dates_and_an_end_in_utc() -> None:
    zone = custom_zone(
        b"BEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:20001001T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
        b"RRULE:FREQ=YEARLY;UNTIL=20021001T010000Z\nEND:STANDARD\n"
        b"BEGIN:DAYLIGHT\nDTSTART:20000401T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
        b"RDATE:20010401T020000,20020401T020000,never\nRDATE:20030401T020000\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
    )
    assert zone is not None
    offsets = [
        datetime(year, month, 2, tzinfo=zone).utcoffset() for year in (2002, 2003) for month in (4, 10)
    ]
    assert offsets == [2 * HOUR, HOUR, 2 * HOUR, 2 * HOUR]
    assert datetime(1990, 1, 1, tzinfo=zone).utcoffset() == HOUR
    assert datetime(9999, 12, 31, 23, tzinfo=zone).utcoffset() == 2 * HOUR
    assert datetime(1, 1, 1, tzinfo=zone).utcoffset() == HOUR
