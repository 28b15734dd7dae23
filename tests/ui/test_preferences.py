"""What is set once, and what is told of Parvis itself: preferences, keys, version and licences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.paths import Paths
from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from tests.ui.lists import icon
from tests.ui.rooms import Office, let_go, office
from ui.action_table import table
from ui.actions import Actions
from ui.dialogs.about import AboutDialog, works
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.remembered import Remembered
from ui.widgets.zone_field import ZoneField


@dataclass
class Room:
    office: Office
    remembered: Remembered
    dialog: PreferencesDialog

    def line(self, name: str) -> QLineEdit:
        return part(self.dialog, QLineEdit, f"preferences-{name}")

    def type_into(self, name: str, text: str) -> None:
        line = self.line(name)
        line.setFocus()
        type_text(line, text)
        part(self.dialog, QPushButton, "preferences-close").setFocus()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with office(qtbot, tmp_path / "agenda.parvis") as made:
        remembered = Remembered(tmp_path / "settings.json")
        dialog = PreferencesDialog(remembered, made.workspace, Paths.under(tmp_path / "home"))
        in_front(qtbot, dialog)
        yield Room(made, remembered, dialog)
        let_go(dialog)
        remembered.save()


def choose(box: QComboBox, value: str) -> None:
    """As the keyboard or the mouse does."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_language_and_theme_hold_at_once(room: Room) -> None:
    choose(part(room.dialog, QComboBox, "preferences-language"), "fr")
    choose(part(room.dialog, QComboBox, "preferences-theme"), "dark")
    assert (room.remembered.settings.language, room.remembered.settings.theme) == ("fr", "dark")


def test_what_is_set_elsewhere_is_shown(room: Room) -> None:
    room.remembered.change(theme="light")
    assert part(room.dialog, QComboBox, "preferences-theme").currentData() == "light"


def test_a_change_of_language_leaves_what_is_chosen(room: Room) -> None:
    room.remembered.change(theme="light", language="en")
    QApplication.sendEvent(room.dialog, QEvent(QEvent.Type.LanguageChange))
    assert part(room.dialog, QComboBox, "preferences-theme").currentData() == "light"
    assert part(room.dialog, QComboBox, "preferences-language").currentData() == "en"


def test_the_zone_of_the_agenda_is_set_and_all_is_shown_anew(room: Room) -> None:
    store = room.office.workspace.store
    reloaded = QSignalSpy(room.office.workspace.reloaded)
    zone = part(room.dialog, ZoneField, "preferences-zone")
    assert zone.tzid() == store.zone
    zone.edited.emit("America/New_York")
    room.office.bot.waitUntil(lambda: store.zone == "America/New_York" and reloaded.count() > 0)


def test_the_author_is_asked_for_only_where_it_is_to_be_kept(room: Room) -> None:
    assert not room.line("name").isEnabled()
    part(room.dialog, QCheckBox, "preferences-keep-author").click()
    assert room.line("name").hasFocus()
    room.type_into("name", "Jérôme")
    room.type_into("email", "jerome@exemple.be")
    kept = room.remembered.settings
    assert (kept.keep_author, kept.author_name, kept.author_email) == (True, "Jérôme", "jerome@exemple.be")
    part(room.dialog, QCheckBox, "preferences-keep-author").click()
    kept = room.remembered.settings
    assert (kept.keep_author, kept.author_name, kept.author_email) == (False, "", "")
    assert room.line("name").text() == ""


def test_what_is_malformed_is_said_and_not_kept(room: Room) -> None:
    part(room.dialog, QCheckBox, "preferences-keep-author").click()
    room.type_into("email", "jerome@@exemple")
    assert "name@example.org" in part(room.dialog, QLabel, "preferences-email-problem").text()
    assert room.remembered.settings.author_email == ""


def test_nothing_is_called_wrong_once_nothing_is_kept(room: Room) -> None:
    part(room.dialog, QCheckBox, "preferences-keep-author").click()
    room.type_into("email", "jerome@@exemple")
    part(room.dialog, QCheckBox, "preferences-keep-author").click()
    assert part(room.dialog, QLabel, "preferences-email-problem").text() == ""


def test_a_web_site_is_typed_as_in_a_comment(room: Room) -> None:
    part(room.dialog, QCheckBox, "preferences-keep-author").click()
    room.type_into("website", "exemple.be/claire")
    assert part(room.dialog, QLabel, "preferences-website-problem").text() == ""
    assert room.remembered.settings.author_website == "https://exemple.be/claire"


def test_the_folders_are_named(room: Room, tmp_path: Path) -> None:
    said = [label.text().replace("\N{ZERO WIDTH SPACE}", "") for label in room.dialog.findChildren(QLabel)]
    assert str(tmp_path / "home" / "data" / "backups") in said
    assert str(tmp_path / "home" / "log") in said


def test_escape_closes(room: Room) -> None:
    QTest.keyClick(room.dialog, Qt.Key.Key_Escape)
    assert not room.dialog.isVisible()


# Keys


@pytest.fixture
def shortcuts(qtbot: QtBot) -> Iterator[ShortcutsDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    actions = Actions(icon, {spec.name: lambda: None for spec in table()}, owner)
    made = ShortcutsDialog(actions.all())
    made.show()
    yield made
    let_go(made)


def rows(dialog: QWidget, name: str) -> list[str]:
    model = part(dialog, QTableWidget, name).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_every_action_that_has_keys_is_listed_under_its_menu(shortcuts: ShortcutsDialog) -> None:
    listed = rows(shortcuts, "shortcuts-table")
    for spec in table():
        if spec.keys:
            assert spec.text.replace("&", "").rstrip("…") in listed
    assert listed.index("File") < listed.index("Open agenda") < listed.index("Edit")
    assert "Post the comment" in listed


def test_a_search_leaves_what_holds_its_words_in_any_order(shortcuts: ShortcutsDialog) -> None:
    search = part(shortcuts, QLineEdit, "shortcuts-search")
    type_text(search, "event new")
    assert rows(shortcuts, "shortcuts-table") == ["Event", "New event"]
    search.setText("ctrl+o")
    assert "Open agenda" in rows(shortcuts, "shortcuts-table")


# Version and licences


def test_the_version_is_told_and_can_be_copied(qapp: QApplication) -> None:
    dialog = AboutDialog("1.2.3")
    dialog.show()
    assert "1.2.3" in part(dialog, QLabel, "about-version").text()
    part(dialog, QPushButton, "about-copy").click()
    assert QGuiApplication.clipboard().text().startswith("Parvis 1.2.3 · Qt 6")
    let_go(dialog)


def test_the_licence_of_the_work_that_is_selected_is_shown(qapp: QApplication) -> None:
    dialog = AboutDialog("1.2.3")
    dialog.show()
    listed = rows(dialog, "about-works")
    works_table = part(dialog, QTableWidget, "about-works")
    text = part(dialog, QPlainTextEdit, "about-licence")
    works_table.setCurrentCell(listed.index("Inter"), 0)
    assert "SIL Open Font License" in text.toPlainText() or "SIL OPEN FONT LICENSE" in text.toPlainText()
    works_table.setCurrentCell(listed.index("Lucide"), 0)
    assert "ISC" in text.toPlainText()
    let_go(dialog)


def test_each_library_that_parvis_needs_is_named_and_its_version_known() -> None:
    import tomllib

    root = Path(__file__).resolve().parent.parent.parent
    needed = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {its.split("=")[0].split(">")[0].lower() for its in needed}
    named = {work.package.lower() for work in works() if work.package}
    assert names <= named
    assert all(work.version for work in works() if work.package)
