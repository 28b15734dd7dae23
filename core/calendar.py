"""A calendar: a named, coloured part of the agenda that can be hidden."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import BadValue

# Told apart by eye, on light and dark grounds alike.
COLOURS = ("#2457C5", "#187446", "#9A5B00", "#B3261E", "#7B3FB5", "#0B7285", "#A61E69", "#5B6472")


@dataclass(frozen=True, slots=True)
class Calendar:
    """id: 0 until stored. colour: ``#RRGGBB``. revision: goes up at every write."""

    id: int
    name: str
    colour: str = COLOURS[0]
    hidden: bool = False
    revision: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise BadValue("name", "required")
        if len(self.name) > 200:
            raise BadValue("name", "too-long", self.name)
