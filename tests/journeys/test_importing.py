"""Events that come in are shown before they come in, and are taken as the person chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton, QTableView

from core.query import EventQuery
from tests.core.agendas import vevent
from tests.journeys.desk import Desk, plain
from tests.journeys.shelf import event, fill, hour
from tests.ui.find import part

SitDown = Callable[..., Desk]

STAMP, DAY = "DTSTAMP:20260101T000000Z", "DTSTART;VALUE=DATE:20300101"
FIRST = vevent(STAMP, DAY, "SUMMARY:Conseil", "LOCATION:Mairie", "CONTACT:Zoé", uid="a@x")
SECOND = vevent(STAMP, DAY, "SUMMARY:Marche", "X-THEIRS:kept", uid="b@x")
NEWER = vevent(
    *(STAMP, DAY, "SUMMARY:Conseil communal", "LOCATION:Salle des fêtes", "CONTACT:Max", "SEQUENCE:1"),
    uid="a@x",
)
TWIN = vevent(STAMP, DAY, "SUMMARY:marche", "URL:https://exemple.be/marche", uid="c@x")

HEADINGS = {
    "fr": ("2 nouveaux", "Rien à faire : 2 événements déjà là", "1 modifié, 1 inchangé", "1 supprimé ici"),
    "en": ("2 new", "Nothing to do: 2 events, here already", "1 changed, 1 unchanged", "1 deleted here"),
}
NO_DATE = {"fr": "Sans date", "en": "No date"}
ALL_HERE = {"fr": "2 déjà présents. Rien n’a changé.", "en": "2 there already. Nothing was changed."}


@pytest.fixture
def desk(sit_down: SitDown, tmp_path: Path, language: str) -> Desk:
    return sit_down(language, agenda=fill(tmp_path / "agenda.parvis", [event("Un", hour(1))]))


def ics(*events: bytes) -> bytes:
    head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\n"
    return head + b"".join(events) + b"END:VCALENDAR\r\n"


def drop(desk: Desk, *files: bytes) -> QDialog:
    """Files dropped on the window; gives what is shown of them."""
    paths = [desk.agenda.with_name(f"{number}.ics") for number in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    desk.window.files_dropped.emit([str(path) for path in paths])
    return desk.dialog("import-preview")


def heading(preview: QDialog) -> str:
    return plain(part(preview, QLabel, "import-heading").text())


def go_on(desk: Desk, preview: QDialog) -> None:
    QTest.keyClick(preview, Qt.Key.Key_Return)
    desk.until(lambda: desk.window.findChild(QDialog, "import-preview") is None)
    desk.settle()


def texts(desk: Desk) -> dict[str, bytes]:
    store = desk.store()
    try:
        return {its.uid: its.text for its in store.objects(store.object_ids(EventQuery(hidden=True)))}
    finally:
        store.close()


def lines(text: bytes) -> set[str]:
    return set(text.decode().splitlines())


def test_the_same_file_again_then_changed_then_deleted(desk: Desk, language: str) -> None:
    new, same, changed, deleted = HEADINGS[language]
    preview = drop(desk, ics(FIRST), ics(SECOND))
    assert heading(preview) == new
    QTest.keyClick(preview, Qt.Key.Key_Escape)  # nothing is done before one goes on
    desk.settle()
    assert texts(desk).keys().isdisjoint({"a@x", "b@x"})
    go_on(desk, drop(desk, ics(FIRST), ics(SECOND)))
    before = texts(desk)
    assert (before["a@x"], before["b@x"]) == (FIRST, SECOND)

    preview = drop(desk, ics(FIRST, SECOND))
    assert heading(preview) == same
    go_on(desk, preview)
    desk.says(ALL_HERE[language])
    assert texts(desk) == before

    preview = drop(desk, ics(NEWER, SECOND))
    assert heading(preview) == changed
    part(preview, QRadioButton, "import-place-ours").click()
    part(preview, QPushButton, "import-all-ours").click()
    part(preview, QRadioButton, "import-summary-theirs").click()
    go_on(desk, preview)
    kept = desk.kept()["Conseil communal"]
    assert (kept.place.name, kept.contact) == ("Mairie", "Zoé")
    assert {"SUMMARY:Conseil communal", "LOCATION:Mairie", "SEQUENCE:2"} <= lines(texts(desk)["a@x"])
    desk.action("undo").trigger()
    desk.until(lambda: "Conseil" in desk.kept())
    preview = drop(desk, ics(NEWER, SECOND))  # what was taken back is newer than it, and it can be taken
    QTest.keyClick(part(preview, QTableView, "import-items"), Qt.Key.Key_Space)
    go_on(desk, preview)
    assert lines(NEWER) - lines(texts(desk)["a@x"]) == {STAMP, "SEQUENCE:1"}

    desk.click("span-all")
    desk.choose("Marche")
    desk.action("delete").trigger()
    desk.settle()
    preview = drop(desk, ics(SECOND))
    assert heading(preview) == deleted
    go_on(desk, preview)  # it is not ticked
    assert "b@x" not in texts(desk)
    preview = drop(desk, ics(SECOND))
    QTest.keyClick(part(preview, QTableView, "import-items"), Qt.Key.Key_Space)
    go_on(desk, preview)
    assert texts(desk)["b@x"] == SECOND


def paste_by_menu(desk: Desk) -> None:
    """Choose Paste in the context menu of the search field."""
    field = desk.named("search", QLineEdit)
    at = field.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.mapToGlobal(at))
    QApplication.postEvent(field, asked)
    desk.until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    part(menu, QAction, "edit-paste").trigger()
    menu.close()


def test_pasted_and_a_likely_twin_is_merged_or_kept(desk: Desk, language: str) -> None:
    data = QMimeData()
    data.setText(ics(SECOND).decode())
    QGuiApplication.clipboard().setMimeData(data)
    desk.rows_view.setFocus()
    desk.press("Ctrl+V")
    go_on(desk, desk.dialog("import-preview"))
    assert texts(desk)["b@x"] == SECOND
    desk.come_back()
    desk.named("search").setFocus()
    desk.press("Ctrl+V")  # nobody searches for an event's text
    go_on(desk, desk.dialog("import-preview"))
    desk.come_back()
    paste_by_menu(desk)
    go_on(desk, desk.dialog("import-preview"))
    assert desk.text("search") == ""
    data = QMimeData()
    data.setText("Marche")
    QGuiApplication.clipboard().setMimeData(data)
    desk.come_back()
    desk.named("search").setFocus()
    desk.press("Ctrl+V")  # a text field takes it for itself
    desk.settle()
    assert desk.text("search") == "Marche"
    desk.press("Escape")
    QGuiApplication.clipboard().clear()
    desk.action("clear-filters").trigger()

    undated = vevent(STAMP, "SUMMARY:Un jour", uid="d@x")
    go_on(desk, drop(desk, ics(undated)))
    part(desk.named("message-bar"), QPushButton, "message-action").click()
    part(desk.dialog("import-report"), QPushButton, "import-undated").click()
    desk.until(lambda: desk.rows()[:1] == ["Un jour"])
    row = desk.rows_view.model().index(0, 0)
    assert NO_DATE[language] in row.data(Qt.ItemDataRole.AccessibleTextRole)
    desk.choose("Un jour")
    desk.named("dtstart").setFocus()
    desk.rewrite("2030-05-04")
    desk.settle()
    assert lines(texts(desk)["d@x"]) >= {*lines(undated), "DTSTART;VALUE=DATE:20300504"} - {STAMP}
    desk.action("undo").trigger()
    desk.until(lambda: b"DTSTART" not in texts(desk)["d@x"])
    assert lines(texts(desk)["d@x"]) >= lines(undated) - {STAMP}

    go_on(desk, drop(desk, ics(TWIN)))
    assert texts(desk).keys().isdisjoint({"c@x"})
    assert desk.kept()["Marche"].url == "https://exemple.be/marche"
    preview = drop(desk, ics(TWIN))
    part(preview, QRadioButton, "import-both").click()
    go_on(desk, preview)
    assert texts(desk)["c@x"] == TWIN


def test_all_of_it_by_the_keyboard(sit_down: SitDown, tmp_path: Path) -> None:
    desk = sit_down("fr", agenda=fill(tmp_path / "agenda.parvis", [event("Un", hour(1))]))
    drop(desk, ics(FIRST, SECOND))
    desk.press("Down", "Space", "Return")
    desk.until(lambda: "a@x" in texts(desk))
    assert "b@x" not in texts(desk)
    desk.until(lambda: desk.window.findChild(QDialog, "import-preview") is None)

    drop(desk, ics(NEWER))
    desk.tab_to("import-fields")
    desk.press("Tab")
    assert desk.hand().objectName() == "import-all-ours"  # as one reads, and not after the buttons below
    desk.tab_to("import-place-ours")
    desk.press("Space", "Return")
    desk.until(lambda: "Conseil communal" in desk.kept())
    kept = desk.kept()["Conseil communal"]
    assert (kept.place.name, kept.contact) == ("Mairie", "Max")
