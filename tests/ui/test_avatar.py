"""Initials and their disc: whose they are can be read, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.comments import colour
from ui.theme.tokens import DARK, LIGHT, contrast
from ui.widgets.avatar import ON_DARK, ON_LIGHT, Avatar, Disc, hue, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Claire Dubœuf", "CD"),
        ("Nadia El Khatib", "NE"),
        ("œdipe", "Œ"),
        ("  jérôme   lefèvre ", "JL"),
        ("(anonyme)", "A"),
        ("e\N{COMBINING ACUTE ACCENT}lise", "É"),
        ("ßen", "S"),
        ("7 sur 7", "7S"),
        ("…", "?"),
        ("", "?"),
        ("😀", "?"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_person_keeps_a_colour_however_the_name_is_written() -> None:
    assert hue("Élise Roux") == hue("ÉLISE  roux") == hue("E\N{COMBINING ACUTE ACCENT}lise Roux")
    assert len({hue(name) for name in "abcdefghijklmnopqrstuvwxyz"}) == len(ON_LIGHT)


@pytest.mark.parametrize("disc", [*ON_LIGHT, *ON_DARK])
def test_the_letters_can_be_read(disc: Disc) -> None:
    assert contrast(disc.ground, disc.ink) >= 4.5


def test_each_hue_has_a_disc_in_both_themes() -> None:
    assert len(ON_LIGHT) == len(ON_DARK)


@pytest.mark.parametrize(("tokens", "discs"), [(LIGHT, ON_LIGHT), (DARK, ON_DARK)])
def test_it_is_drawn_as_the_theme_is(qtbot: QtBot, tokens: object, discs: tuple[Disc, ...]) -> None:
    avatar = Avatar(lambda role: QColor(getattr(tokens, role)))
    qtbot.addWidget(avatar)
    avatar.set_name("Claire Dubœuf")
    picture = avatar.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 3).name().upper() == discs[hue("Claire Dubœuf")].ground


def test_it_says_nothing_of_its_own(qtbot: QtBot) -> None:
    avatar = Avatar(colour)
    qtbot.addWidget(avatar)
    avatar.set_name("Claire Dubœuf")
    assert (avatar.accessibleName(), avatar.toolTip()) == ("", "")
