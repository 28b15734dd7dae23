"""An agenda for each test, and what its database is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import ClauseElement, Engine, event

from tests.core.agendas import Desk, desk


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Desk]:
    """A desk with a new agenda in Brussels."""
    with desk(tmp_path / "agenda.parvis") as made:
        yield made


@pytest.fixture
def statements() -> Iterator[list[ClauseElement]]:
    """All that is executed meanwhile."""
    found: list[ClauseElement] = []

    def note(_connection: object, element: ClauseElement, *_rest: object) -> None:
        found.append(element)

    event.listen(Engine, "before_execute", note)
    yield found
    event.remove(Engine, "before_execute", note)
