"""TZIDs in a copy: IANA's names, which every program knows, where a zone is one of those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from typing import Final

from core.clients.dates import moment_line, until_for
from core.clients.draft import Draft, Task
from core.clients.profile import Profile
from core.ics.custom_zone import custom_zone
from core.ics.lines import parse, raw_lines, write
from core.ics.values import moment_of
from core.known_zones import known_name
from core.when import Moment, iana
from core.zoning import with_zones_renamed

_TIMES: Final = ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE")
_MOMENTS: Final = ("DTSTART", "DTEND")
_REPEATS: Final = frozenset({"RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"})
_ZONED = re.compile(rb";TZID=", re.IGNORECASE)

# Two zones are the same that agree for so long from an event's year on.
_YEARS: Final = 12
_STEP: Final = timedelta(days=5)


class ZoneNames:
    """Finds out which of IANA's zones a TZID stands for. local: where a TZID that nobody defines is read."""

    def __init__(self, local: str) -> None:
        self._local = local
        self._known: dict[str, bool] = {}
        self._found: dict[tuple[str, bytes, int], str | None] = {}

    def is_iana(self, tzid: str) -> bool:
        if tzid not in self._known:
            self._known[tzid] = iana(tzid) is not None
        return self._known[tzid]

    def name_of(self, tzid: str, body: bytes, year: int) -> str | None:
        """IANA's name; "" for one that nobody knows, None for one that only its VTIMEZONE describes.

        body: that, or b"". year: from when it matters.
        """
        key = tzid, body, year
        if key not in self._found:
            self._found[key] = self._look(tzid, body, year)
        return self._found[key]

    def _look(self, tzid: str, body: bytes, year: int) -> str | None:
        known = known_name(tzid)
        zone = custom_zone(body) if body else None
        if zone is None:
            return known or ""
        names = dict.fromkeys(filter(None, (known, _told_in(body), self._local)))
        return next((name for name in names if (other := iana(name)) and _agree(zone, other, year)), None)


def _told_in(body: bytes) -> str | None:
    """X-LIC-LOCATION, as libical and Mozilla write IANA's name of a zone."""
    lines = (parse(raw) for raw in raw_lines(body) if raw[:15].upper() == b"X-LIC-LOCATION:")
    return next((line.text.strip() for line in lines if line), None)


def _agree(one: tzinfo, other: tzinfo, year: int) -> bool:
    """Whether clocks there show the same, around each change of theirs too."""
    first = datetime(min(max(year, 1), 9980), 1, 1, tzinfo=UTC)
    times = [first + its * _STEP for its in range(_YEARS * 366 // _STEP.days)]
    for before, after in pairwise(times):
        if not _same(one, other, after):
            return False
        if before.astimezone(other).utcoffset() != after.astimezone(other).utcoffset():
            change = _change(other, before, after)
            if not (_same(one, other, change) and _same(one, other, change - timedelta(seconds=1))):
                return False
    return True


def _same(one: tzinfo, other: tzinfo, at: datetime) -> bool:
    return at.astimezone(one).utcoffset() == at.astimezone(other).utcoffset()


def _change(zone: tzinfo, low: datetime, high: datetime) -> datetime:
    """The first second of what follows."""
    now = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
        low, high = (middle, high) if middle.astimezone(zone).utcoffset() == now else (low, middle)
    return high


def zoned(draft: Draft, task: Task, names: ZoneNames, own: Mapping[str, bytes]) -> None:
    """``zone``: IANA's name in the place of Windows' or a file's own.

    Google's calendars have no others (developers.google.com, Events: timeZone), and Apple's Calendar imports
    nothing where it knows none (spatie/calendar-links #88).
    ``own-zone``: a zone that is none of IANA's. What happens once is written in UTC there.
    ``unknown-zone``: one that nobody knows, and Parvis reads as the agenda's.
    """
    start = draft.first("DTSTART")
    began = moment_of(start) if start else None
    if began is None:
        return
    renamed, guessed, strange = dict[str, str](), dict[str, str](), set[str]()
    for tzid in sorted(_used(draft)):
        if tzid not in own and names.is_iana(tzid):
            continue
        name = names.name_of(tzid, own.get(tzid, b""), began.day.year)
        if name is None:
            strange.add(tzid)
        elif not name:
            guessed[tzid] = task.local
        elif name != tzid:
            renamed[tzid] = name
    _rename(draft, "zone", renamed)
    _rename(draft, "unknown-zone", guessed)
    if strange and task.profile in (Profile.GOOGLE, Profile.APPLE):
        _in_utc(draft, own)
    if task.profile is Profile.GOOGLE and began.is_floating:
        _anchored(draft, task.local)


def _rename(draft: Draft, code: str, names: Mapping[str, str]) -> None:
    if names:
        places = [at for at in _places(draft, _TIMES) if _ZONED.search(draft.raw(at, at + 1)[0])]
        new = {at: with_zones_renamed(draft.raw(at, at + 1)[0], names) for at in places}
        draft.exchange(code, {at: raw for at, raw in new.items() if raw != draft.raw(at, at + 1)[0]})


def _used(draft: Draft) -> set[str]:
    lines = (line for name in _TIMES for line in draft.all(name))
    return {tzid for line in lines if (tzid := line.param("TZID"))} - {"UTC"}


def _places(draft: Draft, names: Iterable[str]) -> list[int]:
    return sorted(at for name in names for at in draft.places(name))


def _in_utc(draft: Draft, own: Mapping[str, bytes]) -> None:
    if not _REPEATS.isdisjoint(draft.names):
        draft.say("own-zone", "DTSTART")
        return
    new = {}
    for at in _places(draft, _MOMENTS):
        line = parse(draft.raw(at, at + 1)[0])
        its = moment_of(line) if line else None
        if line and its and its.tzid in own:
            instant = its.instant(UTC, lambda tzid: custom_zone(own[tzid]) if tzid in own else iana(tzid))
            new[at] = moment_line(line.name, Moment(instant.replace(tzinfo=None), "UTC"))
    draft.exchange("own-zone", new)


def _anchored(draft: Draft, local: str) -> None:
    """``floating``: Google takes a time without a zone for one in UTC (verdigado/sunflower #299).

    The agenda's own zone is the one in which Parvis shows it.
    """
    new = {}
    for at in _places(draft, (*_TIMES, "RRULE")):
        raw = draft.raw(at, at + 1)[0]
        line = parse(raw)
        if line is None:
            continue
        if line.name == "RRULE":
            start = draft.first("DTSTART")
            began = moment_of(start) if start else None
            value = until_for(line.value, Moment(began.wall_time, local), local) if began else line.value
            if value != line.value:
                new[at] = write("RRULE", value)
        elif (
            line.param("VALUE").upper() != "DATE" and not line.param("TZID") and "Z" not in line.value.upper()
        ):
            params = [(name, values[0]) for name, values in line.params]
            new[at] = write(line.name, line.value, [("TZID", local), *params])
    draft.exchange("floating", new)
