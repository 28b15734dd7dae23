"""Events made, copied and deleted, and every step of it taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton

from core.change import Change, Deed, Swap
from core.object import CalendarObject
from core.store import Store
from core.when import When
from tests.core.agendas import vevent
from tests.journeys.desk import Desk
from tests.journeys.shelf import day, event, fill, hour, today
from tests.ui.find import part

SitDown = Callable[..., Desk]

DELETED = {"fr": "1 événement supprimé.", "en": "1 event deleted."}
UNDO = {"fr": "Annuler", "en": "Undo"}


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    """Three events to come, one a day."""
    return fill(tmp_path / "agenda.parvis", [event(name, hour(n)) for n, name in enumerate("ABC", start=1)])


def test_a_new_event_is_the_one_that_is_chosen(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    assert desk.selected() == ["A"]
    desk.press("Ctrl+N")
    desk.settle()
    assert desk.selected() == []  # else the keys of the Event menu would mean another event than the form's
    assert not desk.action("delete").isEnabled()
    desk.type("Œuvre nouvelle")
    desk.settle()
    desk.until(lambda: desk.selected() == ["Œuvre nouvelle"])
    assert desk.hand().objectName() == "summary"
    desk.type(" !")
    desk.settle()
    assert desk.selected() == ["Œuvre nouvelle !"]
    assert "Œuvre nouvelle !" in desk.kept()


def test_nothing_is_stored_of_a_new_event_without_a_word(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.press("Ctrl+N")
    desk.tab_to("all-day")
    desk.press("Space")
    desk.choose("B")
    assert desk.text("summary") == "B"
    assert sorted(desk.kept()) == ["A", "B", "C"]


def test_duplicated_and_taken_back(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.choose("B")
    desk.press("Ctrl+D")
    desk.settle()
    desk.shows("A", "B", "B", "C")
    assert desk.selected() == ["B"]
    desk.press("Ctrl+Z")
    desk.settle()
    desk.shows("A", "B", "C")
    desk.press("Ctrl+Shift+Z")
    desk.settle()
    desk.shows("A", "B", "B", "C")


def test_duplicated_to_another_date(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.choose("A")
    wanted = today() + timedelta(days=40)

    def answer(dialog: QDialog) -> None:
        line = part(dialog, QLineEdit, "ask-date-day")
        assert line.selectedText() == line.text()
        desk.answer_with(line, "n’importe quoi")
        assert dialog.isVisible()
        desk.answer_with(line, wanted.strftime("%d/%m/%Y"))

    desk.when_asked("ask-date", answer)
    desk.press("Ctrl+Shift+D")
    desk.settle()
    desk.shows("A", "B", "C", "A")
    assert desk.selected() == ["A"]
    start = desk.kept()["A"].when.start
    assert start.day == wanted
    assert start.tzid == "Europe/Brussels"
    assert isinstance(hour().start.wall, type(start.wall))


def test_deleted_and_brought_back_by_the_message(sit_down: SitDown, agenda: Path, language: str) -> None:
    desk = sit_down(language, agenda=agenda)
    desk.choose("B")
    desk.press("Delete")
    desk.settle()
    desk.says(DELETED[language])
    desk.shows("A", "C")
    assert desk.selected() == ["C"]  # the one that took its place
    assert sorted(desk.kept()) == ["A", "C"]
    button = desk.named("message-action", QPushButton)
    assert button.text() == UNDO[language]
    desk.click(button)
    desk.settle()
    desk.shows("A", "B", "C")
    assert desk.selected() == ["B"]
    assert desk.said() == ""
    assert desk.kept()["B"].when == hour(2)


def test_the_message_takes_back_the_deletion_and_not_what_was_done_since(
    sit_down: SitDown, agenda: Path
) -> None:
    desk = sit_down("en", agenda=agenda)
    desk.choose("B")
    desk.press("Delete")
    desk.settle()
    desk.says("1 event deleted.")
    desk.choose("C")
    desk.tab_to("summary")
    desk.rewrite("Changed")
    desk.click("message-action")
    desk.settle()
    desk.shows("A", "B", "Changed")
    assert sorted(desk.kept()) == ["A", "B", "Changed"]


def test_of_two_events_with_one_uid_one_is_deleted_alone(sit_down: SitDown, tmp_path: Path) -> None:
    path = fill(tmp_path / "agenda.parvis", [])
    store = Store.open(str(path), clock=lambda: datetime.now(UTC))
    first, second = (
        vevent(f"SUMMARY:{name}", f"DTSTART;VALUE=DATE:{today() + timedelta(days=n):%Y%m%d}")
        for n, name in enumerate(("One", "Two"), start=1)
    )
    store.apply(Change(Deed.IMPORT, (Swap(None, CalendarObject(0, 0, "put@example.org", first + second)),)))
    store.close()
    desk = sit_down("en", agenda=path)
    desk.shows("One", "Two")
    desk.choose("One")
    desk.press("Delete")
    desk.settle()
    desk.says("1 event deleted.")
    desk.shows("Two")
    assert list(desk.kept()) == ["Two"]


def test_several_deleted_with_one_key_and_one_step_back(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("en", agenda=agenda)
    desk.choose("A", "C")
    desk.press("Ctrl+Del")
    desk.settle()
    desk.says("2 events deleted.")
    desk.shows("B")
    desk.press("Ctrl+Z")
    desk.settle()
    desk.shows("A", "B", "C")


def test_a_past_event_stays_under_ones_hands(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.press("Ctrl+N")
    desk.type("Hier")
    desk.tab_to("dtstart")
    desk.rewrite("12/10/2022")
    desk.tab_to("location")
    desk.settle()
    desk.shows("Hier", "A", "B", "C")
    assert desk.selected() == ["Hier"]
    assert desk.text("summary") == "Hier"
    desk.choose("B")
    desk.shows("A", "B", "C")


def test_an_event_outside_the_filter_is_deleted_and_comes_back(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.choose("A")
    desk.named("dtstart").setFocus()
    desk.rewrite("12/10/2022")
    desk.settle()
    desk.press("Ctrl+Del")
    desk.settle()
    desk.shows("B", "C")
    assert desk.selected() == ["B"]
    assert desk.text("summary") == "B"
    desk.press("Ctrl+Z")
    desk.settle()
    desk.shows("A", "B", "C")
    assert desk.text("summary") == "A"


def test_an_empty_agenda_says_what_to_do(sit_down: SitDown) -> None:
    desk = sit_down("fr")
    assert desk.rows() == []
    desk.click("empty-new")
    assert desk.hand().objectName() == "summary"
    desk.type("Première")
    desk.settle()
    desk.shows("Première")
    assert desk.named("event-list").isVisible()
    assert isinstance(desk.kept()["Première"].when, When)
    assert day().all_day
