"""What changed of a property, a parameter or an enumeration at one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from scraper.api.model import Bounds, Enumeration, Member, Property, Scalar, Type
from scraper.diff import words
from scraper.diff.model import Change, Direction, Kind, Verdict
from scraper.diff.types import Sides, called, enumerations
from scraper.diff.verdicts import Event, judge, of_bound, of_default
from scraper.emit.sinks import json, lines, tree
from scraper.source import Fact, Source
from scraper.text import Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands, who uses it, and the source of it in the newer documents that have it."""

    name: Text
    used_by: tuple[str, ...]
    directions: frozenset[Direction]
    source: Source

    def change(
        self,
        kind: Kind,
        event: Event,
        *,
        old: Text | None = None,
        new: Text | None = None,
        source: Source | None = None,
    ) -> Change:
        verdict, effect = judge(event, self.directions)
        return Change(
            kind=kind,
            verdict=verdict,
            place=self.name,
            old=old,
            new=new,
            effect=effect,
            used_by=self.used_by,
            source=Text(lines.place(source or self.source)),
        )

    def reworded(
        self,
        kind: Kind,
        old: Prose | Text,
        new: Prose | Text,
        source: Source | None = None,
    ) -> Iterator[Change]:
        """A change of words, if it is one."""
        if not words.same(old, new):
            yield Change(
                kind=kind,
                verdict=Verdict.DOCUMENTATION,
                place=self.name,
                old=words.text(old) if old else None,
                new=words.text(new) if new else None,
                used_by=self.used_by,
                source=Text(lines.place(source or self.source)),
            )


def property_changes(
    old: Property, new: Property, sides: Sides, place: Place
) -> Iterator[Change]:
    """All that changed of one property; what it refers to is compared on its own.

    A schema of several pages has the words of one; where this is another page now, nobody has reworded anything.
    """
    yield from type_changes(old.type, new.type, sides, place)
    yield from _required(old.required, new.required, place)
    yield from _default(old.default, new.default, place)
    yield from _bounds(old.bounds, new.bounds, place)
    yield from _format(old.format, new.format, place)
    if old.deprecated is not new.deprecated:
        event = Event.DEPRECATED if new.deprecated else Event.RESTORED
        yield place.change(
            Kind.DEPRECATION, event, old=_yes(old.deprecated), new=_yes(new.deprecated)
        )
    if sides.same_page(old.source, new.source):
        yield from place.reworded(Kind.DESCRIPTION, old.description, new.description)


def type_changes(old: Type, new: Type, sides: Sides, place: Place) -> Iterator[Change]:
    """Another type, or a list of values where there was none."""
    before, after = Text(called(old, sides.old)), Text(called(new, sides.new))
    if (event := sides.event(old, new)) is not None:
        yield place.change(Kind.TYPE, event, old=before, new=after)
        return
    was = [sides.old.enumerations[name] for name in enumerations(old, sides.old)]
    now = [sides.new.enumerations[name] for name in enumerations(new, sides.new)]
    if bool(was) is not bool(now):
        yield place.change(
            Kind.ENUMERATION,
            Event.LISTED if now else Event.UNLISTED,
            old=_listed(was),
            new=_listed(now),
        )


def value_changes(old: Enumeration, new: Enumeration, place: Place) -> Iterator[Change]:
    """Values that are new, that are gone, and that are told in other words."""
    before = {_key(one): one for one in old.members}
    after = {_key(one): one for one in new.members}
    for key, member in before.items():
        if key not in after:
            yield place.change(
                Kind.VALUE, Event.VALUE_REMOVED, old=json.literal(member.value)
            )
    for key, member in after.items():
        value, source = json.literal(member.value), member.source
        if key not in before:
            yield place.change(Kind.VALUE, Event.VALUE_ADDED, new=value, source=source)


def _key(member: Member) -> tuple[str, Scalar]:
    """1, 1.0 and True are equal in Python and not in a document."""
    return type(member.value).__name__, member.value


def _listed(found: list[Enumeration]) -> Text | None:
    members = [one.value for each in found for one in each.members]
    parts = [tree.characters(json.literal(value)) for value in members]
    return Text(", ".join(parts)) if found else None


def _required(old: bool | None, new: bool | None, place: Place) -> Iterator[Change]:
    """A request that the documents leave open is an optional one; an answer has three states."""
    if Direction.RESPONSE not in place.directions:
        old, new = bool(old), bool(new)
    if old is not new:
        event = {
            True: Event.NOW_REQUIRED,
            False: Event.NOW_OPTIONAL,
            None: Event.NOW_UNSAID,
        }[new]
        yield place.change(Kind.REQUIRED, event, old=_yes(old), new=_yes(new))


def _default(
    old: Fact[Scalar] | None, new: Fact[Scalar] | None, place: Place
) -> Iterator[Change]:
    before = None if old is None else json.literal(old.value)
    after = None if new is None else json.literal(new.value)
    if before == after:
        return
    event = of_default(before, after)
    yield place.change(Kind.DEFAULT, event, old=before, new=after)


def _bounds(old: Bounds, new: Bounds, place: Place) -> Iterator[Change]:
    for field in fields(Bounds):
        before: Fact[int | float] | None = getattr(old, field.name)
        after: Fact[int | float] | None = getattr(new, field.name)
        was = None if before is None else before.value
        now = None if after is None else after.value
        if was == now:
            continue
        yield place.change(
            Kind.BOUND,
            of_bound(field.name, was, now),
            old=_bound(field.name, was),
            new=_bound(field.name, now),
        )


def _bound(name: str, value: float | None) -> Text | None:
    return None if value is None else Text(f"{name.replace('_', ' ')} {value}")


def _format(
    old: Fact[str] | None, new: Fact[str] | None, place: Place
) -> Iterator[Change]:
    was, now = (None if one is None else Text(one.value) for one in (old, new))
    if was != now:
        yield place.change(Kind.FORMAT, Event.FORMAT, old=was, new=now)


def _yes(value: bool | None) -> Text:
    return Text({True: "yes", False: "no", None: "not said"}[value])
