"""A web address as people type it."""

from __future__ import annotations

import re
from typing import Final

_DOMAIN: Final = r"[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?"
_URL: Final = r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+"
# What would do something on the machine of whoever opens it, or show its files.
UNSAFE: Final = r"(?:javascript|vbscript|data|file):"


def read_url(text: str) -> str:
    """An absolute URL; ``example.org/x`` is taken as https. Blank is "". Raises ValueError.

    No address that runs a script or names a file of the machine is one of the web.
    """
    text = text.strip()
    if re.match(UNSAFE, text, re.IGNORECASE):
        raise ValueError(text)
    # First, as with a port it looks like a URL whose scheme is the domain.
    if re.fullmatch(_DOMAIN, text):
        return f"https://{text}"
    if not text or re.fullmatch(_URL, text):
        return text
    raise ValueError(text)
