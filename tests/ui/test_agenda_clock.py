"""Days are those of the agenda's zone, wherever the machine is."""

from __future__ import annotations

from datetime import UTC, date, datetime

from core.when import Moment, When
from tests.ui.lists import row
from ui.agenda_clock import AgendaClock

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


def test_the_ends_of_the_calendar_are_days_too() -> None:
    clock = AgendaClock(lambda: LATE)
    clock.set_zone("Asia/Tokyo")
    last = Moment(datetime(9999, 12, 31, 23), "UTC")
    assert clock.local(last) == datetime(9999, 12, 31, 23)
