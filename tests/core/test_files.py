"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from core.errors import FileProblem
from core.files import replacing


def test_it_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    path.write_bytes(b"old")
    with replacing(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def _write_half(path: Path, error: type[BaseException]) -> None:
    with replacing(path) as file:
        file.write(b"half")
        raise error


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, GeneratorExit])
def test_what_ends_badly_leaves_what_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.ics"
    path.write_bytes(b"old")
    with pytest.raises(error):
        _write_half(path, error)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_rights_of_a_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with replacing(path) as file:
        file.write(b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_rights_that_any_program_gives(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    with replacing(tmp_path / "out.ics") as file:
        file.write(b"new")
    assert (tmp_path / "out.ics").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.ics").write_bytes(b"old")
    (tmp_path / "link.ics").symlink_to("real.ics")
    with replacing(tmp_path / "link.ics") as file:
        file.write(b"new")
    assert (tmp_path / "link.ics").is_symlink()
    assert (tmp_path / "real.ics").read_bytes() == b"new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with replacing(pipe) as file:
        file.write(b"new")
    assert os.read(reading, 10) == b"new"
    os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.ics"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_args, **_options: False)
    with pytest.raises(FileProblem) as caught, replacing(path) as file:
        file.write(b"new")
    assert caught.value.reason == "EACCES"
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("place", "reason"), [("gone/out.ics", "ENOENT"), ("", "EISDIR"), ("x" * 300, "ENAMETOOLONG")]
)
def test_what_the_system_says_is_an_expected_error(tmp_path: Path, place: str, reason: str) -> None:
    with pytest.raises(FileProblem) as caught, replacing(tmp_path / place) as file:
        file.write(b"new")
    assert caught.value.reason == reason
    assert caught.value.path == str(tmp_path / place)
