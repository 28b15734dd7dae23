"""Calendars and categories managed, each step taken back; settings; a bug that the window outlives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
)

from core.calendar import Calendar
from core.event import Recurrence
from core.paths import Paths
from core.settings import load
from core.version import VERSION
from tests.journeys.desk import Desk, plain
from tests.journeys.shelf import event, fill, hour
from tests.ui.find import part
from tests.ui.keyboard import type_text
from ui.widgets.calendar_row import CalendarRow

SitDown = Callable[..., Desk]


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    events = [
        event("Un", hour(1), categories=("Culture",)),
        event("Deux", hour(2), categories=("culturel", "Été")),
    ]
    return fill(tmp_path / "agenda.parvis", events)


def calendars(desk: Desk) -> dict[str, Calendar]:
    store = desk.store()
    try:
        return {its.name: its for its in store.calendars()}
    finally:
        store.close()


def test_calendars(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.press("Ctrl+N")  # nothing is selected, and so nothing stays though its calendar is hidden
    desk.action("calendars").trigger()
    dialog = desk.dialog("calendars")
    part(dialog, QPushButton, "calendars-new").click()
    desk.settle()
    desk.rewrite("Ville")
    desk.press("Return")
    desk.settle()
    assert sorted(calendars(desk)) == ["Agenda", "Ville"]
    first, second = calendars(desk)["Agenda"], calendars(desk)["Ville"]
    assert first.colour != second.colour
    line = part(dialog, QLineEdit, f"calendar-name-{second.id}")
    line.setFocus()
    desk.rewrite("agenda")  # taken
    desk.press("Tab")
    desk.settle()
    assert "Ville" in calendars(desk)
    assert part(dialog, QLabel, f"calendar-name-{second.id}-problem").isVisible()
    line.setFocus()
    desk.rewrite("Province")
    desk.press("Tab")
    desk.settle()
    shown, delete = (its for its in row(dialog, first.id).findChildren(QToolButton)[-2:])
    shown.click()
    desk.settle()
    desk.until(lambda: not desk.rows())
    shown.click()
    desk.settle()
    desk.until(lambda: desk.rows() == ["Un", "Deux"])
    delete.click()
    part(row(dialog, first.id), QPushButton, "calendar-delete-sure-yes").click()
    desk.settle()
    assert sorted(calendars(desk)) == ["Province"]
    assert desk.kept() == {}
    dialog.close()
    desk.until(lambda: not desk.rows())
    for _ in range(4):
        desk.action("undo").trigger()
        desk.settle()
    assert sorted(calendars(desk)) == ["Agenda", "Ville"]
    desk.shows("Un", "Deux")
    assert sorted(desk.kept()) == ["Deux", "Un"]


def row(dialog: QDialog, calendar_id: int) -> CalendarRow:
    return part(dialog, CalendarRow, f"calendar-{calendar_id}")


def test_categories_renamed_and_made_one(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.action("categories").trigger()
    dialog = desk.dialog("categories-dialog")
    table = part(dialog, QTableWidget, "categories-table")

    def name(old: str, new: str) -> None:
        items = [table.item(at, 0) for at in range(table.rowCount())]
        next(its for its in items if its and its.text() == old).setText(new)  # as the editor in the cell does

    name("Été", "Saison")
    desk.until(lambda: desk.kept()["Deux"].categories == ("culturel", "Saison"))
    desk.settle()
    desk.until(table.isEnabled)
    name("culturel", "Culture")
    part(dialog, QPushButton, "categories-merge-yes").click()
    desk.until(lambda: desk.kept()["Deux"].categories == ("Culture", "Saison"))
    dialog.close()
    desk.settle()
    desk.action("undo").trigger()
    desk.until(lambda: desk.kept()["Deux"].categories == ("culturel", "Saison"))
    desk.action("undo").trigger()
    desk.until(lambda: desk.kept()["Deux"].categories == ("culturel", "Été"))
    assert desk.kept()["Un"].categories == ("Culture",)


def test_language_and_theme_without_a_restart(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.press("Ctrl+,")
    dialog = desk.dialog("preferences")
    language, theme = (part(dialog, QComboBox, f"preferences-{name}") for name in ("language", "theme"))
    for words, menu, search in (
        ("English", "&File", "Search for an event, a place…"),
        ("Français", "&Fichier", "Rechercher un événement, un lieu…"),
    ):
        language.setCurrentIndex(language.findText(words))
        language.activated.emit(language.currentIndex())
        desk.settle()
        assert desk.window.menuBar().actions()[0].text() == menu
        assert plain(desk.named("search", QLineEdit).placeholderText()) == search
    before = desk.window.palette().window().color()
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    desk.settle()
    dark = QApplication.palette().window().color()
    assert dark.lightness() < 60 < before.lightness()
    dialog.close()
    desk.come_back()
    desk.press("Ctrl+Shift+L")
    desk.settle()
    assert QApplication.palette().window().color() == before
    desk.close()
    kept = load(Paths.of_person().settings)
    assert (kept.language, kept.theme) == ("fr", "light")


def test_another_language_for_what_was_said_before(sit_down: SitDown, tmp_path: Path) -> None:
    weekdays = Recurrence(("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",))
    agenda = fill(tmp_path / "agenda.parvis", [event("Cours", hour(1), recurrence=weekdays)])
    desk = sit_down("fr", agenda=agenda)
    desk.choose("Cours")
    desk.named("contact").setFocus()
    desk.type("Zoé")
    desk.press("Tab")
    desk.settle()
    desk.press("Ctrl+D")
    desk.settle()
    desk.action("undo").trigger()
    desk.settle()
    desk.choose("Cours")

    def says(undo: str, redo: str, repeats: str) -> None:
        assert plain(desk.action("undo").toolTip()).startswith(undo)
        assert plain(desk.action("redo").toolTip()).startswith(redo)
        assert any(plain(its.text()).startswith(repeats) for its in desk.labels("event-form"))

    french = "Annuler : modification", "Rétablir : duplication", "du lundi au vendredi"
    says(*french)
    desk.pick("Langue", "English")
    says("Undo: editing", "Redo: duplication", "from Monday to Friday")
    desk.pick("Language", "Français")
    says(*french)
    assert desk.text("contact") == "Zoé"


def test_the_window_is_as_it_was_left(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.window.resize(1200, 700)
    desk.window.splitter.setSizes([400, 500, 300])
    desk.settle()
    sizes = desk.window.splitter.sizes()
    desk.action("comments-pane").trigger()
    desk.settle()
    assert not desk.named("comments").isVisible()
    desk.close()
    kept = load(Paths.of_person().settings)
    assert not kept.comments_shown
    assert kept.geometry
    assert sum(sizes) > 0


def test_actions_found_by_their_words_and_keys(sit_down: SitDown, agenda: Path, language: str) -> None:
    desk = sit_down(language, agenda=agenda)
    desk.press("Ctrl+Shift+P")
    palette = desk.dialog("palette")
    search = part(palette, QLineEdit, "palette-search")
    type_text(search, {"fr": "nouvel even", "en": "new even"}[language])
    QTest.keyClick(search, Qt.Key.Key_Return)
    desk.settle()
    desk.come_back()
    assert desk.hand().objectName() == "summary"
    assert desk.named("summary").isVisible()
    assert desk.text("summary") == ""
    desk.action("shortcuts").trigger()
    shortcuts = desk.dialog("shortcuts")
    type_text(part(shortcuts, QLineEdit, "shortcuts-search"), "ctrl+d")
    table = part(shortcuts, QTableWidget, "shortcuts-table")
    texts = [table.item(at, 0).text() for at in range(table.rowCount())]
    assert {"fr": "Dupliquer", "en": "Duplicate"}[language] in texts
    shortcuts.close()
    desk.action("about").trigger()
    about = desk.dialog("about")
    assert VERSION in part(about, QLabel, "about-version").text()
    about.close()


def test_a_bug_is_shown_and_the_window_lives_on(sit_down: SitDown, agenda: Path, language: str) -> None:
    desk = sit_down(language, agenda=agenda)

    def broken() -> None:
        raise RuntimeError("zoe@exemple.be")

    QTimer.singleShot(0, desk.window, broken)
    report = desk.dialog("fault-report")
    text = part(report, QPlainTextEdit, "fault-report-text").toPlainText()
    assert "RuntimeError" in text
    assert "zoe@exemple.be" not in text  # an error's own words may hold what somebody wrote
    report.close()
    desk.come_back()
    desk.choose("Un")
    desk.named("contact").setFocus()
    desk.type("Ada")
    desk.settle()
    assert desk.kept()["Un"].contact == "Ada"


def test_closed_dialogs_hear_of_nothing_more(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    for name in ("calendars", "categories", "preferences", "shortcuts", "about"):
        desk.action(name).trigger()
        desk.dialog("categories-dialog" if name == "categories" else name).close()
        desk.settle()
    desk.choose("Un")
    desk.named("contact").setFocus()
    desk.type("Ada")
    desk.settle()
    desk.window.workspace.reloaded.emit()
    assert desk.kept()["Un"].contact == "Ada"  # a fault would be found when the desk is left
