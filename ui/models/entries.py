"""Packed rows looked up among a million: where one stands or would stand, and where others of its key do."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from operator import neg

from core.order import KEY_BITS

_KEYS = (1 << KEY_BITS) - 1
_WIDTH = 8  # bytes of an entry
_LOW = 0 if sys.byteorder == "little" else 4  # where its lower half is

# With more keys than this, looking at each entry is quicker than looking for each key.
_FEW = 8


def place(entries: Sequence[int], entry: int, *, falling: bool) -> int:
    """Where an entry stands, or would stand, among sorted ones."""
    return bisect_left(entries, -entry, key=neg) if falling else bisect_left(entries, entry)


def rows_of_keys(entries: Sequence[int], keys: Collection[int]) -> list[int]:
    """Where the entries of these keys stand, ascending."""
    if isinstance(entries, array) and len(keys) <= _FEW:
        data = entries.tobytes()
        return sorted({row for key in keys for row in _rows_of_key(data, key)})
    return [at for at, entry in enumerate(entries) if entry >> 1 & _KEYS in keys]


def _rows_of_key(data: bytes, key: int) -> Iterator[int]:
    # A search for bytes takes a millisecond where a loop takes a tenth of a second. Of an entry's lower half
    # all bits but two are the key's.
    for others in (0, 1, 1 << 31, 1 << 31 | 1):
        half = (key << 1 | others).to_bytes(4, sys.byteorder)
        at = data.find(half)
        while at >= 0:
            if at % _WIDTH == _LOW:
                yield at // _WIDTH
            at = data.find(half, at + 1)
