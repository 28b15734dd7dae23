"""A series made, changed and deleted: one date, those that follow, or all; each taken back in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from core.event import Recurrence, Status
from core.ics.component import components, read
from core.object import CalendarObject
from core.query import EventQuery
from core.recurrence import occurrences
from core.when import Moment, When
from tests.journeys.desk import Desk, plain
from tests.journeys.shelf import ZONE, event, fill, today
from ui.widgets.pill import Pill
from ui.widgets.toggle_chips import ToggleChips

SitDown = Callable[..., Desk]

NEXT_YEAR = today().year + 1


def tuesdays(of: date) -> Iterator[date]:
    day = of + timedelta(days=(1 - of.weekday()) % 7)
    while True:
        yield day
        day += timedelta(days=7)


def evening(day: date, hour: int = 18) -> When:
    start = datetime(day.year, day.month, day.day, hour, 30)
    return When(Moment(start, ZONE), Moment(start + timedelta(hours=2), ZONE))


FIRST = next(tuesdays(today() + timedelta(days=1)))
DAYS = list(islice(tuesdays(FIRST), 4))


@pytest.fixture
def weekly(sit_down: SitDown, tmp_path: Path) -> Desk:
    """Four Tuesdays, from the next one on."""
    series = event("Conseil", evening(FIRST), recurrence=Recurrence(("FREQ=WEEKLY;BYDAY=TU;COUNT=4",)))
    desk = sit_down("fr", agenda=fill(tmp_path / "agenda.parvis", [series]))
    desk.shows(*["Conseil"] * 4)
    return desk


def objects(desk: Desk) -> list[CalendarObject]:
    desk.settle()
    with closing(desk.store()) as store:
        return list(store.objects(store.object_ids(EventQuery(hidden=True))))


def dates(desk: Desk) -> list[tuple[str, date, int]]:
    """What takes place: summaries, days and hours, as who opens the file finds them."""
    desk.settle()
    first, last = (datetime.now(UTC) + timedelta(days=its) for its in (-1, 800))
    found = []
    with closing(desk.store()) as store:
        refs = store.refs(EventQuery(hidden=True))
        for object_id in dict.fromkeys(ref.object_id for ref in refs):
            [stored] = store.objects([object_id])
            events = [read(stored.text, ref) for ref in components(stored.text)]
            for its in occurrences(events, first, last, local=ZoneInfo(ZONE)):
                start = its.when.start.wall_time
                found.append((events[its.event].summary, start.date(), start.hour))
    return sorted(found, key=lambda its: its[1:])


def choose(desk: Desk, row: int) -> None:
    """Click that row."""
    desk.come_back()
    view = desk.rows_view
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.visualRect(view.model().index(row, 0)).center(),
    )
    desk.settle()


def scope(desk: Desk) -> tuple[object, ...]:
    return desk.named("scope", ToggleChips).values()


def rewrite(desk: Desk, name: str, text: str) -> None:
    desk.named(name).setFocus()
    desk.rewrite(text)
    desk.press("Tab")
    desk.settle()


def pick(desk: Desk, name: str, at: int) -> None:
    """By the keyboard: to that entry of a box."""
    box = desk.named(name, QComboBox)
    box.setFocus()
    for _ in range(20):
        if box.currentIndex() == at:
            return
        desk.press("Down" if box.currentIndex() < at else "Up")
    raise AssertionError(f"{name} has no entry {at}")


def words(desk: Desk, name: str) -> str:
    label = desk.named(name, QLabel)
    return plain(label.text()) if label.isVisible() else ""


def test_every_second_tuesday_until_the_end_of_june(sit_down: SitDown, language: str) -> None:
    desk = sit_down(language)
    second = list(islice(tuesdays(date(NEXT_YEAR, 1, 1)), 2))[1]
    desk.press("Ctrl+N")
    desk.type("Conseil")
    desk.tab_to("dtstart")
    desk.rewrite(f"{second.day}/1/{NEXT_YEAR}")
    desk.settle()
    pick(desk, "repeats", 4)
    desk.press("Tab")
    assert desk.hand().objectName() == "rule-fold"
    desk.press("Space")
    pick(desk, "rule-end", 1)
    desk.tab_to("rule-until")
    desk.rewrite(f"30/6/{NEXT_YEAR}")
    desk.press("Tab")
    desk.settle()
    said = {
        "fr": f"chaque deuxième mardi du mois, jusqu’au 30 juin {NEXT_YEAR}",
        "en": f"on the second Tuesday of each month, until 30 June {NEXT_YEAR}",
    }
    assert words(desk, "rule-words") == said[language]
    seconds = [list(islice(tuesdays(date(NEXT_YEAR, month, 1)), 2))[1] for month in range(1, 7)]
    shown = words(desk, "rule-dates")
    assert [str(its.day) in shown.split(" · ")[at] for at, its in enumerate(seconds)] == [True] * 6
    assert shown.count("·") == 5
    [rule] = desk.kept()["Conseil"].recurrence.rrules
    assert set(rule.split(";")) == {"FREQ=MONTHLY", "BYDAY=2TU", f"UNTIL={NEXT_YEAR}0630T215959Z"}
    assert [day for _, day, _ in dates(desk)] == seconds
    while desk.window.workspace.can_undo and desk.kept().get("Conseil"):
        if not desk.kept()["Conseil"].recurrence:
            break
        desk.action("undo").trigger()
        desk.settle()
    assert not desk.kept()["Conseil"].recurrence


def test_a_weekly_event_by_the_mouse(sit_down: SitDown, tmp_path: Path) -> None:
    desk = sit_down("en", agenda=fill(tmp_path / "agenda.parvis", [event("Market", evening(FIRST))]))
    desk.choose("Market")
    box = desk.named("repeats", QComboBox)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    view = box.view()
    custom = view.model().index(box.count() - 1, 0)
    view.scrollTo(custom)
    desk.qtbot.wait(QApplication.doubleClickInterval() + 50)  # before, the box takes no click for a choice
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(custom).center())
    desk.settle()
    friday = desk.named("rule-days", ToggleChips).chips[4]
    desk.click(friday)
    desk.settle()
    assert desk.kept()["Market"].recurrence.rrules == ("FREQ=WEEKLY;BYDAY=TU,FR",)
    assert words(desk, "rule-words") == "every week on Tuesday and on Friday"


def test_one_date_is_moved_and_comes_back(weekly: Desk) -> None:
    desk = weekly
    choose(desk, 1)
    assert scope(desk) == ("one",)
    assert str(DAYS[1].day) in desk.text("dtstart")
    assert not desk.named("repeats").isVisible()
    assert words(desk, "rule-words") == "chaque mardi, 4 fois"
    rewrite(desk, "start-time", "20:30")
    expected = [("Conseil", day, 20 if day == DAYS[1] else 18) for day in DAYS]
    assert dates(desk) == expected
    desk.until(lambda: desk.selected() == ["Conseil"])
    [row] = desk.rows_view.selected_events()
    assert row.override
    assert scope(desk) == ("one",)
    rewrite(desk, "summary", "Conseil du soir")  # goes on with the same date
    assert [its[0] for its in dates(desk)].count("Conseil du soir") == 1
    assert len(objects(desk)) == 1
    desk.click("scope-restore")
    desk.settle()
    assert dates(desk) == [("Conseil", day, 18) for day in DAYS]
    desk.until(lambda: desk.text("summary") == "Conseil")
    assert str(DAYS[1].day) in desk.text("dtstart")
    assert not desk.named("scope-restore").isVisible()
    for _ in range(3):
        desk.action("undo").trigger()
        desk.settle()
    assert dates(desk) == [("Conseil", day, 18) for day in DAYS]
    assert b"RECURRENCE-ID" not in objects(desk)[0].text


def test_this_date_and_those_that_follow(weekly: Desk) -> None:
    desk = weekly
    choose(desk, 2)
    chips = desk.named("scope", ToggleChips).chips
    chips[0].setFocus()
    desk.press("Right", "Space")
    assert scope(desk) == ("following",)
    rewrite(desk, "summary", "Séance")
    names = ["Conseil", "Conseil", "Séance", "Séance"]
    assert dates(desk) == [(name, day, 18) for name, day in zip(names, DAYS, strict=True)]
    desk.shows(*names)
    desk.until(lambda: desk.selected() == ["Séance"])
    assert desk.text("summary") == "Séance"
    rewrite(desk, "start-time", "19:30")
    assert [hour for _, _, hour in dates(desk)] == [18, 18, 19, 19]
    assert len(objects(desk)) == 2
    for _ in range(2):
        desk.action("undo").trigger()
        desk.settle()
    assert dates(desk) == [("Conseil", day, 18) for day in DAYS]


def test_all_dates(weekly: Desk) -> None:
    desk = weekly
    choose(desk, 2)
    desk.click(desk.named("scope", ToggleChips).chips[2])
    assert desk.named("repeats").isVisible()
    assert str(DAYS[0].year) in words(desk, "scope-since")
    assert f" {DAYS[0].day if DAYS[0].day > 1 else '1er'} " in words(desk, "scope-since")
    rewrite(desk, "start-time", "17:30")
    assert dates(desk) == [("Conseil", day, 17) for day in DAYS]
    assert scope(desk) == ("all",)
    assert words(desk, "scope-since")
    desk.action("undo").trigger()
    assert dates(desk) == [("Conseil", day, 18) for day in DAYS]
    choose(desk, 1)
    assert scope(desk) == ("one",)
    assert not words(desk, "scope-since")


def test_what_is_said_of_a_series_goes_along_with_it(sit_down: SitDown, tmp_path: Path) -> None:
    series = event("Conseil", evening(FIRST), recurrence=Recurrence(("FREQ=WEEKLY;COUNT=4",)))
    desk = sit_down("fr", agenda=fill(tmp_path / "agenda.parvis", [series]))
    desk.shows(*["Conseil"] * 4)
    wednesday = DAYS[2] + timedelta(days=1)
    choose(desk, 2)
    rewrite(desk, "dtstart", f"{wednesday.day}/{wednesday.month}/{wednesday.year}")
    assert f"mer. {wednesday.day} " in words(desk, "rule-dates")
    assert f"mar. {DAYS[2].day} " not in words(desk, "rule-dates")
    choose(desk, 1)
    desk.click(desk.named("scope", ToggleChips).chips[1])
    rewrite(desk, "start-time", "19:30")
    desk.until(lambda: desk.rows_view.selected_rows() == [1])
    desk.action("undo").trigger()
    desk.settle()
    desk.until(lambda: desk.rows_view.selected_rows() == [1])
    assert f" {DAYS[1].day} " in f" {desk.text('dtstart')} "
    desk.action("redo").trigger()
    desk.settle()
    choose(desk, 0)
    assert words(desk, "rule-words") == "chaque mardi, 1 fois"
    desk.action("undo").trigger()
    desk.settle()
    assert words(desk, "rule-words") == "chaque mardi, 4 fois"
    desk.action("redo").trigger()
    desk.settle()
    assert words(desk, "rule-words") == "chaque mardi, 1 fois"
    desk.action("undo").trigger()
    desk.settle()
    desk.click(desk.named("scope", ToggleChips).chips[2])
    monday = FIRST - timedelta(days=1) if FIRST - timedelta(days=1) > today() else FIRST + timedelta(days=6)
    rewrite(desk, "dtstart", f"{monday.day}/{monday.month}/{monday.year}")
    assert words(desk, "rule-words") == "chaque lundi, 4 fois"


@pytest.mark.parametrize(("answer", "left"), [("one", [0, 2, 3]), ("following", [0]), ("all", [])])
def test_deleted_dates_come_back_in_one_step(weekly: Desk, answer: str, left: list[int]) -> None:
    desk = weekly
    choose(desk, 1)
    desk.press("Delete")
    assert desk.hand().objectName() == "delete-scope-one"
    desk.press("Escape")
    assert len(dates(desk)) == 4
    assert desk.hand() is desk.rows_view
    desk.press("Delete")
    desk.tab_to(f"delete-scope-{answer}")
    desk.press("Return")
    assert dates(desk) == [("Conseil", DAYS[at], 18) for at in left]
    desk.shows(*["Conseil"] * len(left))
    desk.action("undo").trigger()
    assert dates(desk) == [("Conseil", day, 18) for day in DAYS]
    desk.shows(*["Conseil"] * 4)


def test_another_date_is_shown_though_rows_came_in_between(weekly: Desk) -> None:
    desk = weekly
    choose(desk, 1)
    desk.window.workspace.reloaded.emit()  # as when another program wrote what no row shows
    desk.settle()
    choose(desk, 2)
    rewrite(desk, "start-time", "20:30")
    assert dates(desk) == [("Conseil", day, 20 if day == DAYS[2] else 18) for day in DAYS]


def choose_also(desk: Desk, *rows: int) -> None:
    view = desk.rows_view
    for row in rows:
        where = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, where
        )
    desk.settle()


def test_several_chosen_dates_are_what_the_event_menu_is_for(weekly: Desk) -> None:
    desk = weekly
    choose(desk, 1)
    desk.action("duplicate").trigger()
    desk.shows(*["Conseil"] * 5)
    assert [len(its.text.split(b"RRULE")) for its in objects(desk)] == [2, 1]
    desk.action("undo").trigger()
    desk.shows(*["Conseil"] * 4)
    choose(desk, 1)
    assert not words(desk, "scope-selected")
    choose_also(desk, 2)
    assert words(desk, "scope-selected").startswith("2 date")
    assert not desk.named("scope").isVisible()
    choose_also(desk, 3)
    assert words(desk, "scope-selected").startswith("3 date")
    choose(desk, 2)
    assert not words(desk, "scope-selected")
    assert scope(desk) == ("one",)
    choose_also(desk, 1)
    desk.pick("Statut", "Annulé")
    assert objects(desk)[0].text.count(b"STATUS:CANCELLED") == 2
    desk.action("undo").trigger()
    assert b"STATUS:CANCELLED" not in objects(desk)[0].text
    choose(desk, 1)
    choose_also(desk, 2)
    desk.action("delete").trigger()
    assert dates(desk) == [("Conseil", DAYS[at], 18) for at in (0, 3)]
    desk.says("2 dates supprimées.")
    desk.action("undo").trigger()
    assert dates(desk) == [("Conseil", day, 18) for day in DAYS]


def test_a_cancelled_date_shows_as_such(weekly: Desk) -> None:
    desk = weekly
    choose(desk, 1)
    # Opened, its menu would wait for an answer.
    desk.named("status", Pill).menu().actions()[2].trigger()
    desk.until(lambda: [its.status for its in desk.rows_view.selected_events()] == [Status.CANCELLED])
    assert objects(desk)[0].text.count(b"STATUS:CANCELLED") == 1


def test_what_is_no_time_is_kept_for_that_date(weekly: Desk) -> None:
    desk = weekly
    choose(desk, 1)
    rewrite(desk, "start-time", "un jour")
    choose(desk, 2)
    assert desk.text("start-time") == "18:30"
    choose(desk, 1)
    assert desk.text("start-time") == "un jour"
    assert len(objects(desk)) == 1


def test_what_is_no_time_is_kept_for_the_dates_that_follow(weekly: Desk) -> None:
    desk = weekly
    choose(desk, 2)
    desk.click(desk.named("scope", ToggleChips).chips[1])
    rewrite(desk, "start-time", "un jour")
    choose(desk, 0)
    assert desk.text("start-time") == "18:30"
    choose(desk, 2)
    desk.click(desk.named("scope", ToggleChips).chips[1])
    assert desk.text("start-time") == "un jour"
    rewrite(desk, "summary", "Séance")
    desk.shows("Conseil", "Conseil", "Séance", "Séance")
    choose(desk, 0)
    assert desk.text("start-time") == "18:30"
    desk.choose("Séance")
    desk.click(desk.named("scope", ToggleChips).chips[2])
    assert desk.text("start-time") == "un jour"
    assert len(objects(desk)) == 2


def test_a_zone_that_nobody_knows_is_replaced_by_one_that_is_chosen(
    sit_down: SitDown, tmp_path: Path
) -> None:
    start, end = (replace(its, tzid="Mars/Olympus") for its in (evening(FIRST).start, evening(FIRST).end))
    desk = sit_down("fr", agenda=fill(tmp_path / "agenda.parvis", [event("Conseil", When(start, end))]))
    desk.choose("Conseil")
    assert "Mars/Olympus" in words(desk, "when-note")
    desk.click("choose-zone")
    box = desk.named("tzid", QComboBox)
    assert box.view().isVisible()
    box.hidePopup()
    box.setFocus()
    desk.rewrite("Europe/Paris")
    desk.press("Tab")
    desk.settle()
    kept = desk.kept()["Conseil"].when.start
    assert (kept.wall, kept.tzid) == (start.wall, "Europe/Paris")
    assert not words(desk, "when-note")
    assert not desk.named("choose-zone").isVisible()


def test_a_rule_that_nobody_can_show_stays_byte_for_byte(sit_down: SitDown, tmp_path: Path) -> None:
    rule = "FREQ=YEARLY;BYDAY=TU;BYWEEKNO=20,30;X-NOTE=1"
    series = event("Conseil", evening(FIRST), recurrence=Recurrence((rule,)))
    desk = sit_down("fr", agenda=fill(tmp_path / "agenda.parvis", [series]))
    desk.press("Alt+3")
    desk.settle()
    choose(desk, 0)
    desk.click(desk.named("scope", ToggleChips).chips[2])
    assert words(desk, "rule-words") == f"selon la règle {rule} (règle conservée telle quelle)"
    assert words(desk, "rule-dates")
    rewrite(desk, "summary", "Conseil annuel")
    [stored] = objects(desk)
    assert f"RRULE:{rule}\r\n".encode() in stored.text
    assert desk.named("rule-fold", QWidget).isVisible()
