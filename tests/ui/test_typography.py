"""French spaces do not break, and nothing else of a text changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.typography import unbroken


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Prévoir un duplex ; parking B", "Prévoir un duplex\u202f; parking B"),
        ("Quand ? Demain !", "Quand\u202f? Demain\u202f!"),
        ("Où : ici", "Où\xa0: ici"),
        ("un signe « de faiblesse ».", "un signe «\xa0de faiblesse\xa0»."),
        ("avancé à 8 h 45, puis 14 h", "avancé à 8\xa0h\xa045, puis 14\xa0h"),
        ("« « deux » »", "«\xa0«\xa0deux\xa0»\xa0»"),
    ],
)
def test_spaces_hold_what_they_belong_to(text: str, shown: str) -> None:
    assert unbroken(text) == shown


@pytest.mark.parametrize(
    "text", ["", "At 14:30; then: go!", "https://example.org/?a=b", "a\n; b", "\xa0: \u202f?"]
)
def test_where_there_is_no_space_none_is_added(text: str) -> None:
    assert unbroken(text) == text


@given(st.text(alphabet="ab «»;:!?\n\xa0"))
def test_the_words_stay_and_a_second_time_changes_nothing(text: str) -> None:
    shown = unbroken(text)
    assert shown.replace("\xa0", " ").replace("\u202f", " ") == text.replace("\xa0", " ")
    assert unbroken(shown) == shown
