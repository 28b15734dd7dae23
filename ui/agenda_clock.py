"""Now, today, and the day that an event is on: all of it on the clock of the agenda's zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo

from core.known_zones import ObjectZones
from core.query import ListedEvent
from core.when import Moment, When

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# From when to when on the agenda's clock: dates, or times on the wall.
Span = tuple[date | datetime, date | datetime]


class AgendaClock:
    """clock gives the present time, aware. Until an agenda says its zone, the clock's own holds."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._zone: tzinfo | None = None
        # Each name is looked for once.
        self._zones = ObjectZones({}).of(0)

    def set_zone(self, tzid: str) -> None:
        """The agenda's zone; a name that nobody knows leaves the machine's in force."""
        self._zone = self._zones(tzid)

    @property
    def zone(self) -> tzinfo:
        if self._zone is not None:
            return self._zone
        zone = self._clock().tzinfo
        assert zone is not None, "a clock gives aware times"
        return zone

    def now(self) -> datetime:
        return self._clock().astimezone(self.zone)

    def today(self) -> date:
        return self.now().date()

    def local(self, moment: Moment) -> date | datetime:
        """A date as it is; a time as the agenda's clock on the wall shows it."""
        if moment.is_date or moment.is_floating:
            return moment.wall
        try:
            return moment.instant(self.zone, self._zones).astimezone(self.zone).replace(tzinfo=None)
        except OverflowError:
            return moment.wall

    def span(self, when: When) -> Span:
        """From when to when, here."""
        return self.local(when.start), self.local(when.end)

    def span_of(self, event: ListedEvent) -> Span:
        """From when to when a row is, here; the index knows what its file's own zones stand for."""
        its = event.when
        return self._shown(its.start, event.start_utc), self._shown(its.end, event.end_utc)

    def _shown(self, moment: Moment, seconds: int | None) -> date | datetime:
        if seconds is None or moment.tzid is None:
            return self.local(moment)
        try:
            instant = _EPOCH + timedelta(seconds=seconds)
            return instant.astimezone(self.zone).replace(tzinfo=None)
        except OverflowError:
            return moment.wall

    def day_of(self, event: ListedEvent) -> date:
        """The day that it starts on; the first of all days where no text says it."""
        if event.undated:
            return date.min
        wall = self.span_of(event)[0]
        return wall.date() if isinstance(wall, datetime) else wall
