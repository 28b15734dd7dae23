"""The lanes by which the work on an agenda goes: changes, questions and long jobs, each in its order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from core.errors import AppError
from core.progress import Job
from ui.jobs import Lane, RunningJob

T = TypeVar("T")


class Lanes(QObject):
    """The writer stores, the reader answers, the jobs take their time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.writer = Lane("writer", self)
        self.reader = Lane("reader", self)
        self.jobs = Lane("jobs", self)
        self._running: set[RunningJob] = set()
        self._asked = 0

    def ask(
        self, question: Callable[[], T], then: Callable[[T], object], failed: Callable[[AppError], object]
    ) -> None:
        """Answer off the GUI thread; of several questions only the last is answered."""
        self._asked += 1
        number = self._asked

        def answered() -> tuple[T] | None:
            return (question(),) if number == self._asked else None

        def deliver(answer: tuple[T] | None) -> None:
            if answer is not None and number == self._asked:
                then(answer[0])

        self.reader.do(answered, deliver, failed)

    def start(self, begin: Callable[[], Job[T]]) -> RunningJob:
        """Run a long job."""
        running = RunningJob(begin, self.jobs)
        self._running.add(running)
        for end in (running.finished, running.failed, running.cancelled):
            end.connect(lambda *_: self._running.discard(running))
        return running

    @property
    def has_job(self) -> bool:
        return bool(self._running)

    @property
    def writing(self) -> bool:
        """Something is being stored, or may be, by a job."""
        return self.writer.busy or self.jobs.busy

    def stop_jobs(self) -> None:
        """Wait until they have ended, done or not."""
        for job in self._running:
            job.cancel()
        self.jobs.drain()

    def close(self) -> None:
        """They take nothing more."""
        for lane in (self.reader, self.jobs, self.writer):
            lane.close()
