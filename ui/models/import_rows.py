"""The events of an import as rows: what becomes of each, and whether it is taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon

from core.event import Event
from core.known_zones import ObjectZones
from core.planned import Choice, Fate, ImportPlan, Item, Policy, Way
from core.when import Zones
from ui.models.import_words import DOTS, ORDER, changed_words, fate_words, short_when, start_here
from ui.models.zone_words import zone_notes

CONTEXT = "ImportPreview"

Index = QModelIndex | QPersistentModelIndex

# What is done with those of which the person says nothing.
POLICY = Policy(merging=True)

# Events that are read and kept while rows are looked at.
KEPT = 500

# Those in sight: of one fate, those that nothing dates, or (None) all.
Group = Fate | Literal["undated"] | None
UNDATED: Literal["undated"] = "undated"

TITLE, WHEN, FATE = range(3)


class ImportRows(QAbstractTableModel):
    """A row is read when it is first shown, however many there are. icon: draws ``dot:ok``.

    local: the agenda's zone, on whose clock they are shown.
    """

    chosen = Signal()  # something is taken, left, or taken otherwise

    def __init__(self, icon: Callable[[str], QIcon], local: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._local = local
        self._items: dict[Fate, Sequence[Item]] = {}
        self._undated: Sequence[Item] = ()
        self._shown: Sequence[Item] = ()
        self._group: Group = None
        self._choices: dict[str, Choice] = {}
        self._events: dict[str, Event] = {}
        self._starts: dict[str, date | datetime] = {}
        # Kept along with the choices, so that no click asks every event.
        self._takes: dict[Fate, int] = {}

    # What is planned, and what is seen of it

    def show_plan(self, plan: ImportPlan) -> None:
        """What was chosen stays so for those of which the same would become."""
        before = self._fates_chosen()
        # A pass for each: an enum's hash is slow.
        groups = {fate: [item for item in plan.items if item.fate is fate] for fate in ORDER}
        self._items = {fate: items for fate, items in groups.items() if items}
        undated = {its.uid for file in plan.files for its in file.set_aside}
        self._undated = self._those(undated)
        chosen = {item.uid for item in self._those(before) if before[item.uid] is item.fate}
        self._choices = {uid: choice for uid, choice in self._choices.items() if uid in chosen}
        self._forget()
        self._count_takes()
        self.show_only(None)

    def _fates_chosen(self) -> dict[str, Fate]:
        return {item.uid: item.fate for item in self._those(self._choices)}

    def _those(self, uids: Collection[str]) -> list[Item]:
        if not uids:
            return []
        return [item for items in self._items.values() for item in items if item.uid in uids]

    def show_only(self, group: Group) -> None:
        """None: all of them."""
        self.beginResetModel()
        self._group = group
        if group is None:
            self._shown = [item for items in self._items.values() for item in items]
        else:
            self._shown = self._undated if group == UNDATED else self._items.get(group, ())
        self.endResetModel()

    def counts(self) -> dict[Fate, int]:
        """Of each fate that one of them has."""
        return {fate: len(items) for fate, items in self._items.items()}

    @property
    def undated(self) -> int:
        """How many nothing dates."""
        return len(self._undated)

    def item(self, row: int) -> Item | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def read(self, item: Item) -> Event:
        """As it is in the file."""
        if item.uid not in self._events:
            from core.deciding import event_in

            if len(self._events) >= KEPT:
                self._forget()
            self._events[item.uid] = event = event_in(item.text)
            self._starts[item.uid] = start_here(event.when, self._local, zones_of(item))
        return self._events[item.uid]

    def notes(self, item: Item) -> Sequence[str]:
        """What its zones make of its times, and how many dates of a series are changed."""
        from core.deciding import changed_dates

        event, changed = self.read(item), changed_dates(item.text)
        notes = () if event.undated else zone_notes(event.when, self._local, zones_of(item))
        return (*notes, changed_words(changed)) if changed else notes

    def _forget(self) -> None:
        self._events.clear()
        self._starts.clear()

    # Choices

    @property
    def choices(self) -> Mapping[str, Choice]:
        """{UID: what the person said of it}."""
        return self._choices

    def choice(self, item: Item) -> Choice:
        return self._choices.get(item.uid) or Choice(POLICY.way(item.fate))

    def choose(self, row: int, choice: Choice) -> None:
        """Take the event of a row, or leave it, otherwise than is proposed."""
        item = self._shown[row]
        self._takes[item.fate] += (choice.way is not Way.LEAVE) - self._is_taken(item)
        self._choices[item.uid] = choice
        self.dataChanged.emit(self.index(row, TITLE), self.index(row, FATE))
        self.chosen.emit()

    def toggle(self, row: int) -> None:
        """Take what was left, leave what was taken."""
        item = self.item(row)
        if item is not None and item.fate is not Fate.SAME:
            self.choose(row, _turned(self.choice(item), not self._is_taken(item)))

    def take_shown(self, taken: bool) -> None:
        """Take, or leave, every event in sight."""
        untouched = {fate: _turned(Choice(POLICY.way(fate)), taken) for fate in self._items}
        for item in self._shown:
            if item.fate is not Fate.SAME:
                before = self._choices.get(item.uid)
                self._choices[item.uid] = _turned(before, taken) if before else untouched[item.fate]
        self._count_takes()
        if self._shown:
            self.dataChanged.emit(self.index(0, TITLE), self.index(len(self._shown) - 1, FATE))
        self.chosen.emit()

    def _count_takes(self) -> None:
        self._takes = {
            fate: sum(map(self._is_taken, items)) if self._choices else self._proposed(fate) * len(items)
            for fate, items in self._items.items()
        }

    def taken(self) -> int:
        """How many events are taken in all."""
        return sum(self._takes.values())

    def taken_of_shown(self) -> Qt.CheckState | None:
        """Of those in sight that can be: all, none or some; None where none can."""
        taken, some = self._taken_and_all()
        if not some:
            return None
        if 0 < taken < some:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked

    def _taken_and_all(self) -> tuple[int, int]:
        """Of those in sight that can be taken."""
        if self._group == UNDATED:
            able = [item for item in self._undated if item.fate is not Fate.SAME]
            return sum(map(self._is_taken, able)), len(able)
        fates = [its for its in self._items if self._group in (None, its) and its is not Fate.SAME]
        return sum(self._takes[its] for its in fates), sum(len(self._items[its]) for its in fates)

    def _is_taken(self, item: Item) -> bool:
        choice = self._choices.get(item.uid)
        return choice.way is not Way.LEAVE if choice else self._proposed(item.fate)

    @staticmethod
    def _proposed(fate: Fate) -> bool:
        return POLICY.way(fate) is not Way.LEAVE

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        translate = QCoreApplication.translate
        return (translate(CONTEXT, "Event"), translate(CONTEXT, "When"), translate(CONTEXT, "Here"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item = self.item(index.row())
        if index.column() == TITLE and item is not None and item.fate is not Fate.SAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row())
        if item is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(item, index.column())
            case Qt.ItemDataRole.DecorationRole if index.column() == FATE:
                return self._icon(f"dot:{DOTS[item.fate]}")
            case Qt.ItemDataRole.CheckStateRole if index.column() == TITLE and item.fate is not Fate.SAME:
                return Qt.CheckState.Checked if self._is_taken(item) else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(item) if index.column() == TITLE else self._text(item, index.column())
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True

    def _text(self, item: Item, column: int) -> str:
        if column == FATE:
            return fate_words(item.fate)
        event = self.read(item)
        if column == TITLE:
            return event.summary or QCoreApplication.translate(CONTEXT, "(No title)")
        if event.undated:
            return QCoreApplication.translate(CONTEXT, "No date")
        return short_when(self._starts[item.uid])

    def _spoken(self, item: Item) -> str:
        return ", ".join(self._text(item, column) for column in (TITLE, WHEN, FATE))


def zones_of(item: Item) -> Zones:
    """What TZIDs stand for in an event of a file."""
    return ObjectZones({0: item.zones}).of(0)


def _turned(before: Choice, taken: bool) -> Choice:
    """What is chosen of its fields, or beside ours, stays chosen while it is left."""
    if not taken:
        return Choice(Way.LEAVE, before.ours)
    return Choice(Way.TAKE if before.way is Way.LEAVE else before.way, before.ours)
