"""What is known of an event in the form beside its own fields: its zones, and the series that it is of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo

from core.event import Event
from core.when import Zones, iana


@dataclass(frozen=True, slots=True)
class Beside:
    """local, zones: where its dates and TZIDs are read.

    series: what it is a date of. overrides: when those of its dates are that were changed on their own.
    scope: which dates an edit is for, by the values of core.occurrence.Scope; "" for what is no series.
    changed: the date was changed on its own.
    """

    local: tzinfo = UTC
    zones: Zones = iana
    series: Event | None = None
    overrides: tuple[Event, ...] = ()
    scope: str = ""
    changed: bool = False
