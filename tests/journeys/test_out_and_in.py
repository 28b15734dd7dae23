"""Events that leave as a file, by the clipboard or dragged, and come in by a dialog, dropped or named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QRadioButton

from core.ics.split import read_calendar
from tests.journeys.desk import Desk
from tests.journeys.shelf import day, event, fill, hour
from tests.ui.find import part

SitDown = Callable[..., Desk]

EXPORTED = {"fr": "2 événements exportés dans « choix.ics ».", "en": "2 events exported to “choix.ics”."}
COPIED = {"fr": "1 événement copié", "en": "1 event copied as iCalendar."}


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    events = [event("Hier", day(-1)), event("Un", hour(1)), event("Deux", hour(2)), event("Trois", hour(3))]
    return fill(tmp_path / "agenda.parvis", events)


def exported(desk: Desk, scope: str, path: Path) -> list[str]:
    """Export through both dialogs; gives the summaries in the file."""
    desk.action("export").trigger()
    dialog = desk.dialog("export-dialog")
    part(dialog, QRadioButton, f"export-{scope}").click()
    desk.answer_file_dialog(path)
    part(dialog, QPushButton, "export-dialog-go-on").click()
    desk.until(path.exists)
    return summaries(path.read_bytes())


def summaries(calendar: bytes) -> list[str]:
    found = read_calendar(calendar).objects
    lines = [line for _uid, text in found for line in text.decode().split("\r\n")]
    return sorted(line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:"))


def test_what_is_chosen_what_is_listed_and_all(
    sit_down: SitDown, agenda: Path, tmp_path: Path, language: str
) -> None:
    desk = sit_down(language, agenda=agenda)
    desk.choose("Un", "Trois")
    assert exported(desk, "selected", tmp_path / "choix.ics") == ["Trois", "Un"]
    desk.says(EXPORTED[language])
    assert exported(desk, "listed", tmp_path / "liste.ics") == ["Deux", "Trois", "Un"]
    assert exported(desk, "all", tmp_path / "tout.ics") == ["Deux", "Hier", "Trois", "Un"]


def test_nothing_is_written_when_one_would_rather_not(
    sit_down: SitDown, agenda: Path, tmp_path: Path
) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.choose("Un")
    asked: list[str] = []

    def refuse() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            asked.extend(Path(its).name for its in dialog.selectedFiles())
            dialog.reject()
        else:
            QTimer.singleShot(20, refuse)

    desk.action("export").trigger()
    QTimer.singleShot(20, refuse)
    part(desk.dialog("export-dialog"), QPushButton, "export-dialog-go-on").click()
    desk.settle()
    assert asked == ["Un.ics"]
    assert list(tmp_path.glob("*.ics")) == []
    assert desk.said() == ""


def test_copied_and_dragged(sit_down: SitDown, agenda: Path, language: str) -> None:
    desk = sit_down(language, agenda=agenda)
    desk.choose("Deux")
    desk.action("copy-icalendar").trigger()
    desk.says(COPIED[language])
    copied = QGuiApplication.clipboard().mimeData()
    assert summaries(bytes(copied.data("text/calendar").data())) == ["Deux"]
    assert copied.text().startswith("BEGIN:VCALENDAR")


def calendar(path: Path, *names: str) -> Path:
    """An .ics file of another program, with an event for each name."""
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{name}@example.org\r\nDTSTAMP:20260101T000000Z\r\n"
        f"DTSTART;VALUE=DATE:20300101\r\nSUMMARY:{name}\r\nX-THEIRS:kept\r\nEND:VEVENT\r\n"
        for name in names
    )
    path.write_bytes(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\n{events}END:VCALENDAR\r\n".encode()
    )
    return path


def go_on(desk: Desk) -> None:
    """What is shown of an import is right as it is."""
    QTest.keyClick(desk.dialog("import-preview"), Qt.Key.Key_Return)


def test_imported_by_dialog_and_taken_back(
    sit_down: SitDown, agenda: Path, tmp_path: Path, language: str
) -> None:
    desk = sit_down(language, agenda=agenda)
    desk.answer_file_dialog(calendar(tmp_path / "reçu.ics", "Noël", "Pâques"))
    desk.action("import").trigger()
    go_on(desk)
    desk.until(lambda: {"Noël", "Pâques"} <= desk.kept().keys())
    desk.until(lambda: len(desk.rows()) == 5)
    assert "2" in desk.said()
    desk.come_back()
    desk.action("undo").trigger()
    desk.until(lambda: len(desk.rows()) == 3)
    assert sorted(desk.kept()) == ["Deux", "Hier", "Trois", "Un"]
    desk.action("redo").trigger()
    desk.until(lambda: len(desk.rows()) == 5)


def test_dropped_on_the_window(sit_down: SitDown, agenda: Path, tmp_path: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    data = QMimeData()
    file = QUrl.fromLocalFile(str(calendar(tmp_path / "a.ics", "Noël")))
    data.setUrls([file, QUrl.fromLocalFile(str(tmp_path / "autre.parvis"))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(desk.window, drop)
    desk.says("Pour ouvrir un agenda, déposez-le seul. Rien n’a changé.")
    data.setUrls([file])
    QApplication.sendEvent(
        desk.window, QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, left, none)
    )
    drop = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(desk.window, drop)
    go_on(desk)
    desk.until(lambda: "Noël" in desk.rows())


def test_named_at_the_start(sit_down: SitDown, agenda: Path, tmp_path: Path) -> None:
    file = calendar(tmp_path / "a.ics", "Noël")
    desk = sit_down("fr", str(file), agenda=agenda)
    go_on(desk)
    desk.until(lambda: "Noël" in desk.rows())
    assert "Noël" in desk.kept()


def test_what_is_no_calendar_is_said(sit_down: SitDown, agenda: Path, tmp_path: Path, language: str) -> None:
    page = tmp_path / "page.ics"
    page.write_text("<!DOCTYPE html><html><body>404</body></html>")
    desk = sit_down(language, agenda=agenda)
    desk.answer_file_dialog(page)
    desk.action("import").trigger()
    words = {"fr": "« page.ics » est une page web", "en": "“page.ics” is a web page, not a calendar."}
    desk.says(words[language])
    assert len(desk.kept()) == 4
    assert not desk.action("undo").isEnabled()
