"""What a box offers, in the words of the present language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox


def offer(box: QComboBox, choices: Iterable[tuple[object, str]]) -> None:
    """(value, words) each, in place of what it offered; what was chosen stays so, else it is the first."""
    chosen = box.currentData()
    box.clear()
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
