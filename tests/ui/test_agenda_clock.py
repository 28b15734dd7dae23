"""Days are those of the agenda's zone, wherever the machine is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QLocale

from core.when import Moment, When
from tests.ui.lists import row
from ui.agenda_clock import AgendaClock
from ui.dates import Dates

LATE = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)


def test_today_is_the_day_in_the_agendas_zone() -> None:
    clock = AgendaClock(lambda: LATE)
    assert clock.today() == date(2026, 3, 1)
    clock.set_zone("Europe/Brussels")
    assert clock.today() == date(2026, 3, 2)
    assert clock.now() == LATE


def test_a_zone_that_nobody_knows_leaves_the_machines() -> None:
    clock = AgendaClock(lambda: LATE)
    clock.set_zone("Europe/Brussels")
    clock.set_zone("Mars/Base")
    assert clock.today() == date(2026, 3, 1)


def test_an_event_is_on_the_day_that_its_start_is_here() -> None:
    clock = AgendaClock(lambda: LATE)
    clock.set_zone("Asia/Tokyo")
    evening = datetime(2026, 3, 1, 18)
    assert clock.day_of(row(1, When.times(evening, tzid="Europe/Brussels"))) == date(2026, 3, 2)
    assert clock.day_of(row(1, When.times(evening))) == date(2026, 3, 1)
    assert clock.day_of(row(1, When.days(date(2026, 3, 1)))) == date(2026, 3, 1)


def test_a_name_of_another_programs_for_a_zone_is_understood() -> None:
    clock = AgendaClock(lambda: LATE)
    clock.set_zone("Europe/Brussels")
    evening = datetime(2026, 1, 10, 20)
    for tzid in ("Eastern Standard Time", "/mozilla.org/20050126_1/America/New_York"):
        assert clock.local(Moment(evening, tzid)) == datetime(2026, 1, 11, 2), tzid
    start = Moment(evening, "Eastern Standard Time")
    assert clock.day_of(row(1, When(start, start))) == date(2026, 1, 11)
    assert clock.local(Moment(evening, "Mars/Base")) == evening


def test_a_zone_that_its_file_alone_knows_is_read_as_the_index_has_it() -> None:
    clock = AgendaClock(lambda: LATE)
    QLocale.setDefault(QLocale("en_GB"))
    clock.set_zone("Europe/Brussels")
    evening = Moment(datetime(2026, 3, 1, 20), "Chez nous")
    utc = int(datetime(2026, 3, 2, 1, tzinfo=UTC).timestamp())
    event = replace(row(1, When(evening, evening)), start_utc=utc, end_utc=utc + 1)
    assert clock.day_of(event) == date(2026, 3, 2)
    assert Dates(clock).row_short(event) == "02:00 (20:00 Chez nous)"
    assert Dates(clock).row_long(event).endswith("2 March 2026, 02:00 (20:00 Chez nous)")
    floating = replace(event, when=When(Moment(evening.wall), Moment(evening.wall)))
    assert clock.day_of(floating) == date(2026, 3, 1)


def test_the_ends_of_the_calendar_are_days_too() -> None:
    clock = AgendaClock(lambda: LATE)
    clock.set_zone("Asia/Tokyo")
    last = Moment(datetime(9999, 12, 31, 23), "UTC")
    assert clock.local(last) == datetime(9999, 12, 31, 23)
    utc = int(last.instant(UTC).timestamp())
    event = replace(row(1, When(last, last)), start_utc=utc, end_utc=utc + 1)
    assert clock.day_of(event) == date(9999, 12, 31)
