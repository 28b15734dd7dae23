"""The command line as a whole: help, errors, languages, streams."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.cli import VERBS, main
from core.paths import Paths
from tests.core.cli.conftest import Parvis

Add = Callable[..., str]


@pytest.mark.parametrize("words", [["--help"], ["-h"], *([verb, "--help"] for verb in VERBS)])
@pytest.mark.parametrize(
    ("language", "usage"), [("fr_BE.UTF-8", "usage\u00a0: parvis"), ("C", "usage: parvis")]
)
def test_help(
    parvis: Parvis, monkeypatch: pytest.MonkeyPatch, words: list[str], language: str, usage: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    done = parvis(*words)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(usage)


def test_version(parvis: Parvis) -> None:
    assert parvis("--version").line.startswith("Parvis ")


def test_errors_are_in_the_persons_language(
    parvis: Parvis, monkeypatch: pytest.MonkeyPatch, add: Add
) -> None:
    add()
    monkeypatch.setenv("LC_ALL", "fr_BE.UTF-8")
    for words, part in (
        (["delete", "ailleurs"], "Il n’y a pas d’événement «\u202failleurs\u202f»"),
        (["add", "--start", "demain"], "il manque\u00a0: --summary"),
        (["list", "--status", "sûr"], "n’est pas parmi"),
        (["frobnicate"], "n’est pas parmi"),
        (["moderate", "un", "--as", "spam"], "n’est pas un nombre"),
        ([], "il manque\u00a0: VERBE"),
    ):
        done = parvis(*words)
        assert (done.code, done.out) == (2, "")
        assert part in done.err
        assert done.err.startswith("parvis: ")
        assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("verb", ["list", "export", "delete", "edit", "check"])
def test_an_agenda_that_is_not_there_is_not_made(parvis: Parvis, database: Path, verb: str) -> None:
    more = {"export": ["--all"], "delete": ["x"], "edit": ["x", "--summary", "y"]}.get(verb, [])
    done = parvis(verb, *more)
    assert (done.code, done.out) == (2, "")
    assert str(database) in done.err
    assert not database.exists()


def test_what_is_no_agenda_is_left_alone(parvis: Parvis, database: Path) -> None:
    database.write_text("a letter, and no agenda at all" * 100)
    for words in (["list"], ["add", "--summary", "x", "--start", "2022-10-12"]):
        assert parvis(*words).code == 2
    assert database.read_text().startswith("a letter")


def test_the_database_stands_before_or_after_the_verb(
    database: Path, add: Add, capfd: pytest.CaptureFixture[str]
) -> None:
    uid = add()
    for words in (
        ["--database", str(database), "list", "--json"],
        [f"--database={database}", "list", "--json"],
        ["list", "--json", "--database", str(database)],
        ["list", f"--database=sqlite:///{database}", "--json"],
    ):
        capfd.readouterr()
        assert main(words) == 0
        assert uid in capfd.readouterr().out


@pytest.mark.parametrize(
    "url",
    [
        "nothing://u:secret@h/x",
        "nothing://h/x?password=secret",
        "postgresql://u:secret@h:port/x",
        "postgresql://h:port/x?password=secret",
        "nothing+else://x",
    ],
)
def test_a_server_that_nothing_speaks_to(parvis: Parvis, url: str) -> None:
    done = parvis("list", "--database", url)
    assert (done.code, done.out) == (2, "")
    assert url.partition(":")[0] in done.err
    assert "secret" not in done.err


def test_without_one_it_is_the_persons_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert main(["list"]) == 0
    assert capfd.readouterr() == ("", "")
    assert main(["add", "--summary", "x", "--start", "2022-10-12"]) == 0
    assert capfd.readouterr().out.strip()
    assert Paths.of_person().agenda.is_relative_to(tmp_path)
    assert Paths.of_person().agenda.exists()


def test_json_is_utf_8_whatever_the_terminal_is(
    parvis: Parvis, database: Path, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("L’OTAN à Bruxelles")
    for encoding in ("ascii", "latin-1", "utf-16"):
        raw = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
        assert main(["--database", str(database), "list", "--json"]) == 0
        assert "L’OTAN à Bruxelles".encode() in raw.getvalue()


def test_lines_are_in_the_terminals_encoding(
    database: Path, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("L’OTAN à Bruxelles")
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    assert main(["--database", str(database), "list"]) == 0
    assert "L?OTAN à Bruxelles".encode("latin-1") in raw.getvalue()


def test_words_in_another_encoding_are_read(parvis: Parvis) -> None:
    """As a terminal that is no UTF-8 gives them."""
    latin = "Réunion".encode("latin-1").decode("utf-8", "surrogateescape")
    uid = parvis("add", "--summary", latin, "--start", "2022-10-12", "--category", latin).line
    (row,) = parvis("list", "--json", "--uid", uid).rows
    assert (row["summary"], row["categories"]) == ("Réunion", ["Réunion"])


def test_a_process_without_streams_does_its_work(
    parvis: Parvis, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        patch.setattr(sys, "stderr", None)
        assert main(["--database", str(database), "add", "--summary", "x", "--start", "2022-10-12"]) == 0
        assert main(["--database", str(database), "export", "--all"]) == 0
        assert main(["--database", str(database), "delete", "nowhere"]) == 2
    assert len(parvis("list", "--json").rows) == 1


class _Full(io.RawIOBase):
    """A disk without room, or a pipe that nobody reads."""

    def __init__(self, number: int) -> None:
        self._number = number

    def writable(self) -> bool:
        return True

    def write(self, _data: object, /) -> int:
        raise OSError(self._number, "no")


@pytest.mark.parametrize("verb", ["list", "export"])
def test_what_cannot_be_printed_is_no_success(
    parvis: Parvis, database: Path, add: Add, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    add()
    words = ["--database", str(database), verb, "--all"]
    for number, code in ((errno.ENOSPC, 2), (errno.EPIPE, 1)):
        stream = io.TextIOWrapper(io.BufferedWriter(_Full(number)), encoding="utf-8")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stream)
            assert main(words) == code
        with pytest.raises(OSError, match="no"):
            stream.close()


def test_a_bug_is_one_line_and_noted_without_its_words(
    database: Path, add: Add, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_args: object, **_options: object) -> None:
        raise RuntimeError("claire@exemple.be")

    add()
    monkeypatch.setattr("core.store.Store.open", broken)
    capfd.readouterr()
    assert main(["--database", str(database), "list"]) == 2
    out, err = capfd.readouterr()
    log = Paths.of_person().log / "parvis.log"
    assert out == ""
    assert "RuntimeError" in err
    assert str(log) in err
    assert len(err.splitlines()) == 1
    noted = log.read_text(encoding="utf-8")
    assert "RuntimeError" in noted
    assert "test_command.py" in noted
    assert "claire@" not in noted + err


def test_breaking_off_is_said(
    database: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken_off(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("core.store.Store.open", broken_off)
    assert main(["--database", str(database), "list"]) == 2
    assert capfd.readouterr().err.count("\n") == 1
