"""Two surfaces of a package beside each other: which names and signatures changed, and whom that breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from scraper.diff.annotations import Annotations
from scraper.diff.model import Change, Kind, Verdict
from scraper.emit.python.surface import (
    ABSENT,
    ASYNC,
    AWAIT,
    DEPRECATED,
    FORMER,
    NEEDED,
)
from scraper.text import Text

Lines: TypeAlias = Mapping[str, str]
Judgement: TypeAlias = tuple[Verdict, str]

_MODEL = re.compile(r"models\.[A-Z]\w*")
_CLASS = re.compile(r"(models\.)?[A-Z]\w*")
_POSITION = re.compile(r"at (\d+): ")
_BREAKING, _COMPATIBLE, _ = Verdict


def compare(old: Lines, new: Lines) -> tuple[Change, ...]:
    """Every change from the old surface to the new one, the worst first, then by name.

    What comes or goes counts once, without its members. A former name is as good as the thing itself, but that it warns.
    The asynchronous client has a change of its own only where it is not that of the other one.
    """
    plain = dict(_changes(_plain(old), _plain(new)))
    awaited = dict(_changes(_awaited(old), _awaited(new)))
    for name, change in awaited.items():
        if plain.get(name) != change:
            own = f"{ASYNC}{name}"
            plain[own] = replace(change, place=Text(own))
    order = sorted(plain, key=lambda name: (plain[name].verdict.rank, name))
    return tuple(plain[name] for name in order)


def _plain(lines: Lines) -> Lines:
    return {name: value for name, value in lines.items() if not name.startswith(ASYNC)}


def _awaited(lines: Lines) -> Lines:
    """The surface with the asynchronous client in place of the other one."""
    own = {
        name.removeprefix(ASYNC): value
        for name, value in lines.items()
        if name.startswith(ASYNC)
    }
    return {
        name: value
        for name, value in {**_plain(lines), **own}.items()
        if value != ABSENT
    }


def _changes(old: Lines, new: Lines) -> Iterator[tuple[str, Change]]:
    """By name, in one flavour."""
    former = _former(new)
    known, after = _whole(old), _whole(new)
    before = {name: _renamed(value, former) for name, value in known.items()}
    rules = _Rules(
        old=before,
        new=after,
        former=former,
        annotations=Annotations(classes={**before, **after}),
        read=_reached(before, "read") | _reached(after, "read"),
        given=_reached(before, "given") | _reached(after, "given"),
    )
    for name in before.keys() | after.keys():
        told, tells = before.get(name), after.get(name)
        owner = _owner(name)
        if told == tells or (owner in before) != (owner in after):
            continue
        verdict, effect = rules.judge(name, told, tells)
        yield name, Change(
            kind=Kind.PYTHON,
            verdict=verdict,
            place=Text(name),
            old=None if told is None else Text(known[name]),
            new=None if tells is None else Text(tells),
            effect=effect,
        )


def _former(lines: Lines) -> dict[str, str]:
    """Each former name with the present one."""
    return {
        name: value.removeprefix(FORMER)
        for name, value in lines.items()
        if value.startswith(FORMER)
    }


def _whole(lines: Lines) -> dict[str, str]:
    """The lines with those that a former name has by its present one."""
    whole = dict(lines)
    for old, new in _former(lines).items():
        for name, value in lines.items():
            rest = name.removeprefix(new)
            if name.startswith(new) and rest[:1] in ("(", "."):
                whole.setdefault(f"{old}{rest}", value)
    return whole


def _renamed(value: str, former: Mapping[str, str]) -> str:
    """A value with the present names of classes."""
    return _MODEL.sub(lambda found: former.get(found[0], found[0]), value)


def _owner(name: str) -> str:
    """What a name is a member or an argument of; empty for what stands by itself."""
    if name.endswith(")"):
        return name.rpartition("(")[0]
    return "" if _CLASS.fullmatch(name) else name.rpartition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    """The parts of a line."""

    is_deprecated: bool
    is_needed: bool
    is_awaited: bool
    position: str
    type: str
    default: str | None


def _value(name: str, line: str) -> _Value:
    rest = line.removeprefix(DEPRECATED)
    needed = rest.removeprefix(NEEDED)
    awaited = needed.removeprefix(AWAIT)
    at = _POSITION.match(awaited)
    told = awaited[at.end() :] if at else awaited
    type, equals, default = told, "", ""
    if name.endswith(")"):
        type, equals, default = told.partition(" = ")
    return _Value(
        is_deprecated=rest != line,
        is_needed=needed != rest,
        is_awaited=awaited != needed,
        position=at[1] if at else "",
        type=type,
        default=default if equals else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """What a change of a line means, beside the other lines of both surfaces."""

    old: Lines
    new: Lines
    former: Mapping[str, str]
    """Each former name in the new one with the present name."""
    annotations: Annotations
    read: frozenset[str]
    """The models that operations answer."""
    given: frozenset[str]
    """Those that they take."""

    def judge(self, name: str, told: str | None, tells: str | None) -> Judgement:
        if tells is None:
            return _BREAKING, "code that uses this name fails"
        if told is None:
            return self._added(name, _value(name, tells))
        before = _value(name, _meaning(told, self.old))
        after = _value(name, _meaning(tells, self.new))
        if effect := self._broken(name, before, after):
            return _BREAKING, effect
        if before.is_deprecated != after.is_deprecated:
            again = "" if after.is_deprecated else " no longer"
            return _COMPATIBLE, f"using it warns{again}"
        return _COMPATIBLE, "code that uses it goes on working"

    def _added(self, name: str, value: _Value) -> Judgement:
        if name.endswith(")"):
            if value.default is None and "(*" not in name:
                return _BREAKING, "calls without it fail"
            return _COMPATIBLE, "it can be given now"
        if value.is_needed and self._is_given(self._present(_owner(name))):
            return _BREAKING, "calls of the class without it fail"
        return _COMPATIBLE, "it can be used now"

    def _broken(self, name: str, before: _Value, after: _Value) -> str:
        """What fails; empty if nothing does."""
        owner = self._present(_owner(name))
        kind = self.new.get(owner, "")
        if name.endswith(")"):
            return self._broken_argument(before, after)
        if _CLASS.fullmatch(name):
            lost = {*before.type.split(", ")} - {*after.type.split(", ")}
            return "code that takes it for what it was fails" if lost else ""
        if kind.endswith("Enum"):
            changed = before.type != after.type
            return "it stands for another value" if changed else ""
        if kind == "Model" and self._is_given(owner):
            if after.is_needed and not before.is_needed:
                return "calls of the class without it fail"
            if not self._fits(before, after):
                return "the class refuses values that it took"
        if kind == "Model" and owner not in self.read:
            return ""
        if before.is_awaited != after.is_awaited or not self._fits(after, before):
            return "code that uses what it gives may fail"
        return ""

    def _broken_argument(self, before: _Value, after: _Value) -> str:
        if before.position and before.position != after.position:
            return "calls that give it by position fail"
        if before.default is not None and after.default is None:
            return "calls without it fail"
        if before.default not in (None, after.default):
            return "calls without it do something else"
        return "" if self._fits(before, after) else "values that it took are refused"

    def _fits(self, inner: _Value, outer: _Value) -> bool:
        return self.annotations.fits(inner.type, outer.type)

    def _is_given(self, model: str) -> bool:
        """A body whose properties are taken one by one is no argument, and what programs could do with it is to give it."""
        return model in self.given or model not in self.read

    def _present(self, name: str) -> str:
        return self.former.get(name, name)


def _meaning(line: str, lines: Lines) -> str:
    """What a former name stands for."""
    if not line.startswith(FORMER):
        return line
    now = line.removeprefix(FORMER)
    return DEPRECATED + lines.get(now, now)


def _reached(lines: Lines, start: str) -> frozenset[str]:
    """The models that arguments ("given") or what is returned ("read") have, and all that these hold."""
    values: dict[str, list[str]] = {}
    for name, value in lines.items():
        model = _MODEL.match(name)
        way = "given" if name.endswith(")") else "read"
        values.setdefault(model[0] if model else way, []).append(value)
    todo, reached = [start], set[str]()
    while todo:
        for value in values.get(todo.pop(), ()):
            found = {*_MODEL.findall(value)} - reached
            reached |= found
            todo += found
    return frozenset(reached)
