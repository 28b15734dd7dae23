"""What the command line asks of the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.app import Arguments


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_agenda_is_opened_and_other_files_are_taken(here: Path) -> None:
    wanted = Arguments.of(["one.ics", "team.parvis", "/tmp/two.ics"])
    assert wanted.location == str(here / "team.parvis")
    assert wanted.files == (str(here / "one.ics"), "/tmp/two.ics")
    assert not wanted.passing


@pytest.mark.parametrize("words", [["--database", "a.db"], ["--database=a.db"]])
def test_a_database_is_for_this_once(here: Path, words: list[str]) -> None:
    assert Arguments.of(words) == Arguments(str(here / "a.db"), passing=True)
    url = "postgresql://server/agenda"
    assert Arguments.of(["--database", url]).location == url


def test_nothing_said_is_the_agenda_of_last_time() -> None:
    assert Arguments.of([]) == Arguments()
    assert Arguments.of(["--demo"]).demo


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (["a.parvis", "b.parvis"], "b.parvis"),
        (["--database", "a.db", "b.parvis"], "b.parvis"),
        (["--demo", "b.parvis"], "b.parvis"),
        (["--database"], "--database"),
        (["--colour"], "--colour"),
    ],
)
def test_what_makes_no_sense_is_named(words: list[str], refused: str) -> None:
    with pytest.raises(ValueError, match=refused):
        Arguments.of(words)
