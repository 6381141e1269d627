"""References at the limits of what is read, and above them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from scraper.limits import (
    LARGEST_PAGE,
    LONGEST_DESCRIPTION,
    MOST_BLOCKS,
    MOST_LINES,
    MOST_ROWS,
    MOST_TABLES,
)
from scraper.pipeline import Reference
from tests.growth import shapes
from tests.growth.shapes import one, operation, row
from tests.lamps import section


def _filled(text: str, size: int = LARGEST_PAGE) -> Reference:
    """A page as large as it may be, of one text again and again."""
    words = text * ((size - 10_000) // len(text))
    return one(operation(row("a"), more=[section("More", words)]))


def _in_a_tag(before: str, after: str) -> Reference:
    return one(operation(row("a"), more=[f"{before}{'x' * 9_000_000}{after}"]))


def _long_descriptions() -> Reference:
    sentence = "The default value is 5 if <b>x</b> is set, for example [1]. "
    words = sentence * (LONGEST_DESCRIPTION // len(sentence))
    return one(operation(*(row(f"a{n}", words=words) for n in range(100))))


LIMITS: Mapping[str, Callable[[], Reference]] = {
    "a page of 200 MB": partial(_filled, "<p>word</p>", 200_000_000),
    "a word of 50 MB": partial(one, "w" * 50_000_000),
    "a million rows": partial(one, "<table>" + "<tr>" * 1_000_000),
    "a word of 10 MB": partial(_filled, "w"),
    "10 MB of words": partial(_filled, "word "),
    "a comment of 9 MB": partial(_in_a_tag, "<!--", "-->"),
    "an attribute of 9 MB": partial(_in_a_tag, '<p title="', '">a</p>'),
    "10,000 nested tags": partial(shapes.tags, 10_000),
    "100,000 nested tags": partial(shapes.tags, 100_000),
    "100,000 open tags": partial(shapes.unclosed, 100_000),
    "100,000 of Array<": partial(shapes.deep_type, 100_000),
    "100,000 attributes": partial(shapes.attributes, 100_000),
    "100,000 columns": partial(shapes.columns, 100_000),
    "60,000 anchors": partial(shapes.anchors, 60_000),
    "60,000 links": partial(shapes.links, 60_000),
    "60,000 values": partial(shapes.enumeration, 60_000),
    "60,000 sections": partial(shapes.sections, 60_000),
    "100,000 levels of JSON": partial(shapes.deep_example, 100_000),
    "100,000 keys of JSON": partial(shapes.wide_example, 100_000),
    "300,000 digits": partial(shapes.long_number, 300_000),
    "the most rows": partial(shapes.rows, MOST_ROWS - 1),
    "the most tables": partial(shapes.tables, MOST_TABLES - 1),
    "the longest chain": partial(shapes.chain, MOST_TABLES - 1),
    "the largest ring": partial(shapes.ring, MOST_TABLES - 1),
    "the most blocks": partial(shapes.examples, MOST_BLOCKS),
    "the most request lines": partial(shapes.request_lines, MOST_LINES),
    "long descriptions": _long_descriptions,
    "70,000 chapters": partial(shapes.contents, 70_000),
    "1,000 operations": partial(shapes.operations, 1_000),
}
"""By title."""
