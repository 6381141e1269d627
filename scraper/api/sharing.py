"""One schema for tables of one name and one shape; the shape of a recursive type is found by refining a partition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from scraper.api.building import property_of
from scraper.api.linking import FieldKey, References, TableKey, Tables
from scraper.api.model import Bounds, Property, Scalar
from scraper.api.reaching import Reached
from scraper.draft.model import FieldDraft
from scraper.limits import DEEPEST_REFERENCE
from scraper.names import adopted, kept
from scraper.source import Fact
from scraper.text import Text

Classes: TypeAlias = Mapping[TableKey, int]
"""Table → the number of its class; tables of one class are one schema."""


def shared(
    tables: Tables,
    references: References,
    reached: Mapping[TableKey, Reached],
    given: Mapping[str, str],
) -> Classes:
    """The classes of all tables that operations reach.

    A table goes by the name `given` to its places before, whatever it is called today; a new one, and one that is no
    longer like the others of its name, by that of its like.
    """
    wanted = {key: one.wanted for key, one in reached.items()}
    places = {key: one.places for key, one in reached.items()}
    alike = share(tables, references, wanted)
    known = adopted(places, alike, given)
    if not known:
        return alike
    classes = share(tables, references, wanted | known)
    lost = _lost(classes, places, known, given)
    if not lost:
        return classes
    kept_by_places = {key: () if key in lost else places[key] for key in places}
    return share(tables, references, wanted | adopted(kept_by_places, alike, given))


def _lost(
    classes: Classes,
    places: Mapping[TableKey, Sequence[str]],
    known: Mapping[TableKey, str],
    given: Mapping[str, str],
) -> frozenset[TableKey]:
    """The tables whose name stays with another class: that has more of the places where it was given."""
    members: dict[int, list[str]] = defaultdict(list)
    for key in sorted(places):
        members[classes[key]].extend(places[key])
    keeping = kept(members, given)
    return frozenset(key for key in known if keeping.get(classes[key]) != known[key])


def share(
    tables: Tables,
    references: References,
    names: Mapping[TableKey, str],
) -> Classes:
    """Put tables that bear one name and have one shape into one class.

    Moore's partition refinement: all tables of a name begin in one class, and a class is split as long as two of its
    tables differ in their own fields or in the classes that these refer to. Each round tells apart what differs one
    reference further away; tables that need more rounds than references are followed share nothing.
    """
    classes: dict[TableKey, int] = dict.fromkeys(names, 0)
    shapes = _Shapes()
    known = 0
    for _ in range(DEEPEST_REFERENCE):
        numbers: dict[object, int] = {}
        refined: dict[TableKey, int] = {}
        for key in names:
            signature = (
                names[key],
                _signature(tables, references, classes, key, shapes),
            )
            refined[key] = numbers.setdefault(signature, len(numbers))
        if len(numbers) == known:
            return refined
        classes, known = refined, len(numbers)
    return {key: number for number, key in enumerate(names)}


def shape(property: Property, field: FieldDraft) -> object:
    """What makes two properties the same: name, type, required, enum, default and bounds; no words, no sources.

    Neither the order of the values counts nor, in a table, that of the properties.
    """
    return (
        property.name,
        property.type,
        property.required,
        frozenset(_typed(value.value.value) for value in field.constraints.values),
        field.constraints.subject,
        _typed(property.default.value) if property.default else None,
        _limits(property.bounds),
        property.deprecated,
    )


@dataclass(slots=True)
class _Shapes:
    """The shapes of fields as numbers: each is looked at once, however often the classes are refined."""

    _of_fields: dict[tuple[FieldKey, int], int] = field(
        default_factory=dict[tuple[FieldKey, int], int]
    )
    _numbers: dict[object, int] = field(default_factory=dict[object, int])

    def number(self, at: FieldKey, row: FieldDraft, referred: int) -> int:
        """What a field of a table is, beside which classes it refers to: only how many they are counts."""
        known = self._of_fields.get((at, referred))
        if known is None:
            names = [str(number) for number in range(referred)]
            found = shape(property_of(row, schemas=names), row)
            known = self._numbers.setdefault(found, len(self._numbers))
            self._of_fields[at, referred] = known
        return known


def _signature(
    tables: Tables,
    references: References,
    classes: Classes,
    key: TableKey,
    shapes: _Shapes,
) -> object:
    fields: dict[Text, object] = {}
    for number, row in enumerate(tables.by_key[key].fields):
        targets = references.get((key, number), ())
        schemas = tuple(dict.fromkeys(classes.get(target, -1) for target in targets))
        mine = shapes.number((key, number), row, len(schemas)), schemas
        fields.setdefault(row.name, mine)
    return frozenset(fields.values())


def _typed(value: Scalar) -> tuple[str, Scalar]:
    """1, 1.0 and True are equal in Python and not in a document."""
    return type(value).__name__, value


def _limits(bounds: Bounds) -> tuple[object, ...]:
    facts: tuple[Fact[int | float] | Fact[int] | None, ...] = (
        bounds.minimum,
        bounds.maximum,
        bounds.exclusive_minimum,
        bounds.exclusive_maximum,
        bounds.min_length,
        bounds.max_length,
        bounds.min_items,
        bounds.max_items,
    )
    return tuple(fact and fact.value for fact in facts)
