"""The date field reads what is typed at once, steps and picks, and keeps what it cannot read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.date_field import DateField

WEDNESDAY = date(2022, 10, 12)
TODAY = date(2022, 10, 20)


@pytest.fixture(autouse=True)
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("fr_BE"))
    yield
    QLocale.setDefault(before)


class Pane(QWidget):
    """A date field, another field to go to, and all that the first one told."""

    def __init__(self) -> None:
        super().__init__()
        self.field = DateField(lambda: TODAY, self)
        self.other = DateField(lambda: TODAY, self)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.other)
        self.told: list[tuple[str, object]] = []
        self.field.edited.connect(lambda day: self.told.append(("edited", day)))
        self.field.invalid.connect(lambda text: self.told.append(("invalid", text)))
        self.field.left.connect(lambda: self.told.append(("left", None)))

    def popup(self) -> CalendarPopup:
        return part(self.field, CalendarPopup)


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    pane = Pane()
    qtbot.addWidget(pane)
    in_front(qtbot, pane)
    pane.field.set_date(WEDNESDAY)
    pane.field.setFocus()
    pane.field.selectAll()
    return pane


def hint(pane: Pane) -> str:
    """The text beside the field; empty when there is none on screen."""
    return "".join(label.text() for label in pane.field.findChildren(QLabel) if label.isVisible())


def test_it_shows_the_day_and_tells_nobody(pane: Pane) -> None:
    assert pane.field.text() == "mer. 12 oct. 2022"
    assert pane.field.date() == WEDNESDAY
    assert pane.told == []


def test_typing_is_read_at_each_key_and_written_in_full_when_left(pane: Pane) -> None:
    type_text(pane.field, "15 août")
    assert pane.told == [
        ("edited", date(2022, 10, 1)),
        ("edited", date(2022, 10, 15)),
        ("edited", date(2022, 10, 15)),
        ("invalid", "15 a"),
        ("invalid", "15 ao"),
        ("edited", date(2022, 8, 15)),
        ("edited", date(2022, 8, 15)),
    ]
    assert pane.field.text() == "15 août"
    assert hint(pane) == "→ lun. 15 août 2022"
    QTest.keyClick(pane.field, Qt.Key.Key_Tab)
    assert pane.field.text() == "lun. 15 août 2022"
    assert pane.told[-1] == ("left", None)
    assert hint(pane) == ""
    assert pane.other.hasFocus()


def test_the_hint_says_when_nothing_is_understood_yet(pane: Pane) -> None:
    type_text(pane.field, "12 o")
    assert hint(pane) == "→ ?"
    type_text(pane.field, "ct")
    assert hint(pane) == "→ mer. 12 oct. 2022"
    assert pane.field.accessibleDescription() == "mer. 12 oct. 2022"


def test_what_is_not_understood_stays_as_it_was_typed(pane: Pane) -> None:
    type_text(pane.field, "31/02/2022")
    assert pane.told[-1] == ("invalid", "31/02/2022")
    assert not pane.field.property("invalid")
    QTest.keyClick(pane.field, Qt.Key.Key_Tab)
    assert pane.field.text() == "31/02/2022"
    assert pane.field.date() is None
    assert pane.field.property("invalid")
    pane.field.set_date(WEDNESDAY)
    assert not pane.field.property("invalid")
    assert pane.field.text() == "mer. 12 oct. 2022"


def test_every_key_of_a_shift_counts_from_where_the_typing_began(pane: Pane) -> None:
    pane.field.edited.connect(pane.field.set_date)
    pane.field.edited.connect(lambda day: setattr(pane.field, "near", day))
    type_text(pane.field, "+12")
    assert pane.field.text() == "+12"
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    assert pane.field.date() == date(2022, 10, 24)
    assert pane.field.text() == "lun. 24 oct. 2022"


def test_tomorrow_is_that_of_today(pane: Pane) -> None:
    type_text(pane.field, "demain")
    assert pane.field.date() == date(2022, 10, 21)


def test_near_says_which_month_a_bare_day_is_in(pane: Pane) -> None:
    pane.field.near = date(2023, 3, 1)
    type_text(pane.field, "7")
    assert pane.field.date() == date(2023, 3, 7)


def test_the_same_day_from_outside_leaves_the_phrase_being_typed(pane: Pane) -> None:
    type_text(pane.field, "13")
    pane.field.set_date(date(2022, 10, 13))
    assert pane.field.text() == "13"
    pane.field.set_date(date(2022, 10, 14))
    assert pane.field.text() == "ven. 14 oct. 2022"


def test_a_text_set_from_outside_is_read_when_the_field_is_left(pane: Pane) -> None:
    pane.field.setText("demain")
    assert pane.told == []
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    assert pane.told == [("edited", date(2022, 10, 21))]
    assert pane.field.text() == "ven. 21 oct. 2022"


def test_a_blank_text_is_no_date(pane: Pane) -> None:
    QTest.keyClick(pane.field, Qt.Key.Key_Delete)
    assert pane.told == [("invalid", "")]
    assert hint(pane) == ""


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Up, date(2022, 2, 1)),
        (Qt.Key.Key_Down, date(2022, 1, 30)),
        (Qt.Key.Key_PageUp, date(2022, 2, 28)),
        (Qt.Key.Key_PageDown, date(2021, 12, 31)),
    ],
)
def test_steps(pane: Pane, key: Qt.Key, day: date) -> None:
    pane.field.set_date(date(2022, 1, 31))
    QTest.keyClick(pane.field, key)
    assert pane.told == [("edited", day)]
    assert pane.field.date() == day


def test_a_step_starts_from_what_was_just_typed(pane: Pane) -> None:
    type_text(pane.field, "14")
    QTest.keyClick(pane.field, Qt.Key.Key_Up)
    assert pane.field.text() == "sam. 15 oct. 2022"


def test_a_step_ends_where_the_calendar_does(pane: Pane) -> None:
    for day, keys in (
        (date.max, (Qt.Key.Key_Up, Qt.Key.Key_PageUp)),
        (date.min, (Qt.Key.Key_Down, Qt.Key.Key_PageDown)),
    ):
        pane.field.set_date(day)
        for key in keys:
            QTest.keyClick(pane.field, key)
        assert pane.field.date() == day
    assert pane.told == []


def test_read_only_neither_steps_nor_opens(pane: Pane) -> None:
    pane.field.setReadOnly(True)
    QTest.keyClick(pane.field, Qt.Key.Key_Up)
    QTest.keyClick(pane.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert pane.told == []
    assert pane.field.findChild(CalendarPopup) is None


def test_a_change_of_language_writes_the_day_anew(pane: Pane, qapp: QApplication) -> None:
    QLocale.setDefault(QLocale("en_IE"))
    qapp.sendEvent(pane.field, QEvent(QEvent.Type.LanguageChange))
    assert pane.field.text() == "Wed 12 Oct 2022"
    pane.field.selectAll()
    type_text(pane.field, "mar 12")
    assert pane.field.date() == date(2023, 3, 12)


@pytest.mark.parametrize("locale", ["fr_BE", "en_IE"])
def test_the_whole_of_any_date_fits(pane: Pane, qapp: QApplication, locale: str) -> None:
    QLocale.setDefault(QLocale(locale))
    qapp.sendEvent(pane.field, QEvent(QEvent.Type.LanguageChange))
    button = part(pane.field, QToolButton)
    for month in range(1, 13):
        pane.field.set_date(date(2022, month, 30 if month != 2 else 23))
        assert (
            pane.field.fontMetrics().horizontalAdvance(pane.field.text()) + button.width()
            < pane.field.minimumSizeHint().width()
        )


def test_the_button_has_a_name_that_no_other_field_s_button_has(pane: Pane) -> None:
    pane.field.setAccessibleName("Début")
    pane.other.setAccessibleName("Fin")
    names = []
    for field in (pane.field, pane.other):
        button = QAccessible.queryAccessibleInterface(part(field, QToolButton))
        names.append(button.text(QAccessible.Text.Name))
    assert names == ["Choose in the calendar: Début", "Choose in the calendar: Fin"]


def test_the_button_s_picture_follows_the_palette(pane: Pane) -> None:
    icon = pane.field.actions()[0].icon()
    before = icon.pixmap(16, 16).toImage()
    palette = pane.field.palette()
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("red"))
    pane.field.setPalette(palette)
    after = icon.pixmap(16, 16).toImage()
    assert after != before
    assert {QColor(after.pixel(x, y)).name() for x in range(16) for y in range(16)} >= {"#ff0000"}


def opened(pane: Pane) -> CalendarPopup:
    QTest.keyClick(pane.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert pane.popup().isVisible()
    return pane.popup()


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Qt.Key.Key_Right], date(2022, 10, 13)),
        ([Qt.Key.Key_Left], date(2022, 10, 11)),
        ([Qt.Key.Key_Up], date(2022, 10, 5)),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down], date(2022, 11, 2)),
        ([Qt.Key.Key_PageUp], date(2022, 9, 12)),
        ([Qt.Key.Key_PageDown], date(2022, 11, 12)),
        ([Qt.Key.Key_Home], date(2022, 10, 1)),
        ([Qt.Key.Key_End, Qt.Key.Key_PageDown], date(2022, 11, 30)),
    ],
)
def test_the_calendar_is_driven_by_keys(pane: Pane, keys: list[Qt.Key], day: date) -> None:
    popup = opened(pane)
    for key in keys:
        QTest.keyClick(popup.grid, key)
    assert pane.told == []
    QTest.keyClick(popup.grid, Qt.Key.Key_Return)
    assert pane.told == [("edited", day)]
    assert pane.field.date() == day
    assert not popup.isVisible()


def test_escape_leaves_the_calendar_as_it_was(pane: Pane) -> None:
    popup = opened(pane)
    QTest.keyClick(popup.grid, Qt.Key.Key_Right)
    QTest.keyClick(popup.grid, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert pane.field.text() == "mer. 12 oct. 2022"
    assert pane.told == []


def test_the_calendar_opens_at_what_was_just_typed(pane: Pane) -> None:
    type_text(pane.field, "3 mai")
    assert opened(pane).grid.day == date(2022, 5, 3)
    assert ("left", None) not in pane.told


def test_a_day_is_picked_by_mouse(pane: Pane) -> None:
    grid = opened(pane).grid
    for day in (date(2022, 10, 27), date(2022, 11, 2)):
        opened(pane)
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(day).center())
        assert pane.field.date() == day
        pane.field.set_date(WEDNESDAY)


def test_a_click_on_the_names_of_the_days_picks_nothing(pane: Pane) -> None:
    popup = opened(pane)
    QTest.mouseClick(popup.grid, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert popup.isVisible()
    assert pane.told == []


def test_the_calendar_goes_to_today(pane: Pane) -> None:
    popup = opened(pane)
    part(popup, QPushButton).click()
    assert pane.told == [("edited", TODAY)]


def test_the_week_starts_where_the_country_starts_it(pane: Pane) -> None:
    grid = opened(pane).grid
    assert grid.cell(date(2022, 10, 3)).left() == 0  # a Monday
    QLocale.setDefault(QLocale("en_US"))
    assert grid.cell(date(2022, 10, 2)).left() == 0


def test_the_calendar_says_its_month_and_its_day(pane: Pane) -> None:
    popup = opened(pane)
    assert "octobre 2022" in [label.text() for label in popup.findChildren(QLabel)]
    assert popup.grid.accessibleName() == "mercredi 12 octobre 2022"
    names = {button.accessibleName() for button in popup.findChildren(QToolButton)}
    assert names == {"Previous month", "Next month"}


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_calendar_has_two_ends(pane: Pane, day: date) -> None:
    pane.field.set_date(day)
    popup = opened(pane)
    outward = (
        (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)
        if day == date.min
        else (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
    )
    for key in outward:
        QTest.keyClick(popup.grid, key)
    assert not popup.grab().isNull()
    assert popup.grid.day == day


def test_today_and_the_marked_day_are_drawn_in_the_palette_s_colours(pane: Pane) -> None:
    grid = opened(pane).grid
    palette = grid.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#7DA6FF"))
    grid.setPalette(palette)
    image = grid.grab().toImage()
    accent = QColor("#7DA6FF")

    def coloured(day: date) -> int:
        cell = grid.cell(day)
        return sum(
            image.pixelColor(x, y) == accent
            for x in range(cell.left(), cell.right())
            for y in range(cell.top(), cell.bottom())
        )

    assert coloured(WEDNESDAY) > coloured(TODAY) > coloured(date(2022, 10, 21)) == 0
