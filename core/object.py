"""A calendar object (RFC 4791 4.1): all VEVENTs of one UID in one calendar, as the text they travel in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarObject:
    """One row of the agenda.

    id: 0 until it is stored, then its own for life, even through deletion and undo. text: one or more
    VEVENTs, nothing around them, UTF-8, CRLF, folded at 75 octets. revision: goes up at every write.
    """

    id: int
    calendar_id: int
    uid: str
    text: bytes
    revision: int = 0


@dataclass(frozen=True, slots=True)
class ComponentRef:
    """One VEVENT of an object.

    recurrence_id: RECURRENCE-ID's value as written (``20221012``), "" for the master.
    ordinal: 0, then 1 and on for further VEVENTs with the same UID and RECURRENCE-ID.
    """

    object_id: int
    recurrence_id: str = ""
    ordinal: int = 0
