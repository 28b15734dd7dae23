"""Dates and times typed as people write them; what cannot be understood is kept, and never stored."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from core.query import EventQuery
from core.when import Moment, When
from tests.journeys.desk import Desk
from tests.journeys.shelf import ZONE, event, fill, today
from tests.ui.find import part

SitDown = Callable[..., Desk]

WRONG_DATE = {
    "fr": "Non enregistré : Ce n’est pas une date.",
    "en": "Not saved: That is no date.",
}
BEFORE = {
    "fr": "Non enregistré : La fin précède le début.",
    "en": "Not saved: The end lies before the start.",
}
WRONG_LINK = {"fr": "Non enregistré : Ce n’est pas une adresse", "en": "Not saved: That is no web address."}


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2022, month, day, hour, minute)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    when = When(Moment(at(12, 9), ZONE), Moment(at(12, 10, 30), ZONE))
    return fill(tmp_path / "agenda.parvis", [event("Réunion", when)])


@pytest.fixture
def desk(sit_down: SitDown, agenda: Path) -> Desk:
    return opened(sit_down, agenda)


def opened(sit_down: SitDown, agenda: Path, language: str = "fr") -> Desk:
    desk = sit_down(language, agenda=agenda)
    desk.press("Alt+3")
    desk.settle()
    desk.choose("Réunion")
    return desk


def put(desk: Desk, name: str, text: str) -> None:
    """Type over what stands in a field."""
    desk.named(name).setFocus()
    desk.rewrite(text)


def when(desk: Desk) -> When:
    desk.settle()
    (its,) = desk.kept().values()
    return its.when


def test_today_is_that_of_the_agendas_zone(sit_down: SitDown, tmp_path: Path) -> None:
    # On at least one side of the date line it is another day than where the machine is.
    zones = [ZoneInfo(name) for name in ("Pacific/Kiritimati", "Pacific/Pago_Pago")]
    zone = next(its for its in zones if datetime.now(its).date() != date.today())
    agenda = fill(
        tmp_path / "agenda.parvis", [event("Réunion", When.days(date(2022, 10, 12)))], zone=zone.key
    )
    desk = opened(sit_down, agenda)
    put(desk, "dtstart", "aujourd’hui")
    desk.settle()
    assert desk.kept()["Réunion"].when.start.wall == datetime.now(zone).date()
    desk.window.workspace.undo()
    desk.settle()
    desk.when_asked("ask-date", lambda its: desk.answer_with(part(its, QLineEdit, "ask-date-day"), "demain"))
    desk.action("duplicate-to-date").trigger()
    desk.until(lambda: len(desk.rows()) == 2)
    with closing(desk.store()) as store:
        events = [store.event(ref) for ref in store.refs(EventQuery())]
    days = sorted(its.when.start.day for its in events if its is not None)
    assert days == [date(2022, 10, 12), datetime.now(zone).date() + timedelta(days=1)]


def test_days_as_people_write_them(desk: Desk) -> None:
    for typed, wanted in (
        ("13/10/22", date(2022, 10, 13)),
        ("15 oct", date(2022, 10, 15)),
        ("1er nov. 2022", date(2022, 11, 1)),
        ("2022-10-20", date(2022, 10, 20)),
        ("demain", today() + timedelta(days=1)),
    ):
        put(desk, "dtstart", typed)
        its = when(desk)
        assert its.start.wall == datetime.combine(wanted, at(12, 9).time()), typed
        assert its.end.wall == datetime.combine(wanted, at(12, 10, 30).time()), typed
    put(desk, "dtstart", "12 octobre 2022")
    for typed, hour, minute in (("14h30", 14, 30), ("9", 9, 0), ("18:05", 18, 5), ("midi", 12, 0)):
        put(desk, "start-time", typed)
        assert when(desk).start.wall == at(12, hour, minute), typed
    desk.press("Tab")
    assert desk.text("dtstart") == "mer. 12 oct. 2022"
    assert desk.text("start-time") == "12:00"
    assert desk.text("end-time") == "13:30"


def test_arrows_and_the_month(desk: Desk) -> None:
    desk.named("dtstart").setFocus()
    desk.press("Up")
    assert when(desk).start.wall == at(13, 9)
    desk.press("PgUp", "Down")
    assert when(desk).start.wall == at(12, 9, month=11)
    desk.press("Ctrl+Z")  # all of it was one stay in the field
    assert when(desk).start.wall == at(12, 9)
    desk.named("start-time").setFocus()
    desk.press("Up", "PgDown")
    assert when(desk).start.wall == at(12, 8, 15)
    desk.named("dtend").setFocus()
    desk.press("Alt+Down")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(popup.focusWidget() or popup, key)
    assert when(desk).end.wall == at(13, 9, 45)


def test_the_end_never_lies_before_the_start(sit_down: SitDown, agenda: Path, language: str) -> None:
    desk = opened(sit_down, agenda, language)
    before = when(desk)
    put(desk, "end-time", "8:00")
    desk.press("Tab")
    assert when(desk) == before
    assert desk.problem("when") == BEFORE[language]
    desk.close()
    again = opened(sit_down, agenda, language)
    assert again.text("end-time") == "8:00"
    assert again.problem("when") == BEFORE[language]
    put(again, "start-time", "7:00")  # the end moves along, and what was wrong is gone
    again.press("Tab")
    assert when(again).end.wall == at(12, 8, 30)
    assert again.problem("when") == ""
    assert again.text("end-time") in ("08:30", "8:30")


def test_what_cannot_be_understood_is_kept(sit_down: SitDown, agenda: Path, language: str) -> None:
    desk = opened(sit_down, agenda, language)
    before = when(desk)
    put(desk, "dtstart", "peut-être jeudi")
    put(desk, "url", "pas une adresse")
    put(desk, "contact", "Ada")
    desk.settle()
    assert desk.problem("when").startswith(WRONG_DATE[language])
    assert desk.problem("url").startswith(WRONG_LINK[language])
    assert when(desk) == before
    desk.close()
    again = opened(sit_down, agenda, language)
    assert again.text("dtstart") == "peut-être jeudi"
    assert again.text("url") == "pas une adresse"
    assert again.text("contact") == "Ada"
    assert again.problem("when").startswith(WRONG_DATE[language])
    assert again.problem("url").startswith(WRONG_LINK[language])
    put(again, "dtstart", "13/10/2022")
    put(again, "url", "exemple.be")
    again.press("Tab")
    assert when(again).start.wall == at(13, 9)
    assert (again.problem("when"), again.problem("url")) == ("", "")
    store = again.store()
    assert store.drafts(store.refs(EventQuery())[0].object_id) == {}
    store.close()


def test_the_beginning_of_what_cannot_be_understood_is_not_kept(
    sit_down: SitDown, agenda: Path, language: str
) -> None:
    desk = opened(sit_down, agenda, language)
    before = when(desk)
    desk.named("dtstart").setFocus()
    desk.press("Ctrl+A")
    desk.type("10/2")
    desk.settle()
    assert when(desk) != before
    desk.type("5/22")
    desk.settle()
    assert when(desk) == before
    desk.press("Tab", "Shift+Tab")
    assert desk.problem("when").startswith(WRONG_DATE[language])
    desk.press("Ctrl+Z")
    desk.settle()
    assert desk.problem("when") == ""
    assert "2022" in desk.text("dtstart")
    assert when(desk) == before
    store = desk.store()
    assert store.drafts(store.refs(EventQuery())[0].object_id) == {}
    store.close()


def test_a_draft_of_an_event_that_was_never_stored(sit_down: SitDown, tmp_path: Path) -> None:
    desk = sit_down("fr")
    desk.press("Ctrl+N")
    put(desk, "dtstart", "un jour")
    put(desk, "summary", "Rencontre")
    desk.settle()
    desk.close()
    again = sit_down("fr")
    again.settle()
    assert again.text("summary") == "Rencontre"
    assert again.text("dtstart") == "un jour"


def test_all_day_and_back(desk: Desk) -> None:
    box = desk.named("all-day", QCheckBox)
    box.setFocus()
    desk.press("Space")
    assert when(desk) == When.days(date(2022, 10, 12))
    assert not desk.named("tzid").isVisible()
    put(desk, "dtend", "14/10/2022")
    assert when(desk) == When.days(date(2022, 10, 12), date(2022, 10, 14))
    box.setFocus()
    desk.press("Space")
    its = when(desk)
    assert (its.start, its.end) == (Moment(at(12, 9), ZONE), Moment(at(14, 10, 30), ZONE))


def test_an_hour_that_the_clock_skips_and_one_that_comes_twice(desk: Desk) -> None:
    for day, wall in (("27/03/2022", at(27, 2, 30, month=3)), ("30/10/2022", at(30, 2, 30))):
        put(desk, "dtstart", day)
        put(desk, "start-time", "2:30")
        put(desk, "end-time", "4:00")
        its = when(desk)
        assert its.start == Moment(wall, ZONE)  # as it was typed: RFC 5545 3.3.5 says what it means
        assert its.end.wall == wall.replace(hour=4, minute=0)
        assert desk.problem("when") == ""
        assert desk.text("start-time") in ("02:30", "2:30")


def test_another_zone(desk: Desk) -> None:
    put(desk, "tzid", "Asia/Tokyo")
    desk.press("Tab")
    its = when(desk)
    assert its.start == Moment(at(12, 9), "Asia/Tokyo")
    assert its.end == Moment(at(12, 10, 30), "Asia/Tokyo")
    desk.action("undo").trigger()
    assert when(desk).start.tzid == ZONE


def test_a_zone_that_nobody_knows(desk: Desk) -> None:
    before = when(desk)
    put(desk, "tzid", "Mars/Olympus")
    desk.press("Tab")
    assert when(desk) == before
    assert "fuseau" in desk.problem("when")
