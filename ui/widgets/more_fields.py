"""The rows folded away until they are wanted: organizer, cost, coordinates, source, visibility."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QToolButton, QVBoxLayout, QWidget

from core.event import Classification, Event, Geo, Organizer, Transparency
from ui.widgets.choices import offer
from ui.widgets.field import Field
from ui.widgets.value_line import ValueLine, read_email, read_geo
from ui.widgets.when_editor import Problem


class MoreFields(QWidget):
    """Rows that say nothing are folded away, for every event, until the person unfolds them."""

    edited = Signal(str, object)  # as Event names it
    located = Signal(object)  # Geo | None
    troubled = Signal(object)  # Problem
    mended = Signal(str)
    left = Signal()

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._organizer = Organizer()
        self._uid = ""
        self._kept: set[str] = set()  # the rows that stay while the others are folded
        self.organizer = ValueLine("organizer", parent=self)
        self.organizer_email = ValueLine("organizer-email", read_email, self)
        self.cost = ValueLine("cost", parent=self)
        self.geo = ValueLine("geo", read_geo, self)
        self.source = ValueLine("source", parent=self)
        self.classification, self.transparency = QComboBox(self), QComboBox(self)
        self.classification.setObjectName("class")
        self.transparency.setObjectName("transp")
        self._fold = QToolButton(self)
        self._fold.setCheckable(True)
        self._fold.setObjectName("more-fields")
        self._fold.setProperty("quiet", True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fields = {
            box.objectName(): Field(box, self)
            for box in (*self._lines(), self.classification, self.transparency)
        }
        self._lay_out()
        self._connect()
        self._retranslate()
        self._on_folded(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for field in self._fields.values():
            column.addWidget(field)
        column.addWidget(self._fold)

    def _connect(self) -> None:
        self._fold.toggled.connect(self._on_folded)
        self.organizer.edited.connect(lambda name: self._change_organizer(name=name))
        self.organizer_email.edited.connect(lambda email: self._change_organizer(email=email))
        self.cost.edited.connect(lambda text: self.edited.emit("cost", text))
        self.source.edited.connect(lambda text: self.edited.emit("source", text))
        self.geo.edited.connect(self.located)
        self.classification.activated.connect(
            lambda _: self._pick("classification", self.classification.currentData())
        )
        self.transparency.activated.connect(
            lambda _: self._pick("transparency", self.transparency.currentData())
        )
        for line in self._lines():
            line.edited.connect(partial(self._on_right, line))
            line.invalid.connect(partial(self._on_invalid, line))
            line.left.connect(self.left)

    def _lines(self) -> tuple[ValueLine, ...]:
        return self.organizer, self.organizer_email, self.cost, self.geo, self.source

    def fields(self) -> dict[str, Field]:
        """The rows, by the objectName of their control."""
        return dict(self._fields)

    def show_event(self, event: Event, drafts: Mapping[str, str]) -> None:
        another = event.uid != self._uid
        self._uid = event.uid
        self._organizer = event.organizer
        self.organizer.show_text(event.organizer.name)
        self.organizer_email.show_text(event.organizer.email)
        self.cost.show_text(event.cost)
        self.source.show_text(event.source)
        self.geo.show_text(_geo_text(event.place.geo))
        self.classification.setCurrentIndex(self.classification.findData(event.classification))
        self.transparency.setCurrentIndex(self.transparency.findData(event.transparency))
        for line in self._lines():
            if line.objectName() in drafts:
                line.setText(drafts[line.objectName()])
                self._on_invalid(line, line.text())
        # Nothing folds under somebody's hands: only another event does that.
        self._kept = self._filled() if another else self._kept | self._filled()
        self._show_rows()

    def fall_back(self, organizer: Organizer) -> None:
        """Take back the address that was understood last."""
        self._change_organizer(email=organizer.email)

    def forget(self, name: str, event: Event) -> None:
        """Show the value in that line, in place of what was typed there and not understood."""
        texts = {"organizer-email": event.organizer.email, "geo": _geo_text(event.place.geo)}
        next(line for line in self._lines() if line.objectName() == name).show_text(texts[name])

    def _filled(self) -> set[str]:
        """The rows that say something; name and address of the organizer stand together."""
        boxes = (self.classification, self.transparency)
        filled = {line.objectName() for line in self._lines() if line.text().strip()}
        filled |= {box.objectName() for box in boxes if box.currentIndex() > 0}
        organizer = {self.organizer.objectName(), self.organizer_email.objectName()}
        return filled | organizer if filled & organizer else filled

    def _show_rows(self) -> None:
        for name, field in self._fields.items():
            field.setVisible(self._fold.isChecked() or name in self._kept)

    def set_read_only(self, read_only: bool) -> None:
        for line in self._lines():
            line.setReadOnly(read_only)
        self.classification.setEnabled(not read_only)
        self.transparency.setEnabled(not read_only)

    def _pick(self, name: str, value: object) -> None:
        self.edited.emit(name, value)
        self.left.emit()

    def _change_organizer(self, **part: str) -> None:
        self._organizer = replace(self._organizer, **part)
        self.edited.emit("organizer", self._organizer)

    def _on_right(self, line: ValueLine, _value: object) -> None:
        self.mended.emit(line.objectName())

    def _on_invalid(self, line: ValueLine, text: str) -> None:
        self.troubled.emit(Problem(line.objectName(), "malformed", text))

    def _on_folded(self, unfolded: bool) -> None:
        self._kept = self._filled()
        self._show_rows()
        self._fold.setIcon(self._icon("chevron-up:accent" if unfolded else "chevron-down:accent"))
        self._name_fold()

    def _name_fold(self) -> None:
        unfolded = self._fold.isChecked()
        self._fold.setText(self.tr("Fewer details") if unfolded else self.tr("More details"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._name_fold()
        names = {
            "organizer": self.tr("Organizer"),
            "organizer-email": self.tr("E-mail"),
            "cost": self.tr("Cost"),
            "geo": self.tr("Coordinates"),
            "source": self.tr("Source"),
            "class": self.tr("Visibility"),
            "transp": self.tr("Availability"),
        }
        for name, words in names.items():
            self._fields[name].set_label(words)
        for line in self._lines():
            line.setAccessibleName(names[line.objectName()])
        offer(
            self.classification,
            [
                (Classification.PUBLIC, self.tr("Public")),
                (Classification.PRIVATE, self.tr("Private")),
                (Classification.CONFIDENTIAL, self.tr("Confidential")),
            ],
        )
        offer(
            self.transparency,
            [(Transparency.OPAQUE, self.tr("Busy")), (Transparency.TRANSPARENT, self.tr("Free"))],
        )
        self.classification.setAccessibleName(names["class"])
        self.transparency.setAccessibleName(names["transp"])


def _geo_text(geo: Geo | None) -> str:
    return f"{geo.latitude}, {geo.longitude}" if geo else ""
