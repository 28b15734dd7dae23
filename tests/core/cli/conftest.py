"""The command line on an agenda of its own, in English."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
from core.paths import Paths


@dataclass(frozen=True)
class Done:
    """What came of a call."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def line(self) -> str:
        """The one line that was printed."""
        (line,) = self.out.splitlines()
        return line


Parvis = Callable[..., Done]
Write = Callable[[str, str], str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "agenda.parvis"


@pytest.fixture
def parvis(database: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Parvis:
    """Give it the words after ``parvis``."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(database.parent / "state"))

    def call(*words: str) -> Done:
        capfd.readouterr()
        code = main(["--database", str(database), *words])
        out, err = capfd.readouterr()
        log = Paths.of_person().log / "parvis.log"
        assert not log.exists(), log.read_text(encoding="utf-8")
        return Done(code, out, err)

    return call


@pytest.fixture
def add(parvis: Parvis) -> Callable[..., str]:
    """Add an event that is somehow; gives its UID."""

    def call(summary: str = "Conseil", start: str = "2022-10-12", *words: str) -> str:
        done = parvis("add", "--summary", summary, "--start", start, *words)
        assert done.code == 0, done.err
        return done.line

    return call


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file beside the agenda; gives its path."""

    def call(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return str(path)

    return call
