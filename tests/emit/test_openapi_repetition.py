"""Nothing is told twice in openapi.yaml: no schema, and no words about one."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from scraper.api.model import Array, Map, Ref, Type
from tests.emit.builders import api, enumeration, property_, schema, words
from tests.emit.validated import read
from tests.support.references import EXPORTS, committed, exported

LAMP = Ref(name="Lamp")


def test_schemas_that_openapi_prints_alike_are_one_where_one_has_the_name_of_the_other() -> (
    None
):
    plain, told = property_("id"), property_("id", required=False)
    made = api(
        schemas=[
            schema("Lamp", plain),
            schema("DeskLamp", told),
            schema("Bulb", told),
            schema("Room", property_("lamp", Ref(name="DeskLamp"))),
            schema("GreatRoom", property_("lamp", LAMP)),
            schema("DarkLamp", property_("other")),
        ]
    )
    found = read(made)["components"]["schemas"]
    assert list(found) == ["Lamp", "Bulb", "Room", "DarkLamp"]
    assert found["Room"]["properties"]["lamp"] == {"$ref": "#/components/schemas/Lamp"}


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (LAMP, ({"$ref": "#/components/schemas/Lamp"}, "A lamp.")),
        (Array(items=LAMP), (None, None)),
        (Map(values=LAMP), (None, None)),
    ],
    ids=["an object", "a list", "a map"],
)
def test_words_of_a_property_and_of_its_schema(
    type_: Type, expected: tuple[dict[str, str] | None, str | None]
) -> None:
    """The same words stand at the schema; those of a list stand at the list, for they tell of it."""
    made = api(
        schemas=[
            schema("Lamp", description="A lamp."),
            schema("Holder", property_("p", type_, description="A lamp.")),
        ]
    )
    schemas = read(made)["components"]["schemas"]
    found, description = expected
    if found is not None:
        assert schemas["Holder"]["properties"]["p"] == found
    else:
        assert schemas["Holder"]["properties"]["p"]["description"] == "A lamp."
    assert schemas["Lamp"].get("description") == description


def test_other_words_stand_at_both() -> None:
    made = api(
        schemas=[
            schema("Lamp", description="A lamp."),
            schema("Holder", property_("p", LAMP, description="The first lamp.")),
        ]
    )
    schemas = read(made)["components"]["schemas"]
    assert schemas["Holder"]["properties"]["p"]["description"] == "The first lamp."
    assert schemas["Lamp"]["description"] == "A lamp."


def test_words_about_values_stand_at_the_enumeration() -> None:
    color = replace(enumeration("Color", {"red": "Red."}), description=words("Which."))
    given = property_("color", Ref(name="Color"), description="Which.")
    made = api(schemas=[schema("Lamp", given)], enumerations=[color])
    schemas = read(made)["components"]["schemas"]
    assert schemas["Lamp"]["properties"]["color"] == {
        "$ref": "#/components/schemas/Color"
    }
    assert schemas["Color"]["description"] == "Which.\n\n- `red`: Red."


@pytest.mark.parametrize("name", ["committed", "modelarts", "ecs"])
def test_no_schema_is_there_twice(name: str) -> None:
    """Two may say the same where neither has a longer form of the name of the other."""
    if name != "committed" and not EXPORTS:
        pytest.skip("DOC_EXPORTS names no folder")
    result = committed("modelarts") if name == "committed" else exported(name)
    schemas = yaml.safe_load(result.files["openapi.yaml"])["components"]["schemas"]
    same: dict[str, list[str]] = {}
    for component, found in schemas.items():
        told = {key: value for key, value in found.items() if key != "x-source"}
        same.setdefault(repr(told), []).append(component)
    assert not [
        (one, other)
        for group in same.values()
        for one in group
        for other in group
        if one != other and one.endswith(other)
    ]
