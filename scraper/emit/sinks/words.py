"""Words of a document compared, and taken apart."""

from __future__ import annotations

import re

from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Key
from scraper.text import Prose, Text

_NUMBER = re.compile(r"~\d+$")
_LETTERS = re.compile(r"[^\W_]+")


def letters(words: Key) -> str:
    """Letters and digits alone, in lower case: `real-time` and `RealTime` are the same."""
    return "".join(_LETTERS.findall(tree.characters(words))).lower()


def without_number(anchor: Text) -> Text:
    """An anchor as it stands on its page: a second place under the same one has a number of ours behind it."""
    return Text(_NUMBER.sub("", anchor.plain))


def mentions(prose: Prose, name: Text) -> bool:
    """Whether the prose has the name as a word of its own."""
    if not name:
        return False
    word = rf"(?<![\w-]){re.escape(name.plain)}(?![\w-])"
    return re.search(word, prose.text.plain) is not None
