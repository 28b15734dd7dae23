"""Every program gets the same file of the same events, and reads the dates in it that Parvis has."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from core.cli.command import main
from core.clients.profile import Profile
from tests.core import libical
from tests.core.clients.golden import FOLDER, SCENES, exports, written

CHECKER = Path(__file__).resolve().parents[4] / "shared" / "tools" / "validate_ics.py"
NAMES = ("UID", "DTSTART", "DTEND", "RECURRENCE-ID")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return dict(exports(tmp_path_factory.mktemp("golden")))


def _value(event: Component, name: str) -> str:
    value = event[name].to_ical() if name in event else b""
    return value if isinstance(value, str) else value.decode()


def test_they_are_as_before(made: Mapping[str, bytes]) -> None:
    assert sorted(made) == sorted(f"{its.value}-{scene}.ics" for its in Profile for scene in SCENES)
    assert made == written()


@pytest.mark.parametrize("profile", Profile)
def test_others_read_the_same_dates(made: Mapping[str, bytes], profile: Profile) -> None:
    """libical and icalendar, each by itself."""
    data = made[f"{profile.value}-many.ics"]
    read = [
        {name: _value(event, name) for name in NAMES} for event in Calendar.from_ical(data).walk("VEVENT")
    ]
    assert libical.read_events(data, *NAMES) == read
    assert len(read) == 7


@pytest.mark.skipif(not CHECKER.exists(), reason="only where the checker lies")
def test_a_strict_checker_finds_nothing() -> None:
    done = subprocess.run([sys.executable, CHECKER, FOLDER], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_zone_of_the_machine_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The agenda's own is stored; far to the west, a whole day would else be the one before."""
    with monkeypatch.context() as there:
        there.setenv("TZ", "Pacific/Pago_Pago")
        time.tzset()
        assert dict(exports(tmp_path)) == written()
        told = _listed(tmp_path / "agenda.parvis")
    time.tzset()
    assert told == _listed(tmp_path / "agenda.parvis")
    assert '"dtstart": "2022-10-12"' in told


def _listed(agenda: Path) -> str:
    out = io.StringIO()
    spread = ["--from", "2022-01-01", "--to", "2026-12-31"]
    with redirect_stdout(out):
        assert main(["list", *spread, "--json", "--database", str(agenda)]) == 0
    return out.getvalue()
