"""The demo agenda shows everything that an agenda can hold, around whatever day it is opened on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from core.comment import Comment, CommentState, problems
from core.demo import demo_agenda, fill
from core.event import Classification, Event, Place, Stage, Status
from core.ics import component
from core.query import EventQuery
from core.store import Store
from core.when import When

TODAY = date(2026, 3, 11)

# Days on which dates are easily got wrong: leap days, the ends of months and years.
DAYS = (TODAY, date(2024, 2, 29), date(2025, 12, 31), date(2027, 1, 1), date(2026, 3, 31))


@dataclass(frozen=True)
class Demo:
    """All that is in it."""

    calendars: tuple[str, ...]
    events: tuple[Event, ...]
    comments: tuple[tuple[Comment, ...], ...]
    upcoming: int
    past: int
    problems: tuple[str, ...]


def opened(path: Path) -> Store:
    return Store.open(str(path), clock=lambda: datetime.now(UTC), zone="Europe/Brussels")


def filled(folder: Path, today: date) -> Demo:
    store = opened(folder / "demo.parvis")
    fill(store, today)
    objects = list(store.objects(store.object_ids(EventQuery())))
    events = tuple(component.read(its.text, ref) for its in objects for ref in component.components(its.text))
    demo = Demo(
        tuple(its.name for its in store.calendars()),
        events,
        tuple(tuple(store.comments(its.id)) for its in objects),
        store.count(EventQuery(first=today)),
        store.count(EventQuery(last=today - timedelta(days=1))),
        tuple(store.check()),
    )
    store.close()
    return demo


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return filled(tmp_path_factory.mktemp("demo"), TODAY)


def test_the_seeds_event_stands_as_on_its_page(demo: Demo) -> None:
    (event,) = (its for its in demo.events if its.summary.startswith("Réunion des ministres de la Défense"))
    assert event.summary == "Réunion des ministres de la Défense des pays de l’OTAN"
    assert event.when == When.days(date(2022, 10, 12), date(2022, 10, 13))
    assert event.place == Place(("Siège de l'OTAN", "Bd Léopold III", "1030 Schaerbeek", "Belgique"))
    assert event.categories == ()
    text = event.description.text
    assert len(text) == 2_056
    assert text.count("\n\n") == 3
    assert text.count("\n") == 6
    # The page's own quotes, which do not always pair.
    assert [text.count(mark) for mark in "“”’'«"] == [8, 0, 23, 0, 0]
    assert text.startswith("En réunion à Bruxelles ces mercredi et jeudi, 12 et 13 octobre, les ministres")
    assert text.endswith("s’agissant de préserver la paix et de dissuader toute agression.")


SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "evenement.txt"


@pytest.mark.skipif(not SEED.exists(), reason="the page itself is not part of the program")
def test_the_seeds_event_is_the_pages_to_the_letter(demo: Demo) -> None:
    page = SEED.read_text(encoding="utf-8")
    lines = page.split("\n")
    (event,) = (its for its in demo.events if its.summary == lines[0])
    assert list(event.place.lines) == lines[7:11]
    assert event.description.text == page[page.index("En réunion") : page.index("\n\nPosted in")]


def test_every_state_is_there(demo: Demo) -> None:
    events = demo.events
    assert 55 <= len(events) <= 65
    assert len(demo.calendars) == 3
    assert {its.status for its in events} == {None, *Status}
    assert {its.stage for its in events} == {None, *Stage}
    assert {its.classification for its in events} == set(Classification)
    assert len({its.when.start.tzid for its in events}) >= 5
    assert any(its.when.start.is_floating for its in events)
    assert any(its.when.start.tzid == "UTC" for its in events)
    assert any(its.when.start.tzid != its.when.end.tzid for its in events)
    assert sum(its.when.all_day for its in events) >= 5
    assert any(its.when.length > timedelta(days=3) for its in events)
    assert sum(bool(its.recurrence) for its in events) >= 5
    assert max(len(its.summary) for its in events) > 120
    assert len({name for its in events for name in its.categories}) >= 8
    for name in ("url", "contact", "organizer", "cost", "source"):
        assert any(getattr(its, name) for its in events), name
    assert any(its.description.html for its in events)


def test_comments_are_in_every_state_that_readers_bring(demo: Demo) -> None:
    comments = [its for thread in demo.comments for its in thread]
    assert {CommentState.APPROVED, CommentState.PENDING, CommentState.SPAM} <= {its.state for its in comments}
    assert not any(problems(its.author, its.text) for its in comments)
    for thread in demo.comments:
        ids = {its.id for its in thread}
        assert all(its.reply_to in ids for its in thread if its.reply_to)
    assert any(its.reply_to for its in comments)
    assert max(map(len, demo.comments)) >= 3


@pytest.mark.parametrize("today", DAYS)
def test_there_is_something_before_and_after_any_day(tmp_path: Path, today: date) -> None:
    demo = filled(tmp_path, today)
    assert demo.upcoming >= 15
    assert demo.past >= 10
    assert demo.problems == ()


def test_the_same_day_gives_the_same_agenda(tmp_path: Path, demo: Demo) -> None:
    assert filled(tmp_path, TODAY).events == demo.events


def test_a_new_one_takes_the_place_of_the_last(tmp_path: Path) -> None:
    other = tmp_path / "agenda.parvis"
    other.write_text("a person's own")
    path = demo_agenda(tmp_path, TODAY)
    store = opened(path)
    uid = next(store.objects(store.object_ids(EventQuery()))).uid
    store.close()
    assert demo_agenda(tmp_path, TODAY) == path
    store = opened(path)
    assert len(store.objects_of(uid)) == 1
    store.close()
    assert other.read_text() == "a person's own"
