"""Contenders run in turn, each in a process of its own: what else the machine does falls on all alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Result:
    """One contender. median: milliseconds. ratio: the median of its rounds' ratios to the first contender."""

    name: str
    median: float
    ratio: float


def contest(names: Sequence[str], folder: Path, rounds: int) -> list[Result]:
    """Run them all, round after round, after one that does not count."""
    rows = [[_measure(name, folder) for name in names] for _ in range(rounds + 1)][1:]
    return [
        Result(
            name,
            statistics.median(row[number] for row in rows),
            statistics.median(row[number] / row[0] for row in rows),
        )
        for number, name in enumerate(names)
    ]


def _measure(name: str, folder: Path) -> float:
    environment = os.environ | {"HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {f"XDG_{its}_HOME": str(folder / its.lower()) for its in ("CONFIG", "DATA", "STATE")}
    command = [sys.executable, "-m", "bench.contender", name, str(folder), repr(time.monotonic())]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout.splitlines()[-1])
