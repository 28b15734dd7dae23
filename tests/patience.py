"""How long something may take, in CPU seconds: what other processes do and what coverage adds count not."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

# How many times slower a traced loop is, at most.
TRACED = 5


@contextmanager
def cpu_within(seconds: float) -> Iterator[None]:
    """Fail when what is done in it takes longer."""
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds * (TRACED if sys.gettrace() else 1)
