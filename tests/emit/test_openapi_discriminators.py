"""What tells which of several objects is meant, in openapi.yaml."""

from __future__ import annotations

from typing import Any

import pytest

from scraper.api.model import Api, Array, Property, Ref, Type, Union
from tests.emit.builders import (
    INTEGER,
    STRING,
    api,
    body,
    enumeration,
    operation,
    property_,
    schema,
)
from tests.emit.validated import read

START = property_("kind", Ref(name="StartKind"), required=True)
STOP = property_("kind", Ref(name="StopKind"), required=True)
ENUMERATIONS = (
    enumeration("StartKind", {"start": "", "restart": ""}),
    enumeration("StopKind", {"stop": ""}),
    enumeration("Both", {"stop": "", "start": ""}),
    enumeration("Numbers", {1: ""}, INTEGER),
    enumeration("LampKind", {"real-time": "", "batch": "", "other": ""}),
)
TOLD = {
    "propertyName": "kind",
    "mapping": {
        "start": "#/components/schemas/A",
        "restart": "#/components/schemas/A",
        "stop": "#/components/schemas/B",
    },
}

WITHIN: tuple[tuple[str, tuple[Property, ...], tuple[Property, ...], bool], ...] = (
    ("values of their own", (START,), (STOP,), True),
    ("behind another property", (property_("id", required=True), START), (STOP,), True),
    ("a value of both", (START,), (property_("kind", Ref(name="Both"), required=True),), False),
    ("one that may be left out", (START,), (property_("kind", Ref(name="StopKind")),), False),
    ("one that only one has", (START,), (property_("id"),), False),
    ("one without documented values", (START,), (property_("kind", required=True),), False),
    ("numbers", (START,), (property_("kind", Ref(name="Numbers"), required=True),), False),
    ("an object", (START,), (property_("kind", Ref(name="A"), required=True),), False),
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [case[1:] for case in WITHIN],
    ids=[case[0] for case in WITHIN],
)
def test_a_property_that_each_alternative_has(
    one: tuple[Property, ...], other: tuple[Property, ...], expected: bool
) -> None:
    union = Union(options=(Ref(name="A"), Ref(name="B")))
    made = api(
        operation("Do", "POST", "/a", body=body(union)),
        schemas=[schema("A", *one), schema("B", *other)],
        enumerations=ENUMERATIONS,
    )
    post = read(made)["paths"]["/a"]["post"]
    found = post["requestBody"]["content"]["application/json"]["schema"]
    assert found.get("discriminator") == (TOLD if expected else None)
    assert list(found) == (["oneOf", "discriminator"] if expected else ["anyOf"])


def test_what_is_no_object_has_none() -> None:
    union = Union(options=(Ref(name="A"), STRING))
    made = api(
        operation("Do", "POST", "/a", body=body(union)),
        schemas=[schema("A", START)],
        enumerations=ENUMERATIONS,
    )
    post = read(made)["paths"]["/a"]["post"]
    found = post["requestBody"]["content"]["application/json"]["schema"]
    assert list(found) == ["anyOf"]


UNION = Union(options=(Ref(name="ConfigRealTime"), Ref(name="ConfigBatch")))
WORDS = "If kind is batch, see Table 3."
BESIDE: tuple[tuple[str, Type, str, str, bool], ...] = (
    ("named by the description", UNION, WORDS, "kind", True),
    ("for a list", Array(items=UNION), WORDS, "kind", True),
    ("not named", UNION, "Which one.", "kind", False),
    ("a part of another word", UNION, "If kind_of is batch.", "kind", False),
    ("another property", UNION, WORDS, "other", False),
    ("no alternatives", Ref(name="ConfigBatch"), WORDS, "kind", False),
    ("called otherwise", Union(options=(Ref(name="A"), Ref(name="ConfigBatch"))), WORDS, "kind", False),
    ("no object", Union(options=(STRING, Ref(name="ConfigBatch"))), WORDS, "kind", False),
)  # fmt: skip


def holder(type_: Type, description: str, sibling: str) -> Api:
    config = property_("config", type_, description=description)
    kind = property_(sibling, Ref(name="LampKind"))
    return api(
        schemas=[
            schema("Holder", config, kind),
            *(schema(name) for name in ("ConfigRealTime", "ConfigBatch", "A")),
        ],
        enumerations=ENUMERATIONS,
    )


@pytest.mark.parametrize(
    ("type_", "description", "sibling", "expected"),
    [case[1:] for case in BESIDE],
    ids=[case[0] for case in BESIDE],
)
def test_a_property_beside(
    type_: Type, description: str, sibling: str, expected: bool
) -> None:
    made = read(holder(type_, description, sibling))
    found: dict[str, Any] = made["components"]["schemas"]["Holder"]["properties"]
    told = {
        "propertyName": "kind",
        "mapping": {
            "real-time": "#/components/schemas/ConfigRealTime",
            "batch": "#/components/schemas/ConfigBatch",
        },
    }
    assert found["config"].get("x-discriminator") == (told if expected else None)
