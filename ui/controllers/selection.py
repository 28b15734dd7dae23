"""What is chosen in the list, as the agenda knows it: read in one go, however many events it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from core.errors import AppError
from core.object import ComponentRef
from core.order import is_occurrence, key_of
from core.query import ListedEvent, State
from core.when import Moment
from ui.widgets.list_pane import ListPane
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.store import Store

T = TypeVar("T")


class Selection:
    """Empty until an agenda is open. What is gone meanwhile is left out of all but the count."""

    def __init__(self, workspace: Workspace, pane: ListPane) -> None:
        self._workspace = workspace
        self._pane = pane

    @property
    def count(self) -> int:
        """How many events: several dates of one are one. Nothing is read for it."""
        return len(set(map(key_of, self.entries)))

    def first(self) -> ListedEvent | None:
        """The event of the first row."""
        rows = self._pane.list.selected_rows()
        return self._pane.rows.listed(rows[0]) if rows else None

    def date(self) -> Moment | None:
        """Of a series, where one of its dates alone is chosen, as the series names it."""
        rows = self._pane.list.selected_rows()
        event = self._pane.rows.listed(rows[0]) if len(rows) == 1 else None
        return event.recurrence_id if event is not None else None

    @property
    def entries(self) -> list[int]:
        """As core.order packs them, in the order of the rows: a date of a series by itself."""
        return [self._pane.rows.entry(row) for row in self._pane.list.selected_rows()]

    def refs(self) -> list[ComponentRef]:
        """In the order of the rows, each once."""
        entries = self.entries
        return self._read(lambda store: store.refs_of(entries)) or []

    def events_and_dates(self) -> tuple[int, int]:
        """How many whole events, and how many dates of series beside them, changed on their own or not."""
        entries = self.entries
        dates = sum(map(is_occurrence, entries))
        others = [its for its in entries if not is_occurrence(its)]
        refs = self._read(lambda store: store.refs_of(others)) or []
        whole = {its.object_id for its in refs if not its.recurrence_id}
        alone = [its for its in refs if its.recurrence_id and its.object_id not in whole]
        events = sum(not its.recurrence_id for its in refs)
        return events, dates + len(alone)

    def object_ids(self) -> list[int]:
        """In the order of the rows, each once."""
        return list(dict.fromkeys(ref.object_id for ref in self.refs()))

    def states(self) -> set[State]:
        """Every state that one of them has."""
        entries = self.entries
        return self._read(lambda store: store.states_of(entries)) or set()

    def _read(self, question: Callable[[Store], T]) -> T | None:
        if not self._workspace.is_open:
            return None
        try:
            return question(self._workspace.store)
        except AppError as error:
            self._workspace.failed.emit(error)
            return None
