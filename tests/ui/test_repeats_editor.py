"""The row “Repeats”: what is chosen is told whole, said in words and dated; what it cannot show stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.event import Event, Recurrence
from core.when import Moment, When
from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.models.beside import Beside
from ui.widgets.date_list import MOST, DateList
from ui.widgets.repeats_editor import RepeatsEditor
from ui.widgets.rule_box import RuleBox
from ui.widgets.toggle_chips import ToggleChips

ZONE = ZoneInfo("Europe/Brussels")
TODAY = date(2026, 6, 1)
EVENT = Event(
    "a", When.times(datetime(2026, 6, 9, 18, 30), datetime(2026, 6, 9, 20), "Europe/Brussels")
)  # the second Tuesday


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.editor = RepeatsEditor(lambda _: QIcon(), lambda: TODAY)
        qtbot.addWidget(self.editor)
        self.told: list[Recurrence] = []
        self.steps: list[int] = []
        self.editor.edited.connect(self.told.append)
        self.editor.left.connect(lambda: self.steps.append(len(self.told)))
        self.editor.resize(600, 700)
        self.box = part(self.editor, QComboBox, "repeats")
        in_front(qtbot, self.editor)
        self.show()

    def show(self, *rules: str, **other: Any) -> None:
        self.editor.show_event(replace(EVENT, recurrence=Recurrence(rules, **other)), Beside(ZONE))

    def pick(self, name: str, at: int) -> None:
        """As a person does, who goes to a box and presses Down."""
        box = part(self.editor, QComboBox, name)
        box.setFocus()
        step = Qt.Key.Key_Down if at > box.currentIndex() else Qt.Key.Key_Up
        while box.currentIndex() != at:
            QTest.keyClick(box, step)

    def unfold(self) -> None:
        part(self.editor, QToolButton, "rule-fold").click()

    def chips(self, name: str) -> ToggleChips:
        return part(self.editor, ToggleChips, name)

    def text(self, name: str) -> str:
        return part(self.editor, QLabel, name).text()

    def visible(self, name: str) -> bool:
        return part(self.editor, QWidget, name).isVisible()

    @property
    def rule(self) -> str:
        [rule] = self.told[-1].rrules
        return rule


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    QLocale.setDefault(QLocale("en_GB"))
    return Desk(qtbot)


def choose(desk: Desk, at: int) -> None:
    """From the list of the box, by the mouse."""
    desk.box.showPopup()
    desk.box.setCurrentIndex(at)
    desk.box.hidePopup()
    desk.box.activated.emit(at)


def test_what_is_likely_is_offered_for_the_start(desk: Desk) -> None:
    assert desk.box.currentText() == "Never"
    assert not desk.visible("rule-words")
    desk.box.setFocus()
    assert desk.box.count() == 8
    choose(desk, 4)
    assert desk.rule == "FREQ=MONTHLY;BYDAY=2TU"
    assert desk.text("rule-words") == "on the second Tuesday of each month"
    assert "Tue 9 Jun · Tue 14 Jul · Tue 11 Aug" in desk.text("rule-dates")
    choose(desk, 0)
    assert desk.told[-1] == Recurrence()
    assert desk.steps == [1, 2]


def test_another_start_is_offered_its_own(desk: Desk) -> None:
    desk.show("FREQ=WEEKLY;BYDAY=TU;COUNT=5")
    assert desk.box.currentText() == "Every Tuesday"
    friday = Moment(datetime(2026, 6, 12, 18, 30), "Europe/Brussels")
    desk.editor.show_when(EVENT.when.starting(friday))
    choose(desk, 3)
    assert desk.rule == "FREQ=WEEKLY;BYDAY=FR;COUNT=5"  # it ends as it did
    assert desk.told[-1].exdates == ()


def test_a_rule_of_ones_own(desk: Desk) -> None:
    choose(desk, 7)
    assert desk.rule == "FREQ=WEEKLY;BYDAY=TU"
    desk.chips("rule-days").chips[3].click()
    assert desk.rule == "FREQ=WEEKLY;BYDAY=TU,TH"
    interval = part(desk.editor, QLineEdit, "rule-interval")
    interval.setFocus()
    QTest.keyClick(interval, Qt.Key.Key_Up)
    assert desk.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"
    desk.pick("rule-freq", 2)
    desk.pick("rule-month-by", 1)
    assert desk.rule == "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU"
    desk.chips("rule-nths").chips[3].click()
    assert desk.rule == "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU,4TU"
    desk.pick("rule-end", 2)
    assert desk.rule.endswith(";COUNT=10")
    desk.pick("rule-end", 1)
    until = part(desk.editor, QLineEdit, "rule-until")
    until.setFocus()
    until.selectAll()
    type_text(until, "30/6/2026")
    assert desk.rule == "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU,4TU;UNTIL=20260630T215959Z"
    until.selectAll()
    type_text(until, "1/6/2026")  # before the start
    assert desk.rule.endswith("UNTIL=20260630T215959Z")
    assert until.property("invalid")
    part(desk.editor, QComboBox, "rule-freq").setFocus()
    assert "30" in until.text()  # what holds
    assert not until.property("invalid")


def test_a_box_has_room_for_the_words_that_it_gets_later(desk: Desk) -> None:
    desk.show("FREQ=WEEKLY;BYDAY=TU")
    desk.unfold()
    box = part(desk.editor, RuleBox, "rule-freq")
    interval = part(desk.editor, QLineEdit, "rule-interval")
    interval.setFocus()
    QTest.keyClick(interval, Qt.Key.Key_Up)
    assert box.currentText() == "weeks"
    like = RuleBox("like", box.parentWidget())
    like.addItems([box.itemText(at) for at in range(box.count())])
    QApplication.processEvents()
    assert box.width() >= like.sizeHint().width()


def test_by_the_year_in_several_months(desk: Desk) -> None:
    desk.show("FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=9")
    desk.unfold()
    desk.chips("rule-months").chips[0].click()
    assert desk.rule == "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,6;BYMONTHDAY=9"
    assert desk.text("rule-words") == "every 2 year(s) on 9 January and on 9 June"
    desk.pick("rule-month-by", 4)  # which no rule says of two months in every other year
    assert desk.rule == "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"


def test_the_last_day_that_holds_stays(desk: Desk) -> None:
    desk.show("FREQ=WEEKLY;BYDAY=TU")
    desk.unfold()
    chip = desk.chips("rule-days").chips[1]
    chip.click()
    assert chip.isChecked()
    assert desk.told == []


def test_single_dates_come_and_go(desk: Desk) -> None:
    left_out = Moment(datetime(2026, 6, 16, 18, 30), "Europe/Brussels")
    desk.show("FREQ=WEEKLY;BYDAY=TU", exdates=(left_out,))
    desk.unfold()
    assert "16" not in desk.text("rule-dates")
    further = part(desk.editor, QLineEdit, "rule-rdates-day")
    further.setFocus()
    type_text(further, "10/6/2026")
    QTest.keyClick(further, Qt.Key.Key_Return)
    assert desk.told[-1].rdates == (Moment(datetime(2026, 6, 10, 18, 30), "Europe/Brussels"),)
    assert further.text() == ""
    [chip] = part(desk.editor, DateList, "rule-exdates").chips
    remove = chip.button
    assert "16" in remove.accessibleName()
    remove.click()
    assert desk.told[-1].exdates == ()
    assert "Tue 9 Jun · Wed 10 Jun · Tue 16 Jun" in desk.text("rule-dates")


def test_thousands_of_single_dates_are_listed_in_part_which_is_said(desk: Desk) -> None:
    first = datetime(2026, 6, 9, 18, 30)
    dates = tuple(Moment(first + timedelta(days=its), "Europe/Brussels") for its in range(MOST + 7))
    desk.show("FREQ=WEEKLY;BYDAY=TU", rdates=dates)
    desk.unfold()
    listed = part(desk.editor, DateList, "rule-rdates")
    more = part(listed, QLabel, "rule-rdates-more")
    assert (len(listed.chips), more.text(), more.isVisible()) == (MOST, "and 7 more", True)
    further = part(desk.editor, QLineEdit, "rule-rdates-day")
    further.setFocus()
    type_text(further, "10/6/2028")
    QTest.keyClick(further, Qt.Key.Key_Return)
    assert "2028" in listed.chips[-1].button.accessibleName()
    assert more.text() == "and 8 more"
    desk.show("FREQ=WEEKLY;BYDAY=TU", rdates=dates[:1])
    assert not more.isVisible()


def test_a_rule_that_cannot_be_shown_is_kept_and_said(desk: Desk) -> None:
    desk.show("FREQ=YEARLY;BYWEEKNO=20")
    desk.unfold()
    assert "FREQ=YEARLY;BYWEEKNO=20" in desk.text("rule-words")
    assert "May 2027" in desk.text("rule-dates")
    assert not desk.visible("rule-interval")
    day = part(desk.editor, QLineEdit, "rule-exdates-day")
    day.setFocus()
    type_text(day, "10/6/2026")
    part(desk.editor, QPushButton, "rule-exdates-add").click()
    assert desk.rule == "FREQ=YEARLY;BYWEEKNO=20"
    part(desk.editor, QPushButton, "rule-replace").click()
    assert desk.rule == "FREQ=WEEKLY;BYDAY=TU"
    assert desk.visible("rule-interval")


def test_what_is_over_says_so(desk: Desk) -> None:
    desk.show("FREQ=DAILY;UNTIL=20260101")
    desk.editor.show_when(When.days(date(2026, 1, 1)))
    assert desk.text("rule-dates") == "No more dates"


def test_what_may_only_be_read_is_not_changed(desk: Desk) -> None:
    desk.show("FREQ=DAILY")
    desk.unfold()
    desk.editor.set_read_only(True)
    assert not desk.box.isEnabled()
    assert desk.visible("rule-words")
    assert not desk.visible("rule-editor")
    assert not desk.visible("rule-fold")


def test_chips_are_one_stop_of_the_tab_key(desk: Desk) -> None:
    desk.show("FREQ=WEEKLY;BYDAY=TU")
    desk.unfold()
    chips = desk.chips("rule-days").chips
    assert [its.focusPolicy() == Qt.FocusPolicy.StrongFocus for its in chips].index(True) == 1
    chips[1].setFocus()
    QTest.keyClick(chips[1], Qt.Key.Key_Right)
    assert chips[2].hasFocus()
    QTest.keyClick(chips[2], Qt.Key.Key_Space)
    assert desk.rule == "FREQ=WEEKLY;BYDAY=TU,WE"


def test_the_wheel_turns_no_box_in_passing(desk: Desk) -> None:
    desk.show("FREQ=WEEKLY;BYDAY=TU")
    desk.unfold()
    part(desk.editor, QToolButton, "rule-fold").setFocus()
    for box in (desk.box, part(desk.editor, QComboBox, "rule-freq")):
        window = desk.editor.windowHandle()
        where = QPointF(box.mapTo(desk.editor, box.rect().center()))
        QTest.wheelEvent(window, where, QPoint(0, -120))
        assert desk.told == []
        assert not box.hasFocus()
