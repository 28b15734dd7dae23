"""The pseudo-language: long enough to find what clips, and whole where a program reads the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui.pseudo import PseudoTranslator, pseudo


@given(st.text(st.characters(codec="utf-8", exclude_characters="%{}&<>"), min_size=1))
def test_every_text_is_at_least_40_percent_longer_and_marked(text: str) -> None:
    assert len(pseudo(text)) >= 1.4 * len(text)
    assert re.fullmatch(r"\[.*\]", pseudo(text), re.DOTALL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Cancel", "[Çààñçéél·]"),
        ("&File", "[&Fîîléé]"),
        ("%n event(s) in {0}", "[%n éévééñt(š) îîñ {0}···]"),
        ('See <a href="x">it</a>&nbsp;%1', '[Šéééé <a href="x">îît</a>&nbsp;%1]'),
        ("A & B", "[ÀÀ & B·]"),
    ],
)
def test_blanks_access_keys_and_tags_stay_as_they_are(text: str, expected: str) -> None:
    assert pseudo(text) == expected


def test_every_word_goes_through_it_while_it_is_installed(qapp: QApplication) -> None:
    translator = PseudoTranslator()
    assert qapp.installTranslator(translator)
    try:
        assert QCoreApplication.translate("Any", "%n event(s)", "", 3) == "[3 éévééñt(š)··]"
        assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"
    finally:
        qapp.removeTranslator(translator)
    assert QCoreApplication.translate("Any", "Cancel") == "Cancel"
