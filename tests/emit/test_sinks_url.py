"""Addresses hold only what an address may hold, and lead to the web."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scraper.emit.sinks import url
from scraper.text import Text

ELSEWHERE = [
    ("https://a.b/c?d=e&f#g", "https://a.b/c?d=e&f#g"),
    (" HTTP://a.b:80 ", "HTTP://a.b:80"),
    ("https://a.b/c (d)", "https://a.b/c%20%28d%29"),
    ("https://a.b/ä%20\"'<>", "https://a.b/%C3%A4%20%22%27%3C%3E"),
    ("https://a.b/\n[x]\\", "https://a.b/%0A%5Bx%5D%5C"),
    ("https://a.b/*/c", "https://a.b/%2A/c"),
    ("https://a.b/{region}", "https://a.b/%7Bregion%7D"),
    ("javascript:alert(1)", ""),
    ("java\nscript:alert(1)", ""),
    ("data:text/html,x", ""),
    ("mailto:a@b.c", ""),
    ("//a.b/c", ""),
    ("https://", ""),
    ("https://user@a.b", ""),
    ("c.html", ""),
    ("", ""),
]


@pytest.mark.parametrize(("address", "expected"), ELSEWHERE)
def test_elsewhere(address: str, expected: str) -> None:
    assert url.elsewhere(Text(address)) == expected


BELOW = [
    ("https://a.b/c/", "d.html", "", "https://a.b/c/d.html"),
    ("https://a.b/c/", "d.html", "e__f", "https://a.b/c/d.html#e__f"),
    ("https://a.b/", "../d e.html", "#1", "https://a.b/..%2Fd%20e.html#%231"),
    ("", "d.html", "", ""),
    ("d/", "d.html", "", ""),
]


@pytest.mark.parametrize(("base", "page", "anchor", "expected"), BELOW)
def test_below(base: str, page: str, anchor: str, expected: str) -> None:
    assert url.below(Text(base), Text(page), Text(anchor)) == expected


@given(st.text(), st.text())
def test_no_words_leave_the_address_in_prose(page: str, anchor: str) -> None:
    found = url.below("https://a.b/", Text(page), Text(anchor))
    (paragraph,) = (
        token
        for token in MarkdownIt("commonmark").parse(f'[x]({found} "y")')
        if token.type == "inline"
    )
    kinds = [token.type for token in paragraph.children or []]
    assert kinds == ["link_open", "text", "link_close"]
    assert found.isascii()
    assert found.isprintable()
