"""A person's things lie where the system has them, or all in one folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.paths import Paths


def test_under_one_folder_nothing_lies_elsewhere(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    everything = (paths.data, paths.config, paths.log, paths.agenda, paths.backups, paths.settings)
    assert all(tmp_path in its.parents for its in everything)
    assert len(set(everything)) == len(everything)


def test_the_xdg_folders_are_honoured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    paths = Paths.of_person()
    assert paths.agenda == tmp_path / "DATA" / "parvis" / "agenda.parvis"
    assert paths.settings == tmp_path / "CONFIG" / "parvis" / "settings.json"
    assert tmp_path / "STATE" in paths.log.parents


def test_nothing_is_made_by_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert Paths.of_person().backups
    assert not list(tmp_path.iterdir())
