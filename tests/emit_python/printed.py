"""A small Api in which every kind of type, argument and name occurs, and what is printed of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from scraper.api.model import (
    AnyType,
    Api,
    Array,
    Bounds,
    Location,
    Map,
    Operation,
    Pagination,
    Paging,
    Ref,
    Tag,
    Union,
    Waiter,
)
from scraper.emit.python import files, lay_out
from scraper.text import Text
from tests.emit.builders import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    SERVICE,
    SOURCE,
    STRING,
    api,
    body,
    enumeration,
    fact,
    operation,
    parameter,
    property_,
    response,
    schema,
)

LEAF = schema(
    "Leaf",
    property_("id", required=True),
    property_("color", Ref(name="Color")),
    property_("sizes", Array(items=Ref(name="Size")), required=False),
    property_("class", Map(values=AnyType()), deprecated=True),
    property_("share", Ref(name="Share"), bounds=Bounds(maximum=fact(1))),
    property_("leaf", Ref(name="Leaf")),
)
TREE = schema(
    "TreeReq",
    property_("leaf", Ref(name="Leaf"), required=True),
    property_("leaves", Array(items=Ref(name="Leaf")), required=False),
    property_("name", bounds=Bounds(max_length=fact(5))),
    property_("deep", BOOLEAN),
    property_("either", Union(options=(STRING, Ref(name="Leaf")))),
)


def listing(style: Paging) -> Operation:
    """A list of leaves by page."""
    made = operation(
        f"ListBy{style.capitalize()}",
        path=f"/v1/{style}/leaves",
        parameters=[parameter("at", INTEGER, location=Location.QUERY, required=False)],
        responses=[response("200", Array(items=Ref(name="Leaf")))],
    )
    item = Text("id") if style is Paging.MARKER else Text("")
    at, size = Text("at"), Text("")
    pages = Pagination(
        style=style, parameter=at, size=size, items=(), item=item, source=SOURCE
    )
    return replace(made, pagination=pages)


WAITER = Waiter(
    poll="ShowTree",
    status=(Text("color"),),
    success=(Text("red"),),
    failure=(Text("black"),),
    source=SOURCE,
)
OPERATIONS = (
    replace(operation("GrowTree", "POST", "/v1/grown"), waiter=WAITER),
    replace(operation("BendTree", "POST", "/v1/bent"), waiter=WAITER, tag="Bending"),
    operation(
        "ShowTree", path="/v1/tree", responses=[response("200", Ref(name="Leaf"))]
    ),
    operation(
        "PlantTree",
        "POST",
        "/v1/{project_id}/trees",
        parameters=[
            parameter("project_id"),
            parameter("dry", BOOLEAN, location=Location.QUERY, required=False),
            parameter("X-Sort", location=Location.HEADER, required=False),
        ],
        body=body(Ref(name="TreeReq")),
        responses=[response("201", Ref(name="Leaf"))],
    ),
    operation(
        "ReplaceTrees",
        "PUT",
        "/v1/trees",
        body=body(Array(items=Ref(name="Leaf"))),
        responses=[response("200", Array(items=Ref(name="Leaf")))],
    ),
    replace(operation("CutTree", "DELETE", "/v1/trees"), deprecated=True),
    *map(listing, Paging),
)


@cache
def whole() -> Api:
    share = enumeration("Share", {1: ""}, NUMBER)
    made = api(
        *OPERATIONS,
        schemas=[LEAF, TREE],
        enumerations=[
            enumeration("Color", {"red": "like a rose", "green": ""}),
            enumeration("Size", {1: "small", 2: "large"}, INTEGER),
            replace(share, members=(replace(share.members[0], value=0.5),)),
        ],
        service=replace(SERVICE, title=Text("Things")),
    )
    bending = Tag(name="Bending", title=Text("Bending"))
    return replace(made, tags=(*made.tags, bending))


@cache
def everything() -> dict[str, str]:
    return files(whole(), lay_out(whole()))
