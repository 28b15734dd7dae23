"""What the list can be filtered by, and the menu that does it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.calendar import Calendar
from core.event import Stage, Status
from core.query import EventQuery, Order
from ui.models.facets import Facet, active, cleared, facets
from ui.widgets.filter_menu import FilterMenu

ALL = EventQuery(
    calendars=frozenset({2}),
    categories=frozenset({"Culture", "Gone"}),
    statuses=frozenset({None}),
    stages=frozenset({Stage.IDEA}),
)


@pytest.fixture
def known(qapp: object) -> Sequence[Facet]:
    return facets([Calendar(1, "Agenda"), Calendar(2, "R&D")], ["Culture", "Media"])


def test_filters_in_force_go_by_their_words(known: Sequence[Facet]) -> None:
    assert [(facet.title, words) for facet, _value, words in active(known, ALL)] == [
        ("Calendar", "R&D"),
        ("Category", "Culture"),
        ("Category", "Gone"),
        ("Status", "No status"),
        ("Stage", "Idea"),
    ]


def test_a_choice_is_let_in_and_out_again(known: Sequence[Facet]) -> None:
    statuses = known[2]
    query = statuses.toggled(EventQuery(), Status.TENTATIVE)
    assert query == EventQuery(statuses=frozenset({Status.TENTATIVE}))
    assert statuses.toggled(query, Status.TENTATIVE) == EventQuery()


def test_what_has_no_date_is_let_in_and_out_again(known: Sequence[Facet]) -> None:
    undated = known[4]
    query = undated.toggled(EventQuery(), True)
    assert query == EventQuery(undated=True)
    assert [words for _facet, _value, words in active(known, query)] == ["Without a date"]
    assert undated.toggled(query, True) == cleared(known, query) == EventQuery()


def test_clearing_takes_every_facet_away(known: Sequence[Facet]) -> None:
    assert cleared(known, ALL) == EventQuery()


class Menu:
    """The menu opened, and what it told."""

    def __init__(self, known: Sequence[Facet]) -> None:
        self.menu = FilterMenu()
        self.menu.set_facets(lambda: known)
        self.told: list[EventQuery] = []
        self.menu.chosen.connect(self.told.append)
        self.open()

    def open(self) -> None:
        self.menu.popup(QPoint(0, 0))

    def submenu(self, title: str) -> QMenu:
        (found,) = (its for its in self.menu.findChildren(QMenu) if its.title().startswith(title))
        return found

    def action(self, title: str, words: str) -> QAction:
        return next(its for its in self.submenu(title).actions() if its.text() == words)


@pytest.fixture
def menu(known: Sequence[Facet], qtbot: QtBot) -> Menu:
    menu = Menu(known)
    qtbot.addWidget(menu.menu)
    return menu


def test_ticking_does_not_close_the_menu(menu: Menu) -> None:
    statuses = menu.submenu("Status")
    statuses.popup(QPoint(0, 0))
    for words in ("Confirmed", "No status"):
        place = statuses.actionGeometry(menu.action("Status", words)).center()
        QTest.mouseClick(statuses, Qt.MouseButton.LeftButton, pos=place)
    assert statuses.isVisible()
    assert menu.told[-1] == EventQuery(statuses=frozenset({Status.CONFIRMED, None}))


def test_ticking_by_key_does_not_close_it_either(menu: Menu) -> None:
    statuses = menu.submenu("Status")
    statuses.popup(QPoint(0, 0))
    statuses.setActiveAction(menu.action("Status", "Cancelled"))
    QTest.keyClick(statuses, Qt.Key.Key_Space)
    assert statuses.isVisible()
    assert menu.told == [EventQuery(statuses=frozenset({Status.CANCELLED}))]


def test_a_name_with_an_ampersand_is_shown_as_it_is(menu: Menu) -> None:
    menu.action("Calendar", "R&&D").trigger()
    assert menu.told == [EventQuery(calendars=frozenset({2}))]


def test_it_shows_what_is_in_force_when_it_opens(menu: Menu, qtbot: QtBot) -> None:
    menu.menu.close()
    menu.menu.show_query(ALL)
    menu.open()
    qtbot.wait(1)
    assert menu.submenu("Category (2)")
    assert menu.action("Category", "Culture").isChecked()
    assert not menu.action("Category", "Media").isChecked()
    clear = next(its for its in menu.menu.actions() if its.text() == "Clear filters")
    clear.trigger()
    assert menu.told == [EventQuery()]


def test_it_sorts_both_ways(menu: Menu) -> None:
    menu.action("Sort by", "Place").trigger()
    menu.action("Sort by", "In reverse order").trigger()
    assert menu.told == [EventQuery(order=Order.PLACE), EventQuery(order=Order.PLACE, descending=True)]
