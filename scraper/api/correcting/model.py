"""Corrections as values: a place of the documents, what stands there, and what holds instead."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final, TypeAlias

from scraper.api.model import Pagination, Waiter
from scraper.draft.model import Role, Scalar, Side
from scraper.issues import ScraperError, quoted
from scraper.source import Source
from scraper.text import Prose, Text

FILE: Final = "corrections.toml"
"""The page's name in the source of what a correction says; the row is its number."""

NOTHING: Final = "nothing"
"""How a value that is not there is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """As far as the kind of correction needs it; what is empty or 0 is not asked for."""

    page: Text
    table: Text = Text("")
    """An anchor of the table, or its label ("Table 3")."""
    property: Text = Text("")
    row: int = 0
    """The row, from 1, where a table has a name twice."""
    example: int | Text = 0
    """Its number on the page, from 1, as `explain` counts them, or its label."""
    path: tuple[str | int, ...] = ()
    """The keys and indices that lead to a part of the example."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A value of an enumeration; a meaning of None keeps the documented one."""

    value: Scalar
    meaning: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeChange:
    was: Text
    """The cell's words; empty where the documents give none."""
    now: Prose
    """What the cell should hold, links to tables included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredChange:
    was: bool | None
    now: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumChange:
    """Empty where there is no enumeration."""

    was: tuple[Listed, ...]
    now: tuple[Listed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultChange:
    was: Scalar | None
    now: Scalar | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundChange:
    bound: str
    """A field of `Bounds`."""
    was: int | float | None
    now: int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChange:
    now: Text


FieldChange: TypeAlias = (
    TypeChange | RequiredChange | EnumChange | DefaultChange | BoundChange | NameChange
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyAdded:
    """A property that no row documents; its place says where it goes, `role` into which part of the request."""

    type: Prose
    changes: tuple[FieldChange, ...]
    """What else is known of it."""
    description: Text = Text("")
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyRemoved:
    was: Text
    """The type's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleChange:
    """JSON texts; None: nothing is there, or nothing shall be."""

    was: Text | None
    now: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleAdded:
    side: Side
    status: str
    label: Text
    body: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChange:
    was: Role
    now: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class IdChange:
    """Another id for an operation: what its method is called by."""

    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaginationChange:
    """How an operation turns pages; None: it does not."""

    was: Pagination | None
    now: Pagination | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiterChange:
    """How to wait for what an operation starts."""

    now: Waiter


Change: TypeAlias = (
    FieldChange
    | PropertyAdded
    | PropertyRemoved
    | ExampleChange
    | ExampleAdded
    | RoleChange
    | IdChange
    | PaginationChange
    | WaiterChange
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    number: int
    """From 1, in the order of the file."""
    file: str
    """How errors call the file."""
    place: Place
    fact: str
    """What is corrected, in the word of the file."""
    change: Change
    reason: str

    @property
    def source(self) -> Source:
        """Where a value comes from that this correction makes."""
        return Source(page=Text(FILE), row=self.number)

    @property
    def words(self) -> Text:
        """What states such a value."""
        return Text(f"{FILE}: {self.reason}")

    def refused(self, problem: str, way_out: str) -> Refused:
        """The error that stops everything: file, number and place, the problem, and what to do about it."""
        return Refused(
            f"{self.file}: correction {self.number}: {shown_place(self.place)}:"
            f" {self.fact}: {problem}; {way_out}",
            self,
        )

    def stale(self, expected: str, found: str) -> ScraperError:
        """The error for a place that does not hold what the correction says."""
        problem = f"expected {cut(expected)}, found {cut(found)}"
        return self.refused(
            problem,
            "the page or its reading has changed: adapt `was`, or take the correction out",
        )


class Refused(ScraperError):  # noqa: N818 - what happened to the correction
    """A correction that does not apply to the pages as they are."""

    def __init__(self, words: str, correction: Correction) -> None:
        super().__init__(words)
        self.correction = correction


def shown(value: Scalar | None) -> str:
    """A value as it is compared and shown: strings in quotation marks."""
    if value is None:
        return NOTHING
    plain = value.plain if isinstance(value, Text) else value
    return json.dumps(plain, ensure_ascii=False)


def shown_pagination(pagination: Pagination | None) -> str:
    """Its keys as a corrections.toml gives them."""
    if pagination is None:
        return NOTHING
    keys = {
        "style": pagination.style.value,
        "parameter": pagination.parameter.plain,
        "size": pagination.size.plain,
        "items": [one.plain for one in pagination.items],
        "first": pagination.first,
        "next": [one.plain for one in pagination.next],
        "item": pagination.item.plain,
    }
    return json.dumps(
        {key: told for key, told in keys.items() if told or key == "items"}
    )


def cut(words: str) -> str:
    """Words on one line, at most 120 characters, control characters escaped."""
    return quoted(Text(words))[1:-1]


def shown_place(place: Place) -> str:
    """A place in the words of issues.txt and `explain`."""
    words = cut(place.page.plain)
    if place.table:
        words += f"#{cut(place.table.plain)}"
    if place.row:
        words += f" row {place.row}"
    if place.property:
        words += f" property {quoted(place.property)}"
    if place.example:
        named = place.example
        words += f" example {quoted(named) if isinstance(named, Text) else named}"
    return words
