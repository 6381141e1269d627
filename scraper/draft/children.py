"""The pages below a chapter: its page lists them, and often says nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.document.model import Document
from scraper.text import Block, Bullets, Paragraph, Prose, Text


def pages(document: Document) -> Iterator[Text]:
    """The pages that the page's lists lead to, in order, each once."""
    listed = (
        _page(item)
        for section in document.sections
        for block in section.prose.blocks
        if isinstance(block, Bullets)
        for item in block.items
    )
    yield from dict.fromkeys(page for page in listed if page)


def without_lists(prose: Prose) -> Prose:
    """The prose without its lists of pages, and without what only announces them ("It has these APIs:")."""
    kept: list[Block] = []
    for block in prose.blocks:
        if not _lists_pages(block):
            kept.append(block)
        elif kept and _announces(kept[-1]):
            kept.pop()
    return Prose(blocks=tuple(kept))


def _lists_pages(block: Block) -> bool:
    return isinstance(block, Bullets) and all(_page(item) for item in block.items)


def _announces(block: Block) -> bool:
    words = block.text.plain if isinstance(block, Paragraph) else ""
    return words.rstrip().endswith((":", "："))


def _page(item: Prose) -> Text:
    """The page of the reference that an item of a list begins with a link to; empty where it does not."""
    first = next(iter(item.spans), None)
    if first is None or first.link is None or first.link.elsewhere:
        return Text("")
    return first.link.page
