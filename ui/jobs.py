"""Work off the GUI thread: lanes that do things one after another, and jobs with progress and cancel."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from core.errors import AppError, InternalError
from core.progress import Job

T = TypeVar("T")

# Seconds between two progress reports: as often as an eye can follow.
REPORT_EVERY = 0.05

log = logging.getLogger(__name__)


def report_bug(error: BaseException) -> None:
    """Hand an error that nobody expected to the report dialog, from any thread."""
    sys.excepthook(type(error), error, error.__traceback__)


class Lane(QObject):
    """One thread of its own: what is given to it is done in order, and answered so on the GUI thread."""

    _answered = Signal(object)
    idle = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._pending = 0
        self._closed = False
        self._answered.connect(self._on_answered)

    @property
    def busy(self) -> bool:
        """Something is under way, or its answer is not delivered yet."""
        return self._pending > 0

    def do(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[AppError], object] | None = None,
    ) -> None:
        """Run work on the lane; then (with its answer) or failed (with an expected error) on the GUI thread.

        An error that nobody expected goes to the report dialog; failed hears InternalError, and the lane
        lives on. Once it is closed nothing is done: a window that goes still tells of the field that loses
        the focus.
        """
        if self._closed:
            return
        self._pending += 1
        self._pool.submit(self._run, work, then, failed)

    def _run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None,
        failed: Callable[[AppError], object] | None,
    ) -> None:
        answer: Callable[[], object] | None = None
        try:
            result = work()
        except AppError as error:
            answer = _bound(failed or _unanswered, error)
        except Exception as error:
            answer = _bound(_broken, (error, failed))
        else:
            answer = _bound(then, result) if then else None
        self._answered.emit(answer)

    def _on_answered(self, answer: Callable[[], object] | None) -> None:
        self._pending -= 1
        try:
            if answer is not None:
                answer()
        finally:
            if not self._pending:
                self.idle.emit()

    def barrier(self) -> Callable[[], object]:
        """Something to call on another lane: it waits there until all that was given here so far is done."""
        return self._pool.submit(lambda: None).result

    def drain(self) -> None:
        """Wait for all that was given so far, and deliver its answers: before closing or opening another."""
        while self._pending:
            done: Future[None] = self._pool.submit(lambda: None)
            done.result()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self) -> None:
        """Finish what was given, and end the thread."""
        self.drain()
        self._closed = True
        self._pool.shutdown()


def _bound(function: Callable[[Any], object], argument: object) -> Callable[[], object]:
    return lambda: function(argument)


def _broken(outcome: tuple[Exception, Callable[[AppError], object] | None]) -> None:
    error, failed = outcome
    report_bug(error)
    if failed is not None:
        failed(InternalError())


def _unanswered(error: AppError) -> None:
    log.warning("nobody asked to hear of %s", type(error).__name__)


class RunningJob(QObject):
    """A core job while it runs. Exactly one of finished, failed and cancelled comes, once."""

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, start: Callable[[], Job[T]], lane: Lane) -> None:
        super().__init__(lane)
        self._cancel = threading.Event()
        self._start = start
        lane.do(self._run, self._on_ended, self._on_failed)

    def cancel(self) -> None:
        """Stop at the next step; what the job began is undone by the job itself."""
        self._cancel.set()

    def _run(self) -> tuple[bool, object]:
        job = self._start()
        reported = 0.0
        while not self._cancel.is_set():
            try:
                progress = next(job)
            except StopIteration as stop:
                return True, stop.value
            if time.monotonic() - reported >= REPORT_EVERY:
                reported = time.monotonic()
                self.progressed.emit(progress)
        # Only the thread that runs a generator may close it.
        job.close()
        return False, None

    def _on_ended(self, outcome: tuple[bool, object]) -> None:
        whole, result = outcome
        if whole:
            self.finished.emit(result)
        else:
            self.cancelled.emit()
        self.deleteLater()

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)
        self.deleteLater()
