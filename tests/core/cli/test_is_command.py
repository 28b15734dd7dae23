"""What is for the command line, and what is for the window."""

from __future__ import annotations

import subprocess
import sys

import pytest

from core.cli import VERBS, is_command
from core.cli.parser import build
from core.cli.words import Words


@pytest.mark.parametrize(
    "arguments",
    [
        *([verb] for verb in VERBS),
        ["list", "--all"],
        ["--help"],
        ["-h"],
        ["--version"],
        ["--database", "x.parvis", "list"],
        ["--database=x.parvis", "add"],
        ["--database", "x.parvis", "--help"],
        ["listt", "--all"],
    ],
)
def test_the_command_line(arguments: list[str]) -> None:
    assert is_command(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--demo"],
        ["event.ics"],
        ["event.ics", "list"],
        ["--database", "x.parvis"],
        ["--database", "list"],
        ["--database"],
        ["--database=list"],
        ["--database", "x.parvis", "event.ics"],
    ],
)
def test_the_window(arguments: list[str]) -> None:
    assert not is_command(arguments)


def test_the_verbs_are_those_that_are_understood() -> None:
    usage = build(Words("en")).format_help()
    assert all(f"    {verb} " in usage for verb in VERBS)


def test_asking_imports_next_to_nothing() -> None:
    """The window asks at every start."""
    asked = "import sys; before = set(sys.modules); import core.cli; core.cli.is_command(['list'])"
    counted = f"{asked}; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", counted], capture_output=True, text=True, check=True)
    assert "argparse" not in done.stdout
    assert "sqlalchemy" not in done.stdout
