"""A document says what the subset says, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from core.richtext import clean, from_plain, to_plain
from ui.widgets.rich_html import fill, insert, read, read_selection

LINK = QColor("#2457c5")

EXAMPLES = [
    "",
    "<p>a</p><p>b</p>",
    "<p>a<br>b</p>",
    "<p><br></p><p>a</p><p><br></p><p>b</p>",
    "<p> two  spaces\xa0! </p>",
    "<h2>Titre</h2><p>x</p>",
    "<h2>Un <strong>gros</strong> titre</h2>",
    "<p>x <strong>b<em>i</em></strong> <em>j</em></p>",
    '<p>a <a href="https://example.org/?a=1&amp;b=2">l<strong>k</strong></a> z</p>',
    '<p><a href="https://example.org/1">a</a><a href="https://example.org/2">b</a></p>',
    "<ul><li>a</li><li>b</li></ul>",
    "<ul><li>a</li></ul><ul><li>b</li></ul>",
    "<ul><li>a</li></ul><ol><li>b</li></ol>",
    "<ul><li>a</li><li>b<ol><li>c</li><li>d</li></ol></li><li>e</li></ul><p>x</p>",
    "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>",
    "<ul><li>a<br>b</li><li></li></ul>",
    "<blockquote><p>q</p><p>r</p></blockquote><p>x</p>",
    "<blockquote><p>q</p><ul><li>a</li></ul><h2>t</h2></blockquote>",
    "<blockquote><blockquote><p>2</p></blockquote><p>1</p></blockquote>",
    "<p>1 &lt; 2 &amp; « de faiblesse »</p>",
]


def document(html: str) -> QTextDocument:
    made = QTextDocument()
    fill(made, html, LINK)
    return made


@pytest.mark.parametrize("html", EXAMPLES)
def test_what_is_filled_in_is_read_back(qapp: QApplication, html: str) -> None:
    assert clean(html) == html  # it is the subset
    assert read(document(html)) == html


TEXT = st.text(alphabet="ab é«»<&\xa0\u202f’", min_size=1, max_size=8).filter(str.strip)
INLINE = st.one_of(
    TEXT.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    st.sampled_from(["<strong>b</strong>", "<em>i</em>", "<br>", '<a href="https://example.org">l</a>']),
)
LINES = st.lists(INLINE, min_size=1, max_size=4).map("".join)
BLOCKS = st.recursive(
    st.one_of(LINES.map("<p>{}</p>".format), LINES.map("<h2>{}</h2>".format)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join).map("<blockquote>{}</blockquote>".format),
        st.lists(LINES.map("<li>{}</li>".format), min_size=1, max_size=3)
        .map("".join)
        .map("<ul>{}</ul>".format),
        st.lists(LINES.map("<li>{}</li>".format), min_size=1, max_size=3)
        .map("".join)
        .map("<ol>{}</ol>".format),
    ),
    max_leaves=4,
)


@given(st.lists(BLOCKS, max_size=4).map("".join))
def test_what_is_written_stays_as_it_is_from_then_on(html: str) -> None:
    written = read(document(clean(html)))
    assert clean(written) == written
    assert read(document(written)) == written
    if written:  # a list of blank items is nothing
        assert to_plain(written).split() == to_plain(clean(html)).split()


@given(st.text(alphabet="ab <&\n«»", max_size=30))
def test_a_plain_text_comes_back_as_it_was(text: str) -> None:
    html = read(document(from_plain(text)))
    assert to_plain(html) == (text.rstrip() if text.strip() else "")


def test_blank_is_nothing(qapp: QApplication) -> None:
    assert read(document("<p><br></p><p> </p>")) == ""


def test_the_last_block_of_what_was_there_does_not_shape_what_is_filled_in(qapp: QApplication) -> None:
    made = document("<blockquote><p>a</p></blockquote><h2>b</h2><ul><li>c</li></ul>")
    fill(made, "<p>x</p>", LINK)
    assert read(made) == "<p>x</p>"


def test_what_is_put_in_goes_on_where_the_cursor_stands(qapp: QApplication) -> None:
    made = document("<p>ab</p>")
    cursor = QTextCursor(made)
    cursor.setPosition(1)
    insert(cursor, "<h2>1</h2><ul><li>2</li></ul>", LINK)
    assert read(made) == "<p>a1</p><ul><li>2b</li></ul>"


def test_what_is_put_into_a_blank_block_shapes_it(qapp: QApplication) -> None:
    made = document("")
    insert(QTextCursor(made), "<ul><li>1</li><li>2</li></ul>", LINK)
    assert read(made) == "<ul><li>1</li><li>2</li></ul>"


def test_what_is_put_in_takes_the_place_of_what_is_selected(qapp: QApplication) -> None:
    made = document("<p>abc</p>")
    cursor = QTextCursor(made)
    cursor.setPosition(1)
    cursor.setPosition(2, QTextCursor.MoveMode.KeepAnchor)
    insert(cursor, "<p><strong>X</strong></p>", LINK)
    assert read(made) == "<p>a<strong>X</strong>c</p>"


def test_a_selection_is_read_by_itself(qapp: QApplication) -> None:
    made = document("<p>one <strong>two</strong></p><ul><li>three</li><li>four</li></ul>")
    cursor = QTextCursor(made)
    cursor.setPosition(4)
    cursor.setPosition(13, QTextCursor.MoveMode.KeepAnchor)
    assert read_selection(cursor) == "<p><strong>two</strong></p><ul><li>three</li></ul>"
