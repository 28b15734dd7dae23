"""An event that comes again: which of two texts is newer, and what of both is kept."""

from __future__ import annotations

import pytest

from core.incoming import Verdict, met


def vevent(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT", "")).encode()


def verdict(stored: bytes, incoming: bytes) -> Verdict:
    return met(stored, incoming)[0]


OLD = ("SEQUENCE:1", "LAST-MODIFIED:20220101T000000Z", "DTSTAMP:20220101T000000Z", "SUMMARY:Old")


@pytest.mark.parametrize(
    "incoming",
    [
        OLD,
        ("SEQUENCE:1", "LAST-MODIFIED:20220101T000000Z", "DTSTAMP:20230101T000000Z", "SUMMARY:Old"),
    ],
)
def test_the_same(incoming: tuple[str, ...]) -> None:
    """Many programs set DTSTAMP anew at each export."""
    assert met(vevent(*OLD), vevent(*incoming)) == (Verdict.SAME, vevent(*OLD))


@pytest.mark.parametrize(
    "stamps",
    [
        ("SEQUENCE:2", "LAST-MODIFIED:20220101T000000Z"),
        ("SEQUENCE:1", "LAST-MODIFIED:20220101T000001Z"),
        ("SEQUENCE:2",),
        ("SEQUENCE:10", "LAST-MODIFIED:20210101T000000Z"),
    ],
)
def test_newer(stamps: tuple[str, ...]) -> None:
    incoming = vevent(*stamps, "SUMMARY:New")
    assert met(vevent(*OLD), incoming) == (Verdict.NEWER, incoming)


@pytest.mark.parametrize(
    "stamps",
    [
        ("SEQUENCE:0", "LAST-MODIFIED:20230101T000000Z"),
        ("SEQUENCE:1", "LAST-MODIFIED:20210101T000000Z"),
        ("SEQUENCE:1", "LAST-MODIFIED:20220101T000000Z"),
        ("SEQUENCE:1", "DTSTAMP:20230101T000000Z"),
        ("DTSTAMP:20230101T000000Z",),
        (f"SEQUENCE:{'9' * 5_000}",),
        ("SEQUENCE:²",),
    ],
)
def test_older_or_not_said(stamps: tuple[str, ...]) -> None:
    incoming = vevent(*stamps, "SUMMARY:New")
    assert met(vevent(*OLD), incoming) == (Verdict.OLDER, incoming)


def test_without_any_date_of_change_that_of_the_export_decides() -> None:
    stored = vevent("DTSTAMP:20220101T000000Z", "SUMMARY:Old")
    assert verdict(stored, vevent("DTSTAMP:20220102T000000Z", "SUMMARY:New")) is Verdict.NEWER
    assert verdict(stored, vevent("DTSTAMP:20211231T000000Z", "SUMMARY:New")) is Verdict.OLDER


def test_what_only_a_newsroom_says_is_kept() -> None:
    stored = vevent("SEQUENCE:1", "SUMMARY:Old", "X-PARVIS-STAGE:READY", "X-PARVIS-COST:5 €", "X-OTHER:1")
    _, text = met(stored, vevent("SEQUENCE:2", "SUMMARY:New"))
    assert text == vevent("SEQUENCE:2", "SUMMARY:New", "X-PARVIS-STAGE:READY", "X-PARVIS-COST:5 €")
    own = vevent("SEQUENCE:2", "SUMMARY:New", "X-PARVIS-STAGE:DRAFT")
    assert met(stored, own)[1] == own


MASTER = vevent("SEQUENCE:1", "SUMMARY:Series", "RRULE:FREQ=DAILY")
FIRST = vevent("SEQUENCE:1", "RECURRENCE-ID:20220101", "SUMMARY:First")
SECOND = vevent("SEQUENCE:1", "RECURRENCE-ID:20220102", "SUMMARY:Second")


def test_one_date_of_a_series_leaves_the_others() -> None:
    moved = vevent("SEQUENCE:2", "RECURRENCE-ID:20220101", "SUMMARY:Moved")
    assert met(MASTER + FIRST + SECOND, moved) == (Verdict.NEWER, MASTER + moved + SECOND)
    assert met(MASTER + FIRST, SECOND) == (Verdict.NEWER, MASTER + FIRST + SECOND)
    assert met(MASTER + FIRST + SECOND, FIRST) == (Verdict.SAME, MASTER + FIRST + SECOND)
    assert met(FIRST, SECOND) == (Verdict.NEWER, FIRST + SECOND)
    stale = vevent("SEQUENCE:0", "RECURRENCE-ID:20220101", "SUMMARY:Stale")
    assert verdict(MASTER + FIRST, stale) is Verdict.OLDER


def test_a_whole_series_takes_the_place_of_the_whole() -> None:
    master = vevent("SEQUENCE:2", "SUMMARY:Series", "RRULE:FREQ=DAILY")
    assert met(MASTER + FIRST, master) == (Verdict.NEWER, master)
    assert verdict(MASTER + FIRST, MASTER) is Verdict.OLDER


def test_a_series_that_comes_after_some_of_its_dates_keeps_them() -> None:
    assert met(FIRST + SECOND, MASTER) == (Verdict.NEWER, MASTER + FIRST + SECOND)
    older, newer = (
        vevent(f"SEQUENCE:{number}", "RECURRENCE-ID:20220101", "SUMMARY:Moved") for number in (0, 2)
    )
    assert met(FIRST + SECOND, MASTER + older) == (Verdict.NEWER, MASTER + FIRST + SECOND)
    assert met(FIRST + SECOND, MASTER + newer) == (Verdict.NEWER, MASTER + newer + SECOND)


def test_twins_are_told_apart() -> None:
    twins = vevent("SUMMARY:One") + vevent("SUMMARY:Two")
    assert verdict(twins, twins) is Verdict.SAME
    assert verdict(vevent("SUMMARY:One"), twins) is Verdict.OLDER
