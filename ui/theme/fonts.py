"""The bundled typeface, Inter, and the size in which it is set."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "fonts"
FAMILY = "Inter"

# In pixels.
BODY = 13


def load_fonts() -> None:
    """Make the typeface known to Qt; a file that cannot be read leaves the system's in its place."""
    for path in sorted(FOLDER.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def body_font() -> QFont:
    """The application's font."""
    font = QFont(FAMILY)
    font.setPixelSize(BODY)
    # Hinting moves letters to whole pixels, and words that are drawn at 1.5x apart.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
