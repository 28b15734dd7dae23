"""What is chosen goes into a file, onto the clipboard or to another program, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from errno import ENOSPC
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton, QToolButton
from pytestqt.qtbot import QtBot

from core.clients.draft import Task
from core.clients.profile import Profile
from core.progress import Job, Progress
from core.store import Store
from core.when import When
from tests.core.agendas import event, vevent
from tests.ui.find import part
from tests.ui.lists import TODAY, at
from tests.ui.outings import Outing, outing
from ui.controllers.exporting import Exporting
from ui.dialogs.export import ExportDialog, Scope

DAY = timedelta(days=1)


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Outing]:
    """Three events, one of them past."""
    with outing(qtbot, tmp_path) as made:
        made.room.desk.add("Past", When.days(TODAY - DAY))
        made.room.desk.add("Conseil : ordre/jour", at(1, 18))
        made.room.desk.add("Tomorrow", at(2))
        made.open()
        yield made


@pytest.fixture
def exporting(here: Outing) -> Exporting:
    room = here.room
    return Exporting(
        here.window, room.workspace, room.listing, here.remembered, here.files, here.shown.append
    )


def asked(here: Outing) -> ExportDialog:
    """The dialog, once all is counted."""
    here.room.bot.waitUntil(lambda: here.window.findChild(ExportDialog) is not None)
    return part(here.window, ExportDialog)


def choices(here: Outing) -> dict[str, str]:
    """The dialog's buttons, from top to bottom."""
    dialog = asked(here)
    return {its.objectName(): its.text() for its in dialog.findChildren(QRadioButton)}


def summaries(path: Path) -> list[str]:
    lines = path.read_bytes().decode().split("\r\n")
    return [line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:")]


def target(here: Outing, name: str = "out.ics") -> Path:
    path = here.room.desk.path.with_name(name)
    here.files.path = str(path)
    return path


# Which events


def test_it_asks_which_where_there_is_a_choice(here: Outing, exporting: Exporting) -> None:
    here.room.listing.select_first()
    exporting.export()
    assert choices(here) == {
        "export-selected": "The 1 selected event(s)",
        "export-listed": "The 2 event(s) of the list",
        "export-all": "All 3 event(s) of the agenda",
    }
    assert part(here.window, ExportDialog).scope is Scope.SELECTED


def test_what_is_chosen_there_is_exported(here: Outing, exporting: Exporting, qtbot: QtBot) -> None:
    path = target(here)
    here.room.listing.select_first()
    exporting.export()
    dialog = asked(here)
    part(dialog, QRadioButton, "export-listed").click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    here.says("2 event(s) exported to “out.ics”.")
    assert summaries(path) == ["Conseil : ordre/jour", "Tomorrow"]


def test_whoever_asks_twice_is_asked_once(here: Outing, exporting: Exporting) -> None:
    exporting.export()
    exporting.export()
    asked(here)
    here.room.settle()
    assert len(here.window.findChildren(ExportDialog)) == 1


def test_an_agenda_that_is_closed_meanwhile_is_not_counted(here: Outing, exporting: Exporting) -> None:
    exporting.export()
    here.open()
    here.room.settle()
    exporting.export()
    assert "export-all" in choices(here)


def test_escape_exports_nothing(here: Outing, exporting: Exporting) -> None:
    target(here)
    here.room.listing.select_first()
    exporting.export()
    QTest.keyClick(asked(here), Qt.Key.Key_Escape)
    here.room.settle()
    assert here.files.asked == []


def test_what_is_the_same_is_offered_once(here: Outing, exporting: Exporting) -> None:
    here.room.listing.show_all()
    here.room.settle()
    here.room.pane.list.selectAll()
    target(here)
    exporting.export()
    assert choices(here) == {"export-selected": "The 3 selected event(s)"}
    part(asked(here), QPushButton, "export-dialog-go-on").click()
    here.says("3 event(s) exported to “out.ics”.")


def test_hidden_calendars_are_named(here: Outing, exporting: Exporting) -> None:
    agenda = here.room.desk.agenda
    (calendar,) = here.room.desk.store.calendars()
    other = agenda.create_calendar("Other").change.calendars[0].id
    agenda.create(event("Elsewhere", at(4)), other)
    agenda.edit_calendar(calendar, replace(calendar, hidden=True))
    here.room.workspace.reloaded.emit()
    here.room.shows(["Elsewhere"])
    exporting.export()
    assert choices(here) == {
        "export-listed": "The 1 event(s) of the list",
        "export-all": "All 4 event(s), those of hidden calendars too",
    }


def test_an_empty_agenda_says_that_there_is_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with outing(qtbot, tmp_path) as empty:
        empty.open()
        Exporting(
            empty.window, empty.room.workspace, empty.room.listing, empty.remembered, empty.files
        ).export()
        empty.says("There is no event to export.")


# The file


def test_one_event_gives_the_file_its_name(here: Outing, exporting: Exporting) -> None:
    here.room.listing.select_first()
    exporting.export_scope(Scope.SELECTED)
    ((title, path),) = here.files.asked
    assert title == "Export"
    assert Path(path).suffix == ".ics"
    assert Path(path).name.startswith("Conseil")
    assert "/" not in Path(path).name.removesuffix(".ics")


def test_several_are_named_after_the_agenda(here: Outing, exporting: Exporting) -> None:
    exporting.export_scope(Scope.ALL)
    assert Path(here.files.asked[0][1]).name == "redaction.ics"


def test_the_folder_is_remembered(here: Outing, exporting: Exporting, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    here.files.path = str(folder / "out.ics")
    exporting.export_scope(Scope.ALL)
    here.says("3 event(s) exported to “out.ics”.")
    exporting.export_scope(Scope.ALL)
    assert Path(here.files.asked[1][1]) == folder / "redaction.ics"


def test_the_folder_is_shown_on_request(here: Outing, exporting: Exporting) -> None:
    path = target(here)
    exporting.export_scope(Scope.ALL)
    here.says("3 event(s) exported to “out.ics”.")
    here.act()
    assert here.shown == [path.parent]


def test_a_file_that_cannot_be_written_is_said(here: Outing, exporting: Exporting, tmp_path: Path) -> None:
    here.files.path = str(tmp_path / "gone" / "out.ics")
    exporting.export_scope(Scope.ALL)
    here.room.bot.waitUntil(lambda: "out.ics" in here.message)
    assert here.window.messages.property("kind") == "error"


def test_an_export_that_is_stopped_leaves_nothing(
    here: Outing, exporting: Exporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_store: Store, _what: object, *, name: str, task: object) -> Job[int]:
        assert (name, task) == ("redaction", None)
        while True:
            yield Progress(1, 2)

    monkeypatch.setattr("core.exporting.plan_export", endless)
    path = target(here)
    exporting.export_scope(Scope.ALL)
    part(here.window, QToolButton, "progress-cancel").click()
    here.says("The export was stopped. No file was written.")
    assert not path.exists()


def test_what_is_typed_goes_along(here: Outing, exporting: Exporting) -> None:
    path = target(here)
    room = here.room
    room.listing.select_first()
    (ref,) = room.listing.selection.refs()
    event = room.desk.event(ref)
    session = room.workspace.begin(event, ref)
    session.edit(replace(event, summary="Typed"))
    exporting.export_scope(Scope.SELECTED)
    here.says("1 event(s) exported to “out.ics”.")
    assert summaries(path) == ["Typed"]


# Clipboard and drag


def test_the_selection_is_copied_as_icalendar_and_as_text(here: Outing, exporting: Exporting) -> None:
    here.room.pane.list.selectAll()
    exporting.handlers()["copy-icalendar"]()
    here.says("2 event(s) copied as iCalendar.")
    data = QGuiApplication.clipboard().mimeData()
    text = bytes(data.data("text/calendar").data())
    assert text.startswith(b"BEGIN:VCALENDAR\r\n")
    assert text.count(b"BEGIN:VEVENT") == 2
    assert data.text() == text.decode()


def test_nothing_selected_copies_nothing(here: Outing, exporting: Exporting) -> None:
    exporting.copy()
    here.says("There is no event to export.")
    assert QGuiApplication.clipboard().text() == ""


def test_rows_are_dragged_as_a_file(here: Outing, exporting: Exporting) -> None:
    here.room.listing.select_first()
    data = exporting.dragged()
    assert data is not None
    (url,) = data.urls()
    path = Path(url.toLocalFile())
    assert path.name.startswith("Conseil")
    assert summaries(path) == ["Conseil : ordre/jour"]
    exporting.clean()
    assert not path.parent.exists()


def test_where_no_file_can_be_made_nothing_is_dragged(
    here: Outing, exporting: Exporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _data: bytes) -> int:
        raise OSError(ENOSPC, "full")

    here.room.listing.select_first()
    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert exporting.dragged() is None
    assert here.message == "There is no room left for “Conseil ordre jour.ics”."
    monkeypatch.undo()
    assert exporting.dragged() is not None


def test_more_than_another_program_takes_is_not_dragged(here: Outing, exporting: Exporting) -> None:
    assert exporting.dragged() is None
    assert here.message == ""
    here.room.desk.put_all(vevent(f"SUMMARY:{number}", "DTSTART:20260301") for number in range(1_001))
    here.room.workspace.reloaded.emit()
    here.room.settle()
    here.room.pane.list.selectAll()
    assert exporting.dragged() is None
    assert here.message == "That is more than 1000 at once."


def test_its_dialog_has_a_default(here: Outing, exporting: Exporting) -> None:
    here.room.listing.select_first()
    exporting.handlers()["export"]()
    assert part(asked(here), QPushButton, "export-dialog-go-on").isDefault()


ZONE = b"BEGIN:VTIMEZONE\r\nTZID:Ici\r\nX-N:%d\r\nEND:VTIMEZONE\r\n"


def test_a_zone_of_two_meanings_is_said(here: Outing, exporting: Exporting) -> None:
    for number in (1, 2):
        text = vevent("DTSTART;TZID=Ici:20261014T183000", uid=f"{number}")
        here.room.desk.put(text, f"{number}", vtimezones={f"{number}": {"Ici": ZONE % number}})
    target(here)
    exporting.export_scope(Scope.ALL)
    here.says(
        "5 event(s) exported to “out.ics”. "
        "The time zone “Ici” has two meanings; one is called “Ici (2)” there."
    )


def test_what_has_no_date_is_left_out_for_a_program_and_that_is_said(
    here: Outing, exporting: Exporting
) -> None:
    here.room.desk.put(vevent("SUMMARY:When?"))
    target(here)
    exporting.export_scope(Scope.ALL, Task(Profile.APPLE))
    here.says("3 event(s) exported to “out.ics”. 1 without a date left out.")
