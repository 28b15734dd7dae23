"""Plain series have the dates that every series has, and only what is plain is taken for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.ics.scan import scan
from core.ics.series_rule import RuleRow
from core.order import minutes_of
from core.plain_series import PlainSeries, WallClock, is_plain, plain_series
from core.rrule import read_rule
from core.spreading import Series, Span, Spreader
from core.when import Moment, iana
from tests.core.agendas import vevent

LOCAL = ZoneInfo("Europe/Brussels")
START = datetime(2024, 3, 12, 18, 30)  # The second Tuesday of its month.


def row_of(text: bytes) -> RuleRow | None:
    """What the index has of the first VEVENT."""
    its = scan(text, LOCAL)[0]
    return RuleRow(its.rule, its.dtstart, its.dtstart_tzid, its.dtend) if its.rule is not None else None


def plain(text: bytes) -> PlainSeries | None:
    """As the list has it."""
    row = row_of(text)
    rule = read_rule(row.rrule()) if row else None
    if row is None or rule is None or not is_plain(rule):
        return None
    start, end = row.walls()
    clock = WallClock(Moment(start, row.dtstart_tzid).zone(LOCAL))
    return plain_series(rule, start, end, clock, row.left_out())


def dates(text: bytes, span: Span, by_text: bool) -> list[int]:
    """Minutes from 1970."""
    spreader, its = Spreader(LOCAL), scan(text, LOCAL)[0]
    row = row_of(text)
    if by_text or row is None:
        spreader.learn(1, 1, text, iana)
    else:
        spreader.learn_row(1, 1, row, iana)
    series = Series(1, 1, 1, 0, 0, its.series_end_utc)
    return list(map(minutes_of, spreader.entries(series, span, span)))


def written(rule: str, start: datetime = START, hours: int = 1, hang: str = "") -> bytes:
    """hang: ``Z``, a TZID, ``DATE`` for whole days, or nothing."""
    param = {"": "", "Z": "", "DATE": ";VALUE=DATE"}.get(hang, f";TZID={hang}")
    form = "%Y%m%d" if hang == "DATE" else "%Y%m%dT%H%M%SZ" if hang == "Z" else "%Y%m%dT%H%M%S"
    end = start + (timedelta(days=1 + hours // 24) if hang == "DATE" else timedelta(hours=hours))
    return vevent(f"DTSTART{param}:{start:{form}}", f"DTEND{param}:{end:{form}}", f"RRULE:{rule}")


RULES = (
    *("DAILY", "WEEKLY", "WEEKLY;BYDAY=TU", "WEEKLY;BYDAY=SU,TU,TH", "WEEKLY;BYDAY=MO,TU;WKST=SU"),
    *("MONTHLY", "MONTHLY;BYMONTHDAY=12", "MONTHLY;BYDAY=2TU", "YEARLY", "YEARLY;BYMONTH=3;BYDAY=2TU"),
    *("DAILY;BYDAY=MO,TU,WE,TH,FR", "YEARLY;BYMONTH=3;BYMONTHDAY=12", "YEARLY;BYMONTH=3"),
)
LAST_RULES = ("MONTHLY;BYDAY=-1TU", "YEARLY;BYMONTH=3;BYDAY=-1TU")
ENDS = (
    *("", ";COUNT=1", ";COUNT=3", ";COUNT=40", ";UNTIL=20240315", ";UNTIL=20240402T163000Z"),
    *(";UNTIL=20231231T000000Z", ";UNTIL=20250312T183000", ";UNTIL=20241027T003000Z"),
)
HANGS = ("", "Z", "DATE", "Europe/Brussels", "Australia/Lord_Howe", "America/New_York", "Pacific/Kiritimati")
LEFT_OUT = (
    *("20240319", "20240319T183000", "20240319T183000Z", "20240412T163000Z", "20240312T183000Z"),
    *("20240409T000000Z", "20240312T173000Z", "20240326T223000Z", "20251028T183000"),
)


@settings(max_examples=150)
@given(
    st.builds(
        "FREQ={};INTERVAL={}{}".format,
        st.sampled_from(RULES + LAST_RULES),
        st.integers(1, 5),
        st.sampled_from(ENDS),
    ),
    st.sampled_from(HANGS),
    st.sampled_from((0, 1, 8, 30, 100)),
    st.tuples(*(st.lists(st.sampled_from(LEFT_OUT), max_size=most) for most in (2, 1))),
    st.tuples(st.integers(-40, 800), st.sampled_from((1, 7, 31, 45, 731))),
)
def test_its_dates_are_those_of_any_series(
    rule: str, hang: str, hours: int, missing: tuple[list[str], ...], stretch: tuple[int, int]
) -> None:
    (out, moved), (offset, days) = missing, stretch
    start = START + timedelta(days=14 * ("-1TU" in rule))
    text = written(rule, start, hours=hours, hang=hang)
    for value in out:
        text = text.replace(b"\r\nRRULE", b"\r\nEXDATE:" + value.encode() + b"\r\nRRULE")
    text += b"".join(vevent(f"RECURRENCE-ID:{its}", "DTSTART:20240701T120000Z") for its in moved)
    assume(plain(text) is not None)
    first = int(datetime(2024, 3, 12, tzinfo=UTC).timestamp()) + offset * 86_400 + offset % 24 * 3_600
    span = Span(first, first + days * 86_400)
    assert dates(text, span, by_text=False) == dates(text, span, by_text=True)


@pytest.mark.parametrize("shape", RULES)
def test_common_shapes_are_plain(shape: str) -> None:
    assert plain(written(f"FREQ={shape}", hang="Europe/Brussels"))


@pytest.mark.parametrize(
    "shape",
    [
        *("HOURLY", "MONTHLY;BYDAY=-2TU", "MONTHLY;BYMONTHDAY=13", "WEEKLY;BYDAY=MO", "YEARLY;BYMONTH=4"),
        *(
            "DAILY;BYHOUR=9",
            "MONTHLY;BYDAY=TU",
            "WEEKLY;BYDAY=2TU",
            "MONTHLY;BYDAY=-1TU",
            "MONTHLY;BYMONTH=3",
        ),
        *("DAILY;INTERVAL=1001", "YEARLY;BYDAY=2TU", "YEARLY;BYMONTHDAY=12", "DAILY;INTERVAL=2;BYDAY=TU"),
        *("MONTHLY;BYDAY=TU;BYSETPOS=2", "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD"),
    ],
)
def test_other_shapes_are_left_to_the_whole_of_it(shape: str) -> None:
    rule = shape if "FREQ" in shape else f"FREQ={shape}"
    assert plain(written(rule)) is None


def test_the_index_has_no_rule_of_what_hangs_on_more() -> None:
    whole = written("FREQ=DAILY", hang="Europe/Brussels")
    override = vevent("RECURRENCE-ID:20240313T173000Z", "DTSTART:20240313T120000Z")
    day = datetime(2024, 3, 13).toordinal()
    for text, rule in (
        (whole, "FREQ=DAILY"),
        (whole + override, f"FREQ=DAILY\n{day}"),
        (whole + override.replace(b"-ID:", b"-ID;RANGE=THISANDFUTURE:"), None),
        (whole + override.replace(b"ID:2024", b"ID:x"), None),
        (whole + written("FREQ=WEEKLY"), None),
        (whole.replace(b"DTEND;TZID=Europe/Brussels", b"DTEND"), None),
        (whole.replace(b"FREQ=DAILY", b"FREQ=DA\r\n ILY"), "FREQ=DAILY"),
        (whole.replace(b"FREQ=DAILY", b"FREQ=DAILY;BYMONTHDAY=" + b"1," * 500), None),
        (override, None),
        (vevent("DTSTART:20240313T120000Z"), None),
    ):
        assert scan(text, LOCAL)[0].rule == rule
    for lines, kept in (
        ("EXDATE:20240313", f"FREQ=DAILY\n{day}"),
        ("EXDATE:20240313T183000,20240314", f"FREQ=DAILY\n{day}\n{day + 1}"),
        ("EXDATE:20240313T120000", "FREQ=DAILY"),
        ("BEGIN:VALARM\r\nDURATION:PT1H\r\nEND:VALARM", "FREQ=DAILY"),
        ("RDATE:20240313", None),
        ("exrule:FREQ=DAILY", None),
        ("RRULE:FREQ=WEEKLY", None),
        ("EXDATE:" + ",".join(["20240313"] * 501), None),
    ):
        text = whole.replace(b"\r\nRRULE", b"\r\n" + lines.encode() + b"\r\nRRULE")
        assert scan(text, LOCAL)[0].rule == kept
    several = written("FREQ=HOURLY")
    assert scan(several, LOCAL)[0].rule == "FREQ=HOURLY"
    assert scan(several.replace(b"RRULE", b"EXDATE:20240313\r\nRRULE"), LOCAL)[0].rule is None


@pytest.mark.parametrize("rule", ["FREQ=DAILY;COUNT=3", "FREQ=MONTHLY;BYMONTHDAY=13,31", "FREQ=HOURLY"])
@pytest.mark.parametrize("span", [Span(), Span(1_710_200_000), Span(1_710_200_000, 1_710_400_000)])
def test_the_index_answers_as_the_text_where_a_series_is_not_plain(rule: str, span: Span) -> None:
    text = written(rule + ";UNTIL=20240601" * ("COUNT" not in rule))
    assert dates(text, span, by_text=False) == dates(text, span, by_text=True)


def test_it_says_nothing_of_open_and_long_stretches() -> None:
    series = plain(written("FREQ=DAILY"))
    assert series
    assert series.starts(None, 0, None) is None
    assert series.starts(0, None, None) is None
    assert series.starts(0, 10_000 * 86_400, None) is None
