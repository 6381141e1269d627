"""Texts on which a regular expression takes as many steps as it can, and whether their number grows faster than they do.

Each text is a begin, a word that is repeated, and an end. The words come from the pattern: every character that it
tells from others, what its repeats take, what leads to them. All are tried while they are short; those that look worst
are tried while they are long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

from tests.support.backtracking import Call, Compiled, TooManySteps, counted
from tests.support.characters import Characters
from tests.support.programs_of_patterns import SINGLE, compiled, parsed

LINEAR = 2.6
"""Twice the text takes twice the steps more; with a square among the terms it is soon three and then four times."""
SHORT = 24
LONG = 64
"""The characters of the shortest text; of long words there are more, for some must be repeated."""
LARGEST = 500
"""A repeat with a bound above this is like one without."""
HEAVY = 1500
"""So many steps for a character are too many, whatever bounds them."""
MOST_WHILE_SHORT = 5_000
MOST = 500_000
WORST = 5
VARIANTS = range(4)
FEW = 8
"""Of so many characters all pairs are tried."""

_PLAIN = [chr(code) for code in (*range(97, 123), *range(65, 91), *range(48, 58), *range(32, 127), *range(32))]  # fmt: skip
_OTHERS = list(
    "é²中_ß：（）“”•\x7f\x85\xa0\xff\u2028\ufeff\ud800\U0001f600\N{KELVIN SIGN}"
)


@dataclass(frozen=True, slots=True)
class Pumped:
    begin: str
    word: str
    end: str

    @property
    def size(self) -> int:
        return len(self.word)

    def text(self, count: int) -> str:
        return self.begin + self.word * count + self.end


@dataclass(frozen=True, slots=True)
class Stairs:
    """Runs of one character, each longer than the one before: no two are alike."""

    character: str
    between: str

    @property
    def size(self) -> int:
        return 1

    def text(self, count: int) -> str:
        parts: list[str] = []
        length = 0
        while length < count:
            parts.append(self.character * (len(parts) + 1) + self.between)
            length += len(parts[-1])
        return "".join(parts)


Input = Pumped | Stairs


@dataclass(frozen=True, slots=True)
class Guilt:
    """On this input the steps grow like these."""

    input: Input
    steps: tuple[int, ...]


@dataclass(frozen=True)
class Suspect:
    pattern: re.Pattern[Any]
    call: Call

    @cached_property
    def compiled(self) -> Compiled:
        return compiled(self.pattern)

    @cached_property
    def tree(self) -> Any:
        return parsed(self.pattern)

    def guilt(self) -> Guilt | None:
        """What shows that the steps grow faster than the text, if anything does."""
        for one in self._worst():
            found = self._grows(one, max(32, LONG // one.size), MOST)
            # Up to its bound a repeat is like one without; a round may take several words.
            for count in (self._bound, 4 * self._bound):
                if found and count > LONG:
                    found = self._grows(one, count, HEAVY * len(one.text(count)))
            if found:
                return found
        return None

    @cached_property
    def _bound(self) -> int:
        """The largest bound of a repeat."""
        return max((one for one in _bounds(self.tree) if one <= LARGEST), default=0)

    def _grows(self, one: Input, short: int, most: int) -> Guilt | None:
        steps = self._steps(one, short, most)
        return Guilt(one, steps) if growth(steps) > LINEAR else None

    def _steps(self, one: Input, short: int, most: int) -> tuple[int, ...]:
        """For a text, one twice as long, and one four times as long; a number less where there are too many."""
        steps: list[int] = []
        for count in (short, 2 * short, 4 * short):
            text = one.text(count)
            if steps:
                most = min(1000 + 9 * steps[-1], HEAVY * len(text))
            try:
                steps.append(counted(self.compiled, self.call, text, most))
            except TooManySteps:
                break
        return tuple(steps)

    def _worst(self) -> list[Input]:
        scored: list[tuple[float, int, Input]] = []
        for one in dict.fromkeys(self._inputs()):
            if not one.size:
                continue
            steps = self._steps(one, max(3, SHORT // one.size), MOST_WHILE_SHORT)
            scored.append((growth(steps), sum(steps), one))
        by_growth = sorted(scored, key=lambda one: -one[0])[:WORST]
        by_steps = sorted(scored, key=lambda one: -one[1])[: WORST // 2]
        return list(dict.fromkeys(one[2] for one in (*by_growth, *by_steps)))

    # The inputs.

    def _inputs(self) -> Iterator[Input]:
        every = self._telling(self.compiled.characters)
        repeated = self._telling(self.compiled.repeated)[:FEW]
        whole = [_words(self.tree, n, self._characters) for n in VARIANTS]
        ends = self._ends(every)
        pumps = [*every, *map("".join, product(repeated, repeat=2)), *whole]
        yield from (Pumped("", pump, end) for pump in pumps for end in ends)
        for begin, taken in self._repeats(self.tree, "", self.pattern.flags):
            for word, end in product([*repeated, *taken], ends):
                yield Pumped(begin, word, end)
            if self.call in {Call.SEARCH, Call.EACH}:
                for word, end in product(["", *taken], ends):
                    yield Pumped("", begin + word, end)
        if "GROUPREF" in str(self.tree):
            for one, between in product(repeated, every[:FEW]):
                yield Stairs(one, between)

    def _telling(self, characters: tuple[Characters, ...]) -> list[str]:
        """One of each kind of character that the pattern tells apart."""
        kinds: dict[tuple[bool, ...], str] = {}
        of_bytes = isinstance(self.pattern.pattern, bytes)
        source = str(self.pattern.pattern)
        for one in dict.fromkeys([*_PLAIN, *_OTHERS, *source]):
            if of_bytes and ord(one) > 255:
                continue
            seen = [each[one] for each in characters]
            kinds.setdefault((one == "\n", one.isalnum() or one == "_", *seen), one)
        return list(kinds.values())

    def _ends(self, every: list[str]) -> list[str]:
        """What the rest of a pattern hardly fits: nothing, the line's end, what fewest of its characters are."""
        least = min(
            every, key=lambda one: sum(each[one] for each in self.compiled.characters)
        )
        return list(dict.fromkeys(["", "\n", least]))

    def _characters(self, item: Any, variant: int) -> str:
        """A character that an item takes."""
        flags = self.pattern.flags
        taken = Characters(
            item, flags, of_bytes=isinstance(self.pattern.pattern, bytes)
        )
        source = self.pattern.pattern
        known = [*_PLAIN, *(c for c in _OTHERS if not isinstance(source, bytes))]
        if str(item[0]) == "LITERAL":
            return chr(item[1])
        found = [one for one in known if taken[one]]
        return found[variant * 7 % len(found)] if found else ""

    def _repeats(
        self, tree: Any, begin: str, flags: int
    ) -> Iterator[tuple[str, list[str]]]:
        """For each repeat, what leads to it and what it may take in a round."""
        for item in tree:
            kind, value = str(item[0]), item[1]
            for inner in _inner(kind, value):
                if "REPEAT" in kind and int(value[1]) > 1:
                    taken = [_words(inner, n, self._characters) for n in VARIANTS]
                    yield begin, list(dict.fromkeys(taken))
                yield from self._repeats(inner, begin, flags)
            begin += _words([item], 1, self._characters)


def growth(steps: tuple[int, ...]) -> float:
    """How many times more steps the third text takes than the second, than the second takes than the first."""
    if len(steps) < 3:
        return float("inf")
    return (steps[2] - steps[1]) / max(1, steps[1] - steps[0])


def _inner(kind: str, value: Any) -> list[Any]:
    """The trees in an item."""
    match kind:
        case "SUBPATTERN":
            return [value[3]]
        case "BRANCH":
            return list(value[1])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return [value[2]]
        case "ATOMIC_GROUP":
            return [value]
        case "ASSERT" | "ASSERT_NOT":
            return [value[1]] if value[0] > 0 else []
        case "GROUPREF_EXISTS":
            return [one for one in value[1:] if one]
        case _:
            return []


def _bounds(tree: Any) -> Iterator[int]:
    for kind, value in tree:
        if "REPEAT" in str(kind):
            yield int(value[1])
        for inner in _inner(str(kind), value):
            yield from _bounds(inner)


def _words(tree: Any, variant: int, character: Callable[[Any, int], str]) -> str:
    """Words that a tree takes, or nearly: conditions on what stands around are not looked at."""
    words = ""
    for item in tree:
        kind, value = str(item[0]), item[1]
        if kind in SINGLE:
            words += character(item, variant)
        elif kind == "GROUPREF":
            words += words[-1:]
        elif "REPEAT" in kind:
            rounds = min(int(value[1]), value[0] + variant % 3)
            words += _words(value[2], variant, character) * rounds
        elif kind not in {"AT", "ASSERT", "ASSERT_NOT"}:
            inner = _inner(kind, value)
            if inner:
                words += _words(inner[variant % len(inner)], variant, character)
    return words
