"""The events of an import as rows: what becomes of each, and whether it is taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

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
from core.planned import Choice, Fate, ImportPlan, Item, Policy, Way
from ui.models.import_words import DOTS, ORDER, fate_words, short_when

CONTEXT = "ImportPreview"

Index = QModelIndex | QPersistentModelIndex

# What is done with those of which the person says nothing.
POLICY = Policy(merging=True)

# Events that are read and kept while rows are looked at.
KEPT = 500

TITLE, WHEN, FATE = range(3)


class ImportRows(QAbstractTableModel):
    """A row is read when it is first shown, however many there are. icon: draws ``dot:ok``."""

    chosen = Signal()  # something is taken, left, or taken otherwise

    def __init__(self, icon: Callable[[str], QIcon], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._items: list[Item] = []
        self._shown: list[Item] = []
        self._filter: Fate | None = None
        self._choices: dict[str, Choice] = {}
        self._events: dict[str, Event] = {}
        self._counts: Counter[Fate] = Counter()
        self._proposed = frozenset(fate for fate in Fate if POLICY.way(fate) is not Way.LEAVE)

    # What is planned, and what is seen of it

    def show_plan(self, plan: ImportPlan) -> None:
        """What was chosen stays so for those of which the same would become."""
        before = {item.uid: item.fate for item in self._items}
        self._choices = {
            item.uid: self._choices[item.uid]
            for item in plan.items
            if item.uid in self._choices and before.get(item.uid) is item.fate
        }
        self._items = sorted(plan.items, key=lambda item: ORDER.index(item.fate))
        self._counts = plan.counts()
        self._events.clear()
        self.show_only(None)

    def show_only(self, fate: Fate | None) -> None:
        """None: all of them."""
        self.beginResetModel()
        self._filter = fate
        self._shown = [item for item in self._items if fate in (None, item.fate)]
        self.endResetModel()

    @staticmethod
    def fates() -> list[str]:
        """All words of the last column."""
        return [fate_words(fate) for fate in Fate]

    def counts(self) -> Counter[Fate]:
        return self._counts

    def item(self, row: int) -> Item | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def read(self, item: Item) -> Event:
        """As it is in the file."""
        if item.uid not in self._events:
            from core.deciding import event_in

            if len(self._events) >= KEPT:
                self._events.clear()
            self._events[item.uid] = event_in(item.text)
        return self._events[item.uid]

    # Choices

    @property
    def choices(self) -> Mapping[str, Choice]:
        """{UID: what the person said of it}."""
        return self._choices

    def choice(self, item: Item) -> Choice:
        return self._choices.get(item.uid) or Choice(POLICY.way(item.fate))

    def choose(self, item: Item, choice: Choice) -> None:
        self._choices[item.uid] = choice
        if item in self._shown:
            row = self._shown.index(item)
            self.dataChanged.emit(self.index(row, TITLE), self.index(row, FATE))
        self.chosen.emit()

    def toggle(self, row: int) -> None:
        """Take what was left, leave what was taken."""
        item = self.item(row)
        if item is not None and item.fate is not Fate.SAME:
            self.choose(item, self._turned(item, self.choice(item).way is Way.LEAVE))

    def _turned(self, item: Item, taken: bool) -> Choice:
        before = self.choice(item)
        if not taken:
            return Choice(Way.LEAVE, before.ours)
        return Choice(Way.TAKE if before.way is Way.LEAVE else before.way, before.ours)

    def take_shown(self, taken: bool) -> None:
        """Take, or leave, every event in sight."""
        for item in self._shown:
            if item.fate is not Fate.SAME:
                self._choices[item.uid] = self._turned(item, taken)
        if self._shown:
            self.dataChanged.emit(self.index(0, TITLE), self.index(len(self._shown) - 1, FATE))
        self.chosen.emit()

    def taken(self) -> int:
        """How many events are taken in all."""
        return sum(self._is_taken(item) for item in self._items)

    def taken_of_shown(self) -> Qt.CheckState | None:
        """Of those in sight that can be: all, none or some; None where none can."""
        states = {self._is_taken(item) for item in self._shown if item.fate is not Fate.SAME}
        if not states:
            return None
        if len(states) > 1:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if states.pop() else Qt.CheckState.Unchecked

    def _is_taken(self, item: Item) -> bool:
        # Asked of each event at every click: SAME ones are never chosen, and are left by the policy.
        choice = self._choices.get(item.uid)
        return choice.way is not Way.LEAVE if choice else item.fate in self._proposed

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
        return QCoreApplication.translate(CONTEXT, "No date") if event.undated else short_when(event.when)

    def _spoken(self, item: Item) -> str:
        return ", ".join(self._text(item, column) for column in (TITLE, WHEN, FATE))
