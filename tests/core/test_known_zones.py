"""An object's own zones come before those that everybody knows; nothing is looked for twice."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from core.ics.vtimezone import vtimezone
from core.known_zones import ObjectZones
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
