"""A reader's comment on an event, its states, and what must be filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

MAX_NAME = 200
MAX_EMAIL = 254  # RFC 5321 4.5.3.1, as corrected by erratum 1690 of RFC 3696
MAX_WEBSITE = 2_000
MAX_TEXT = 65_000

_WEBSITE = re.compile(r"https?://[^\s/?#]+\.[^\s]*", re.IGNORECASE)


class CommentState(Enum):
    """Where moderation stands."""

    PENDING = "pending"
    APPROVED = "approved"
    SPAM = "spam"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes. The address is never published, exported or logged, hence not in repr either."""

    name: str
    email: str = field(default="", repr=False)
    website: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """id: 0 until stored. created: UTC, aware. reply_to: another comment's id, or 0."""

    id: int
    object_id: int
    author: Author
    text: str = field(repr=False)
    created: datetime
    state: CommentState = CommentState.APPROVED
    reply_to: int = 0
    revision: int = 0


def problems(author: Author, text: str) -> dict[str, str]:
    """What keeps a comment from being sent, in the form's order.

    Gives {field: ``required`` | ``malformed`` | ``too-long``}.
    Name, e-mail and text are required, as on the page. The address is judged by its syntax alone: no network.
    """
    found = {
        "name": _length(author.name, MAX_NAME, required=True),
        "email": _length(author.email, MAX_EMAIL, required=True) or _email(author.email),
        "website": _length(author.website, MAX_WEBSITE, required=False) or _website(author.website),
        "text": _length(text, MAX_TEXT, required=True),
    }
    return {name: reason for name, reason in found.items() if reason}


def _length(text: str, limit: int, *, required: bool) -> str:
    if required and not text.strip():
        return "required"
    return "too-long" if len(text) > limit else ""


def _email(text: str) -> str:
    # Takes 40 ms to import, and is asked only when somebody sends a comment.
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(text.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return "malformed"
    return ""


def _website(text: str) -> str:
    return "malformed" if text.strip() and not _WEBSITE.fullmatch(text.strip()) else ""
