"""Type cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.draft.model import (
    AnyExpression,
    ArrayExpression,
    Kind,
    MapExpression,
    ObjectExpression,
    Primitive,
    TypeExpression,
    UnionExpression,
)
from scraper.draft.types import parse, with_items
from scraper.text import Link, Paragraph, Prose, Span, Text
from tests.draft.written import (
    BOOLEAN,
    HERE,
    INTEGER,
    INTEGERS,
    NUMBER,
    OBJECT,
    OBJECTS,
    STRING,
    STRINGS,
    written,
)

ANY = AnyExpression()
INT64 = Primitive(kind=Kind.INTEGER, format="int64")
FLOAT = Primitive(kind=Kind.NUMBER, format="float")
LAMP = ObjectExpression(name=Text("Lamp"))
TO_LAMP = Link(page=Text(""), anchor=Text("Lamp"))


def array(items: TypeExpression) -> ArrayExpression:
    return ArrayExpression(items=items)


def mapping(values: TypeExpression) -> MapExpression:
    return MapExpression(values=values)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("String", STRING),
        ("string", STRING),
        (" STRING ", STRING),
        ("Character string", STRING),
        ("UUID", Primitive(kind=Kind.STRING, format="uuid")),
        ("Timestamp", STRING),
        ("Date-time", Primitive(kind=Kind.STRING, format="date-time")),
        ("IPv4", Primitive(kind=Kind.STRING, format="ipv4")),
        ("Byte", INTEGER),
        ("Bytes", Primitive(kind=Kind.STRING, format="byte")),
        ("Integer", INTEGER),
        ("Int", INTEGER),
        ("integer (int64)", INT64),
        ("Long", INT64),
        ("Float", FLOAT),
        ("Double", NUMBER),
        ("Number", Primitive(kind=Kind.NUMBER)),
        ("Boolean", BOOLEAN),
        ("Bool", BOOLEAN),
        ("Null", Primitive(kind=Kind.NULL)),
        ("Object", OBJECT),
        ("JSON", OBJECT),
        ("JSON object", OBJECT),
        ("Dict", OBJECT),
        ("Dict data structure", OBJECT),
        ("Lamp object", LAMP),
        ("Lamp structure", LAMP),
        ("Desk Lamp object", ObjectExpression(name=Text("Desk Lamp"))),
        ("Array", array(ANY)),
        ("List", array(ANY)),
        ("JSON Array", array(ANY)),
        ("List data structure. For details, see Table 5.", array(ANY)),
        ("Object. See Table 5", OBJECT),
        ("Array of strings", STRINGS),
        ("Array String", STRINGS),
        ("BIGDECIMAL", Primitive(kind=Kind.NUMBER)),
        ("Array of Integers", INTEGERS),
        ("Array of objects", OBJECTS),
        ("Array of Lamp objects", array(LAMP)),
        ("array of Lamp structure", array(LAMP)),
        ("String array", STRINGS),
        ("String[]", STRINGS),
        ("lamps array", array(ObjectExpression(name=Text("lamps")))),
        ("Array<Lamp>", array(LAMP)),
        ("Array< Lamp >", array(LAMP)),
        ("Array<Object>", OBJECTS),
        ("Array<Colour type>", STRINGS),
        ("Array<Array<Float>>", array(array(FLOAT))),
        ("Array of arrays of strings", array(STRINGS)),
        ("List(Dict)", OBJECTS),
        ("List[Int]", INTEGERS),
        ("Map", mapping(ANY)),
        ("Map<String,String>", mapping(STRING)),
        ("Map<String, Object>", mapping(OBJECT)),
        ("Map<String,Map<String,Integer>>", mapping(mapping(INTEGER))),
        ("Map<String,Array< Lamp >>", mapping(array(LAMP))),
        ("Integer/Boolean", UnionExpression(options=(INTEGER, BOOLEAN))),
        ("String or Integer", UnionExpression(options=(STRING, INTEGER))),
        ("String/string", STRING),
    ],
    ids=str,
)
def test_reads(cell: str, expected: TypeExpression) -> None:
    assert parse(written(cell), HERE) == (expected, ())


def guess(name: str) -> ObjectExpression:
    return ObjectExpression(name=Text(name), guessed=True)


@pytest.mark.parametrize(
    ("cell", "expected", "code"),
    [
        ("", ANY, "type-missing"),
        ("   ", ANY, "type-missing"),
        ("lamp", ANY, "type-unknown"),
        ("Lamp", guess("Lamp"), "type-unknown"),
        ("LAMP", guess("LAMP"), "type-unknown"),
        ("lampShade", guess("lampShade"), "type-unknown"),
        ("N/A", ANY, "type-unknown"),
        ("%!", ANY, "type-unknown"),
        ("Array<", array(ANY), "type-unknown"),
        ("Map<String,", mapping(STRING), "type-unknown"),
        (
            "lamp array corresponding to room",
            array(ObjectExpression(name=Text("lamp"))),
            "type-partly-read",
        ),
        ("String, optional", STRING, "type-partly-read"),
    ],
    ids=lambda value: str(value)[:30] or "empty",
)
def test_reports(cell: str, expected: TypeExpression, code: str) -> None:
    expression, issues = parse(written(cell), HERE)
    assert expression == expected
    assert [issue.code for issue in issues] == [code]
    assert issues[0].source == HERE


@pytest.mark.parametrize(
    ("before", "linked", "after", "expected"),
    [
        ("", "Lamp", " object", ObjectExpression(name=Text("Lamp"), link=TO_LAMP)),
        ("", "Lamp", "", ObjectExpression(name=Text("Lamp"), link=TO_LAMP)),
        ("", "File", " object", ObjectExpression(name=Text("File"), link=TO_LAMP)),
        ("", "Object", "", ObjectExpression(link=TO_LAMP)),
        (
            "Array of ",
            "Lamp",
            " objects",
            array(ObjectExpression(name=Text("Lamp"), link=TO_LAMP)),
        ),
        ("Array of ", "objects", "", array(ObjectExpression(link=TO_LAMP))),
        ("", "JSON Array", "", array(ObjectExpression(link=TO_LAMP))),
        (
            "Map<String,Array<",
            "Lamp",
            ">>",
            mapping(array(ObjectExpression(name=Text("Lamp"), link=TO_LAMP))),
        ),
    ],
)
def test_links_stay_with_their_object(
    before: str, linked: str, after: str, expected: TypeExpression
) -> None:
    cell = Prose(
        blocks=(
            Paragraph(
                spans=(
                    Span(text=Text(before)),
                    Span(text=Text(linked), link=TO_LAMP),
                    Span(text=Text(after)),
                )
            ),
        )
    )
    assert parse(cell, HERE) == (expected, ())


def depth(expression: TypeExpression) -> int:
    match expression:
        case ArrayExpression(items=inner) | MapExpression(values=inner):
            return 1 + depth(inner)
        case _:
            return 1


@pytest.mark.parametrize("piece", ["Array<", "Array of ", "array ", "Map<a,", "[]"])
def test_depth_is_bounded(piece: str) -> None:
    expression, _ = parse(written("String " + piece * 5_000), HERE)
    assert depth(expression) < 50
    expression, _ = parse(written(piece * 5_000), HERE)
    assert depth(expression) < 50


WORDS = st.sampled_from(
    ["Array", "of", "Map", "<", ">", "(", ")", ",", "/", "String", "Lamp", "object"]
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=40))
def test_is_total(cell: str) -> None:
    expression, issues = parse(written(cell), HERE)
    assert expression is not None
    assert len(issues) <= 1


@pytest.mark.parametrize(
    ("expression", "description", "expected"),
    [
        (array(LAMP), "Kinds. The options are **old** and **new**.", STRINGS),
        (array(LAMP), "Lamps that are old or new.", array(LAMP)),
        (LAMP, "A kind. The options are **old** and **new**.", LAMP),
        (OBJECTS, "Kinds. The options are **old** and **new**.", OBJECTS),
        (array(ANY), "Values. The element is of the String type.", STRINGS),
        (array(ANY), "Values. The elements are integers.", INTEGERS),
        (array(ANY), "The items of the list are strings", STRINGS),
        (array(ANY), "Values. The elements are lamps.", array(ANY)),
        (array(ANY), "Values.", array(ANY)),
        (INTEGERS, "The element is of the String type.", INTEGERS),
        (OBJECT, "The element is of the String type.", OBJECT),
        (mapping(ANY), "Values.", mapping(ANY)),
    ],
)
def test_items_by_the_description(
    expression: TypeExpression, description: str, expected: TypeExpression
) -> None:
    cell = written("Array<Lamp>")
    assert with_items(expression, cell, written(description)) == expected


def test_items_that_are_called_objects_are_none_of_the_values() -> None:
    description = written("Kinds. The options are **old** and **new**.")
    cell = written("Array of Lamp objects")
    assert with_items(array(LAMP), cell, description) == array(LAMP)
