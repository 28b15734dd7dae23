"""An event as the words of its row: what is drawn, and what is said to who does not see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from core.calendar import Calendar
from core.event import Stage, Status
from core.query import ListedEvent
from ui.dates import Dates


def status_words(status: Status | None) -> str:
    """As the form names it."""
    return {
        Status.CONFIRMED: QCoreApplication.translate("EventWords", "Confirmed"),
        Status.TENTATIVE: QCoreApplication.translate("EventWords", "To be confirmed"),
        Status.CANCELLED: QCoreApplication.translate("EventWords", "Cancelled"),
        None: QCoreApplication.translate("EventWords", "No status"),
    }[status]


def stage_words(stage: Stage | None) -> str:
    """As the form names it."""
    return {
        Stage.IDEA: QCoreApplication.translate("EventWords", "Idea"),
        Stage.DRAFT: QCoreApplication.translate("EventWords", "Draft"),
        Stage.READY: QCoreApplication.translate("EventWords", "Ready"),
        Stage.PUBLISHED: QCoreApplication.translate("EventWords", "Published"),
        None: QCoreApplication.translate("EventWords", "No stage"),
    }[stage]


@dataclass(frozen=True, slots=True)
class RowText:
    """The strings of one row. year: only where it is not the present one. colour: ``#RRGGBB``, or "".

    repeats: it is of a series.
    """

    day: str
    month: str
    year: str
    today: bool
    summary: str
    meta: str
    details: str
    comments: str
    colour: str
    repeats: bool


class RowWords:
    """Makes them, in the present language. day_of, today: in the agenda's zone."""

    def __init__(
        self, dates: Dates, day_of: Callable[[ListedEvent], date], today: Callable[[], date]
    ) -> None:
        self._dates = dates
        self._day_of = day_of
        self._today = today
        self._calendars: Mapping[int, Calendar] = {}

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """Whose colours and names the rows show; one calendar alone needs neither."""
        self._calendars = {calendar.id: calendar for calendar in calendars} if len(calendars) > 1 else {}

    def month(self, day: date) -> str:
        """A month's heading: “October 2022”. date.min: of what has no date."""
        if day == date.min:
            return QCoreApplication.translate("EventWords", "Without a date")
        return self._dates.month_and_year(day)

    def today(self) -> str:
        return QCoreApplication.translate("EventWords", "Today")

    def summary(self, event: ListedEvent) -> str:
        return event.summary or QCoreApplication.translate("EventWords", "(No title)")

    def drawn(self, event: ListedEvent, outside: bool) -> RowText:
        """What the eye reads. outside: the filter does not let the event in."""
        day, today = self._day_of(event), self._today()
        calendar = self._calendars.get(event.calendar_id)
        dated = not event.undated
        return RowText(
            day=str(day.day) if dated else "–",
            month=self._dates.month_short(day) if dated else self._no_date(),
            year="" if day.year == today.year or not dated else str(day.year),
            today=day == today,
            summary=self.summary(event),
            meta=" · ".join(filter(None, (self._dates.row_short(event) if dated else "", event.place))),
            details=" · ".join(self._details(event, outside)),
            comments=str(event.comments) if event.comments else "",
            colour=calendar.colour if calendar else "",
            repeats=_repeats(event),
        )

    def _no_date(self) -> str:
        return QCoreApplication.translate("EventWords", "No date")

    def _details(self, event: ListedEvent, outside: bool) -> list[str]:
        stage = event.stage if event.stage in (Stage.IDEA, Stage.DRAFT) else None
        return [
            *([status_words(event.status)] if event.status else []),
            *([stage_words(stage)] if stage else []),
            *([QCoreApplication.translate("EventWords", "outside this filter")] if outside else []),
            *event.categories,
        ]

    def spoken(self, event: ListedEvent) -> str:
        """What is said: one sentence, the title first."""
        calendar = self._calendars.get(event.calendar_id)
        series = QCoreApplication.translate("EventWords", "repeats") if _repeats(event) else ""
        comments = (
            QCoreApplication.translate("EventWords", "%n comment(s)", "", event.comments)
            if event.comments
            else ""
        )
        parts = (
            self.summary(event),
            self._no_date() if event.undated else self._dates.row_long(event),
            event.place,
            *self._details(event, outside=False),
            series,
            comments,
            calendar.name if calendar else "",
        )
        return ", ".join(filter(None, parts))


def _repeats(event: ListedEvent) -> bool:
    """A date that was changed on its own is still one of a series."""
    return event.series or event.override
