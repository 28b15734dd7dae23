"""An agenda for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.agendas import Desk, desk


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Desk]:
    """A desk with a new agenda in Brussels."""
    with desk(tmp_path / "agenda.parvis") as made:
        yield made
