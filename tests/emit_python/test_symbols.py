"""Expressions and their imports."""

from __future__ import annotations

import pytest

from scraper.emit.python.symbols import Import, Symbol, block, union

UNIONS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("int",), "int"),
    (("int", "str"), "int | str"),
    (("int", "int"), "int"),
    (("int | None", "str", "None"), "int | None | str"),
    (("Color | str", "str", "None"), "Color | str | None"),
    (("list[A | B]", "B"), "list[A | B] | B"),
    (("dict[str, list[A | B] | C] | D", "D"), "dict[str, list[A | B] | C] | D"),
)


@pytest.mark.parametrize(("parts", "expected"), UNIONS, ids=[u[1] for u in UNIONS])
def test_union(parts: tuple[str, ...], expected: str) -> None:
    assert union(Symbol(expression=one) for one in parts).expression == expected


def test_a_union_needs_what_its_parts_need() -> None:
    left, right = Import(module="a", name="A"), Import(module="b", name="B")
    made = union(
        [
            Symbol(expression="A", imports=frozenset({left})),
            Symbol(expression="B", imports=frozenset({right})),
        ]
    )
    assert made.imports == {left, right}


def test_imports_stand_in_groups() -> None:
    made = block(
        Import(module=module, name=name)
        for module, name in (
            (".leaf", "Leaf"),
            (".._runtime", "Model"),
            (".._runtime", "UNSET"),
            (".._runtime", "union"),
            ("typing", "Any"),
            ("collections.abc", "Mapping"),
            ("collections.abc", "Mapping"),
            ("pydantic", "Field"),
        )
    )
    assert [[(line.module, line.names) for line in group] for group in made.groups] == [
        [("collections.abc", "Mapping"), ("typing", "Any")],
        [("pydantic", "Field")],
        [(".._runtime", "UNSET, Model, union"), (".leaf", "Leaf")],
    ]


def test_no_imports() -> None:
    assert block([]).groups == ()
