"""What the index has of one VEVENT."""

from __future__ import annotations

from dataclasses import dataclass

from core.object import ComponentRef

# Where an event stands that has no date, in seconds from 1970: before the first that has one.
UNDATED = -(1 << 37)


@dataclass(frozen=True, slots=True)
class Indexed:
    """One VEVENT, as core.db.schema.ComponentRow has it.

    undated: nothing says when it is; it stands at UNDATED, and never recurs. description: with the escapes of
    a TEXT (RFC 5545 3.3.11). contact: the organizer too. modified: seconds since 1970, in UTC, as the others.
    rule: see core.ics.series_rule.
    """

    ref: ComponentRef
    summary: str
    place: str
    location: str
    status: str | None
    stage: str | None
    categories: tuple[str, ...]
    dtstart: str
    dtstart_tzid: str | None
    dtend: str
    dtend_tzid: str | None
    start_utc: int
    end_utc: int
    recurs: bool
    series_end_utc: int | None
    description: str
    contact: str
    modified: int | None
    undated: bool = False
    rule: str | None = None
