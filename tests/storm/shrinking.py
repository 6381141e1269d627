"""A document that fails, with all left out that it does not need for that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from tests.storm.breaks import Broken

TRIES: Final = 600
"""How many documents are tried at most."""
_STEPS: Final = (4096, 1024, 256, 64, 16, 4, 1)


def smallest(document: Broken, fails: Callable[[Broken], bool]) -> Broken:
    """The smallest one that was found by leaving out pages and stretches of bytes; it still fails."""
    left = TRIES
    made = document
    for one in (_fewer_pages, *(_shorter(step) for step in _STEPS)):
        at = 0
        while left and (smaller := next(islice(one(made), at, None), None)):
            left -= 1
            if fails(smaller):
                made = smaller
            else:
                at += 1
    return made


def _fewer_pages(document: Broken) -> Iterator[Broken]:
    """Without the table of contents, or without one of the pages."""
    if document.contents:
        yield replace(document, contents=b"")
    for name in document.pages:
        pages = {one: each for one, each in document.pages.items() if one != name}
        meant = {o: each for o, each in document.meant.pages.items() if o != name}
        if pages:
            yield replace(
                document, pages=pages, meant=replace(document.meant, pages=meant)
            )


def _shorter(step: int) -> Callable[[Broken], Iterator[Broken]]:
    def shorter(document: Broken) -> Iterator[Broken]:
        for name, content in document.pages.items():
            for start in range(0, len(content), step):
                cut = content[:start] + content[start + step :]
                yield replace(document, pages={**document.pages, name: cut})

    return shorter
