"""What changed in the schemas and enumerations that stand at the same place."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scraper.api.model import Property
from scraper.diff.model import Change, Direction, Kind, Verdict
from scraper.diff.pairs import NamePair, Pairs, Use
from scraper.diff.properties import Place, property_changes, value_changes
from scraper.diff.verdicts import Event
from scraper.emit.sinks import lines, tree
from scraper.source import Source
from scraper.text import Text


def changes(pairs: Pairs) -> Iterator[Change]:
    """The changes of all pairs that the walk over the operations has found, each told once."""
    sides = pairs.sides
    for pair in sorted(pairs.schemas):
        # A schema's own words are those of the property that holds it, and told there.
        yield from _properties(pair, pairs)
    for pair in sorted(pairs.enumerations):
        old, new = pair
        uses = pairs.enumerations[pair]
        after = sides.new.enumerations[new]
        yield from value_changes(
            sides.old.enumerations[old], after, _place(new, uses, after.source)
        )
    yield from _names(
        Kind.SCHEMA,
        pairs.schemas,
        {name: each.source for name, each in sides.old.schemas.items()},
        {name: each.source for name, each in sides.new.schemas.items()},
    )
    yield from _names(
        Kind.ENUMERATION,
        pairs.enumerations,
        {name: each.source for name, each in sides.old.enumerations.items()},
        {name: each.source for name, each in sides.new.enumerations.items()},
    )


def _properties(pair: NamePair, pairs: Pairs) -> Iterator[Change]:
    old, new = pairs.sides.old.schemas[pair[0]], pairs.sides.new.schemas[pair[1]]
    uses = pairs.schemas[pair]

    def at(one: Property) -> Place:
        name = tree.joined(new.name, ".", one.name)
        return _place(name, uses, one.source)

    before = {one.name for one in old.properties}
    after = {one.name for one in new.properties}
    for one in old.properties:
        if one.name not in after:
            yield at(one).change(Kind.PROPERTY, Event.REMOVED, old=one.name)
    for one in new.properties:
        if one.name not in before:
            event = Event.ADDED_REQUIRED if one.required else Event.ADDED
            yield at(one).change(Kind.PROPERTY, event, new=one.name)
    for was, now in pairs.properties(pair):
        yield from property_changes(was, now, pairs.sides, at(now))


def _place(name: str | Text, uses: Collection[Use], source: Source) -> Place:
    ordered = sorted(uses)
    return Place(
        name=name if isinstance(name, Text) else Text(name),
        used_by=tuple(f"{use.operation} {use.direction.value}" for use in ordered),
        directions=frozenset(use.direction for use in ordered) or frozenset(Direction),
        source=source,
    )


def _names(
    kind: Kind,
    pairs: dict[NamePair, set[Use]],
    old: dict[str, Source],
    new: dict[str, Source],
) -> Iterator[Change]:
    """Classes that are new, that are gone, and that are called in another way at some place."""
    for pair in sorted(pairs):
        was, now = pair
        if was == now:
            continue
        # Where the old class goes on elsewhere, a program's annotations name the wrong one here.
        verdict = Verdict.BREAKING if was in new else Verdict.COMPATIBLE
        effect = (
            "the class that stands here is another one now"
            if was in new
            else "the class has another name; an update keeps the former one"
        )
        yield Change(
            kind=kind,
            verdict=verdict,
            place=Text(now),
            old=Text(was),
            new=Text(now),
            effect=effect,
            used_by=_place(now, pairs[pair], new[now]).used_by,
            source=Text(lines.place(new[now])),
        )
    for name in sorted(old.keys() - new.keys() - {was for was, _ in pairs}):
        yield _alone(kind, name, old[name], gone=True)
    for name in sorted(new.keys() - old.keys() - {now for _, now in pairs}):
        yield _alone(kind, name, new[name], gone=False)


def _alone(kind: Kind, name: str, source: Source, *, gone: bool) -> Change:
    return Change(
        kind=kind,
        verdict=Verdict.BREAKING if gone else Verdict.COMPATIBLE,
        place=Text(name),
        old=Text(name) if gone else None,
        new=None if gone else Text(name),
        effect="the class is gone" if gone else "the class is new",
        source=Text(lines.place(source)),
    )
