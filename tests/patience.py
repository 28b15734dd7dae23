"""How much something may cost: counted, as a time is that of the machine and of all else that it does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import FrameType

import pytest

# Only for what would never end: hundreds of times what anything here takes.
HANGS = 120


@contextmanager
def calls_within(most: int) -> Iterator[None]:
    """Fail at the call, of Python's functions or of C's, that is one too many."""
    calls = count(1)

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        if event in ("call", "c_call") and next(calls) > most:
            sys.setprofile(None)
            pytest.fail(f"more than {most} calls")

    sys.setprofile(called)
    try:
        yield
    finally:
        sys.setprofile(None)


def ends(code: str, given: bytes) -> bool:
    """Run a program in a process of its own, for what counts no calls: a pattern, another's library.

    code: reads `given` from standard input. False when it hangs, and is killed, or fails.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=given,
            check=False,
            timeout=HANGS,
            cwd=Path(__file__).parents[1],
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
