"""Documented values become enumerations with names of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.api.building import enumerates
from scraper.api.linking import FieldKey
from scraper.api.model import Enumeration, Member, Primitive
from scraper.api.naming import enumeration_name
from scraper.draft.model import FieldDraft, Subject
from scraper.names import Taken, adopted, kept, settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A field that lists values, and the schema or operation that it belongs to."""

    key: FieldKey
    owner: str
    field: FieldDraft
    base: Primitive
    nth: int = 1
    """Of an owner's fields of this name: a query and a header may both have a `type`."""

    @property
    def name(self) -> str:
        return enumeration_name(
            self.owner,
            self.field.name,
            of_items=self.field.constraints.subject is Subject.ITEMS,
        )

    @property
    def identity(self) -> str:
        """What its name stands for: the field of its owner."""
        again = f" {self.nth}" if self.nth > 1 else ""
        return f"{self.owner}/{self.field.name.plain}{again}"

    @property
    def members(self) -> tuple[Member, ...]:
        """The values in the documents' order, each once."""
        members: dict[tuple[str, object], Member] = {}
        for value in self.field.constraints.values:
            fact = value.value
            identity = (type(fact.value).__name__, fact.value)
            member = Member(value=fact.value, meaning=value.meaning, source=fact.source)
            members.setdefault(identity, member)
        return tuple(members.values())

    @property
    def shape(self) -> object:
        return self.base, tuple(
            sorted(f"{type(m.value).__name__} {m.value!r}" for m in self.members)
        )


def listings(
    fields: Mapping[FieldKey, tuple[str, FieldDraft]],
) -> tuple[Listing, ...]:
    """The fields, each with its owner, that list values which their type has a place for."""
    found: list[Listing] = []
    times = Counter[str]()
    for key, (owner, field) in fields.items():
        if (base := enumerates(field)) is not None:
            times[f"{owner}/{field.name.plain}"] += 1
            nth = times[f"{owner}/{field.name.plain}"]
            one = Listing(key=key, owner=owner, field=field, base=base, nth=nth)
            found.append(one)
    return tuple(found)


def lift(
    found: Sequence[Listing], taken: Sequence[str], given: Mapping[str, str]
) -> tuple[tuple[Enumeration, ...], Mapping[FieldKey, str]]:
    """One enumeration for each name and shape; `taken` are the schemas' names.

    The name `given` to its fields before stays. Of several shapes under one name the most frequent has it, the others
    get their owner's name in front.
    """
    known = adopted(
        {n: [listing.identity] for n, listing in enumerate(found)},
        {n: (listing.name, listing.shape) for n, listing in enumerate(found)},
        given,
    )
    by_name: dict[str, list[Listing]] = defaultdict(list)
    for n, listing in enumerate(found):
        by_name[known.get(n, listing.name)].append(listing)
    groups = [group for named in by_name.values() for group in _by_shape(named)]
    keeping = kept(
        {n: [listing.identity for listing in group] for n, group in enumerate(groups)},
        given,
    )
    held = {name.lower() for name in (*taken, *keeping.values())}
    finals = settled(
        {number: wanted for _, wanted, number in sorted(_asked(groups, held))},
        keeping,
        Taken(taken, cased=False),
    )
    enumerations = [_enumeration(finals[n], group[0]) for n, group in enumerate(groups)]
    names = {one.key: finals[n] for n, group in enumerate(groups) for one in group}
    return tuple(sorted(enumerations, key=lambda one: one.name)), names


def _asked(
    groups: Sequence[Sequence[Listing]], held: Collection[str]
) -> Iterator[tuple[bool, str, int]]:
    """Whether a name is qualified (those come last), the name, and the number of the group that asks for it."""
    first: dict[str, int] = {}
    for number, group in enumerate(groups):
        name = group[0].name
        qualified = first.setdefault(name, number) != number or name.lower() in held
        yield qualified, _owned(group[0], name) if qualified else name, number


def _by_shape(group: Sequence[Listing]) -> list[list[Listing]]:
    counts = Counter(listing.shape for listing in group)
    shapes: dict[object, list[Listing]] = defaultdict(list)
    for listing in sorted(group, key=lambda one: (one.owner, one.key)):
        shapes[listing.shape].append(listing)
    return sorted(
        shapes.values(), key=lambda one: (-counts[one[0].shape], one[0].owner)
    )


def _owned(listing: Listing, name: str) -> str:
    return name if name.startswith(listing.owner) else f"{listing.owner}{name}"


def _enumeration(name: str, listing: Listing) -> Enumeration:
    return Enumeration(
        name=name,
        base=listing.base,
        members=listing.members,
        description=listing.field.description,
        source=listing.field.source,
    )
