"""A day, with a time or without, as people write it on one line: 2022-10-12T18:30, 12 oct. à 18 h 30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from core.phrases.dates import read_date
from core.phrases.names import LONGEST, Language
from core.phrases.times import read_time

_CUT: Final = r",?\s+(?:(?:à|a|at|@)\s+)?|(?<=\d)T(?=\d)"


def read_date_time(
    text: str, *, near: date, language: Language, today: date | None = None
) -> date | datetime | None:
    """A day, or a day and then a time (a datetime without zone), or None.

    near and today are those of read_date. What could be a year is one: `12 oct 18` is in 2018.
    Offsets and the Z of UTC are not understood.
    """
    if len(text) > LONGEST:
        return None
    day = read_date(text, near=near, language=language, today=today)
    if day is not None:
        return day
    for before, after in _cuts(text.strip()):
        clock = read_time(after)
        if clock is None:
            continue
        day = read_date(before, near=near, language=language, today=today)
        if day is not None:
            return datetime.combine(day, clock)
    return None


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """The text cut in two at each space, and at the T of ISO 8601; the first cut leaves the longest time."""
    for cut in re.finditer(_CUT, text, re.IGNORECASE):
        yield text[: cut.start()], text[cut.end() :]
