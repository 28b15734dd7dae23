"""Files come in as one undo step, and what was noticed in them is said."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from core.agenda import Agenda
from core.progress import Job, Progress
from core.query import EventQuery
from core.store import Store
from core.when import iana
from tests.ui.find import part
from tests.ui.lists import colour, icon
from tests.ui.outings import Outing, noticed, outing
from ui.controllers.importing import Importing
from ui.dialogs.import_fields import ImportFields
from ui.dialogs.import_preview import LEAST, ImportPreview
from ui.dialogs.import_report import ImportReportDialog
from ui.models.import_ways import pasted


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Outing]:
    """An agenda that is not open yet."""
    with outing(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def importing(here: Outing) -> Importing:
    return Importing(here.window, here.room.workspace, here.remembered, here.files, icon, colour)


def preview(here: Outing) -> ImportPreview:
    """What would be done, once it is shown."""
    here.room.bot.waitUntil(lambda: bool(here.window.findChildren(ImportPreview)))
    return part(here.window, ImportPreview)


def go_on(here: Outing) -> None:
    """Let it be done; the message follows when the preview is gone."""
    dialog = preview(here)
    button = part(dialog, QPushButton, "import-preview-go-on")
    here.room.bot.waitUntil(button.isEnabled)  # it may be planned anew
    with here.room.bot.waitSignal(dialog.destroyed):  # another may follow at once
        button.click()


def vevent(uid: str, *lines: str) -> list[str]:
    own = ("DTSTART;VALUE=DATE:20260310", *lines)
    return ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *own, "END:VEVENT"]


def file(here: Outing, name: str, *components: list[str]) -> str:
    """An .ics file of these components."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN"]
    for component in components:
        lines += component
    path = here.room.desk.path.with_name(name)
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8", newline="")
    return str(path)


def one(here: Outing, name: str = "one.ics", uid: str = "a@x") -> str:
    return file(here, name, vevent(uid, f"SUMMARY:From {name}"))


def shown(here: Outing) -> list[str]:
    return here.room.summaries()


def test_a_file_that_is_chosen_comes_in(here: Outing, importing: Importing) -> None:
    here.open()
    here.files.paths = [one(here)]
    importing.handlers()["import"]()
    go_on(here)
    here.says("1 event(s) added.")
    here.room.shows(["From one.ics"])
    assert here.remembered.settings.import_folder == str(here.room.desk.path.parent)
    here.files.paths = []
    importing.choose()
    assert here.files.asked[1] == ("Import", str(here.room.desk.path.parent))


def test_files_that_are_dropped_come_in_as_one_step(here: Outing, importing: Importing) -> None:
    here.open()
    here.window.files_dropped.emit([one(here), one(here, "two.ics", "b@x")])
    go_on(here)
    here.says("2 event(s) added.")
    here.room.shows(["From one.ics", "From two.ics"])
    here.room.workspace.undo()
    here.room.shows([])
    here.room.workspace.redo()
    here.room.shows(["From one.ics", "From two.ics"])


def test_files_named_at_the_start_wait_for_the_agenda(here: Outing, importing: Importing) -> None:
    importing.import_files([one(here)])
    assert here.message == ""
    here.open()
    go_on(here)
    here.says("1 event(s) added.")


def test_no_files_are_no_import(here: Outing, importing: Importing) -> None:
    here.open()
    importing.import_files([])
    here.room.settle()
    assert here.message == ""


def test_what_is_there_already_is_said(here: Outing, importing: Importing) -> None:
    here.open()
    importing.import_files([one(here)])
    go_on(here)
    here.says("1 event(s) added.")
    importing.import_files([one(here)])
    go_on(here)
    here.says("1 there already. Nothing was changed.")
    newer = file(here, "one.ics", vevent("a@x", "SUMMARY:Newer", "SEQUENCE:3"))
    importing.import_files([newer])
    go_on(here)
    here.says("1 updated.")
    here.room.shows(["Newer"])


def test_the_message_takes_the_import_back(here: Outing, importing: Importing) -> None:
    here.open()
    importing.import_files([one(here)])
    go_on(here)
    here.says("1 event(s) added.")
    here.act()
    here.room.shows([])


def test_the_preview_says_when_it_is_here_and_fits_into_a_small_window(
    here: Outing, importing: Importing
) -> None:
    here.open()
    zone = iana(here.room.desk.store.zone)
    at = datetime(2027, 2, 1, 10, tzinfo=UTC).astimezone(zone)
    timed = ["BEGIN:VEVENT", "UID:a@x", "DTSTAMP:20260101T000000Z", "DTSTART:20270201T100000Z"]
    importing.import_files([file(here, "one.ics", [*timed, "SUMMARY:Conseil", "END:VEVENT"])])
    table = part(preview(here), QTableView, "import-items")
    assert table.model().index(0, 1).data().endswith(f"{at:%H:%M}")
    assert at.hour != 10
    go_on(here)
    here.says("1 event(s) added.")
    moved = [[*timed, f"RECURRENCE-ID:202702{day}T100000Z", "END:VEVENT"] for day in ("08", "15")]
    more = [
        "SEQUENCE:1",
        "RRULE:FREQ=WEEKLY",
        f"SUMMARY:{'Anticonstitutionne ' * 3}",
        f"LOCATION:{'WWWWWWWWWW' * 5}",
        "END:VEVENT",
    ]
    importing.import_files([file(here, "two.ics", [*timed, *more], *moved)])
    dialog = preview(here)
    dialog.resize(LEAST)
    fields = part(dialog, ImportFields)
    here.room.bot.waitUntil(fields.isVisible)
    inner = fields.widget()
    assert inner is not None
    said = [its.text() for its in inner.findChildren(QLabel)]
    assert "2 changed date(s)" in said
    assert any("UTC" in its and f"{at:%H:%M} here" in its for its in said)
    assert inner.minimumSizeHint().width() <= fields.viewport().width() == inner.width()
    dialog.reject()


def test_it_takes_the_import_back_though_something_else_was_done_since(
    here: Outing, importing: Importing
) -> None:
    here.open()
    importing.import_files([one(here)])
    go_on(here)
    here.says("1 event(s) added.")
    here.room.workspace.do(lambda agenda: agenda.create_calendar("Culture"))
    here.room.settle()
    here.act()
    here.room.shows([])
    assert len(here.room.desk.store.calendars()) == 2


def test_it_does_nothing_once_the_import_is_taken_back(here: Outing, importing: Importing) -> None:
    here.open()
    importing.import_files([one(here)])
    go_on(here)
    here.says("1 event(s) added.")
    here.room.workspace.undo()
    here.room.shows([])
    here.act()
    here.room.settle()
    assert shown(here) == []


def test_a_file_that_is_no_calendar_is_named(here: Outing, importing: Importing) -> None:
    here.open()
    path = here.room.desk.path.with_name("page.ics")
    path.write_text("<!DOCTYPE html><p>404</p>")
    importing.import_files([str(path)])
    here.says("“page.ics” is a web page, not a calendar. Nothing was changed.")


def test_what_was_noticed_can_be_looked_at(here: Outing, importing: Importing) -> None:
    here.open()
    todo = ["BEGIN:VTODO", "UID:t@x", "DTSTAMP:20260101T000000Z", "SUMMARY:Buy", "END:VTODO"]
    timeless = ["BEGIN:VEVENT", "UID:n@x", "SUMMARY:Some day", "END:VEVENT"]
    path = file(here, "mixed.ics", vevent("a@x", "SUMMARY:Good", "a line that says nothing"), todo, timeless)
    importing.import_files([path])
    go_on(here)
    here.says("2 event(s) added, 1 without a date, 1 repair(s).")
    here.act()
    assert noticed(part(here.window, ImportReportDialog)) == {
        "mixed.ics": [
            "1 task(s) left out: Parvis keeps events.",
            "Line 16: “Some day”, kept without a date, as it does not say when it is",
            "Line 9: a line that says nothing was kept beside the text before it",
        ]
    }


def test_an_import_is_taken_back_from_its_report(here: Outing, importing: Importing) -> None:
    here.open()
    path = file(here, "mixed.ics", vevent("a@x", "a line that says nothing"))
    importing.import_files([path])
    go_on(here)
    here.says("1 event(s) added, 1 repair(s).")
    here.act()
    dialog = part(here.window, ImportReportDialog)
    part(dialog, QPushButton, "import-undo").click()
    here.room.bot.waitUntil(lambda: here.room.desk.store.count(EventQuery()) == 0)


def test_of_several_calendars_the_person_says_which(here: Outing, importing: Importing) -> None:
    culture = here.room.desk.agenda.create_calendar("Culture").change.calendars[0].id
    here.open()
    importing.import_files([one(here)])
    choice = part(preview(here), QComboBox, "import-calendar")
    assert choice.currentText() != "Culture"
    choice.setCurrentText("Culture")
    here.room.settle()
    go_on(here)
    here.says("1 event(s) added.")
    assert here.room.desk.store.count(EventQuery(calendars=frozenset({culture}))) == 1
    # It proposes the one in which they are, and can make another.
    importing.import_files([one(here)])
    choice = part(preview(here), QComboBox, "import-calendar")
    assert choice.currentText() == "Culture"
    assert choice.itemText(choice.count() - 1) == "New: “one”"
    importing.import_files([one(here, "two.ics", "b@x")])  # waits for the other
    go_on(here)
    choice = part(preview(here), QComboBox, "import-calendar")
    choice.setCurrentIndex(choice.count() - 1)
    here.room.settle()
    go_on(here)
    here.says("1 event(s) added.")
    assert [its.name for its in here.room.desk.store.calendars()][2:] == ["two"]


def test_escape_imports_nothing(here: Outing, importing: Importing) -> None:
    here.open()
    importing.import_files([one(here), one(here, "two.ics", "b@x")])
    QTest.keyClick(preview(here), Qt.Key.Key_Escape)
    here.room.settle()
    assert here.room.desk.store.count(EventQuery()) == 0
    assert here.message == ""


def test_it_is_stopped_while_it_stores(here: Outing, importing: Importing) -> None:
    here.open()
    importing.import_files([one(here)])
    shown = preview(here)
    with closing(sqlite3.connect(here.room.desk.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # nobody else can store until this is over
        part(shown, QPushButton, "import-preview-go-on").click()
        part(shown, QPushButton, "import-preview-cancel").click()
        other.execute("ROLLBACK")
    here.says("The import was stopped. Nothing was changed.")
    assert here.room.desk.store.count(EventQuery()) == 0


@contextmanager
def held(here: Outing) -> Iterator[Event]:
    """No job begins until this is over, or set."""
    free = Event()

    def work(_store: Store, _agenda: Agenda) -> Job[None]:
        yield Progress(0, 1)
        free.wait()

    here.room.workspace.start(work)
    try:
        yield free
    finally:
        free.set()


def test_what_waited_comes_though_the_one_before_was_stopped(here: Outing, importing: Importing) -> None:
    here.open()
    with held(here):
        importing.import_files([one(here)])
        importing.import_files([one(here, "two.ics", "b@x")])
        part(here.window, QToolButton, "progress-cancel").click()
    go_on(here)
    here.says("1 event(s) added.")
    here.room.settle()
    assert shown(here) == ["From two.ics"]


def test_what_waited_comes_into_the_agenda_that_is_opened_next(here: Outing, importing: Importing) -> None:
    here.open()
    with held(here) as free:
        importing.import_files([one(here)])
        importing.import_files([one(here, "two.ics", "b@x")])
        Timer(0.05, free.set).start()  # while what is under way is waited for
        here.open()
    go_on(here)
    here.says("1 event(s) added.")
    here.room.settle()
    assert shown(here) == ["From two.ics"]


def test_it_is_stopped_while_it_is_planned_anew(here: Outing, importing: Importing) -> None:
    here.room.desk.agenda.create_calendar("Culture")
    here.open()
    importing.import_files([one(here)])
    dialog = preview(here)
    importing.import_files([one(here, "two.ics", "b@x")])
    with held(here), here.room.bot.waitSignal(dialog.destroyed):
        part(dialog, QComboBox, "import-calendar").setCurrentIndex(1)
        assert not part(dialog, QPushButton, "import-preview-go-on").isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    go_on(here)
    here.says("1 event(s) added.")
    here.room.settle()
    assert shown(here) == ["From two.ics"]


def test_it_proposes_the_calendar_that_is_looked_at(here: Outing) -> None:
    culture = here.room.desk.agenda.create_calendar("Culture").change.calendars[0].id
    workspace, files = here.room.workspace, here.files
    importing = Importing(
        here.window, workspace, here.remembered, files, icon, colour, proposed=lambda: culture
    )
    here.open()
    importing.import_files([one(here)])
    assert part(preview(here), QComboBox).currentText() == "Culture"


def test_what_others_wrote_meanwhile_is_shown(here: Outing, importing: Importing) -> None:
    here.open()
    importing.import_files([one(here)])
    go_on(here)
    here.says("1 event(s) added.")
    importing.import_files([file(here, "one.ics", vevent("a@x", "SUMMARY:Newer", "SEQUENCE:3"))])
    shown = preview(here)
    store, agenda = here.room.desk.store, here.room.desk.agenda
    (ref,) = store.refs(EventQuery())
    event = store.event(ref)
    assert event
    agenda.edit(ref, event, replace(event, contact="Ada"))
    part(shown, QPushButton, "import-preview-go-on").click()
    here.room.bot.waitUntil(lambda: "meanwhile" in part(shown, QLabel, "import-note").text())
    go_on(here)
    here.says("1 updated.")


def test_what_is_pasted_is_a_calendar_or_files() -> None:
    data = QMimeData()
    assert pasted(data) == []
    data.setText("Réunion à 18 h")
    assert pasted(data) == []
    data.setText("\ufeff\n begin:vcalendar\n")
    assert pasted(data) == [b"begin:vcalendar\n"]
    data.setText("Bonjour,\nBEGIN:VCALENDAR\n…\nEND:VCALENDAR \n\nMerci.\nEND:VEVENT")
    assert pasted(data) == ["BEGIN:VCALENDAR\n…\nEND:VCALENDAR".encode()]
    data.setText("Voici:\r\nbegin:vevent\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n-- ")
    assert pasted(data) == [b"begin:vevent\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT"]
    data.setText("What does BEGIN:VEVENT mean?")
    assert pasted(data) == []
    data.setUrls([QUrl.fromLocalFile("/tmp/a.ics"), QUrl("https://exemple.be/b.ics")])
    assert pasted(data) == ["/tmp/a.ics"]
    data.setData("text/calendar", b"BEGIN:VCALENDAR")
    assert pasted(data) == [b"BEGIN:VCALENDAR"]
