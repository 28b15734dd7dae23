"""One calendar in the list of them: its colour, its name, how many events, whether it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from core.calendar import Calendar
from core.errors import LastCalendar, NameTaken
from ui.errors import bad_field, words
from ui.widgets.ask_inline import AskInline
from ui.widgets.colour_button import ColourButton
from ui.widgets.field import CONTROL, Field
from ui.widgets.plain_label import PlainLabel

MAX_NAME = 200


class CalendarRow(QWidget):
    """Tells edited(Calendar as it was, as it shall be) and delete_asked(id), once that is confirmed."""

    edited = Signal(object, object)
    delete_asked = Signal(int)

    def __init__(
        self,
        calendar_id: int,
        icon: Callable[[str], QIcon],
        is_taken: Callable[[str, int], bool],
        parent: QWidget | None = None,
    ) -> None:
        """is_taken(name, id): another calendar has that name."""
        super().__init__(parent)
        self.setObjectName(f"calendar-{calendar_id}")
        self._icon = icon
        self._is_taken = is_taken
        self._calendar: Calendar | None = None
        self._count = 0
        self._alone = False
        self._colour = ColourButton(icon, self)
        self.name = QLineEdit(self)
        self.name.setObjectName(f"calendar-name-{calendar_id}")
        self.name.setMaxLength(MAX_NAME)
        self._field = Field(self.name, self)
        self._number = PlainLabel(self, role="muted")
        self._shown, self._delete = QToolButton(self), QToolButton(self)
        self._ask = AskInline("calendar-delete-sure", self)
        self._lay_out()
        self.name.editingFinished.connect(self._on_named)
        self._colour.picked.connect(lambda colour: self._edit(colour=colour))
        self._shown.clicked.connect(self._on_shown)
        self._delete.clicked.connect(self._on_delete)
        self._ask.answered.connect(self._on_answered)

    def _lay_out(self) -> None:
        self._parts = QWidget(self)
        row = QHBoxLayout(self._parts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._colour, 0, top)
        row.addWidget(self._field, 1)
        self._number.setMinimumHeight(CONTROL)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._number, 0, top)
        for button in (self._shown, self._delete):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._parts)
        column.addWidget(self._ask)

    def show_calendar(self, calendar: Calendar, count: int, *, alone: bool, read_only: bool) -> None:
        """count: its events. alone: there is no other, so that this one stays."""
        renamed = self._calendar is None or self._calendar.name != calendar.name
        self._calendar, self._count, self._alone = calendar, count, alone
        if renamed:
            self.name.setText(calendar.name)
            self._field.set_problem("")
        self._colour.set_colour(calendar.colour)
        self._shown.setIcon(self._icon("eye-off:muted" if calendar.hidden else "eye"))
        self._delete.setIcon(self._icon("trash-2"))
        self._delete.setEnabled(not alone and not read_only)
        self.name.setReadOnly(read_only)
        for button in (self._colour, self._shown):
            button.setEnabled(not read_only)
        self._retranslate()

    @property
    def number_width(self) -> int:
        """What the number of events takes, in pixels."""
        return self._number.sizeHint().width()

    def set_number_width(self, width: int) -> None:
        """So that the parts of several rows stand under each other."""
        self._number.setMinimumWidth(width)

    def start_naming(self) -> None:
        """For a calendar that was just made."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _edit(self, **fields: object) -> None:
        if self._calendar is not None:
            changed = replace(self._calendar, **fields)  # type: ignore[arg-type]  # by field name
            if changed != self._calendar:
                self.edited.emit(self._calendar, changed)

    def _on_named(self) -> None:
        assert self._calendar is not None
        name = self.name.text().strip()
        if not name:
            self._field.set_problem(bad_field("name", "required"))
        elif self._is_taken(name, self._calendar.id):
            self._field.set_problem(words(NameTaken(name)))
        else:
            self._field.set_problem("")
            self._edit(name=name)

    def _on_shown(self) -> None:
        assert self._calendar is not None
        self._edit(hidden=not self._calendar.hidden)

    def _on_delete(self) -> None:
        assert self._calendar is not None
        name = self._calendar.name
        if self._count:
            question = self.tr("Delete “{0}” with its %n event(s)?", "", self._count).format(name)
        else:
            question = self.tr("Delete “{0}”? It is empty.").format(name)
        self._parts.hide()
        self._ask.ask(question, self.tr("Delete"), self.tr("Keep"))

    def _on_answered(self, yes: bool) -> None:
        assert self._calendar is not None
        self._parts.show()
        self._delete.setFocus(Qt.FocusReason.OtherFocusReason)
        if yes:
            self.delete_asked.emit(self._calendar.id)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        if self._calendar is None:
            return
        name = self._calendar.name
        self._number.setText(self.tr("%n event(s)", "", self._count))
        self.name.setAccessibleName(self.tr("Name of the calendar {0}").format(name))
        self._colour.set_name(self.tr("Colour of {0}").format(name))
        hidden = self._calendar.hidden
        self._shown.setAccessibleName(
            self.tr("Show the events of {0}").format(name)
            if hidden
            else self.tr("Hide the events of {0}").format(name)
        )
        self._shown.setToolTip(self.tr("Show its events") if hidden else self.tr("Hide its events"))
        self._delete.setAccessibleName(self.tr("Delete {0}").format(name))
        self._delete.setToolTip(words(LastCalendar()) if self._alone else self.tr("Delete"))
