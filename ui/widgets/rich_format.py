"""What the buttons over a page do to the text at its cursor, and which of them hold there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtGui import QPalette, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from core.richblocks import PLAIN, Marks
from ui.widgets.rich_html import (
    block_format,
    char_format,
    list_format,
    list_tag_of,
    marks_of,
    quoted,
    quotes_of,
    tag_of,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one set of marks, from start to end in its document."""

    start: int
    end: int
    block: QTextBlock
    marks: Marks


class RichFormat:
    """Marks go on what is selected, else on what is typed next; shapes go on every block that is touched."""

    def __init__(self, page: QTextEdit) -> None:
        self._page = page

    def state(self) -> dict[str, bool]:
        """What holds at the cursor, by the name of the button."""
        block = self._page.textCursor().block()
        marks = self._marks()
        return {
            "bold": bool(marks) and all(its.strong for its in marks),
            "italic": bool(marks) and all(its.em for its in marks),
            "heading": tag_of(block) == "h2",
            "bullets": list_tag_of(block) == "ul",
            "numbers": list_tag_of(block) == "ol",
            "quote": quotes_of(block) > 0,
            "link": bool(self.href()),
        }

    def href(self) -> str:
        """The address of the link that the cursor is in, or that is selected."""
        return next((its.href for its in self._marks() if its.href), "")

    def _marks(self) -> list[Marks]:
        cursor = self._page.textCursor()
        if cursor.hasSelection():
            return [piece.marks for piece in _pieces(cursor)]
        return [marks_of(self._page.currentCharFormat())]

    # Marks

    def toggle_bold(self) -> None:
        on = not self.state()["bold"]
        self._mark(lambda marks: replace(marks, strong=on))

    def toggle_italic(self) -> None:
        on = not self.state()["italic"]
        self._mark(lambda marks: replace(marks, em=on))

    def _mark(self, change: Callable[[Marks], Marks]) -> None:
        cursor = self._page.textCursor()
        if not cursor.hasSelection():
            marks = change(marks_of(self._page.currentCharFormat()))
            self._page.setCurrentCharFormat(self._set(cursor.block(), marks))
            return
        with _one_edit(cursor):
            for piece in _pieces(cursor):
                self._reset(piece, change(piece.marks))

    def _reset(self, piece: Piece, marks: Marks) -> None:
        cursor = QTextCursor(piece.block)
        cursor.setPosition(piece.start)
        cursor.setPosition(piece.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self._set(piece.block, marks))

    def _set(self, block: QTextBlock, marks: Marks) -> QTextCharFormat:
        return char_format(tag_of(block), marks, self._page.palette().color(QPalette.ColorRole.Link))

    # Links

    def select_link(self) -> None:
        """Select the whole link that the cursor is in, else the word; nothing where there is neither."""
        cursor = self._page.textCursor()
        if cursor.hasSelection():
            return
        href = marks_of(cursor.charFormat()).href
        if not href:
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        else:
            start, end = _link_around(cursor, href)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._page.setTextCursor(cursor)

    def set_link(self, href: str) -> None:
        """Make what is selected a link; where nothing is, write the address. "": no link any more."""
        cursor = self._page.textCursor()
        with _one_edit(cursor):
            if not cursor.hasSelection() and href:
                marks = replace(marks_of(self._page.currentCharFormat()), href=href)
                cursor.insertText(href.removeprefix("mailto:"), self._set(cursor.block(), marks))
            for piece in _pieces(cursor):
                self._reset(piece, replace(piece.marks, href=href))
        cursor.setPosition(cursor.selectionEnd())
        self._page.setTextCursor(cursor)
        self.end_link()

    def end_link(self) -> None:
        """At the end of a link, what is typed next is no part of it."""
        cursor = self._page.textCursor()
        marks = marks_of(cursor.charFormat())
        if not marks.href or cursor.hasSelection():
            return
        if cursor.atBlockEnd() or marks_of(_format_after(cursor)).href != marks.href:
            self._page.setCurrentCharFormat(self._set(cursor.block(), replace(marks, href="")))

    def colour_links(self) -> None:
        """Draw the links in the palette's present colour."""
        whole = QTextCursor(self._page.document())
        whole.select(QTextCursor.SelectionType.Document)
        for piece in _pieces(whole):
            if piece.marks.href:
                self._reset(piece, piece.marks)

    # Shapes

    def toggle_heading(self) -> None:
        tag = "p" if self.state()["heading"] else "h2"
        cursor = self._page.textCursor()
        with _one_edit(cursor):
            for block in _blocks(cursor):
                self._shape(block, tag)

    def toggle_bullets(self) -> None:
        self._toggle_list("ul")

    def toggle_numbers(self) -> None:
        self._toggle_list("ol")

    def toggle_quote(self) -> None:
        cursor = self._page.textCursor()
        depth = 0 if quotes_of(cursor.block()) else 1
        with _one_edit(cursor):
            for block in _blocks(cursor):
                QTextCursor(block).mergeBlockFormat(quoted(depth))

    def make_plain(self) -> None:
        """A paragraph in no list and no quote."""
        cursor = self._page.textCursor()
        with _one_edit(cursor):
            self._shape(cursor.block(), "p", quotes=0)

    def _toggle_list(self, tag: str) -> None:
        cursor = self._page.textCursor()
        blocks = _blocks(cursor)
        off = all(list_tag_of(block) == tag for block in blocks)
        with _one_edit(cursor):
            for block in blocks:
                if off:
                    self._shape(block, "p")
                elif list_tag_of(block) != tag:
                    self._enlist(block, tag)

    def _enlist(self, block: QTextBlock, tag: str) -> None:
        """Into the list of the block before, if that is of the same kind, else into one of its own."""
        depth = block.textList().format().indent() if list_tag_of(block) else 1
        self._shape(block, "li")
        before = block.previous()
        goes_on = list_tag_of(before) == tag and before.textList().format().indent() == depth
        if goes_on and quotes_of(before) == quotes_of(block):
            before.textList().add(block)
        else:
            QTextCursor(block).createList(list_format(tag, depth))

    def _shape(self, block: QTextBlock, tag: str, quotes: int | None = None) -> None:
        """Out of its list; its runs keep their marks, and are set as in such a block."""
        runs = _pieces(_whole(block))
        if block.textList() is not None:
            block.textList().remove(block)
        cursor = QTextCursor(block)
        cursor.setBlockFormat(block_format(tag, quotes_of(block) if quotes is None else quotes))
        cursor.setBlockCharFormat(char_format(tag))
        for run in runs:
            self._reset(run, run.marks)
        if not runs:
            self._page.setCurrentCharFormat(char_format(tag, PLAIN))


@contextmanager
def _one_edit(cursor: QTextCursor) -> Iterator[None]:
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def _whole(block: QTextBlock) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Those that a selection touches, or the cursor's own."""
    found: list[QTextBlock] = []
    block = cursor.document().findBlock(cursor.selectionStart())
    while block.isValid() and (not found or block.position() < cursor.selectionEnd()):
        found.append(block)
        block = block.next()
    return found


def _pieces(cursor: QTextCursor) -> list[Piece]:
    """The runs in a selection; all of them at once, as a change of one may melt it into the next."""
    found = []
    for block in _blocks(cursor):
        it = block.begin()
        while not it.atEnd():
            run = it.fragment()
            start = max(run.position(), cursor.selectionStart())
            end = min(run.position() + run.length(), cursor.selectionEnd())
            if start < end:
                found.append(Piece(start, end, block, marks_of(run.charFormat())))
            it += 1
    return found


def _link_around(cursor: QTextCursor, href: str) -> tuple[int, int]:
    """From where to where the link goes that the cursor is in or after."""
    start = end = cursor.position()
    pieces = _pieces(_whole(cursor.block()))
    for piece in reversed(pieces):
        if piece.marks.href == href and piece.start < start <= piece.end:
            start = piece.start
    for piece in pieces:
        if piece.marks.href == href and piece.start <= end < piece.end:
            end = piece.end
    return start, end


def _format_after(cursor: QTextCursor) -> QTextCharFormat:
    after = QTextCursor(cursor)
    after.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return after.charFormat()
