"""Events found again: by their days, by what they are, by what was typed, by a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QToolButton

from core.event import Place, Stage, Status
from core.when import When
from tests.journeys.desk import Desk
from tests.journeys.shelf import day, event, fill, hour, today
from tests.ui.find import part

SitDown = Callable[..., Desk]


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    events = [
        event("Hier", day(-1), status=Status.CONFIRMED),
        event("Otan", When.days(date(2022, 10, 12), date(2022, 10, 13)), categories=("Défense",)),
        event("Ce soir", hour(0, 20), stage=Stage.READY),
        event("Le Cœur de l’été", hour(2), place=Place(("Théâtre royal",)), categories=("Culture",)),
        event("Élections", hour(3), status=Status.CANCELLED, categories=("Défense",)),
        event("Andenne", day(400), status=Status.CONFIRMED),
    ]
    return fill(tmp_path / "agenda.parvis", events)


def test_which_days(sit_down: SitDown, agenda: Path, language: str) -> None:
    desk = sit_down(language, agenda=agenda)
    desk.press("Ctrl+N")  # nothing is selected, and so nothing stays that the filter excludes
    desk.shows("Ce soir", "Le Cœur de l’été", "Élections", "Andenne")
    desk.press("Alt+2")
    desk.shows("Hier", "Otan")
    desk.click("span-all")
    desk.shows("Otan", "Hier", "Ce soir", "Le Cœur de l’été", "Élections", "Andenne")
    count = {"fr": "6 événements", "en": "6 events"}
    desk.until(lambda: desk.named("list-count", QLabel).text() == count[language])
    desk.press("Alt+1")
    desk.shows("Ce soir", "Le Cœur de l’été", "Élections", "Andenne")


def test_searched_as_one_types(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.press("Ctrl+N")
    desk.press("Alt+3", "Ctrl+F")
    for typed, found in (
        ("coeur", ["Le Cœur de l’été"]),
        ("theatre ete", ["Le Cœur de l’été"]),
        ("l'été", ["Le Cœur de l’été"]),
        ("defense", ["Otan", "Élections"]),
        ('"', ["Otan", "Hier", "Ce soir", "Le Cœur de l’été", "Élections", "Andenne"]),
        ("rien de tel", []),
    ):
        desk.rewrite(typed)
        desk.until(lambda: not desk.window.workspace.undo_stack.count())
        desk.shows(*found)
    assert desk.named("empty-state").isVisible()
    desk.press("Esc")
    desk.until(lambda: len(desk.rows()) == 6)
    desk.type("otan")
    desk.shows("Otan")
    desk.press("Down")
    desk.settle()
    assert desk.hand() is desk.rows_view
    assert desk.selected() == ["Otan"]
    assert desk.text("summary") == "Otan"


def test_filtered_by_what_they_are(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.press("Ctrl+N", "Alt+3")
    tick(desk, "Défense")
    desk.shows("Otan", "Élections")
    tick(desk, "Annulé")
    desk.shows("Élections")
    desk.click("filter-statuses-0")
    desk.shows("Otan", "Élections")
    desk.press("Ctrl+Shift+F")
    desk.until(lambda: len(desk.rows()) == 6)
    tick(desk, "Prêt")
    desk.shows("Ce soir")


def test_sorted(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.press("Ctrl+N", "Alt+3")
    tick(desk, "Titre")
    desk.shows("Andenne", "Ce soir", "Élections", "Hier", "Le Cœur de l’été", "Otan")
    desk.click("filter-order")
    desk.shows("Otan", "Hier", "Ce soir", "Le Cœur de l’été", "Élections", "Andenne")


def tick(desk: Desk, words: str) -> None:
    """Choose an entry of the filter menu, wherever in it that stands."""
    menu = desk.named("filter-menu", QToolButton).menu()
    menu.aboutToShow.emit()
    entries = [its for its in menu.findChildren(QAction) if its.text() == words]
    assert entries, [its.text() for its in menu.findChildren(QAction)]
    entries[0].trigger()
    desk.settle()


def test_to_a_date_and_back_to_today(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)

    def answer(dialog: QDialog) -> None:
        desk.answer_with(part(dialog, QLineEdit, "ask-date-day"), "12 octobre 2022")

    desk.when_asked("ask-date", answer)
    desk.press("Ctrl+G")
    desk.shows("Otan", "Hier", "Ce soir", "Le Cœur de l’été", "Élections", "Andenne")
    desk.settle()
    assert desk.rows_view.currentIndex().row() == 0
    desk.action("today").trigger()
    desk.settle()
    assert desk.rows()[desk.rows_view.currentIndex().row()] == "Ce soir"


def test_what_leaves_the_filter_stays_until_another_is_chosen(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    tick(desk, "Culture")
    desk.choose("Le Cœur de l’été")
    desk.shows("Le Cœur de l’été")
    desk.named("categories").setFocus()
    desk.press("Backspace")
    desk.named("url").setFocus()
    desk.settle()
    assert desk.rows() == ["Le Cœur de l’été"]
    assert desk.text("summary") == "Le Cœur de l’été"
    desk.press("Ctrl+Shift+F")
    desk.shows("Ce soir", "Le Cœur de l’été", "Élections", "Andenne")
    assert desk.selected() == ["Le Cœur de l’été"]
    assert today() + timedelta(days=2) == hour(2).start.day
