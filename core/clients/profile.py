"""For which program an export is."""

from __future__ import annotations

from enum import Enum


class Profile(Enum):
    """PLAIN: any program, everything as it is stored; else a copy that this program reads rightly."""

    PLAIN = "plain"
    OUTLOOK = "outlook"
    GOOGLE = "google"
    APPLE = "apple"
    THUNDERBIRD = "thunderbird"
