"""What a release promises beside its Python: where requests go, what they may hold, how it is installed.

`facts` are kept with the surface of a release, a line each, so that a change of a correction, of service.toml or of the
reading is judged too when there are no older pages to compare with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import cast

from scraper.api.model import Api, Bounds, Pagination, Property, Waiter
from scraper.diff.model import Change, Direction, Kind, Verdict
from scraper.diff.pairs import Pairs, Use
from scraper.diff.types import Sides, named
from scraper.diff.verdicts import Event, judge, of_bound, of_default
from scraper.emit.sinks import json, lines, tree
from scraper.source import Fact
from scraper.text import Text

_BREAKING, _COMPATIBLE, _ = Verdict
_LIMITS = "limits of "
_SERVICE = {
    "package": (Kind.NAME, "programs import another name"),
    "distribution": (Kind.NAME, "it is installed by another name"),
    "server": (Kind.SERVER, "calls go to another server where none is named"),
}
_OPERATION = {
    "line of ": (Kind.PATH, "the method calls another path"),
    "pages of ": (Kind.PAGINATION, "the pages are asked for in another way"),
    "waiter of ": (Kind.WAITER, "the end is waited for in another way"),
}


def facts(api: Api) -> dict[str, str]:
    """Name → what holds, sorted."""
    service = api.service
    found = {
        "package": service.package,
        "distribution": service.distribution,
        "server": lines.line(service.server.url),
    }
    found |= {f"region {lines.line(one)}": "known" for one in service.server.regions}
    for one in api.operations:
        found[f"line of {one.id}"] = lines.line(tree.joined(one.method, " ", one.path))
        for prefix, helper in (
            ("pages of ", one.pagination),
            ("waiter of ", one.waiter),
        ):
            if helper is not None:
                found[f"{prefix}{one.id}"] = told(helper)
        for parameter in one.parameters:
            place = f"{one.id} {parameter.location.value}"
            found |= _limits(place, parameter.property)
    asked = _asked(api)
    for schema in api.schemas:
        if schema.name in asked:
            for each in schema.properties:
                found |= _limits(schema.name, each)
    return dict(sorted(found.items()))


def _asked(api: Api) -> set[str]:
    """The schemas that requests hold."""
    side = named(api)
    pairs = Pairs(sides=Sides(old=side, new=side))
    for one in api.operations:
        use = Use(operation=one.id, direction=Direction.REQUEST)
        types = [parameter.property.type for parameter in one.parameters]
        for type in [*types, *([one.body.type] if one.body else [])]:
            pairs.meet(type, type, use)
    return {name for name, _ in pairs.schemas}


def told(helper: Pagination | Waiter) -> str:
    """How pages are asked for, or the end is waited for, in one line."""
    parts: list[str] = []
    for field in fields(helper):
        value: object = getattr(helper, field.name)
        if field.name == "source":
            continue
        items = (
            cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
        )
        words = [_word(one) for one in items]
        parts.append(f"{field.name} {'/'.join(words)}")
    return ", ".join(parts)


def _word(value: object) -> str:
    match value:
        case Text():
            return lines.line(value)
        case int() | float():
            return f"{value:g}"
        case _:
            return str(value)


def _limits(owner: str, property: Property) -> dict[str, str]:
    parts: list[str] = []
    for field in fields(Bounds):
        bound: Fact[int | float] | None = getattr(property.bounds, field.name)
        if bound is not None:
            parts.append(f"{field.name} {bound.value}")
    if property.default is not None:
        parts.append(f"default {lines.line(json.literal(property.default.value))}")
    return {f"{_LIMITS}{owner}.{lines.line(property.name)}": "; ".join(parts)}


def compare(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Change, ...]:
    """What differs where both releases have the thing; what is new or gone the surface tells."""
    if not old:  # a release that was made before there were facts
        return ()
    return tuple(_changes(old, new))


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        if was == now:
            continue
        if name.startswith("region "):
            verdict = _BREAKING if now is None else _COMPATIBLE
            region = Text(name.removeprefix("region "))
            effect = "the region is gone" if now is None else "the region is new"
            yield Change(
                kind=Kind.SERVER,
                verdict=verdict,
                place=Text("region"),
                old=None if was is None else region,
                new=None if now is None else region,
                effect=effect,
            )
        elif was is None or now is None:
            continue
        elif name in _SERVICE:
            kind, effect = _SERVICE[name]
            yield _change(kind, _BREAKING, name, was, now, effect)
        elif name.startswith(_LIMITS):
            yield from _limit_changes(name.removeprefix(_LIMITS), was, now)
        else:
            prefix = next(each for each in _OPERATION if name.startswith(each))
            kind, effect = _OPERATION[prefix]
            yield _change(
                kind, _COMPATIBLE, name.removeprefix(prefix), was, now, effect
            )


def _change(
    kind: Kind, verdict: Verdict, place: str, old: str, new: str, effect: str
) -> Change:
    return Change(
        kind=kind,
        verdict=verdict,
        place=Text(place),
        old=Text(old),
        new=Text(new),
        effect=effect,
    )


def _limit_changes(place: str, old: str, new: str) -> Iterator[Change]:
    before, after = _parts(old), _parts(new)
    for name in sorted(before.keys() | after.keys()):
        was, now = before.get(name), after.get(name)
        if was == now:
            continue
        verdict, effect = judge(_event(name, was, now), {Direction.REQUEST})
        shown = name.replace("_", " ")
        yield Change(
            kind=Kind.DEFAULT if name == "default" else Kind.BOUND,
            verdict=verdict,
            place=Text(place),
            old=None if was is None else Text(f"{shown} {was}"),
            new=None if now is None else Text(f"{shown} {now}"),
            effect=effect,
        )


def _parts(limits: str) -> dict[str, str]:
    """A default may hold anything, and stands last."""
    head, mark, default = limits.partition("default ")
    found: dict[str, str] = {}
    for part in head.rstrip("; ").split("; "):
        name, _, value = part.partition(" ")
        if name:
            found[name] = value
    return found | ({"default": default} if mark else {})


def _event(name: str, was: str | None, now: str | None) -> Event:
    if name == "default":
        return of_default(was, now)
    return of_bound(name, _number(was), _number(now))


def _number(word: str | None) -> float | None:
    return None if word is None else float(word)
