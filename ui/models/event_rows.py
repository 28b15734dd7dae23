"""The rows of the event list: an order of packed integers, and events fetched by the page when looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.query import EventQuery, ListedEvent, Order

# Rows fetched at once, and how many such pages are kept.
PAGE = 100
PAGES = 24

KEY_BITS = 30

# Gives the events behind packed rows, in their order; those that are gone are left out.
Fetch = Callable[[Sequence[int]], Sequence[ListedEvent]]


def key_of(entry: int) -> int:
    """The index key in a packed row (start minutes << 31 | key << 1 | series)."""
    return entry >> 1 & (1 << KEY_BITS) - 1


class Role(IntEnum):
    """What a row knows beside its words. OUTSIDE: the filter does not let it in, and it stays for now."""

    EVENT = Qt.ItemDataRole.UserRole
    OUTSIDE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Listing:
    """What a query found. entries: packed rows in the order of the query. fetch: the events behind them."""

    entries: Sequence[int]
    fetch: Fetch
    query: EventQuery = field(default_factory=EventQuery)

    @classmethod
    def of(cls, events: Sequence[ListedEvent], total: int = 0) -> Listing:
        """The first screen, before the agenda is open. total: of rows to come; those not given stay blank."""
        known = {event.key << 1: event for event in events}
        blank = [0] * (total - len(events))
        return cls([*known, *blank], lambda entries: [known[entry] for entry in entries if entry in known])

    @property
    def by_start(self) -> bool:
        return self.query.order is Order.START


class EventRows(QAbstractTableModel):
    """One column, one row an event or an occurrence. At most one row is pinned though the filter excludes it.

    say gives the words of a row for who does not see it.
    """

    def __init__(self, say: Callable[[ListedEvent], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._listing = Listing.of(())
        self._pages: OrderedDict[int, list[ListedEvent | None]] = OrderedDict()
        # The pinned row: its place and its entry.
        self._pin: tuple[int, int] | None = None

    @property
    def listing(self) -> Listing:
        return self._listing

    def show_listing(self, listing: Listing, keep: int | None = None) -> None:
        """Show other rows. keep: an entry to pin where it stood, if it is stored still and not among them."""
        self.beginResetModel()
        row = self._pin[0] if self._pin else 0
        if keep is not None:
            row = next(iter(self.rows_of((keep,))), row)
        self._listing = listing
        self._pages.clear()
        self._pin = None
        if keep is not None and not self.rows_of((keep,)) and listing.fetch((keep,)):
            self._pin = self._place_of(keep, row), keep
        self.endResetModel()

    def _place_of(self, entry: int, row: int) -> int:
        if self._listing.by_start and not self._listing.query.descending:
            return bisect_left(self._listing.entries, entry)
        return min(row, len(self._listing.entries))

    def unpin(self) -> None:
        """Let the pinned row go."""
        if self._pin is None:
            return
        row = self._pin[0]
        self.beginRemoveRows(QModelIndex(), row, row)
        self._pin = None
        self._pages.clear()
        self.endRemoveRows()

    @property
    def pinned(self) -> int | None:
        """The row of the event that the filter excludes."""
        return self._pin[0] if self._pin else None

    def entry(self, row: int) -> int:
        """The packed row."""
        if self._pin is None or row < self._pin[0]:
            return self._listing.entries[row]
        return self._pin[1] if row == self._pin[0] else self._listing.entries[row - 1]

    def listed(self, row: int) -> ListedEvent | None:
        """The event of a row; None when it is gone, or not known yet."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._fetched(number * PAGE)
            while len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[row - number * PAGE]

    def peek(self, row: int) -> ListedEvent | None:
        """The event of a row that nobody will look at: its neighbours are not fetched with it."""
        if row // PAGE in self._pages:
            return self.listed(row)
        return next(iter(self._listing.fetch((self.entry(row),))), None)

    def _fetched(self, first: int) -> list[ListedEvent | None]:
        entries = [self.entry(row) for row in range(first, min(first + PAGE, self.rowCount()))]
        events = iter(self._listing.fetch(entries))
        page: list[ListedEvent | None] = []
        event = next(events, None)
        for entry in entries:
            here = event is not None and event.key == key_of(entry)
            page.append(event if here else None)
            event = next(events, None) if here else event
        return page

    def refresh(self, keys: Collection[int]) -> None:
        """What these index keys show has changed: fetch them anew, if anybody looks at them."""
        for number in list(self._pages):
            first, page = number * PAGE, self._pages[number]
            rows = [row for row in range(first, first + len(page)) if key_of(self.entry(row)) in keys]
            if rows:
                self._pages[number] = self._fetched(first)
                self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], 0))

    def rows_of(self, entries: Collection[int]) -> list[int]:
        """Where these entries stand, ascending; one that moved is found by its key, at its nearest occurrence."""
        found = self._exact(entries)
        lost = {key_of(entry): entry for entry in entries if entry not in found}
        nearest: dict[int, tuple[int, int]] = {}
        for row in range(self.rowCount()) if lost else ():
            entry = self.entry(row)
            wanted = lost.get(key_of(entry))
            if wanted is not None:
                nearest[wanted] = min(
                    nearest.get(wanted, (abs(entry - wanted), row)), (abs(entry - wanted), row)
                )
        return sorted({*found.values(), *(row for _, row in nearest.values())})

    def _exact(self, entries: Collection[int]) -> dict[int, int]:
        """{entry: row} of those that stand unmoved."""
        listing = self._listing
        if not listing.by_start or listing.query.descending or self._pin is not None:
            return {entry: row for row in range(self.rowCount()) if (entry := self.entry(row)) in entries}
        rows = {entry: bisect_left(listing.entries, entry) for entry in entries}
        return {
            entry: row
            for entry, row in rows.items()
            if row < len(listing.entries) and listing.entries[row] == entry
        }

    # What Qt asks

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's
        return 0 if parent.isValid() else len(self._listing.entries) + (self._pin is not None)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        event = self.listed(index.row()) if index.isValid() else None
        if event is None:
            return None
        if role == Role.EVENT:
            return event
        if role == Role.OUTSIDE:
            return index.row() == self.pinned
        if role == Qt.ItemDataRole.DisplayRole:
            return event.summary
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._say(event)
        return None
