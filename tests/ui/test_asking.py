"""Small questions: for a day, for a backup, for one of two versions; and what is told of a bug."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.event import Description, Event, Place, Status
from core.when import Moment, When
from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.dialogs.ask_date import AskDate
from ui.dialogs.conflict import BEFORE, MOST, ConflictDialog, parted
from ui.dialogs.fault_report import FaultReport
from ui.dialogs.files import Files
from ui.dialogs.restore import RestoreDialog, backups_in
from ui.models.event_words import field_words, value_words, when_words
from ui.widgets.date_field import DateField

OCTOBER = date(2022, 10, 12)


@pytest.fixture(autouse=True)
def french(qapp: object) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("fr_BE"))
    yield
    QLocale.setDefault(before)


def shown(bot: QtBot, dialog: QDialog) -> None:
    bot.addWidget(dialog)
    in_front(bot, dialog)


# A day


@pytest.fixture
def ask(qtbot: QtBot) -> AskDate:
    made = AskDate("Duplicate", "The copy starts on", "Duplicate", OCTOBER, lambda: date(2026, 1, 1))
    shown(qtbot, made)
    return made


@pytest.mark.parametrize(
    ("typed", "day"), [("14", date(2022, 10, 14)), ("1 nov", date(2022, 11, 1)), ("3/4/25", date(2025, 4, 3))]
)
def test_a_day_is_typed_as_people_write_it_near_the_one_shown(ask: AskDate, typed: str, day: date) -> None:
    field = part(ask, DateField, "ask-date-day")
    assert field.selectedText()
    type_text(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert ask.result() == QDialog.DialogCode.Accepted
    assert ask.day == day


def test_what_is_no_day_is_said_and_asked_again(ask: AskDate) -> None:
    field = part(ask, DateField, "ask-date-day")
    type_text(field, "mardi prochin")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert ask.isVisible()
    assert "12 oct" in part(ask, QLabel, "ask-date-day-problem").text()
    field.selectAll()
    type_text(field, "20 oct")
    assert not part(ask, QLabel, "ask-date-day-problem").isVisible()
    part(ask, QPushButton, "ask-date-go-on").click()
    assert ask.day == date(2022, 10, 20)


# A backup


class NoFiles(Files):
    """The system's dialog, which answers what it is told to."""

    def __init__(self, parent: QWidget, answer: str) -> None:
        super().__init__(parent)
        self.answer = answer

    def to_open(self, title: str, folder: str, kinds: str) -> str:
        return self.answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for day in (10, 12, 11):
        path = tmp_path / f"agenda {day}.parvis"
        path.write_bytes(b"x" * day)
        os.utime(path, (datetime(2022, 10, day, 9, 30).timestamp(),) * 2)
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    (tmp_path / "folder.parvis").mkdir()
    return tmp_path


def test_backups_are_listed_the_newest_first(folder: Path) -> None:
    assert [its.path.name for its in backups_in(folder)] == [
        "agenda 12.parvis",
        "agenda 11.parvis",
        "agenda 10.parvis",
    ]
    assert backups_in(folder / "nowhere") == []


def test_what_lies_beside_the_agenda_is_listed_too(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    beside = tmp_path_factory.mktemp("beside")
    agenda = beside / "agenda.parvis"
    before = beside / "agenda 2026-03-01 18.30.00 before 0002.parvis"
    for path in (agenda, before, beside / "other.parvis"):
        path.write_bytes(b"x")
    assert backups_in(folder, str(agenda))[0].path == before
    assert len(backups_in(folder, str(agenda))) == 4
    assert [its.path for its in backups_in(beside / "nowhere", str(agenda))] == [before]
    assert backups_in(beside / "nowhere", "postgresql://server/agenda") == []


def test_the_one_that_is_selected_is_chosen(qtbot: QtBot, folder: Path) -> None:
    dialog = RestoreDialog(backups_in(folder), folder, NoFiles(QWidget(), ""))
    shown(qtbot, dialog)
    table = part(dialog, QTableWidget, "restore-backups")
    assert table.model().index(0, 0).data() == "mercredi 12 octobre 2022, 09:30"
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    part(dialog, QPushButton, "restore-go-on").click()
    assert dialog.chosen == str(folder / "agenda 11.parvis")
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_another_file_is_chosen(qtbot: QtBot, folder: Path) -> None:
    files = NoFiles(QWidget(), "")
    dialog = RestoreDialog(backups_in(folder), folder, files)
    shown(qtbot, dialog)
    choose = part(dialog, QPushButton, "restore-file")
    choose.click()
    assert dialog.isVisible()
    files.answer = "/mnt/key/agenda.parvis"
    choose.click()
    assert dialog.chosen == "/mnt/key/agenda.parvis"


def test_where_there_is_none_a_file_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = RestoreDialog([], tmp_path, NoFiles(QWidget(), "/mnt/key/agenda.parvis"))
    shown(qtbot, dialog)
    assert any(str(tmp_path) in label.text() for label in dialog.findChildren(QLabel))
    assert not part(dialog, QPushButton, "restore-go-on").isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.chosen == "/mnt/key/agenda.parvis"


# One of two versions

OURS = Event("a@b", When.days(OCTOBER), summary="Réunion", status=Status.CONFIRMED, place=Place(("OTAN",)))
THEIRS = replace(
    OURS,
    summary="Réunion des ministres",
    status=None,
    when=When.times(datetime(2022, 10, 12, 9), datetime(2022, 10, 12, 18), "America/New_York"),
)
FIELDS = ("summary", "when", "status")


@pytest.fixture
def conflict(qtbot: QtBot) -> ConflictDialog:
    made = ConflictDialog(FIELDS, OURS, THEIRS)
    shown(qtbot, made)
    return made


def radio(conflict: ConflictDialog, name: str) -> QRadioButton:
    return part(conflict, QRadioButton, f"conflict-{name}")


def test_both_versions_are_said_in_words(conflict: ConflictDialog) -> None:
    said = [label.text() for label in conflict.findChildren(QLabel)]
    for words in ("Réunion", "Réunion des ministres", "Confirmed", "No status"):
        assert words in said
    assert "mercredi 12 octobre 2022, 09:00–18:00 (America/New_York)" in said
    assert radio(conflict, "status-theirs").accessibleName() == "Status, Theirs: No status"


def test_what_was_typed_here_is_proposed_and_each_field_chosen_for_itself(conflict: ConflictDialog) -> None:
    assert conflict.kept == frozenset(FIELDS)
    radio(conflict, "when-theirs").click()
    assert conflict.kept == {"summary", "status"}
    part(conflict, QPushButton, "conflict-all-theirs").click()
    assert conflict.kept == frozenset()
    part(conflict, QPushButton, "conflict-all-ours").click()
    assert conflict.kept == frozenset(FIELDS)


def test_the_words_of_a_version_choose_it_too(conflict: ConflictDialog) -> None:
    (label,) = [its for its in conflict.findChildren(QLabel) if its.text() == "Réunion des ministres"]
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert conflict.kept == {"when", "status"}


def test_the_arrows_choose_within_a_field_and_enter_ends(conflict: ConflictDialog) -> None:
    radio(conflict, "summary-ours").setFocus()
    QTest.keyClick(radio(conflict, "summary-ours"), Qt.Key.Key_Right)
    assert conflict.kept == {"when", "status"}
    QTest.keyClick(radio(conflict, "summary-theirs"), Qt.Key.Key_Return)
    assert not conflict.isVisible()
    assert conflict.kept == {"when", "status"}


def test_escape_is_no_answer(conflict: ConflictDialog) -> None:
    QTest.keyClick(conflict, Qt.Key.Key_Escape)
    assert conflict.isVisible()


def test_long_texts_are_cut_to_where_they_part() -> None:
    same = "a" * 1_000
    ours, theirs = parted(same + "B" + same, same + "C")
    assert ours[: BEFORE + 2] == "…" + "a" * BEFORE + "B"
    assert theirs == "…" + "a" * BEFORE + "C"
    assert len(ours) == MOST + 2
    assert parted("court", "bref") == ("court", "bref")
    assert parted(same, same + "x")[1].endswith("x")


def test_every_field_has_a_name_and_a_value_in_words() -> None:
    from core.event import EDITABLE

    event = replace(OURS, description=Description("Texte"))
    assert len({field_words(name) for name in EDITABLE}) == len(EDITABLE)
    assert value_words("place", event) == "OTAN"
    assert value_words("categories", event) == "(nothing)"
    assert value_words("description", event) == "Texte"
    assert all(value_words(name, event) for name in EDITABLE)


def test_a_day_has_no_zone_and_a_floating_time_neither() -> None:
    floating = When.times(datetime(2022, 10, 12, 9))
    assert when_words(OURS.when) == "mercredi 12 octobre 2022, all day"
    assert when_words(floating) == "mercredi 12 octobre 2022, 09:00"
    windows = Moment(datetime(2022, 10, 12, 9), "Eastern Standard Time")
    assert when_words(When(windows, windows)) == "mercredi 12 octobre 2022, 09:00 (Eastern Standard Time)"


# A bug


def test_a_bug_is_told_can_be_copied_and_says_where_it_is_noted(qtbot: QtBot) -> None:
    dialog = FaultReport("Parvis 0.1\nKeyError\n  undo.py:3 undo", Path("/var/log/parvis.log"))
    shown(qtbot, dialog)
    assert part(dialog, QPlainTextEdit, "fault-report-text").isReadOnly()
    assert "/var/log/parvis.log" in part(dialog, QLabel, "fault-report-log").text()
    part(dialog, QPushButton, "fault-report-copy").click()
    assert QGuiApplication.clipboard().text() == "Parvis 0.1\nKeyError\n  undo.py:3 undo"
    assert dialog.isVisible()


def test_without_a_log_none_is_offered(qtbot: QtBot) -> None:
    dialog = FaultReport("x", None)
    shown(qtbot, dialog)
    assert not part(dialog, QPushButton, "fault-report-show-log").isVisible()
    assert not part(dialog, QLabel, "fault-report-log").isVisible()
