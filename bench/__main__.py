"""python3 dev.py bench [CONTEST …]: how Parvis does beside its peers, as a table of ratios."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import libical, month, ours, peer
from bench.contender import RULES, SAMPLE, SERIES, database
from bench.paired import contest
from bench.sample import write_sample, write_series

CONTESTS = {
    "import": ("import-ours", "import-peer"),
    "again": ("again-ours", "import-ours"),
    "export": ("export-ours", "export-peer", "export-libical"),
    "month": ("month-ours", "month-libical"),
    "start": ("start-ours", "start-bare"),
}


def main() -> None:
    """Measure what was asked for, else everything."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("contests", nargs="*", metavar="CONTEST", help=f"of {', '.join(CONTESTS)}")
    parser.add_argument("--events", type=int, default=2_000, help="how many (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="how many times (default: %(default)s)")
    wanted = parser.parse_args()
    if unknown := set(wanted.contests) - CONTESTS.keys():
        parser.error(f"no contest is called {', '.join(sorted(unknown))}")
    with TemporaryDirectory() as name:
        folder = Path(name)
        asked = wanted.contests or list(CONTESTS)
        lacking = libical.build(folder)
        _prepare(folder, wanted.events, asked)
        print(f"{wanted.events} events, {wanted.rounds} rounds, milliseconds of CPU (start: of the clock)")
        print("| contender | median ms | ratio to ours |\n|---|--:|--:|")
        for its in asked:
            names = [name for name in CONTESTS[its] if not (lacking and name.endswith("-libical"))]
            for result in contest(names, folder, wanted.rounds):
                print(f"| {result.name} | {result.median:,.0f} | {result.ratio:.2f} |", flush=True)
        if "month" in asked:
            _compare(folder, lacking)
    if lacking:
        sys.exit(f"Not measured against libical: {lacking}")


def _prepare(folder: Path, events: int, asked: Sequence[str]) -> None:
    """What the contests of those names read."""
    sample = write_sample(folder / SAMPLE, events)
    ours.take(sample, database(folder, "ours"))
    if "export" in asked:
        peer.take(sample, database(folder, "peer"))
    if "month" in asked:
        series = write_series(folder / SERIES, folder / RULES, events)
        ours.take(series, database(folder, "series"))


def _compare(folder: Path, lacking: str) -> None:
    """See that all found the same dates, else end."""
    counts = {
        "ours": month.ours(database(folder, "series"))[1],
        "dateutil": month.by_dateutil(folder / RULES),
    }
    if not lacking:
        counts["libical"] = month.theirs(folder, folder / RULES)[1]
    print(f"dates in the month: {counts}")
    if len(set(counts.values())) > 1:
        sys.exit("They do not agree.")


if __name__ == "__main__":
    main()
