"""Where the caret belongs when another text takes the place of the one it stands in."""

from __future__ import annotations

from itertools import takewhile


def caret_in(before: str, after: str, position: int) -> int:
    """The place between the same letters; where those were replaced, behind what took their place.

    In a text that comes where there was none, it is the beginning.
    """
    if not before:
        return 0
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    if position >= len(before) - end:
        return position + len(after) - len(before)
    return position if position <= start else len(after) - end


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
