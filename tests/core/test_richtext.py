"""Descriptions keep to the subset, say the same in plain text, and lose nothing on the way."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.richtext import clean, from_plain, is_plain, to_plain
from tests.patience import ends

_TAGS = (
    "p", "h2", "ul", "ol", "li", "blockquote", "strong", "em", "b", "i", "div", "pre", "h1", "span", "table",
    "tr", "td", "script", "img src=x", "a href='https://exemple.be/?a=1&b=2'", "a href='javascript:x'", "br",
)  # fmt: skip
pieces = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in _TAGS]),
    st.sampled_from([f"</{tag.split()[0]}>" for tag in _TAGS]),
    st.sampled_from(
        ["texte", " ", "\n  ", "« été »", "&amp;", "&lt;b&gt;", "\u00a0;", "<", "&", "l’an", "  "]
    ),
)
markup = st.lists(pieces, max_size=24).map("".join)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=60)


@settings(max_examples=100)
@given(texts)
def test_plain_text_comes_back_as_it_was(text: str) -> None:
    html = from_plain(text)
    assert to_plain(html) == text.rstrip()
    assert is_plain(html)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("une ligne\nune autre", "<p>une ligne<br>une autre</p>"),
        ("un\n\ndeux\n\n\n\ntrois", "<p>un</p><p>deux</p><p><br><br>trois</p>"),
        ("« 5 < 6 » & l’an\u202f;  ici\u00a0!", "<p>« 5 &lt; 6 » &amp; l’an\u202f;  ici\u00a0!</p>"),
        ("a\r\nb\rc", "<p>a<br>b<br>c</p>"),
        ("<b>gras</b>", "<p>&lt;b&gt;gras&lt;/b&gt;</p>"),
    ],
)
def test_plain_text_as_html(text: str, html: str) -> None:
    assert from_plain(text) == html
    assert clean(html) == html


@pytest.mark.parametrize(
    ("html", "subset"),
    [
        ("nu", "<p>nu</p>"),
        ("<div>un</div>\n <div>deux</div>", "<p>un</p><p>deux</p>"),
        ("<p>a\n   b </p>\n<p>\n c</p>", "<p>a b </p><p>c</p>"),
        ("<p>deux  espaces</p>", "<p>deux  espaces</p>"),
        ("<h1>T</h1><h4>t</h4>", "<h2>T</h2><h2>t</h2>"),
        ("<b>g <i>gi</i></b> x", "<p><strong>g <em>gi</em></strong> x</p>"),
        ("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
        (
            '<b style="font-weight:normal"><span style="font-weight:700">gras</span> maigre</b>',
            "<p><strong>gras</strong> maigre</p>",
        ),
        ('<span style="font-style:italic">i</span>', "<p><em>i</em></p>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br>b</li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>"),
        ("<li>seul</li>", "<ul><li>seul</li></ul>"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
        ("<blockquote>q</blockquote>r", "<blockquote><p>q</p></blockquote><p>r</p>"),
        ("<p>a</p><p><br></p><p>b<br></p>", "<p>a</p><p><br></p><p>b</p>"),
        ("<pre>a\n  b</pre>c\nd", "<p>a<br>  b</p><p>c d</p>"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a b</p>"),
        ("<script>x</script><style>p{}</style><img src=file:///x>y<!--z-->", "<p>y</p>"),
        (
            '<a href="https://x.be/?a=1&b=2" onclick="y">l</a>',
            '<p><a href="https://x.be/?a=1&amp;b=2">l</a></p>',
        ),
        ('<a href="javascript:x">a</a><a href="/b">b</a><a href="file:///c">c</a>', "<p>abc</p>"),
        ('<a href="https://x/&quot;><b>">l</a>', '<p><a href="https://x/&quot;%3E%3Cb%3E">l</a></p>'),
    ],
)
def test_what_the_subset_makes_of_html(html: str, subset: str) -> None:
    assert clean(html) == subset
    assert clean(subset) == subset


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2>T</h2><p>un<br>deux</p>", "T\n\nun\ndeux"),
        (
            "<p>Liste :</p><ol><li>un<br>suite</li><li>deux<ul><li>dedans</li></ul></li></ol><p>fin</p>",
            "Liste :\n\n1. un\n   suite\n2. deux\n  • dedans\n\nfin",
        ),
        ("<ol><li>a<ul><li>b</li></ul>c</li><li>d</li></ol>", "1. a\n  • b\n   c\n2. d"),
        ("<blockquote><p>a<br>b</p></blockquote>", "> a\n> b"),
        ('<p><a href="https://x.be">ici</a>.</p>', "ici (https://x.be)."),
        ('<p><a href="https://x.be">https://x.be</a></p>', "https://x.be"),
        ('<p><a href="mailto:a@x.be">a@x.be</a></p>', "a@x.be"),
        ('<p><a href="https://x.be">un <strong>mot</strong></a></p>', "un mot (https://x.be)"),
        ("<ol><li>a</li></ol><p>x</p><ol><li>b</li></ol>", "1. a\n\nx\n\n1. b"),
    ],
)
def test_the_plain_text_of_the_subset(html: str, text: str) -> None:
    assert to_plain(html) == text
    assert not is_plain(html) or from_plain(text) == html


@settings(max_examples=100)
@given(markup)
def test_any_markup_ends_in_the_subset_for_good(html: str) -> None:
    subset = clean(html)
    assert clean(subset) == subset
    assert set(re.findall(r"</?(\w+)", subset)) <= {
        *("p", "h2", "ul", "ol", "li", "blockquote", "a", "strong", "em", "br")
    }
    assert "javascript:" not in subset
    if is_plain(subset):
        assert to_plain(from_plain(to_plain(subset))) == to_plain(subset)


@pytest.mark.parametrize(
    "html", ["<", "<a", '<a href="', "<blockquote>", "<ul><li>", "</ul>", "<b>", "<b>x", "a\n", "<!--", "&#"]
)
def test_hostile_markup_comes_to_its_end(html: str) -> None:
    code = (
        "import sys; from core.richtext import clean, to_plain;"
        "html = sys.stdin.read() * 20_000; to_plain(clean(html)); to_plain(html)"
    )
    assert ends(code, html.encode())


def test_what_is_nested_too_deep_keeps_its_words() -> None:
    deep = "<div>" * 3_000 + "<p>un</p><b>deux</b>" + "</div>" * 3_000 + "<p>trois</p>"
    assert to_plain(clean(deep)).split() == ["un", "deux", "trois"]


def test_reading_plain_text_needs_no_sanitiser() -> None:
    code = "import sys, core.richtext as r; r.to_plain(r.from_plain('a')); sys.exit('nh3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("returns", [2, 3, 4])
def test_a_blank_line_typed_between_paragraphs_is_the_one_that_is_there(returns: int) -> None:
    blanks = "<p><br></p>" * (returns - 1)
    assert to_plain(f"<p>un</p>{blanks}<p>deux</p>") == "un" + "\n" * returns + "deux"
    assert is_plain(f"<p>un</p>{blanks}<p>deux</p>")
