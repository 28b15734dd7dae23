"""The time zone that the machine is set to, by the name that a calendar takes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from core.when import iana

LOCALTIME = Path("/etc/localtime")
TIMEZONE = Path("/etc/timezone")


def machine_zone() -> str:
    """An IANA zone; ``UTC`` where the machine does not say."""
    return next((name for name in _said() if name and iana(name) is not None), "UTC")


def _said() -> Iterator[str]:
    # POSIX: a colon before a name of a file among the zones.
    yield os.environ.get("TZ", "").removeprefix(":")
    _, _, name = os.path.realpath(LOCALTIME).partition("zoneinfo/")
    yield name.removeprefix("posix/").removeprefix("right/")
    with suppress(OSError, ValueError):
        yield TIMEZONE.read_text(encoding="utf-8").strip()
    from core.ics.windows_zones import windows_zone

    yield windows_zone(time.tzname[0]) or ""
