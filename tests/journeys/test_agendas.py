"""Agendas made, opened, backed up and restored; files that are none, said in the message bar."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton

from core.paths import Paths
from tests.journeys.desk import Desk
from tests.journeys.shelf import event, fill, hour
from tests.ui.find import part

SitDown = Callable[..., Desk]

MISSING = {"fr": "« parti.parvis » est introuvable", "en": "“parti.parvis” is not there."}
NO_AGENDA = {"fr": "n’est pas un agenda de Parvis", "en": "is not a Parvis agenda"}
NEWER = {"fr": "vient d’une version plus récente de Parvis", "en": "was written by a newer Parvis"}
READ_ONLY = {
    "fr": "Cet agenda peut être lu, mais pas modifié.",
    "en": "This agenda can be read, but not changed.",
}


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return fill(tmp_path / "agenda.parvis", [event("Un", hour(1))])


def test_a_new_one_and_back_by_the_recent_ones(sit_down: SitDown, agenda: Path, tmp_path: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    other = tmp_path / "Autre.parvis"
    desk.answer_file_dialog(other)
    desk.press("Ctrl+Shift+N")
    desk.until(lambda: desk.window.windowTitle().startswith("Autre"))
    desk.until(lambda: not desk.rows())
    desk.come_back()
    desk.action("new-event").trigger()
    desk.type("Ailleurs")
    desk.settle()
    desk.shows("Ailleurs")
    assert not desk.action("redo").isEnabled()
    desk.answer_file_dialog(agenda)
    desk.action("open-agenda").trigger()
    desk.shows("Un")
    assert not desk.action("undo").isEnabled()  # its steps are of another agenda
    desk.pick("Agendas récents", "Autre.parvis")
    desk.shows("Ailleurs")
    assert desk.selected() == ["Ailleurs"]


def test_what_is_no_agenda_is_said_and_left_alone(
    sit_down: SitDown, agenda: Path, tmp_path: Path, language: str
) -> None:
    no_agenda = tmp_path / "texte.parvis"
    no_agenda.write_text("Bonjour")
    newer = fill(tmp_path / "demain.parvis", [])
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    desk = sit_down(language, agenda=agenda)
    for path, words in ((no_agenda, NO_AGENDA), (newer, NEWER)):
        desk.answer_file_dialog(path)
        desk.action("open-agenda").trigger()
        desk.says(words[language])
        assert not desk.action("new-event").isEnabled()
        assert desk.text("summary") == "" or not desk.named("event-form").isVisible()
    assert no_agenda.read_text() == "Bonjour"
    desk.answer_file_dialog(agenda)
    desk.action("open-agenda").trigger()
    desk.shows("Un")
    assert desk.said() == ""


def test_one_that_was_moved_away_is_missed(sit_down: SitDown, agenda: Path, tmp_path: Path) -> None:
    gone = fill(tmp_path / "parti.parvis", [event("Parti", hour(1))])
    desk = sit_down("fr", agenda=agenda)
    desk.answer_file_dialog(gone)
    desk.action("open-agenda").trigger()
    desk.shows("Parti")
    desk.answer_file_dialog(agenda)
    desk.action("open-agenda").trigger()
    desk.shows("Un")
    gone.unlink()
    for beside in tmp_path.glob("parti.parvis-*"):
        beside.unlink()
    desk.pick("Agendas récents", "parti.parvis")
    desk.says(MISSING["fr"])
    assert not gone.exists()


def restore_from(desk: Desk, backup: Path) -> None:
    def choose(dialog: QDialog) -> None:
        desk.answer_file_dialog(backup)
        part(dialog, QPushButton, "restore-file").click()

    desk.when_asked("restore", choose)
    desk.action("restore").trigger()


def test_backed_up_and_restored(sit_down: SitDown, agenda: Path, tmp_path: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    backup = tmp_path / "sauvegarde.parvis"
    desk.answer_file_dialog(backup)
    desk.action("backup").trigger()
    desk.says("sauvegarde.parvis")
    desk.choose("Un")
    desk.press("Delete")
    desk.settle()
    assert desk.kept() == {}
    restore_from(desk, backup)
    desk.shows("Un")
    desk.says("La sauvegarde a été restaurée.")
    assert sorted(desk.kept()) == ["Un"]
    assert not desk.action("undo").isEnabled()


def test_what_could_not_be_restored_is_said_once_the_agenda_is_open_again(
    sit_down: SitDown, agenda: Path, tmp_path: Path, language: str
) -> None:
    no_backup = tmp_path / "texte.parvis"
    no_backup.write_text("Bonjour")
    desk = sit_down(language, agenda=agenda)
    restore_from(desk, no_backup)
    assert not desk.window.workspace.is_open
    desk.until(lambda: desk.window.workspace.is_open)
    desk.settle()
    desk.says(NO_AGENDA[language])
    assert "texte.parvis" in desk.said()
    desk.shows("Un")
    other = fill(tmp_path / "autre.parvis", [event("Autre", hour(1))])
    desk.answer_file_dialog(other)
    desk.action("open-agenda").trigger()
    desk.shows("Autre")
    assert desk.said() == ""


def test_what_could_not_be_restored_is_said_of_an_agenda_that_cannot_be_opened_either(
    sit_down: SitDown, agenda: Path, tmp_path: Path
) -> None:
    no_backup, no_agenda = tmp_path / "texte.parvis", tmp_path / "perdu.parvis"
    no_backup.write_text("Bonjour")
    no_agenda.write_text("Bonsoir")
    desk = sit_down("fr", agenda=agenda)
    desk.answer_file_dialog(no_agenda)
    desk.action("open-agenda").trigger()
    desk.says("« perdu.parvis »")
    restore_from(desk, no_backup)
    desk.says("« texte.parvis »")
    desk.says("« perdu.parvis »")
    desk.answer_file_dialog(agenda)
    desk.action("open-agenda").trigger()
    desk.shows("Un")
    assert desk.said() == ""


def test_a_backup_is_proposed_where_backups_are_looked_for(
    sit_down: SitDown, agenda: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = Paths.of_person().backups
    desk = sit_down("fr", agenda=agenda)
    desk.when_asked("file-dialog", lambda dialog: part(dialog, QDialogButtonBox).buttons()[0].click())
    desk.action("backup").trigger()
    desk.says("agenda 20")
    assert [its.name[:7] for its in folder.glob("*.parvis")] == ["agenda "]


def test_a_backup_waits_for_what_is_typed_and_the_window_does_not(
    sit_down: SitDown, agenda: Path, tmp_path: Path
) -> None:
    desk = sit_down("fr", agenda=agenda)
    backup = tmp_path / "sauvegarde.parvis"
    hold, held = threading.Event(), list[bool]()
    desk.window.workspace.do(lambda _agenda: held.append(hold.wait(5)))
    desk.named("contact").setFocus()
    desk.type("Zoé")
    desk.answer_file_dialog(backup)
    desk.action("backup").trigger()
    assert held == []
    hold.set()
    desk.says("sauvegarde.parvis")
    desk.agenda = backup
    assert desk.kept()["Un"].contact == "Zoé"


def test_one_that_another_window_has_is_left_to_that(
    sit_down: SitDown, agenda: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.controllers.agendas.raise_other", lambda _location: True)
    desk = sit_down("fr", "--demo", agenda=agenda)
    desk.answer_file_dialog(agenda)
    desk.action("open-agenda").trigger()
    desk.says("« agenda.parvis » est ouvert dans une autre fenêtre")


@pytest.mark.skipif(os.name == "nt", reason="needs modes of files")
def test_one_that_can_only_be_read(sit_down: SitDown, agenda: Path, language: str) -> None:
    read_only = sqlite3.connect(agenda)
    read_only.execute("PRAGMA journal_mode = DELETE")
    read_only.close()
    agenda.chmod(0o444)
    agenda.parent.chmod(0o555)
    try:
        if os.access(agenda, os.W_OK):
            pytest.skip("whoever runs this may write everywhere")
        desk = sit_down(language, agenda=agenda)
        desk.says(READ_ONLY[language])
        desk.shows("Un")
        for name in ("new-event", "delete", "duplicate", "import", "undo", "comment", "categories"):
            assert not desk.action(name).isEnabled(), name
        assert desk.action("export").isEnabled()
        assert desk.named("summary", QLineEdit).isReadOnly()
        assert READ_ONLY[language] in [its.text() for its in desk.labels("event-form")]
        desk.close()
    finally:
        agenda.parent.chmod(0o755)


def test_the_status_bar_counts(sit_down: SitDown, agenda: Path, language: str) -> None:
    desk = sit_down(language, agenda=agenda)
    words = {
        "fr": "agenda.parvis · 1 événement · 0 commentaire",
        "en": "agenda.parvis · 1 event · 0 comments",
    }
    desk.until(lambda: words[language] in desk.named("agenda-state", QLabel).text())
    desk.named("contact").setFocus()
    desk.type("A")
    saving, saved = {"fr": ("Enregistrement…", "Enregistré"), "en": ("Saving…", "Saved")}[language]
    assert desk.named("save-state", QLabel).text() == saving
    desk.until(lambda: desk.named("save-state", QLabel).text() == saved)
    assert desk.kept()["Un"].contact == "A"
