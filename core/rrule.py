"""A recurrence rule (RFC 5545 3.3.10) read from its text."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, IntEnum
from typing import Final, TypeVar

from core.when import Moment

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

# The most days that a month ever has.
LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# The values that a part may have, by sign: -1 counts from the end. A leap second (BYSECOND=60) is none.
_RANGES: Final = {
    "BYSECOND": range(60),
    "BYMINUTE": range(60),
    "BYHOUR": range(24),
    "BYMONTH": range(1, 13),
    "BYMONTHDAY": range(1, 32),
    "BYYEARDAY": range(1, 367),
    "BYWEEKNO": range(1, 54),
    "BYSETPOS": range(1, 366 * 86400 + 1),
}
_SIGNED: Final = frozenset({"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"})
_UNTIL: Final = r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z)?)?"

Value = TypeVar("Value", int, tuple[int, int])


class Freq(IntEnum):
    """From the longest period to the shortest."""

    YEARLY = 0
    MONTHLY = 1
    WEEKLY = 2
    DAILY = 3
    HOURLY = 4
    MINUTELY = 5
    SECONDLY = 6


class Skip(Enum):
    """What stands for a day that a month has not (RFC 7529 4.1): none, the one before, or the one after."""

    OMIT = "OMIT"
    BACKWARD = "BACKWARD"
    FORWARD = "FORWARD"


@dataclass(frozen=True, slots=True)
class Rule:
    """RFC 5545's parts, and RFC 7529's SKIP; each list sorted, without doubles.

    byday: (n, weekday): the nth Monday (0) to Sunday (6) of its month or year, n 0 for each of them.
    """

    freq: Freq
    interval: int = 1
    count: int | None = None
    until: Moment | None = None
    bysecond: tuple[int, ...] = ()
    byminute: tuple[int, ...] = ()
    byhour: tuple[int, ...] = ()
    byday: tuple[tuple[int, int], ...] = ()
    bymonthday: tuple[int, ...] = ()
    byyearday: tuple[int, ...] = ()
    byweekno: tuple[int, ...] = ()
    bymonth: tuple[int, ...] = ()
    bysetpos: tuple[int, ...] = ()
    wkst: int = 0
    skip: Skip = Skip.OMIT

    @property
    def is_possible(self) -> bool:
        """Whether any month that it allows has one of the days that it asks for (not so: 30 February)."""
        if not self.bymonthday or self.skip is not Skip.OMIT:
            return True
        longest = max(LONGEST[month - 1] for month in self.bymonth or range(1, 13))
        return any(abs(day) <= longest for day in self.bymonthday)


_SKIPS: Final = {its.value: its for its in Skip}


def read_rule(text: str) -> Rule | None:
    """The rule that RRULE's value says, or None where it says none: no FREQ, INTERVAL=0, no such month …

    Values out of range are left out beside good ones, and parts that nobody knows are passed over. A rule
    for another calendar than the Gregorian (RFC 7529) is not read, and SKIP is nothing without RSCALE.
    """
    parts: dict[str, str] = {}
    for part in text.upper().split(";"):
        name, _, value = part.partition("=")
        parts.setdefault(name.strip(), value.strip())
    try:
        if parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
            return None
        return Rule(
            Freq[parts["FREQ"]],
            interval=_positive(parts.get("INTERVAL", "1")),
            count=_positive(parts["COUNT"]) if "COUNT" in parts else None,
            until=read_until(parts["UNTIL"]) if "UNTIL" in parts else None,
            byday=_days(parts["BYDAY"]) if "BYDAY" in parts else (),
            wkst=WEEKDAYS.index(parts.get("WKST", "MO")),
            skip=_SKIPS.get(parts.get("SKIP", ""), Skip.OMIT) if "RSCALE" in parts else Skip.OMIT,
            **{name.lower(): _numbers(name, parts[name]) for name in _RANGES if name in parts},
        )
    except (KeyError, ValueError):
        return None


def read_until(text: str) -> Moment:
    """UNTIL's value: a date, a wall time, or UTC. Raises ValueError."""
    read = re.fullmatch(_UNTIL, text)
    if read is None:
        raise ValueError(text)
    year, month, day, hour, minute, second = (int(its or 0) for its in read.groups()[:6])
    if read[4] is None:
        return Moment(date(year, month, day))
    return Moment(datetime(year, month, day, hour, minute, min(second, 59)), "UTC" if read[7] else None)


def _positive(text: str) -> int:
    number = _number(text)
    if number < 1:
        raise ValueError(number)
    return number


def _number(text: str) -> int:
    # int() alone would read 1_000, and take its time over a million digits.
    if not re.fullmatch(r"[+-]?[0-9]{1,19}", text.strip()):
        raise ValueError(text[:19])
    return int(text)


def _numbers(name: str, text: str) -> tuple[int, ...]:
    found = set()
    for item in text.split(","):
        with suppress(ValueError):
            number = _number(item)
            if abs(number) in _RANGES[name] and (number >= 0 or name in _SIGNED):
                found.add(number)
    return _some(found)


def _days(text: str) -> tuple[tuple[int, int], ...]:
    found = set()
    for item in text.replace(" ", "").split(","):
        with suppress(ValueError):
            n = _number(item[:-2]) if item[:-2] else 0
            if abs(n) <= 53:
                found.add((n, WEEKDAYS.index(item[-2:])))
    return _some(found)


def _some(found: set[Value]) -> tuple[Value, ...]:
    if not found:
        raise ValueError("no such value")
    return tuple(sorted(found))
