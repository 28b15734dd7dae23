"""A line read as a value: addresses and coordinates as people write them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.event import Geo
from core.links import read_url
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.widgets.value_line import ValueLine, read_email, read_geo


@pytest.mark.parametrize(
    "text",
    [
        *("a@b", "a b@example.org", "@example.org", "a@", "a@b@example.org", "a..b@example.org"),
        *(f"zoe@exemple.be{mark}ada" for mark in ';,<>"()'),
        *("<zoe@exemple.be>", "Zoé <zoe@exemple.be>", "zoe(ada)@exemple.be", '"zoe"@exemple.be'),
    ],
)
def test_what_is_no_address_is_none(text: str) -> None:
    assert read_email(" a.b@example.org ") == "a.b@example.org"
    with pytest.raises(ValueError, match=re.escape(text)):
        read_email(text)


@pytest.mark.parametrize(
    "text",
    [
        "50.8794, 4.4262",
        "50.8794 4.4262",
        "50.8794;4.4262",
        "50,8794 ; 4,4262",
        "50,8794 4,4262",
        "+50.8794°, 4.4262°",
    ],
)
def test_coordinates_are_two_numbers(text: str) -> None:
    assert read_geo(text) == Geo(50.8794, 4.4262)


def test_coordinates_have_a_sign_and_may_be_whole() -> None:
    assert read_geo("-33.86, 151") == Geo(-33.86, 151)
    assert read_geo("-33, -70") == Geo(-33, -70)
    assert read_geo("  ") is None


@pytest.mark.parametrize(
    "text", ["par là", "50.8", "50.8, 4.4, 3.0", "91.0, 0.0", "0.0, 181.0", "50.8N, 4.4E"]
)
def test_other_texts_are_no_place_on_earth(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_geo(text)


@pytest.fixture
def line(qtbot: QtBot) -> ValueLine:
    made = ValueLine("url", read_url)
    qtbot.addWidget(made)
    in_front(qtbot, made)
    return made


def test_each_key_tells_a_value_or_that_there_is_none(line: ValueLine) -> None:
    told: list[tuple[str, object]] = []
    line.edited.connect(lambda value: told.append(("edited", value)))
    line.invalid.connect(lambda text: told.append(("invalid", text)))
    line.setFocus()
    type_text(line, "a.é")
    assert told == [("invalid", "a"), ("invalid", "a."), ("edited", "https://a.é")]
    line.clear()
    assert len(told) == 3


def test_what_says_the_same_stays_as_it_is_typed(line: ValueLine) -> None:
    line.setFocus()
    type_text(line, "example.org")
    line.show_text("https://example.org")
    assert line.text() == "example.org"
    line.show_text("https://other.org")
    assert line.text() == "https://other.org"
    line.clearFocus()
    line.show_text("https://example.org")
    assert line.text() == "https://example.org"
    assert line.cursorPosition() == 0


def test_read_only_takes_no_key(line: ValueLine) -> None:
    line.setReadOnly(True)
    QTest.keyClicks(line, "abc")
    assert line.text() == ""
