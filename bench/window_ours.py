"""The whole window of Parvis."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.app import build


def window(database: Path) -> QWidget:
    """Not shown yet."""
    return build(["--database", str(database)])
