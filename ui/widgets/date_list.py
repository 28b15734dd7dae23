"""Single dates of a series: listed as chips, taken away, and added one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.when import Moment, When
from ui.widgets.chip import Chip
from ui.widgets.date_field import DateField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain_label import PlainLabel

# As many are listed, the last of them, among which is what somebody adds; a file may have thousands.
MOST = 60


class DateList(QWidget):
    """Tells each change as all the dates. say gives a date's words. What is over MOST stays, counted."""

    edited = Signal(tuple)  # of Moment | When, by the person only

    def __init__(
        self,
        name: str,
        today: Callable[[], date],
        say: Callable[[Moment | When], str],
        parent: QWidget | None = None,
    ) -> None:
        """name: the objectName; the input has it with ``-day``, its button with ``-add``.

        The number of those that are not listed has it with ``-more``.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._say = say
        self._start = Moment(date(2000, 1, 1))
        self._dates: tuple[Moment | When, ...] = ()
        self._chips: list[Chip] = []
        self._day, self._add = DateField(today, self), QPushButton(self)
        self._more = PlainLabel(self, role="muted")
        self._more.setObjectName(f"{name}-more")
        self._day.setObjectName(f"{name}-day")
        self._add.setObjectName(f"{name}-add")
        self._add.setProperty("quiet", True)
        self._add.setAutoDefault(False)
        self._flow = FlowLayout(self, spacing=4)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.addWidget(self._more)
        self._flow.addWidget(self._day)
        self._flow.addWidget(self._add)
        self._day.returnPressed.connect(self._on_add)
        self._add.clicked.connect(self._on_add)
        self._more.hide()
        self._retranslate()

    @property
    def chips(self) -> list[Chip]:
        return list(self._chips)

    def show_dates(self, dates: Sequence[Moment | When], start: Moment) -> None:
        """start: of the series, whose hour a further date has."""
        self._start = start
        self._day.near = start.day
        if tuple(dates) != self._dates:
            self._dates = tuple(dates)
            self._rebuild()

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        listed = sorted(self._dates[-MOST:], key=lambda its: _start(its).wall_time)
        self._chips = [self._made(at, its) for at, its in enumerate(listed)]
        more = len(self._dates) - len(listed)
        self._more.setText(self.tr("and %n more", "", more))
        self._more.setVisible(more > 0)
        self.updateGeometry()

    def _made(self, at: int, its: Moment | When) -> Chip:
        words = self._say(its)
        chip = Chip(words, removable=True, parent=self)
        chip.button.setAccessibleName(self.tr("Remove {0} from “{1}”").format(words, self.accessibleName()))
        chip.removed.connect(lambda: self._on_removed(its))
        chip.stepped.connect(lambda step: self._on_stepped(chip, step))
        self._flow.insert_widget(at, chip)
        chip.show()
        return chip

    def _on_add(self) -> None:
        day = self._day.date()
        if day is None:
            return
        wall = self._start.wall
        at = datetime.combine(day, wall.time()) if isinstance(wall, datetime) else day
        its = Moment(at, self._start.tzid)
        self._day.set_date(None)
        if its not in self._dates:
            self._change((*self._dates, its))

    def _on_removed(self, gone: Moment | When) -> None:
        self._day.setFocus()
        self._change(tuple(its for its in self._dates if its is not gone))

    def _on_stepped(self, chip: Chip, step: int) -> None:
        at = self._chips.index(chip) + step
        if 0 <= at < len(self._chips):
            self._chips[at].button.setFocus()
        elif step > 0:
            self._day.setFocus()

    def _change(self, dates: tuple[Moment | When, ...]) -> None:
        self._dates = dates
        self._rebuild()
        self.edited.emit(dates)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._rebuild()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._add.setText(self.tr("Add"))
        self._add.setAccessibleName(self.tr("Add to “{0}”").format(self.accessibleName()))
        self._day.setAccessibleName(self.tr("Date for “{0}”").format(self.accessibleName()))
        self._day.setPlaceholderText(self.tr("Date"))


def _start(its: Moment | When) -> Moment:
    return its.start if isinstance(its, When) else its
