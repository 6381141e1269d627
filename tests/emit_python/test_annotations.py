"""Types as annotations of attributes and of arguments."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.api.model import AnyType, Array, Map, Ref, Type, Union
from scraper.emit.python.annotations import (
    ANY,
    Annotations,
    from_models,
    from_sibling,
    optional,
)
from scraper.emit.python.layout import lay_out
from scraper.emit.python.symbols import Import
from tests.emit.builders import (
    BOOLEAN,
    INTEGER,
    NULL,
    NUMBER,
    STRING,
    api,
    enumeration,
    property_,
    schema,
)

NUMBERS = enumeration("Share", {1: ""}, NUMBER)
FRACTIONS = replace(NUMBERS, members=(replace(NUMBERS.members[0], value=0.5),))
LAYOUT = lay_out(
    api(
        schemas=[schema("Leaf", property_("a"))],
        enumerations=[
            enumeration("Color", {"red": ""}),
            enumeration("Size", {1: ""}, INTEGER),
            FRACTIONS,
        ],
    )
)
INSIDE = Annotations(layout=LAYOUT, named=from_sibling)
OUTSIDE = Annotations(layout=LAYOUT, named=from_models)
LEAF = Ref(name="Leaf")

TYPES: tuple[tuple[Type, str, str], ...] = (
    (STRING, "str", "str"),
    (INTEGER, "int", "int"),
    (NUMBER, "float", "float"),
    (BOOLEAN, "bool", "bool"),
    (NULL, "None", "None"),
    (AnyType(), "Any", "Any"),
    (Array(items=STRING), "list[str]", "Sequence[str]"),
    (Map(values=STRING), "dict[str, str]", "Mapping[str, str]"),
    (Array(items=Map(values=Array(items=AnyType()))), "list[dict[str, list[Any]]]", "Sequence[Mapping[str, Sequence[Any]]]"),
    (LEAF, "Leaf", "models.Leaf | Mapping[str, Any]"),
    (Array(items=LEAF), "list[Leaf]", "Sequence[models.Leaf | Mapping[str, Any]]"),
    (Ref(name="Color"), "Color | str", "models.Color | str"),
    (Ref(name="Size"), "Size | int", "models.Size | int"),
    (Ref(name="Share"), "float", "float"),
    (Map(values=Ref(name="Color")), "dict[str, Color | str]", "Mapping[str, models.Color | str]"),
    (Union(options=(STRING, LEAF)), "str | Leaf", "str | models.Leaf | Mapping[str, Any]"),
    (Union(options=(Ref(name="Color"), STRING)), "Color | str", "models.Color | str"),
    (Union(options=(STRING, NULL)), "str | None", "str | None"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("type_", "attribute", "argument"), TYPES, ids=[case[2] for case in TYPES]
)
def test_annotations(type_: Type, attribute: str, argument: str) -> None:
    assert INSIDE.attribute(type_).expression == attribute
    assert OUTSIDE.argument(type_).expression == argument


OPTIONAL: tuple[tuple[Type, str], ...] = (
    (STRING, "str | None"),
    (NULL, "None"),
    (AnyType(), "Any"),
    (Union(options=(STRING, NULL)), "str | None"),
)


@pytest.mark.parametrize(("type_", "expected"), OPTIONAL)
def test_optional(type_: Type, expected: str) -> None:
    assert optional(INSIDE.attribute(type_)).expression == expected


def test_imports() -> None:
    type_ = Array(items=Map(values=Union(options=(LEAF, Ref(name="Color"), AnyType()))))
    assert INSIDE.attribute(type_).imports == {
        Import(module=".leaf", name="Leaf"),
        Import(module=".color", name="Color"),
        *ANY.imports,
    }
    assert OUTSIDE.argument(type_).imports == {
        Import(module="..", name="models"),
        Import(module="collections.abc", name="Mapping"),
        Import(module="collections.abc", name="Sequence"),
        *ANY.imports,
    }
