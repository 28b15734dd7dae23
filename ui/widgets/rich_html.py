"""A QTextDocument filled from the HTML subset of core.richtext, and read back; Qt's own HTML is lossy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
)

from core.richblocks import PLAIN, Block, Element, Marks, Run, blocks_of, html_of

# A block's own property: how many quotes it stands in.
QUOTE = QTextFormat.Property.UserProperty.value + 1

# In pixels, on the grid of the look.
HEADING = 16
AFTER_PARAGRAPH = 8
AFTER_ITEM = 4
QUOTE_INDENT = 16
LINE_HEIGHT = 130  # per cent

_LINE = "\N{LINE SEPARATOR}"  # a line end within a block
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_STYLES = {
    "ul": QTextListFormat.Style.ListDisc,
    "ol": QTextListFormat.Style.ListDecimal,
}


def fill(document: QTextDocument, html: str, link: QColor) -> None:
    """Put the subset into a document, in place of what is there. link: the colour of links."""
    document.clear()
    insert(QTextCursor(document), html, link)


def insert(cursor: QTextCursor, html: str, link: QColor) -> None:
    """Put the subset where the cursor is, in place of what it selects.

    The first block goes on in the block where the cursor stands, if something is written there.
    """
    blocks = blocks_of(html)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    going_on = bool(cursor.block().text())
    lists: dict[int, QTextList] = {}
    for index, block in enumerate(blocks):
        if index:
            cursor.insertBlock()
        if index or not going_on:
            _shape(cursor, block, lists)
        _write_runs(cursor, block.runs, link)
    cursor.endEditBlock()


def _shape(cursor: QTextCursor, block: Block, lists: dict[int, QTextList]) -> None:
    """Make the cursor's block what the path says."""
    quotes = sum(tag == "blockquote" for tag, _ in block.path)
    if cursor.currentList() is not None:
        cursor.currentList().remove(cursor.block())
    cursor.setBlockFormat(block_format(block.tag, quotes))
    cursor.setBlockCharFormat(char_format(block.tag))
    if block.tag == "li":
        tag, number = block.path[-2]
        depth = sum(its in _STYLES for its, _ in block.path)
        made = lists.get(number)
        if made is None:
            lists[number] = cursor.createList(list_format(tag, depth))
        else:
            made.add(cursor.block())


def block_format(tag: str, quotes: int = 0) -> QTextBlockFormat:
    """How a paragraph, a heading or an item stands."""
    made = QTextBlockFormat()
    made.setBottomMargin(AFTER_ITEM if tag == "li" else AFTER_PARAGRAPH)
    made.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if tag == "h2":
        made.setHeadingLevel(2)
        made.setTopMargin(AFTER_PARAGRAPH)
    made.merge(quoted(quotes))
    return made


def quoted(depth: int) -> QTextBlockFormat:
    """How a block stands in so many quotes; to be merged into its own format."""
    made = QTextBlockFormat()
    made.setProperty(QUOTE, depth)
    made.setLeftMargin(depth * QUOTE_INDENT)
    return made


def list_format(tag: str, depth: int) -> QTextListFormat:
    """tag: ``ul`` or ``ol``. depth: 1 for a list in no other."""
    made = QTextListFormat()
    made.setStyle(_STYLES[tag])
    made.setIndent(depth)
    return made


def char_format(tag: str, marks: Marks = PLAIN, link: QColor | None = None) -> QTextCharFormat:
    """How a run of text in such a block is set."""
    made = QTextCharFormat()
    if tag == "h2":
        made.setProperty(QTextFormat.Property.FontPixelSize, HEADING)
        made.setFontWeight(QFont.Weight.DemiBold)
    if marks.strong:
        made.setFontWeight(QFont.Weight.Bold)
    if marks.em:
        made.setFontItalic(True)
    if marks.href:
        made.setAnchor(True)
        made.setAnchorHref(marks.href)
        made.setFontUnderline(True)
        if link is not None:
            made.setForeground(link)
    return made


def marks_of(made: QTextCharFormat) -> Marks:
    """What a run so set says. A heading is less than bold by itself."""
    return Marks(
        strong=made.fontWeight() >= QFont.Weight.Bold,
        em=made.fontItalic(),
        href=made.anchorHref() if made.isAnchor() else "",
    )


def tag_of(block: QTextBlock) -> str:
    """``li``, ``h2`` or ``p``."""
    if block.textList() is not None:
        return "li"
    return "h2" if block.blockFormat().headingLevel() else "p"


def list_tag_of(block: QTextBlock) -> str:
    """``ul``, ``ol`` or ""."""
    if not block.isValid() or block.textList() is None:
        return ""
    return "ol" if block.textList().format().style() == _STYLES["ol"] else "ul"


def quotes_of(block: QTextBlock) -> int:
    """How many quotes a block stands in."""
    return int(block.blockFormat().intProperty(QUOTE))


def _write_runs(cursor: QTextCursor, runs: Sequence[Run], link: QColor) -> None:
    tag = tag_of(cursor.block())
    for run in runs:
        cursor.insertText(run.text.replace("\n", _LINE), char_format(tag, run.marks, link))


def read(document: QTextDocument) -> str:
    """What a document says, in the subset; nothing at all for a blank one."""
    if not document.toPlainText().strip():
        return ""
    return html_of(_blocks(document.begin(), document.end()))


def read_selection(cursor: QTextCursor) -> str:
    """What is selected, in the subset."""
    part = QTextDocument()
    QTextCursor(part).insertFragment(cursor.selection())
    return read(part)


def _blocks(block: QTextBlock, end: QTextBlock) -> Iterator[Block]:
    path = _Path()
    while block != end:
        yield Block(path.of(block), tuple(_runs(block)))
        block = block.next()


def _runs(block: QTextBlock) -> Iterator[Run]:
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        text = fragment.text().replace(_LINE, "\n").replace(_PICTURE, "")
        if text:
            yield Run(text, marks_of(fragment.charFormat()))
        it += 1


class _Path:
    """The elements around one block after another: quotes and lists go on while their blocks do."""

    def __init__(self) -> None:
        self._open: list[Element] = []
        self._lists: list[tuple[int, int]] = []  # of each open list: its depth, the id of its QTextList
        self._numbers = 0

    def of(self, block: QTextBlock) -> tuple[Element, ...]:
        quotes = quotes_of(block)
        standing = min(quotes, sum(tag == "blockquote" for tag, _ in self._open))
        if quotes != sum(tag == "blockquote" for tag, _ in self._open):
            more = [self._new("blockquote") for _ in range(quotes - standing)]
            self._open, self._lists = [*self._open[:standing], *more], []
        if block.textList() is None:
            self._open, self._lists = self._open[:quotes], []
            return (*self._open, self._new(tag_of(block)))
        self._open_list(block, quotes)
        return tuple(self._open)

    def _open_list(self, block: QTextBlock, quotes: int) -> None:
        shown = block.textList()
        depth, identity = shown.format().indent(), shown.objectIndex()
        while self._lists and (self._lists[-1][0] > depth or self._differs(depth, identity)):
            self._lists.pop()
        del self._open[quotes + 2 * len(self._lists) :]
        if self._lists and self._lists[-1] == (depth, identity):
            self._open.pop()
        else:
            self._lists.append((depth, identity))
            self._open.append(self._new(list_tag_of(block)))
        self._open.append(self._new("li"))

    def _differs(self, depth: int, identity: int) -> bool:
        return self._lists[-1][0] == depth and self._lists[-1][1] != identity

    def _new(self, tag: str) -> Element:
        self._numbers += 1
        return tag, self._numbers
