"""For which program an export is, and what its copy has only if that is asked for."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Profile(Enum):
    """PLAIN: any program, everything as it is stored; else a copy that this program reads rightly."""

    PLAIN = "plain"
    OUTLOOK = "outlook"
    GOOGLE = "google"
    APPLE = "apple"
    THUNDERBIRD = "thunderbird"


# Codes of what is mended by a guess.
GUESSES: Final = frozenset({"unknown-zone"})
