"""An agenda stays whole though its file is opened and closed beside SQLite, which loses its locks by that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.core.agendas import desk

ROOT = Path(__file__).resolve().parents[3]


def parvis(path: Path, *words: str) -> list[str]:
    """What another process prints."""
    command = [sys.executable, "main.py", "--database", str(path), *words]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def test_what_is_stored_is_seen_both_ways_after_the_locks_are_lost(tmp_path: Path) -> None:
    path = tmp_path / "agenda.parvis"
    with desk(path) as here:
        here.add("Ours")
        seen = here.store.data_version()
        path.read_bytes()
        parvis(path, "add", "--summary", "Theirs", "--start", "2026-03-11")
        assert here.store.data_version() != seen
        here.add("Ours again")
        printed = parvis(path, "list", "--all")
    for summary in ("Ours", "Theirs", "Ours again"):
        assert [line for line in printed if summary in line], summary


def test_the_last_one_leaves_one_file(tmp_path: Path) -> None:
    path = tmp_path / "agenda.parvis"
    with desk(path) as here, desk(path) as there:
        here.add("Ours")
        there.add("Theirs")
    assert [its.name for its in tmp_path.iterdir()] == [path.name]
