"""What the columns of a table hold, by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scraper.document.model import Table
from scraper.draft.vocabulary import columns as words
from scraper.text import Text

_ASIDE = re.compile(r"(?:(?<!\s)\s++)?[(（].{0,80}?[)）]\s*")
_WORD = re.compile(r"[a-z/]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The places of the known columns of a parameter table; None where there is none."""

    name: int
    type: int | None = None
    required: int | None = None
    inverted: bool = False
    """The column says whether a property is optional."""
    location: int | None = None
    """Each row says whether it belongs to the path, the query, the header or the body."""
    description: int | None = None
    others: tuple[tuple[int, Text], ...] = ()
    """Columns with other words above (Default Value, Constraint, …), in order."""


def read(table: Table) -> Columns | None:
    """The columns of a parameter table; None for a table of other things."""
    heads = [plain(column) for column in table.columns]
    location = _location(table, heads)
    typed = [head if at != location else "" for at, head in enumerate(heads)]
    type = _ranked(typed, words.TYPES)
    required = _first(heads, _is_required)
    optional = _first(heads, _is_optional) if required is None else None
    telling = any(at is not None for at in (type, required, optional, location))
    name = _ranked(heads, words.NAMES if telling else words.NAMES[:1])
    description = _ranked(heads, words.DESCRIPTIONS)
    if name is None or not (telling or (name == 0 and description is not None)):
        return None
    if status(table) is not None and not telling:
        return None
    known = {name, type, required, optional, location, description}
    return Columns(
        name=name,
        type=type,
        required=required if optional is None else optional,
        inverted=optional is not None,
        location=location,
        description=description,
        others=tuple(
            (at, head)
            for at, head in enumerate(table.columns)
            if at not in known and heads[at] not in words.COUNTING
        ),
    )


def status(table: Table) -> int | None:
    """The column of status codes; None where no row has a code of three digits in one."""
    for at, head in enumerate(table.columns):
        if _is_status(plain(head)) and any(
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
    return head.plain.lower().strip(" :：*")


def codes(cell: Text) -> tuple[str, ...]:
    """The status codes that a cell names: "200", "200 OK", "Normal: 200", "201/202"."""
    return tuple(re.findall(r"(?<![\w.])[1-5]\d\d(?![\w.]*\d|[\w-])", cell.plain))


def place(cell: Text) -> str:
    """The location that a cell names: "path", "query", "header", "body" or none."""
    return words.PLACES.get(plain(cell).removeprefix("in "), "")


def _location(table: Table, heads: list[str]) -> int | None:
    for at, head in enumerate(heads):
        cells = [row.cells[at].text for row in table.rows if row.cells[at]]
        if head in words.LOCATION and cells and all(map(place, cells)):
            return at
    return None


def _is_required(head: str) -> bool:
    found = _bare_words(head)
    if head in words.REQUIRED | words.NOUNS_OF_REQUIRED:
        return True
    return bool(found & words.REQUIRED) and found <= words.REQUIRED | words.ASKING


def _is_optional(head: str) -> bool:
    found = _bare_words(head)
    return bool(found & words.OPTIONAL) and found <= words.OPTIONAL | words.ASKING


def _is_status(head: str) -> bool:
    found = _bare_words(head)
    if not found <= words.OF_CODES:
        return False
    return bool(
        found & words.CODES or (found & words.RETURNED and found & words.VALUES)
    )


def _bare_words(head: str) -> set[str]:
    """The words of a header cell: those in parentheses not, "a/b" as a whole and both."""
    found: set[str] = set()
    for word in _WORD.findall(_ASIDE.sub(" ", head)):
        found |= {word} if word in words.REQUIRED else set(word.split("/")) - {""}
    return found


def _ranked(heads: list[str], ranks: Iterable[frozenset[str]]) -> int | None:
    """The first column with words of the surest rank that occurs."""
    bare = [_ASIDE.sub("", head).strip() for head in heads]
    for known in ranks:
        if (at := _first(bare, known.__contains__)) is not None:
            return at
    return None


def _first(heads: list[str], wanted: Callable[[str], bool]) -> int | None:
    return next((at for at, head in enumerate(heads) if head and wanted(head)), None)
