"""One page as its author wrote it: typed, but unresolved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from scraper.document.model import Parent
from scraper.source import Fact, Source
from scraper.text import EMPTY, Link, Prose, Text

# Type expressions: a type cell, parsed; the names in it are not yet resolved.


class Kind(StrEnum):
    """OpenAPI's primitive types."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"


@dataclass(frozen=True, slots=True, kw_only=True)
class Primitive:
    kind: Kind
    format: str = ""
    """OpenAPI's format: int64 (Long), float, double, byte; empty where the documents say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayExpression:
    items: TypeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class MapExpression:
    values: TypeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectExpression:
    """An object; `name` and `link` say which table describes it, if the cell does."""

    name: Text = Text("")
    link: Link | None = None
    guessed: bool = False
    """Only its looks say that the name is an object's: without a table it may be anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionExpression:
    options: tuple[TypeExpression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyExpression:
    """A cell that says nothing, or nothing that can be read (then there is an issue)."""


TypeExpression: TypeAlias = (
    Primitive
    | ArrayExpression
    | MapExpression
    | ObjectExpression
    | UnionExpression
    | AnyExpression
)

# What a description states.

Scalar: TypeAlias = Text | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A documented value of an enumeration and what it means."""

    value: Fact[Scalar]
    meaning: Text = Text("")


class Subject(StrEnum):
    """What a list of values is about."""

    PROPERTY = "property"
    ITEMS = "items"
    """The array's items, or the parts of a joined string (which then has no enumeration)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Limits of a number, of a string's length or of an array's; each None where nothing is said."""

    minimum: Fact[int | float] | None = None
    maximum: Fact[int | float] | None = None
    exclusive_minimum: Fact[int | float] | None = None
    exclusive_maximum: Fact[int | float] | None = None
    min_length: Fact[int] | None = None
    max_length: Fact[int] | None = None
    min_items: Fact[int] | None = None
    max_items: Fact[int] | None = None


NO_BOUNDS = Bounds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """All that a description says about the values, each with the words that say it."""

    values: tuple[Value, ...] = ()
    subject: Subject = Subject.PROPERTY
    default: Fact[Scalar] | None = None
    bounds: Bounds = NO_BOUNDS
    format: Fact[str] | None = None
    """OpenAPI's format of a string of whose type the cell says no more: uuid, date-time, uri, byte."""
    conditions: tuple[Fact[Text], ...] = ()
    """Sentences that say when the property must or may be given."""
    optional: Fact[bool] | None = None
    """The description says by itself that the property is optional (True) or mandatory (False)."""
    deprecated: Fact[bool] | None = None
    shown: tuple[Fact[Text], ...] = ()
    """JSON literals (arrays and objects) that the description gives as examples of the value."""


NO_CONSTRAINTS = Constraints()

# Tables and what they hold.


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDraft:
    """One row of a parameter table."""

    name: Text
    type: TypeExpression
    type_words: Text
    required: Fact[bool] | None
    """None where the table has no Mandatory column (or the cell says nothing)."""
    description: Prose
    constraints: Constraints = NO_CONSTRAINTS
    links: tuple[Link, ...] = ()
    """Links of the description, in order: candidates for the table that describes an object."""
    source: Source


class Role(StrEnum):
    """What a table describes."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    BODY = "body"
    RESPONSE_HEADER = "response header"
    RESPONSE = "response"
    MODEL = "model"
    """A nested object, reached by a reference."""
    STATUS = "status"
    OTHER = "other"
    """No parameters: a mapping, a list of systems; there is an issue."""


class Side(StrEnum):
    REQUEST = "request"
    RESPONSE = "response"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDraft:
    """A table with its role. A table that mixes roles (path and query in the URI section) appears once per role."""

    role: Role
    side: Side
    reason: str
    """Why it has this role, in our words; for `explain`."""
    anchors: tuple[Text, ...]
    label: Text
    caption: Text
    schema_name: Text
    """The schema's name by the table's id or caption; empty where neither names one."""
    status: str = ""
    """For a response: the status named before the table ("200"); empty where none is."""
    has_required: bool = False
    """Whether the table has a Mandatory column."""
    fields: tuple[FieldDraft, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """METHOD /path. `path` has no query; `query` holds the names of a query template or a literal query."""

    method: str
    path: Text
    query: tuple[Text, ...] = ()
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusDraft:
    code: str
    """Three digits."""
    description: Text
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleDraft:
    """An example request or response. `body` is JSON text that parses; None where the example has none."""

    side: Side
    label: Text
    status: str = ""
    method: str = ""
    url: Text = Text("")
    body: Text | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationDraft:
    """A page that documents an operation: it has a METHOD and a path of its own."""

    page: Text
    title: Text
    description: Prose = EMPTY
    request_lines: tuple[RequestLine, ...]
    tables: tuple[TableDraft, ...]
    statuses: tuple[StatusDraft, ...]
    examples: tuple[ExampleDraft, ...]
    parent: Parent | None
    deprecated: Fact[bool] | None = None
    request_links: tuple[Link, ...] = ()
    """Links of the request section outside its tables: pages may share a structure."""
    response_links: tuple[Link, ...] = ()
    """The same of the response section: "See Responses (Task)"."""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePage:
    """Any other page: kept for the tables and status codes that operations refer to."""

    page: Text
    title: Text
    kind: str
    """What the page is, for the summary: "chapter", "structures", "status codes", "error codes",
    "permissions", "other"."""
    tables: tuple[TableDraft, ...]
    statuses: tuple[StatusDraft, ...]
    description: Prose = EMPTY
    """What the page says of itself, without the list of the pages below it."""
    children: tuple[Text, ...] = ()
    """The pages that its lists of links lead to, in their order."""
    section_anchors: tuple[tuple[Text, tuple[Text, ...]], ...] = ()
    """(section title's anchors, anchors of the tables in it): a reference may lead to a section."""
    parent: Parent | None
    source: Source


Draft: TypeAlias = OperationDraft | ReferencePage
