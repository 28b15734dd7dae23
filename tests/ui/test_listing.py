"""The list and an agenda: what is asked, what is shown, and what stays while both change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.comment import Author
from core.errors import AgendaDamaged, AppError
from core.event import Event, Recurrence, Status
from core.glance import glance
from core.object import ComponentRef
from core.query import EventQuery, ListedEvent, Order
from core.when import When
from tests.core.agendas import vevent
from tests.ui.find import part
from tests.ui.keyboard import type_text
from tests.ui.lists import NOW, TODAY, Room, at, room
from ui.action_table import table
from ui.actions import Actions
from ui.models.spans import Span
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import Chip

DAY = timedelta(days=1)


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """A list whose agenda is not open yet."""
    with room(qtbot, tmp_path / "agenda.parvis") as made:
        yield made


def opened(here: Room) -> Room:
    here.workspace.open(str(here.desk.path))
    here.bot.waitUntil(lambda: here.workspace.is_open)
    here.settle()
    return here


@pytest.fixture
def week(here: Room) -> Room:
    """Three days around today, one event each."""
    here.desk.add("Yesterday", When.days(TODAY - DAY), categories=("Media",))
    here.desk.add("Today", at(1, 18), status=Status.CONFIRMED)
    here.desk.add("Tomorrow", at(2), categories=("Culture",))
    return opened(here)


def ref_of(here: Room, summary: str) -> ComponentRef:
    store = here.desk.store
    entries = store.order(EventQuery(hidden=True), spread=None).entries
    (found,) = (its.ref for its in store.listed(entries) if its.summary == summary)
    return found


def edit(here: Room, which: str, **fields: object) -> None:
    """As the form does it."""
    ref = ref_of(here, which)
    before = here.desk.event(ref)
    here.workspace.edit(ref, before, replace(before, **fields))  # type: ignore[arg-type]  # by field name
    here.settle()


def top(here: Room) -> str:
    """The first row in sight below the month on top."""
    event = here.pane.rows.listed(here.pane.list.rowAt(30))
    return event.summary if event else ""


def reason(here: Room) -> str:
    """The heading of the empty state; "" where it is not on show."""
    state = part(here.pane, EmptyState)
    return state.findChildren(QLabel)[0].text() if state.isVisible() else ""


# What is shown


def test_it_begins_with_what_is_to_come(week: Room) -> None:
    assert week.summaries() == ["Today", "Tomorrow"]


def test_an_agenda_that_others_filled_is_not_called_empty_until_it_is_read(here: Room) -> None:
    opened(here)
    assert reason(here) == "Nothing in this agenda yet"
    here.desk.add("Tomorrow", at(2))
    here.workspace.reloaded.emit()
    assert reason(here) == ""
    assert any(its.text() == "Loading…" for its in here.pane.findChildren(QLabel))
    here.shows(["Tomorrow"])
    here.desk.agenda.delete([ref_of(here, "Tomorrow").object_id])
    here.workspace.reloaded.emit()
    here.bot.waitUntil(lambda: reason(here) == "Nothing in this agenda yet")
    here.desk.add("Yesterday", When.days(TODAY - DAY))
    here.workspace.reloaded.emit()
    here.bot.waitUntil(lambda: reason(here) == "Nothing coming up")


def test_each_span_has_its_days(week: Room) -> None:
    week.listing.show_past()
    week.shows(["Yesterday"])
    week.listing.show_all()
    week.shows(["Yesterday", "Today", "Tomorrow"])
    week.listing.show_upcoming()
    week.shows(["Today", "Tomorrow"])


def test_a_search_shows_what_it_finds(week: Room) -> None:
    type_text(week.pane.search, "tomor")
    week.shows(["Tomorrow"])
    QTest.keyClick(week.pane.search, Qt.Key.Key_Escape)
    week.shows(["Today", "Tomorrow"])


def test_only_the_last_question_is_answered(week: Room) -> None:
    shown: list[list[str]] = []
    week.pane.rows.modelReset.connect(lambda: shown.append(week.summaries()))
    for text in ("y", "to", "yester", "tomorrow"):
        week.listing.filter.set_text(text)
    week.shows(["Tomorrow"])
    week.settle()
    assert shown == [["Tomorrow"]]


def test_a_filter_out_of_the_menu_is_applied(week: Room) -> None:
    week.pane.query_chosen.emit(EventQuery(categories=frozenset({"Culture"})))
    week.shows(["Tomorrow"])
    week.listing.filter.clear()
    week.shows(["Today", "Tomorrow"])


def test_it_is_sorted_as_asked(week: Room) -> None:
    week.listing.show_all()
    week.pane.query_chosen.emit(EventQuery(order=Order.SUMMARY, descending=False))
    week.shows(["Today", "Tomorrow", "Yesterday"])


def test_it_tells_how_many_there_are(week: Room) -> None:
    told: list[int] = []
    week.listing.shown_count.connect(told.append)
    week.listing.show_all()
    week.bot.waitUntil(lambda: told == [3])
    assert part(week.pane, QLabel, "list-count").text() == "3 event(s)"


def test_what_it_shows_can_be_asked_for(week: Room) -> None:
    week.listing.show_past()
    assert week.listing.query == EventQuery(last=TODAY - DAY, descending=True)
    assert week.desk.store.count(week.listing.query) == 1


# Where there is nothing


def test_a_new_agenda_says_so(here: Room) -> None:
    opened(here)
    assert reason(here) == "Nothing in this agenda yet"


def test_a_search_without_result_offers_other_days(week: Room) -> None:
    week.listing.filter.set_text("yesterday")
    week.settle()
    assert reason(week) == "No upcoming event matches"
    part(week.pane, QPushButton, "empty-all").click()
    week.shows(["Yesterday"])
    assert reason(week) == ""


def test_a_search_without_any_result_offers_to_clear_it(week: Room) -> None:
    week.listing.show_all()
    week.listing.filter.set_text("zzz")
    week.settle()
    assert reason(week) == "No event matches"
    part(week.pane, QPushButton, "empty-clear").click()
    week.shows(["Yesterday", "Today", "Tomorrow"])
    assert week.pane.search.text() == ""


def test_days_without_events_say_which(here: Room) -> None:
    here.desk.add("Yesterday", When.days(TODAY - DAY))
    opened(here)
    assert reason(here) == "Nothing coming up"
    here.listing.show_past()
    here.shows(["Yesterday"])


def test_hidden_calendars_are_named_as_the_cause(here: Room) -> None:
    here.desk.add("Yesterday", When.days(TODAY - DAY))
    (calendar,) = here.desk.store.calendars()
    here.desk.agenda.edit_calendar(calendar, replace(calendar, hidden=True))
    opened(here)
    assert reason(here) == "Nothing to show"


def test_an_agenda_that_does_not_open_says_why(here: Room, tmp_path: Path) -> None:
    here.workspace.open(str(tmp_path / "gone" / "agenda.parvis"), create=False)
    here.bot.waitUntil(lambda: reason(here) != "")
    assert reason(here) == "The agenda is not open"


# What is edited


def test_an_edit_shows_in_its_row_and_nothing_else_is_asked(week: Room) -> None:
    week.listing.select(ref_of(week, "Today"))
    resets: list[None] = []
    week.pane.rows.modelReset.connect(lambda: resets.append(None))
    edit(week, "Today", summary="Now")
    assert week.summaries() == ["Now", "Tomorrow"]
    assert week.selected() == ["Now"]
    assert resets == []


def test_an_event_that_is_moved_in_time_moves_in_the_list(week: Room) -> None:
    week.listing.select(ref_of(week, "Today"))
    edit(week, "Today", when=at(9))
    week.shows(["Tomorrow", "Today"])
    assert week.selected() == ["Today"]


def test_an_event_edited_out_of_the_filter_stays_until_another_is_chosen(week: Room) -> None:
    week.listing.select(ref_of(week, "Today"))
    edit(week, "Today", when=When.days(TODAY - 5 * DAY))
    assert week.summaries() == ["Today", "Tomorrow"]
    assert week.pane.rows.pinned == 0
    week.listing.select(ref_of(week, "Tomorrow"))
    week.shows(["Tomorrow"])


def test_a_new_event_is_listed_and_can_be_chosen(week: Room) -> None:
    made: list[ComponentRef] = []
    event = Event("", at(3), summary="New")
    week.workspace.do(
        lambda agenda: agenda.create(event, 0),
        lambda applied: made.append(ComponentRef(applied.change.objects[0].id)),
    )
    week.bot.waitUntil(lambda: bool(made))
    week.listing.select(made[0])
    week.bot.waitUntil(lambda: week.selected() == ["New"])
    assert week.summaries() == ["Today", "Tomorrow", "New"]


def test_a_deleted_event_leaves_its_place_to_the_next(week: Room) -> None:
    ref = ref_of(week, "Today")
    week.listing.select(ref)
    week.settle()
    week.workspace.do(lambda agenda: agenda.delete([ref.object_id]))
    week.shows(["Tomorrow"])
    week.bot.waitUntil(lambda: week.selected() == ["Tomorrow"])
    week.workspace.undo()
    week.shows(["Today", "Tomorrow"])


def test_a_comment_counts_in_its_row(week: Room) -> None:
    ref = ref_of(week, "Today")
    author = Author("Nadia", "nadia@example.org")
    week.workspace.do(lambda agenda: agenda.add_comment(ref.object_id, author, "Yes."))
    week.settle()
    event = week.pane.rows.listed(0)
    assert event is not None
    assert event.comments == 1


def test_a_hidden_calendar_takes_its_rows_along(week: Room) -> None:
    (calendar,) = week.desk.store.calendars()
    week.workspace.do(lambda agenda: agenda.edit_calendar(calendar, replace(calendar, hidden=True)))
    week.bot.waitUntil(lambda: reason(week) == "Nothing to show")


def test_what_another_program_writes_appears(week: Room) -> None:
    week.desk.add("Elsewhere", at(5))
    week.workspace.reloaded.emit()
    week.shows(["Today", "Tomorrow", "Elsewhere"])


def test_another_zone_moves_the_days(week: Room) -> None:
    week.workspace.store.set_zone("Pacific/Kiritimati")
    week.workspace.reloaded.emit()
    week.settle()
    assert week.listing.query.first == TODAY + DAY


# The selection


def test_what_is_chosen_is_told(week: Room) -> None:
    told: list[list[str]] = []
    week.listing.selection_changed.connect(lambda: told.append(week.selected()))
    week.listing.select_first()
    week.bot.waitUntil(lambda: told == [["Today"]])
    week.pane.list.selectAll()
    week.bot.waitUntil(lambda: told[-1] == ["Today", "Tomorrow"])
    assert week.listing.selection.refs() == [ref_of(week, "Today"), ref_of(week, "Tomorrow")]
    assert part(week.pane, QLabel, "list-count").text() == "2 event(s) · 2 selected"
    week.listing.select_first()
    assert week.selected() == ["Today", "Tomorrow"]


def test_an_override_is_found_beside_its_series(here: Room) -> None:
    day = "DTSTART;VALUE=DATE:"
    texts = (
        vevent(f"{day}{TODAY:%Y%m%d}", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:Series"),
        vevent(
            f"RECURRENCE-ID;VALUE=DATE:{TODAY + DAY:%Y%m%d}", f"{day}{TODAY + DAY:%Y%m%d}", "SUMMARY:Other"
        ),
    )
    ref = ComponentRef(here.desk.put(b"".join(texts)), f"{TODAY + DAY:%Y%m%d}")
    opened(here).shows(["Series", "Other", "Series"])
    here.listing.select(ref)
    assert here.selected() == ["Other"]
    assert here.listing.selection.refs() == [ref]


def test_an_event_outside_the_filter_is_listed_when_it_is_looked_for(week: Room) -> None:
    week.listing.select(ref_of(week, "Yesterday"))
    assert week.selected() == ["Yesterday"]
    assert week.pane.rows.pinned == 0


def test_an_event_that_is_gone_is_not_chosen(week: Room) -> None:
    week.listing.select(ComponentRef(999))
    assert week.selected() == []


def test_looking_for_it_waits_for_what_is_under_way(week: Room) -> None:
    week.listing.show_all()
    week.listing.select(ref_of(week, "Yesterday"))
    week.bot.waitUntil(lambda: week.selected() == ["Yesterday"])
    assert week.pane.rows.pinned is None


def test_a_repeating_event_is_one_event_and_many_dates(here: Room) -> None:
    here.desk.add("Weekly", at(2), recurrence=Recurrence(("FREQ=WEEKLY;COUNT=4",)))
    opened(here)
    assert here.summaries() == ["Weekly"] * 4
    here.pane.list.selectAll()
    assert here.listing.selection.refs() == [ref_of(here, "Weekly")]
    assert part(here.pane, QLabel, "list-count").text() == "1 event(s) · 4 date(s)"
    here.listing.select(ref_of(here, "Weekly"))
    assert len(here.selected()) == 4


def test_enter_in_the_search_goes_to_what_it_finds(week: Room) -> None:
    type_text(week.pane.search, "tomor")
    QTest.keyClick(week.pane.search, Qt.Key.Key_Return)
    week.bot.waitUntil(lambda: week.selected() == ["Tomorrow"])
    assert week.summaries() == ["Tomorrow"]
    week.pane.activateWindow()
    QTest.keyClick(week.pane.list, Qt.Key.Key_Up)
    assert week.pane.search.selectedText() == ""


# Days


def test_a_day_is_gone_to_whatever_is_shown(here: Room) -> None:
    for day in range(-40, 40):
        here.desk.add(f"Day {day}", When.days(TODAY + day * DAY))
    opened(here)
    here.listing.go_to(TODAY - 20 * DAY)
    here.settle()
    assert here.listing.filter.span is Span.ALL
    assert top(here) == "Day -20"
    here.listing.today()
    assert top(here) == "Day 0"
    here.listing.filter.set_query(EventQuery(order=Order.SUMMARY))
    here.listing.today()
    here.settle()
    assert here.listing.query == EventQuery()
    assert top(here) == "Day 0"


def test_all_days_begin_at_today(here: Room) -> None:
    for day in range(-40, 40):
        here.desk.add(f"Day {day}", When.days(TODAY + day * DAY))
    here.listing.show_all()
    opened(here)
    assert top(here) == "Day 0"


def test_a_day_far_away_has_its_dates(here: Room) -> None:
    here.desk.add("Weekly", at(2), recurrence=Recurrence(("FREQ=WEEKLY",)))
    opened(here)
    here.listing.go_to(date(2040, 6, 1))
    here.settle()
    top = here.pane.rows.listed(here.pane.list.rowAt(0))
    assert top is not None
    assert date(2040, 6, 1) <= top.when.start.day <= date(2040, 6, 8)


def test_dates_go_on_where_one_scrolls(here: Room) -> None:
    here.desk.add("Weekly", at(2), recurrence=Recurrence(("FREQ=WEEKLY",)))
    opened(here)
    before = here.pane.rows.rowCount()
    assert 100 < before < 110
    here.pane.list.scrollToBottom()
    here.settle()
    assert 150 < here.pane.rows.rowCount() < 165


def test_midnight_takes_yesterday_away(week: Room) -> None:
    week.time.now = NOW + DAY
    week.listing.look_at_day()
    week.shows(["Tomorrow"])
    week.time.now = NOW + DAY + timedelta(hours=1)
    week.listing.look_at_day()
    assert not week.listing.busy


# Before the agenda is open


def test_the_first_screen_is_there_before_the_agenda(here: Room) -> None:
    here.desk.add("Today", at(1, 18))
    here.desk.add("Tomorrow", at(2))
    seen = glance(str(here.desk.path), TODAY)
    assert seen is not None
    here.listing.show_glance(seen)
    assert here.summaries() == ["Today", "Tomorrow"]
    here.pane.list.setCurrentIndex(here.pane.rows.index(1, 0))
    opened(here)
    assert here.summaries() == ["Today", "Tomorrow"]
    assert here.selected() == ["Tomorrow"]


def test_a_remembered_filter_waits_for_the_agenda(here: Room) -> None:
    here.desk.add("Today", at(1, 18))
    seen = glance(str(here.desk.path), TODAY)
    assert seen is not None
    here.listing.show_past()
    here.listing.show_glance(seen)
    assert here.summaries() == []
    assert part(here.pane, QLabel, "list-count").text() == "Loading…"


def test_another_agenda_takes_nothing_from_the_first(week: Room, tmp_path: Path) -> None:
    week.listing.select_first()
    week.workspace.open(str(tmp_path / "other.parvis"))
    week.bot.waitUntil(lambda: reason(week) == "Nothing in this agenda yet")
    assert week.selected() == []


# Actions


def test_its_actions_do_what_they_say(week: Room) -> None:
    handlers = week.listing.handlers()
    nothing = {spec.name: (lambda: None) for spec in table()}
    actions = Actions(lambda _name: QIcon(), nothing | handlers, week.pane)
    week.listing.follow(actions)
    assert actions["show-upcoming"].isChecked()
    actions["show-past"].trigger()
    week.shows(["Yesterday"])
    actions["show-all"].trigger()
    assert actions["show-all"].isChecked()
    week.shows(["Yesterday", "Today", "Tomorrow"])
    actions["select-all"].trigger()
    assert len(week.selected()) == 3
    week.pane.span_chosen.emit(Span.UPCOMING)
    assert actions["show-upcoming"].isChecked()
    actions["find"].trigger()
    week.listing.filter.set_text("zzz")
    actions["clear-filters"].trigger()
    week.settle()
    assert week.summaries() == ["Today", "Tomorrow"]


class Shouting(QTranslator):
    """Another language."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text.upper()


def test_filters_in_force_speak_another_language_at_once(week: Room, qapp: QApplication) -> None:
    week.listing.filter.set_query(EventQuery(statuses=frozenset({Status.CONFIRMED})))
    week.settle()
    shouting = Shouting()
    qapp.installTranslator(shouting)
    try:
        week.bot.waitUntil(lambda: part(week.pane, Chip, "filter-statuses-0").text() == "CONFIRMED")
        assert part(week.pane, Chip, "span-past").text() == "PAST"
    finally:
        qapp.removeTranslator(shouting)
    week.bot.waitUntil(lambda: part(week.pane, Chip, "filter-statuses-0").text() == "Confirmed")


def test_an_agenda_that_cannot_be_read_any_more_is_said_and_leaves_blank_rows(
    week: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[AppError] = []
    week.workspace.failed.connect(told.append)

    def broken(_entries: object) -> list[ListedEvent]:
        raise AgendaDamaged("agenda.parvis")

    monkeypatch.setattr(week.workspace.store, "listed", broken)
    week.listing.show_all()
    week.bot.waitUntil(lambda: len(told) >= 1)
    assert isinstance(told[0], AgendaDamaged)
    assert week.pane.rows.rowCount() == 3
    assert week.summaries() == []


def test_a_question_that_fails_is_not_waited_for(week: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[AppError] = []
    week.workspace.failed.connect(told.append)

    def broken(_query: EventQuery, *, spread: object) -> None:
        raise AgendaDamaged("agenda.parvis")

    monkeypatch.setattr(week.workspace.store, "order", broken)
    week.listing.show_all()
    week.bot.waitUntil(lambda: len(told) == 1)
    assert not week.listing.busy
    assert week.summaries() == ["Today", "Tomorrow"]
