"""The caret stays where one types when a text is shown anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import type_text
from ui.widgets.caret import caret_in
from ui.widgets.rich_text import RichText
from ui.widgets.value_line import ValueLine


@pytest.mark.parametrize(
    ("before", "after", "position", "there"),
    [
        ("abc plus", "abc", 8, 3),
        ("abc", "abc plus", 3, 8),
        ("un deux", "un et deux", 7, 10),
        ("un deux", "un et deux", 2, 2),
        ("un deux trois", "un 2 trois", 5, 4),
        ("", "tout", 0, 0),
    ],
)
def test_where_it_belongs(before: str, after: str, position: int, there: int) -> None:
    assert caret_in(before, after, position) == there


@given(st.text("ab", max_size=8), st.text("ab", max_size=8), st.integers(0, 8))
def test_it_never_leaves_the_text(before: str, after: str, position: int) -> None:
    assert 0 <= caret_in(before, after, min(position, len(before))) <= len(after)


def test_a_line_that_is_taken_back_and_done_again(qtbot: QtBot) -> None:
    line = ValueLine("summary", str)
    qtbot.addWidget(line)
    line.show()
    line.show_text("Réunion")
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClick(line, Qt.Key.Key_End)
    type_text(line, " plus")
    line.show_text("Réunion")
    assert line.cursorPosition() == 7
    line.show_text("Réunion plus")
    type_text(line, " encore")
    assert line.text() == "Réunion plus encore"


def test_a_description_that_is_shown_anew_while_one_types(qtbot: QtBot) -> None:
    from PySide6.QtGui import QIcon

    rich = RichText(lambda _name: QIcon())
    qtbot.addWidget(rich)
    rich.show()
    rich.page.setFocus()
    qtbot.waitUntil(rich.page.hasFocus)
    type_text(rich.page, "abc")
    QTest.keyClick(rich.page, Qt.Key.Key_Return)
    QTest.keyClick(rich.page, Qt.Key.Key_Return)
    type_text(rich.page, "def")
    rich.set_html("<p>abc</p><p>def</p>")  # what is stored of it
    type_text(rich.page, "ghi")
    assert rich.page.toPlainText() == "abc\n\ndefghi"
    rich.set_html("<p>Ajouté</p><p>abc</p><p>defghi</p>")
    type_text(rich.page, "!")
    assert rich.page.toPlainText() == "Ajouté\nabc\ndefghi!"
