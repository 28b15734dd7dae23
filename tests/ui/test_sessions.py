"""Edits on their way: stored in the agenda they began in, and never taken for stored before they are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.agenda import Agenda
from core.errors import DiskFull, StaleChange
from core.event import Event
from core.object import ComponentRef
from core.progress import Job, Progress
from core.store import Store
from core.when import When
from tests.ui.rooms import Office, let_go, office
from ui.jobs import Lane
from ui.open_agenda import OpenAgenda
from ui.sessions import Sessions

EVENT = Event("u@example", When.days(date(2022, 10, 12)), summary="Réunion")
REF = ComponentRef(1)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    with office(qtbot, tmp_path / "a.parvis") as made:
        yield made


class Stubborn(OpenAgenda):
    """An agenda that cannot be written until it is told otherwise."""

    def __init__(self, error: Callable[[], Exception]) -> None:
        super().__init__()
        self.error = error
        self.asked = 0

    def verbs(self) -> Agenda:
        self.asked += 1
        raise self.error()


@pytest.fixture
def sessions(qtbot: QtBot) -> Iterator[Sessions]:
    owner = QObject()
    writer = Lane("writer", owner)
    made = Sessions(writer, owner)
    yield made
    made.end()
    writer.close()
    let_go(owner)


def test_what_could_not_be_stored_is_unsaved_though_the_form_shows_another(
    qtbot: QtBot, sessions: Sessions
) -> None:
    failures = QSignalSpy(sessions.failed)
    first = sessions.begin(Stubborn(lambda: DiskFull("a.parvis")), EVENT, REF, 0)
    first.edit(replace(EVENT, summary="Réunion des ministres"))
    sessions.begin(OpenAgenda(), replace(EVENT, uid="other"), ComponentRef(2), 0)
    qtbot.waitUntil(lambda: failures.count() == 1)
    assert sessions.unsaved
    assert sessions.is_waiting(REF)
    assert not sessions.is_waiting(ComponentRef(2))


def test_an_agenda_that_goes_leaves_nothing_to_try_again(qtbot: QtBot, sessions: Sessions) -> None:
    failures = QSignalSpy(sessions.failed)
    agenda = Stubborn(lambda: DiskFull("a.parvis"))
    session = sessions.begin(agenda, EVENT, REF, 0)
    session.edit(replace(EVENT, summary="Réunion des ministres"))
    sessions.leave_field()
    qtbot.waitUntil(lambda: failures.count() == 1)
    sessions.end()
    assert not sessions.unsaved
    session.store()
    qtbot.wait(50)
    assert agenda.asked == 1


def test_a_conflict_is_unsaved_until_somebody_has_chosen(qtbot: QtBot, sessions: Sessions) -> None:
    agenda = Stubborn(lambda: StaleChange("u@example", ("summary",)))
    conflicts = QSignalSpy(sessions.conflicted)
    session = sessions.begin(agenda, EVENT, REF, 0)
    session.edit(replace(EVENT, summary="Ici"))
    session.store()
    qtbot.waitUntil(lambda: conflicts.count() == 1)
    session.store()
    qtbot.wait(50)
    assert agenda.asked == 1, "asked again before anybody answered"
    assert sessions.unsaved
    theirs = replace(EVENT, summary="Là")
    session.resolve(theirs, theirs)
    assert not session.unsaved


def test_what_comes_back_late_does_not_go_over_what_was_typed_since(qtbot: QtBot, sessions: Sessions) -> None:
    session = sessions.begin(Stubborn(lambda: DiskFull("a.parvis")), EVENT, REF, 0)
    session.edit(replace(EVENT, summary="Réunion d"))
    session.store()
    typed = replace(EVENT, summary="Réunion des")
    session.edit(typed)
    session.refreshed(replace(EVENT, summary="Réunion d"))
    assert session.latest == typed


def test_what_is_typed_when_another_agenda_opens_goes_where_it_belongs(desk: Office, tmp_path: Path) -> None:
    workspace = desk.workspace
    ref = ComponentRef(desk.event())
    event = workspace.store.event(ref)
    assert event is not None
    workspace.store.backup(str(tmp_path / "b.parvis"))
    session = workspace.begin(event, ref)
    session.edit(replace(event, summary="Avant"))
    told: list[str] = []
    workspace.released.connect(lambda: told.append("released"))
    workspace.opened.connect(lambda: told.append("opened"))
    with desk.bot.waitSignal(workspace.opened, timeout=10_000):
        workspace.open(str(tmp_path / "b.parvis"), create=False)
        assert not workspace.is_open
    desk.settle()
    assert told == ["released", "opened"]
    there = workspace.store.event(ref)
    assert there is not None
    assert there.summary == "Réunion"
    before = Store.open(str(tmp_path / "a.parvis"), clock=workspace.clock, create=False)
    kept = before.event(ref)
    before.close()
    assert kept is not None
    assert kept.summary == "Avant"


def test_a_job_ends_with_the_agenda_it_began_in(desk: Office, tmp_path: Path) -> None:
    workspace = desk.workspace
    desk.event()
    stores: list[Store] = []

    def slow(store: Store, _agenda: Agenda) -> Job[None]:
        stores.append(store)
        for done in range(10_000):
            yield Progress(done, 10_000)
            time.sleep(0.002)

    job = workspace.start(slow)
    cancelled = QSignalSpy(job.cancelled)
    first = workspace.store
    desk.bot.waitUntil(lambda: bool(stores))
    with desk.bot.waitSignal(workspace.opened, timeout=10_000):
        workspace.open(str(tmp_path / "b.parvis"))
    assert cancelled.count() == 1
    assert stores == [first]
    assert not workspace.has_job
    assert not workspace.undo_stack.count()


def test_a_job_sees_what_was_typed_before_it(desk: Office) -> None:
    workspace = desk.workspace
    ref = ComponentRef(desk.event())
    event = workspace.store.event(ref)
    assert event is not None
    workspace.begin(event, ref).edit(replace(event, summary="Juste avant"))

    def read(store: Store, _agenda: Agenda) -> Job[str]:
        yield Progress(0)
        found = store.event(ref)
        return found.summary if found else ""

    with desk.bot.waitSignal(workspace.start(read).finished, timeout=10_000) as told:
        pass
    assert told.args == ["Juste avant"]
