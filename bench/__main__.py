"""python3 dev.py bench [import] [export] [start]: how Parvis does beside its peers, as a table of ratios."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import ours, peer
from bench.contender import SAMPLE, database
from bench.paired import contest
from bench.sample import write_sample

CONTESTS = {
    "import": ("import-ours", "import-peer"),
    "export": ("export-ours", "export-peer"),
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
        sample = write_sample(folder / SAMPLE, wanted.events)
        ours.take(sample, database(folder, "ours"))
        peer.take(sample, database(folder, "peer"))
        each = sample.stat().st_size // wanted.events
        print(f"{wanted.events} events of {each} bytes, {wanted.rounds} rounds")
        print("| contender | median ms | ratio to ours |\n|---|--:|--:|")
        for its in wanted.contests or CONTESTS:
            for result in contest(CONTESTS[its], folder, wanted.rounds):
                print(f"| {result.name} | {result.median:,.0f} | {result.ratio:.2f} |", flush=True)


if __name__ == "__main__":
    main()
