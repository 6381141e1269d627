"""Groups of nodes that reach each other (strongly connected components, Tarjan's algorithm, without recursion)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Every node of the graph in exactly one group; a node in no circle is a group by itself.

    `edges` has a key for each node. Source: R. Tarjan, Depth-first search and linear graph algorithms, 1972.
    """
    numbers: dict[str, int] = {}
    lows: dict[str, int] = {}
    path: list[str] = []
    on_path: dict[str, int] = {}
    groups: list[tuple[str, ...]] = []
    for root in sorted(edges):
        todo = [(root, 0)]
        while todo:
            node, position = todo.pop()
            if position == 0:
                if node in numbers:
                    continue
                numbers[node] = lows[node] = len(numbers)
                on_path[node] = len(path)
                path.append(node)
            elif edges[node][position - 1] in on_path:
                lows[node] = min(lows[node], lows[edges[node][position - 1]])
            if position < len(edges[node]):
                todo.append((node, position + 1))
                todo.append((edges[node][position], 0))
            elif lows[node] == numbers[node]:
                circle = path[on_path[node] :]
                del path[on_path[node] :]
                for each in circle:
                    del on_path[each]
                groups.append(tuple(sorted(circle)))
    return groups
