"""How far a job is: what every job in core yields, and whoever runs it shows."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Progress:
    """done of total, in the job's own unit (events, bytes). total 0: not known yet."""

    done: int
    total: int = 0


# A job runs a little between two yields; closing the generator cancels it and undoes what it began.
Job = Generator[Progress, None, Result]


def finish(job: Job[Result]) -> Result:
    """Run a job to its end where nobody watches, and give what it returns."""
    while True:
        try:
            next(job)
        except StopIteration as stop:
            result: Result = stop.value
            return result
