"""What a start is given: files for the agenda that it opens, or for the window that has it already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.ics.envelope import write_calendar
from tests.core.agendas import vevent
from tests.journeys.desk import Desk
from tests.journeys.shelf import event, fill, hour, today
from tests.ui.starts import start_beside

SitDown = Callable[..., Desk]


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return fill(tmp_path / "agenda.parvis", [event("Un", hour(1))])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An .ics file with one event, tomorrow."""
    path = tmp_path / "invitation.ics"
    start = f"DTSTART;VALUE=DATE:{today().replace(year=today().year + 1):%Y%m%d}"
    text = vevent("DTSTAMP:20260101T000000Z", start, "SUMMARY:Invitation", uid="i@x")
    path.write_bytes(b"".join(write_calendar([text], [])))
    return path


def test_files_named_at_the_start_are_for_the_agenda_of_the_start(
    sit_down: SitDown, agenda: Path, file: Path, tmp_path: Path
) -> None:
    other = fill(tmp_path / "autre.parvis", [event("Ailleurs", hour(1))])
    desk = sit_down("fr", str(file), agenda=agenda)
    QTest.keyClick(desk.dialog("import-preview"), Qt.Key.Key_Return)
    desk.shows("Un", "Invitation")
    desk.answer_file_dialog(other)
    desk.action("open-agenda").trigger()
    desk.shows("Ailleurs")
    desk.settle()
    assert desk.rows() == ["Ailleurs"]
    desk.agenda = other
    assert list(desk.kept()) == ["Ailleurs"]


def test_another_start_hands_its_files_to_the_window(sit_down: SitDown, agenda: Path, file: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    assert start_beside(desk.qtbot, file.parent, str(agenda), str(file))
    QTest.keyClick(desk.dialog("import-preview"), Qt.Key.Key_Return)
    desk.shows("Un", "Invitation")
