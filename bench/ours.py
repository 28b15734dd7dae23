"""The same as the peer does, by Parvis."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from core.exporting import export_events
from core.importing import import_files
from core.progress import finish
from core.query import EventQuery
from core.store import Store


def take(file: Path, database: Path) -> None:
    """Import a file into a new agenda."""
    store = Store.open(str(database), clock=lambda: datetime.now(UTC))
    try:
        finish(import_files(store, [file], store.calendars()[0].id))
    finally:
        store.close()


def give(database: Path, file: Path) -> None:
    """Export an agenda to a new file."""
    store = Store.open(str(database), clock=lambda: datetime.now(UTC))
    try:
        finish(export_events(store, EventQuery(), file))
    finally:
        store.close()
