"""The row “When”: start, end, all day, zone; the end moves along, and never lies before the start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from core.errors import EndBeforeStart
from core.when import Moment, When
from ui.widgets.date_field import DateField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.time_field import TimeField
from ui.widgets.zone_field import ZoneField

# What an event takes on when it stops to last whole days: a morning hour, as a first guess.
FIRST_TIMES = (time(9), time(10))

# The objectNames of what can be typed wrong.
WHEN_INPUTS = ("dtstart", "start-time", "dtend", "end-time", "tzid")


@dataclass(frozen=True, slots=True)
class Problem:
    """field: the objectName of the input. reason: as core.errors.BadValue has it, or ``end-before-start``."""

    field: str
    reason: str
    text: str


class WhenEditor(QWidget):
    """Shows and edits a When. What cannot be understood is never stored, but kept and named."""

    edited = Signal(object)  # When
    troubled = Signal(object)  # Problem
    mended = Signal(str)  # the objectName of an input that is right again
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """today: in the agenda's zone."""
        super().__init__(parent)
        self._today = today
        self._when = When.days(date(2000, 1, 1))
        self._blank = False  # There is no date to show, and the first that is typed makes one.
        self._times: tuple[time, time, str | None] | None = None
        self._local_tzid: str | None = None
        self._troubled: set[str] = set()
        self._build(today)
        self._connect()
        self._retranslate()

    def _build(self, today: Callable[[], date]) -> None:
        self.dtstart, self.start_time = DateField(today, self), TimeField(self)
        self.dtend, self.end_time = DateField(today, self), TimeField(self)
        self.all_day, self.tzid = QCheckBox(self), ZoneField(self)
        self._dash = QLabel("–", self)
        self.dtstart.setObjectName("dtstart")
        self.start_time.setObjectName("start-time")
        self.dtend.setObjectName("dtend")
        self.end_time.setObjectName("end-time")
        self.all_day.setObjectName("all-day")
        self.tzid.setObjectName("tzid")
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for group in ((self.dtstart, self.start_time, self._dash), (self.dtend, self.end_time)):
            row.addWidget(self._together(group))
        row.addWidget(self.all_day)
        row.addWidget(self.tzid)

    def _together(self, widgets: tuple[QWidget, ...]) -> QWidget:
        """A date, its time and the dash stay in one line."""
        group = QWidget(self)
        line = QHBoxLayout(group)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for widget in widgets:
            line.addWidget(widget)
        return group

    def _connect(self) -> None:
        self.dtstart.edited.connect(lambda day: self._on_start(day=day))
        self.start_time.edited.connect(lambda at: self._on_start(at=at))
        self.dtend.edited.connect(lambda day: self._on_end(day=day))
        self.end_time.edited.connect(lambda at: self._on_end(at=at))
        self.all_day.clicked.connect(self._on_all_day)
        self.tzid.edited.connect(self._on_zone)
        self.tzid.invalid.connect(lambda text: self._trouble(Problem("tzid", "malformed", text)))
        self.tzid.left.connect(self.left)
        for field in self._inputs():
            field.invalid.connect(partial(self._on_invalid, field))
            field.left.connect(self.left)

    def _inputs(self) -> tuple[DateField | TimeField, ...]:
        return self.dtstart, self.start_time, self.dtend, self.end_time

    def inputs(self) -> tuple[QWidget, ...]:
        """What can be typed wrong, by WHEN_INPUTS."""
        return *self._inputs(), self.tzid

    def set_local_zone(self, tzid: str) -> None:
        """The agenda's zone, offered first and taken by new times."""
        self._local_tzid = tzid
        self.tzid.set_local(tzid)

    def open_zones(self) -> None:
        """Show what zones there are; choosing one keeps the times on the wall."""
        self.tzid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tzid.showPopup()

    def set_read_only(self, read_only: bool) -> None:
        for field in self._inputs():
            field.setReadOnly(read_only)
        self.all_day.setEnabled(not read_only)
        self.tzid.setEnabled(not read_only)

    def show_when(self, when: When | None, drafts: Mapping[str, str]) -> None:
        """Show this, and over it what was typed and not understood: {objectName: text}. None: no date."""
        self._troubled.clear()
        self.fall_back(when)
        for field in self._inputs():
            text = drafts.get(field.objectName())
            if text is not None:
                field.setText(text)
                early = field.read(text) is not None
                self._trouble(Problem(field.objectName(), "end-before-start" if early else "malformed", text))
        if not self._when.all_day and "tzid" in drafts:
            self.tzid.setEditText(drafts["tzid"])
            self._trouble(Problem("tzid", "malformed", drafts["tzid"]))

    def fall_back(self, when: When | None) -> None:
        """Go on from this, which the inputs show whose text is understood. None: from today, unshown."""
        self._blank = when is None
        self._when = when = when or When.days(self._today())
        if not when.all_day:
            self._remember_times()
        self._show(keep=None)

    def forget(self, name: str) -> None:
        """Show the value in that input, in place of what was typed there and not understood."""
        self._troubled.discard(name)
        self._show(keep=None)

    def _show(self, keep: QLineEdit | None) -> None:
        """Put the value into the inputs, but not into the one being typed in."""
        when = self._when
        self.dtstart.near = self.dtend.near = when.start.day
        for field, day in ((self.dtstart, when.start.day), (self.dtend, self._end_day())):
            if field is not keep and field.objectName() not in self._troubled:
                field.set_date(None if self._blank else day)
        for clock, moment in ((self.start_time, when.start), (self.end_time, when.end)):
            free = clock is not keep and clock.objectName() not in self._troubled
            if free and isinstance(moment.wall, datetime):
                clock.set_time(moment.wall.time())
            clock.setVisible(not when.all_day)
        with QSignalBlocker(self.all_day):
            self.all_day.setChecked(when.all_day)
        self.tzid.setVisible(not when.all_day)
        if not when.all_day and "tzid" not in self._troubled:
            self.tzid.set_tzid(when.start.tzid or "")
        self.updateGeometry()

    def _end_day(self) -> date:
        return self._when.last_day if self._when.all_day else self._when.end.day

    def _remember_times(self) -> None:
        start, end = self._when.start.wall, self._when.end.wall
        if isinstance(start, datetime) and isinstance(end, datetime):
            self._times = start.time(), end.time(), self._when.start.tzid

    def _on_start(self, day: date | None = None, at: time | None = None) -> None:
        keep = self.dtstart if day else self.start_time
        start = _moved(self._when.start, day, at)
        try:
            self._take(self._when.starting(start).in_time(), keep)
        except EndBeforeStart:
            self._trouble(Problem(keep.objectName(), "end-before-start", keep.text()))
        except OverflowError:
            self._trouble(Problem(keep.objectName(), "malformed", keep.text()))

    def _on_end(self, day: date | None = None, at: time | None = None) -> None:
        keep = self.dtend if day else self.end_time
        try:
            if self._when.all_day and day is not None:
                end = Moment(day + timedelta(days=1))
            else:
                # The other half of the end may be on screen only, since it did not fit the start.
                end = _moved(self._when.end, day or self.dtend.date(), at or self.end_time.time())
            self._take(self._when.ending(end).in_time(), keep)
        except EndBeforeStart:
            self._trouble(Problem(keep.objectName(), "end-before-start", keep.text()))
        except OverflowError:
            self._trouble(Problem(keep.objectName(), "malformed", keep.text()))

    def _on_all_day(self, all_day: bool) -> None:
        when = self._when
        if all_day:
            self._remember_times()
            self._take(When.days(when.start.day, max(when.start.day, when.last_day)), None)
        else:
            start, end, tzid = self._times or (*FIRST_TIMES, self._local_tzid)
            starts = datetime.combine(when.start.day, start)
            ends = max(starts, datetime.combine(when.last_day, end))
            self._take(_lasting(Moment(starts, tzid), Moment(ends, tzid)), None)
        self.left.emit()

    def _on_zone(self, tzid: str) -> None:
        start = Moment(self._when.start.wall, tzid or None)
        same_clock = self._when.end.tzid == self._when.start.tzid
        end = Moment(self._when.end.wall, tzid or None) if same_clock else self._when.end
        self._take(_lasting(start, end), None)

    def _on_invalid(self, field: QLineEdit, text: str) -> None:
        self._trouble(Problem(field.objectName(), "malformed", text))

    def _take(self, when: When, keep: QLineEdit | None) -> None:
        self._when, self._blank = when, False
        if not when.all_day:
            self._remember_times()
        mended = sorted(self._troubled & self._mended_by(keep))
        self._troubled.difference_update(mended)
        self._show(keep)
        self.edited.emit(when)
        for name in mended:
            self.mended.emit(name)

    def _mended_by(self, keep: QLineEdit | None) -> set[str]:
        """The inputs that a value from this one (None: from the box or the zone) makes right again."""
        names = {"tzid", *(field.objectName() for field in self._inputs())}
        if keep in (self.dtend, self.end_time):
            return {"dtend", "end-time"}
        # The start moves the end along; what stands in the other half of the start is not touched.
        return {"dtend", "end-time", keep.objectName()} if keep else names

    def _trouble(self, problem: Problem) -> None:
        self._troubled.add(problem.field)
        self.troubled.emit(problem)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.all_day.setText(self.tr("All day"))
        self.dtstart.setAccessibleName(self.tr("Start date"))
        self.start_time.setAccessibleName(self.tr("Start time"))
        self.dtend.setAccessibleName(self.tr("End date, included"))
        self.end_time.setAccessibleName(self.tr("End time"))
        self.all_day.setAccessibleName(self.tr("All day"))
        self.tzid.setAccessibleName(self.tr("Time zone"))


def _lasting(start: Moment, end: Moment) -> When:
    """From start to end; a moment without length where that end would come first."""
    try:
        return When(start, end).in_time()
    except EndBeforeStart:
        return When(start, start)


def _moved(moment: Moment, day: date | None, at: time | None) -> Moment:
    """The same clock on another day, or at another time of day; a date stays one."""
    if not isinstance(moment.wall, datetime):
        return Moment(day or moment.wall)
    return Moment(datetime.combine(day or moment.wall.date(), at or moment.wall.time()), moment.tzid)
