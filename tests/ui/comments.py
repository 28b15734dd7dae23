"""Comments to try the pane with, and what it needs of a theme and a clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtGui import QColor, QIcon

from core.comment import Author, Comment, CommentState
from ui.theme.tokens import LIGHT

NOW = datetime(2022, 10, 12, 15, 0, tzinfo=UTC)
CLAIRE = Author("Claire Dubœuf", "claire@exemple.be", "https://exemple.be/claire")
NADIA = Author("Nadia El Khatib", "nadia@exemple.be")


def icon(_name: str) -> QIcon:
    return QIcon()


def colour(role: str) -> QColor:
    return QColor(getattr(LIGHT, role))


def say_date(created: datetime) -> str:
    return f"{int((NOW - created).total_seconds() // 3600)} h ago"


def comment(
    number: int,
    text: str = "Prévoir un duplex",
    author: Author = CLAIRE,
    *,
    hours: int = 2,
    state: CommentState = CommentState.APPROVED,
    reply_to: int = 0,
) -> Comment:
    """hours: how long ago."""
    return Comment(number, 1, author, text, NOW - timedelta(hours=hours), state, reply_to)
