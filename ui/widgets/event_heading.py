"""The head of the form: the summary in large type, and status, stage and calendar as quiet pills."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.calendar import Calendar
from core.event import Event, Stage, Status
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.pill import Pill
from ui.widgets.summary_line import SummaryLine

MAX_SUMMARY = 1_000
# In pixels: the summary's own padding, by which its text stands in one line with all under it.
INSET = 8


class EventHeading(QWidget):
    """Summary, status, stage: edited(name, value) as Event names them; the calendar is another's affair."""

    edited = Signal(str, object)
    calendar_picked = Signal(object)  # calendar id
    left = Signal()

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = SummaryLine(self)
        self.summary.setMaxLength(MAX_SUMMARY)
        self.status, self.stage, self.calendar = (Pill(icon, self) for _ in range(3))
        self.status.setObjectName("status")
        self.stage.setObjectName("stage")
        self.calendar.setObjectName("calendar")
        self.calendar.hide()
        pills = FlowLayout()
        pills.setContentsMargins(INSET, 0, INSET, 0)
        for pill in (self.status, self.stage, self.calendar):
            pills.addWidget(pill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.summary)
        column.addLayout(pills)
        self.summary.edited.connect(lambda text: self.edited.emit("summary", text))
        self.summary.left.connect(self.left)
        self.status.picked.connect(lambda value: self._pick("status", value))
        self.stage.picked.connect(lambda value: self._pick("stage", value))
        self.calendar.picked.connect(self.calendar_picked)
        self._retranslate()

    def show_event(self, event: Event) -> None:
        self.summary.show_text(event.summary)
        self.status.set_value(event.status)
        self.stage.set_value(event.stage)

    def show_calendars(self, calendars: Sequence[Calendar], shown: int) -> None:
        """Offer these; with one calendar there is nothing to choose."""
        self.calendar.set_choices([(calendar.id, calendar.name, calendar.colour) for calendar in calendars])
        self.calendar.set_value(shown)
        self.calendar.setVisible(len(calendars) > 1)

    def set_read_only(self, read_only: bool) -> None:
        self.summary.setReadOnly(read_only)
        self._retranslate()
        for pill in (self.status, self.stage, self.calendar):
            pill.setEnabled(not read_only)

    def _pick(self, name: str, value: object) -> None:
        self.edited.emit(name, value)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.summary.setPlaceholderText(
            self.tr("(No title)") if self.summary.isReadOnly() else self.tr("Title of the event")
        )
        self.summary.setAccessibleName(self.tr("Title"))
        self.status.setAccessibleName(self.tr("Status"))
        self.stage.setAccessibleName(self.tr("Stage"))
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.status.set_choices(
            [
                (Status.CONFIRMED, self.tr("Confirmed"), "ok"),
                (Status.TENTATIVE, self.tr("To be confirmed"), "warn"),
                (Status.CANCELLED, self.tr("Cancelled"), "danger"),
                (None, self.tr("No status"), "muted"),
            ]
        )
        self.stage.set_choices(
            [
                (Stage.IDEA, self.tr("Idea"), "muted"),
                (Stage.DRAFT, self.tr("Draft"), "warn"),
                (Stage.READY, self.tr("Ready"), "accent"),
                (Stage.PUBLISHED, self.tr("Published"), "ok"),
                (None, self.tr("No stage"), "muted"),
            ]
        )
