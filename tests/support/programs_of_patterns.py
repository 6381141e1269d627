"""From the parse tree of a regular expression to the program that `backtracking` runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from tests.support.backtracking import (
    Again,
    Asked,
    At,
    Atomic,
    Compiled,
    Enter,
    Greedy,
    Jump,
    Lazy,
    Look,
    Mark,
    One,
    Program,
    Split,
    Until,
)
from tests.support.characters import Characters

_parser: Any = import_module("re._parser")

SINGLE = frozenset({"LITERAL", "NOT_LITERAL", "ANY", "IN"})


def compiled(pattern: re.Pattern[Any]) -> Compiled:
    tree = parsed(pattern)
    compiler = _Compiler(isinstance(pattern.pattern, bytes))
    return Compiled(
        program=compiler.program(tree, pattern.flags),
        groups=tree.state.groups,
        loops=compiler.loops,
        characters=tuple(compiler.characters),
        repeated=tuple(compiler.repeated),
    )


def parsed(pattern: re.Pattern[Any]) -> Any:
    """The tree of a pattern; that of bytes as of the characters with these numbers."""
    return _parser.parse(pattern.pattern, pattern.flags)


@dataclass(slots=True)
class _Compiler:
    of_bytes: bool
    loops: int = field(default=0, init=False)
    characters: list[Characters] = field(default_factory=list[Characters], init=False)
    repeated: list[Characters] = field(default_factory=list[Characters], init=False)
    _depth: int = field(default=0, init=False)
    """How many repeats are open."""

    def program(self, tree: Any, flags: int) -> Program:
        made: Program = []
        self._sequence(tree, flags, made)
        return made

    def _sequence(self, tree: Any, flags: int, to: Program) -> None:
        for kind, value in tree:
            self._item(str(kind), value, (kind, value), flags, to)

    def _item(self, kind: str, value: Any, item: Any, flags: int, to: Program) -> None:
        match kind:
            case _ if kind in SINGLE:
                to.append(One(self._characters(item, flags)))
            case "AT":
                to.append(At(str(value), flags))
            case "SUBPATTERN":
                group, added, removed, tree = value
                self._group(group, tree, (flags | added) & ~removed, to)
            case "BRANCH":
                self._branch(value[1], flags, to)
            case "MAX_REPEAT" | "MIN_REPEAT":
                self._repeat(*value, flags=flags, lazy=kind == "MIN_REPEAT", to=to)
            case "POSSESSIVE_REPEAT":
                least, most, tree = value
                self._depth += 1
                to.append(Atomic(self.program(tree, flags), least, int(most)))
                self._depth -= 1
            case "ATOMIC_GROUP":
                to.append(Atomic(self.program(value, flags)))
            case "ASSERT" | "ASSERT_NOT":
                behind = value[1].getwidth()[0] if value[0] < 0 else 0
                inner = self.program(value[1], flags)
                to.append(Look(inner, kind == "ASSERT", behind))
            case "GROUPREF":
                to.append(Again(value, flags))
            case "GROUPREF_EXISTS":
                self._asked(*value, flags=flags, to=to)
            case "FAILURE":
                to.append(Split([]))
            case _:
                raise NotImplementedError(kind)

    def _characters(self, item: Any, flags: int) -> Characters:
        made = Characters(item, flags, of_bytes=self.of_bytes)
        self.characters.append(made)
        if self._depth:
            self.repeated.append(made)
        return made

    def _group(self, group: int | None, tree: Any, flags: int, to: Program) -> None:
        if group is not None:
            to.append(Mark(2 * group - 2))
        self._sequence(tree, flags, to)
        if group is not None:
            to.append(Mark(2 * group - 1))

    def _branch(self, trees: list[Any], flags: int, to: Program) -> None:
        split, ends = Split([]), [Jump(0) for _ in trees]
        to.append(split)
        for tree, end in zip(trees, ends, strict=True):
            split.targets.append(len(to))
            self._sequence(tree, flags, to)
            to.append(end)
        for end in ends:
            end.target = len(to)

    def _repeat(
        self, least: int, most: int, tree: Any, *, flags: int, lazy: bool, to: Program
    ) -> None:
        self._depth += most > 1
        if len(tree) == 1 and str(tree[0][0]) in SINGLE:
            characters = self._characters(tree[0], flags)
            to.append((Lazy if lazy else Greedy)(characters, least, int(most)))
        else:
            loop, self.loops = self.loops, self.loops + 1
            begin = len(to)
            to.append(Jump(0))
            self._sequence(tree, flags, to)
            to[begin] = Enter(loop, len(to))
            to.append(Until(loop, begin + 1, least, int(most), lazy))
        self._depth -= most > 1

    def _asked(self, group: int, yes: Any, no: Any, *, flags: int, to: Program) -> None:
        at, end = len(to), Jump(0)
        to.append(end)
        self._sequence(yes, flags, to)
        to.append(end)
        to[at] = Asked(group, len(to))
        self._sequence(no or (), flags, to)
        end.target = len(to)
