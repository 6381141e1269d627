"""Ways to a part of an answer: attributes of models, and keys of what has no model."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.api.model import Array, Ref, Type
from scraper.emit.python.layout import Layout
from scraper.emit.sinks.python import literal
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What leads to a part, as string literals, and the type of the part; None where it is not documented."""

    steps: tuple[str, ...]
    type: Type | None

    @property
    def printed(self) -> str:
        """A tuple of Python: `("page_info", "next_marker")`."""
        ending = "," if len(self.steps) == 1 else ""
        return f"({', '.join(self.steps)}{ending})"


def way(type: Type | None, path: tuple[Text, ...], layout: Layout) -> Way:
    """The way along a path of wire names. A list on it stands for its items."""
    steps: list[str] = []
    for name in path:
        owner = type.items if isinstance(type, Array) else type
        step, type = _step(owner, name, layout)
        steps.append(step)
    return Way(steps=tuple(steps), type=type)


def _step(owner: Type | None, name: Text, layout: Layout) -> tuple[str, Type | None]:
    schema = layout.schemas.get(owner.name) if isinstance(owner, Ref) else None
    if schema is not None:
        identifiers = layout.properties[schema.name]
        for identifier, one in zip(identifiers, schema.properties, strict=True):
            if one.name == name:
                return literal(Text(identifier)), one.type
    return literal(name), None
