"""Rich text in the few elements that a description may use, and the plain text that says the same.

The subset: ``p h2 blockquote ul ol li br strong em a[href]``, with http, https and mailto links, every text
in a block. White space counts as it stands; only a run of it with a line end counts as one space. A blank
paragraph is ``<p><br></p>``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Final

from core.richblocks import PLAIN, Block, Run, blocks_of, html_of

# What the subset has, and what is turned into it.
_READ: Final = {
    *("p", "h2", "blockquote", "ul", "ol", "li", "br", "strong", "em", "a"),
    *("b", "i", "span", "h1", "h3", "h4", "h5", "h6", "div", "pre", "tr", "td", "th", "section", "article"),
}
_UNREAD: Final = {"script", "style", "title", "head", "noscript", "template", "iframe", "object", "select"}

# A page nests some dozens of elements; nh3's time goes with the square of the depth.
_DEEPEST: Final = 200
_FLAT: Final = frozenset({"p", "li", "br", "hr", "img", "tr", "td", "th", "meta", "link", "input"})


def clean(html: str) -> str:
    """What any HTML says, in the subset. Scripts, pictures, styles and links to elsewhere are gone."""
    import nh3

    safe = nh3.clean(
        _shallow(html),
        tags=_READ,
        clean_content_tags=_UNREAD,
        attributes={"a": {"href"}, "b": {"style"}, "span": {"style"}},
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return html_of(blocks_of(safe))


def _shallow(html: str) -> str:
    """Without the tags of what is nested too deep."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _FLAT:
            return tag[0]
        deep = depth > _DEEPEST
        depth = max(0, depth - 1) if tag[1] else depth + 1
        return "" if deep else tag[0]

    return re.sub(r"<(/?)([A-Za-z][^\s<>/]*)[^<>]*>", kept, html) if html.count("<") > _DEEPEST else html


def _attribute(_tag: str, name: str, value: str) -> str | None:
    if name == "href" and ":" not in value:
        return None  # A place on a page that is not here.
    return value.strip().replace("<", "%3C").replace(">", "%3E")


def to_plain(html: str) -> str:
    """The text that the subset says: blank lines between paragraphs, list items on lines of their own.

    A quote's lines begin with ``> ``; a link's address follows in brackets, unless it is what is shown.
    A blank paragraph is the blank line that is there already: so whoever types Return twice means it.
    """
    out: list[str] = []
    numbers: dict[int, int] = {}
    previous, blanks = None, 0
    for block in blocks_of(html):
        if _is_blank(block):
            blanks += 1
            continue
        if previous is None:
            out.append("\n" * blanks)
        else:
            together = block.tag == previous.tag == "li" and not blanks
            out.append("\n" * max(1 if together else 2, blanks + 1))
        out.append(_plain_block(block, numbers))
        previous, blanks = block, 0
    return "".join(out).rstrip()


def _is_blank(block: Block) -> bool:
    return block.tag == "p" and len(block.path) == 1 and not any(run.text for run in block.runs)


def _plain_block(block: Block, numbers: dict[int, int]) -> str:
    """numbers: of each list's element, how many items it had; of each item's, that it was met."""
    lines = _plain_runs(block.runs).split("\n")
    if block.tag == "li":
        (tag, number), (_, item) = block.path[-2:]
        met = numbers.setdefault(item, 0)
        numbers[item] = 1
        numbers[number] = numbers.get(number, 0) + (not met)
        mark = "• " if tag == "ul" else f"{numbers[number]}. "
        indent = "  " * (sum(its == "li" for its, _ in block.path) - 1)
        blank = " " * len(mark)
        lines = [indent + (mark if not met and not index else blank) + its for index, its in enumerate(lines)]
    quote = "> " * sum(its == "blockquote" for its, _ in block.path)
    return "\n".join(quote + line for line in lines)


def _plain_runs(runs: Sequence[Run]) -> str:
    out: list[str] = []
    shown = ""
    for run, following in zip(runs, (*runs[1:], Run("")), strict=False):
        href = run.marks.href
        shown = shown + run.text if href else ""
        out.append(run.text)
        if href and following.marks.href != href:
            if shown.strip() not in (href, href.removeprefix("mailto:")):
                out.append(f" ({href})")
            shown = ""
    return "".join(out)


def from_plain(text: str) -> str:
    """A paragraph for each part between blank lines, a br for each other line end; all else as it stands."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip()
    parts = re.split(r"(?<=[^\n])\n\n", text) if text else []
    return "".join(f"<p>{escape(part, quote=False).replace(chr(10), '<br>') or '<br>'}</p>" for part in parts)


def is_plain(html: str) -> bool:
    """Whether it says no more than its plain text: paragraphs and line ends alone."""
    return all(
        block.tag == "p" and len(block.path) == 1 and all(run.marks == PLAIN for run in block.runs)
        for block in blocks_of(html)
    )
