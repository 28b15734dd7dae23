"""The days within which series are spread out in the list: around today, moving with where one looks."""

from __future__ import annotations

from datetime import date

# Months before and after the day looked at, and what scrolling to the edge adds.
BEFORE, AFTER, STEP = 12, 24, 12
# The widest that it grows by scrolling, in months to each side of where it began.
WIDEST = 120


class Spread:
    """days: the first and the last. Beyond them a series is one row."""

    def __init__(self, today: date) -> None:
        self.reset(today)

    def reset(self, day: date) -> None:
        """As it is around one day."""
        self._middle = day
        self.days = months_from(day, -BEFORE), months_from(day, AFTER)
        self._ended: set[bool] = set()
        self._extending: bool | None = None

    def reach(self, day: date) -> bool:
        """Move to where a day is inside, with room around it; False where it was."""
        first, last = self.days
        if first <= day <= last:
            return False
        self.reset(day)
        return True

    def extend(self, later: bool) -> bool:
        """Go on at one end; False where nothing more comes there."""
        first, last = self.days
        limit = months_from(self._middle, WIDEST if later else -WIDEST)
        if later in self._ended or (last >= limit if later else first <= limit):
            return False
        self.days = (first, months_from(last, STEP)) if later else (months_from(first, -STEP), last)
        self._extending = later
        return True

    def settle(self, *, more: bool) -> None:
        """The rows are there. more: others than before; else what was added last had none to give."""
        if self._extending is not None and not more:
            self._ended.add(self._extending)
        self._extending = None


def months_from(day: date, months: int) -> date:
    """The same day of another month, at most its 28th; at the ends of the calendar, its ends."""
    count = day.year * 12 + day.month - 1 + months
    if count < 12:
        return date.min
    if count >= 12 * 10_000:
        return date.max
    return date(count // 12, count % 12 + 1, min(day.day, 28))
