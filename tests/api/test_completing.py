"""Properties that have a table and no row."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scraper.api.model import Array, Ref, Type
from scraper.draft.model import ExampleDraft, Side, TableDraft
from tests.api.builders import (
    answer,
    body,
    codes,
    example,
    field,
    nested,
    operation,
    resolved,
    schema,
    thing,
)

POND = nested("pond", field("depth"))
SHOWN = example(Side.REQUEST, '{"name": "a", "pond": {"depth": 1}}')

# (title, tables, examples, the types of `pond`)
CASES: list[tuple[str, Sequence[TableDraft], Sequence[ExampleDraft], list[Type]]] = [
    ("an example shows it", [body(field("name")), POND], [SHOWN], [Ref(name="Pond")]),
    ("an example shows several", [body(field("name")), POND], [example(Side.REQUEST, '{"pond": [{"depth": 1}]}')], [Array(items=Ref(name="Pond"))]),
    ("a row bears the name", [body(field("garden", thing("Garden", "#Garden"))), nested("Garden", field("pond", thing("pond"))), POND], [SHOWN], []),
    ("no example", [body(field("name")), POND], [], []),
    ("an example without it", [body(field("name")), POND], [example(Side.REQUEST, '{"name": "a"}')], []),
    ("an example of the answer", [body(field("name")), POND], [example(Side.RESPONSE, '{"pond": {}}')], []),
    ("a value that is no object", [body(field("name")), POND], [example(Side.REQUEST, '{"pond": 1}')], []),
    ("no body", [POND], [SHOWN], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tables", "examples", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_property_that_only_a_table_and_an_example_tell(
    tables: Sequence[TableDraft], examples: Sequence[ExampleDraft], expected: list[Type]
) -> None:
    made, issues = resolved(
        operation("PlantTree", "POST /v1/trees", *tables, examples=examples)
    )
    bodies = [one for one in made.schemas if one.name == "PlantTreeRequest"]
    found = [each.type for one in bodies for each in one.properties if each.name.plain == "pond"]  # fmt: skip
    assert found == expected
    assert ("property-without-row" in codes(issues)) == bool(expected)


def test_the_answer_has_its_own() -> None:
    pond = nested("pond", field("depth"), side=Side.RESPONSE)
    made, _ = resolved(
        operation(
            "ShowTree",
            "GET /v1/tree",
            answer(field("name")),
            pond,
            examples=[example(Side.RESPONSE, '{"pond": {"depth": 1}}')],
        )
    )
    names = [one.name.plain for one in schema(made, "ShowTreeResponse").properties]
    assert names == ["name", "pond"]
