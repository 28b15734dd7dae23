"""What counts the work of others is itself right."""

from __future__ import annotations

import sys
from itertools import count

import pytest

from tests.patience import calls_within, ends


def test_what_calls_too_often_is_stopped() -> None:
    with pytest.raises(pytest.fail.Exception), calls_within(1_000):
        all(len("a") for _ in count())
    with calls_within(1_000):
        sum(len("") for _ in range(100))
    assert sys.getprofile() is None


def test_a_program_ends_well_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ends("import sys; assert sys.stdin.read() == 'a'", b"a")
    assert not ends("raise SystemExit(1)", b"")
    monkeypatch.setattr("tests.patience.HANGS", 0.5)
    assert not ends("while True: pass", b"")
