"""Two Apis beside each other: (title, old, new, the changes as verdict, kind, place, old → new)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.api.model import (
    NO_BOUNDS,
    AnyType,
    Api,
    Array,
    Bounds,
    Location,
    Map,
    Operation,
    Parameter,
    Property,
    Ref,
    Tag,
    Type,
    Union,
)
from scraper.diff.compare import compare
from scraper.source import Source
from scraper.text import Text
from tests.emit.builders import (
    BOOLEAN,
    INTEGER,
    LONG,
    NUMBER,
    SERVICE,
    STRING,
    api,
    body,
    enumeration,
    example,
    fact,
    operation,
    parameter,
    property_,
    response,
    schema,
    words,
)

THING = Ref(name="Thing")


def told(old: Api, new: Api) -> list[str]:
    lines: list[str] = []
    for one in compare(old, new):
        values = [None if each is None else each.plain for each in (one.old, one.new)]
        lines.append(
            f"{one.verdict.value} {one.kind.value} {one.place.plain}:"
            f" {values[0]} -> {values[1]}"
        )
    return lines


def asked(*properties: Property) -> Api:
    """An Api that takes a Thing."""
    taking = operation("PutThing", "PUT", "/v2/things", body=body(THING))
    return api(taking, schemas=[schema("Thing", *properties)])


def answered(*properties: Property) -> Api:
    """An Api that answers a Thing."""
    giving = operation("ShowThing", responses=[response("200", THING)])
    return api(giving, schemas=[schema("Thing", *properties)])


def both_ways(*properties: Property) -> Api:
    given = operation(
        "PutThing", "PUT", "/v2/t", body=body(THING), responses=[response("200", THING)]
    )
    return api(given, schemas=[schema("Thing", *properties)])


A = property_("a")
B = property_("b")

# (title, old properties, new ones, in a request, in an answer)
PROPERTIES: list[tuple[str, list[Property], list[Property], str, str]] = [
    ("nothing", [A, B], [A, B], "", ""),
    ("another order", [A, B], [B, A], "", ""),
    ("one more", [A], [A, B], "compatible property Thing.b: None -> b", "compatible property Thing.b: None -> b"),
    (
        "one more, required", [A], [A, property_("b", required=True)],
        "breaking property Thing.b: None -> b", "compatible property Thing.b: None -> b",
    ),
    ("one less", [A, B], [A], "breaking property Thing.b: b -> None", "breaking property Thing.b: b -> None"),
    (
        "now required", [property_("a", required=False)], [property_("a", required=True)],
        "breaking required Thing.a: no -> yes", "compatible required Thing.a: no -> yes",
    ),
    (
        "now optional", [property_("a", required=True)], [property_("a", required=False)],
        "compatible required Thing.a: yes -> no", "breaking required Thing.a: yes -> no",
    ),
    (
        "nothing is said any more", [property_("a", required=False)], [property_("a")],
        "", "compatible required Thing.a: no -> not said",
    ),
    (
        "optional, and nothing was said", [property_("a")], [property_("a", required=False)],
        "", "breaking required Thing.a: not said -> no",
    ),
    ("another type", [A], [property_("a", INTEGER)],
        "breaking type Thing.a: string -> integer", "breaking type Thing.a: string -> integer"),
    ("a longer number", [property_("a", INTEGER)], [property_("a", LONG)], "", ""),
    ("a number for an integer", [property_("a", INTEGER)], [property_("a", NUMBER)],
        "compatible type Thing.a: integer -> number", "breaking type Thing.a: integer -> number"),
    ("an integer for a number", [property_("a", NUMBER)], [property_("a", INTEGER)],
        "breaking type Thing.a: number -> integer", "compatible type Thing.a: number -> integer"),
    ("any value", [A], [property_("a", AnyType())],
        "compatible type Thing.a: string -> any value", "breaking type Thing.a: string -> any value"),
    ("one of two", [A], [property_("a", Union(options=(STRING, INTEGER)))],
        "compatible type Thing.a: string -> string or integer", "breaking type Thing.a: string -> string or integer"),
    ("a list of one", [A], [property_("a", Array(items=STRING))],
        "breaking type Thing.a: string -> array of string", "breaking type Thing.a: string -> array of string"),
    ("maps", [property_("a", Map(values=STRING))], [property_("a", Map(values=BOOLEAN))],
        "breaking type Thing.a: map of string -> map of boolean", "breaking type Thing.a: map of string -> map of boolean"),
    ("a default", [A], [property_("a", default="x")],
        "compatible default Thing.a: None -> x", "documentation default Thing.a: None -> x"),
    ("another default", [property_("a", default="x")], [property_("a", default="y")],
        "breaking default Thing.a: x -> y", "documentation default Thing.a: x -> y"),
    ("no default", [property_("a", default="x")], [A],
        "compatible default Thing.a: x -> None", "documentation default Thing.a: x -> None"),
    ("a bound", [property_("a", INTEGER)], [property_("a", INTEGER, bounds=Bounds(maximum=fact(9)))],
        "breaking bound Thing.a: None -> maximum 9", "compatible bound Thing.a: None -> maximum 9"),
    ("a tighter bound", [property_("a", INTEGER, bounds=Bounds(minimum=fact(1)))],
        [property_("a", INTEGER, bounds=Bounds(minimum=fact(2)))],
        "breaking bound Thing.a: minimum 1 -> minimum 2", "compatible bound Thing.a: minimum 1 -> minimum 2"),
    ("a looser bound", [property_("a", bounds=Bounds(max_length=fact(8)))],
        [property_("a", bounds=Bounds(max_length=fact(9)))],
        "compatible bound Thing.a: max length 8 -> max length 9", "compatible bound Thing.a: max length 8 -> max length 9"),
    ("a format", [A], [property_("a", format="uuid")],
        "documentation format Thing.a: None -> uuid", "documentation format Thing.a: None -> uuid"),
    ("another format", [property_("a", format="uri")], [property_("a", format="uuid")],
        "documentation format Thing.a: uri -> uuid", "documentation format Thing.a: uri -> uuid"),
    ("no format", [property_("a", format="byte")], [A],
        "documentation format Thing.a: byte -> None", "documentation format Thing.a: byte -> None"),
    ("no bound", [property_("a", bounds=Bounds(min_items=fact(1)))], [property_("a", bounds=NO_BOUNDS)],
        "compatible bound Thing.a: min items 1 -> None", "compatible bound Thing.a: min items 1 -> None"),
    ("discarded", [A], [property_("a", deprecated=True)],
        "compatible deprecation Thing.a: no -> yes", "compatible deprecation Thing.a: no -> yes"),
    ("in use again", [property_("a", deprecated=True)], [A],
        "compatible deprecation Thing.a: yes -> no", "compatible deprecation Thing.a: yes -> no"),
    ("other words", [property_("a", description="One.")], [property_("a", description="Two.")],
        "documentation description Thing.a: One. -> Two.", "documentation description Thing.a: One. -> Two."),
    ("words where there were none", [A], [property_("a", description="Two.")],
        "documentation description Thing.a: None -> Two.", "documentation description Thing.a: None -> Two."),
    ("the same words, wrapped", [property_("a", description="One  two\nthree.")], [property_("a", description="One two three.")], "", ""),
    ("the same words, with underscores and marks", [property_("a", description="- __ALL__: `all`")],
        [property_("a", description="ALL: all")], "", ""),
    ("the number of a table", [property_("a", description="See Table 3.")], [property_("a", description="See Table 12.")], "", ""),
    ("another source", [A], [replace(A, source=Source(page=Text("q.html"), row=9))], "", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "in_request", "in_answer"),
    [case[1:] for case in PROPERTIES],
    ids=[case[0] for case in PROPERTIES],
)
def test_a_property(
    old: list[Property], new: list[Property], in_request: str, in_answer: str
) -> None:
    assert told(asked(*old), asked(*new)) == ([in_request] if in_request else [])
    assert told(answered(*old), answered(*new)) == ([in_answer] if in_answer else [])


def test_what_goes_both_ways_is_judged_by_the_worse() -> None:
    old, new = property_("a", required=True), property_("a", required=False)
    assert told(both_ways(old), both_ways(new)) == [
        "breaking required Thing.a: yes -> no"
    ]
    assert told(both_ways(new), both_ways(old)) == [
        "breaking required Thing.a: no -> yes"
    ]


def test_a_shared_schema_is_told_once_with_all_that_use_it() -> None:
    def shared(*properties: Property) -> Api:
        return api(
            operation("PutThing", "PUT", "/v2/t", body=body(THING)),
            operation("ShowThing", responses=[response("200", Array(items=THING))]),
            schemas=[schema("Thing", *properties)],
        )

    (change,) = compare(shared(A), shared(A, B))
    assert change.used_by == ("PutThing request", "ShowThing response")
    assert change.source == Text("page.html#place")


def with_values(values: dict[str | int, str], type_: Type | None = None) -> Api:
    kind = enumeration("Kind", values)
    used = property_("kind", type_ or Ref(name="Kind"))
    made = asked(used)
    return replace(made, enumerations=(kind,) if type_ is None else ())


VALUES: list[tuple[str, Api, Api, list[str]]] = [
    ("the same in another order", with_values({"a": "", "b": ""}), with_values({"b": "", "a": ""}), []),
    ("one more", with_values({"a": ""}), with_values({"a": "", "b": ""}), ["compatible enum value Kind: None -> b"]),
    ("one less", with_values({"a": "", "b": ""}), with_values({"a": ""}), ["breaking enum value Kind: b -> None"]),
    ("other words", with_values({"a": "x"}), with_values({"a": "y"}), []),
    (
        "a list where there was none", with_values({}, STRING), with_values({"a": "", "b": ""}),
        ["compatible enumeration Kind: None -> Kind", "compatible enumeration Thing.kind: None -> a, b"],
    ),
    (
        "no list any more", with_values({"a": ""}), with_values({}, STRING),
        ["breaking enumeration Kind: Kind -> None", "breaking enumeration Thing.kind: a -> None"],
    ),
    (
        "values of another type", with_values({"a": ""}), with_values({}, INTEGER),
        ["breaking enumeration Kind: Kind -> None", "breaking type Thing.kind: string -> integer"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"), [case[1:] for case in VALUES], ids=[case[0] for case in VALUES]
)  # fmt: skip
def test_values(old: Api, new: Api, expected: list[str]) -> None:
    assert sorted(told(old, new)) == sorted(expected)


def taking(*parameters: Parameter, path: str = "/v2/things/{thing_id}") -> Operation:
    return operation(parameters=parameters, path=path)


ID = parameter("thing_id")
LIMIT = parameter("limit", INTEGER, location=Location.QUERY, required=False)
SHOW = operation()
RENAMED = replace(SHOW, id="GetThing")
MOVED = replace(SHOW, source=Source(page=Text("other.html")))

OPERATIONS: list[tuple[str, list[Operation], list[Operation], list[str]]] = [
    ("nothing", [SHOW], [SHOW], []),
    ("one more", [], [SHOW], ["compatible operation ShowThing: None -> GET /v2/things/{thing_id}"]),
    ("one less", [SHOW], [], ["breaking operation ShowThing: GET /v2/things/{thing_id} -> None"]),
    ("another page", [SHOW], [MOVED], []),
    ("another id", [SHOW], [RENAMED], ["compatible name GetThing: ShowThing -> GetThing"]),
    ("another title", [SHOW], [replace(SHOW, title=Text("New"))], ["documentation title ShowThing: Title of ShowThing -> New"]),
    ("another description", [SHOW], [replace(SHOW, description=words("New."))], ["documentation description ShowThing: What it does. -> New."]),
    ("another path on the same page", [SHOW], [replace(SHOW, path=Text("/v3/things/{thing_id}"))],
        ["compatible path ShowThing: GET /v2/things/{thing_id} -> GET /v3/things/{thing_id}"]),
    ("the older path first", [operation(path="/v2/t", older=["/v1/t"])], [operation(path="/v1/t", older=["/v2/t"])],
        ["compatible path ShowThing: GET /v2/t -> GET /v1/t"]),
    ("another group", [SHOW], [replace(SHOW, tag="Others")], ["breaking group ShowThing: Things -> Others"]),
    ("discarded", [SHOW], [replace(SHOW, deprecated=True)], ["compatible deprecation ShowThing: in use -> deprecated"]),
    ("a parameter more", [taking(ID)], [taking(ID, LIMIT)], ["compatible parameter ShowThing query limit: None -> limit"]),
    ("a required parameter more", [taking(ID)], [taking(ID, parameter("x", location=Location.HEADER))],
        ["breaking parameter ShowThing header x: None -> x"]),
    ("a parameter less", [taking(ID, LIMIT)], [taking(ID)], ["breaking parameter ShowThing query limit: limit -> None"]),
    ("the order of parameters", [taking(ID, LIMIT)], [taking(LIMIT, ID)], []),
    ("a parameter in another place", [taking(ID, LIMIT)], [taking(ID, replace(LIMIT, location=Location.HEADER))],
        ["compatible location ShowThing header limit: query -> header"]),
    ("a parameter of another type", [taking(ID, LIMIT)], [taking(ID, parameter("limit", location=Location.QUERY, required=False))],
        ["breaking type ShowThing query limit: integer -> string"]),
    ("another name in the path", [taking(ID)], [taking(parameter("id"), path="/v2/things/{id}")],
        ["breaking name ShowThing path id: thing_id -> id"]),
    ("a parameter more in the path", [taking(ID)], [taking(parameter("room_id"), ID, path="/v2/{room_id}/things/{thing_id}")],
        ["breaking parameter ShowThing path room_id: None -> room_id",
         "compatible path ShowThing: GET /v2/things/{thing_id} -> GET /v2/{room_id}/things/{thing_id}"]),
    ("another order in the path", [taking(ID, parameter("x"), path="/{thing_id}/{x}")], [taking(ID, parameter("x"), path="/{x}/{thing_id}")], []),
    ("a body", [SHOW], [replace(SHOW, body=body(STRING))], ["breaking request body ShowThing request body: None -> application/json"]),
    ("an optional body", [SHOW], [replace(SHOW, body=body(STRING, required=False))],
        ["compatible request body ShowThing request body: None -> application/json"]),
    ("no body", [replace(SHOW, body=body(STRING))], [SHOW], ["breaking request body ShowThing request body: application/json -> None"]),
    ("a body that need not be", [replace(SHOW, body=body(STRING))], [replace(SHOW, body=body(STRING, required=False))],
        ["compatible required ShowThing request body: yes -> no"]),
    ("another media type", [replace(SHOW, body=body(STRING))], [replace(SHOW, body=replace(body(STRING), media_type=Text("text/plain")))],
        ["compatible media type ShowThing request body: application/json -> text/plain"]),
    ("an answer with a body", [SHOW], [operation(responses=[response("200", STRING)])],
        ["compatible request body ShowThing response 200: None -> a body"]),
    ("a status more", [SHOW], [operation(responses=[response(), response("404")])],
        ["documentation response ShowThing response 404: None -> 404"]),
    ("another success", [operation(responses=[response("200", STRING)])], [operation(responses=[response("202", STRING)])],
        ["compatible response ShowThing response 202: 200 -> 202"]),
    ("an example in another layout", [replace(SHOW, body=body(STRING, example("x", '{"a": 1, "b": 2}')))],
        [replace(SHOW, body=body(STRING, example("y", '{"b":2,\n "a":1}')))], []),
    ("another example", [replace(SHOW, body=body(STRING, example("x", '{"a": 1}')))],
        [replace(SHOW, body=body(STRING, example("x", '{"a": 2}')))],
        ['documentation example ShowThing request example: {"a": 1} -> {"a": 2}']),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [case[1:] for case in OPERATIONS],
    ids=[case[0] for case in OPERATIONS],
)
def test_an_operation(
    old: list[Operation], new: list[Operation], expected: list[str]
) -> None:
    assert told(api(*old), api(*new)) == expected


def two(*names: str) -> Api:
    """An Api that answers one of several schemas, all of which it uses elsewhere too."""
    refs = tuple(Ref(name=name) for name in names)
    types = Union(options=refs) if len(refs) > 1 else next(iter(refs))
    used = [
        operation(
            f"Show{name}", path=f"/{name}", responses=[response("200", Ref(name=name))]
        )
        for name in ("A", "B")
    ]
    return api(
        operation(responses=[response("200", types)]), *used,
        schemas=[schema("A", A), schema("B", B)],
    )  # fmt: skip


def test_alternatives_come_and_go() -> None:
    assert told(two("A"), two("A", "B")) == [
        "breaking type ShowThing response 200: A -> A or B"
    ]
    assert told(two("A", "B"), two("A")) == [
        "compatible type ShowThing response 200: A or B -> A"
    ]


def test_an_answer_comes_and_goes() -> None:
    with_answer = api(operation(responses=[response("200", STRING)]))
    only_errors = api(operation(responses=[response("404")]))
    assert told(with_answer, only_errors) == [
        "breaking request body ShowThing response 200: a body -> None",
        "documentation response ShowThing response 404: None -> 404",
    ]
    assert told(only_errors, with_answer)[0] == (
        "compatible request body ShowThing response 200: None -> a body"
    )


def test_names_of_schemas_are_no_change_of_the_wire() -> None:
    """The alias stays; what is in the schema is compared all the same."""

    def called(name: str, *properties: Property) -> Api:
        giving = operation(responses=[response("200", Ref(name=name))])
        return api(giving, schemas=[schema(name, *properties)])

    assert told(called("Thing", A), called("Item", A, B)) == [
        "compatible schema Item: Thing -> Item",
        "compatible property Item.b: None -> b",
    ]


def test_a_schema_that_splits_gives_another_class_at_one_place() -> None:
    uses = [
        operation("ShowThing", responses=[response("200", THING)]),
        operation("ListThings", path="/v2/t", responses=[response("200", THING)]),
    ]
    old = api(*uses, schemas=[schema("Thing", A)])
    listed = operation(
        "ListThings", path="/v2/t", responses=[response("200", Ref(name="Listed"))]
    )
    new = api(uses[0], listed, schemas=[schema("Thing", A), schema("Listed", A, B)])
    assert told(old, new) == [
        "breaking schema Listed: Thing -> Listed",
        "compatible property Listed.b: None -> b",
    ]


def test_a_circle_ends() -> None:
    def linked(*more: Property) -> Api:
        return asked(property_("next", THING), *more)

    assert told(linked(), linked(B)) == ["compatible property Thing.b: None -> b"]


def test_a_service() -> None:
    named = replace(SERVICE, package="otc_items", title=Text("Items"), version="9.0.0")
    new = replace(api(SHOW, service=named), tags=(Tag(name="Things", title=Text("T")),))
    assert told(api(SHOW), new) == [
        "breaking name package: otc_things -> otc_items",
        "documentation title group Things: All things -> T",
        "documentation title service: Things -> Items",
    ]
    server = replace(SERVICE.server, url=Text("https://x.example.com"), regions=())
    moved = api(SHOW, service=replace(SERVICE, server=server))
    assert [line.split(":")[0] for line in told(api(SHOW), moved)] == [
        "breaking server region",
        "breaking server region",
        "breaking server server",
    ]


def test_groups() -> None:
    """Their order is no change, nor is the chapter above: no program and no docstring knows it."""
    first, then = (Tag(name=name, title=Text(name)) for name in ("Things", "Others"))
    old = replace(api(SHOW), tags=(first, then))
    moved = replace(then, above=Text("Above"))
    assert told(old, replace(old, tags=(moved, first))) == []
    words_ = replace(first, description=words("What they are."))
    assert told(old, replace(old, tags=(then, words_))) == [
        "documentation description group Things: None -> What they are."
    ]


def test_the_worst_comes_first() -> None:
    old = [operation("A", path="/a"), operation("B", path="/b")]
    new = [replace(old[1], title=Text("x")), operation("C", path="/c")]
    apart = [replace(one, source=Source(page=Text(f"{one.id}.html"))) for one in new]
    known = [replace(one, source=Source(page=Text(f"{one.id}.html"))) for one in old]
    assert [line.split()[0] for line in told(api(*known), api(*apart))] == [
        "breaking",
        "compatible",
        "documentation",
    ]
