"""The whole stage: its result depends on the drafts, not on their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scraper.api.model import Api, Array, Map, Ref, Type, Union
from scraper.draft.model import Draft, Role, Side
from tests.api.builders import (
    INTEGER,
    SERVICE,
    answer,
    api,
    array,
    body,
    field,
    mapping,
    nested,
    operation,
    reference,
    resolved,
    table,
    thing,
)

TREE = [
    body(field("tree", thing(to="#tree")), field("leaf_color", values=["red", "green"])),
    nested("Tree", field("branches", array(thing("Branch"))), anchor="tree"),
    nested("Branch", field("trees", mapping(thing(to="#tree"))), field("kind", values=[1, 2])),
]  # fmt: skip
DRAFTS: tuple[Draft, ...] = (
    operation("PlantTree", "POST /v1/trees", *TREE),
    operation("CutTree", "PUT /v1/trees/{id}", *TREE, answer(field("leaf_color", values=["dry"]))),
    operation("BurnTree", "PUT /v2/trees/{id}", body(field("leaf", thing(to="shared.html#leaf")))),
    operation("ShowTree", "GET /v1/trees/{id}", answer(field("tree", thing("Tree"))), nested("Tree", field("age", INTEGER))),
    operation("Zoo", "GET /v1/trees/{tree_id}", answer(field("lost"))),
    operation("ListTrees", "GET /v1/trees", table(Role.QUERY, field("leaf_color", values=["dry", "wet"])), parent="Lists"),
    operation("en-us_1", "DELETE /v1/trees", title="Deleting Trees"),
    operation("en-us_2", "DELETE /v1/trees/{id}", title="Deleting Trees"),
    reference("shared", nested("Leaf", field("color", values=["red"]), anchor="leaf"), nested("Tree", field("x"))),
)  # fmt: skip


@given(st.permutations(DRAFTS))
def test_the_order_of_drafts_does_not_count(drafts: list[Draft]) -> None:
    assert resolved(*drafts) == resolved(*DRAFTS)


@given(st.sets(st.sampled_from(DRAFTS)))
def test_every_reference_leads_somewhere(drafts: set[Draft]) -> None:
    found = api(*drafts)
    known = [one.name for one in found.schemas]
    known += [one.name for one in found.enumerations]
    assert len(set(known)) == len(known)
    assert set(references(found)) <= set(known)
    assert len({one.id for one in found.operations}) == len(found.operations)


def references(found: Api) -> list[str]:
    types: list[Type | None] = [p.type for s in found.schemas for p in s.properties]
    for one in found.operations:
        types += [parameter.property.type for parameter in one.parameters]
        types += [response.type for response in one.responses]
        types.append(one.body.type if one.body else None)
    return [name for type_ in types if type_ is not None for name in names(type_)]


def names(type_: Type) -> list[str]:
    match type_:
        case Ref(name=name):
            return [name]
        case Array(items=inner) | Map(values=inner):
            return names(inner)
        case Union(options=options):
            return [name for option in options for name in names(option)]
        case _:
            return []


def test_nothing_is_an_api_too() -> None:
    found, issues = resolved()
    assert (found.operations, found.schemas, found.tags, issues) == ((), (), (), ())
    assert found.service is SERVICE


def test_operations_are_in_order_and_tags_are_theirs() -> None:
    found = api(*DRAFTS)
    ids = [one.id for one in found.operations]
    assert ids == sorted(ids)
    assert {one.tag for one in found.operations} == {tag.name for tag in found.tags}


def test_request_and_answer_of_one_shape_are_one_schema() -> None:
    draft = operation(
        "PlantTree",
        "POST /v1/trees",
        body(field("tree", thing(to="#asked")), name="TreeReq"),
        answer(field("tree", thing(to="#told")), field("id"), name="TreeResp"),
        nested("Tree", field("age"), anchor="asked"),
        nested("Tree", field("age"), anchor="told", side=Side.RESPONSE),
    )
    assert [one.name for one in api(draft).schemas] == ["Tree", "TreeReq", "TreeResp"]


def test_another_page_does_not_change_what_a_page_gives() -> None:
    """But for names that both ask for."""
    first = operation("PlantTree", "POST /v1/a", body(field("x"), name="Req"))
    second = operation("ShowTree", "POST /v1/b", body(field("x", INTEGER), name="More"))
    alone, both = api(first), api(first, second)
    assert set(alone.schemas) < set(both.schemas)
    assert set(alone.operations) < set(both.operations)
