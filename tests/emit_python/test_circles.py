"""Strongly connected components, against a search by brute force."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.emit.python.circles import circles

Graph = Mapping[str, tuple[str, ...]]

CASES: tuple[tuple[str, Graph, set[tuple[str, ...]]], ...] = (
    ("nothing", {}, set()),
    ("one", {"a": ()}, {("a",)}),
    ("itself", {"a": ("a",)}, {("a",)}),
    ("a line", {"a": ("b",), "b": ("c",), "c": ()}, {("a",), ("b",), ("c",)}),
    ("a circle", {"a": ("b",), "b": ("c",), "c": ("a",)}, {("a", "b", "c")}),
    (
        "two circles and a bridge",
        {"a": ("b",), "b": ("a", "c"), "c": ("d",), "d": ("c",)},
        {("a", "b"), ("c", "d")},
    ),
    ("an edge twice", {"a": ("b", "b"), "b": ("a",)}, {("a", "b")}),
)


@pytest.mark.parametrize(
    ("graph", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_circles(graph: Graph, expected: set[tuple[str, ...]]) -> None:
    assert set(circles(graph)) == expected


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    nodes = [str(n) for n in range(draw(st.integers(1, 8)))]
    some = st.lists(st.sampled_from(nodes), max_size=4).map(tuple)
    return {node: draw(some) for node in nodes}


def reachable(graph: Graph, start: str) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        for node in set(graph[todo.pop()]) - found:
            found.add(node)
            todo.append(node)
    return found


@given(graphs())
def test_against_brute_force(graph: Graph) -> None:
    reached = {node: reachable(graph, node) for node in graph}
    together = {
        tuple(sorted(other for other in reached[node] if node in reached[other]))
        for node in graph
    }
    found = circles(graph)
    assert len(found) == len(set(found))
    assert set(found) == together


def test_a_long_line_needs_no_recursion() -> None:
    graph = {str(n): (str(n + 1),) for n in range(5000)} | {"5000": ()}
    assert len(circles(graph)) == 5001
