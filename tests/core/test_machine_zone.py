"""The machine's own zone, from wherever the machine says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from core import machine_zone
from core.known_zones import known_zone
from core.when import iana


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine that says nothing: its two files are in this folder."""
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(machine_zone, "LOCALTIME", tmp_path / "localtime")
    monkeypatch.setattr(machine_zone, "TIMEZONE", tmp_path / "timezone")
    monkeypatch.setattr("time.tzname", ("???", "???"))
    return tmp_path


def test_a_machine_that_does_not_say(bare: Path) -> None:
    assert machine_zone.machine_zone() == "UTC"


@pytest.mark.parametrize("said", ["Europe/Brussels", ":Europe/Brussels"])
def test_the_environment_comes_first(bare: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    (bare / "timezone").write_text("Asia/Tokyo\n")
    monkeypatch.setenv("TZ", said)
    assert machine_zone.machine_zone() == "Europe/Brussels"
    monkeypatch.setenv("TZ", "CET-1CEST")
    assert machine_zone.machine_zone() == "Asia/Tokyo"


@pytest.mark.parametrize("folder", ["zoneinfo", "zoneinfo/posix"])
def test_the_link_to_a_zone(bare: Path, folder: str) -> None:
    target = bare / folder / "Asia" / "Tokyo"
    target.parent.mkdir(parents=True)
    target.touch()
    (bare / "localtime").symlink_to(target)
    assert machine_zone.machine_zone() == "Asia/Tokyo"


def test_a_file_in_another_charset(bare: Path) -> None:
    (bare / "timezone").write_bytes(b"\xff\xfe")
    assert machine_zone.machine_zone() == "UTC"


def test_the_name_that_windows_has_for_it(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.tzname", ("Romance Standard Time", "Romance Daylight Time"))
    assert machine_zone.machine_zone() == "Europe/Paris"


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Brussels", "Europe/Brussels"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
        ("/mozilla.org/20050126_1/America/New_York", "America/New_York"),
        ("/softwarestudio.org/Olson_20011030_5/Europe/Berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
        (
            "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        ),
        ("/America/New_York", "America/New_York"),
        ("/citadel.org/20190914_1/UTC", "UTC"),
        ("/" * 100_000 + "UTC", "UTC"),
        ("/Europe/CUSTOM", None),
        ("/etc/passwd", None),
        ("/mozilla.org/../Europe", None),
        ("/", None),
        ("mozilla.org/Europe/Berlin", None),
        ("Nowhere", None),
    ],
)
def test_a_zone_goes_by_any_name_that_is_known(name: str, zone: str | None) -> None:
    assert known_zone(name) == (iana(zone) if zone else None)
