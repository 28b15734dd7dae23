"""Plain series have the dates that every series has, and only what is plain is taken for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.ics import component
from core.ics.plain_times import plain_times
from core.object import ComponentRef
from core.plain_series import PlainSeries, plain_series
from core.recurrence import with_starts
from core.rrule import read_rule
from core.when import iana
from tests.core.agendas import vevent

LOCAL = ZoneInfo("Europe/Brussels")
START = datetime(2024, 3, 12, 18, 30)  # The second Tuesday of its month.


def plain(text: bytes) -> PlainSeries | None:
    """As the list has it."""
    times = plain_times(text)
    rule = read_rule(times.rule) if times else None
    if times is None or rule is None:
        return None
    return plain_series(rule, times.start, times.length, times.start.zone(LOCAL))


def written(rule: str, start: datetime = START, hours: int = 1, hang: str = "") -> bytes:
    """hang: ``Z``, a TZID, ``DATE`` for whole days, or nothing."""
    param = {"": "", "Z": "", "DATE": ";VALUE=DATE"}.get(hang, f";TZID={hang}")
    form = "%Y%m%d" if hang == "DATE" else "%Y%m%dT%H%M%SZ" if hang == "Z" else "%Y%m%dT%H%M%S"
    end = start + (timedelta(days=1 + hours // 24) if hang == "DATE" else timedelta(hours=hours))
    return vevent(f"DTSTART{param}:{start:{form}}", f"DTEND{param}:{end:{form}}", f"RRULE:{rule}")


RULES = (
    *("DAILY", "WEEKLY", "WEEKLY;BYDAY=TU", "WEEKLY;BYDAY=SU,TU,TH", "WEEKLY;BYDAY=MO,TU;WKST=SU"),
    *("MONTHLY", "MONTHLY;BYMONTHDAY=12", "MONTHLY;BYDAY=2TU", "YEARLY"),
)
ENDS = (
    *("", ";COUNT=1", ";COUNT=3", ";COUNT=40", ";UNTIL=20240315", ";UNTIL=20240402T163000Z"),
    *(";UNTIL=20231231T000000Z", ";UNTIL=20250312T183000", ";UNTIL=20241027T003000Z"),
)
HANGS = ("", "Z", "DATE", "Europe/Brussels", "Australia/Lord_Howe", "America/New_York", "Pacific/Kiritimati")


@settings(max_examples=150)
@given(
    st.builds(
        "FREQ={};INTERVAL={}{}".format, st.sampled_from(RULES), st.integers(1, 5), st.sampled_from(ENDS)
    ),
    st.sampled_from(HANGS),
    st.sampled_from((0, 1, 8, 30, 100)),
    st.integers(-40, 800),
    st.integers(1, 45),
)
def test_its_dates_are_those_of_any_series(rule: str, hang: str, hours: int, offset: int, days: int) -> None:
    text = written(rule, hours=hours, hang=hang)
    series = plain(text)
    assume(series is not None)
    assert series is not None
    first = datetime(2024, 3, 12, tzinfo=UTC) + timedelta(days=offset, hours=offset % 24)
    last = first + timedelta(days=days)
    found = series.starts(int(first.timestamp()), int(last.timestamp()))
    event = component.read(text, ComponentRef(0))
    wanted = [int(at.timestamp()) for at, _ in with_starts([event], first, last, local=LOCAL, zones=iana)]
    assert found is not None
    assert list(found) == wanted


@pytest.mark.parametrize("shape", RULES)
def test_common_shapes_are_plain(shape: str) -> None:
    assert plain(written(f"FREQ={shape}", hang="Europe/Brussels"))


@pytest.mark.parametrize(
    "shape",
    [
        *("HOURLY", "MONTHLY;BYDAY=-1TU", "MONTHLY;BYMONTHDAY=13", "WEEKLY;BYDAY=MO", "YEARLY;BYMONTH=3"),
        *("DAILY;BYHOUR=9", "MONTHLY;BYDAY=TU", "WEEKLY;BYDAY=2TU", "DAILY;COUNT=1000000000"),
        *(
            "DAILY;INTERVAL=1001",
            "MONTHLY;BYDAY=TU;BYSETPOS=2",
            "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD",
        ),
    ],
)
def test_other_shapes_are_left_to_the_whole_of_it(shape: str) -> None:
    rule = shape if "FREQ" in shape else f"FREQ={shape}"
    assert plain(written(rule)) is None


def test_what_says_more_than_three_lines_is_left_to_it_too() -> None:
    whole = written("FREQ=DAILY", hang="Europe/Brussels")
    assert plain(whole)
    for line in (b"EXDATE:20240313", b"RDATE:20240313", b"exrule:FREQ=DAILY", b"BEGIN:VALARM\r\nEND:VALARM"):
        assert plain(whole.replace(b"\r\nRRULE", b"\r\n" + line + b"\r\nRRULE")) is None
    for old, new in (
        (b"T183000", b"T1830"),
        (b"T183000", b"T183000Z"),
        (b"DTEND;TZID=Europe/Brussels", b"DTEND"),
        (b"20240312T193000", b"20240312T173000"),
        (b"20240312", b"20240230"),
        (b"FREQ=DAILY", b"FREQ=DA\r\n ILY"),
    ):
        assert old in whole
        assert plain(whole.replace(old, new)) is None


def test_it_says_nothing_of_open_and_long_stretches() -> None:
    series = plain(written("FREQ=DAILY"))
    assert series
    assert series.starts(None, 0) is None
    assert series.starts(0, None) is None
    assert series.starts(0, 1_000 * 86_400) is None
