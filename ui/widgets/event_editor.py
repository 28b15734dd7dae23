"""The centre of the window: one event in a form, every field of it, each edit told as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QWidget

from core.event import Description, Event, Geo, Place
from core.richtext import is_plain, to_plain
from core.when import When
from ui.errors import bad_field
from ui.models.beside import Beside
from ui.widgets.event_form import EventForm
from ui.widgets.no_event import NoEvent
from ui.widgets.phrase_field import mark_invalid
from ui.widgets.value_line import ValueLine
from ui.widgets.when_editor import WHEN_INPUTS, Problem

# Milliseconds: what is half typed is not called wrong before.
PATIENCE = 1_000

NOTHING_BESIDE = Beside()


class EventEditor(QScrollArea):
    """Shows an Event; tells each change by the person as a whole new Event.

    What is no value of its field stays in the input, is named under it, and is told as a draft.
    """

    edited = Signal(object)  # Event
    left = Signal()  # a field was left: what comes next is another undo step
    drafted = Signal(str, str)  # objectName of the input, its text
    undrafted = Signal(str)  # objectName
    new_wanted = Signal()  # from the page that stands there while no event does

    def __init__(
        self,
        icon: Callable[[str], QIcon],
        suggest_places: Callable[[str], Sequence[Place]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """today: in the agenda's zone."""
        super().__init__(parent)
        self._event: Event | None = None
        self._settled: Event | None = None  # as it was before the first key in the field that is typed in
        self._typing = False
        self._problems: dict[str, str] = {}  # by objectName: the reason
        self._showing = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._show_problems)
        self.setObjectName("event-editor")
        self.setProperty("surface", True)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._form = EventForm(icon, suggest_places, today, self)
        self._none = NoEvent(self)
        self.heading, self.when, self.place = self._form.heading, self._form.when, self._form.place
        self.categories, self.url, self.contact = self._form.categories, self._form.url, self._form.contact
        self.repeats, self.scope = self._form.repeats, self._form.scope
        self.more, self.description = self._form.more, self._form.description
        self._lay_out()
        self._connect()
        self._retranslate()
        self.show_nothing()

    def _lay_out(self) -> None:
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._form, 1_000)
        row.addWidget(self._none, 1_000)
        row.addStretch(1)
        self.setWidget(middle)
        for ground in (self.viewport(), middle):
            ground.setBackgroundRole(QPalette.ColorRole.Base)
        self._form.stick_to(self)

    def _connect(self) -> None:
        self._none.new_wanted.connect(self.new_wanted)
        self.heading.edited.connect(self._change)
        self.when.edited.connect(self._on_when)
        self.repeats.edited.connect(lambda its: self._change("recurrence", its))
        self.place.edited.connect(self._on_place_lines)
        self.place.chosen.connect(lambda place: self._change("place", place))
        self.categories.edited.connect(lambda tags: self._change("categories", tuple(tags)))
        self.more.edited.connect(self._change)
        self.more.located.connect(self._on_located)
        self.description.edited.connect(self._on_description)
        for troubled in (self.when.troubled, self.more.troubled):
            troubled.connect(self._on_troubled)
        for mended in (self.when.mended, self.more.mended):
            mended.connect(self._mend)
        for line in self._form.lines():
            line.edited.connect(partial(self._on_line, line))
            line.invalid.connect(partial(self._on_invalid_line, line))
            line.left.connect(self._on_left)
        for left in (
            self.heading.left,
            self.when.left,
            self.repeats.left,
            self.place.left,
            self.categories.left,
            self.more.left,
            self.description.left,
        ):
            left.connect(self._on_left)

    # Showing

    @property
    def event_shown(self) -> Event | None:
        return self._event

    def show_event(self, event: Event, drafts: Mapping[str, str], beside: Beside = NOTHING_BESIDE) -> None:
        """Fill the form. drafts: what was typed and is no value, by objectName."""
        before, self._event = self._event, event
        another = before is None or (before.uid, before.recurrence_id) != (event.uid, event.recurrence_id)
        if another or not self._typing:
            self._settled, self._typing = event, False
        self._problems.clear()
        self._showing = True
        self._form.show_event(event, beside)
        self.when.show_when(_date_of(event), drafts)
        self.more.show_event(event, drafts)
        if "url" in drafts:
            self.url.setText(drafts["url"])
            self._problems["url"] = "malformed"
        self._showing = False
        self._show_problems()
        self._none.hide()
        self._form.show()
        if another:
            self.verticalScrollBar().setValue(0)

    def show_nothing(self, selected: int = 0) -> None:
        """Say what to do, as no event is in the form. selected: how many are where more than one is."""
        self._event = None
        self._form.hide()
        self._none.show_selected(selected)
        self._none.show()

    def set_read_only(self, read_only: bool) -> None:
        self._form.set_read_only(read_only)
        self._none.set_read_only(read_only)

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
        changed: dict[str, Any] = {name: value}
        self._typing = True
        self._event = replace(self._event, **changed)
        self.edited.emit(self._event)

    def _on_when(self, when: When) -> None:
        self._set_when(when)
        self._form.show_when_note(when)
        self.repeats.show_when(when)

    def _set_when(self, when: When, undated: bool = False) -> None:
        before = self._event
        if before is not None and (before.when, before.undated) != (when, undated):
            self._typing = True
            self._event = replace(before, when=when, undated=undated)
            self.edited.emit(self._event)
            if before.undated != undated:
                self._show_problems()

    def _on_place_lines(self, lines: tuple[str, ...]) -> None:
        if self._event is not None:
            # Another place is elsewhere: coordinates belong to the lines that they came with.
            same = self._event.place.lines == lines
            self._change("place", Place(lines, self._event.place.geo if same or not lines else None))

    def _on_located(self, geo: Geo | None) -> None:
        if self._event is not None:
            self._change("place", replace(self._event.place, geo=geo))

    def _on_description(self, html: str) -> None:
        text = to_plain(html)
        self._change("description", Description(text, "" if is_plain(html) else html))

    def _on_line(self, line: ValueLine, value: object) -> None:
        self._change(line.objectName(), value)
        self._mend(line.objectName())

    def _on_invalid_line(self, line: ValueLine, text: str) -> None:
        self._on_troubled(Problem(line.objectName(), "malformed", text))

    def _on_troubled(self, problem: Problem) -> None:
        self._problems[problem.field] = problem.reason
        if self._showing:
            return
        self._fall_back(problem.field)
        self.drafted.emit(problem.field, problem.text)
        self._patience.start()

    def _fall_back(self, name: str) -> None:
        """Give the field the value of before the first key: what its text began with was not meant."""
        settled = self._settled
        if settled is None:
            return
        if name in WHEN_INPUTS:
            self.when.fall_back(_date_of(settled))
            self._set_when(settled.when, settled.undated)
        elif name == "organizer-email":
            self.more.fall_back(settled.organizer)
        elif name == "geo":
            self._on_located(settled.place.geo)
        else:
            self._change(name, getattr(settled, name))

    @property
    def draft_in_hand(self) -> bool:
        """The text where the cursor is is no value of its field."""
        return self._event is not None and self._typed_in() in self._problems

    def take_back_draft(self) -> bool:
        """Show the value again in place of that text; False where there is none."""
        name = self._typed_in()
        if self._event is None or name not in self._problems:
            return False
        if name in WHEN_INPUTS:
            self.when.forget(name)
        elif name == "url":
            self.url.show_text(self._event.url)
        else:
            self.more.forget(name, self._event)
        self._mend(name)
        return True

    def _typed_in(self) -> str:
        """The objectName of the input that has the keyboard."""
        widget = self.focusWidget()
        # What is typed into the box of zones goes to a line of its own.
        its = widget.parentWidget() if isinstance(widget, QLineEdit) and not widget.objectName() else widget
        return its.objectName() if its is not None else ""

    def _mend(self, name: str) -> None:
        if self._problems.pop(name, None):
            self._show_problems()
            self.undrafted.emit(name)

    def _on_left(self) -> None:
        self._settled, self._typing = self._event, False
        self._show_problems()
        self.left.emit()

    def _show_problems(self) -> None:
        """Say under each row what is wrong in it; of several inputs in one row, the first one's."""
        self._patience.stop()
        words = {name: self._words(name, reason) for name, reason in self._problems.items()}
        for name, row in self._form.fields().items():
            said = next((text for its, text in words.items() if self._form.row_of(its) == name), "")
            row.set_problem(said or (self._undated_words() if name == "when" else ""))
        for typed_in in self.when.inputs():
            said = words.get(typed_in.objectName(), "")
            typed_in.setAccessibleDescription(said)
            mark_invalid(typed_in, bool(said))

    def _undated_words(self) -> str:
        if self._event is None or not self._event.undated:
            return ""
        return self.tr("No date can be read in the text of this event: type the day when it takes place.")

    def _words(self, name: str, reason: str) -> str:
        return self.tr("Not saved: {0}").format(bad_field(name, reason))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Event"))
        self._show_problems()


def _date_of(event: Event) -> When | None:
    return None if event.undated else event.when
