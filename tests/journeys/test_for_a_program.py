"""An export for Outlook: what it would choke on is shown, mended in the file, and then in the agenda too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QRadioButton, QTableWidget

from core.change import Change, Deed, Swap
from core.object import CalendarObject
from core.store import Store
from tests.core.agendas import Clock, vevent
from tests.journeys.desk import Desk, plain
from tests.journeys.shelf import event, fill, hour
from tests.ui.find import part

SitDown = Callable[..., Desk]

OFF = vevent("DTSTAMP:20260101T000000Z", "DTSTART:20261014", "SUMMARY:Fête", "STATUS:CANCELLED", uid="f")
ALL_WELL = {"fr": "Rien ne s’y oppose.", "en": "Nothing stands in the way."}
TWO = {"fr": "2 problèmes seront corrigés dans le fichier.", "en": "2 problems will be mended in the file."}
DONE = {"fr": "1 événement corrigé dans l’agenda.", "en": "1 event mended in the agenda."}
TITLE = {"fr": "Annulé\N{NO-BREAK SPACE}: Fête", "en": "Cancelled: Fête"}


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = fill(tmp_path / "agenda.parvis", [event("Un", hour(1))])
    store = Store.open(str(path), clock=Clock())
    store.apply(Change(Deed.IMPORT, (Swap(None, CalendarObject(0, 0, "f", OFF)),)))
    store.close()
    return path


def test_looked_at_changed_and_mended(sit_down: SitDown, agenda: Path, tmp_path: Path, language: str) -> None:
    desk = sit_down(language, agenda=agenda)
    desk.choose("Un")
    desk.action("export").trigger()
    dialog = desk.dialog("export-dialog")
    outcome = part(dialog, QLabel, "export-outcome")
    desk.until(lambda: plain(outcome.text()) == ALL_WELL[language])
    part(dialog, QComboBox, "export-profile").setCurrentIndex(1)
    part(dialog, QRadioButton, "export-all").click()
    desk.until(lambda: plain(outcome.text()) == TWO[language])
    part(dialog, QPushButton, "export-details").click()
    kinds = part(desk.dialog("export-check"), QTableWidget)
    assert kinds.rowCount() == 2
    part(desk.dialog("export-check"), QPushButton, "export-check-mend").click()
    desk.says(DONE[language])
    desk.until(lambda: plain(outcome.text()).startswith("1 "))
    path = tmp_path / "outlook.ics"
    desk.answer_file_dialog(path)
    part(dialog, QPushButton, "export-dialog-go-on").click()
    desk.until(path.exists)
    text = path.read_bytes().decode()
    assert f"SUMMARY:{TITLE[language]}\r\nSTATUS:CONFIRMED\r\n" in text
    assert "DTSTART;VALUE=DATE:20261014\r\n" in text
    stored = desk.store()
    (its,) = stored.objects_of("f")
    assert b"STATUS:CANCELLED\r\n" in its.text
    assert b"DTSTART;VALUE=DATE:20261014\r\n" in its.text
    stored.close()
    desk.come_back()
    desk.action("undo").trigger()
    desk.settle()
    stored = desk.store()
    assert b"DTSTART:20261014\r\n" in stored.objects_of("f")[0].text
    stored.close()
