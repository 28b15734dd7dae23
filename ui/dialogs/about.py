"""What Parvis is, in which version, and on whose work it stands, with their licences."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from ui.dialogs.frame import Role, buttons_of, column_of
from ui.widgets.plain_label import PlainLabel
from ui.widgets.plain_table import PlainTable

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Work:
    """Somebody's work that is in Parvis. package: its name as such. file: its licence, from our root."""

    name: str
    licence: str
    package: str = ""
    file: str = ""

    @property
    def version(self) -> str:
        """Of what is installed; "" where that is not known."""
        try:
            return metadata.version(self.package) if self.package else ""
        except metadata.PackageNotFoundError:
            return ""

    @property
    def text(self) -> str:
        """The licence itself, or "" where it does not lie with the work."""
        try:
            if self.file:
                return (ROOT / self.file).read_text(encoding="utf-8")
            files = metadata.files(self.package) or []
            found = [its for its in files if its.name.upper().startswith(("LICENSE", "LICENCE", "COPYING"))]
            return found[0].read_text(encoding="utf-8") if found else ""
        except (metadata.PackageNotFoundError, OSError, UnicodeDecodeError):
            return ""


def works() -> tuple[Work, ...]:
    return (
        Work("Parvis", "MIT", file="LICENSE"),
        Work("Inter", "OFL-1.1", file="resources/fonts/LICENSE.txt"),
        Work("Lucide", "ISC", file="resources/icons/LICENSE.txt"),
        Work("Qt, PySide6", "LGPL-3.0", "PySide6-Essentials"),
        Work("SQLAlchemy", "MIT", "SQLAlchemy"),
        Work("Alembic", "MIT", "alembic"),
        Work("icalendar", "BSD-2-Clause", "icalendar"),
        Work("dateutil", "Apache-2.0, BSD-3-Clause", "python-dateutil"),
        Work("tzdata", "Apache-2.0", "tzdata"),
        Work("nh3", "MIT", "nh3"),
        Work("email-validator", "Unlicense", "email-validator"),
        Work("platformdirs", "MIT", "platformdirs"),
    )


class AboutDialog(QDialog):
    """A press on a work shows its licence."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._version = version
        self._works = works()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = column_of(self, "about")
        self.resize(560, 600)
        self._title = PlainLabel(self, role="title", text="Parvis")
        self._system = PlainLabel(self, role="muted", text=self._system_words())
        self._system.setObjectName("about-version")
        self._system.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words, self._heading = PlainLabel(self), PlainLabel(self, role="heading")
        self._words.setWordWrap(True)
        self._table = self._made_table()
        self._licence = QPlainTextEdit(self)
        self._licence.setObjectName("about-licence")
        self._licence.setReadOnly(True)
        self._licence.setTabChangesFocus(True)
        self._copy, self._close = QPushButton(self), QPushButton(self)
        for widget in (self._title, self._system, self._words):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._table, 3)
        column.addWidget(self._licence, 2)
        column.addSpacing(4)
        column.addWidget(
            buttons_of(
                self,
                [
                    (self._copy, "copy", Role.ActionRole, self._copy_version),
                    (self._close, "close", Role.RejectRole, self.close),
                ],
            )
        )
        self._retranslate()
        self._table.setCurrentCell(0, 0)

    def _system_words(self) -> str:
        return f"{self._version} · Qt {qVersion()} · Python {platform.python_version()} · {platform.system()}"

    def _made_table(self) -> PlainTable:
        table = PlainTable("about-works", 3, 0, self)
        for work in self._works:
            table.add([work.name, self._version if work.name == "Parvis" else work.version, work.licence])
        table.currentCellChanged.connect(lambda row, *_: self._show_licence(row))
        return table

    def _show_licence(self, row: int) -> None:
        if 0 <= row < len(self._works):
            work = self._works[row]
            self._licence.setPlainText(work.text or f"{work.name}\n{work.licence}")
            self._licence.setAccessibleName(self.tr("Licence of {0}").format(work.name))

    def _copy_version(self) -> None:
        QGuiApplication.clipboard().setText(f"Parvis {self._system_words()}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("About Parvis"))
        self._words.setText(self.tr("Keeps an agenda of public events, for a person or a small team."))
        self._heading.setText(self.tr("It stands on the work of others"))
        self._table.setAccessibleName(self.tr("Works and their licences"))
        self._table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Version"), self.tr("Licence")])
        self._copy.setText(self.tr("Copy the version"))
        self._close.setText(self.tr("Close"))
        self._show_licence(self._table.currentRow())
