"""What changed of an operation's parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scraper.api.model import Location, Operation, Parameter
from scraper.diff.both import Both
from scraper.diff.model import Change, Kind, Verdict
from scraper.diff.properties import Place
from scraper.diff.verdicts import Event
from scraper.emit.sinks import tree
from scraper.text import Text

_BREAKING, _COMPATIBLE, _WORDS = Verdict


def parameter_changes(both: Both) -> Iterator[Change]:
    before = _parameters(both.old, both.new)
    after = _parameters(both.new, both.old)
    for key in sorted(before.keys() - after.keys()):
        was = before[key]
        moved = _elsewhere(key, after, before)
        if moved is not None:
            yield from _moved(both, was, moved)
            continue
        yield _at(both, was).change(
            Kind.PARAMETER, Event.REMOVED, old=was.property.name
        )
    for key in sorted(after.keys() - before.keys()):
        now = after[key]
        if _elsewhere(key, before, after) is None:
            event = Event.ADDED_REQUIRED if now.property.required else Event.ADDED
            yield _at(both, now).change(Kind.PARAMETER, event, new=now.property.name)
    for key in sorted(before.keys() & after.keys()):
        was, now = before[key], after[key]
        if was.property.name != now.property.name:
            yield both.change(
                Kind.NAME,
                _BREAKING,
                tree.joined("path ", now.property.name),
                was.property.name,
                now.property.name,
                "the argument has another name",
            )
        yield from both.compared(was.property, now.property, _at(both, now))


def _moved(both: Both, old: Parameter, new: Parameter) -> Iterator[Change]:
    yield both.change(
        Kind.LOCATION,
        _COMPATIBLE,
        tree.joined(new.location.value, " ", new.property.name),
        Text(old.location.value),
        Text(new.location.value),
        "the package sends it there; the argument stays",
    )
    yield from both.compared(old.property, new.property, _at(both, new))


def _at(both: Both, parameter: Parameter) -> Place:
    name = tree.joined(parameter.location.value, " ", parameter.property.name)
    return both.place(name, source=parameter.property.source)


def _parameters(
    operation: Operation, other: Operation
) -> Mapping[tuple[str, Text], Parameter]:
    """By location and name.

    Those of the path that only one of both operations has are renamed, if each has as many of them: then their order
    tells which is which, for a path says the same whatever its parameters are called.
    """
    own, others = _in_path(operation), _in_path(other)
    unknown = [name for name in own if name not in others]
    renamed = len(unknown) == len([name for name in others if name not in own])
    found: dict[tuple[str, Text], Parameter] = {}
    for name, one in own.items():
        number = Text(f"{{{unknown.index(name)}}}") if name in unknown else name
        found[Location.PATH.value, number if renamed else name] = one
    for one in operation.parameters:
        if one.location is not Location.PATH:
            found[one.location.value, one.property.name] = one
    return found


def _in_path(operation: Operation) -> dict[Text, Parameter]:
    """The parameters of the path, in its order."""
    path = tree.characters(operation.path)
    found = [one for one in operation.parameters if one.location is Location.PATH]
    found.sort(key=lambda one: path.find(f"{{{tree.characters(one.property.name)}}}"))
    return {one.property.name: one for one in found}


def _elsewhere(
    key: tuple[str, Text],
    others: Mapping[tuple[str, Text], Parameter],
    own: Mapping[tuple[str, Text], Parameter],
) -> Parameter | None:
    """The parameter of the same name in the other Api, if it stands at another location only there."""
    location, name = key
    for (other, called), parameter in others.items():
        if called == name and other != location and (other, called) not in own:
            return parameter
    return None
