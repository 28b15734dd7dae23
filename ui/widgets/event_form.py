"""The rows of the event's form: each control with its label, in the order in which one reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from core.event import Event, Place
from core.links import read_url
from core.richtext import from_plain
from core.when import When
from ui.models.beside import Beside
from ui.widgets.chips import TagEditor
from ui.widgets.event_heading import INSET, EventHeading
from ui.widgets.field import Field, LabelColumn
from ui.widgets.glyph import Glyph
from ui.widgets.more_fields import MoreFields
from ui.widgets.place_editor import PlaceEditor
from ui.widgets.plain_label import PlainLabel
from ui.widgets.repeats_editor import RepeatsEditor
from ui.widgets.rich_text import RichText
from ui.widgets.scope_bar import ScopeBar
from ui.widgets.value_line import ValueLine
from ui.widgets.when_editor import WHEN_INPUTS, WhenEditor
from ui.widgets.when_note import WhenNote

# In pixels: the widest that the form grows, and under which its labels stand above their controls.
WIDEST = 704
NARROW = 560


class EventForm(QWidget):
    """Only lays out and names; what the controls tell is the editor's affair."""

    def __init__(
        self,
        icon: Callable[[str], QIcon],
        suggest_places: Callable[[str], Sequence[Place]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("event-form")
        self.setMaximumWidth(WIDEST)
        self._note = Note("lock", self, margin=INSET)
        self.heading = EventHeading(icon, self)
        self.scope = ScopeBar(self)
        self.when = WhenEditor(today, self)
        self.when.setObjectName("when")
        self._when_note = WhenNote(self)
        self._when_note.zone_wanted.connect(self.when.open_zones)
        self._beside = Beside()
        self.repeats = RepeatsEditor(icon, today, self)
        self.repeats.setObjectName("repeats-editor")
        self.place = PlaceEditor(suggest_places, self)
        self.categories = TagEditor(self)
        self.categories.setObjectName("categories")
        self.url = ValueLine("url", read_url, self)
        self.contact = ValueLine("contact", parent=self)
        self.description = RichText(icon, self)
        self.more = MoreFields(icon, self)
        trailing = QLineEdit.ActionPosition.TrailingPosition
        self._open = self.url.addAction(icon("external-link:muted"), trailing)
        self._open.triggered.connect(self._on_open)
        self.url.textChanged.connect(self._show_open)
        self._fields = {
            "when": Field(self.when, self),
            "when-note": Field(self._when_note, self),
            "repeats": Field(self.repeats, self),
            "location": Field(self.place, self),
            "categories": Field(self.categories, self),
            "url": Field(self.url, self),
            "contact": Field(self.contact, self),
            "description": Field(self.description, self),
        }
        self._lay_out()
        self._labels = LabelColumn(self, self.fields().values(), NARROW)
        self._retranslate()
        self._show_open()

    def _lay_out(self) -> None:
        rows = QVBoxLayout()
        rows.setContentsMargins(INSET, 0, INSET, 0)
        rows.setSpacing(8)
        rows.addWidget(self.scope)
        for name in ("when", "when-note", "repeats", "location", "categories", "url", "contact"):
            rows.addWidget(self._fields[name])
        rows.addWidget(self._fields["description"], 1)
        # Last: unfolded higher up, they would push the text out of sight.
        rows.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - INSET, 16, 24 - INSET, 24)
        column.setSpacing(8)
        column.addWidget(self._note)
        column.addWidget(self.heading)
        column.addLayout(rows, 1)
        self._note.hide()

    def show_event(self, event: Event, beside: Beside) -> None:
        """Put the values into the controls."""
        self.heading.show_event(event)
        self.place.show_place(event.place)
        self.categories.set_tags(event.categories)
        self.url.show_text(event.url)
        self.contact.show_text(event.contact)
        self.description.set_html(event.description.html or from_plain(event.description.text))
        self._beside = beside
        self.show_when_note(event.when)
        self.repeats.show_event(event, beside)
        self.scope.show_scope(beside.scope, changed=beside.changed)

    def show_when_note(self, when: When) -> None:
        """Say what the zone makes of these times, where that is not plain, and of which date they are."""
        self.scope.show_since(when.start.day if self._beside.scope == "all" else None)
        said = self._when_note.show_when(when, self._beside, read_only=self.url.isReadOnly())
        self._fields["when-note"].setVisible(said)

    def fields(self) -> dict[str, Field]:
        """Every row, by the objectName of its control."""
        return {**self._fields, **self.more.fields()}

    @staticmethod
    def row_of(name: str) -> str:
        """The control in whose row the input with that objectName stands."""
        return "when" if name in WHEN_INPUTS else name

    def lines(self) -> tuple[ValueLine, ...]:
        return self.url, self.contact

    def set_read_only(self, read_only: bool) -> None:
        for line in self.lines():
            line.setReadOnly(read_only)
        self.heading.set_read_only(read_only)
        self.when.set_read_only(read_only)
        self.repeats.set_read_only(read_only)
        self.scope.set_read_only(read_only)
        self.place.setReadOnly(read_only)
        self.categories.set_read_only(read_only)
        self.more.set_read_only(read_only)
        self.description.set_read_only(read_only)
        self._note.setVisible(read_only)
        self._retranslate()

    def stick_to(self, area: QScrollArea) -> None:
        """Keep the tools of the description in sight while the area scrolls."""
        self.description.stick_to(area)

    def _show_open(self) -> None:
        self._open.setVisible(_web_address(self.url.text()) is not None)

    def _on_open(self) -> None:
        address = _web_address(self.url.text())
        if address is not None:
            QDesktopServices.openUrl(address)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        words = {
            "when": self.tr("When"),
            "when-note": "",
            "repeats": self.tr("Repeats"),
            "location": self.tr("Where"),
            "categories": self.tr("Categories"),
            "url": self.tr("Link"),
            "contact": self.tr("Contact"),
            "description": self.tr("Description"),
        }
        for name, field in self._fields.items():
            field.set_label(words[name])
        self.repeats.setAccessibleName(words["repeats"])
        self.url.setAccessibleName(words["url"])
        self.contact.setAccessibleName(words["contact"])
        read_only = self.url.isReadOnly()
        self.url.setPlaceholderText("" if read_only else "https://")
        self.contact.setPlaceholderText("" if read_only else self.tr("Name, telephone, e-mail"))
        self.categories.setAccessibleName(words["categories"])
        self._open.setText(self.tr("Open the link"))
        self._open.setToolTip(self.tr("Open the link"))
        self._note.set_text(self.tr("This agenda can be read, but not changed."))
        self._labels.arrange(self.width())


class Note(QWidget):
    """A sign and some words in a line of the form."""

    def __init__(self, glyph: str, parent: QWidget, *, margin: int = 0) -> None:
        super().__init__(parent)
        self._words = PlainLabel(self, role="muted")
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, 8, margin, 8)
        row.setSpacing(8)
        row.addWidget(Glyph(glyph, self, role="muted"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def set_text(self, text: str) -> None:
        self._words.setText(text)
        self.setAccessibleName(text)


def _web_address(text: str) -> QUrl | None:
    """What a browser or a mail program may be asked to open."""
    try:
        address = QUrl(read_url(text), QUrl.ParsingMode.StrictMode)
    except ValueError:
        return None
    return address if address.scheme() in ("http", "https", "mailto") else None
