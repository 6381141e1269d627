"""What the columns of a table hold, by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scraper.document.model import Table
from scraper.draft.vocabulary import columns as words
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The places of the known columns of a parameter table; None where there is none."""

    name: int
    type: int | None = None
    required: int | None = None
    inverted: bool = False
    """The column says whether a property is optional."""
    description: int | None = None
    others: tuple[tuple[int, Text], ...] = ()
    """Columns with other words above (Default Value, Constraint, …), in order."""


def read(table: Table) -> Columns | None:
    """The columns of a parameter table; None for a table of other things."""
    heads = [plain(column) for column in table.columns]
    type = _first(heads, words.TYPE)
    required = _first(heads, words.REQUIRED)
    optional = _first(heads, words.OPTIONAL) if required is None else None
    typed = type is not None or required is not None or optional is not None
    name = _first(heads, words.NAME | words.WEAK_NAME if typed else words.NAME)
    description = _first(heads, words.DESCRIPTION)
    if name is None or not (typed or (name == 0 and description is not None)):
        return None
    if status(table) is not None and not typed:
        return None
    known = {name, type, required, optional, description}
    return Columns(
        name=name,
        type=type,
        required=required if optional is None else optional,
        inverted=optional is not None,
        description=description,
        others=tuple(
            (at, head) for at, head in enumerate(table.columns) if at not in known
        ),
    )


def status(table: Table) -> int | None:
    """The column of status codes; None where no row has a code of three digits in one."""
    for at, head in enumerate(table.columns):
        if plain(head) in words.STATUS and any(
            codes(row.cells[at].text) for row in table.rows
        ):
            return at
    return None


def kinds(table: Table) -> Iterator[str]:
    """What a table that holds no parameters is about: "error codes", "permissions"."""
    heads = {plain(column) for column in table.columns}
    if heads & words.ERROR:
        yield "error codes"
    if heads & words.PERMISSION:
        yield "permissions"
    if status(table) is not None:
        yield "status codes"


def plain(head: Text) -> str:
    return head.plain.lower().strip(" :*")


def codes(cell: Text) -> tuple[str, ...]:
    """The status codes that a cell names: "200", "200 OK", "Normal: 200", "201/202"."""
    return tuple(re.findall(r"(?<![\w.])[1-5]\d\d(?![\w.]*\d|[\w-])", cell.plain))


def _first(heads: list[str], known: frozenset[str]) -> int | None:
    return next((at for at, head in enumerate(heads) if head in known), None)
