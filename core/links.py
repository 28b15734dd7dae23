"""A web address as people type it."""

from __future__ import annotations

import re
from typing import Final

_DOMAIN: Final = r"[\w-]+(\.[\w-]+)+([/?#]\S*)?"
_URL: Final = r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+"


def read_url(text: str) -> str:
    """An absolute URL; ``example.org/x`` is taken as https. Blank is "". Raises ValueError."""
    text = text.strip()
    if not text or re.fullmatch(_URL, text):
        return text
    if re.fullmatch(_DOMAIN, text):
        return f"https://{text}"
    raise ValueError(text)
