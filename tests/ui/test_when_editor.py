"""When an event is, edited: the end moves along, never lies before the start, and no problem is lost."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.when import Moment, When
from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.widgets.when_editor import Problem, WhenEditor

DAYS = When.days(date(2022, 10, 12), date(2022, 10, 13))
EVENING = When.times(datetime(2022, 10, 12, 18, 30), datetime(2022, 10, 12, 20), "Europe/Brussels")


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.editor = WhenEditor(date.today)
        qtbot.addWidget(self.editor)
        self.editor.set_local_zone("Europe/Brussels")
        self.told: list[When] = []
        self.troubled: list[Problem] = []
        self.mended: list[str] = []
        self.editor.edited.connect(self.told.append)
        self.editor.troubled.connect(self.troubled.append)
        self.editor.mended.connect(self.mended.append)
        self.editor.resize(700, 100)
        in_front(qtbot, self.editor)

    def show(self, when: When, **drafts: str) -> None:
        self.editor.show_when(when, {name.replace("_", "-"): text for name, text in drafts.items()})

    def type(self, name: str, text: str) -> None:
        field = part(self.editor, QLineEdit, name)
        field.setFocus()
        field.selectAll()
        type_text(field, text)

    def text(self, name: str) -> str:
        return part(self.editor, QLineEdit, name).text()

    def visible(self) -> set[str]:
        names = ("dtstart", "start-time", "dtend", "end-time", "all-day", "tzid")
        return {name for name in names if part(self.editor, QWidget, name).isVisible()}


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    QLocale.setDefault(QLocale("fr_BE"))
    return Desk(qtbot)


def test_days_have_neither_times_nor_a_zone(desk: Desk) -> None:
    desk.show(DAYS)
    assert desk.visible() == {"dtstart", "dtend", "all-day"}
    assert desk.text("dtstart") == "mer. 12 oct. 2022"
    assert desk.text("dtend") == "jeu. 13 oct. 2022"
    assert desk.editor.all_day.isChecked()
    assert desk.told == []


def test_times_have_both(desk: Desk) -> None:
    desk.show(EVENING)
    assert desk.visible() == {"dtstart", "start-time", "dtend", "end-time", "all-day", "tzid"}
    assert (desk.text("start-time"), desk.text("end-time")) == ("18:30", "20:00")
    assert desk.editor.tzid.tzid() == "Europe/Brussels"


def test_the_end_moves_along_with_the_start(desk: Desk) -> None:
    desk.show(DAYS)
    desk.type("dtstart", "20/10/22")
    assert desk.told[-1] == When.days(date(2022, 10, 20), date(2022, 10, 21))
    assert desk.text("dtend") == "ven. 21 oct. 2022"
    desk.show(EVENING)
    desk.type("start-time", "23h")
    assert desk.told[-1].start.wall == datetime(2022, 10, 12, 23)
    assert desk.told[-1].end.wall == datetime(2022, 10, 13, 0, 30)


def test_an_end_before_the_start_is_not_stored_but_named(desk: Desk) -> None:
    desk.show(DAYS)
    desk.type("dtend", "10/10/22")
    assert [when for when in desk.told if when.last_day < when.start.day] == []
    assert desk.troubled[-1] == Problem("dtend", "end-before-start", "10/10/22")
    desk.type("dtend", "14/10/22")
    assert desk.told[-1] == When.days(date(2022, 10, 12), date(2022, 10, 14))
    assert desk.mended[-1] == "dtend"


def test_an_end_that_a_spring_gap_puts_before_the_start_is_not_stored_but_named(desk: Desk) -> None:
    night = When.times(datetime(2022, 3, 26, 2, 30), datetime(2022, 3, 26, 3, 10), "Europe/Brussels")
    desk.show(night)
    desk.type("dtstart", "27/03/22")
    assert desk.troubled[-1] == Problem("dtstart", "end-before-start", "27/03/22")
    assert night.starting(Moment(datetime(2022, 3, 27, 2, 30), "Europe/Brussels")) not in desk.told
    later = When.times(datetime(2022, 3, 27, 2, 30), datetime(2022, 3, 27, 4), "Europe/Brussels")
    desk.show(later)
    desk.type("end-time", "03:10")
    assert desk.troubled[-1] == Problem("end-time", "end-before-start", "03:10")


def test_both_halves_of_an_end_are_tried_together(desk: Desk) -> None:
    desk.show(EVENING)
    desk.type("end-time", "10:00")
    assert desk.troubled[-1].reason == "end-before-start"
    desk.type("dtend", "13/10/22")
    assert desk.told[-1].end.wall == datetime(2022, 10, 13, 10)
    assert "end-time" in desk.mended


def test_what_is_no_date_is_named_and_leaves_the_rest(desk: Desk) -> None:
    desk.show(DAYS)
    desk.type("dtstart", "pas une date")
    assert desk.troubled[-1] == Problem("dtstart", "malformed", "pas une date")
    desk.type("dtend", "15/10/22")
    assert desk.told[-1] == When.days(date(2022, 10, 12), date(2022, 10, 15))
    assert desk.text("dtstart") == "pas une date"
    assert "dtstart" not in desk.mended


def test_a_zone_that_nobody_knows_is_named_and_stays(desk: Desk) -> None:
    desk.show(EVENING)
    line = part(desk.editor.tzid, QLineEdit)
    line.setFocus()
    line.selectAll()
    type_text(desk.editor.tzid, "Europe/Bruxelles")
    assert desk.troubled[-1] == Problem("tzid", "malformed", "Europe/Bruxelles")
    desk.type("start-time", "19:00")
    assert line.text() == "Europe/Bruxelles"
    assert "tzid" not in desk.mended


def test_drafts_are_back_with_their_reason(desk: Desk) -> None:
    desk.show(EVENING, dtend="10/10/22", start_time="jamais", tzid="Nulle part")
    assert desk.text("dtend") == "10/10/22"
    assert {(its.field, its.reason) for its in desk.troubled} == {
        ("dtend", "end-before-start"),
        ("start-time", "malformed"),
        ("tzid", "malformed"),
    }
    desk.show(EVENING)
    assert desk.text("dtend") == "mer. 12 oct. 2022"


def test_all_day_and_back_keeps_the_times(desk: Desk) -> None:
    desk.show(EVENING)
    QTest.mouseClick(desk.editor.all_day, Qt.MouseButton.LeftButton, pos=desk.editor.all_day.rect().center())
    assert desk.told == [When.days(date(2022, 10, 12))]
    desk.editor.all_day.click()
    assert desk.told[-1] == EVENING


def test_days_that_become_times_begin_in_the_morning_in_the_agenda_s_zone(desk: Desk) -> None:
    desk.show(DAYS)
    desk.editor.all_day.click()
    assert desk.told == [
        When.times(datetime(2022, 10, 12, 9), datetime(2022, 10, 13, 10), "Europe/Brussels"),
    ]


def test_another_zone_keeps_the_clock(desk: Desk) -> None:
    desk.show(EVENING)
    desk.editor.tzid.edited.emit("Asia/Tokyo")
    assert desk.told == [
        When(Moment(EVENING.start.wall, "Asia/Tokyo"), Moment(EVENING.end.wall, "Asia/Tokyo"))
    ]


def test_read_only_nothing_changes(desk: Desk) -> None:
    desk.show(EVENING)
    desk.editor.set_read_only(True)
    desk.type("dtstart", "1")
    QTest.keyClick(desk.editor.dtstart, Qt.Key.Key_Up)
    desk.editor.all_day.click()
    assert desk.told == []
