"""An object's own zones come before those that everybody knows; nothing is looked for twice."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from core.ics.vtimezone import vtimezone
from core.known_zones import ObjectZones, known_name
from tests.patience import calls_within


def test_an_objects_own_zone_counts_for_that_object_alone() -> None:
    zones = ObjectZones({1: {"Romance Standard Time": vtimezone("Asia/Tokyo")}})
    own, others = zones.of(1), zones.of(2)
    assert repr(own("Romance Standard Time")) == "CustomZone('Asia/Tokyo')"
    assert others("Romance Standard Time") == ZoneInfo("Europe/Paris")
    assert own("Europe/Brussels") == ZoneInfo("Europe/Brussels")
    assert own("Nowhere") is others("Nowhere") is None


def test_ten_thousand_times_on_a_clock_that_is_not_ianas_cost_little() -> None:
    zones = ObjectZones({1: {"Chez nous": vtimezone("Asia/Tokyo")}})
    for tzid in ("Chez nous", "Romance Standard Time", "Nowhere"):
        zones.of(1)(tzid)  # Reading one and finding the others is paid for once.
        with calls_within(50_000):
            for _ in range(10_000):
                zones.of(1)(tzid)


@pytest.mark.parametrize(
    ("tzid", "name"),
    [
        ("(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris", "Europe/Madrid"),
        ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Brussels"),
        ("(GMT+01:00) Brüssel, Kopenhagen, Madrid, Paris", "Europe/Madrid"),
        ("(UTC) Dublin, Edimbourg, Lisbonne, Londres", "Europe/Dublin"),
        ("(UTC-03:30) Newfoundland", "Canada/Newfoundland"),
        ("(UTC-03:00) Buenos Aires", "America/Buenos_Aires"),
        ("(UTC+10:00) Canberra, Melbourne, Sydney", "Australia/Canberra"),
        ("(GMT-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC-05:00) Est (É.-U. et Canada)", "America/New_York"),
        ("(UTC+02:00) Athen, Bukarest", "Europe/Athens"),
    ],
)
def test_names_that_windows_shows_are_known_by_their_places(tzid: str, name: str) -> None:
    assert known_name(tzid) == name


@pytest.mark.parametrize(
    "tzid",
    [
        "(UTC+05:00) Bruxelles, Paris",
        "(UTC+01:00) Mars, Olympus",
        "(UTC+01:00) ../../etc/passwd",
        "Paris",
        "Customized Time Zone",
        "(UTC+99:99) Paris",
        "(UTC+01:00) " + "Mars, " * 50_000,
    ],
)
def test_a_place_that_keeps_another_time_is_none(tzid: str) -> None:
    with calls_within(20_000):
        assert known_name(tzid) is None
