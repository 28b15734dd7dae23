"""Every field of the form: stored as it is typed, taken back in one step, done again, found the next day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QToolButton

from core.event import Classification, Event, Geo, Organizer, Stage, Status
from tests.journeys.desk import Desk
from tests.journeys.shelf import event, fill, hour
from ui.widgets.chips import TagEditor

SitDown = Callable[..., Desk]

# What is typed in each field, and what of the event it is.
TYPED: tuple[tuple[str, str, Callable[[Event], object], object], ...] = (
    ("summary", "L’été à Ixelles", lambda its: its.summary, "L’été à Ixelles"),
    ("location", "Flagey\nPlace Sainte-Croix", lambda its: its.place.lines, ("Flagey", "Place Sainte-Croix")),
    ("url", "exemple.be/été", lambda its: its.url, "https://exemple.be/été"),
    ("contact", "Zoé, 02 123 45 67", lambda its: its.contact, "Zoé, 02 123 45 67"),
    ("description", "Première\nSeconde", lambda its: its.description.text, "Première\n\nSeconde"),
    ("organizer", "Ville", lambda its: its.organizer, Organizer("Ville")),
    ("cost", "5 €", lambda its: its.cost, "5 €"),
    ("geo", "50,8275; 4,3719", lambda its: its.place.geo, Geo(50.8275, 4.3719)),
    ("source", "Dépêche", lambda its: its.source, "Dépêche"),
)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return fill(tmp_path / "agenda.parvis", [event("Un", hour(1)), event("Deux", hour(2))])


def only(desk: Desk, number: int = 0) -> Event:
    """The event that starts first, as the file has it."""
    return sorted(desk.kept().values(), key=lambda its: its.when.start.day)[number]


def test_each_field_is_one_step(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    before = only(desk)
    desk.named("more-fields", QToolButton).click()
    for name, text, _value, _wanted in TYPED:
        desk.named(name).setFocus()
        desk.rewrite(text)
    desk.press("Tab")
    desk.settle()
    after = only(desk)
    for name, _text, value, wanted in TYPED:
        assert value(after) == wanted, name
    for name, _text, value, _wanted in reversed(TYPED):
        desk.press("Ctrl+Z")
        desk.settle()
        assert value(only(desk)) == value(before), name
    assert desk.text("summary") == "Un"
    assert not desk.action("undo").isEnabled()
    for _ in TYPED:
        desk.press("Ctrl+Y")
    desk.settle()
    again = only(desk)
    for name, _text, value, wanted in TYPED:
        assert value(again) == wanted, name
    assert desk.text("location") == "Flagey\nPlace Sainte-Croix"
    desk.close()

    tomorrow = sit_down("fr", agenda=agenda)
    for name, text, _value, _wanted in TYPED:
        shown = {"url": "https://exemple.be/été", "geo": "50.8275, 4.3719"}.get(name, text)
        assert tomorrow.text(name) == shown, name


def _is_stored(desk: Desk, summary: str) -> bool:
    return only(desk).summary == summary


def test_typing_is_one_step_until_the_field_is_left(sit_down: SitDown, agenda: Path, language: str) -> None:
    desk = sit_down(language, agenda=agenda)
    desk.named("summary").setFocus()
    desk.press("End")
    typed = "Un"
    for word in (" et", " deux", " et trois"):
        desk.type(word)
        typed += word
        desk.qtbot.waitUntil(partial(_is_stored, desk, typed))  # each on its own
    desk.press("Ctrl+Z")
    desk.settle()
    assert desk.hand().objectName() == "summary"  # which would have taken the key for its own
    assert desk.text("summary") == only(desk).summary == "Un"
    words = {"fr": "Rétablir : modification (", "en": "Redo: editing ("}
    tip = desk.action("redo").toolTip().replace("\u202f", " ").replace("\u00a0", " ")
    assert tip.startswith(words[language]), tip


def test_undo_keys_in_the_description_are_the_windows(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.named("contact").setFocus()
    desk.type("Ada")
    desk.named("description").setFocus()
    desk.type("Texte")
    desk.press("Ctrl+Z")
    desk.settle()
    assert (desk.text("description"), desk.text("contact")) == ("", "Ada")
    desk.press("Ctrl+Z")
    desk.settle()
    assert desk.text("contact") == ""
    desk.press("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    desk.settle()
    assert (desk.text("description"), desk.text("contact")) == ("Texte", "Ada")
    assert desk.hand().objectName() == "description"


def test_the_selection_goes_to_what_is_taken_back(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.named("cost").setFocus()
    desk.named("summary").setFocus()
    desk.rewrite("Premier")
    desk.choose("Deux")
    desk.press("Ctrl+Z")
    desk.settle()
    assert desk.selected() == ["Un"]
    assert desk.text("summary") == "Un"


def test_pills_and_boxes_are_steps_too(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.named("more-fields", QToolButton).click()
    for pill, words in (("status", "Annulé"), ("stage", "Publié")):
        entry(desk, pill, words).trigger()
    box = desk.named("class", QComboBox)
    box.setFocus()
    desk.press("Down")
    desk.settle()
    event = only(desk)
    assert (event.status, event.stage) == (Status.CANCELLED, Stage.PUBLISHED)
    assert event.classification is Classification.PRIVATE
    for _ in range(3):
        desk.press("Ctrl+Z")
    desk.settle()
    event = only(desk)
    assert (event.status, event.stage, event.classification) == (None, None, Classification.PUBLIC)
    assert box.currentText() == "Public"
    assert desk.named("status", QToolButton).text() == "Sans statut"


def test_categories_as_chips(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    chips = desk.named("categories", TagEditor)
    chips.setFocus()
    desk.type("Culture, Été,musique")
    desk.press("Return")
    desk.settle()
    assert only(desk).categories == ("Culture", "Été", "musique")
    desk.press("Backspace")
    desk.named("url").setFocus()
    desk.settle()
    assert only(desk).categories == ("Culture", "Été")
    desk.choose("Deux")
    chips.setFocus()
    desk.type("cult")
    desk.press("Down", "Return")  # offered, in the writing that is in use
    desk.settle()
    assert only(desk, 1).categories == ("Culture",)
    desk.press("Ctrl+Z")
    desk.settle()
    assert only(desk, 1).categories == ()
    assert chips.tags() == []


def entry(desk: Desk, pill: str, words: str) -> QAction:
    menu = desk.named(pill, QToolButton).menu()
    return next(its for its in menu.actions() if its.text() == words)
