"""One agenda from the wish to open it until it is closed: whoever keeps this works on no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import NoAgenda

if TYPE_CHECKING:
    from core.agenda import Agenda
    from core.store import Store


class OpenAgenda:
    """Entered and closed on the writer's thread; asked on any."""

    def __init__(self) -> None:
        self._door: tuple[Store, Agenda] | None = None

    def enter(self, store: Store, agenda: Agenda) -> None:
        """The agenda is open."""
        self._door = store, agenda

    def door(self) -> tuple[Store, Agenda]:
        """Raises NoAgenda before it is open, and once it is closed."""
        if self._door is None:
            raise NoAgenda()
        return self._door

    def verbs(self) -> Agenda:
        """Raises NoAgenda."""
        return self.door()[1]

    def close(self) -> None:
        """Let go of the file; twice is once."""
        door, self._door = self._door, None
        if door is not None:
            door[0].close()
