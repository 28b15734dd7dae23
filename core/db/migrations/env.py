"""What Alembic runs: the steps, on the connection and within the transaction that it is handed."""

from __future__ import annotations

from alembic import context

from core.db.schema import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()
