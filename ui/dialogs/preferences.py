"""What a person sets once: language, theme, the agenda's zone, who comments; and where things are kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.comment import problems
from core.errors import AppError
from core.paths import Paths
from core.progress import Job, Progress
from core.settings import Settings
from ui.dialogs.frame import Role, buttons_of, column_of
from ui.errors import bad_field, words
from ui.remembered import Remembered
from ui.widgets.choices import offer
from ui.widgets.comment_fields import author_of
from ui.widgets.field import Field
from ui.widgets.plain_label import PlainLabel
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.zone_field import ZoneField
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.store import Store


class PreferencesDialog(QDialog):
    """What is set in it holds at once; there is nothing to confirm."""

    def __init__(
        self, remembered: Remembered, workspace: Workspace, paths: Paths, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self._workspace = workspace
        self._paths = paths
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = column_of(self, "preferences")
        column.setSpacing(12)
        self.setMinimumWidth(520)
        self._headings = [PlainLabel(self, role="heading") for _ in range(4)]
        self._made_controls()
        for heading, part in zip(
            self._headings, (self._looks(), self._agenda(), self._comments(), self._folders()), strict=True
        ):
            column.addWidget(heading)
            column.addLayout(part)
            column.addSpacing(8)
        column.addStretch(1)
        self._close = QPushButton(self)
        column.addWidget(buttons_of(self, [(self._close, "close", Role.RejectRole, self.close)]))
        self._retranslate()
        self._show_settings(remembered.settings)
        self._show_agenda()
        self._connect()
        # Left to itself, a dialog takes two thirds of a low screen, whatever its words need.
        width = max(self.minimumWidth(), column.totalMinimumSize().width())
        self.resize(width, column.totalHeightForWidth(width))

    # The parts

    def _made_controls(self) -> None:
        self.language, self.theme, self.zone = QComboBox(self), QComboBox(self), ZoneField(self)
        self.keep = QCheckBox(self)
        self.name, self.email, self.website = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self._zone_words = PlainLabel(self, role="meta")
        self._zone_words.setWordWrap(True)
        self._progress = ProgressPanel(self)
        named: dict[str, QWidget] = {
            "preferences-language": self.language,
            "preferences-theme": self.theme,
            "preferences-zone": self.zone,
            "preferences-keep-author": self.keep,
            "preferences-name": self.name,
            "preferences-email": self.email,
            "preferences-website": self.website,
        }
        for name, widget in named.items():
            widget.setObjectName(name)
        self._fields = {
            name: Field(widget, self) for name, widget in named.items() if widget is not self.keep
        }

    def _looks(self) -> QGridLayout:
        return self._grid("preferences-language", "preferences-theme")

    def _agenda(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._fields["preferences-zone"])
        column.addWidget(self._zone_words)
        column.addWidget(self._progress)
        return column

    def _comments(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.keep)
        column.addLayout(self._grid("preferences-name", "preferences-email"))
        column.addWidget(self._fields["preferences-website"])
        return column

    def _folders(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self._places: list[tuple[PlainLabel, QPushButton]] = []
        for row, (name, path) in enumerate((("backups", self._paths.backups), ("log", self._paths.log))):
            label, where, button = PlainLabel(self), PlainLabel(self, role="muted"), QPushButton(self)
            where.setWordWrap(True)
            where.setText(_breakable(path))
            where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            button.setObjectName(f"preferences-open-{name}")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._open, path))
            for at, widget in enumerate((label, where, button)):
                grid.addWidget(widget, row, at)
            self._places.append((label, button))
        grid.setColumnStretch(1, 1)
        return grid

    def _grid(self, *names: str) -> QGridLayout:
        """Side by side."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for at, name in enumerate(names):
            grid.addWidget(self._fields[name], 0, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        return grid

    def _connect(self) -> None:
        self.language.activated.connect(
            lambda _: self._remembered.change(language=self.language.currentData())
        )
        self.theme.activated.connect(lambda _: self._remembered.change(theme=self.theme.currentData()))
        self.zone.edited.connect(self._on_zone)
        self.keep.clicked.connect(self._on_keep)
        for line in (self.name, self.email, self.website):
            line.editingFinished.connect(self._on_author)
        self._remembered.changed.connect(self._show_settings)
        self._workspace.opened.connect(self._show_agenda)

    # What is shown

    def _show_settings(self, settings: Settings) -> None:
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.keep.setChecked(settings.keep_author)
        for line, text in (
            (self.name, settings.author_name),
            (self.email, settings.author_email),
            (self.website, settings.author_website),
        ):
            line.setEnabled(settings.keep_author)
            if not line.hasFocus():
                line.setText(text)

    def _show_agenda(self) -> None:
        there = self._workspace.is_open
        self.zone.setEnabled(there and not self._workspace.store.read_only)
        if there:
            self.zone.set_local(self._workspace.store.zone)
            self.zone.set_tzid(self._workspace.store.zone)

    # What the person sets

    def _on_zone(self, tzid: str) -> None:
        if not tzid or not self._workspace.is_open or tzid == self._workspace.store.zone:
            return

        def set_zone(store: Store, _agenda: object) -> Job[None]:
            yield Progress(0)
            store.set_zone(tzid)

        job = self._workspace.start(set_zone)
        job.finished.connect(lambda _: self._workspace.reloaded.emit())
        job.failed.connect(self._on_zone_failed)
        self._progress.watch(job, self.tr("Setting the agenda’s days anew…"))

    def _on_zone_failed(self, error: AppError) -> None:
        self._show_agenda()
        self._fields["preferences-zone"].set_problem(words(error))

    def _on_keep(self, keep: bool) -> None:
        if keep:
            self._remembered.change(keep_author=True)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            for name in ("name", "email", "website"):
                self._fields[f"preferences-{name}"].set_problem("")
            for line in (self.name, self.email, self.website):
                line.clear()
            self._remembered.change(keep_author=False, author_name="", author_email="", author_website="")

    def _on_author(self) -> None:
        author = author_of(self.name.text(), self.email.text(), self.website.text())
        found = problems(author, "text")
        right = {}
        for name, text in (("name", author.name), ("email", author.email), ("website", author.website)):
            # What is blank here is asked for when a comment is written.
            reason = "" if found.get(name) == "required" else found.get(name, "")
            self._fields[f"preferences-{name}"].set_problem(bad_field(name, reason) if reason else "")
            if not reason:
                right[f"author_{name}"] = text
        if self._remembered.settings.keep_author:
            self._remembered.change(**right)

    def _open(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        self._close.setText(self.tr("Close"))
        for heading, text in zip(
            self._headings,
            (self.tr("Window"), self.tr("Agenda"), self.tr("Comments"), self.tr("Files")),
            strict=True,
        ):
            heading.setText(text)
        labels = {
            "language": self.tr("Language"),
            "theme": self.tr("Theme"),
            "zone": self.tr("Time zone"),
            "name": self.tr("Name"),
            "email": self.tr("E-mail"),
            "website": self.tr("Web site"),
        }
        for name, text in labels.items():
            field = self._fields[f"preferences-{name}"]
            field.set_label(text)
            field.widget.setAccessibleName(text)
        self._zone_words.setText(self.tr("In which the days of this agenda begin, and its new events are."))
        self.keep.setText(self.tr("Keep my name, e-mail and web site for comments"))
        self.email.setPlaceholderText(self.tr("Will not be published"))
        offer(
            self.language,
            [("system", self.tr("Like the system")), ("fr", "Français"), ("en", "English")],
        )
        offer(
            self.theme,
            [
                ("system", self.tr("Like the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
        )
        for (label, button), text in zip(self._places, (self.tr("Backups"), self.tr("Log")), strict=True):
            label.setText(text)
            button.setText(self.tr("Open"))
            button.setAccessibleName(self.tr("Open the folder: {0}").format(text))


def _breakable(path: Path) -> str:
    """A path that a label can break after each folder."""
    return str(path).replace("/", "/\N{ZERO WIDTH SPACE}").replace("\\", "\\\N{ZERO WIDTH SPACE}")
