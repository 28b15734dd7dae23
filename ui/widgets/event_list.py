"""The list of events: a million rows of one height, the month in sight on top."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from core.query import ListedEvent
from ui.models.bands import Bands
from ui.models.event_rows import EventRows, Found
from ui.widgets.drag_picture import drag_picture
from ui.widgets.event_delegate import EventDelegate
from ui.widgets.month_overlay import MonthOverlay

# The most events selected at once: whoever acts on a selection reads each of them.
MOST_SELECTED = 10_000

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_EDGES = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)

Index = QModelIndex | QPersistentModelIndex

# What is dragged away when the selected events are: None where that cannot be.
DragSource = Callable[[], QMimeData | None]


class EventList(QTableView):
    """Shows EventRows. What is selected stays so by its event when other rows come."""

    selection_changed = Signal()  # once, after whatever a key or click did
    opened = Signal(object)  # ListedEvent: Enter or a double click
    delete_asked = Signal()
    menu_asked = Signal(object)  # QPoint, global
    left_upwards = Signal()  # Up was pressed on the first row
    neared_edge = Signal(bool)  # less than a page is left to scroll; whether at the end, and not at the start

    def __init__(
        self, rows: EventRows, bands: Bands, delegate: EventDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("event-list")
        self._rows = rows
        self._bands = bands
        self._delegate = delegate
        self._told = QTimer(self, singleShot=True, interval=0)
        self._told.timeout.connect(self.selection_changed)
        self._went_along = False
        self._month = MonthOverlay(self, bands, delegate)
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self._set_up_rows()
        self._set_up_manners()
        self._drag_source: DragSource = lambda: None
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.doubleClicked.connect(self._open)
        self._retranslate()

    def _set_up_rows(self) -> None:
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.fit_rows()

    def _set_up_manners(self) -> None:
        # The delegate shows what is selected; the table would fill the whole row first.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)  # rows lie on the pane's own ground
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def fit_rows(self) -> None:
        """Give the rows the height that the font asks for."""
        self._delegate.set_font(self.font())
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.verticalScrollBar().setSingleStep(self._delegate.row_height() // 2)

    def height_of(self, rows: int) -> int:
        """What so many rows take, in pixels."""
        return rows * self._delegate.row_height()

    # What is shown and selected

    def show_found(self, found: Found) -> None:
        """Show other rows. What was selected stays so, and what is in sight stays where it is.

        A single selected row stays though the filter excludes it; where all selected events are gone from the
        agenda, the row that took their place is selected.
        """
        kept, mark = self._selected_entries(), self._mark()
        first = next(iter(self.selected_rows()), 0)
        with QSignalBlocker(self.selectionModel()):
            self._rows.show_found(found, keep=kept[0] if len(kept) == 1 else None)
            rows = self._rows.rows_of(kept)
            if kept and not rows and self._rows.rowCount() and not found.fetch(kept):
                rows = [min(first, self._rows.rowCount() - 1)]
            self._select_rows(rows)
            if rows:
                self._make_current(rows[0])
            self._scroll_to_mark(mark)
        if not self._told.isActive():
            self._went_along = True
        self._told.start()
        self._month.place()
        self.viewport().update()

    @property
    def went_along(self) -> bool:
        """The selection that was last told went along with rows that came, and nobody chose anything."""
        return self._went_along

    def _mark(self) -> tuple[int, int] | None:
        """A row to keep in its place, and that place: the current one if it is in sight, else the first."""
        current = self.currentIndex().row()
        height = self.viewport().height()
        for row in (current, self.rowAt(0)):
            top = self.rowViewportPosition(row) if row >= 0 else height
            if -self._delegate.row_height() < top < height:
                return self._rows.entry(row), top
        return None

    def _scroll_to_mark(self, mark: tuple[int, int] | None) -> None:
        row = next(iter(self._rows.rows_of((mark[0],))), None) if mark else None
        if mark and row is not None:
            self.verticalScrollBar().setValue(row * self._delegate.row_height() - mark[1])

    def renew(self) -> None:
        """Draw everything anew: it is another day, or the colours are others."""
        self._bands.forget()
        self._month.place()
        self.viewport().update()

    def select_first(self) -> None:
        """Select today's first row, where there is one to stand out, else the first of all."""
        self._choose(max(0, self._bands.today_row()))

    def shows_selected(self) -> bool:
        """Something is selected that the filter lets in."""
        return any(row != self._rows.pinned for row in self.selected_rows())

    def selected_rows(self) -> list[int]:
        """Ascending."""
        ranges = self.selectionModel().selection().toList()
        return sorted(row for span in ranges for row in range(span.top(), span.bottom() + 1))

    def _selected_entries(self) -> list[int]:
        return [self._rows.entry(row) for row in self.selected_rows()]

    def selected_events(self) -> list[ListedEvent]:
        """In the order of the rows; those that are gone meanwhile are left out."""
        return [event for row in self.selected_rows() if (event := self._rows.listed(row))]

    def reveal(self, entry: int) -> None:
        """Select one row, scrolled into sight; where the filter excludes it, it is listed for now."""
        self._rows.pin(entry)
        for row in self._rows.rows_of((entry,))[:1]:
            self._choose(row)

    def enter(self) -> None:
        """The keyboard comes: to the current row, unless the filter excludes that one; else to the first."""
        row, count, pinned = self.currentIndex().row(), self._rows.rowCount(), self._rows.pinned
        if row < 0 or row == pinned:
            row = 1 if pinned == 0 and count > 1 else 0
        if row != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self._choose(row)
        self.setFocus()

    def scroll_to_day(self, day: date) -> None:
        """Put the first row from that day on at the top, and make it the current one; select nothing."""
        count = self._rows.rowCount()
        if not count:
            return
        row = min(self._bands.row_on(day), count - 1)
        self._make_current(row)
        self.scrollTo(self._rows.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def _choose(self, row: int) -> None:
        # The view's own setCurrentIndex() adds to the selection while Ctrl or Shift is held.
        self.selectionModel().setCurrentIndex(
            self._rows.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _make_current(self, row: int) -> None:
        self.selectionModel().setCurrentIndex(
            self._rows.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )

    def _select_rows(self, rows: list[int]) -> None:
        selection = QItemSelection()
        first = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or rows[at] != rows[at - 1] + 1:
                selection.select(self._rows.index(rows[first], 0), self._rows.index(rows[at - 1], 0))
                first = at
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selectAll(self) -> None:
        """All rows, up to MOST_SELECTED."""
        self._select_rows(list(range(min(self._rows.rowCount(), MOST_SELECTED))))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        chosen = sum(span.height() for span in self.selectionModel().selection().toList())
        if chosen > MOST_SELECTED:
            self._select_rows(self.selected_rows()[:MOST_SELECTED])
            return
        pinned = self._rows.pinned
        if pinned is not None and chosen and not self.selectionModel().isRowSelected(pinned, QModelIndex()):
            # Not now: rows must not go while Qt is still telling everybody of the selection.
            QTimer.singleShot(0, self._rows, self._rows.unpin)
        self._went_along = False
        self._told.start()

    # Keys and mouse

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End are the first and last row: of one column, a table's own would not move."""
        if action in _EDGES and self._rows.rowCount():
            return self._rows.index(0 if action is _EDGES[0] else self._rows.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in _ENTER and current.isValid():
            self._open(current)
        elif event.key() == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.delete_asked.emit()
        elif event.key() == Qt.Key.Key_Up and current.row() <= 0 and not event.modifiers():
            self.left_upwards.emit()
        elif event.key() in _MOVES and current.isValid() and not self.selectionModel().hasSelection():
            self._select_current(event.key())
        else:
            super().keyPressEvent(event)

    def _select_current(self, key: int) -> None:
        """The first step from a row that is marked and not selected: a table would not take it for one."""
        edges = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._rows.rowCount() - 1}
        self._choose(edges.get(Qt.Key(key), self.currentIndex().row()))

    def keyboardSearch(self, search: str) -> None:
        """Typing does not jump about: the search field does that, and forgives accents."""

    def set_drag_source(self, source: DragSource) -> None:
        """Who gives what is dragged out of the list."""
        self._drag_source = source

    def startDrag(self, _actions: Qt.DropAction) -> None:
        data = self._drag_source()
        if data is not None:
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(drag_picture(self.selected_events(), self))
            drag.exec(Qt.DropAction.CopyAction)

    def _open(self, index: Index) -> None:
        event = self._rows.listed(index.row())
        if event is not None:
            self.opened.emit(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_asked.emit(at)

    # The month in sight

    def _on_scrolled(self, value: int) -> None:
        self._month.place()
        bar = self.verticalScrollBar()
        if value >= bar.maximum() - bar.pageStep():
            self.neared_edge.emit(True)
        if value <= bar.minimum() + bar.pageStep():
            self.neared_edge.emit(False)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Into sight, and not under the month on top, unless the row begins with that very month."""
        super().scrollTo(index, hint)
        if not index.isValid():
            return
        hidden = self._month.height() - self.visualRect(index).top()
        if hidden > 0 and self._bands.band(index.row()) is None and self._bands.month(index.row()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._month.place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit_rows()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Events"))
        self.viewport().update()
