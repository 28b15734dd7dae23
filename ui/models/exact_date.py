"""A point in time in full, for who wants more than “2 h ago”."""

from __future__ import annotations

from datetime import datetime

from ui.agenda_clock import AgendaClock
from ui.dates import Dates


def exact_date(moment: datetime) -> str:
    """Day and time, on the clock of this machine. moment: aware."""
    local = moment.astimezone()
    return Dates(AgendaClock(lambda: local)).moment_long(local)
