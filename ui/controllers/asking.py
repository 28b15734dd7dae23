"""The questions that the list asks of the agenda: the last one counts; series go as far as one looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import AppError
from core.query import EventQuery, ListedEvent
from ui.models.event_rows import Fetch, Found
from ui.models.spread import Spread
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.order import OrderArray
    from core.store import Store


class Asking(QObject):
    """query gives what is to be asked now."""

    answered = Signal(object, object)  # Found, and the one before or None; the same rows are the same Found

    def __init__(
        self, workspace: Workspace, query: Callable[[], EventQuery], today: date, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._query = query
        self._spread = Spread(today)
        self._found: Found | None = None
        self._busy = False
        workspace.failed.connect(self._on_failed)

    @property
    def found(self) -> Found | None:
        """What the list shows; None: nothing yet."""
        return self._found

    @property
    def busy(self) -> bool:
        """An answer is to come."""
        return self._busy

    def begin_with(self, found: Found | None) -> None:
        """The list shows this without having asked."""
        self._found = found

    # Series

    def look_from(self, day: date) -> None:
        """Spread series out around a day."""
        self._spread.reset(day)

    def reach(self, day: date) -> bool:
        """See to it that they are spread out there; True where that takes another question."""
        return self._spread.reach(day)

    def go_on(self, later: bool) -> None:
        """Spread out more of them, at one end."""
        by_start = self._found is not None and self._found.by_start
        if by_start and not self._busy and self._spread.extend(later):
            self.ask()

    # Questions

    def ask(self) -> None:
        """Ask; answered follows, unless another question does first."""
        if not self._workspace.is_open:
            return
        self._busy = True
        store, query = self._workspace.store, self._query()
        self._workspace.ask_order(query, self._spread.days, lambda order: self._take(store, query, order))

    def _take(self, store: Store, query: EventQuery, order: OrderArray) -> None:
        self._busy = False
        events = len(order) if order.events is None else order.events
        before, found = self._found, Found(order.entries, self._fetching(store), query, events)
        if before is not None and (before.entries, before.query, before.events) == (
            found.entries,
            found.query,
            found.events,
        ):
            found = before
        self._found = found
        self._spread.settle(more=found is not before)
        self.answered.emit(found, before)

    def _fetching(self, store: Store) -> Fetch:
        def fetch(entries: Sequence[int]) -> Sequence[ListedEvent]:
            # What is on the screen may be painted once more while another agenda is opened.
            if not self._workspace.is_open or self._workspace.store is not store:
                return ()
            try:
                return store.listed(entries)
            except AppError as error:
                # Rows are fetched while they are painted: nothing may be shown from within.
                QTimer.singleShot(0, self, lambda error=error: self._workspace.failed.emit(error))
                return ()

        return fetch

    def _on_failed(self, _error: AppError) -> None:
        # It may have been our question.
        self._busy = False
