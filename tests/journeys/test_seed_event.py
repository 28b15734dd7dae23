"""The page written into the form, commented on, exported, and found again the next day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import icalendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QTextEdit

from core.event import Description, Place
from core.query import EventQuery
from core.when import When
from tests.journeys.desk import Desk
from tests.journeys.pictures import Album
from tests.journeys.seed import LOCATION, PLACE, SUMMARY, TEXT
from tests.journeys.shelf import event, fill

SitDown = Callable[..., Desk]


def write_it(desk: Desk) -> None:
    """The whole event, by keyboard alone."""
    desk.press("Ctrl+N")
    assert desk.hand().objectName() == "summary"
    desk.type(SUMMARY)
    desk.tab_to("all-day")
    desk.press("Space")
    desk.tab_to("dtstart")
    desk.rewrite("12/10/2022")
    desk.tab_to("dtend")
    desk.rewrite("13/10/22")
    desk.tab_to("location")
    desk.type(PLACE)
    desk.tab_to("description")
    desk.type(TEXT)
    desk.settle()


def comment_on_it(desk: Desk) -> None:
    desk.press("Ctrl+M")
    for name, text in (
        ("comment-name", "Zoé Lœwe"),
        ("comment-email", "zoe@exemple.be"),
        ("comment-text", "Le point presse est avancé à 8 h 45."),
    ):
        desk.tab_to(name)
        desk.type(text)
    desk.press("Ctrl+Return")
    desk.settle()


def export_it_with_another(desk: Desk, path: Path, album: Album) -> None:
    """Two of three events, chosen in the list."""
    for summary in ("Point presse", "Visite"):
        desk.press("Ctrl+N")
        desk.type(summary)
        desk.settle()
    desk.press("Alt+3")
    desk.settle()
    desk.named("event-list").setFocus()
    desk.press("Home", "Shift+Down")
    desk.settle()
    assert desk.selected() == [SUMMARY, "Point presse"]
    album.take("selected")
    desk.when_asked("export-dialog", lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    desk.answer_file_dialog(path)
    desk.press("Ctrl+E")
    desk.until(path.exists)
    desk.says(path.name)
    album.take("exported")


def test_written_commented_exported_and_found_again(sit_down: SitDown, tmp_path: Path, language: str) -> None:
    desk = sit_down(language)
    album = Album(desk, f"seed-{language}")
    album.take("empty")
    write_it(desk)
    album.take("written")
    comment_on_it(desk)
    album.take("commented")
    stored = desk.store()
    (ref,) = stored.refs(EventQuery())
    event = stored.event(ref)
    assert event is not None
    assert event.summary == SUMMARY
    assert event.when == When.days(date(2022, 10, 12), date(2022, 10, 13))
    assert event.place.text == PLACE
    assert event.description.text == TEXT
    (comment,) = stored.comments(ref.object_id)
    assert (comment.author.name, comment.author.email) == ("Zoé Lœwe", "zoe@exemple.be")
    stored.close()

    exported = tmp_path / "otan.ics"
    export_it_with_another(desk, exported, album)
    text = exported.read_bytes()
    assert b"DTSTART;VALUE=DATE:20221012\r\n" in text
    assert b"DTEND;VALUE=DATE:20221014\r\n" in text
    assert b"zoe@exemple.be" not in text
    vevent, other = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(vevent["SUMMARY"]) == SUMMARY
    assert str(vevent["LOCATION"]) == LOCATION
    assert str(vevent["DESCRIPTION"]) == TEXT
    assert str(other["SUMMARY"]) == "Point presse"
    desk.close()

    again = sit_down(language)
    again.press("Alt+3")
    again.settle()
    again.named("event-list").setFocus()
    again.press("Home")
    again.settle()
    Album(again, f"seed-{language}-again").take("found")
    assert again.named("summary", QLineEdit).text() == SUMMARY
    assert again.named("location", QPlainTextEdit).toPlainText() == PLACE
    assert again.named("description", QTextEdit).toPlainText() == TEXT.replace("\n\n", "\n")
    assert again.named("all-day", QCheckBox).isChecked()


def test_found_by_typing(sit_down: SitDown, tmp_path: Path) -> None:
    day, place = When.days(date(2022, 10, 12)), Place.of_text(PLACE)
    its = event(SUMMARY, day, place=place, description=Description(TEXT))
    desk = sit_down("fr", agenda=fill(tmp_path / "agenda.parvis", [its, event("Visite")]))
    desk.press("Alt+3")
    desk.shows(SUMMARY, "Visite")
    desk.press("Ctrl+N", "Ctrl+F")  # nothing is selected, and so nothing stays that is not found
    for words in ("l'otan", "L’OTAN OTAN", "ministre defense", "schaerbeek reunion"):
        desk.rewrite(words)
        desk.shows(SUMMARY)
        desk.rewrite("nulle part")
        desk.shows()
