"""The rows of the event list: an order of packed integers, and events fetched by the page when looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.order import key_of, minutes_at, pack
from core.query import EventQuery, ListedEvent, Order
from ui.models.entries import place, rows_of_keys

Index = QModelIndex | QPersistentModelIndex

# Rows fetched at once, and how many such pages are kept.
PAGE = 100
PAGES = 24

# Gives the events behind packed rows, in their order; those that are gone are left out.
Fetch = Callable[[Sequence[int]], Sequence[ListedEvent]]

# An event as its row had it, and as it is; None where it is no longer there.
Renewed = tuple[ListedEvent | None, ListedEvent | None]


class Role(IntEnum):
    """What a row knows beside its words. OUTSIDE: the filter does not let it in, and it stays for now."""

    EVENT = Qt.ItemDataRole.UserRole
    OUTSIDE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Found:
    """What a query found. entries: packed rows in the order of the query. fetch: the rows behind them.

    events: how many events they are dates of.
    """

    entries: Sequence[int]
    fetch: Fetch
    query: EventQuery = field(default_factory=EventQuery)
    events: int = 0

    @classmethod
    def of(cls, events: Sequence[ListedEvent], total: int = 0) -> Found:
        """The first screen, before the agenda is open. total: of rows to come; those not given stay blank."""
        # One row each, also of a series; a minute or an hour off is near enough to find it again by.
        known = {pack(minutes_at(event.when.start.instant(UTC)), event.key): event for event in events}
        blank = [0] * (total - len(known))
        return cls(
            [*known, *blank],
            lambda entries: [known[entry] for entry in entries if entry in known],
            events=len({event.ref.object_id for event in known.values()}) + len(blank),
        )

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
        self._found = Found.of(())
        self._pages: OrderedDict[int, list[ListedEvent | None]] = OrderedDict()
        # The pinned row: its place and its entry.
        self._pin: tuple[int, int] | None = None
        # Where entries stand that are not among the rows as they are; to look for one takes long.
        self._moved: dict[int, int | None] = {}

    @property
    def found(self) -> Found:
        return self._found

    def show_found(self, found: Found, keep: int | None = None) -> None:
        """Show other rows. keep: an entry to pin where it stood, if it is stored still and not among them."""
        self.beginResetModel()
        row = self._pin[0] if self._pin else 0
        if keep is not None:
            row = next(iter(self.rows_of((keep,))), row)
        self._found = found
        self._pin = None
        self._forget()
        if keep is not None and not self.rows_of((keep,)) and found.fetch((keep,)):
            self._pin = self._place_of(keep, row), keep
            self._forget()
        self.endResetModel()

    def _place_of(self, entry: int, row: int) -> int:
        if self._found.by_start:
            return place(self._found.entries, entry, falling=self._found.query.descending)
        return min(row, len(self._found.entries))

    def pin(self, entry: int) -> None:
        """List an entry though the filter excludes it, unless it is listed anyway, or not stored."""
        self.unpin()
        if self.rows_of((entry,)) or not self._found.fetch((entry,)):
            return
        row = self._place_of(entry, 0)
        self.beginInsertRows(QModelIndex(), row, row)
        self._pin = row, entry
        self._forget()
        self.endInsertRows()

    def unpin(self) -> None:
        """Let the pinned row go."""
        if self._pin is None:
            return
        row = self._pin[0]
        self.beginRemoveRows(QModelIndex(), row, row)
        self._pin = None
        self._forget()
        self.endRemoveRows()

    def _forget(self) -> None:
        """The rows are others now."""
        self._pages.clear()
        self._moved.clear()

    @property
    def pinned(self) -> int | None:
        """The row of the event that the filter excludes."""
        return self._pin[0] if self._pin else None

    @property
    def pin_is_gone(self) -> bool:
        """There is a pinned row, and its event is no longer in the agenda."""
        return self._pin is not None and not self._found.fetch((self._pin[1],))

    def entry(self, row: int) -> int:
        """The packed row."""
        if self._pin is None or row < self._pin[0]:
            return self._found.entries[row]
        return self._pin[1] if row == self._pin[0] else self._found.entries[row - 1]

    def listed(self, row: int) -> ListedEvent | None:
        """The event of a row; None when it is gone, or not known yet."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._fetched(self._rows_of_page(number))
            while len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[row - number * PAGE]

    def _rows_of_page(self, number: int) -> range:
        return range(number * PAGE, min((number + 1) * PAGE, self.rowCount()))

    def peek(self, row: int) -> ListedEvent | None:
        """The event of a row that nobody will look at: its neighbours are not fetched with it."""
        if row // PAGE in self._pages:
            return self.listed(row)
        return next(iter(self._found.fetch((self.entry(row),))), None)

    def _fetched(self, rows: Iterable[int]) -> list[ListedEvent | None]:
        entries = [self.entry(row) for row in rows]
        events = iter(self._found.fetch(entries))
        fetched: list[ListedEvent | None] = []
        event = next(events, None)
        for entry in entries:
            here = event is not None and event.key == key_of(entry)
            fetched.append(event if here else None)
            event = next(events, None) if here else event
        return fetched

    def refresh(self, object_ids: Collection[int]) -> list[Renewed]:
        """These objects have changed: fetch anew those of their rows that are kept; was and is."""
        before = {
            number * PAGE + at: event
            for number, page in self._pages.items()
            for at, event in enumerate(page)
            if event and event.ref.object_id in object_ids
        }
        if not before:
            return []
        # All at once: the dates of a series may stand on every page.
        after = dict(zip(before, self._fetched(before), strict=True))
        for row, event in after.items():
            self._pages[row // PAGE][row % PAGE] = event
        self.dataChanged.emit(self.index(min(before), 0), self.index(max(before), 0))
        return [(before[row], after[row]) for row in before]

    def refetch(self) -> None:
        """Any event may be different; the rows are the same."""
        self._pages.clear()
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    def rows_of(self, entries: Collection[int]) -> list[int]:
        """Where these entries stand, ascending; one that moved is found by its key, at its nearest date."""
        found = self._exact(entries)
        lost = [entry for entry in entries if entry not in found]
        if not self._moved.keys() >= set(lost):
            self._moved |= self._nearest(lost)
        rows = {*found.values(), *(self._moved[entry] for entry in lost)}
        return sorted(row for row in rows if row is not None)

    def _exact(self, entries: Collection[int]) -> dict[int, int]:
        """{entry: row} of those that stand unmoved."""
        wanted, all_of_them = set(entries), self._found.entries
        if self._found.by_start:
            falling = self._found.query.descending
            places = ((its, place(all_of_them, its, falling=falling)) for its in wanted)
            rows = {its: at for its, at in places if at < len(all_of_them) and all_of_them[at] == its}
        else:
            rows = {its: at for at, its in enumerate(all_of_them) if its in wanted} if wanted else {}
        if self._pin is None:
            return rows
        pin, entry = self._pin
        rows = {its: at if at < pin else at + 1 for its, at in rows.items()}
        return rows | {entry: pin} if entry in wanted else rows

    def _nearest(self, entries: Collection[int]) -> dict[int, int | None]:
        """{entry: the row of the same key that is nearest in time, if there is one}."""
        wanted = {key_of(entry): entry for entry in entries}
        found: dict[int, int | None] = dict.fromkeys(entries)
        apart: dict[int, int] = {}
        for row in self._rows_of_keys(wanted):
            there = self.entry(row)
            entry = wanted[key_of(there)]
            if entry not in apart or abs(there - entry) < apart[entry]:
                found[entry], apart[entry] = row, abs(there - entry)
        return found

    def _rows_of_keys(self, keys: Collection[int]) -> list[int]:
        rows = rows_of_keys(self._found.entries, keys)
        if self._pin is None:
            return rows
        pin, entry = self._pin
        pinned = [pin] if key_of(entry) in keys else []
        return [row if row < pin else row + 1 for row in rows] + pinned

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._found.entries) + (self._pin is not None)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
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
