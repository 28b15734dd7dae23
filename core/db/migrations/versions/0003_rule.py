"""A series' rule in the index, which is computed anew because of the new scanner."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, String

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("component", Column("rule", String, nullable=True))
