"""Rich text as blocks of marked runs: what the HTML subset of core.richtext is read into and written from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import takewhile
from typing import Final

# One token; a lone "<" is text. No alternative looks at a character twice.
_TOKEN: Final = r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>|[^<]+|<"
_HREF: Final = r'\bhref="([^"]*)"'
_LINE_END: Final = r"(?<![ \t\f])[ \t\f]*[\r\n][ \t\r\n\f]*"
_BOLD: Final = r"font-weight:\s*(bold|[6-9]00)"
_NOT_BOLD: Final = r"font-weight:\s*(normal|[1-5]00)"
_ITALIC: Final = r"font-style:\s*(italic|oblique)"

_INLINE: Final = frozenset({"strong", "b", "em", "i", "a", "span"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINES: Final = frozenset({"p", "div", "tr", "pre", "section", "article"}) | _HEADINGS
_LISTS: Final = frozenset({"ul", "ol"})
_CONTAINERS: Final = _LISTS | {"blockquote", "li"}
_DEEPEST: Final = 16  # What is nested deeper counts as standing at that depth.

# An element around a block: its tag and its number in the text, by which it is told from its neighbour.
Element = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """How a run of text is marked. href: "" for no link."""

    strong: bool = False
    em: bool = False
    href: str = ""

    @property
    def tags(self) -> list[str]:
        """The opening tags, from the outside in."""
        return [
            *([f'<a href="{escape(self.href)}">'] if self.href else []),
            *(["<strong>"] if self.strong else []),
            *(["<em>"] if self.em else []),
        ]


PLAIN: Final = Marks()


@dataclass(frozen=True, slots=True)
class Run:
    """Text with one set of marks; a line feed in it is a br."""

    text: str
    marks: Marks = PLAIN


@dataclass(frozen=True, slots=True)
class Block:
    """Runs of text, and what they stand in: quotes and lists, at last ``p``, ``h2`` or ``li``."""

    path: tuple[Element, ...]
    runs: tuple[Run, ...]

    @property
    def tag(self) -> str:
        return self.path[-1][0]


def blocks_of(html: str) -> list[Block]:
    """Read the subset, and HTML near it: an element without a place there goes, its text stays."""
    reader = _Reader()
    for token in re.finditer(_TOKEN, html):
        closing, tag, attributes = token.groups()
        if tag is None:
            reader.text(unescape(token[0]))
        elif closing:
            reader.end(tag.lower())
        else:
            reader.start(tag.lower(), attributes)
    reader.end_block()
    return reader.blocks


def html_of(blocks: Iterable[Block]) -> str:
    """Blocks as the subset."""
    out: list[str] = []
    path: tuple[Element, ...] = ()
    for block in blocks:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(path, block.path, strict=False)))
        out += [f"</{tag}>" for tag, _ in reversed(path[same:])]
        out += [f"<{tag}>" for tag, _ in block.path[same:]]
        out.append(_inline(block.runs) or ("<br>" if block.tag == "p" else ""))
        path = block.path
    return "".join((*out, *(f"</{tag}>" for tag, _ in reversed(path))))


def _inline(runs: Sequence[Run]) -> str:
    out: list[str] = []
    open_tags: list[str] = []
    for run in runs:
        tags = run.marks.tags
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(open_tags, tags, strict=False)))
        out += _closing(open_tags[same:])
        out += tags[same:]
        out.append(escape(run.text, quote=False).replace("\n", "<br>"))
        open_tags = tags
    return "".join(out + _closing(open_tags))


def _closing(tags: Sequence[str]) -> list[str]:
    return [f"</{re.split('[ >]', tag[1:])[0]}>" for tag in reversed(tags)]


class _Reader:
    """Follows tags and text in their order; nothing in it depends on how deep they go."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._numbers = 0
        self._path: list[Element] = []
        self._line: Element | None = None  # the p or h2 that is open
        self._explicit = False  # it was opened by a tag, and may be blank
        self._runs: list[Run] = []
        self._marks: list[tuple[str, Marks]] = []
        self._soft = False  # the last space stands for a line end of the source
        self._pre = False

    def start(self, tag: str, attributes: str) -> None:
        if tag == "br":
            self._break()
        elif tag in _INLINE:
            if len(self._marks) < _DEEPEST:
                self._marks.append((tag, self._marked(tag, attributes)))
        elif tag in _LINES:
            self._start_line(tag)
        elif tag in _CONTAINERS:
            self._start_container(tag)
        elif tag in ("td", "th"):
            self.text("\n")

    def end(self, tag: str) -> None:
        if tag in _INLINE:
            _pop_to(self._marks, tag)
        elif tag in _LINES:
            self._pre = False
            if self._in_item:
                self._break_line()
            else:
                self.end_block()
        elif tag in _CONTAINERS:
            self.end_block()
            _pop_to(self._path, tag)

    def text(self, text: str) -> None:
        if self._pre:
            self._add(text.replace("\r\n", "\n").replace("\r", "\n"))
            return
        blank = not text.strip(" \t\r\n\f")
        if blank and not self._runs and not self._explicit:
            return
        text = re.sub(_LINE_END, "\n", text)
        if text.startswith("\n") and (self._at_edge() or self._ends_in_space()):
            text = text[1:]
        if text:
            soft = text.endswith("\n")
            self._add(text.replace("\n", " "))
            self._soft = soft

    def end_block(self) -> None:
        broken = self._drop_ends()
        text = "".join(run.text for run in self._runs)
        line = self._line or self._element("p")
        if self._in_item:
            if self._runs or self._explicit:
                self._put_item(tuple(self._path), self._runs)
        elif text.strip(" \t\f") or (line[0] == "p" and (broken or (text and self._explicit))):
            self.blocks.append(Block((*self._path, line), _merged(self._runs)))
        self._runs, self._line, self._explicit, self._soft = [], None, False, False

    def _drop_ends(self) -> bool:
        """Without the line ends that nothing follows; whether there were any."""
        self._drop_soft_space()
        broken = False
        while self._runs and self._runs[-1].text.endswith("\n"):
            self._cut()
            broken = True
        return broken

    def _put_item(self, path: tuple[Element, ...], runs: list[Run]) -> None:
        """What goes on in the same item is a line of it, as nothing else would part the two."""
        if self.blocks and self.blocks[-1].path == path:
            runs = [*self.blocks.pop().runs, Run("\n", runs[0].marks if runs else PLAIN), *runs]
        self.blocks.append(Block(path, _merged(runs)))

    @property
    def _in_item(self) -> bool:
        return any(tag == "li" for tag, _ in self._path[-1:])

    def _start_line(self, tag: str) -> None:
        self._pre = tag == "pre"
        if self._path and self._path[-1][0] in _LISTS:
            self._start_container("li")
        if self._in_item:
            self._break_line()
            return
        self.end_block()
        self._line = self._element("h2" if tag in _HEADINGS else "p")
        self._explicit = tag == "p"

    def _start_container(self, tag: str) -> None:
        if tag == "blockquote" and any(its in _LISTS for its, _ in self._path):
            self._break_line()
            return
        self.end_block()
        if tag == "li":
            self._start_item()
        elif len(self._path) < _DEEPEST:
            if tag in _LISTS and self._path and self._path[-1][0] in _LISTS:
                self._start_item()
            self._path.append(self._element(tag))

    def _start_item(self) -> None:
        while self._in_item:
            self._path.pop()
        if not self._path or self._path[-1][0] not in _LISTS:
            self._path.append(self._element("ul"))
        self._path.append(self._element("li"))
        self._explicit = True

    def _element(self, tag: str) -> Element:
        self._numbers += 1
        return tag, self._numbers

    def _marked(self, tag: str, attributes: str) -> Marks:
        marks = self._now
        if tag == "a":
            href = re.search(_HREF, attributes)
            return replace(marks, href=unescape(href[1])) if href else marks
        if tag in ("em", "i") or re.search(_ITALIC, attributes):
            marks = replace(marks, em=True)
        if re.search(_NOT_BOLD, attributes):
            return replace(marks, strong=False)
        if tag in ("strong", "b") or re.search(_BOLD, attributes):
            marks = replace(marks, strong=True)
        return marks

    @property
    def _now(self) -> Marks:
        return self._marks[-1][1] if self._marks else PLAIN

    def _add(self, text: str) -> None:
        if self._path and self._path[-1][0] in _LISTS:
            self._start_item()
        self._runs.append(Run(text, self._now))
        self._soft = False

    def _break(self) -> None:
        self._drop_soft_space()
        self._add("\n")

    def _break_line(self) -> None:
        """A block inside a list item is a line of it."""
        if not self._at_edge():
            self._break()

    def _at_edge(self) -> bool:
        return not self._runs or self._runs[-1].text.endswith("\n")

    def _ends_in_space(self) -> bool:
        return self._runs[-1].text.endswith((" ", "\t"))

    def _drop_soft_space(self) -> None:
        if self._soft:
            self._cut()
            self._soft = False

    def _cut(self) -> None:
        last = self._runs.pop()
        if len(last.text) > 1:
            self._runs.append(replace(last, text=last.text[:-1]))


def _pop_to(stack: list[tuple[str, Marks]] | list[Element], tag: str) -> None:
    """Leave the innermost element of that name, if it is open, and what is open within it."""
    tags = [its for its, _ in stack]
    if tag in tags:
        del stack[len(tags) - 1 - tags[::-1].index(tag) :]


def _merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].marks == run.marks:
            merged[-1] = Run(merged[-1].text + run.text, run.marks)
        else:
            merged.append(run)
    return tuple(merged)
