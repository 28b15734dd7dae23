"""The colours of the look, light and dark, by the part that each plays."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """`#RRGGBB` each. What must stand out from what is held by a test: WCAG 2.2, 1.4.3 and 1.4.11.

    border: around controls, 3:1 at least. line: between parts, for the eye alone. hover: under the pointer.
    The soft ones are grounds for text; on_accent is text on the accent.
    """

    bg: str
    surface: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    danger: str
    danger_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    border: str
    line: str
    hover: str
    disabled: str


LIGHT = Tokens(
    bg="#F6F7F9",
    surface="#FFFFFF",
    text="#1B1F24",
    muted="#5B6472",
    accent="#2457C5",
    accent_soft="#E7EEFC",
    accent_hover="#1D489F",
    on_accent="#FFFFFF",
    danger="#B3261E",
    danger_soft="#FCECEA",
    ok="#187446",
    ok_soft="#E6F4EC",
    warn="#9A5B00",
    warn_soft="#FDF1DF",
    border="#858E9B",
    line="#DFE3E8",
    hover="#ECEFF3",
    disabled="#98A0AB",
)

DARK = Tokens(
    bg="#15181D",
    surface="#1D2127",
    text="#E7EAEE",
    muted="#9AA4B2",
    accent="#7DA6FF",
    accent_soft="#24324F",
    accent_hover="#9CBCFF",
    on_accent="#0E1626",
    danger="#FF8A80",
    danger_soft="#3A2424",
    ok="#6FD59B",
    ok_soft="#1C3328",
    warn="#F2B760",
    warn_soft="#3A2E1B",
    border="#6B7585",
    line="#323842",
    hover="#292E37",
    disabled="#646D7A",
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
