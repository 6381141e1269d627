"""Schemas and enumerations at the same place of both Apis: found by walking from every operation, each pair once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TypeAlias

from scraper.api.model import Property, Type
from scraper.diff.model import Direction
from scraper.diff.types import Name, Sides, enumerations, schemas

NamePair: TypeAlias = tuple[Name, Name]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Use:
    """An operation that uses a type, and which way its values go."""

    operation: str
    direction: Direction


@dataclass(slots=True, kw_only=True)
class Pairs:
    """What stands at the same place, and who uses it there."""

    sides: Sides
    schemas: dict[NamePair, set[Use]] = field(
        default_factory=lambda: defaultdict[NamePair, set[Use]](set)
    )
    enumerations: dict[NamePair, set[Use]] = field(
        default_factory=lambda: defaultdict[NamePair, set[Use]](set)
    )

    def meet(self, old: Type, new: Type, use: Use) -> None:
        """Two types at one place: so are the schemas and enumerations in them, and all that these refer to."""
        todo = [(old, new)]
        while todo:
            before, after = todo.pop()
            for pair in self._alike(before, after, enumerated=True):
                self.enumerations[pair].add(use)
            for pair in self._alike(before, after, enumerated=False):
                if use not in self.schemas[pair]:
                    self.schemas[pair].add(use)
                    todo.extend(
                        (one.type, other.type) for one, other in self.properties(pair)
                    )

    def properties(self, pair: NamePair) -> Iterator[tuple[Property, Property]]:
        """The properties that both schemas have."""
        old, new = pair
        present = {one.name: one for one in self.sides.new.schemas[new].properties}
        for one in self.sides.old.schemas[old].properties:
            if one.name in present:
                yield one, present[one.name]

    def _alike(
        self, old: Type, new: Type, *, enumerated: bool
    ) -> Sequence[tuple[Name, Name]]:
        names = enumerations if enumerated else schemas
        before = list(names(old, self.sides.old))
        after = list(names(new, self.sides.new))
        shared = [name for name in before if name in after]
        rest = (
            [name for name in before if name not in shared],
            [name for name in after if name not in shared],
        )
        pairs = [(name, name) for name in dict.fromkeys(shared)]
        return pairs + [(o, n) for o, n in zip_longest(*rest) if o and n]
