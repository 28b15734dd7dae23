"""The left pane: search, filters, the list of events, their number, and what to do where there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.calendar import Calendar
from core.query import EventQuery, Order
from ui.agenda_clock import AgendaClock
from ui.dates import Dates
from ui.models.bands import Bands
from ui.models.event_rows import EventRows, Found
from ui.models.facets import Facet, active, cleared, order_words
from ui.models.row_words import RowWords
from ui.models.spans import Span
from ui.widgets.empty_state import Emptiness, EmptyState
from ui.widgets.event_delegate import EventDelegate
from ui.widgets.event_list import EventList
from ui.widgets.filter_chips import ActiveFilter, ActiveFilters, SpanChips
from ui.widgets.filter_menu import FilterMenu
from ui.widgets.plain_label import PlainLabel
from ui.widgets.search_field import SearchField

SIDE = 12
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's, which PySide leaves out
# Chips of one facet; with more of them the list would have no room.
MOST_CHIPS = 2
# Rows drawn as bars while nothing is known of them: as many as the tallest window has.
UNKNOWN = 24


class Counts(NamedTuple):
    """rows: dates, of which an event that repeats has several. selected: rows."""

    events: int
    rows: int
    selected: int


class ListPane(QWidget):
    """Shows what it is given and tells what is asked of it; ui.controllers.listing does it.

    icon(name), colour(role): of the present theme.
    """

    query_chosen = Signal(object)  # EventQuery, out of the filter menu or without one of its chips
    span_chosen = Signal(object)  # Span
    today_asked = Signal()
    retranslated = Signal()  # the language is another one: whoever gave words gives them anew
    asked = Signal(str)  # one of empty_state.WAYS

    def __init__(
        self,
        icon: Callable[[str], QIcon],
        colour: Callable[[str], QColor],
        clock: AgendaClock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("list-pane")
        self._words = RowWords(Dates(clock), clock.day_of, clock.today)
        self.rows = EventRows(self._words.spoken, self)
        bands = Bands(self.rows, clock.day_of, clock.today)
        delegate = EventDelegate(self._words, bands, colour, icon, self)
        self.list = EventList(self.rows, bands, delegate, self)
        self.search = SearchField(icon, self)
        self._spans = SpanChips(colour, self)
        self._filters = ActiveFilters(icon, colour, self)
        self._menu = FilterMenu(self)
        self._filter = self._tool("filter-menu", icon("filter"))
        self._today = self._tool("list-today", icon("calendar-check"))
        self._empty = EmptyState(self)
        self._count = PlainLabel(self, role="meta")
        self._count.setObjectName("list-count")
        self._facets: Callable[[], Sequence[Facet]] = tuple
        self._query = EventQuery()
        self._counts: Counts | None = None
        self._lay_out()
        self._order_tabs()
        self._connect()
        self._retranslate()

    def _tool(self, name: str, icon: QIcon) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, SIDE, SIDE, 8)
        head.setSpacing(6)
        spans = QHBoxLayout()
        spans.setSpacing(2)
        spans.addWidget(self._spans, 1)
        spans.addWidget(self._filter, 0, Qt.AlignmentFlag.AlignTop)
        spans.addWidget(self._today, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.search)
        head.addLayout(spans)
        head.addWidget(self._filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        self._empty.hide()
        self._count.setContentsMargins(SIDE, 6, SIDE, 6)
        column.addWidget(self._count)
        self._filter.setMenu(self._menu)
        self._filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _connect(self) -> None:
        self.list.left_upwards.connect(self.search.setFocus)
        self._filters.emptied.connect(self.search.setFocus)
        self._spans.chosen.connect(self.span_chosen)
        self._menu.chosen.connect(self.query_chosen)
        self._today.clicked.connect(self.today_asked)
        self._empty.asked.connect(self.asked)
        self.rows.rowsRemoved.connect(lambda *_: self._fit_list())

    # What is shown

    def set_facets(self, facets: Callable[[], Sequence[Facet]]) -> None:
        """What can be filtered by; asked each time the menu opens."""
        self._facets = facets
        self._menu.set_facets(facets)

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """Whose colours the rows show."""
        self._words.set_calendars(calendars)
        self.list.viewport().update()

    def show_query(self, span: Span, query: EventQuery, known: Sequence[Facet]) -> None:
        """Show which filters are in force. known: facets whose choices have words of their own."""
        self._query = query
        self._spans.show_span(span)
        self._menu.show_query(query)
        self.search.show_text(query.text)
        self._filters.show_filters([*self._facet_chips(known), *self._order_chip()])
        self._order_tabs()

    def _order_tabs(self) -> None:
        """The keyboard goes as one reads; Qt would go by which part was made first."""
        head = [self.search, *self._spans.chips, self._filter, self._today]
        for one, next_one in pairwise([*head, *self._filters.chips, self.list, *self._empty.buttons]):
            QWidget.setTabOrder(one, next_one)

    def _facet_chips(self, known: Sequence[Facet]) -> list[ActiveFilter]:
        """One for each choice; one for all of a facet where there are many."""
        chips = []
        for facet in known:
            chosen = list(active((facet,), self._query))
            for number, (_facet, value, words) in enumerate(chosen if len(chosen) <= MOST_CHIPS else ()):
                without = self._telling(facet.toggled(self._query, value))
                chips.append(ActiveFilter(f"{facet.name}-{number}", facet.title, words, without, facet.icon))
            if len(chosen) > MOST_CHIPS:
                words = f"{facet.title} ({len(chosen)})"
                without = self._telling(cleared((facet,), self._query))
                chips.append(ActiveFilter(facet.name, facet.title, words, without, facet.icon))
        return chips

    def _telling(self, query: EventQuery) -> Callable[[], None]:
        return lambda: self.query_chosen.emit(query)

    def _order_chip(self) -> list[ActiveFilter]:
        if self._query.order is Order.START:
            return []
        words = self.tr("Sorted by: {0}").format(order_words(self._query.order).lower())
        by_date = self._telling(replace(self._query, order=Order.START))
        return [ActiveFilter("order", self.tr("Order"), words, by_date, "")]

    def show_found(self, found: Found) -> None:
        """Show these rows."""
        self.list.show_found(found)
        self._show_rows(True)

    def show_loading(self) -> None:
        """Show that there will be rows, of which nothing is known."""
        self.list.clearSelection()
        self.show_found(Found.of((), UNKNOWN))
        self.show_counts(None)

    def show_empty(self, kind: Emptiness, reason: str = "", *, read_only: bool = False) -> None:
        """Say why there are no rows; a row that stays though the filter excludes it stands over that.

        reason: of Emptiness.CLOSED, in words.
        """
        if kind is Emptiness.CLOSED:
            self.list.clearSelection()
            self.list.show_found(Found.of(()))
            self._counts = None
            self._count.setText("")
        self._empty.show_state(kind, reason, read_only=read_only)
        self._show_rows(False)

    def _show_rows(self, some: bool) -> None:
        had_focus = self._empty.has_focus()
        self._empty.setVisible(not some)
        self._fit_list()
        if had_focus and some:
            self.list.setFocus()

    def _fit_list(self) -> None:
        alone = not self._empty.isHidden()
        self.list.setVisible(not alone or self.rows.rowCount() > 0)
        self.list.setMaximumHeight(self.list.height_of(self.rows.rowCount()) if alone else QWIDGETSIZE_MAX)

    def reveal(self, entry: int) -> None:
        """Select an event; where the filter excludes it, it is listed for now."""
        self.list.reveal(entry)
        self._fit_list()

    def show_counts(self, counts: Counts | None) -> None:
        """None: not known yet."""
        self._counts = counts
        self._count.setText(self._count_words())

    def _count_words(self) -> str:
        if self._counts is None:
            return self.tr("Loading…")
        events, rows, selected = self._counts
        words = [self.tr("%n event(s)", "", events) if events else self.tr("No event")]
        if rows > events:
            words.append(self.tr("%n date(s)", "", rows))
        if selected > 1:
            words.append(self.tr("%n selected", "", selected))
        return " · ".join(words)

    def enter_list(self) -> None:
        """The keyboard goes to the rows: to the current one, else to the first."""
        if self.rows.rowCount():
            self.list.enter()

    def enter_search(self) -> None:
        """The keyboard goes to the search field, and what stands there is typed over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def renew(self) -> None:
        """It is another day, or the colours are others: draw everything anew."""
        self.list.renew()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.retranslated.emit()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._filter.setAccessibleName(self.tr("Filters and order"))
        self._filter.setToolTip(self.tr("Filter and sort"))
        self._today.setAccessibleName(self.tr("Go to today"))
        self._today.setToolTip(self.tr("Today"))
        self._count.setText(self._count_words())
