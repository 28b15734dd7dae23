"""The order of the list: an array of integers, each a start, an index key and whether it is an occurrence."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

# A start in minutes, then the key, then one bit: eight thousand years fit on both sides of 1970.
KEY_BITS = 30
START_UNIT = 1 << KEY_BITS + 1

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


def pack(minutes: int, key: int, occurrence: bool = False) -> int:
    """minutes: from 1970 in UTC, negative before. key: the index row's id. occurrence: a date of a series."""
    return minutes * START_UNIT | key << 1 | occurrence


def key_of(entry: int) -> int:
    """The index row behind an entry."""
    return entry >> 1 & (1 << KEY_BITS) - 1


def minutes_of(entry: int) -> int:
    """When it starts, in whole minutes from 1970 in UTC."""
    return entry >> KEY_BITS + 1


def is_occurrence(entry: int) -> bool:
    """It stands for one date of a series, and not for the event as such."""
    return bool(entry & 1)


def start_of(entry: int) -> datetime:
    """When it starts, in UTC."""
    return _EPOCH + timedelta(minutes=minutes_of(entry))


def minutes_at(instant: datetime) -> int:
    """The minute that a point in time lies in."""
    return (instant - _EPOCH) // _MINUTE


def _no_entries() -> array[int]:
    return array("q")


@dataclass(frozen=True, slots=True)
class OrderArray:
    """What a query found, in its order. entries: packed, eight bytes each.

    events: how many events these are dates of, or were changed on their own of; None: not counted.
    """

    entries: array[int] = field(default_factory=_no_entries)
    events: int | None = field(default=None, compare=False)

    @classmethod
    def of(cls, entries: Iterable[int]) -> OrderArray:
        return cls(array("q", entries))

    def __len__(self) -> int:
        return len(self.entries)
