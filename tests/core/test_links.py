"""A web address is taken as people type it."""

from __future__ import annotations

import re

import pytest

from core.links import read_url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("", ""),
        ("  ", ""),
        ("https://exemple.be/a?b=c#d", "https://exemple.be/a?b=c#d"),
        (" exemple.be ", "https://exemple.be"),
        ("www.exemple.be/été", "https://www.exemple.be/été"),
        ("exemple.be:8080/x", "https://exemple.be:8080/x"),
        ("école.example", "https://école.example"),
        ("mailto:redaction@exemple.be", "mailto:redaction@exemple.be"),
    ],
)
def test_a_link(text: str, url: str) -> None:
    assert read_url(text) == url


@pytest.mark.parametrize(
    "text", ["exemple", "https://exemple .be", "https:", "a b.be", "://x.be", "x@y.be z", "/path", "1:2"]
)
def test_no_link(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        read_url(text)


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "JavaScript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"],
)
def test_what_would_run_or_show_files_is_no_link(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        read_url(text)
