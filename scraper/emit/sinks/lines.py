"""Words for one line of a plain text file."""

from __future__ import annotations

import re

from scraper.emit.sinks import marks, tree
from scraper.emit.sinks.tree import Key
from scraper.source import Source

# A line may be a comment in YAML.
_INVISIBLE = re.compile(f"[{marks.UNPRINTABLE}{marks.DIRECTION}{marks.WIDTHLESS}]")


def line(text: Key) -> str:
    """The words on one line: blanks of any kind become one blank, what cannot be seen is escaped."""
    words = " ".join(tree.characters(text).split())
    return _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", words)


def place(source: Source) -> str:
    """`page#anchor row n`, without the parts that the source lacks."""
    anchor = f"#{line(source.anchor)}" if source.anchor else ""
    row = f" row {source.row}" if source.row else ""
    return line(source.page) + anchor + row
