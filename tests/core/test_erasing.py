"""Who asks to be forgotten is in no byte of the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.comment import Author
from core.errors import AgendaBusy
from tests.core.agendas import Desk, desk

NADIA = Author("Nadia Peeters", "Nadia@Example.org", "https://nadia.example.org")
AGAIN = Author("N. Peeters", "nadia@example.org", "https://blog.example.org")
CLAIRE = Author("Claire", "claire@example.org", "https://claire.example.org")


def traces(path: Path) -> Iterator[str]:
    """Where something is left of her, in the agenda and in the files beside it."""
    for file in path.parent.glob(f"{path.name}*"):
        data = file.read_bytes().lower()
        for author in (NADIA, AGAIN):
            for part in (author.name, author.email, author.website):
                if part.lower().encode() in data:
                    yield f"{file.name}: {part}"


def test_nothing_is_left_of_a_person(here: Desk) -> None:
    ref = here.add("x")
    first = here.agenda.add_comment(ref.object_id, NADIA, "one").change.comments[0].after
    deleted = here.agenda.add_comment(ref.object_id, AGAIN, "two").change.comments[0].id
    here.agenda.add_comment(ref.object_id, CLAIRE, "three")
    assert first is not None
    # In history alone: who wrote it first, and who wrote what is deleted.
    here.agenda.edit_comment(first, CLAIRE, "one")
    gone = here.agenda.delete_comment(deleted)
    here.agenda.add_comment(ref.object_id, NADIA, "four")
    assert list(traces(here.path))
    assert here.agenda.erase_author(" NADIA@example.org") == 3
    assert list(traces(here.path)) == []
    told = [(its.text, its.author) for its in here.store.comments(ref.object_id)]
    assert told == [("one", CLAIRE), ("three", CLAIRE), ("four", Author("", ""))]
    # History goes on, without her.
    here.store.revert(gone.journal_id)
    assert here.store.comments(ref.object_id)[1].author == Author("", "")
    assert here.agenda.erase_author("nadia@example.org") == here.agenda.erase_author("") == 0
    assert here.store.check() == []
    here.store.close()
    assert list(traces(here.path)) == []


def test_who_reads_all_the_while_keeps_the_old_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.db.engine.BUSY_TIMEOUT", 50)
    path = tmp_path / "agenda.parvis"
    with desk(path) as here:
        ref = here.add("x")
        here.agenda.add_comment(ref.object_id, NADIA, "one")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT * FROM author").fetchall()
            with pytest.raises(AgendaBusy):
                here.agenda.erase_author(NADIA.email)
            assert here.store.comments(ref.object_id)[0].author == Author("", "")
        here.agenda.erase_author(NADIA.email)
        assert list(traces(path)) == []
