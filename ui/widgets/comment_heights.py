"""How high the comments of a thread are: known well where somebody looks, and about well elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from core.comment import Comment, CommentState
from ui.models.comment_rows import Row
from ui.typography import unbroken
from ui.widgets.avatar import SIZE as AVATAR

# In pixels: how a card is laid out, of which its height follows.
SIDE, RIGHT = 8, 4
TOP, BOTTOM = 10, 12
GAP = 12
HEAD = 24
STATE = 20
STEP = 20
DEEPEST = 3
NARROWEST_TEXT = 40


class Heights:
    """Measuring a text takes as long as drawing it: a thousand are too many before the first is shown."""

    def __init__(self) -> None:
        self._width = 0
        self._font = QFont()
        self._line = 1
        self._letter = 1.0
        # By the comment's id; the row is there to see whether it is still the same.
        self._known: dict[int, tuple[Row, int]] = {}
        self._guessed: dict[int, tuple[Row, int]] = {}

    def fit(self, width: int, font: QFont) -> None:
        """From now on cards are so wide, and set in this."""
        if (width, font) != (self._width, self._font):
            metrics = QFontMetricsF(font)
            self._width, self._font = width, font
            self._line = line_height(font)
            self._letter = metrics.averageCharWidth()
            self._known.clear()
            self._guessed.clear()

    def of(self, row: Row) -> int:
        """In pixels; a guess for what is not measured."""
        for there in (self._known, self._guessed):
            found = there.get(row.comment.id)
            if found is not None and (found[0] is row or found[0] == row):
                return found[1]
        guess = self._high(row, self._guess(row))
        self._guessed[row.comment.id] = row, guess
        return guess

    def measure(self, rows: Iterable[Row]) -> bool:
        """Know these well. True when one of them is not as high as was thought."""
        differs = False
        for row in rows:
            found = self._known.get(row.comment.id)
            if found is None or found[0] != row:
                before = self.of(row)
                lines = text_lines(shown(row.comment), text_width(row, self._width), self._font)
                high = self._high(row, lines)
                self._known[row.comment.id] = row, high
                differs = differs or high != before
        return differs

    def _guess(self, row: Row) -> int:
        letters = max(1, int(text_width(row, self._width) / self._letter))
        return sum(1 + len(line) // letters for line in row.comment.text.split("\n"))

    def _high(self, row: Row, lines: int) -> int:
        state = STATE if row.comment.state is not CommentState.APPROVED else 0
        return TOP + max(AVATAR, HEAD + state + lines * self._line) + BOTTOM


def indent(depth: int) -> int:
    """How far to the right a reply stands; a long exchange does not run out of the pane."""
    return STEP * min(depth, DEEPEST)


def text_width(row: Row, width: int) -> int:
    return max(NARROWEST_TEXT, width - SIDE - RIGHT - indent(row.depth) - AVATAR - GAP)


def line_height(font: QFont) -> int:
    """As QTextEdit sets lines."""
    metrics = QFontMetricsF(font)
    return int(metrics.ascent() + metrics.descent() + 0.999)


def text_lines(text: str, width: int, font: QFont) -> int:
    """How many lines a text wraps into, as QTextEdit wraps it."""
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    layout.setTextOption(wrapping())
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        count += 1
    layout.endLayout()
    return max(1, count)


def wrapping() -> QTextOption:
    option = QTextOption()
    # A web address is longer than the pane is wide.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def written(comment: Comment) -> str:
    """The text with one sign for each line's end."""
    return comment.text.replace("\r\n", "\n").replace("\r", "\n")


def shown(comment: Comment) -> str:
    """The same, letter for letter, with French spaces."""
    return unbroken(written(comment))
