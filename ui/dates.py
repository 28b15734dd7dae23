"""Dates and times in words, as the person's language has them: QLocale's, and the ranges that it lacks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from core.query import ListedEvent
from core.when import Moment, When
from ui.agenda_clock import AgendaClock, Span

# What begins one evening and ends before this time is of that evening.
NIGHT_ENDS = time(6)

_SHORT = QLocale.FormatType.ShortFormat
_LONG = QLocale.FormatType.LongFormat


class Dates:
    """Asks the default QLocale each time, so that a change of language needs no word to this.

    Times are those of the agenda's clock; one that hangs on another zone's says so.
    """

    def __init__(self, clock: AgendaClock) -> None:
        self._clock = clock

    # In a row of the list

    def row_short(self, event: ListedEvent) -> str:
        """As when_short(), of a row, whatever its zone."""
        return self._short(event.when, self._clock.span_of(event))

    def when_short(self, when: When) -> str:
        """“12–13 Oct. · All day”, “18:30”, “12–14 Oct. · 18:30”, “00:30 (18:30 New York)”."""
        return self._short(when, self._clock.span(when))

    def _short(self, when: When, here: Span) -> str:
        first, last = self._days(when, here)
        days = self.days(first, last) if last > first else ""
        if when.all_day:
            return " · ".join(filter(None, (days, QCoreApplication.translate("Dates", "All day"))))
        return " · ".join(filter(None, (days, _time(when.start, here[0]))))

    def month_short(self, day: date) -> str:
        """“Oct.”"""
        return QLocale().monthName(day.month, _SHORT)

    def month_and_year(self, day: date) -> str:
        """“October 2022”, as a heading."""
        name = QLocale().standaloneMonthName(day.month, _LONG)
        return f"{name[:1].upper()}{name[1:]} {day.year}"

    def days(self, first: date, last: date) -> str:
        """“12–13 Oct”, “30 Sept – 2 Oct”; the years where they differ."""
        if first.year != last.year:
            return f"{self._day(first, year=True)} – {self._day(last, year=True)}"
        if first.month != last.month:
            return f"{self._day(first)} – {self._day(last)}"
        numbers = f"{_number(first)}–{last.day}"
        month = self.month_short(first)
        return f"{numbers} {month}" if _day_comes_first() else f"{month} {numbers}"

    # In a sentence

    def row_long(self, event: ListedEvent) -> str:
        """As when_long(), of a row, whatever its zone."""
        return self._long(event.when, self._clock.span_of(event))

    def when_long(self, when: When) -> str:
        """“Wednesday, 12 October 2022, 18:30–21:00”, “…, all day”."""
        return self._long(when, self._clock.span(when))

    def _long(self, when: When, here: Span) -> str:
        first, last = self._days(when, here)
        if when.all_day:
            days = (
                self.day_long(first) if first == last else f"{self.day_long(first)} – {self.day_long(last)}"
            )
            return f"{days}, {QCoreApplication.translate('Dates', 'all day')}"
        if last > first:
            start, end = _time(when.start, here[0]), _time(when.end, here[1])
            return f"{self.day_long(first)}, {start} – {self.day_long(last)}, {end}"
        return f"{self.day_long(first)}, {_times(when, here)}"

    def day_long(self, day: date) -> str:
        """“Wednesday, 12 October 2022”."""
        return day_long(day)

    def ago(self, moment: datetime, now: datetime) -> str:
        """How long since, in words; a date once it is long ago. Both are aware; now's zone is used."""
        moment = moment.astimezone(now.tzinfo)
        passed, days = now - moment, (now.date() - moment.date()).days
        if passed < timedelta(minutes=1):
            return QCoreApplication.translate("Dates", "just now")
        if passed < timedelta(hours=1):
            minutes = int(passed.total_seconds() // 60)
            return QCoreApplication.translate("Dates", "%n min ago", "", minutes)
        if days == 0:
            hours = int(passed.total_seconds() // 3600)
            return QCoreApplication.translate("Dates", "%n h ago", "", hours)
        if days == 1:
            return QCoreApplication.translate("Dates", "yesterday, {0}").format(_clock_time(moment))
        return self._day(moment.date(), year=True)

    def moment_long(self, moment: datetime) -> str:
        """A point in time, date and all, on the clock of its own zone."""
        return f"{self.day_long(moment.date())}, {_clock_time(moment)}"

    # The parts

    def _days(self, when: When, here: Span) -> tuple[date, date]:
        """The first and the last day that a person would name."""
        if when.all_day:
            return when.start.day, when.last_day
        start, end = here
        assert isinstance(start, datetime)
        assert isinstance(end, datetime)
        a_night = end.date() - start.date() == timedelta(days=1) and end.time() <= NIGHT_ENDS
        return start.date(), start.date() if a_night else max(start.date(), end.date())

    def _day(self, day: date, *, year: bool = False) -> str:
        month = self.month_short(day)
        if _day_comes_first():
            return f"{_number(day)} {month} {day.year}" if year else f"{_number(day)} {month}"
        return f"{month} {day.day}, {day.year}" if year else f"{month} {day.day}"


def _times(when: When, here: Span) -> str:
    """From when to when; on another zone's clock too, where that is another time."""
    if when.start == when.end:
        return _time(when.start, here[0])
    if when.start.tzid != when.end.tzid:
        return f"{_time(when.start, here[0])}–{_time(when.end, here[1])}"
    times = f"{_clock_time(here[0])}–{_clock_time(here[1])}"
    there = _place(when.start, here[0])
    if there:
        return f"{times} ({_clock_time(when.start.wall)}–{_clock_time(when.end.wall)} {there})"
    return times


def _time(moment: Moment, here: date) -> str:
    there = _place(moment, here)
    return f"{_clock_time(here)} ({_clock_time(moment.wall)} {there})" if there else _clock_time(here)


def _place(moment: Moment, here: date) -> str:
    """The place whose clock shows another time than the agenda's; ""."""
    # To the minute: in the index, a moment without length ends a second later.
    if moment.tzid in (None, "UTC") or f"{here:%F%H%M}" == f"{moment.wall:%F%H%M}":
        return ""
    return str(moment.tzid).rpartition("/")[2].replace("_", " ")


def day_long(day: date) -> str:
    """“Wednesday, 12 October 2022”."""
    return first_as_ordinal(QLocale().toString(_qdate(day), _LONG), day)


def first_as_ordinal(text: str, day: date) -> str:
    """CLDR's French says “1 octobre”; the first of a month is the one that is an ordinal."""
    return text.replace(" 1 ", " 1er ", 1) if day.day == 1 and french() else text


def _number(day: date) -> str:
    return "1er" if day.day == 1 and french() else str(day.day)


def french() -> bool:
    """The present language is French."""
    return QLocale().language() == QLocale.Language.French


def _day_comes_first() -> bool:
    pattern = QLocale().dateFormat(_SHORT)
    return pattern.find("d") < pattern.find("M")


def _clock_time(wall: date) -> str:
    assert isinstance(wall, datetime), "a day has no time"
    return QLocale().toString(QTime(wall.hour, wall.minute), _SHORT)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
