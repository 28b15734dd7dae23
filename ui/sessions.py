"""The edits under way: the one of the form, and those that were left and are not stored yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.errors import AppError, StaleChange
from core.event import Event
from core.object import ComponentRef
from core.when import Moment
from ui.editing import EditSession
from ui.jobs import Lane
from ui.open_agenda import OpenAgenda


class Sessions(QObject):
    """An edit that could not be stored lives on, and is tried again, when the form shows another event."""

    stored = Signal(object, bool)  # Applied; whether it is an undo step of its own
    failed = Signal(object)  # AppError
    conflicted = Signal(object, object)  # EditSession, StaleChange

    def __init__(self, writer: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._writer = writer
        self._current: EditSession | None = None
        self._all: list[EditSession] = []

    @property
    def unsaved(self) -> bool:
        """Something typed, in this form or an earlier one, is not stored."""
        return any(its.waiting for its in self._all)

    @property
    def waiting(self) -> bool:
        """What is typed in the form will be a step to take back."""
        return self._current is not None and self._current.waiting

    def begin(
        self,
        agenda: OpenAgenda,
        event: Event,
        ref: ComponentRef | None,
        calendar_id: int,
        date: Moment | None = None,
        scope: str = "",
    ) -> EditSession:
        """The form shows this event now; what was typed in another goes on its way."""
        self.leave_field()
        self._current = session = EditSession(
            agenda, self._writer, event, ref, calendar_id, self, date=date, scope=scope
        )
        session.stored.connect(self.stored)
        session.failed.connect(self._on_failed)
        session.settled.connect(self._tidy)
        self._all.append(session)
        self._tidy()
        return session

    def is_waiting(self, ref: ComponentRef) -> bool:
        """What is stored of this event is not all that was typed of it."""
        return any(its.ref == ref and its.waiting for its in self._all)

    def leave_field(self) -> None:
        """Store what is typed; what comes next is another step."""
        if self._current is not None:
            self._current.leave_field()

    def store(self) -> None:
        """Hand all that is typed to the writer."""
        for session in self._all:
            session.store()

    def end(self) -> None:
        """The agenda goes: nothing is tried again."""
        for session in self._all:
            session.stop()
        self._current = None
        self._tidy()

    def _tidy(self) -> None:
        done = [its for its in self._all if its is not self._current and not its.waiting]
        self._all = [its for its in self._all if its not in done]
        for session in done:
            session.deleteLater()

    def _on_failed(self, error: AppError) -> None:
        if isinstance(error, StaleChange) and error.fields:
            self.conflicted.emit(self.sender(), error)
        else:
            self.failed.emit(error)
