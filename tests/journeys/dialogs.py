"""Every dialog that the window can open, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from core.event import Event
from core.planned import ImportReport
from core.when import When
from tests.journeys.hands import pause
from tests.ui.find import part
from ui.dialogs.ask_date import AskDate
from ui.dialogs.conflict import ConflictDialog
from ui.dialogs.fault_report import FaultReport
from ui.dialogs.files import Files
from ui.dialogs.import_into import ImportIntoDialog
from ui.dialogs.import_report import ImportReportDialog
from ui.dialogs.restore import Backup, RestoreDialog
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
    yield FaultReport("ZeroDivisionError: 1 / 0", Path("parvis.log"), window)
    yield ImportIntoDialog(["otan.ics"], window.workspace.store.calendars(), 1, window)
    yield ImportReportDialog(ImportReport(added=2, updated=1), window)
    yield RestoreDialog([Backup(Path("agenda.parvis"), NOW, 1 << 20)], Path(), Files(window), window)
