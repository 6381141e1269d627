"""Words for one line of a plain text file."""

from __future__ import annotations

from scraper.characters import escaped
from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Key
from scraper.source import Source


def line(text: Key) -> str:
    """The words on one line: blanks of any kind become one blank, what cannot be seen is escaped."""
    return escaped(" ".join(tree.characters(text).split()))


def place(source: Source) -> str:
    """`page#anchor row n`, without the parts that the source lacks."""
    anchor = f"#{line(source.anchor)}" if source.anchor else ""
    row = f" row {source.row}" if source.row else ""
    return line(source.page) + anchor + row
