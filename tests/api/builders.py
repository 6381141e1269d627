"""Short constructors for drafts, as the draft stage would make them of pages about an invented service."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from scraper.api.model import Api, Contact, Schema, Server, Service
from scraper.api.resolve import resolve
from scraper.document.model import Parent
from scraper.draft.model import (
    NO_BOUNDS,
    ArrayExpression,
    Bounds,
    Constraints,
    Draft,
    ExampleDraft,
    FieldDraft,
    Kind,
    MapExpression,
    ObjectExpression,
    OperationDraft,
    Primitive,
    ReferencePage,
    RequestLine,
    Role,
    Scalar,
    Side,
    StatusDraft,
    Subject,
    TableDraft,
    TypeExpression,
    Value,
)
from scraper.issues import Issue
from scraper.source import Fact, Source
from scraper.text import EMPTY, Link, Paragraph, Prose, Span, Text

V = TypeVar("V")

HERE = Source(page=Text("PlantTree.html"), anchor=Text("place"))
STRING = Primitive(kind=Kind.STRING)
INTEGER = Primitive(kind=Kind.INTEGER)
NUMBER = Primitive(kind=Kind.NUMBER)
BOOLEAN = Primitive(kind=Kind.BOOLEAN)
OBJECT = ObjectExpression()

SERVICE = Service(
    name="gardens",
    title=Text("Gardens"),
    client="Gardens",
    package="otc_gardens",
    distribution="otc-gardens",
    version="0.1.0",
    server=Server(url=Text("https://gardens.example.com")),
    origin=Text("a folder of pages"),
    documentation=Text("https://docs.example.com/gardens/"),
    contact=Contact(name=Text("Example Cloud"), url=Text("https://example.com")),
)


def fact(value: V, words: str = "the words") -> Fact[V]:
    return Fact(value=value, words=Text(words), source=HERE)


def scalar(value: str | float) -> Scalar:
    return Text(value) if isinstance(value, str) else value


def words(text: str) -> Prose:
    return Prose(blocks=(Paragraph(spans=(Span(text=Text(text)),)),)) if text else EMPTY


def link(target: str) -> Link:
    """`#anchor` on this page, `page.html#anchor` on another, `https:…` elsewhere."""
    page, _, anchor = target.partition("#")
    return Link(
        page=Text(page), anchor=Text(anchor), elsewhere=target.startswith("https:")
    )


def thing(name: str = "", to: str = "") -> ObjectExpression:
    """The type `name object`, linked to a table."""
    return ObjectExpression(name=Text(name), link=link(to) if to else None)


def array(items: TypeExpression) -> ArrayExpression:
    return ArrayExpression(items=items)


def mapping(values: TypeExpression) -> MapExpression:
    return MapExpression(values=values)


def field(
    name: str,
    type_: TypeExpression = STRING,
    required: bool | None = None,
    *,
    values: Sequence[str | float] = (),
    meanings: Sequence[str] = (),
    of_items: bool = False,
    default: str | float | None = None,
    bounds: Bounds = NO_BOUNDS,
    format: str = "",
    links: Sequence[str] = (),
    shown: Sequence[str] = (),
    optional: bool | None = None,
    description: str = "",
) -> FieldDraft:
    told = [*meanings, *[""] * (len(values) - len(meanings))]
    return FieldDraft(
        name=Text(name),
        type=type_,
        type_words=Text("the type"),
        required=None if required is None else fact(required),
        description=words(description),
        constraints=Constraints(
            values=tuple(
                Value(value=fact(scalar(value)), meaning=Text(meaning))
                for value, meaning in zip(values, told, strict=True)
            ),
            subject=Subject.ITEMS if of_items else Subject.PROPERTY,
            default=None if default is None else fact(scalar(default)),
            bounds=bounds,
            format=fact(format) if format else None,
            optional=None if optional is None else fact(optional, "(Optional)"),
            shown=tuple(fact(Text(one)) for one in shown),
        ),
        links=tuple(link(one) for one in links),
        source=HERE,
    )


_SIDES = {
    Role.BODY: Side.REQUEST,
    Role.RESPONSE: Side.RESPONSE,
    Role.RESPONSE_HEADER: Side.RESPONSE,
}


def table(
    role: Role,
    *fields: FieldDraft,
    anchor: str = "",
    name: str = "",
    status: str = "",
    side: Side | None = None,
) -> TableDraft:
    return TableDraft(
        role=role,
        side=side or _SIDES.get(role, Side.REQUEST),
        reason="a test says so",
        anchors=(Text(anchor),) if anchor else (),
        label=Text("Table 1"),
        caption=Text(f"{name} parameters"),
        schema_name=Text(name),
        status=status,
        fields=fields,
        source=HERE,
    )


def body(*fields: FieldDraft, anchor: str = "", name: str = "") -> TableDraft:
    return table(Role.BODY, *fields, anchor=anchor, name=name)


def answer(*fields: FieldDraft, name: str = "", status: str = "") -> TableDraft:
    return table(Role.RESPONSE, *fields, name=name, status=status)


def nested(
    name: str, *fields: FieldDraft, anchor: str = "", side: Side = Side.REQUEST
) -> TableDraft:
    return table(Role.MODEL, *fields, anchor=anchor or name, name=name, side=side)


def request_line(text: str) -> RequestLine:
    """`GET /v1/trees?{limit}`: names of the query behind the question mark."""
    method, _, uri = text.partition(" ")
    path, _, query = uri.partition("?")
    names = tuple(Text(name) for name in query.split("&") if name)
    return RequestLine(method=method, path=Text(path), query=names, source=HERE)


def status(code: str, description: str = "") -> StatusDraft:
    return StatusDraft(code=code, description=Text(description), source=HERE)


def example(side: Side, text: str | None, *, of_status: str = "") -> ExampleDraft:
    return ExampleDraft(
        side=side,
        label=Text(""),
        status=of_status,
        body=None if text is None else Text(text),
        source=HERE,
    )


def operation(
    page: str,
    lines: str | Sequence[str],
    *tables: TableDraft,
    title: str = "Planting a Tree",
    statuses: Sequence[StatusDraft] = (),
    examples: Sequence[ExampleDraft] = (),
    parent: str = "Trees",
    deprecated: bool = False,
) -> OperationDraft:
    lines = [lines] if isinstance(lines, str) else lines
    return OperationDraft(
        page=Text(f"{page}.html"),
        title=Text(title),
        request_lines=tuple(request_line(one) for one in lines),
        tables=tables,
        statuses=tuple(statuses),
        examples=tuple(examples),
        parent=(
            Parent(title=Text(parent), link=link("chapter.html")) if parent else None
        ),
        deprecated=fact(True) if deprecated else None,
        source=Source(page=Text(f"{page}.html")),
    )


def reference(
    page: str, *tables: TableDraft, sections: Sequence[tuple[str, Sequence[str]]] = ()
) -> ReferencePage:
    return ReferencePage(
        page=Text(f"{page}.html"),
        title=Text("Data Structures"),
        kind="structures",
        tables=tables,
        statuses=(),
        section_anchors=tuple(
            (Text(section), tuple(Text(one) for one in anchors))
            for section, anchors in sections
        ),
        parent=None,
        source=Source(page=Text(f"{page}.html")),
    )


def resolved(*drafts: Draft) -> tuple[Api, tuple[Issue, ...]]:
    made = resolve(drafts, SERVICE)
    return made.api, made.issues


def api(*drafts: Draft) -> Api:
    return resolved(*drafts)[0]


def codes(issues: Sequence[Issue]) -> list[str]:
    return sorted(issue.code for issue in issues)


def schemas(result: Api) -> dict[str, list[str]]:
    """Each schema's name with the wire names of its properties."""
    return {
        one.name: [property_.name.plain for property_ in one.properties]
        for one in result.schemas
    }


def schema(result: Api, name: str) -> Schema:
    (found,) = [one for one in result.schemas if one.name == name]
    return found
