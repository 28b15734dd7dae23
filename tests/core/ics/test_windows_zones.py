"""Windows' names stand for zones that there are, with the offset that the name says."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.ics.windows_zones import windows_zone
from core.when import iana


@pytest.mark.parametrize(
    ("tzid", "zone", "hours"),
    [
        ("Romance Standard Time", "Europe/Paris", 1),
        ("W. Europe Standard Time", "Europe/Berlin", 1),
        ("GMT Standard Time", "Europe/London", 0),
        ("Eastern Standard Time", "America/New_York", -5),
        ("Tokyo Standard Time", "Asia/Tokyo", 9),
        ("India Standard Time", "Asia/Calcutta", 5.5),
        ("UTC", "Etc/UTC", 0),
        ("UTC-02", "Etc/GMT+2", -2),
        (" central europe STANDARD time ", "Europe/Budapest", 1),
    ],
)
def test_windows_names(tzid: str, zone: str, hours: float) -> None:
    assert windows_zone(tzid) == zone
    assert ZoneInfo(zone).utcoffset(datetime(2026, 1, 15)) == timedelta(hours=hours)


@pytest.mark.parametrize("tzid", ["", "Europe/Paris", "Romance", "Customized Time Zone", "x" * 100_000])
def test_other_names_are_none_of_windows(tzid: str) -> None:
    assert windows_zone(tzid) is None


def test_every_zone_is_known() -> None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    for tzid in WINDOWS_TO_OLSON:
        assert iana(windows_zone(tzid) or "") is not None, tzid
