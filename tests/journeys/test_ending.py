"""The system asks the program to end: it closes its window as a person would, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEMO = "parvis-demo-*/demo.parvis"
PATIENCE = 60  # seconds

pytestmark = pytest.mark.skipif(os.name != "posix", reason="other systems end a program by its window")


@contextmanager
def window(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """On the demo agenda, which is there, and which no other program has."""
    command = [sys.executable, str(ROOT / "main.py"), "--demo"]
    environment = {**os.environ, "TMPDIR": str(folder)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            until = time.monotonic() + PATIENCE
            while not list(folder.glob(DEMO)):
                assert process.poll() is None, "it ended by itself"
                assert time.monotonic() < until, "it made no agenda"
                time.sleep(0.02)
            yield process
        finally:
            process.kill()


@contextmanager
def handled(asked: signal.Signals, how: signal.Handlers) -> Iterator[None]:
    """What is started now has a signal so from us, whatever whoever runs the tests does with it."""
    before = signal.signal(asked, how)
    try:
        yield
    finally:
        signal.signal(asked, before)


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_window_is_closed(tmp_path: Path, asked: signal.Signals) -> None:
    with handled(asked, signal.SIG_DFL), window(tmp_path) as process:
        process.send_signal(asked)
        _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (0, "")
    assert not list(tmp_path.glob("parvis-demo-*"))


def test_what_whoever_started_it_wants_ignored_is_ignored(tmp_path: Path) -> None:
    with handled(signal.SIGHUP, signal.SIG_IGN), window(tmp_path) as process:
        process.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        process.terminate()
        assert process.wait(PATIENCE) == 0
