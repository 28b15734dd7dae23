"""What a program would choke on is seen before the export, event by event, and mended as is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QRadioButton, QTableWidget
from pytestqt.qtbot import QtBot

from core.clients.checking import Checked, Kind, Problem
from core.clients.draft import Finding
from core.clients.profile import Profile
from core.errors import AgendaBusy
from core.object import ComponentRef
from core.progress import Job, Progress
from tests.core.agendas import texts, vevent
from tests.ui.find import part
from tests.ui.outings import Outing, outing
from ui.controllers.exporting import Exporting
from ui.dialogs.export import Choice, ExportDialog, Scope
from ui.dialogs.export_check import ExportCheckDialog

STAMP = "DTSTAMP:20260101T000000Z"
OFF = vevent(STAMP, "DTSTART:20261014T183000Z", "SUMMARY:Fête", "STATUS:CANCELLED")
LONG = vevent(STAMP, "DTSTART:20261014T183000Z", "SUMMARY:" + "é" * 300)
LOOSE = vevent(STAMP, "DTSTART:20261014", "SUMMARY:Jour")


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Outing]:
    with outing(qtbot, tmp_path) as made:
        made.room.desk.put_all([OFF, LONG, LOOSE])
        made.open()
        yield made


@pytest.fixture
def dialog(here: Outing) -> ExportDialog:
    """Opened for all events, whatever program they are for."""
    room = here.room
    Exporting(here.window, room.workspace, room.listing, here.remembered, here.files).export()
    room.bot.waitUntil(lambda: here.window.findChild(ExportDialog) is not None)
    return part(here.window, ExportDialog)


def outcome(here: Outing, dialog: ExportDialog) -> str:
    """What is said once all is looked at."""
    label = part(dialog, QLabel, "export-outcome")
    here.room.bot.waitUntil(lambda: label.text() != "Looking at the events…")
    return label.text()


def choose(dialog: ExportDialog, profile: Profile) -> None:
    part(dialog, QComboBox, "export-profile").setCurrentIndex(list(Profile).index(profile))


def details(dialog: ExportDialog) -> ExportCheckDialog:
    part(dialog, QPushButton, "export-details").click()
    return part(dialog, ExportCheckDialog)


def rows(check: ExportCheckDialog) -> list[tuple[str, ...]]:
    table = part(check, QTableWidget)
    items = [[table.item(row, column) for column in range(3)] for row in range(table.rowCount())]
    return [tuple(item.text() for item in row if item) for row in items]


def tick(check: ExportCheckDialog, row: int, state: Qt.CheckState) -> None:
    item = part(check, QTableWidget).item(row, 0)
    assert item is not None
    item.setCheckState(state)


def test_each_program_has_its_own_trouble(here: Outing, dialog: ExportDialog) -> None:
    assert outcome(here, dialog) == "Strict programs would stumble over 1 thing(s)."
    choose(dialog, Profile.OUTLOOK)
    assert outcome(here, dialog) == ("2 problem(s) will be mended in the file. 1 problem(s) will stay.")
    choose(dialog, Profile.APPLE)
    assert outcome(here, dialog) == "1 problem(s) will be mended in the file."
    part(dialog, QRadioButton, "export-all")


def test_what_is_ticked_is_mended_in_the_file(here: Outing, dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog, Profile.OUTLOOK)
    outcome(here, dialog)
    check = details(dialog)
    assert rows(check) == [
        ("Its title or place is longer than 255 characters, and would be cut", "1", "stays so"),
        ("Is cancelled, which would not be seen", "1", "mended"),
        ("Has a date in another form than the standard’s", "1", "mended"),
    ]
    table, lines = part(check, QTableWidget), part(check, QPlainTextEdit)
    table.setCurrentCell(1, 0)
    assert lines.toPlainText() == (
        "Fête\n− SUMMARY:Fête\n− STATUS:CANCELLED\n+ SUMMARY:Cancelled: Fête\n+ STATUS:CONFIRMED"
    )
    table.setCurrentCell(0, 0)
    assert lines.toPlainText().count("SUMMARY") == 1
    tick(check, 1, Qt.CheckState.Unchecked)
    assert rows(check)[1][2] == "left as it is"
    part(check, QPushButton, "export-check-done").click()
    assert outcome(here, dialog) == "1 problem(s) will be mended in the file. 2 problem(s) will stay."
    here.files.path = str(tmp_path / "out.ics")
    part(dialog, QPushButton, "export-dialog-go-on").click()
    here.says("3 event(s) exported to “out.ics”.")
    data = (tmp_path / "out.ics").read_bytes()
    assert b"STATUS:CANCELLED" in data
    assert b"DTSTART;VALUE=DATE:20261014\r\n" in data
    assert here.remembered.settings.export_profile == "outlook"


def test_a_zone_that_nobody_knows_is_the_agendas_only_where_that_is_ticked(
    here: Outing, dialog: ExportDialog, tmp_path: Path
) -> None:
    here.room.desk.put(vevent(STAMP, "DTSTART;TZID=Mars/Olympus:20261014T183000", "SUMMARY:Mars"))
    choose(dialog, Profile.APPLE)
    assert outcome(here, dialog) == "1 problem(s) will be mended in the file. 1 problem(s) will stay."
    check = details(dialog)
    words = "Is in a time zone that nobody knows, and that is read as the agenda’s"
    at = rows(check).index((words, "1", "left as it is"))
    tick(check, at, Qt.CheckState.Checked)
    part(check, QPushButton, "export-check-done").click()
    assert outcome(here, dialog) == "2 problem(s) will be mended in the file."
    here.files.path = str(tmp_path / "out.ics")
    part(dialog, QPushButton, "export-dialog-go-on").click()
    here.says("4 event(s) exported to “out.ics”.")
    assert b"Mars/Olympus" not in (tmp_path / "out.ics").read_bytes()


def test_what_every_program_wants_is_mended_in_the_agenda_too(here: Outing, dialog: ExportDialog) -> None:
    outcome(here, dialog)
    check = details(dialog)
    assert rows(check) == [("Has a date in another form than the standard’s", "1", "stays so")]
    part(check, QPushButton, "export-check-mend").click()
    here.says("1 event(s) mended in the agenda.")
    here.room.bot.waitUntil(lambda: outcome(here, dialog) == "Nothing stands in the way.")
    assert part(dialog, QPushButton, "export-details").isHidden()
    assert b"VALUE=DATE" in texts(here.room.desk.store)["2"]
    here.room.workspace.undo()
    here.room.bot.waitUntil(lambda: texts(here.room.desk.store)["2"].find(b"VALUE=DATE") < 0)


def test_a_look_that_fails_is_said(here: Outing, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_given: object) -> Job[None]:
        yield Progress(0)
        raise AgendaBusy("redaction.parvis")

    monkeypatch.setattr("core.clients.checking.check_export", busy)
    room = here.room
    Exporting(here.window, room.workspace, room.listing, here.remembered, here.files).export()
    room.bot.waitUntil(lambda: here.window.findChild(ExportDialog) is not None)
    assert "redaction" in outcome(here, part(here.window, ExportDialog))


def test_whoever_goes_does_not_wait(here: Outing, dialog: ExportDialog) -> None:
    choose(dialog, Profile.GOOGLE)
    dialog.reject()
    here.room.settle()
    assert not here.room.workspace.has_job
    assert here.message == ""


def found(code: str, events: int = 1, mendable: int = 1, mended: int = 0) -> Kind:
    ref = ComponentRef(1, "20221012")
    after = ("+",) if mendable else ("-" * 500,)
    finding = Finding(ref, code, ("-" * 500,), after, bool(mended))
    return Kind(code, events, [Problem(1, "u", "", finding)], mendable, mended)


def test_an_agenda_that_can_only_be_read_is_not_mended(qtbot: QtBot) -> None:
    checked = Checked(Profile.PLAIN, 1, 1, 100, [found("stamp")])
    for lasting in (True, False):
        check = ExportCheckDialog(checked, lasting=lasting)
        qtbot.addWidget(check)
        assert part(check, QPushButton, "export-check-mend").isHidden() is not lasting
        assert check.left == {"stamp"}


def test_of_thousands_the_first_are_named_and_what_is_mended_in_part_is_said(qtbot: QtBot) -> None:
    check = ExportCheckDialog(Checked(Profile.OUTLOOK, 1, 1, 100, [found("shape", 3_000, 2_000, 2_000)]))
    qtbot.addWidget(check)
    assert rows(check) == [("Repeats in a way that this program does not know", "3000", "mended in part")]
    lines = part(check, QPlainTextEdit).toPlainText().splitlines()
    assert lines[0] == "(No title) · 20221012"
    assert (lines[1][-1], len(lines[1])) == ("…", 403)
    assert lines[-1] == "… and 2999 more"


def test_a_file_that_google_does_not_take_is_said(qtbot: QtBot) -> None:
    large = Checked(Profile.GOOGLE, 1, 0, 2_000_000, [])
    dialog = ExportDialog([Choice(Scope.ALL, "All")], Profile.GOOGLE)
    check = ExportCheckDialog(large)
    for its in (dialog, check):
        qtbot.addWidget(its)
    dialog.show_outcome(large)
    told = "The file would be larger than the 1 MB that Google takes at once."
    assert part(dialog, QLabel, "export-outcome").text() == told
    assert told in {its.text() for its in check.findChildren(QLabel)}
    assert part(check, QTableWidget).isHidden()
