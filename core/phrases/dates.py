"""A day as people write it: 12/10/22, mer. 12 oct., October 12th, demain, next monday, +3.

Names are read in both languages whichever is in force: that decides only what both could mean (`mar 12` is
Tuesday the 12th in French, 12 March in English). Figures are read day first in English too: the people who
keep an agenda with Parvis are European, and 10/12/22 must not move by two months with the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from core.phrases.names import MONTHS, WEEKDAYS, Language, fold, position

_NAMED_DAYS: Final = {
    "avant hier": -2,
    "day before yesterday": -2,
    "hier": -1,
    "yesterday": -1,
    "aujourd'hui": 0,
    "aujourdhui": 0,
    "today": 0,
    "demain": 1,
    "tomorrow": 1,
    "apres demain": 2,
    "day after tomorrow": 2,
}
_FILLERS: Final = frozenset({"le", "the", "of", "on", "ce", "this"})
_NEXT: Final = frozenset({"prochain", "suivant", "next"})
_LAST: Final = frozenset({"dernier", "passe", "last"})
_UNITS: Final = {
    **dict.fromkeys(("", "j", "d", "jour", "jours", "day", "days"), "days"),
    **dict.fromkeys(("s", "w", "sem", "semaine", "semaines", "week", "weeks"), "weeks"),
    **dict.fromkeys(("m", "mois", "month", "months"), "months"),
    **dict.fromkeys(("an", "ans", "annee", "annees", "y", "year", "years"), "years"),
}

# Left to re to compile at their first use: a window opens without reading any phrase.
_EIGHT: Final = r"\d{8}"
_SIX: Final = r"(\d{2})(\d{2})(\d{2})"
_SHIFT: Final = r"([+-]) ?(\d{1,5}) ?([a-z]*)"
_AWAY: Final = r"(?:(dans|in|il y a) )?(?:(\d{1,5}) ?|(?:une?|an?|one) )([a-z]+)( ago)?"
_ORDINAL: Final = r"\b(\d{1,2})(?:er|e|eme|st|nd|rd|th)\b"
_PUNCTUATION: Final = r"[-/.]|,(?= |$)"


def read_date(text: str, *, near: date, language: Language, today: date | None = None) -> date | None:
    """The day that a text names, or None for one that no calendar has, or that is not understood.

    near: where a text without a year or a month belongs. The year is the one that brings the date nearest
    (of two figures: within 50 years); a bare day is in near's month; a bare weekday is the coming one, near
    included; `+3` counts from near. today (near if not given): where `demain`, `in 3 days` and
    `lundi prochain` count from.

    A weekday beside the date only chooses among what the rest leaves open: the year, or for a bare day the
    month before or after. Where it still disagrees the date wins, being what people copy and check.
    """
    folded = fold(text)
    today = today or near
    try:
        return (
            _run_together(folded, near)
            or _shifted(folded, near, today)
            or _in_words(_words(folded), near, today, language)
        )
    except (ValueError, OverflowError):
        return None


def plus_months(day: date, months: int) -> date:
    """The same day some months later, or that month's last. Raises ValueError outside the years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError(year)
    there = (_valid(year, month + 1, number) for number in (day.day, 30, 29, 28))
    return next(filter(None, there))


def _run_together(folded: str, near: date) -> date | None:
    """`20221012` as ISO 8601 has it, else `12102022` (from 1300 on a year is no month), and `121022`."""
    if re.fullmatch(_EIGHT, folded):
        return _valid(int(folded[:4]), int(folded[4:6]), int(folded[6:])) or _valid(
            int(folded[4:]), int(folded[2:4]), int(folded[:2])
        )
    found = re.fullmatch(_SIX, folded)
    return _dated(int(found[1]), int(found[2]), found[3], near, None) if found else None


def _shifted(folded: str, near: date, today: date) -> date | None:
    """`+3`, `-1w` from near; `dans 3 jours`, `il y a un mois`, `2 weeks ago` from today."""
    if found := re.fullmatch(_SHIFT, folded):
        return _moved(near, int(found[1] + found[2]), found[3])
    found = re.fullmatch(_AWAY, folded)
    if found is None:
        return None
    opening, amount, unit, ago = found.groups()
    if bool(opening) == bool(ago):
        return None
    count = int(amount or 1)
    return _moved(today, count if opening in ("dans", "in") else -count, unit)


def _moved(start: date, count: int, unit: str) -> date | None:
    match _UNITS.get(unit):
        case "days":
            return start + timedelta(days=count)
        case "weeks":
            return start + timedelta(weeks=count)
        case "months":
            return plus_months(start, count)
        case "years":
            return plus_months(start, count * 12)
    return None


def _words(folded: str) -> list[str]:
    """The words and numbers, without ordinal endings, punctuation and articles."""
    bare = re.sub(_ORDINAL, r"\1", re.sub(_PUNCTUATION, " ", folded))
    return [word for word in bare.split() if word not in _FILLERS]


def _in_words(words: Sequence[str], near: date, today: date, language: Language) -> date | None:
    if (days := _NAMED_DAYS.get(" ".join(words))) is not None:
        return today + timedelta(days=days)
    readings: list[Callable[[], date | None]] = [
        lambda: _with_weekday(words, near, today),
        lambda: _without_weekday(words, near, None),
    ]
    if language == "en":
        readings.reverse()
    return next(filter(None, (read() for read in readings)), None)


def _with_weekday(words: Sequence[str], near: date, today: date) -> date | None:
    """`mercredi`, `mercredi prochain`, `next wednesday`, `mercredi 12`, `mercredi 12 octobre 2022`."""
    rest = [word for word in words if word not in _NEXT and word not in _LAST]
    weekday = position(WEEKDAYS, rest[0]) if rest else None
    if weekday is None:
        return None
    if len(rest) == len(words):
        return _without_weekday(rest[1:], near, weekday) if rest[1:] else _coming(weekday, near)
    if len(words) != 2:
        return None
    if _NEXT.intersection(words):
        return _coming(weekday, today + timedelta(days=1))
    return _coming(weekday, today - timedelta(days=7))


def _coming(weekday: int, start: date) -> date:
    return start + timedelta(days=(weekday - start.weekday()) % 7)


def _without_weekday(words: Sequence[str], near: date, weekday: int | None) -> date | None:
    """`12`, `12 oct`, `12 oct 22`, `oct 12 2022`, `2022 oct 12`, `12 10 22`; weekday: 0 is Monday."""
    if len(words) == 1:
        return _nearest(_days_around(words[0], near, 0 if weekday is None else 1), near, weekday)
    if not 2 <= len(words) <= 3:
        return None
    if len(words) == 3 and len(words[0]) == 4 and words[0].isdecimal():
        words = words[::-1]
    day, month = words[:2] if words[0].isdecimal() else words[1::-1]
    number = _month(month)
    if number is None or not _is_number(day, 2):
        return None
    return _dated(int(day), number, words[2] if len(words) == 3 else None, near, weekday)


def _month(word: str) -> int | None:
    if _is_number(word, 2):
        return int(word)
    place = position(MONTHS, word)
    return None if place is None else place + 1


def _is_number(word: str, figures: int) -> bool:
    return len(word) <= figures and word.isdecimal()


def _days_around(word: str, near: date, months: int) -> Iterator[date]:
    """The days of that number in near's month and in as many months before and after, where they have it."""
    if not _is_number(word, 2):
        return
    for shift in range(-months, months + 1):
        month = plus_months(near.replace(day=1), shift)
        if day := _valid(month.year, month.month, int(word)):
            yield day


def _dated(day: int, month: int, year: str | None, near: date, weekday: int | None) -> date | None:
    """year: four figures, two, or None for the nearest."""
    if year is None:
        return _nearest(_years_around(day, month, near, 1), near, weekday) or _nearest(
            _years_around(day, month, near, 8),
            near,
            weekday,  # 29 February; 1896 and 1904 are 8 years apart
        )
    if not year.isdecimal() or len(year) not in (2, 4):
        return None
    return _valid(int(year) if len(year) == 4 else _century(int(year), near), month, day)


def _years_around(day: int, month: int, near: date, years: int) -> Iterator[date]:
    for year in range(near.year - years, near.year + years + 1):
        if found := _valid(year, month, day):
            yield found


def _century(year: int, near: date) -> int:
    """The year with these last two figures that is nearest; the later of two 50 years away."""
    return near.year + (year - near.year + 49) % 100 - 49


def _nearest(days: Iterable[date], near: date, weekday: int | None) -> date | None:
    """The day nearest to near among those on the weekday, if any is, else among all; the later of two."""

    def distance(day: date) -> tuple[bool, int, bool]:
        return weekday is not None and day.weekday() != weekday, abs((day - near).days), day < near

    return min(days, key=distance, default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
