"""When an event is: days, floating, UTC or zoned times, equal only when they are written alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from core.errors import EndBeforeStart, UnknownZone

# Gives the rules behind a TZID, or None for one that nobody knows.
Zones = Callable[[str], tzinfo | None]

DAY = timedelta(days=1)


def iana(tzid: str) -> tzinfo | None:
    """The IANA zone of that name, or None. Never reads outside the zone database.

    ZoneInfo answers some bad names with OSError (``Europe`` is a folder) and with ValueError (``../x``).
    """
    try:
        return ZoneInfo(tzid)
    except (OSError, ValueError, KeyError):
        return None


@dataclass(frozen=True, slots=True)
class Moment:
    """A DATE or DATE-TIME of RFC 5545 (3.3.4, 3.3.5): what the clock on the wall shows, and where it hangs.

    wall: a date, or a datetime without tzinfo. tzid: None (a date, or floating), ``UTC``, or a TZID.
    Equality is that of the writing: 18:00 in Berlin is not 16:00 UTC, as a change of zone is a change.
    """

    wall: date | datetime
    tzid: str | None = None

    def __post_init__(self) -> None:
        if isinstance(self.wall, datetime):
            if self.wall.tzinfo is not None:
                raise ValueError("a wall time carries no tzinfo")
        elif self.tzid is not None:
            raise ValueError("a date has no zone")

    @property
    def is_date(self) -> bool:
        return not isinstance(self.wall, datetime)

    @property
    def is_floating(self) -> bool:
        return self.tzid is None and not self.is_date

    @property
    def day(self) -> date:
        """The calendar day that it is written on."""
        return self.wall.date() if isinstance(self.wall, datetime) else self.wall

    @property
    def wall_time(self) -> datetime:
        """The time on the wall; of a date, its midnight."""
        return self.wall if isinstance(self.wall, datetime) else datetime.combine(self.wall, time())

    def zone(self, local: tzinfo, zones: Zones = iana) -> tzinfo:
        """The one that it hangs on; dates, floating times and unknown zones hang on the local one."""
        return UTC if self.tzid == "UTC" else (self.tzid and zones(self.tzid)) or local

    def instant(self, local: tzinfo, zones: Zones = iana) -> datetime:
        """The point in time, in UTC; dates (from midnight), floating times and unknown zones are local ones.

        A wall time that its zone skips is read with the offset before the gap, one that comes twice as the
        first (RFC 5545 3.3.5); so does zoneinfo with fold=0. At the ends of the year range it is clamped.
        """
        wall = self.wall_time
        try:
            return wall.replace(tzinfo=self.zone(local, zones), fold=0).astimezone(UTC)
        except OverflowError:
            return wall.replace(tzinfo=UTC)

    def plus(self, span: timedelta) -> Moment:
        """As many days or as much wall time later, on the same clock."""
        return replace(self, wall=self.wall + span)

    def __str__(self) -> str:
        return self.wall.isoformat() + ({None: "", "UTC": "Z"}.get(self.tzid, f"[{self.tzid}]"))


@dataclass(frozen=True, slots=True)
class When:
    """From start (included) to end (excluded, RFC 5545 3.6.1); both dates or both date-times.

    A moment without length has end == start. Days have at least one day. Raises EndBeforeStart.
    """

    start: Moment
    end: Moment

    def __post_init__(self) -> None:
        if self.start.is_date != self.end.is_date:
            raise ValueError("start and end are both dates, or both date-times")
        if self._ends_too_early():
            raise EndBeforeStart()

    def _ends_too_early(self) -> bool:
        if self.start.is_date:
            return self.end.wall <= self.start.wall
        if self.start.tzid == self.end.tzid:
            return self.end.wall < self.start.wall
        return self.end.instant(UTC) < self.start.instant(UTC)

    def in_time(self) -> When:
        """This one. Raises EndBeforeStart where a person would wait for its end before it starts.

        A spring gap reads a skipped start an hour later than it is written, and so past an end that is
        written after it. What a file says so is kept: nobody is there to mend it.
        """
        if not self.all_day and self.end.instant(UTC) < self.start.instant(UTC):
            raise EndBeforeStart()
        return self

    @classmethod
    def days(cls, first: date, last: date | None = None) -> When:
        """Whole days, the last one included, as a person says them."""
        return cls(Moment(first), Moment((last or first) + DAY))

    @classmethod
    def times(cls, start: datetime, end: datetime | None = None, tzid: str | None = None) -> When:
        """From a wall time to a wall time on one clock: tzid as Moment has it. Raises UnknownZone."""
        if tzid not in (None, "UTC") and iana(tzid) is None:
            raise UnknownZone(tzid)
        return cls(Moment(start, tzid), Moment(end or start, tzid))

    @property
    def all_day(self) -> bool:
        return self.start.is_date

    @property
    def last_day(self) -> date:
        """The last day that it touches: that of the form and the list, never of the text."""
        ends_at_midnight = self.end.wall_time.time() == time()
        return self.end.day - DAY if ends_at_midnight and self.end.day > self.start.day else self.end.day

    @property
    def length(self) -> timedelta:
        """From start to end: days, or wall time on one clock, or time passed between two clocks."""
        if self.start.tzid == self.end.tzid:
            return self.end.wall_time - self.start.wall_time
        return self.end.instant(UTC) - self.start.instant(UTC)

    def starting(self, start: Moment) -> When:
        """The same length from another start; the end keeps its own clock where both had one each.

        Between days and times the length is that of a day, and of an hour.
        """
        if start.is_date != self.start.is_date:
            return When(start, start.plus(DAY if start.is_date else timedelta(hours=1)))
        if self.start.tzid == self.end.tzid:
            return When(start, start.plus(self.length))
        return When(start, self.end.plus(start.wall_time - self.start.wall_time))

    def ending(self, end: Moment) -> When:
        """Another end. Raises EndBeforeStart."""
        return When(self.start, end)
