"""What a TZID in a stored text stands for: its file's VTIMEZONE, IANA's zone, or another's name for one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from core.when import Zones, iana

# The parts that a name of IANA's has, at most.
_PARTS = 3


def known_zone(tzid: str) -> tzinfo | None:
    """A zone that everybody knows, by IANA's name, by Windows' or by a registry's."""
    return iana(known_name(tzid) or "")


def known_name(tzid: str) -> str | None:
    """IANA's name for it, or None.

    A name that begins with a slash is that of a registry (RFC 5545 3.2.19); those that there were, such as
    ``/mozilla.org/20050126_1/Europe/Brussels``, put something before IANA's.
    """
    if iana(tzid) is not None:
        return tzid
    if tzid.startswith("/"):
        parts = tzid.rsplit("/", _PARTS)[1:]
        endings = ("/".join(parts[first:]) for first in range(len(parts)))
        return next((its for its in endings if iana(its) is not None), None)
    # Tables that most agendas never need.
    from core.ics.shown_zones import shown_zone
    from core.ics.windows_zones import windows_zone

    return windows_zone(tzid) or shown_zone(tzid)


class ObjectZones:
    """What each object's TZIDs stand for. bodies: {object: {TZID: VTIMEZONE}}; each is read once.

    So is each name, as for one that is not IANA's zoneinfo looks through all the places where it might be.
    """

    def __init__(self, bodies: Mapping[int, Mapping[str, bytes]]) -> None:
        self._bodies = bodies
        self._read: dict[bytes, tzinfo | None] = {}
        self._named: dict[str, tzinfo | None] = {}

    def of(self, object_id: int) -> Zones:
        """For one object's text."""
        bodies = self._bodies.get(object_id)
        if not bodies:
            return self._known
        return lambda tzid: self._custom(bodies[tzid]) if tzid in bodies else self._known(tzid)

    def _known(self, tzid: str) -> tzinfo | None:
        if tzid not in self._named:
            self._named[tzid] = known_zone(tzid)
        return self._named[tzid]

    def _custom(self, body: bytes) -> tzinfo | None:
        if body not in self._read:
            from core.ics.custom_zone import custom_zone

            self._read[body] = custom_zone(body)
        return self._read[body]
