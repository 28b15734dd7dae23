"""The menu behind the filter button: what to let in, and how to sort; it stays open while one ticks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from core.query import EventQuery, Order
from ui.models.facets import Facet, cleared, order_words

_TICK = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TickMenu(QMenu):
    """A menu whose checkable entries do not close it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _TICK or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _tick(action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class FilterMenu(QMenu):
    """Tells the query that was chosen. Its entries are made when it is opened."""

    chosen = Signal(object)  # EventQuery

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = EventQuery()
        self._facets: Callable[[], Sequence[Facet]] = tuple
        self.aboutToShow.connect(self._fill)
        self._retranslate()

    def set_facets(self, facets: Callable[[], Sequence[Facet]]) -> None:
        """What can be filtered by, asked each time the menu opens."""
        self._facets = facets

    def show_query(self, query: EventQuery) -> None:
        """Tick what this query has."""
        self._query = query

    def _choose(self, query: EventQuery) -> None:
        self._query = query
        self.chosen.emit(query)

    def _fill(self) -> None:
        self.clear()
        for menu in self.findChildren(TickMenu):
            menu.deleteLater()
        facets = self._facets()
        for facet in facets:
            self._add_facet(facet)
        self.addSeparator()
        self._add_orders()
        self.addSeparator()
        clear = self.addAction(self.tr("Clear filters"))
        clear.triggered.connect(lambda: self._choose(cleared(facets, self._query)))
        clear.setEnabled(any(facet.chosen(self._query) for facet in facets))

    def _add_facet(self, facet: Facet) -> None:
        chosen = facet.chosen(self._query)
        menu = self._submenu(f"{facet.title} ({len(chosen)})" if chosen else facet.title)
        menu.setEnabled(bool(facet.choices))
        for value, words in facet.choices:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.triggered.connect(
                lambda _checked=False, value=value: self._choose(facet.toggled(self._query, value))
            )

    def _add_orders(self) -> None:
        menu = self._submenu(self.tr("Sort by"))
        group = QActionGroup(menu)
        for order in Order:
            action = menu.addAction(order_words(order))
            action.setCheckable(True)
            action.setChecked(order is self._query.order)
            action.setActionGroup(group)
            action.triggered.connect(
                lambda _checked=False, order=order: self._choose(replace(self._query, order=order))
            )
        menu.addSeparator()
        reverse = menu.addAction(self.tr("In reverse order"))
        reverse.setCheckable(True)
        reverse.setChecked(self._query.descending)
        reverse.triggered.connect(lambda checked: self._choose(replace(self._query, descending=checked)))

    def _submenu(self, title: str) -> TickMenu:
        menu = TickMenu(title.replace("&", "&&"), self)
        self.addMenu(menu)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Filters and order"))
