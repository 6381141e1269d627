"""Blocks that may hold METHOD and path, a method and a path that stand apart put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from scraper.document.model import Element, Table
from scraper.draft.columns import plain
from scraper.draft.sections import Part
from scraper.draft.vocabulary import columns as words
from scraper.source import Source
from scraper.text import Bullets, Code, Paragraph, Text

METHODS = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS"
_METHOD = re.compile(METHODS)
_LABELLED = re.compile(r"([A-Za-z ]++)\s*+[:：]\s*+(\S.*)", re.DOTALL)
_PATH = re.compile(r"(?:https?:/)?/\S+")


def blocks(parts: Iterable[Part]) -> Iterator[tuple[str, Source]]:
    """The words of every block on one line each, with their place.

    A method alone in its block goes before the path alone in another, wherever it
    stands; either may have a label: "Method: GET", "Path: /v1/lamps".
    """
    method = path = ""
    for block, source in _lines(parts):
        bare = _unlabelled(block)
        if _METHOD.fullmatch(bare):
            method = bare
        elif _PATH.fullmatch(bare) and not method:
            path = path or bare
        else:
            yield f"{method} {bare if method else block}".strip(), source
            method = ""
        if method and path:
            yield f"{method} {path}", source
            method = path = ""


def _lines(parts: Iterable[Part]) -> Iterator[tuple[str, Source]]:
    for part in parts:
        only_method = plain(part.title).removesuffix("s") in words.METHOD
        for line in _words(part.elements):
            # A section about methods in general names many things besides.
            if not only_method or _METHOD.fullmatch(_unlabelled(line)):
                yield line, part.source


def _words(elements: Iterable[Element]) -> Iterator[str]:
    """The words of every block: lists opened, tables of methods and paths row by row."""
    for element in elements:
        match element:
            case Paragraph() | Code():
                yield _line(element.text)
            case Bullets(items=items):
                for item in items:
                    yield from _words(item.blocks)
            case Table():
                yield from of_table(element)
            case _:
                assert_never(element)


def of_table(table: Table) -> Iterator[str]:
    """METHOD and path of a table with a column for each, or with a row for each."""
    heads = [plain(column) for column in table.columns]
    method = next((at for at, head in enumerate(heads) if head in words.METHOD), None)
    path = next((at for at, head in enumerate(heads) if head in words.ADDRESS), None)
    if method is not None and path is not None:
        for row in table.rows:
            found, address = _line(row.cells[method].text), row.cells[path].text
            if _METHOD.fullmatch(found):
                yield f"{found} {_line(address)}"
    elif len(heads) == 2:
        yield from _pair(*table.columns)
        for row in table.rows:
            yield from _pair(*(cell.text for cell in row.cells))


def _pair(head: Text, value: Text) -> Iterator[str]:
    """A row "Method | GET" or "URI | /v1/lamps" as a block with a label."""
    wanted = _METHOD if plain(head) in words.METHOD else _PATH
    known = plain(head) in words.METHOD | words.ADDRESS
    if known and wanted.fullmatch(_line(value)):
        yield f"{head.plain}: {_line(value)}"


def _line(text: Text) -> str:
    return " ".join(text.plain.split())


def _unlabelled(block: str) -> str:
    """A block without "Method:" or "Path:" before it."""
    match = _LABELLED.fullmatch(block)
    known = words.METHOD | words.ADDRESS
    label = match[1].strip().lower().removesuffix(" format") if match else ""
    return match[2] if match and label.rstrip() in known else block
