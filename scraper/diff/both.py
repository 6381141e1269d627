"""One operation in both Apis: how its changes are placed, and what of it is compared on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scraper.api.model import Operation, Property, Type
from scraper.diff.model import Change, Direction, Kind, Verdict
from scraper.diff.pairs import Pairs, Use
from scraper.diff.properties import Place, property_changes
from scraper.diff.types import Sides
from scraper.emit.sinks import lines, tree
from scraper.source import Source
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """One operation in both Apis."""

    old: Operation
    new: Operation
    sides: Sides
    pairs: Pairs

    def place(
        self,
        inside: str | Text = "",
        direction: Direction = Direction.REQUEST,
        source: Source | None = None,
    ) -> Place:
        gap = " " if inside else ""
        return Place(
            name=tree.joined(self.new.id, gap, inside),
            used_by=(f"{self.new.id} {direction.value}",),
            directions=frozenset({direction}),
            source=source or self.new.source,
        )

    def change(
        self,
        kind: Kind,
        verdict: Verdict,
        inside: str | Text,
        old: Text | None,
        new: Text | None,
        effect: str,
    ) -> Change:
        place = self.place(inside)
        return Change(
            kind=kind,
            verdict=verdict,
            place=place.name,
            old=old,
            new=new,
            effect=effect,
            used_by=(self.new.id,),
            source=Text(lines.place(place.source)),
        )

    def compared(
        self,
        old: Property,
        new: Property,
        place: Place,
        direction: Direction = Direction.REQUEST,
    ) -> Iterator[Change]:
        yield from property_changes(old, new, self.sides, place)
        self.meet(old.type, new.type, direction)

    def meet(self, old: Type, new: Type, direction: Direction) -> None:
        self.pairs.meet(old, new, Use(operation=self.new.id, direction=direction))
