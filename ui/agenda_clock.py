"""Now, today, and the day that an event is on: all of it on the clock of the agenda's zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, tzinfo

from core.known_zones import ObjectZones
from core.query import ListedEvent
from core.when import Moment


class AgendaClock:
    """clock gives the present time, aware. Until an agenda says its zone, the clock's own holds."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._zone: tzinfo | None = None
        # Each name is looked for once. A row of the list does not tell what its file defines.
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

    def day_of(self, event: ListedEvent) -> date:
        """The day that it starts on; the first of all days where no text says it."""
        if event.undated:
            return date.min
        wall = self.local(event.when.start)
        return wall.date() if isinstance(wall, datetime) else wall
