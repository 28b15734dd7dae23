"""A VTIMEZONE read: the zone that it describes, as datetime has them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Final

from core.expand import Expansion
from core.ics.lines import Line, parse, raw_lines
from core.rrule import Freq, read_rule, read_until
from core.rule_times import Budget
from core.series import later

# Onsets are worked out between these; before and after, the nearest one holds.
_FIRST: Final = datetime(1900, 1, 1)
_LAST: Final = datetime(2150, 1, 1)
_MOST: Final = 2000  # onsets of one observance
_OBSERVANCES: Final = 200  # the world's longest have some 150
_OFFSET: Final = r"([+-])([0-9]{2})([0-5][0-9])([0-5][0-9])?"


def custom_zone(text: bytes) -> tzinfo | None:
    """The zone that a VTIMEZONE describes, or None where no observance of it can be read.

    Rules by days and less are none for a zone's clocks, and count as their first date alone.
    """
    name, observances = _read(text)
    onsets = sorted({onset for its in observances[:_OBSERVANCES] for onset in its.onsets()})
    return CustomZone(name, onsets) if onsets else None


@dataclass(frozen=True, slots=True, order=True)
class Onset:
    """A change of the clocks, at a time in UTC (without tzinfo)."""

    at: datetime
    before: timedelta
    after: timedelta
    daylight: bool
    name: str


class CustomZone(tzinfo):
    """A zone of its onsets, at least one, in their order.

    A wall time that is skipped has the offset from before, one that comes twice means the first unless fold
    says otherwise (RFC 5545 3.3.5).
    """

    def __init__(self, name: str, onsets: list[Onset]) -> None:
        self._name = name
        first = onsets[0]
        before = Onset(datetime.min, first.before, first.before, False, "")
        self._states = [before, *onsets]
        self._instants = [its.at for its in onsets]
        offsets = [(self._states[place].after, its.after) for place, its in enumerate(onsets)]
        self._walls = [
            [its.at + pick(pair) for its, pair in zip(onsets, offsets, strict=True)] for pick in (max, min)
        ]

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        return None if dt is None else self._at(dt).after

    def dst(self, dt: datetime | None) -> timedelta | None:
        if dt is None:
            return None
        state = self._at(dt)
        return max(state.after - state.before, timedelta()) if state.daylight else timedelta()

    def tzname(self, dt: datetime | None) -> str | None:
        return None if dt is None else self._at(dt).name or self._name

    def fromutc(self, dt: datetime) -> datetime:
        instant = dt.replace(tzinfo=None)
        place = bisect_right(self._instants, instant)
        state, earlier = self._states[place], self._states[max(place - 1, 0)]
        lost = earlier.after - state.after
        fold = place > 0 and timedelta() < lost and instant - self._instants[place - 1] < lost
        return (dt + state.after).replace(fold=int(fold))

    def __repr__(self) -> str:
        return f"CustomZone({self._name!r})"

    def _at(self, dt: datetime) -> Onset:
        return self._states[bisect_right(self._walls[dt.fold], dt.replace(tzinfo=None))]


@dataclass(slots=True)
class _Observance:
    """A STANDARD or DAYLIGHT as it is read."""

    daylight: bool
    start: datetime | None = None
    before: timedelta | None = None
    after: timedelta | None = None
    name: str = ""
    rules: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)

    def take(self, line: Line) -> None:
        """Values that cannot be read are passed over."""
        with suppress(ValueError):
            match line.name:
                case "DTSTART":
                    self.start = read_until(line.value.upper()).wall_time
                case "TZOFFSETFROM":
                    self.before = _offset(line.value)
                case "TZOFFSETTO":
                    self.after = _offset(line.value)
                case "TZNAME":
                    self.name = self.name or line.text
                case "RRULE":
                    self.rules.append(line.value)
                case "RDATE":
                    self.dates += line.value.upper().split(",")

    def onsets(self) -> Iterator[Onset]:
        """Those in the years that count; none where the observance lacks what it must have."""
        if self.after is None or self.start is None:
            return
        before = self.after if self.before is None else self.before
        for wall in islice(self._walls(self.start, before), _MOST):
            with suppress(OverflowError):
                yield Onset(wall - before, before, self.after, self.daylight, self.name)

    def _walls(self, start: datetime, before: timedelta) -> Iterator[datetime]:
        yield start
        for date in self.dates[:_MOST]:
            with suppress(ValueError):
                yield read_until(date.partition("/")[0].strip()).wall_time
        budget = Budget()
        for text in dict.fromkeys(self.rules):
            rule = read_rule(text)
            if rule is None or rule.freq > Freq.MONTHLY:
                continue
            until = None
            if rule.until is not None:
                until = later(rule.until.wall_time, before if rule.until.tzid else timedelta())
                if rule.until.is_date:
                    until = datetime.combine(until, time.max)
            yield from Expansion(rule, start, until, budget).between(_FIRST, _LAST)


def _read(text: bytes) -> tuple[str, list[_Observance]]:
    name, found = "", list[_Observance]()
    inside = False
    for raw in raw_lines(re.sub(rb"\r\n?|\n", b"\r\n", text.rstrip() + b"\n")):
        line = parse(raw)
        if line is None:
            continue
        value = line.value.strip().upper()
        if line.name == "BEGIN" and value in ("STANDARD", "DAYLIGHT"):
            found.append(_Observance(value == "DAYLIGHT"))
            inside = True
        elif line.name == "END":
            inside = False
        elif inside:
            found[-1].take(line)
        elif line.name == "TZID":
            name = line.text
    return name, found


def _offset(text: str) -> timedelta:
    read = re.fullmatch(_OFFSET, text.strip())
    if read is None or int(read[2]) > 23:
        raise ValueError(text)
    offset = timedelta(hours=int(read[2]), minutes=int(read[3]), seconds=int(read[4] or 0))
    return -offset if read[1] == "-" else offset
