"""The list: what is asked of the agenda, what it shows, and how both stay right while the agenda changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.calendar import Calendar
from core.change import Change
from core.errors import AppError
from core.object import ComponentRef
from core.query import EventQuery, ListedEvent, Order
from ui.actions import Actions
from ui.agenda_clock import AgendaClock
from ui.errors import words
from ui.models.event_rows import Found, Renewed
from ui.models.facets import Facet, cleared, facets
from ui.models.spans import Span, recalled, remembered
from ui.models.spread import Spread
from ui.widgets.empty_state import Emptiness
from ui.widgets.list_pane import ListPane
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.glance import Glance
    from core.order import OrderArray
    from core.store import Store

# Milliseconds between two looks at whether it is another day.
LOOK_EVERY = 20_000

# The fields of a row that each order and each facet goes by.
_BY_ORDER = {
    Order.START: "when",
    Order.SUMMARY: "summary",
    Order.PLACE: "place",
    Order.STATUS: "status",
    Order.MODIFIED: "modified",
}
_BY_FACET = {"calendars": "calendar_id", "categories": "categories", "statuses": "status", "stages": "stage"}


class Listing(QObject):
    """Joins the list to the workspace."""

    selection_changed = Signal()
    shown_count = Signal(int)  # rows that the filter lets in
    filter_changed = Signal()  # state() is another one

    def __init__(self, workspace: Workspace, pane: ListPane, clock: AgendaClock) -> None:
        super().__init__(pane)
        self._workspace = workspace
        self._pane = pane
        self._clock = clock
        self._span = Span.UPCOMING
        self._query = EventQuery()
        self._spread = Spread(clock.today())
        self._calendars: Sequence[Calendar] = ()
        self._found: Found | None = None
        self._asking = False
        self._is_glance = False
        # What to go to once the next answer is there.
        self._wanted: ComponentRef | None = None
        self._day: date | None = None
        self._entering = False
        self._today = clock.today()
        self._actions: Actions | None = None
        self._look = QTimer(self, interval=LOOK_EVERY)
        self._look.timeout.connect(self._on_look)
        self._connect()
        self._show_query()

    def _connect(self) -> None:
        workspace, pane = self._workspace, self._pane
        workspace.opened.connect(self._on_opened)
        workspace.failed_to_open.connect(self._on_failed_to_open)
        workspace.changed.connect(self._on_changed)
        workspace.reloaded.connect(self._on_reloaded)
        pane.search.left_downwards.connect(self._on_left_search)
        pane.search.searched.connect(lambda text: self.set_query(replace(self._query, text=text)))
        pane.query_chosen.connect(self.set_query)
        pane.span_chosen.connect(self.set_span)
        pane.today_asked.connect(self.today)
        pane.asked.connect(self._on_asked)
        pane.list.selection_changed.connect(self._on_selection)
        pane.list.neared_edge.connect(self._on_neared_edge)
        pane.set_facets(self._facets)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this affair do, by name."""
        return {
            "show-upcoming": lambda: self.set_span(Span.UPCOMING),
            "show-past": lambda: self.set_span(Span.PAST),
            "show-all": lambda: self.set_span(Span.ALL),
            "today": self.today,
            "clear-filters": self.clear_filters,
            "select-all": self._pane.list.selectAll,
            "find": self._pane.enter_search,
        }

    def follow(self, actions: Actions) -> None:
        """Tick these from now on."""
        self._actions = actions
        self._tick()

    def _tick(self) -> None:
        if self._actions is not None:
            self._actions[f"show-{self._span.value}"].setChecked(True)

    # What is asked for

    @property
    def query(self) -> EventQuery:
        """What the list shows, the days included: for an export of the same events."""
        return self._span.of(self._query, self._clock.today())

    @property
    def span(self) -> Span:
        return self._span

    @property
    def filtered(self) -> bool:
        """Something is searched for or filtered by, days aside."""
        return bool(self._query.text.strip()) or cleared(self._facets_known(), self._query) != self._query

    def set_query(self, query: EventQuery) -> None:
        """Another search, filter or order; its first and last day are the span's affair."""
        query = replace(query, first=None, last=None)
        if query.order is not self._query.order:
            query = replace(query, descending=_latest_first(query.order, self._span))
        if query != self._query:
            self._query = query
            self._filter_changed()

    def set_span(self, span: Span) -> None:
        """Which days: to come in their order, past ones the latest first."""
        if span is not self._span:
            self._span = span
            if self._query.order is Order.START:
                self._query = replace(self._query, descending=_latest_first(Order.START, span))
            self._filter_changed()

    def show_upcoming(self) -> None:
        self.set_span(Span.UPCOMING)

    def show_past(self) -> None:
        self.set_span(Span.PAST)

    def show_all(self) -> None:
        self.set_span(Span.ALL)

    def clear_filters(self) -> None:
        """Neither search nor filters, in the same days."""
        self.set_query(cleared(self._facets_known(), replace(self._query, text="")))

    def _filter_changed(self, day: date | None = None) -> None:
        self._day = day
        self._spread.reset(self._clock.today())
        if day is not None:
            self._spread.reach(day)
        self._show_query()
        self._tick()
        self.filter_changed.emit()
        self._ask()

    def _show_query(self) -> None:
        self._pane.show_query(self._span, self._query, self._facets_known())

    def _facets_known(self) -> tuple[Facet, ...]:
        """With the calendars' names; categories go by their own."""
        return facets(self._calendars, ())

    def _facets(self) -> tuple[Facet, ...]:
        if not self._workspace.is_open:
            return ()
        return facets(self._calendars, [name for name, _count in self._workspace.store.categories()])

    def state(self) -> dict[str, Any]:
        """The filter as simple values, for the settings."""
        return remembered(self._span, self._query)

    def restore(self, values: Mapping[str, Any]) -> None:
        """The filter of state(), before or after an agenda is open; what makes no sense is left out."""
        self._span, query = recalled(values)
        self._query = replace(query, text=self._query.text)
        self._filter_changed()

    # Where to look

    def today(self) -> None:
        """Bring today to the top of the list."""
        self.go_to(self._clock.today())

    def go_to(self, day: date) -> None:
        """Bring a day to the top of the list, whatever days and order it showed."""
        query, span = self._query, self._span
        today = self._clock.today()
        if (span is Span.UPCOMING and day < today) or (span is Span.PAST and day >= today):
            span = Span.ALL
        descending = query.descending if query.order is Order.START and span is self._span else False
        query = replace(query, order=Order.START, descending=descending)
        self._pane.list.setFocus()
        if (query, span) == (self._query, self._span) and not self._spread.reach(day):
            self._pane.list.scroll_to_day(day)
            return
        self._query, self._span = query, span
        self._filter_changed(day)

    # The selection

    def select(self, ref: ComponentRef) -> None:
        """Select an event; where the filter excludes it, it is listed until the selection moves."""
        if not self._workspace.is_open or ref in self.selected_refs():
            return
        self._wanted = ref
        if not self._asking:
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        ref, self._wanted = self._wanted, None
        entry = self._entry_of(ref) if ref is not None else None
        if entry is not None:
            self._pane.reveal(entry)

    def _entry_of(self, ref: ComponentRef) -> int | None:
        store = self._workspace.store
        holder = store.object(ref.object_id)
        if holder is None:
            return None
        order = store.order(EventQuery(uids=frozenset({holder.uid}), hidden=True), spread=None)
        for entry in order.entries:
            if any(event.ref == ref for event in store.listed((entry,))):
                return entry
        return None

    def select_first(self) -> None:
        """Select the first row, where nothing is selected."""
        if not self._pane.list.selected_rows():
            self._pane.list.select_first()

    def selected_events(self) -> list[ListedEvent]:
        """In the order of the rows, an event once for each of its rows."""
        return self._pane.list.selected_events()

    def selected_refs(self) -> list[ComponentRef]:
        """In the order of the rows, each once."""
        return list(dict.fromkeys(event.ref for event in self.selected_events()))

    def _on_left_search(self) -> None:
        # What is being looked for may not be there yet.
        self._entering = self._asking
        if not self._asking:
            self._pane.enter_list()

    def _on_selection(self) -> None:
        self._count()
        self.selection_changed.emit()

    # Before an agenda is open

    def show_glance(self, glance: Glance) -> None:
        """Show the first screen, read before everything else is loaded."""
        self._clock.set_zone(glance.zone)
        self._today = self._clock.today()
        self._set_calendars(glance.calendars)
        self._found = Found.of(glance.rows, glance.total)
        self._is_glance = True
        self._pane.show_found(self._found)
        self._pane.show_counts((glance.total, 0))

    def show_loading(self) -> None:
        """Nothing is known yet, and something will be."""
        self._found = None
        self._pane.show_loading()

    # The agenda opens and changes

    def _on_opened(self) -> None:
        store = self._workspace.store
        if not self._is_glance:
            self.show_loading()  # else rows of another agenda would be taken for this one's
        self._is_glance = False
        self._clock.set_zone(store.zone)
        self._today = self._clock.today()
        self._spread.reset(self._today)
        self._set_calendars(store.calendars())
        self._show_query()
        self._look.start()
        self._ask()

    def _on_failed_to_open(self, error: AppError) -> None:
        self._found = None
        self._pane.show_empty(Emptiness.CLOSED, words(error))

    def _set_calendars(self, calendars: Sequence[Calendar]) -> None:
        self._calendars = calendars
        self._pane.set_calendars(calendars)
        known = frozenset(calendar.id for calendar in calendars)
        self._query = replace(self._query, calendars=self._query.calendars & known)

    def _on_reloaded(self) -> None:
        self._clock.set_zone(self._workspace.store.zone)
        self._set_calendars(self._workspace.store.calendars())
        self._show_query()
        self._pane.rows.refetch()
        self._ask()

    def _on_changed(self, change: Change) -> None:
        if change.calendars:
            self._on_reloaded()
            return
        objects = {swap.id for swap in change.objects}
        commented = {its.object_id for swap in change.comments for its in (swap.before, swap.after) if its}
        renewed = self._pane.rows.refresh(objects | commented)
        if objects and (_comes_or_goes(change) or self._is_concerned(objects, renewed)):
            self._ask()
        self._on_selection()

    def _is_concerned(self, objects: set[int], renewed: Sequence[Renewed]) -> bool:
        """Whether what was stored may let in other rows, or sort them otherwise."""
        seen = {before.ref.object_id for before, _after in renewed if before}
        if self._query.text.strip() or objects - seen:
            return True
        names = {"when", "series", "ref", _BY_ORDER[self._query.order]}
        names |= {name for facet, name in _BY_FACET.items() if getattr(self._query, facet)}
        return any(
            after is None or any(getattr(before, name) != getattr(after, name) for name in names)
            for before, after in renewed
        )

    def _on_look(self) -> None:
        today = self._clock.today()
        if today != self._today and self._workspace.is_open:
            self._today = today
            self._spread.reset(today)
            self._pane.renew()
            self._ask()

    # Asking, and what comes back

    def _ask(self) -> None:
        if not self._workspace.is_open:
            return
        self._asking = True
        store, query = self._workspace.store, self.query
        self._workspace.ask_order(query, self._spread.days, lambda order: self._on_order(store, query, order))

    def _on_order(self, store: Store, query: EventQuery, order: OrderArray) -> None:
        self._asking = False
        before, found = self._found, Found(order.entries, self._fetch(store), query)
        self._found = found
        same = before is not None and (before.entries, before.query) == (found.entries, found.query)
        self._spread.settle(more=not same)
        if same:
            self._pane.rows.refetch()
        else:
            self._pane.show_found(found)
        if self._day is not None or before is None or before.query != found.query:
            self._find_place()
        self._show_emptiness(store)
        self._count()
        self.shown_count.emit(len(found.entries))
        self._go_on()

    def _go_on(self) -> None:
        """Do what waited for the answer."""
        entering, self._entering = self._entering, False
        if self._wanted is not None:
            self._go_to_wanted()
        if entering:
            self._pane.enter_list()

    def _fetch(self, store: Store) -> Callable[[Sequence[int]], Sequence[ListedEvent]]:
        def fetch(entries: Sequence[int]) -> Sequence[ListedEvent]:
            # What is on the screen may be painted once more while another agenda is opened.
            is_there = self._workspace.is_open and self._workspace.store is store
            return store.listed(entries) if is_there else ()

        return fetch

    def _find_place(self) -> None:
        """Other days or another filter: today's rows first, unless what is selected is among them."""
        day, self._day = self._day, None
        if day is not None:
            self._pane.list.scroll_to_day(day)
        elif not self._pane.list.shows_selected():
            if self._span is Span.ALL and self._query.order is Order.START and not self._query.text:
                self._pane.list.scroll_to_day(self._clock.today())
            else:
                self._pane.list.scrollToTop()

    def _show_emptiness(self, store: Store) -> None:
        if self._found is None or self._found.entries:
            return
        everything = EventQuery(hidden=True)
        if not store.count(everything):
            kind = Emptiness.NEW
        elif self.filtered:
            kind = Emptiness.NO_MATCH if self._span is Span.ALL else Emptiness.NO_MATCH_NOW
        else:
            kind = Emptiness.HIDDEN if self._span is Span.ALL else Emptiness.NOT_NOW
        self._pane.show_empty(kind, read_only=store.read_only)

    def _count(self) -> None:
        if self._found is not None:
            self._pane.show_counts((len(self._found.entries), len(self._pane.list.selected_rows())))

    def _on_neared_edge(self, at_end: bool) -> None:
        """Series go on where the list ends: spread out more of them."""
        later = at_end != self._query.descending
        out_of_days = self._span is (Span.PAST if later else Span.UPCOMING)
        by_start = self._found is not None and self._found.by_start
        if by_start and not self._asking and not out_of_days and self._spread.extend(later):
            self._ask()

    def _on_asked(self, way: str) -> None:
        if way == "clear":
            self.clear_filters()
            self._pane.enter_search()
        elif way == "all":
            self.show_all()


def _latest_first(order: Order, span: Span) -> bool:
    return order is Order.MODIFIED or (order is Order.START and span is Span.PAST)


def _comes_or_goes(change: Change) -> bool:
    return any(
        swap.before is None or swap.after is None or swap.before.calendar_id != swap.after.calendar_id
        for swap in change.objects
    )
