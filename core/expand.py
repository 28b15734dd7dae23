"""A rule's wall times from its start to its end; nothing here knows of zones.

The rule is cut into periods that are found by their number, so that a range far from the start costs no more
than one near it (dateutil's way, from the start on, is what the tests compare it with).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from core.rrule import Rule
from core.rule_times import Budget, times_of


class Expansion:
    """The times of a rule. Its start is the first and counts, named by the rule or not (RFC 5545 3.8.5.3).

    start, until: wall times, midnight for dates. bound: the last time that until and COUNT leave room for;
    None where there is none before the year 10000, or none that the budget reaches.
    """

    def __init__(self, rule: Rule, start: datetime, until: datetime | None, budget: Budget) -> None:
        self._start = start
        self._times = times_of(rule, start, budget)
        self._possible = rule.is_possible
        self.bound = until
        if rule.count is not None and self._possible:
            last = self._last_of(rule.count, budget)
            self.bound = min(filter(None, (last, until)), default=None)

    def between(self, first: datetime, last: datetime) -> Iterator[datetime]:
        """Those from a wall time to another, both included, in their order, as far as the budget goes."""
        if first <= self._start <= last:
            yield self._start
        last = min(last, self.bound or last)
        if self._possible and first <= last:
            for wall in self._later(self._times.between(max(first, self._start), last)):
                if wall > last:
                    return
                if wall >= first:
                    yield wall

    def names(self, wall: datetime) -> bool:
        """Whether the rule itself has a time; its start may be none of those."""
        if not self._possible or wall < self._start or (self.bound is not None and wall > self.bound):
            return False
        return any(its == wall for its in self._times.between(wall, wall))

    def _last_of(self, count: int, budget: Budget) -> datetime | None:
        if count == 1:
            return self._start
        places = count - 2  # behind the start and the first after it
        every = self._times.every
        if every is not None and every < budget.left:
            head = [wall for wall in self._times.of(0) if wall > self._start]
            if places < len(head):
                return head[places]
            if not every:
                return None
            period, place = divmod(places - len(head), every)
            return next(islice(self._times.of(period + 1), place, None), None)
        if count > budget.left:
            return None
        later = self._later(self._times.between(self._start, datetime.max))
        return next(islice(later, places, None), None)

    def _later(self, walls: Iterator[datetime]) -> Iterator[datetime]:
        """Than the start, each once: SKIP may put a day to where another is."""
        previous = self._start
        for wall in walls:
            if wall > previous:
                previous = wall
                yield wall
