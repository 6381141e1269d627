"""Short constructors for small Apis made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from scraper.api.model import (
    NO_BOUNDS,
    Api,
    Bounds,
    Contact,
    Enumeration,
    Example,
    Kind,
    Location,
    Member,
    Operation,
    Parameter,
    Primitive,
    Property,
    RequestBody,
    RequestLine,
    Response,
    Scalar,
    Schema,
    Server,
    Service,
    Tag,
    Type,
)
from scraper.source import Fact, Source
from scraper.text import Paragraph, Prose, Span, Text

V = TypeVar("V")

SOURCE = Source(page=Text("page.html"), anchor=Text("place"))

STRING = Primitive(kind=Kind.STRING)
INTEGER = Primitive(kind=Kind.INTEGER)
LONG = Primitive(kind=Kind.INTEGER, format="int64")
NUMBER = Primitive(kind=Kind.NUMBER)
BOOLEAN = Primitive(kind=Kind.BOOLEAN)
NULL = Primitive(kind=Kind.NULL)


def scalar(value: str | float) -> Scalar:
    return Text(value) if isinstance(value, str) else value


def fact(value: V) -> Fact[V]:
    return Fact(value=value, words=Text("the words"), source=SOURCE)


def words(*paragraphs: str) -> Prose:
    return Prose(
        blocks=tuple(
            Paragraph(spans=(Span(text=Text(paragraph)),)) for paragraph in paragraphs
        )
    )


def property_(
    name: str,
    type_: Type = STRING,
    *,
    required: bool | None = None,
    description: str = "",
    default: str | float | None = None,
    bounds: Bounds = NO_BOUNDS,
    format: str = "",
    deprecated: bool = False,
) -> Property:
    return Property(
        name=Text(name),
        type=type_,
        required=required,
        description=words(description) if description else Prose(),
        default=None if default is None else fact(scalar(default)),
        bounds=bounds,
        format=fact(format) if format else None,
        deprecated=deprecated,
        source=SOURCE,
    )


def parameter(
    name: str,
    type_: Type = STRING,
    *,
    location: Location = Location.PATH,
    required: bool = True,
) -> Parameter:
    return Parameter(
        location=location, property=property_(name, type_, required=required)
    )


def schema(name: str, *properties: Property, description: str = "") -> Schema:
    prose = words(description) if description else Prose()
    return Schema(name=name, properties=properties, description=prose, source=SOURCE)


def enumeration(
    name: str, members: dict[str | int, str], base: Primitive = STRING
) -> Enumeration:
    return Enumeration(
        name=name,
        base=base,
        members=tuple(
            Member(value=scalar(value), meaning=Text(meaning), source=SOURCE)
            for value, meaning in members.items()
        ),
        description=Prose(),
        source=SOURCE,
    )


def example(label: str, value: str) -> Example:
    return Example(label=Text(label), value=Text(value), source=SOURCE)


def body(type_: Type, *examples: Example, required: bool = True) -> RequestBody:
    return RequestBody(
        type=type_,
        media_type=Text("application/json"),
        required=required,
        examples=examples,
    )


def response(
    status: str = "200",
    type_: Type | None = None,
    *examples: Example,
    description: str = "OK",
) -> Response:
    return Response(
        status=status,
        description=Text(description),
        type=type_,
        examples=examples,
        source=SOURCE,
    )


def operation(
    id_: str = "ShowThing",
    method: str = "GET",
    path: str = "/v2/things/{thing_id}",
    *,
    older: Sequence[str] = (),
    parameters: Sequence[Parameter] = (),
    body: RequestBody | None = None,
    responses: Sequence[Response] = (),
) -> Operation:
    return Operation(
        id=id_,
        tag="Things",
        method=method,
        path=Text(path),
        older_paths=tuple(
            RequestLine(method=method, path=Text(line), source=SOURCE) for line in older
        ),
        title=Text(f"Title of {id_}"),
        description=words("What it does."),
        parameters=tuple(parameters),
        body=body,
        responses=tuple(responses) or (response(),),
        source=SOURCE,
    )


SERVICE = Service(
    name="things",
    title=Text("Things"),
    client="Things",
    package="otc_things",
    distribution="otc-things",
    version="0.1.0",
    server=Server(
        url=Text("https://things.{region}.example.com"),
        regions=(Text("eu-de"), Text("eu-nl")),
    ),
    origin=Text("a folder of pages"),
    documentation=Text("https://docs.example.com/things/"),
    contact=Contact(name=Text("Example Cloud"), url=Text("https://example.com")),
)


def api(
    *operations: Operation,
    schemas: Sequence[Schema] = (),
    enumerations: Sequence[Enumeration] = (),
    service: Service = SERVICE,
) -> Api:
    return Api(
        service=service,
        tags=(Tag(name="Things", title=Text("All things")),),
        operations=operations,
        schemas=tuple(schemas),
        enumerations=tuple(enumerations),
    )


HOSTILE = (
    "a/b~c",
    "__proto__",
    "line\nbreak",
    "🦆",
    "{{ x }}",
    "{% raw %}",
    "${x}",
    "\"double\" 'single' `back`",
    "null",
    "- item: # no",
    "\u2028\x00\x85\ufeff",
    " ",
    "",
    "\ud800",
    "<script>alert(1)</script>",
    "x" * 200,
    "x" * 2000,
    "🦆" * 120,
    "\ufffe",
    "a\uffff b",
    "a\u202eb\u2069",
    "\u061c\u200b",
    "%7B",
    "x y",
)


def hostile_api(text: str) -> Api:
    """An Api that has the text wherever a name or word may come from a document."""
    words_ = words(text, text)
    every = property_(text, description=text, default=text)
    item = replace(
        operation(path=f"/v1/{text}/{{{text}}}", older=[f"/v0/{text}"]),
        tag=text or "Tag",
        title=Text(text),
        description=words_,
        parameters=(
            Parameter(location=Location.PATH, property=every),
            Parameter(location=Location.QUERY, property=every),
        ),
        body=replace(body(STRING, example(text, text)), media_type=Text(text)),
        responses=(response("200", STRING, example(text, "1"), description=text),),
        source=Source(page=Text(text), anchor=Text(text), row=3),
    )
    hostile = Tag(
        name=text, title=Text(text), above=Text(text), description=words(text)
    )
    return Api(
        service=replace(SERVICE, title=Text(text), origin=Text(text)),
        tags=(hostile,),
        operations=(item,),
        schemas=(schema(text, every, description=text),),
        enumerations=(enumeration(f"{text}?", {text: text}),),
    )
