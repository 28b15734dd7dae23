"""A window is killed, or closed, while somebody types: what it called saved is there the next time."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from threading import Timer

from PySide6.QtWidgets import QLabel, QLineEdit

from core.paths import Paths
from core.query import EventQuery
from core.settings import Settings, save
from core.when import When
from tests.core.agendas import desk
from tests.journeys.desk import Desk
from tests.journeys.typist import TODAY, TYPED

ROOT = Path(__file__).resolve().parents[2]
SEEDS = (1, 2, 3)
EVENTS = ("first", "second", "third")

# Seconds: of typing, at most, and until a window that does not open is given up.
TYPING = 2.0
PATIENCE = 30

Said = tuple[str, str, dict[str, str]]


class Starts:
    """The days on which an event may start: that of a text which is a day as a whole, else the one before."""

    def __init__(self, day: date) -> None:
        self.possible = self._meant = self._before = {day}

    def take(self, word: str, text: str) -> None:
        if word == "began":
            self._before = self._meant
            return
        if word == "found":
            self._before = self.possible
        self._meant = {date.today()} if text.strip() == TODAY else self._before
        self.possible = self.possible | self._meant if word == "typed" else self._meant


class Notes:
    """What may stand in each field of each event: what was last called saved, or something typed since."""

    def __init__(self, days: dict[str, date]) -> None:
        self.possible: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self.starts = {event: Starts(day) for event, day in days.items()}
        self.saved = 0

    def take(self, said: list[Said]) -> None:
        for word, event, texts in said:
            if "dtstart" in texts:
                self.starts[event].take(word, texts["dtstart"])
            for name, text in texts.items() if word != "began" else ():
                if word == "typed":
                    self.possible[event, name].append(text)
                else:
                    self.possible[event, name] = [text]
            self.saved += word == "saved"

    def check(self, event: str, texts: dict[str, str]) -> None:
        """Compare what a field shows; spaces at the ends of its lines are nothing."""
        for name, text in texts.items():
            possible = self.possible.get((event, name))
            if possible is not None:
                assert text.split() in [its.split() for its in possible], (event, name)


def typed_and_killed(path: Path, seed: int) -> list[Said]:
    """All that a window said before it was killed without notice."""
    command = [sys.executable, "-m", "tests.journeys.typist", str(path), str(seed)]
    lines: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        impatient = Timer(PATIENCE, process.kill)
        impatient.start()
        while not lines or '"ready"' not in lines[-1]:
            lines.append(process.stdout.readline())
            assert lines[-1], "the window was not ready in time, or died"
        impatient.cancel()
        time.sleep(Random(seed).uniform(1.0, TYPING))
        assert process.poll() is None, "the window died by itself"
        process.kill()
        lines += process.stdout.readlines()
    # The last line may be cut short.
    return [tuple(json.loads(its)) for its in lines if its.endswith("\n")]


def test_what_was_called_saved_survives_being_killed(tmp_path: Path) -> None:
    path = tmp_path / "agenda.parvis"
    save(Paths.of_person().settings, Settings(language="en"))
    days: dict[str, date] = {}
    with desk(path) as here:
        for number, name in enumerate(EVENTS, start=1):
            days[name] = date.today() + timedelta(days=7 * number)
            here.add(name, When.days(days[name]), contact=name)
    notes, drafts = Notes(days), 0
    for seed in SEEDS:
        said = typed_and_killed(path, seed)
        found = {event: texts for word, event, texts in said if word == "found"}
        assert sorted(found) == sorted(EVENTS)
        for event, texts in found.items():
            notes.check(event, texts)
        notes.take(said)
        drafts += checked(path, notes)
    assert notes.saved > 5
    assert drafts


def checked(path: Path, notes: Notes) -> int:
    """Compare what is in the file; gives the number of drafts."""
    drafts = 0
    with desk(path) as here:
        assert here.store.check() == []
        for ref in here.store.refs(EventQuery()):
            stored, kept = here.event(ref), here.store.drafts(ref.object_id)
            texts = {
                "summary": stored.summary,
                "location": stored.place.text,
                "url": stored.url,
                "description": stored.description.text,
            }
            texts |= {name: text for (its, name), text in kept.items() if its == ref and name in TYPED}
            notes.check(stored.contact, texts)
            assert stored.when.start.day in notes.starts[stored.contact].possible, stored.contact
            drafts += len(kept)
    return drafts


def test_saved_is_said_of_a_text_that_is_no_value_once_it_is_kept(
    tmp_path: Path, sit_down: Callable[..., Desk]
) -> None:
    path = tmp_path / "agenda.parvis"
    with desk(path) as here:
        ref = here.add("Réunion", When.days(date.today() + timedelta(days=1)))
    window = sit_down("en", agenda=path)
    window.until(lambda: window.named("summary", QLineEdit).text())
    state = window.named("save-state", QLabel)
    window.named("url").setFocus()
    window.type("no link")
    assert state.text() == "Saving…"
    window.until(lambda: state.text() == "Saved")
    with desk(path) as here:
        assert here.store.drafts(ref.object_id) == {(ref, "url"): "no link"}
    window.until(lambda: window.named("url-problem").isVisible())


def test_what_is_typed_when_the_window_is_closed_is_stored(
    tmp_path: Path, sit_down: Callable[..., Desk]
) -> None:
    window = sit_down("en")
    window.press("Ctrl+N")
    window.type("Réunion")
    window.close()
    with desk(tmp_path / "agenda.parvis") as here:
        (ref,) = here.store.refs(EventQuery())
        assert here.event(ref).summary == "Réunion"
