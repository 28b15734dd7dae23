"""Where a month begins and where today is, among rows sorted by their start."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from core.query import ListedEvent
from core.when import DAY
from ui.models.event_rows import EventRows


@dataclass(frozen=True, slots=True)
class Band:
    """The strip at the top of a row. month: the first day of a month that begins. today: now's line."""

    month: date | None
    today: bool = False


class Bands:
    """Reads the rows when asked. day_of: when an event starts; both days in the agenda's zone."""

    def __init__(
        self, rows: EventRows, day_of: Callable[[ListedEvent], date], today: Callable[[], date]
    ) -> None:
        self._rows = rows
        self._day_of = day_of
        self._today = today
        self._today_row: tuple[date, int] | None = None
        for other_rows in (rows.modelReset, rows.rowsInserted, rows.rowsRemoved):
            other_rows.connect(self.forget)

    def forget(self) -> None:
        """The rows are others now."""
        self._today_row = None

    def band(self, row: int) -> Band | None:
        """What stands at the top of a row, or None."""
        month = self.month(row)
        if month is None:
            return None
        begins = row == 0 or self.month(row - 1) != month
        today = row == self.today_row()
        return Band(month if begins else None, today) if begins or today else None

    def month(self, row: int) -> date | None:
        """The first day of the month that a row starts in; None where rows are not sorted by start.

        date.min stands for no date at all, and so the second day for the month that it would begin.
        """
        event = self._rows.listed(row) if self._rows.found.by_start else None
        if event is None:
            return None
        first = self._day_of(event).replace(day=1)
        return first if event.undated else max(first, date.min + DAY)

    def today_row(self) -> int:
        """The first row under now's line: today's and later ones, or, latest first, today's and earlier ones.

        -1 where the line would stand above all rows or below them, or rows are not sorted by start.
        """
        today = self._today()
        if self._today_row is None or self._today_row[0] != today:
            row = self.row_on(today) if self._rows.found.by_start else 0
            self._today_row = today, row if 0 < row < self._rows.rowCount() else -1
        return self._today_row[1]

    def row_on(self, day: date) -> int:
        """The first row that starts on a day or on the far side of it; the number of rows when none does."""
        descending = self._rows.found.query.descending

        def side(row: int) -> bool:
            event = self._rows.peek(row)
            if event is None:
                return True  # Not known yet, so further down than what is shown first.
            return self._day_of(event) <= day if descending else self._day_of(event) >= day

        return bisect_left(range(self._rows.rowCount()), True, key=side)
