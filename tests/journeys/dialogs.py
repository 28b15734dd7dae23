"""Every dialog that the window can open, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QDialog

from core.clients.checking import Checked, Kind, Problem
from core.clients.draft import Finding
from core.clients.profile import Profile
from core.event import Event
from core.ics import component
from core.ics.split import SetAside
from core.object import CalendarObject, ComponentRef
from core.planned import Fate, FileReport, ImportPlan, ImportReport, Item
from core.when import When
from tests.journeys.hands import pause
from tests.ui.find import part
from ui.dialogs.ask_date import AskDate
from ui.dialogs.conflict import ConflictDialog
from ui.dialogs.export_check import ExportCheckDialog
from ui.dialogs.fault_report import FaultReport
from ui.dialogs.files import Files
from ui.dialogs.import_preview import ImportPreview
from ui.dialogs.import_report import ImportReportDialog
from ui.dialogs.restore import Backup, RestoreDialog
from ui.models.import_ways import Targets
from ui.window import MainWindow

# Those that an action opens and does not wait for.
ACTIONS = ("preferences", "calendars", "categories", "palette", "shortcuts", "about", "export")

ASKED = ("Duplicate to another date", "The copy starts on", "Duplicate")
NOW = datetime(2022, 10, 12, 9, 30)
OURS = Event(
    "uid",
    When.days(NOW.date()),
    summary="Réunion des ministres de la Défense des pays de l’OTAN",
    categories=("Défense", "International"),
    contact="Service de presse",
)
THEIRS = replace(OURS, when=When.times(NOW, NOW, "Europe/Brussels"), categories=(), contact="Zoé Lœwe")

_LINES = ("SUMMARY:Réunion", "STATUS:CANCELLED"), ("SUMMARY:Annulé : Réunion", "STATUS:CONFIRMED")
_FOUND = Finding(ComponentRef(1), "cancelled", *_LINES, mended=True)
_LONG = Finding(ComponentRef(1, "20221012"), "long", _LINES[0], _LINES[0], mended=False)
_CHECKED = Checked(
    Profile.OUTLOOK,
    *(12, 3, 20_000),
    [
        Kind("long", 1, [Problem(1, "uid", "", _LONG)], 0, 0),
        Kind("cancelled", 2, [Problem(1, "uid", "Réunion", _FOUND)], 2, 2),
        Kind("stamp", 9, [Problem(1, "uid", "Réunion", _FOUND)], 9, 9),
    ],
)


def every_dialog(window: MainWindow) -> Iterator[QDialog]:
    """Each is shown while it is looked at."""
    for name in ACTIONS:
        part(window, QAction, f"action-{name}").trigger()
        pause(50)
        (dialog,) = (its for its in window.findChildren(QDialog) if its.isVisible())
        yield dialog
        dialog.close()
        pause(10)
    for dialog in _made(window):
        dialog.open()
        pause(50)
        yield dialog
        dialog.hide()
        dialog.deleteLater()
        pause(10)


def _made(window: MainWindow) -> Iterator[QDialog]:
    words = (QCoreApplication.translate("AskDate", its) for its in ASKED)
    yield AskDate(next(words), next(words), next(words), NOW.date(), NOW.date, window)
    yield ConflictDialog(("when", "categories", "contact"), OURS, THEIRS, window)
    yield ExportCheckDialog(_CHECKED, parent=window)
    yield FaultReport("ZeroDivisionError: 1 / 0", Path("parvis.log"), window)
    yield _preview(window)
    yield ImportReportDialog(ImportReport(added=2, updated=1), window)
    yield RestoreDialog([Backup(Path("agenda.parvis"), NOW, 1 << 20)], Path(), Files(window), window)


def _preview(window: MainWindow) -> ImportPreview:
    """With an event that is changed, one that is new, one that was deleted, and one that is likely a twin."""
    targets = Targets(window.workspace.store.calendars(), "OTAN", 1)
    ours, theirs = (as_text(its) for its in (OURS, THEIRS))
    stored = CalendarObject(1, 1, OURS.uid, ours)
    items = (
        Item(Fate.CHANGED, "uid", theirs, stored),
        *(Item(fate, fate.value, theirs) for fate in (Fate.NEW, Fate.DELETED, Fate.SAME)),
        Item(Fate.TWIN, "twin", theirs, stored),
    )
    aside = SetAside(3, "no-start", "x", "Marche", b"")
    preview = ImportPreview(targets, lambda _name: QIcon(), lambda _role: QColor("black"), UTC, window)
    preview.show_plan(ImportPlan(items, 1, files=(FileReport("otan.ics", set_aside=[aside]),)))
    return preview


def as_text(event: Event) -> bytes:
    return component.write(event, NOW.replace(tzinfo=UTC))
