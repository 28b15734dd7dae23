"""A mark on events whose text does not say when they are."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, false

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("component", Column("undated", Boolean, nullable=False, server_default=false()))
