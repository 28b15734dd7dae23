"""The centre of the window: one event in a form, every field of it, each edit told as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from core.event import Description, Event, Place
from core.richtext import from_plain, is_plain, to_plain
from ui.errors import bad_field
from ui.widgets.chips import TagEditor
from ui.widgets.event_heading import EventHeading
from ui.widgets.field import Field
from ui.widgets.more_fields import MoreFields
from ui.widgets.place_editor import PlaceEditor
from ui.widgets.plain_label import PlainLabel
from ui.widgets.rich_text import RichText
from ui.widgets.value_line import ValueLine, read_url
from ui.widgets.when_editor import Problem, WhenEditor

# The widest that the form grows, in pixels: its lines stay readable in a wide window.
FORM_WIDTH = 820


class EventEditor(QScrollArea):
    """Shows an Event; tells each change by the person as a whole new Event.

    What is no value of its field stays in the input, is named under it, and is told as a draft.
    """

    edited = Signal(object)  # Event
    left = Signal()  # a field was left: what comes next is another undo step
    drafted = Signal(str, str)  # objectName of the input, its text
    undrafted = Signal(str)  # objectName

    def __init__(
        self,
        icon: Callable[[str], QIcon],
        suggest_places: Callable[[str], Sequence[Place]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._event: Event | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.heading = EventHeading(icon, self)
        self.when = WhenEditor(self)
        self.place = PlaceEditor(suggest_places, self)
        self.categories = TagEditor(self)
        self.url = ValueLine("url", read_url, self)
        self.contact = ValueLine("contact", parent=self)
        self.more = MoreFields(icon, self)
        self.description = RichText(icon, self)
        self._recurrence = PlainLabel(self)
        self._fields = {
            "when": Field(self.when),
            "place": Field(self.place),
            "categories": Field(self.categories),
            "url": Field(self.url),
            "contact": Field(self.contact),
        }
        self.categories.setObjectName("categories")
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        form = QWidget(self)
        form.setObjectName("event-form")
        form.setMaximumWidth(FORM_WIDTH)
        column = QVBoxLayout(form)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self._fields["when"])
        column.addWidget(self._recurrence)
        for name in ("place", "categories"):
            column.addWidget(self._fields[name])
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self._fields["url"], 1)
        both.addWidget(self._fields["contact"], 1)
        column.addLayout(both)
        column.addWidget(self.more)
        column.addWidget(self.description, 1)
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(form, 1_000)
        row.addStretch(1)
        self.setWidget(middle)

    def _connect(self) -> None:
        self.heading.edited.connect(self._change)
        self.when.edited.connect(lambda when: self._change("when", when))
        self.when.troubled.connect(self._on_troubled)
        self.when.mended.connect(self._on_mended)
        self.place.edited.connect(self._on_place_lines)
        self.place.chosen.connect(lambda place: self._change("place", place))
        self.categories.edited.connect(lambda tags: self._change("categories", tuple(tags)))
        self.more.edited.connect(self._on_more)
        self.more.troubled.connect(self._on_troubled)
        self.more.mended.connect(self._on_mended)
        self.description.edited.connect(self._on_description)
        for line in (self.url, self.contact):
            line.edited.connect(partial(self._on_line, line))
            line.invalid.connect(partial(self._on_invalid_line, line))
        for part in (self.heading, self.when, self.place, self.categories, self.url, self.contact,
                     self.more, self.description):
            part.left.connect(self.left)

    # Showing

    @property
    def event_shown(self) -> Event | None:
        return self._event

    def show_event(self, event: Event, drafts: Mapping[str, str], recurrence: str = "") -> None:
        """Fill the form. drafts: what was typed earlier and is no value, by objectName. recurrence: its words."""
        self._event = event
        for field in self._fields.values():
            field.set_problem("")
        self.heading.show_event(event)
        self.when.show_when(event.when, drafts)
        self.place.show_place(event.place)
        self.categories.set_tags(event.categories)
        self.url.show_text(event.url)
        self.contact.show_text(event.contact)
        self.more.show_event(event, drafts)
        self.description.set_html(event.description.html or from_plain(event.description.text))
        self._recurrence.setText(recurrence)
        self._recurrence.setVisible(bool(recurrence))
        if "url" in drafts:
            self.url.setText(drafts["url"])
            self._trouble("url", "malformed")

    def set_read_only(self, read_only: bool) -> None:
        for line in self.findChildren(QLineEdit):
            line.setReadOnly(read_only)
        self.place.setReadOnly(read_only)
        self.when.set_read_only(read_only)
        self.heading.set_read_only(read_only)
        self.categories.set_read_only(read_only)
        self.more.set_read_only(read_only)
        self.description.set_read_only(read_only)

    def set_category_suggestions(self, names: Sequence[str]) -> None:
        self.categories.set_suggestions(names)

    def start_writing(self) -> None:
        """Put the cursor where a new event begins."""
        self.ensureVisible(0, 0)
        self.heading.summary.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the person does

    def _change(self, name: str, value: object) -> None:
        if self._event is None or getattr(self._event, name) == value:
            return
        self._event = replace(self._event, **{name: value})
        self.edited.emit(self._event)

    def _on_place_lines(self, lines: tuple[str, ...]) -> None:
        if self._event is not None:
            # Another place is elsewhere: coordinates belong to the lines that they came with.
            same = self._event.place.lines == lines
            self._change("place", Place(lines, self._event.place.geo if same or not lines else None))

    def _on_more(self, name: str, value: object) -> None:
        if name == "geo" and self._event is not None:
            name, value = "place", replace(self._event.place, geo=value)
        self._change(name, value)

    def _on_description(self, html: str) -> None:
        text = to_plain(html)
        self._change("description", Description(text, "" if is_plain(html) else html))

    def _on_line(self, line: ValueLine, value: object) -> None:
        self._mend(line.objectName())
        self._change(line.objectName(), value)

    def _on_invalid_line(self, line: ValueLine, text: str) -> None:
        self._trouble(line.objectName(), "malformed")
        self.drafted.emit(line.objectName(), text)

    def _on_troubled(self, problem: Problem) -> None:
        self._trouble(problem.field, problem.reason)
        self.drafted.emit(problem.field, problem.text)

    def _on_mended(self, name: str) -> None:
        self._mend(name)

    def _mend(self, name: str) -> None:
        field = self._field_of(name)
        if field is not None and field.problem:
            field.set_problem("")
            self.undrafted.emit(name)

    def _trouble(self, name: str, reason: str) -> None:
        field = self._field_of(name)
        if field is not None:
            field.set_problem(self.tr("Not saved: {0}").format(bad_field(name, reason)))

    def _field_of(self, name: str) -> Field | None:
        if name in ("dtstart", "start-time", "dtend", "end-time"):
            return self._fields["when"]
        return self._fields.get(name) or self.more.field(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._fields["when"].set_label(self.tr("When"))
        self._fields["place"].set_label(self.tr("Where"))
        self._fields["categories"].set_label(self.tr("Categories"))
        self._fields["url"].set_label(self.tr("Link"))
        self._fields["contact"].set_label(self.tr("Contact"))
        self.url.setAccessibleName(self.tr("Link"))
        self.contact.setAccessibleName(self.tr("Contact"))
        self.categories.setAccessibleName(self.tr("Categories"))
        self.setAccessibleName(self.tr("Event"))
