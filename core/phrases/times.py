"""A time of day as people write it: 14h30, 14 h 30, 14:30, 1430, 2:30 pm, midi."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from core.phrases.names import fold

_NAMED: Final = {"midi": time(12), "noon": time(12), "minuit": time(0), "midnight": time(0)}
# Compiled by re at their first use, as in core.phrases.dates.
_FIGURES: Final = r"(?!\d{5}$)(\d{1,2}?)(\d{2})(\d{2})?"
_CLOCK: Final = r"""(\d{1,2})
        (?:\ ?(?:[:.]|h|heures?)\ ?(\d{2})
            (?:\ ?(?:[:.]|min|m)\ ?(\d{2})\ ?s?|\ ?(?:min|m))?
        |\ ?(?:h|heures?))?
        (?:\ ?([ap])\.?m\.?)?"""  # verbose


def read_time(text: str) -> time | None:
    """The time of day that a text names, to the second, or None; also for 24:00, a time that no day has."""
    folded = fold(text)
    if folded in _NAMED:
        return _NAMED[folded]
    try:
        if found := re.fullmatch(_FIGURES, folded) or re.fullmatch(_CLOCK, folded, re.VERBOSE):
            return _on_the_clock(*found.groups())
    except ValueError:
        pass
    return None


def _on_the_clock(
    hours: str, minutes: str | None, seconds: str | None, half: str | None = None
) -> time | None:
    """Raises ValueError for what no clock shows."""
    hour = int(hours)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(minutes or 0), int(seconds or 0))
