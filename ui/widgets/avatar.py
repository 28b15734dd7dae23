"""A person's initials on a coloured disc: the same person has the same colour everywhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from zlib import crc32

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

SIZE = 32


@dataclass(frozen=True, slots=True)
class Disc:
    """`#RRGGBB` of the ground and of the letters on it, 4.5:1 apart at least."""

    ground: str
    ink: str


# One after the other the same hues, so that a person keeps theirs when the theme changes.
ON_LIGHT = (
    Disc("#DDB8E3", "#5A1F66"),
    Disc("#B4CFE6", "#154A73"),
    Disc("#B5E3C2", "#14562C"),
    Disc("#F2CDA6", "#6B3A00"),
    Disc("#F3BFC4", "#7A1526"),
    Disc("#C6C4F0", "#352C83"),
    Disc("#AEE0DF", "#064F50"),
    Disc("#E3DDA0", "#514800"),
)
ON_DARK = (
    Disc("#6D3479", "#F6E3FA"),
    Disc("#315F86", "#E2F0FC"),
    Disc("#2B6B42", "#DFF7E6"),
    Disc("#7C4F1C", "#FCEBD8"),
    Disc("#863542", "#FDE4E7"),
    Disc("#4C459B", "#E9E8FD"),
    Disc("#1F6768", "#DDF6F6"),
    Disc("#645B16", "#F8F4D2"),
)


def initials(name: str) -> str:
    """Of the first two words, as capitals; “?” for a name without a letter or digit."""
    words = ("".join(filter(str.isalnum, word)) for word in unicodedata.normalize("NFC", name).split())
    return "".join(word[0].upper()[0] for word in words if word)[:2] or "?"


def hue(name: str) -> int:
    """Which of the discs a person has, whatever the case of the name and the coding of its accents."""
    folded = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    return crc32(folded.encode()) % len(ON_LIGHT)


class Avatar(QWidget):
    """Says nothing that the name beside it does not say, and so nothing to who does not see it."""

    def __init__(self, colour: Callable[[str], QColor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._name = ""
        self.setFixedSize(SIZE, SIZE)

    def set_name(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        discs = ON_DARK if self._colour("surface").lightness() < 128 else ON_LIGHT
        disc = discs[hue(self._name)]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(disc.ground))
        painter.drawEllipse(QRectF(self.rect()))
        font = QFont(self.font())
        font.setPixelSize(SIZE * 2 // 5)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(disc.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, initials(self._name))
