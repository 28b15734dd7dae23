"""What stands where the list has no rows: why, and what can be done."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.glyph import Glyph
from ui.widgets.plain_label import PlainLabel
from ui.widgets.ring import repolish


class Emptiness(Enum):
    """Why there are no rows."""

    NEW = auto()  # nothing is in the agenda
    NO_MATCH = auto()  # the search or the filters let nothing in
    NO_MATCH_UPCOMING = auto()  # the same, and past days were not looked at
    NO_MATCH_PAST = auto()
    NO_UPCOMING = auto()  # all there is is past
    NO_PAST = auto()
    HIDDEN = auto()  # every event is in a calendar that is hidden
    CLOSED = auto()  # the agenda could not be opened, or read


# Make an event, import a file, look in all dates, clear search and filters, try again.
WAYS = ("new", "import", "all", "clear", "retry")

_GLYPHS = {
    Emptiness.NEW: "calendar-plus",
    Emptiness.NO_MATCH: "search",
    Emptiness.NO_MATCH_UPCOMING: "search",
    Emptiness.NO_MATCH_PAST: "search",
    Emptiness.NO_UPCOMING: "calendar-check",
    Emptiness.NO_PAST: "calendar-days",
    Emptiness.HIDDEN: "eye-off",
    Emptiness.CLOSED: "circle-alert",
}


class EmptyState(QWidget):
    """Says why there is nothing, and offers what can be done, the first thing to try first."""

    asked = Signal(str)  # one of WAYS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty-state")
        self._kind = Emptiness.NEW
        self._reason = ""
        self._read_only = False
        self._glyph = Glyph("calendar-plus", self, role="muted", size=36)
        self._heading = PlainLabel(self, role="heading")
        self._words = PlainLabel(self, role="muted")
        for label in (self._heading, self._words):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = {way: QPushButton(self) for way in WAYS}
        for way, button in self._buttons.items():
            button.setObjectName(f"empty-{way}")
            button.clicked.connect(lambda _checked=False, way=way: self.asked.emit(way))
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addSpacing(8)
        for button in self._buttons.values():
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_state(self, kind: Emptiness, reason: str = "", *, read_only: bool = False) -> None:
        """reason: of CLOSED, in words. read_only: the agenda cannot be written, and has less to offer."""
        self._kind, self._reason, self._read_only = kind, reason, read_only
        self._glyph.set_name(_GLYPHS[kind])
        self._retranslate()

    @property
    def buttons(self) -> list[QPushButton]:
        """In reading order."""
        return list(self._buttons.values())

    def has_focus(self) -> bool:
        """One of the buttons has the keyboard."""
        return any(button.hasFocus() for button in self._buttons.values())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        words = {
            "new": self.tr("New event"),
            "import": self.tr("Import an .ics file…"),
            "clear": self.tr("Clear the search and filters"),
            "all": self.tr("Show all dates"),
            "retry": self.tr("Try again"),
        }
        for name, button in self._buttons.items():
            button.setText(words[name])
        heading, text, offered = self._said()
        self._heading.setText(heading)
        self._words.setText(text)
        self._words.setVisible(bool(text))
        for name, button in self._buttons.items():
            button.setVisible(name in offered)
            button.setProperty("primary", bool(offered) and name == offered[0])
            repolish(button)

    def _said(self) -> tuple[str, str, tuple[str, ...]]:
        """Heading, text, and the ways out."""
        if self._kind is Emptiness.NEW and self._read_only:
            return self.tr("This agenda is empty"), self.tr("It can be read, but not changed."), ()
        return {
            Emptiness.NEW: (
                self.tr("Nothing in this agenda yet"),
                self.tr("Write a first event, or bring in an .ics file: it can also be dropped here."),
                ("new", "import"),
            ),
            Emptiness.NO_MATCH: (
                self.tr("No event matches"),
                self.tr("Accents, capitals and the order of the words do not matter."),
                ("clear",),
            ),
            Emptiness.NO_MATCH_UPCOMING: (
                self.tr("No upcoming event matches"),
                self.tr("Past ones were not looked at."),
                ("all", "clear"),
            ),
            Emptiness.NO_MATCH_PAST: (
                self.tr("No past event matches"),
                self.tr("Upcoming ones were not looked at."),
                ("all", "clear"),
            ),
            Emptiness.NO_UPCOMING: (
                self.tr("Nothing coming up"),
                self.tr("All events of this agenda are past."),
                ("all",),
            ),
            Emptiness.NO_PAST: (
                self.tr("Nothing past"),
                self.tr("All events of this agenda are still to come."),
                ("all",),
            ),
            Emptiness.HIDDEN: (
                self.tr("Nothing to show"),
                self.tr("Every event is in a hidden calendar. Show it again under Edit, Calendars."),
                (),
            ),
            Emptiness.CLOSED: (self.tr("The agenda is not open"), self._reason, ("retry",)),
        }[self._kind]
