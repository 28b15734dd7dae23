"""What a TZID in a stored text stands for: its file's VTIMEZONE, IANA's zone, or Windows' name for one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from core.when import Zones, iana


def known_zone(tzid: str) -> tzinfo | None:
    """A zone that everybody knows, by IANA's or by Windows' name."""
    found = iana(tzid)
    if found is not None:
        return found
    # A table that most agendas never need.
    from core.ics.windows_zones import windows_zone

    return iana(windows_zone(tzid) or "")


class ObjectZones:
    """What each object's TZIDs stand for. bodies: {object: {TZID: VTIMEZONE}}; each is read once."""

    def __init__(self, bodies: Mapping[int, Mapping[str, bytes]]) -> None:
        self._bodies = bodies
        self._read: dict[bytes, tzinfo | None] = {}

    def of(self, object_id: int) -> Zones:
        """For one object's text."""
        bodies = self._bodies.get(object_id)
        if not bodies:
            return known_zone
        return lambda tzid: self._custom(bodies[tzid]) if tzid in bodies else known_zone(tzid)

    def _custom(self, body: bytes) -> tzinfo | None:
        if body not in self._read:
            from core.ics.custom_zone import custom_zone

            self._read[body] = custom_zone(body)
        return self._read[body]
