"""What is said of a time beside the time: where it is another one here, skipped, twice there, or nowhere."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from core.known_zones import known_zone
from core.when import Moment, When
from ui.models.zone_words import zone_notes

BRUSSELS = ZoneInfo("Europe/Brussels")


def notes(tzid: str | None, start: datetime, end: datetime | None = None) -> tuple[str, ...]:
    QLocale.setDefault(QLocale("en_GB"))
    when = When(Moment(start, tzid), Moment(end or start, tzid))
    return zone_notes(when, BRUSSELS, known_zone)


@pytest.mark.parametrize(
    ("tzid", "said"),
    [
        ("Europe/Brussels", ()),
        ("Europe/Paris", ()),
        (None, ()),
        ("Europe/London", ("18:30 (London) · 19:30 here",)),
        ("America/New_York", ("18:30 (New York) · 00:30 here, Thu",)),
        ("UTC", ("18:30 (UTC) · 20:30 here",)),
        ("Mars/Olympus", ("Nobody knows the zone “Mars/Olympus”: its times are read as those of here.",)),
    ],
)  # fmt: skip
def test_the_readers_time_beside_the_events(tzid: str | None, said: tuple[str, ...]) -> None:
    assert notes(tzid, datetime(2022, 10, 12, 18, 30)) == said


def test_a_files_own_zone_is_read() -> None:
    when = When(Moment(datetime(2022, 10, 12, 18, 30), "Mine"), Moment(datetime(2022, 10, 12, 19), "Mine"))
    said = zone_notes(when, BRUSSELS, lambda _: ZoneInfo("Asia/Tokyo"))
    assert said[0].startswith("18:30 (Mine)")


def test_an_hour_that_is_skipped_and_one_that_comes_twice() -> None:
    [skipped] = notes("Europe/Brussels", datetime(2022, 3, 27, 2, 30), datetime(2022, 3, 27, 4))
    assert "02:30" in skipped
    assert "03:30" in skipped
    [twice] = notes("Europe/Brussels", datetime(2022, 10, 30, 1), datetime(2022, 10, 30, 2, 30))
    assert "02:30 comes twice" in twice


def test_whole_days_and_the_ends_of_the_calendar_need_no_words() -> None:
    assert zone_notes(When.days(date(2022, 3, 27)), BRUSSELS, known_zone) == ()
    assert notes("America/New_York", datetime(9999, 12, 31, 23)) == ()
