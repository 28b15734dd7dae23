"""The zones of their own that objects used before a change."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, LargeBinary

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    change = ForeignKey("journal.id", ondelete="CASCADE")
    body = ForeignKey("vtimezone.hash")
    op.create_table(
        "journal_vtimezone",
        Column("journal_id", Integer, change, primary_key=True, autoincrement=False),
        Column("object_id", Integer, primary_key=True, autoincrement=False),
        Column("hash", LargeBinary, body, primary_key=True),
    )
