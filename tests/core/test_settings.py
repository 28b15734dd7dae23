"""Settings come back as they were saved; a file that makes no sense costs nothing but itself."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import FileProblem
from core.settings import Settings, load, save

ALL = Settings(
    language="fr",
    theme="dark",
    location="/agendas/rédaction.parvis",
    recent=("/agendas/rédaction.parvis", "/agendas/bad-\udce9.parvis"),
    geometry="AdnQ",
    panes=(320, 700, 300),
    comments_shown=False,
    keep_author=True,
    author_name="Claire Dubœuf",
    author_email="claire@exemple.be",
    author_website="https://exemple.be",
    export_folder="/exports",
    import_folder="/imports",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_they_come_back(path: Path) -> None:
    save(path, ALL)
    assert load(path) == ALL


def test_without_a_file_they_are_the_defaults(path: Path) -> None:
    assert load(path) == Settings()
    assert not path.parent.exists()


def test_the_author_is_kept_only_if_asked_for(path: Path) -> None:
    save(path, Settings(author_name="Claire", author_email="claire@exemple.be", author_website="x.be"))
    assert load(path) == Settings()
    assert "claire" not in path.read_text("utf-8").lower()


def test_nobody_else_may_read_them(path: Path) -> None:
    save(path, ALL)
    save(path, ALL)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_address_shows_in_no_repr() -> None:
    assert "claire@" not in repr(ALL)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_a_file_without_sense_is_kept_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert load(path) == Settings()
    save(path, ALL)
    assert path.with_name("settings.json.bad").read_bytes() == content
    assert load(path) == ALL


def test_a_value_without_sense_costs_only_itself(path: Path) -> None:
    path.parent.mkdir()
    wrong = {"theme": "pink", "panes": [1, "2"], "comments_shown": 0, "recent": None, "of_tomorrow": 1}
    path.write_text(json.dumps({**wrong, "language": "en"}), "utf-8")
    assert load(path) == Settings(language="en")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5))
def test_any_value_is_taken_or_left(value: object) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder, "settings.json")
        path.write_text(json.dumps(dict.fromkeys(Settings.__dataclass_fields__, value)), "utf-8")
        settings = load(path)
        assert load(path) == settings
        assert settings.theme in ("system", "light", "dark")
        assert all(isinstance(its, int) for its in settings.panes)


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file")
    with pytest.raises(FileProblem) as caught:
        save(tmp_path / "config" / "settings.json", ALL)
    assert caught.value.reason in ("ENOTDIR", "EEXIST")
