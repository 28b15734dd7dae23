"""Several processes at one agenda, and one that is killed: what was said to be saved is saved."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import cast

import pytest

from core.agenda import Agenda
from core.change import Change
from core.db.opening import State, state_of_file
from core.errors import StaleChange
from core.object import CalendarObject, ComponentRef
from core.query import EventQuery
from core.store import Applied, Store
from tests.core.agendas import Desk, desk

ROOT = Path(__file__).resolve().parents[2]


def summaries(here: Desk) -> dict[str, str]:
    found = (here.store.event(ref) for ref in here.store.refs(EventQuery(hidden=True)))
    return {event.uid: event.summary for event in found if event}


def started(path: Path, seed: int, *which: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.core.hammer", str(path), str(seed), *which]
    return subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True)


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def heard_out(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    return process.stdout.read().splitlines(keepends=True)


def spoken(lines: list[str]) -> list[tuple[str, str]]:
    """(uid, summary) of each step that was said whole; the last line may be cut short."""
    said = [line[:-1].partition("\t") for line in lines if line.endswith("\n")]
    return [(uid, summary) for uid, _, summary in said]


def killed_after(path: Path, seed: int, seconds: float) -> list[tuple[str, str]]:
    """What a process said that it saved, before it was killed without notice."""
    with started(path, seed) as process:
        first = heard(process)
        time.sleep(seconds)
        process.kill()
        return spoken([first, *heard_out(process)])


def test_what_a_killed_process_said_to_be_saved_is_there(tmp_path: Path) -> None:
    path, random = tmp_path / "agenda.parvis", Random(7)
    expected: dict[str, str] = {}
    steps = 0
    for seed in range(3):
        said = killed_after(path, seed, random.uniform(0.1, 0.9))
        steps += len(said)
        expected.update(said)
        assert state_of_file(path) is State.PRESENT
        with desk(path) as here:
            assert here.store.check() == []
            found = summaries(here)
            wrong = {uid for uid, summary in expected.items() if found.get(uid, "") != summary}
            # One more step may have been stored than it had time to say; that one is whole.
            assert len(wrong | (found.keys() - expected.keys())) <= 1
            expected = dict(found)
    assert steps > 20


def test_fields_that_do_not_touch_are_both_kept(tmp_path: Path) -> None:
    with desk(tmp_path / "agenda.parvis") as mine, desk(tmp_path / "agenda.parvis") as theirs:
        ref = mine.add("x", contact="a")
        seen = theirs.event(ref)
        mine.edit(ref, summary="mine")
        theirs.agenda.edit(ref, seen, replace(seen, contact="theirs"))
        assert (mine.event(ref).summary, mine.event(ref).contact) == ("mine", "theirs")


def test_the_same_field_is_a_conflict_and_what_is_there_stays(tmp_path: Path) -> None:
    with desk(tmp_path / "agenda.parvis") as mine, desk(tmp_path / "agenda.parvis") as theirs:
        ref = mine.add("x", contact="a")
        seen = theirs.event(ref)
        mine.edit(ref, summary="mine", contact="mine")
        with pytest.raises(StaleChange) as stale:
            theirs.agenda.edit(
                ref, seen, replace(seen, summary="theirs", contact="mine", url="https://example.org")
            )
        # Both gave the contact the same value, which is no conflict.
        assert (stale.value.uid, stale.value.fields) == (seen.uid, ("summary",))
        assert mine.event(ref).summary == "mine"
        mine.agenda.delete([ref.object_id])
        with pytest.raises(StaleChange) as gone:
            theirs.agenda.edit(ref, seen, replace(seen, summary="theirs"))
        assert gone.value.fields == ()


def test_two_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "agenda.parvis"
    with desk(path):
        pass
    with started(path, 1, "own") as one, started(path, 2, "own") as other:
        lines = [heard(one), heard(other)]
        time.sleep(0.5)
        one.kill()
        other.kill()
        said = spoken([*lines, *heard_out(one), *heard_out(other)])
    with desk(path) as here:
        found = summaries(here)
        assert here.store.check() == []
    # Each may have stored one step more than it had time to say.
    assert len({uid for uid, summary in said if found.get(uid, "") != dict(said)[uid]}) <= 2
    assert len(dict(said)) > 2


class Crossed:
    """A store into which others write just before each change, for as long as they have words."""

    def __init__(self, mine: Desk, theirs: Desk, ref: ComponentRef, words: Iterable[str]) -> None:
        self._mine = mine
        self._theirs = theirs
        self._ref = ref
        self._words = iter(words)

    def object(self, object_id: int) -> CalendarObject | None:
        return self._mine.store.object(object_id)

    def apply(self, change: Change, *, amend: int | None) -> Applied:
        for word in islice(self._words, 1):
            self._theirs.edit(self._ref, contact=word)
        return self._mine.store.apply(change, amend=amend)


def test_what_others_write_between_reading_and_writing_is_merged_too(tmp_path: Path) -> None:
    with desk(tmp_path / "agenda.parvis") as mine, desk(tmp_path / "agenda.parvis") as theirs:
        ref = mine.add("x")
        seen = mine.event(ref)
        busy = Agenda(cast(Store, Crossed(mine, theirs, ref, "abc")), mine.clock)
        busy.edit(ref, seen, replace(seen, summary="y"))
        assert (mine.event(ref).summary, mine.event(ref).contact) == ("y", "c")
        # Never for ever: in the end it is said.
        busy = Agenda(cast(Store, Crossed(mine, theirs, ref, map(str, count()))), mine.clock)
        with pytest.raises(StaleChange):
            busy.edit(ref, mine.event(ref), replace(mine.event(ref), summary="z"))
        assert mine.event(ref).summary == "y"
