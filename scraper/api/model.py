"""The intermediate model of one service: every reference resolved, every name final; no model knows its target."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from scraper.api.service import Contact, Server, Service
from scraper.draft.model import NO_BOUNDS, Bounds, Kind, Primitive, RequestLine, Scalar
from scraper.source import Fact, Source
from scraper.text import EMPTY, Prose, Text

__all__ = [
    "NO_BOUNDS",
    "AnyType",
    "Api",
    "Array",
    "Bounds",
    "Contact",
    "Enumeration",
    "Example",
    "Kind",
    "Location",
    "Map",
    "Member",
    "Operation",
    "Pagination",
    "Paging",
    "Parameter",
    "Primitive",
    "Property",
    "Ref",
    "RequestBody",
    "RequestLine",
    "Response",
    "Scalar",
    "Schema",
    "Server",
    "Service",
    "Tag",
    "Type",
    "Union",
    "Waiter",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Array:
    items: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    values: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A schema or an enumeration of the same Api, by name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    options: tuple[Type, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyType:
    """Any JSON value."""


Type: TypeAlias = Primitive | Array | Map | Ref | Union | AnyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A value of an enumeration and its documented meaning (empty where there is none)."""

    value: Scalar
    meaning: Text
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """Documented values of a primitive; the documents' lists are open, so another value is possible."""

    name: str
    base: Primitive
    members: tuple[Member, ...]
    description: Prose
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A member of a schema, or what a parameter carries."""

    name: Text
    """The wire name."""
    type: Type
    required: bool | None
    """None: the documents do not say (a response table without a Mandatory column)."""
    description: Prose = EMPTY
    default: Fact[Scalar] | None = None
    bounds: Bounds = NO_BOUNDS
    format: Fact[str] | None = None
    """OpenAPI's format, where the description of a string states it; that of the type cell is part of the type."""
    conditions: tuple[Fact[Text], ...] = ()
    deprecated: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """An object type."""

    name: str
    properties: tuple[Property, ...]
    description: Prose = EMPTY
    source: Source


class Location(StrEnum):
    PATH = "path"
    QUERY = "query"
    HEADER = "header"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    location: Location
    property: Property


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A documented example; `value` is JSON text."""

    label: Text
    value: Text
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestBody:
    type: Type
    media_type: Text
    required: bool
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    status: str
    description: Text
    type: Type | None
    """None: no body is documented (for an error status the cloud's usual error object is meant)."""
    headers: tuple[Property, ...] = ()
    examples: tuple[Example, ...] = ()
    source: Source

    @property
    def is_error(self) -> bool:
        return self.status >= "400"

    @property
    def is_empty(self) -> bool:
        """Whether HTTP has no room for a body under the status (RFC 9110)."""
        return self.status in ("204", "205", "304") or self.status.startswith("1")


class Paging(StrEnum):
    """What the parameter counts that asks for a page."""

    PAGE = "page"
    """Pages."""
    OFFSET = "offset"
    """Items that are left out."""
    MARKER = "marker"
    """Nothing: it names the item or the place after which the page begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How an operation answers page by page: names on the wire."""

    style: Paging
    parameter: Text
    """The query parameter that says where a page begins."""
    size: Text
    """The query parameter that says how much a page holds at most."""
    in_body: bool = False
    """Whether these two are properties of the body instead."""
    items: tuple[Text, ...]
    """The properties that lead to the list in the answer; empty where the answer is the list."""
    first: int = 0
    """The parameter's value for the first page; a marker has none."""
    next: tuple[Text, ...] = ()
    """The properties that lead to the next marker in the answer."""
    item: Text = Text("")
    """Else the property of the last item that is the next marker."""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiter:
    """How to learn whether what an operation started has come to an end: another operation is called until it tells."""

    poll: str
    """The id of that operation."""
    status: tuple[Text, ...]
    """The properties that lead to the status in its answer."""
    success: tuple[Scalar, ...]
    failure: tuple[Scalar, ...] = ()
    delay: float = 5
    """Seconds before the second call."""
    backoff: float = 1.5
    """What each pause is multiplied by to give the next one."""
    max_delay: float = 60
    timeout: float = 1800
    """Seconds in all."""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    id: str
    """PascalCase and unique: `CreateTask`."""
    tag: str
    method: str
    path: Text
    """The path template, without a query."""
    older_paths: tuple[RequestLine, ...] = ()
    """The same operation under an older version's path."""
    title: Text
    description: Prose
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    responses: tuple[Response, ...]
    pagination: Pagination | None = None
    waiter: Waiter | None = None
    """Only people know it: no page tells."""
    deprecated: bool = False
    source: Source

    @property
    def answer(self) -> Response | None:
        """The success that tells most: the first with a body, else the first."""
        successes = [one for one in self.responses if one.status.startswith("2")]
        with_body = [one for one in successes if one.type is not None]
        return next(iter(with_body or successes), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A chapter of the reference, and a group of operations."""

    name: str
    """PascalCase: `IntelligentTask`."""
    title: Text
    page: Text = Text("")
    """The chapter's own page; empty where operations belong to none."""
    above: Text = Text("")
    """What the chapter above is called, unlike any other that is above one; empty where there is none."""
    description: Prose = EMPTY
    """The words of the chapter's own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    service: Service
    tags: tuple[Tag, ...]
    """In the order of reading."""
    operations: tuple[Operation, ...]
    schemas: tuple[Schema, ...]
    enumerations: tuple[Enumeration, ...]
