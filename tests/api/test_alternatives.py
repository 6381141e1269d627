"""An object of several shapes, chosen by another property."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.api.alternatives import in_cases
from scraper.api.model import Array, Ref, Type, Union
from scraper.draft.model import FieldDraft
from scraper.text import Bullets, Link, Paragraph, Prose, Span, Text
from tests.api.builders import (
    OBJECT,
    api,
    array,
    body,
    field,
    link,
    nested,
    operation,
    schema,
    schemas,
    thing,
)

LINE = "POST /v1/trees"


def said(*texts: str) -> Prose:
    """Paragraphs, the last two of them a list; `[x]` is a link to the table x."""
    first, *items = [Paragraph(spans=tuple(spans(text))) for text in texts]
    listed = tuple(Prose(blocks=(item,)) for item in items)
    return Prose(blocks=(first, Bullets(items=listed)) if listed else (first,))


def spans(text: str) -> list[Span]:
    found: list[Span] = []
    for number, part in enumerate(text.replace("]", "[").split("[")):
        to = link(f"#{part}") if number % 2 else None
        found.append(Span(text=Text(part), link=to))
    return found


def anchors(links: tuple[Link, ...]) -> list[str]:
    return [one.anchor.plain for one in links]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (said("A leaf.", "If old, see [old].", "If young, see [young]."), ["old", "young"]),
        (said("If it is old, see [old]. When it is young, see [young]."), ["old", "young"]),
        (said("See [old]. If it is young, see [young]."), ["young"]),
        (said("For old ones: see [old]"), []),
        (said("For details, see [old]."), []),
        (said("For more information about leaves, see [old]."), []),
        (said("A leaf. See [old] and [young]."), []),
        (said("Iffy leaves are in [old]."), []),
    ],
)  # fmt: skip
def test_in_cases(prose: Prose, expected: list[str]) -> None:
    assert anchors(in_cases(prose)) == expected


def leaf(prose: Prose, *, many: bool = False) -> FieldDraft:
    links = tuple(span.link for span in prose.spans if span.link is not None)
    made = field("leaf", array(OBJECT) if many else OBJECT)
    return replace(made, description=prose, links=links)


def described(prose: Prose, *, many: bool = False, same: bool = False) -> Type:
    """The type of a property whose description leads to two tables."""
    old, young = ("Leaf", "Leaf") if same else ("Old", "Young")
    result = api(
        operation(
            "PlantTree",
            LINE,
            body(leaf(prose, many=many)),
            replace(nested(old, field("a"), anchor="old"), caption=Text("leaf of age")),
            replace(
                nested(young, field("b"), anchor="young"), caption=Text("leaf of youth")
            ),
        )
    )
    (found,) = schema(result, "PlantTreeRequest").properties
    return found.type


CASES = said("A leaf.", "If old, see [old].", "If young, see [young].")
EITHER = Union(options=(Ref(name="Old"), Ref(name="Young")))


def test_cases_are_alternatives() -> None:
    assert described(CASES) == EITHER


def test_each_item_is_one_of_them() -> None:
    assert described(CASES, many=True) == Array(items=EITHER)


def test_of_other_links_the_first_counts() -> None:
    assert described(said("See [old], then [young].")) == Ref(name="Old")


def test_one_case_alone_is_none() -> None:
    assert described(said("See [old].", "If young, see [young].")) == Ref(name="Old")


def test_tables_of_one_name_are_told_apart_by_their_captions() -> None:
    names = (Ref(name="LeafAge"), Ref(name="LeafYouth"))
    assert described(said("See [old] and [young]."), same=True) == Union(options=names)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("leaf corresponding to kind", ["LeafAge", "LeafYouth"]),
        ("leaf, depending on kind", ["LeafAge", "LeafYouth"]),
        ("leaf object", ["Leaf"]),
    ],
)
def test_a_type_may_say_that_another_property_chooses(
    cell: str, expected: list[str]
) -> None:
    chosen = replace(field("x", thing("leaf")), type_words=Text(cell))
    captions = ("leaf of age", "leaf of youth")
    tables = [
        replace(nested("leaf", field(one[8:]), anchor=one), caption=Text(one))
        for one in captions
    ]
    result = api(operation("PlantTree", LINE, body(chosen), *tables))
    (found,) = schema(result, "PlantTreeRequest").properties
    names = tuple(Ref(name=name) for name in expected)
    assert found.type == (names[0] if len(names) == 1 else Union(options=names))


def test_alternatives_of_equal_shape_are_one() -> None:
    tables = [nested("Leaf", field("a"), anchor=one) for one in ("old", "young")]
    result = api(operation("PlantTree", LINE, body(leaf(CASES)), *tables))
    assert schemas(result) == {"PlantTreeRequest": ["leaf"], "Leaf": ["a"]}
    (found,) = schema(result, "PlantTreeRequest").properties
    assert found.type == Ref(name="Leaf")
