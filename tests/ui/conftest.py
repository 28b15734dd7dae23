"""What the tests of the window's parts share."""

from __future__ import annotations

import gc

import pytest


@pytest.fixture(scope="module", autouse=True)
def _only_its_own_garbage() -> None:
    """Look at nothing that was there before when a test lets go of its widgets: that would take a second."""
    gc.freeze()
