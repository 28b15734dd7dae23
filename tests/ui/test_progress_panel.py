"""The panel follows one job to its end, and stops it when asked."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from core.errors import NothingToExport
from core.progress import Job, Progress
from tests.ui.find import part
from ui.jobs import Lane, RunningJob
from ui.widgets.progress_panel import ProgressPanel


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane("test")
    yield made
    made.close()


@pytest.fixture
def panel(qtbot: QtBot) -> ProgressPanel:
    made = ProgressPanel()
    qtbot.addWidget(made)
    return made


def waiting(go_on: Event, total: int = 10_000_000_000) -> Job[str]:
    """A job that is half done until it may go on; sizes as of a file of ten gigabytes."""
    while not go_on.wait(0.06):
        yield Progress(total // 2, total)
    return "done"


def test_it_shows_how_far_the_job_is_until_it_ends(qtbot: QtBot, panel: ProgressPanel, lane: Lane) -> None:
    go_on = Event()
    job = RunningJob(lambda: waiting(go_on), lane)
    panel.watch(job, "Export…")
    assert not panel.isVisible()
    bar = part(panel, QProgressBar)
    qtbot.waitUntil(lambda: panel.isVisible() and bar.value() > 0)
    assert bar.value() * 2 == bar.maximum()
    assert part(panel, QLabel).text() == bar.accessibleName() == "Export…"
    with qtbot.waitSignal(job.finished):
        go_on.set()
    assert not panel.isVisible()


def test_a_job_of_unknown_length_is_busy(qtbot: QtBot, panel: ProgressPanel, lane: Lane) -> None:
    go_on = Event()
    job = RunningJob(lambda: waiting(go_on, 0), lane)
    panel.watch(job, "Import…")
    qtbot.waitUntil(panel.isVisible)
    assert part(panel, QProgressBar).maximum() == 0
    with qtbot.waitSignal(job.finished):
        go_on.set()


def test_it_stops_the_job(qtbot: QtBot, panel: ProgressPanel, lane: Lane) -> None:
    job = RunningJob(lambda: waiting(Event()), lane)
    panel.watch(job, "Import…")
    qtbot.waitUntil(panel.isVisible)
    with qtbot.waitSignal(job.cancelled):
        part(panel, QToolButton).click()
        assert not part(panel, QToolButton).isEnabled()
    assert not panel.isVisible()


def test_a_job_that_fails_takes_the_panel_along(qtbot: QtBot, panel: ProgressPanel, lane: Lane) -> None:
    def failing() -> Job[None]:
        yield Progress(0)
        raise NothingToExport

    job = RunningJob(failing, lane)
    panel.watch(job, "Export…")
    with qtbot.waitSignal(job.failed):
        pass
    qtbot.wait(250)
    assert not panel.isVisible()


def test_the_job_watched_last_is_the_one_shown(qtbot: QtBot, panel: ProgressPanel, lane: Lane) -> None:
    first, second = Event(), Event()
    one = RunningJob(lambda: waiting(first), lane)
    two = RunningJob(lambda: waiting(second), lane)
    panel.watch(one, "Un")
    panel.watch(two, "Deux")
    with qtbot.waitSignal(one.finished):
        first.set()
    qtbot.waitUntil(panel.isVisible)
    assert part(panel, QLabel).text() == "Deux"
    with qtbot.waitSignal(two.finished):
        second.set()
    assert not panel.isVisible()
