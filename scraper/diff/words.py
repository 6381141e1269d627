"""Words without their markup: what is the same text, and what a reader is shown of two that are not."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence

from scraper.characters import DIRECTION, UNPRINTABLE, WIDTHLESS
from scraper.emit.sinks import tree
from scraper.text import Prose, Text

# The number of a table is given by the tool that exports the page.
_TABLE_NUMBER = re.compile(r"\b(Table|Figure) ?\d+(?:-\d+)*", re.IGNORECASE)
# Marks of a list, and what the rendering of a page adds or loses: blanks, bold and the underscores of `__ALL__`.
_MARKUP = re.compile(r"[\s*`_•●\\-]+")
# What descriptions cannot hold, and the character that stands there instead.
_UNSEEN = re.compile(f"[\ufffd{UNPRINTABLE}{WIDTHLESS}{DIRECTION}]+")


def same(old: Prose | Text, new: Prose | Text) -> bool:
    """Whether two texts say the same, word by word: neither markup nor blanks nor what nobody sees nor numbers of tables count."""
    return _normal(old) == _normal(new)


def same_json(old: Text, new: Text) -> bool:
    """Whether two examples hold the same value; what is no JSON is compared as words."""
    try:
        return _parsed(old) == _parsed(new)
    except (ValueError, RecursionError):
        return same(old, new)


def text(written: Prose | Text) -> Text:
    """All words on one line."""
    return Text(" ".join(_characters(written).split()))


CONTEXT = 6
"""Words that are shown before and after the first and the last word that changed."""


def excerpt(old: Text, new: Text, length: int = 160) -> tuple[Text, Text]:
    """Of two texts the part that differs, with some words around it, each at most `length` characters."""
    before, after = (tree.characters(each).split() for each in (old, new))
    begin = _alike(before, after)
    end = _alike(before[begin:][::-1], after[begin:][::-1])
    return (
        _cut(before, begin - CONTEXT, len(before) - end + CONTEXT, length),
        _cut(after, begin - CONTEXT, len(after) - end + CONTEXT, length),
    )


def _alike(these: Sequence[str], those: Sequence[str]) -> int:
    """How many words at the beginning are the same."""
    pairs = enumerate(zip(these, those, strict=False))
    shorter = min(len(these), len(those))
    return next((at for at, (one, other) in pairs if one != other), shorter)


def _cut(words: list[str], begin: int, end: int, length: int) -> Text:
    first, last = max(0, begin), min(len(words), end)
    shown = " ".join(words[first:last])
    if len(shown) > length:
        shown, last = shown[:length].rstrip(), -1
    head = "… " if first else ""
    return Text(f"{head}{shown}{' …' if last != len(words) else ''}")


def _normal(written: Prose | Text) -> str:
    words = unicodedata.normalize("NFKC", _UNSEEN.sub("", _characters(written)))
    return _MARKUP.sub("", _TABLE_NUMBER.sub(r"\1", words))


def _characters(written: Prose | Text) -> str:
    return tree.characters(written.text if isinstance(written, Prose) else written)


def _parsed(words: Text) -> str:
    return json.dumps(json.loads(tree.characters(words)), sort_keys=True)
