"""The list: what is asked of the agenda, what it shows, and how both stay right while the agenda changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.calendar import Calendar
from core.change import Change
from core.errors import AppError
from core.object import ComponentRef
from core.order import key_of, minutes_at, pack
from core.query import EventQuery, Order
from core.when import Moment
from ui.actions import Actions
from ui.agenda_clock import AgendaClock
from ui.controllers.asking import Asking
from ui.controllers.lookup import emptiness
from ui.controllers.selection import Selection
from ui.errors import words
from ui.models.concern import concerns
from ui.models.event_rows import Found
from ui.models.facets import Facet
from ui.models.filter import Filter
from ui.models.spans import Span
from ui.widgets.empty_state import Emptiness
from ui.widgets.event_list import DragSource
from ui.widgets.list_pane import Counts, ListPane
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.glance import Glance

# Milliseconds between two looks at whether it is another day.
LOOK_EVERY = 20_000


class Listing(QObject):
    """Joins the list to the workspace."""

    selection_changed = Signal()
    shown_count = Signal(int)  # rows that the filter lets in

    def __init__(self, workspace: Workspace, pane: ListPane, clock: AgendaClock) -> None:
        super().__init__(pane)
        self._workspace = workspace
        self._pane = pane
        self._clock = clock
        self.filter = Filter(clock.today, self)
        self.selection = Selection(workspace, pane)
        self._asking = Asking(workspace, lambda: self.filter.query, clock.today(), self)
        self._is_glance = False
        self._says_new = False  # that nothing is in the agenda
        # What to go to once the next answer is there.
        self._wanted: tuple[ComponentRef, Moment | None] | None = None
        self._day: date | None = None
        self._entering = False
        self._today = clock.today()
        self._actions: Actions | None = None
        self._look = QTimer(self, interval=LOOK_EVERY)
        self._look.timeout.connect(self.look_at_day)
        self._connect()
        self._show_filter()
        self.show_loading()

    def _connect(self) -> None:
        workspace, pane = self._workspace, self._pane
        workspace.opened.connect(self._on_opened)
        workspace.failed_to_open.connect(self._on_failed_to_open)
        workspace.changed.connect(self._on_changed)
        workspace.reloaded.connect(self._on_reloaded)
        self._asking.answered.connect(self._on_answered)
        pane.search.left_downwards.connect(self._on_left_search)
        pane.search.searched.connect(self.filter.set_text)
        pane.query_chosen.connect(self.filter.set_query)
        pane.span_chosen.connect(self.filter.set_span)
        self.filter.changed.connect(self._on_filter)
        pane.today_asked.connect(self.today)
        pane.retranslated.connect(self._show_filter)
        pane.asked.connect(self._on_asked)
        pane.list.selection_changed.connect(self._on_selection)
        pane.list.neared_edge.connect(self._on_neared_edge)
        pane.set_facets(self._facets)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this affair do, by name."""
        return {
            "show-upcoming": self.show_upcoming,
            "show-past": self.show_past,
            "show-all": self.show_all,
            "today": self.today,
            "clear-filters": self.filter.clear,
            "select-all": self._pane.list.selectAll,
            "find": self._pane.enter_search,
        }

    def follow(self, actions: Actions) -> None:
        """Tick these from now on."""
        self._actions = actions
        self._show_filter()

    # What is asked for

    @property
    def query(self) -> EventQuery:
        """What the list shows, the days included: for an export of the same events."""
        return self.filter.query

    def show_upcoming(self) -> None:
        self.filter.set_span(Span.UPCOMING)

    def show_past(self) -> None:
        self.filter.set_span(Span.PAST)

    def show_all(self) -> None:
        self.filter.set_span(Span.ALL)

    def _on_filter(self, day: date | None) -> None:
        self._day = day
        self._asking.look_from(self._clock.today() if day is None else day)
        self._show_filter()
        self._asking.ask()

    def _show_filter(self) -> None:
        self._pane.show_query(self.filter.span, self.filter.chosen, self.filter.facets())
        if self._actions is not None:
            self._actions[f"show-{self.filter.span.value}"].setChecked(True)

    def _facets(self) -> tuple[Facet, ...]:
        if not self._workspace.is_open:
            return ()
        return self.filter.facets([name for name, _count in self._workspace.store.categories()])

    # Where to look

    def today(self) -> None:
        """Bring today to the top of the list."""
        self.go_to(self._clock.today())

    def go_to(self, day: date) -> None:
        """Bring a day to the top of the list, whatever days and order it showed."""
        self._pane.list.setFocus()
        if self.filter.let_in(day):
            return
        if self._asking.reach(day) or self._asking.busy:
            self._day = day
            self._asking.ask()
        else:
            self._pane.list.scroll_to_day(day)

    @property
    def busy(self) -> bool:
        """The list is about to show something else."""
        return self._asking.busy

    # The selection

    def select(self, ref: ComponentRef) -> None:
        """Select an event; where the filter excludes it, it is listed until the selection moves."""
        if not self._workspace.is_open or ref in self.selection.refs():
            return
        self._want(ref, None)

    def select_date(self, ref: ComponentRef, date: Moment) -> None:
        """Select one date of a series."""
        self._want(ref, date)

    def _want(self, ref: ComponentRef, date: Moment | None) -> None:
        self._wanted = ref, date
        if not self._asking.busy:
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        assert self._wanted is not None
        (ref, date), self._wanted = self._wanted, None
        store = self._workspace.store
        entry = store.entry_of(ref)
        if entry is not None and date is not None:
            local, zones = store.clocks(ref.object_id)
            entry = pack(minutes_at(date.instant(local, zones)), key_of(entry), True)
        if entry is not None:
            self._pane.reveal(entry)

    def select_nothing(self) -> None:
        """What is done to events is done to none of the list then."""
        self._wanted = None
        self._pane.list.clearSelection()

    def select_first(self) -> None:
        """Select the first row, where nothing is selected."""
        if not self._pane.list.selected_rows():
            self._pane.list.select_first()

    def set_drag_source(self, source: DragSource) -> None:
        """Who gives what is dragged out of the list."""
        self._pane.list.set_drag_source(source)

    def _on_left_search(self) -> None:
        # What is being looked for may not be there yet.
        self._entering = self._asking.busy
        if not self._entering:
            self._pane.enter_list()

    @property
    def follows(self) -> bool:
        """The selection that is told went along with rows that came, and nobody chose anything."""
        return self._pane.list.went_along

    def _on_selection(self) -> None:
        self._count()
        self.selection_changed.emit()

    # Before an agenda is open

    def show_glance(self, glance: Glance) -> None:
        """Show the first screen, read before all else is loaded: what a list without filters begins with."""
        if (
            self.filter.span is not Span.UPCOMING
            or self.filter.restricts
            or self.filter.chosen != EventQuery()
        ):
            self.show_loading()
            return
        self._clock.set_zone(glance.zone)
        self._today = self._clock.today()
        self._set_calendars(glance.calendars)
        found = Found.of(glance.rows, glance.total)
        self._is_glance = True
        self._asking.begin_with(found)
        self._pane.show_found(found)
        self._count()

    def show_loading(self) -> None:
        """Nothing is known yet, and something will be."""
        self._says_new = False
        self._asking.begin_with(None)
        self._pane.show_loading()

    # The agenda opens and changes

    def _on_opened(self) -> None:
        store = self._workspace.store
        if not self._is_glance:
            self.show_loading()  # else rows of another agenda would be taken for this one's
        self._is_glance = False
        self._clock.set_zone(store.zone)
        self._today = self._clock.today()
        self._asking.look_from(self._today)
        self._set_calendars(store.calendars())
        self._show_filter()
        self._look.start()
        self._asking.ask()

    def _on_failed_to_open(self, error: AppError) -> None:
        self._asking.begin_with(None)
        self._pane.show_empty(Emptiness.CLOSED, words(error))

    def _set_calendars(self, calendars: Sequence[Calendar]) -> None:
        self.filter.set_calendars(calendars)
        self._pane.set_calendars(calendars)

    def _on_reloaded(self) -> None:
        self._clock.set_zone(self._workspace.store.zone)
        self._set_calendars(self._workspace.store.calendars())
        self._show_filter()
        self._pane.rows.refetch()
        self._pane.renew()
        if self._says_new and self._workspace.store.count(EventQuery(hidden=True)):
            self.show_loading()  # what came is told of at once, and the list may take a while
        self._asking.ask()

    def _on_changed(self, change: Change) -> None:
        if change.calendars:
            self._on_reloaded()
            return
        objects = {swap.id for swap in change.objects}
        commented = {its.object_id for swap in change.comments for its in (swap.before, swap.after) if its}
        renewed = self._pane.rows.refresh(objects | commented)
        if concerns(change, self.filter.chosen, renewed):
            self._asking.ask()

    def look_at_day(self) -> None:
        """See whether it is another day than that of the rows."""
        today = self._clock.today()
        if today != self._today and self._workspace.is_open:
            self._today = today
            self._asking.look_from(today)
            self._pane.renew()
            self._asking.ask()

    # What comes back

    def _on_answered(self, found: Found, before: Found | None) -> None:
        if found is before and not self._pane.rows.pin_is_gone:
            self._pane.rows.refetch()
        else:
            self._pane.show_found(found)
        if self._day is not None or before is None or before.query != found.query:
            self._find_place()
        self._says_new = False
        if not found.entries:
            kind = emptiness(self._workspace.store, self.filter)
            self._says_new = kind is Emptiness.NEW
            self._pane.show_empty(kind, read_only=self._workspace.store.read_only)
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

    def _find_place(self) -> None:
        """Other days or another filter: today's rows first, unless what is selected is among them."""
        day, self._day = self._day, None
        if day is not None:
            self._pane.list.scroll_to_day(day)
        elif not self._pane.list.shows_selected():
            query = self.filter.chosen
            if self.filter.span is Span.ALL and query.order is Order.START and not query.text:
                self._pane.list.scroll_to_day(self._clock.today())
            else:
                self._pane.list.scrollToTop()

    def _count(self) -> None:
        found = self._asking.found
        if found is not None:
            selected = len(self._pane.list.selected_rows())
            self._pane.show_counts(Counts(found.events, len(found.entries), selected))

    def _on_neared_edge(self, at_end: bool) -> None:
        later = at_end != self.filter.chosen.descending
        if self.filter.span is not (Span.PAST if later else Span.UPCOMING):
            self._asking.go_on(later)

    def _on_asked(self, way: str) -> None:
        if way == "clear":
            self.filter.clear()
            self._pane.enter_search()
        elif way == "all":
            self.show_all()
