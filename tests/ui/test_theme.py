"""The theme: what must stand out does, every role has a colour of ours, and icons follow."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.action_table import table
from ui.theme.fonts import FAMILY, body_font, load_fonts
from ui.theme.icons import FOLDER, Icons, tinted
from ui.theme.style import style_sheet
from ui.theme.theme import Theme, palette
from ui.theme.tokens import DARK, LIGHT, Tokens, contrast

NO_ROLES = {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}
BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = qapp.palette(), qapp.font()
    made = Theme(qapp)
    yield made
    made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#000000", "#000000") == 1


@BOTH
@pytest.mark.parametrize("ground", ["bg", "surface", "hover", "accent_soft"])
def test_text_is_read_on_every_ground(tokens: Tokens, ground: str) -> None:
    for text in ("text", "muted"):
        assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5, text


@BOTH
@pytest.mark.parametrize("text", ["accent", "danger", "ok", "warn"])
def test_coloured_words_are_read_where_they_stand(tokens: Tokens, text: str) -> None:
    for ground in ("bg", "surface"):
        assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5, ground
    assert contrast(getattr(tokens, text), getattr(tokens, f"{text}_soft")) >= 4.5


@BOTH
def test_text_is_read_on_soft_colours_and_on_the_accent(tokens: Tokens) -> None:
    for ground in ("danger_soft", "ok_soft", "warn_soft"):
        assert contrast(tokens.text, getattr(tokens, ground)) >= 4.5, ground
    for ground in ("accent", "accent_hover"):
        assert contrast(tokens.on_accent, getattr(tokens, ground)) >= 4.5, ground


@BOTH
@pytest.mark.parametrize("edge", ["border", "accent", "danger"])
def test_controls_and_focus_rings_are_seen(tokens: Tokens, edge: str) -> None:
    for ground in ("bg", "surface"):
        assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3, ground


@BOTH
def test_every_role_of_the_palette_is_one_of_ours(tokens: Tokens) -> None:
    ours = {QColor(getattr(tokens, its.name)).name() for its in fields(tokens)}
    made = palette(tokens)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role in set(QPalette.ColorRole) - NO_ROLES:
            assert made.color(group, role).name() in ours, (group, role)


@pytest.mark.parametrize(("tokens", "suffix"), [(LIGHT, "light"), (DARK, "dark")])
def test_the_pictures_of_the_style_sheet_are_there_in_its_colours(tokens: Tokens, suffix: str) -> None:
    pictures = re.findall(r'url\("([^"]+)"\)', style_sheet(tokens, suffix))
    assert len(set(pictures)) == 3
    for picture in set(pictures):
        colour = tokens.on_accent if Path(picture).name.startswith("check") else tokens.muted
        assert f'stroke="{colour}"' in Path(picture).read_text(encoding="utf-8")


def test_a_system_that_says_nothing_is_light(theme: Theme, qapp: QApplication) -> None:
    assert theme.mode == "system"
    assert not theme.dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.bg.lower()


def test_a_change_of_theme_is_told_once(theme: Theme, qapp: QApplication) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.dark))
    theme.set_mode("dark")
    theme.set_mode("dark")
    assert told == [True]
    assert theme.colour("surface").name() == DARK.surface.lower()
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == DARK.surface.lower()
    theme.set_mode("system")
    assert told == [True, False]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_what_stands_in_a_blank_input_is_read_too(qtbot: QtBot, theme: Theme, kind: type[QWidget]) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    assert theme.mode == "system"
    assert widget.palette().color(QPalette.ColorRole.PlaceholderText) == QColor(LIGHT.muted)


def test_a_mode_that_nobody_knows_is_the_system_s(theme: Theme) -> None:
    theme.set_mode("dark")
    theme.set_mode("sepia")
    assert (theme.mode, theme.dark) == ("system", False)


def test_a_role_that_there_is_not_is_an_error(theme: Theme) -> None:
    with pytest.raises(AttributeError):
        theme.colour("purple")


# Icons


def ink(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, size: int = 24) -> set[str]:
    """The colours of the fully opaque pixels."""
    image = icon.pixmap(QSize(size, size), 1.0, mode).toImage()
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in colours if colour.alpha() == 255}


def test_an_icon_follows_the_theme_by_itself(theme: Theme) -> None:
    icon = Icons(theme)("calendar-plus")
    assert ink(icon) == {LIGHT.text.lower()}
    assert ink(icon, QIcon.Mode.Disabled) == {LIGHT.disabled.lower()}
    theme.set_mode("dark")
    assert ink(icon) == {DARK.text.lower()}


def test_an_icon_may_have_a_role_or_a_colour(theme: Theme) -> None:
    icons = Icons(theme)
    assert ink(icons("dot:ok")) == {LIGHT.ok.lower()}
    assert ink(icons("dot:#8844aa")) == {"#8844aa"}
    assert ink(icons("dot:danger"), QIcon.Mode.Disabled) == {LIGHT.danger.lower()}


def test_an_icon_has_as_many_pixels_as_the_screen_wants(theme: Theme) -> None:
    pixmap = Icons(theme)("search").pixmap(QSize(16, 16), 1.5)
    assert pixmap.size() == QSize(24, 24)
    assert pixmap.devicePixelRatio() == 1.5


def test_an_icon_without_room_is_nothing(theme: Theme) -> None:
    assert Icons(theme)("search").pixmap(QSize(0, 16)).isNull()


def test_the_same_name_is_the_same_icon(theme: Theme) -> None:
    icons = Icons(theme)
    assert icons("tag").cacheKey() == icons("tag").cacheKey()


def test_an_icon_may_be_garbage(qapp: QApplication) -> None:
    def colour() -> QColor:
        return QColor("red")

    gone = weakref.ref(colour)
    circle: list[object] = [tinted("search", colour)]
    circle.append(circle)
    del circle, colour
    gc.collect()  # the process would end here
    assert gone() is None


def test_a_name_without_a_picture_is_an_error(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        Icons(theme)("no-such-icon")


def test_every_action_s_icon_is_there() -> None:
    wanted = {spec.icon for spec in table() if spec.icon}
    assert wanted
    assert not {name for name in wanted if not (FOLDER / f"{name}.svg").is_file()}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_every_picture_is_drawn_in_the_colour_asked_for(qapp: QApplication, path: Path) -> None:
    assert ink(tinted(path.stem, lambda: QColor("#123456")), size=48) == {"#123456"}


# Type


def test_the_weights_that_are_used_are_bundled(qapp: QApplication) -> None:
    load_fonts()
    assert {"Regular", "Medium", "SemiBold", "Bold", "Italic"} <= set(QFontDatabase.styles(FAMILY))


def test_type_has_the_sizes_of_the_look(qtbot: QtBot, theme: Theme) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert (widget.font().family(), widget.font().pixelSize()) == (FAMILY, 13)
    assert body_font().pixelSize() == 13


def test_a_calendar_s_colour_is_lighter_on_dark(theme: Theme) -> None:
    theme.set_mode("light")
    assert theme.colour("#2457C5").name() == "#2457c5"
    theme.set_mode("dark")
    assert theme.colour("#2457C5").lightness() > QColor("#2457C5").lightness()
