"""A month over many series: its dates by the index, by libical, and by dateutil to see that all are there."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench import libical
from core.query import EventQuery
from core.store import Store

MONTH = date(2026, 3, 1), date(2026, 3, 31)
_EARLIER = date(1999, 1, 1), date(1999, 1, 31)


def ours(database: Path) -> tuple[float, int]:
    """Milliseconds of CPU for a month that was never asked for, and how many dates."""
    store = Store.open(str(database), clock=lambda: datetime.now(UTC))
    try:
        _dates(store, _EARLIER)  # So that what is loaded once is loaded.
        start = time.process_time()
        found = _dates(store, MONTH)
        return (time.process_time() - start) * 1000, found
    finally:
        store.close()


def _dates(store: Store, days: tuple[date, date]) -> int:
    first, last = days
    return len(store.order(EventQuery(first=first, last=last), spread=days).entries)


def theirs(folder: Path, rules: Path) -> tuple[float, int]:
    """The same of libical."""
    first, last = MONTH[0], MONTH[1] + timedelta(days=1)
    return libical.run(folder, "month", str(rules), f"{first:%Y%m%dT000000}", f"{last:%Y%m%dT000000}")


def by_dateutil(rules: Path) -> int:
    """How many dates there are."""
    from dateutil.rrule import rrulestr

    first, last = (datetime.combine(day, datetime.min.time()) for day in MONTH)
    found = 0
    for line in rules.read_text().splitlines():
        start, _, rule = line.partition("\t")
        dates = rrulestr(rule, dtstart=datetime.strptime(start, "%Y%m%dT%H%M%S"))
        found += len(dates.between(first, last + timedelta(days=1) - timedelta(seconds=1), inc=True))
    return found
