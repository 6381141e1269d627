"""The page of a chapter: the pages below it, and what it says of itself."""

from __future__ import annotations

import pytest

from tests.draft.paper import codes, document, reference

LINKS = "<ul><li><strong><a href='A.html'>A</a></strong><br></li><li><a href='B.html'>B</a><br>Lights.</li></ul>"
# (title, what stands below the heading, the words of the page, the pages below it)
PAGES = (
    ("nothing", "", "", ""),
    ("an empty paragraph", f"<div><p> &nbsp; </p></div>{LINKS}", "", "A B"),
    ("words before the list", f"<p>About lamps.</p>{LINKS}", "About lamps.", "A B"),
    ("words behind the list", f"{LINKS}<p>About lamps.</p>", "About lamps.", "A B"),
    ("words that announce the list", f"<p>About lamps.</p><p>There are:</p>{LINKS}", "About lamps.", "A B"),
    ("words that announce another", f"{LINKS}<p>Of note:</p><ul><li>Oil</li></ul>", "Of note:\nOil", "A B"),
    ("a list of words and links", "<ul><li>See <a href='A.html'>A</a></li><li><a href='B.html'>B</a></li></ul>", "See A\nB", "B"),
    ("links within words", f"<p>As <a href='C.html'>C</a> says.</p>{LINKS}", "As C says.", "A B"),
    ("links elsewhere", "<ul><li><a href='https://x.org/'>X</a></li><li><a href='#there'>T</a></li></ul>", "X\nT", ""),
    ("a page twice", f"{LINKS}{LINKS}", "", "A B"),
    ("a section of its own", f"<h4>Function</h4><p>About lamps.</p><h4>APIs</h4>{LINKS}", "About lamps.", "A B"),
    ("other sections", f"{LINKS}<h4>History</h4><p>Of lamps.</p>", "", "A B"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("below", "words", "pages"),
    [case[1:] for case in PAGES],
    ids=[case[0] for case in PAGES],
)
def test_a_chapter(below: str, words: str, pages: str) -> None:
    draft, issues = reference(document(f"<h1>Lamps</h1>{below}"))
    assert draft.description.text.plain == words
    listed = [page.plain.removesuffix(".html") for page in draft.children]
    assert " ".join(listed) == pages
    assert not issues


def test_lost_underscores_of_a_chapter_are_told() -> None:
    html = "<h1>Lamps</h1><p>Use <b><b>ALL</b></b>.</p>"
    draft, issues = reference(document(html))
    assert draft.description.text.plain == "Use __ALL__."
    assert codes(issues) == ["lost-underscores"]
