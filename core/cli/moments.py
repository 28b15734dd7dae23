"""When an event is, as the command line says it: --start, --end, --all-day and --tzid."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from core.errors import BadValue, UnknownZone
from core.phrases import Language, read_date, read_date_time, read_time
from core.when import DAY, Moment, When, iana

_ISO: Final = r"\d{4}-?\d{2}-?\d{2}[T ]\d.*"


@dataclass(frozen=True, slots=True)
class Now:
    """Where phrases count from. zone: the agenda's TZID. today: the day there."""

    zone: str
    today: date
    language: Language

    def day(self, option: str, text: str) -> date:
        """The day that an option names. Raises BadValue."""
        found = read_date(text, near=self.today, language=self.language)
        if found is None:
            raise BadValue(option, "malformed", text)
        return found


@dataclass(frozen=True, slots=True)
class Said:
    """What was given. None: it was not; "" for end: it ends as it starts; for tzid: no zone."""

    start: str | None
    end: str | None
    all_day: bool
    tzid: str | None

    def __bool__(self) -> bool:
        return self.all_day or any(its is not None for its in (self.start, self.end, self.tzid))


def when_of(said: Said, now: Now, before: When | None = None) -> When:
    """The When that is meant. before: that of the event which changes; a new one is without.

    A start alone takes the end along; a day alone leaves the time of day, and a time alone the day.
    Raises BadValue, UnknownZone and EndBeforeStart.
    """
    if said.tzid and said.tzid != "UTC" and iana(said.tzid) is None:
        raise UnknownZone(said.tzid)
    try:
        begun = _from_its_start(said, now, before)
        return (begun if said.end is None else _to_its_end(said, now, begun, before)).in_time()
    except OverflowError:
        raise BadValue("start", "malformed", said.start or "") from None


def _from_its_start(said: Said, now: Now, before: When | None) -> When:
    if said.start is None:
        assert before is not None
        return _rehung(said, before)
    start = _start(said, now, before)
    if before is None:
        return When.days(start.day) if start.is_date else When(start, start)
    return _rehung(said, before).starting(start)


def _rehung(said: Said, before: When) -> When:
    """The same days or wall times as whole days, or in another zone."""
    if said.all_day:
        return When.days(before.start.day, before.last_day)
    if said.tzid is None or before.all_day:
        return before
    tzid = said.tzid or None
    return When(replace(before.start, tzid=tzid), replace(before.end, tzid=tzid))


def _start(said: Said, now: Now, before: When | None) -> Moment:
    near, tzid = before.start.day if before else now.today, _tzid(said, now, before)
    text = said.start or ""
    day, clock = _read(text, now, near, tzid)
    if said.all_day or (clock is None and (before is None or before.all_day)):
        if day is None:
            raise BadValue("start", "malformed", text)
        return Moment(day)
    if clock is None:
        clock = _clock(before.start) if before and day else None
    if clock is None:
        raise BadValue("start", "malformed", text)
    return Moment(datetime.combine(day or near, clock), tzid)


def _tzid(said: Said, now: Now, before: When | None) -> str | None:
    """Where a wall time hangs: as said, else as before, else in the agenda's zone."""
    if said.tzid is not None:
        return said.tzid or None
    return now.zone if before is None or before.all_day else before.start.tzid


def _to_its_end(said: Said, now: Now, begun: When, before: When | None) -> When:
    text = said.end or ""
    if not text.strip():
        return When.days(begun.start.day) if begun.all_day else When(begun.start, begun.start)
    day, clock = _read(text, now, begun.last_day, begun.end.tzid)
    if begun.all_day:
        if day is None or (clock is not None and not said.all_day):
            raise BadValue("end", "malformed", text)
        return begun.ending(Moment(day + DAY))
    if clock is None and day is not None and before is not None and not before.all_day:
        clock = _clock(begun.end)
    if clock is None:
        raise BadValue("end", "malformed", text)
    return begun.ending(Moment(datetime.combine(day or begun.last_day, clock), begun.end.tzid))


def _clock(moment: Moment) -> time | None:
    return moment.wall.time() if isinstance(moment.wall, datetime) else None


def _read(text: str, now: Now, near: date, tzid: str | None) -> tuple[date | None, time | None]:
    """The day and the time of day in tzid that a text names; ISO 8601 with its offsets and Z too."""
    meant: date | None = _iso(text.strip())
    if isinstance(meant, datetime) and meant.tzinfo is not None:
        zone = UTC if tzid == "UTC" else (tzid and iana(tzid)) or ZoneInfo(now.zone)
        meant = meant.astimezone(zone)
    if meant is None:
        meant = read_date_time(text, near=near, language=now.language, today=now.today)
    if isinstance(meant, datetime):
        return meant.date(), meant.time()
    return meant, read_time(text) if meant is None else None


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(microsecond=0) if re.fullmatch(_ISO, text) else None
    except ValueError:
        return None
