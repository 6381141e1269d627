"""How many steps a regular expression takes on a text: counted, without a clock.

A program made of the standard library's parse tree is run in the order in which the engine of `re` tries things, and
each try of a character, a position or an alternative is a step. It finds the same spans, which tests check. What the
engine does faster (scanning for a literal prefix, comparing the first character of an alternative) makes a step
cheaper; it never changes how their number grows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, Protocol

from tests.support.characters import Characters, folded, is_at


class Call(Enum):
    """How a pattern is applied to a text."""

    MATCH = "match"
    FULLMATCH = "fullmatch"
    SEARCH = "search"
    EACH = "each"
    """`sub`, `split`, `findall`, `finditer`: goes on behind a hit."""


class TooManySteps(Exception):  # noqa: N818
    """More steps than the caller allows."""


Marks = tuple[int, ...]
"""Begin and end of each group."""
Loops = tuple[tuple[int, int], ...]
"""For each repeat how often so far, and where its last round began."""


class Thread(NamedTuple):
    """Where a match stands."""

    line: int
    position: int
    marks: Marks
    loops: Loops


@dataclass(slots=True)
class Steps:
    """What is counted."""

    most: int | None = None
    taken: int = 0

    def take(self) -> None:
        self.taken += 1
        if self.most is not None and self.taken > self.most:
            raise TooManySteps


@dataclass(slots=True)
class Run:
    """One program on one text, with what it can still go back to."""

    text: str
    steps: Steps
    retries: list[tuple[Thread, Retry | None]] = field(
        default_factory=list[tuple[Thread, "Retry | None"]]
    )

    def later(self, thread: Thread, retry: Retry | None = None) -> None:
        self.retries.append((thread, retry))


class Retry(Protocol):
    """A repeat of one character gives one back, or takes one more, each time when the match returns to it."""

    def again(self, run: Run, thread: Thread) -> Thread | None: ...


class Instruction(Protocol):
    def go(self, run: Run, thread: Thread) -> Thread | None:
        """Where to go on; nowhere, if this does not fit."""
        ...


Program = list[Instruction]


def execute(
    program: Program, run: Run, thread: Thread, wanted: Wanted | None = None
) -> Thread | None:
    """The first way through a program."""
    now: Thread | None = thread
    while True:
        run.steps.take()
        if now is None:
            if not run.retries:
                return None
            earlier, retry = run.retries.pop()
            now = retry.again(run, earlier) if retry else earlier
        elif now.line < len(program):
            now = program[now.line].go(run, now)
        elif wanted is None or wanted.fits(now.position, run.text):
            return now
        else:
            now = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a call demands of a match."""

    whole: bool = False
    not_at: int = -1

    def fits(self, end: int, text: str) -> bool:
        return end != self.not_at and not (self.whole and end != len(text))


@dataclass(frozen=True, slots=True)
class One:
    """A single character."""

    characters: Characters

    def go(self, run: Run, thread: Thread) -> Thread | None:
        line, position, marks, loops = thread
        if position < len(run.text) and self.characters[run.text[position]]:
            return Thread(line + 1, position + 1, marks, loops)
        return None


@dataclass(frozen=True, slots=True)
class Greedy:
    """As many of a character as there are, then fewer."""

    characters: Characters
    least: int
    most: int

    def go(self, run: Run, thread: Thread) -> Thread | None:
        line, begin, marks, loops = thread
        position, end = begin, min(len(run.text), begin + self.most)
        while position < end and self.characters[run.text[position]]:
            run.steps.take()
            position += 1
        if position - begin < self.least:
            return None
        back = GivesBack(begin + self.least)
        return back.again(run, Thread(line + 1, position, marks, loops))


@dataclass(frozen=True, slots=True)
class GivesBack:
    floor: int

    def again(self, run: Run, thread: Thread) -> Thread | None:
        if thread.position > self.floor:
            line, position, marks, loops = thread
            run.later(Thread(line, position - 1, marks, loops), self)
        return thread


@dataclass(frozen=True, slots=True)
class Lazy:
    """As few of a character as possible, then more."""

    characters: Characters
    least: int
    most: int

    def go(self, run: Run, thread: Thread) -> Thread | None:
        line, begin, marks, loops = thread
        for position in range(begin, begin + self.least):
            run.steps.take()
            if not self.takes(run, position):
                return None
        more = TakesMore(self, begin + self.most)
        return more.next(run, Thread(line + 1, begin + self.least, marks, loops))

    def takes(self, run: Run, position: int) -> bool:
        return position < len(run.text) and self.characters[run.text[position]]


@dataclass(frozen=True, slots=True)
class TakesMore:
    repeat: Lazy
    ceiling: int

    def next(self, run: Run, thread: Thread) -> Thread:
        if thread.position < self.ceiling:
            run.later(thread, self)
        return thread

    def again(self, run: Run, thread: Thread) -> Thread | None:
        line, position, marks, loops = thread
        if not self.repeat.takes(run, position):
            return None
        return self.next(run, Thread(line, position + 1, marks, loops))


@dataclass(slots=True)
class Split:
    """Alternatives in their order."""

    targets: list[int]

    def go(self, run: Run, thread: Thread) -> Thread | None:
        _, position, marks, loops = thread
        for target in reversed(self.targets):
            run.later(Thread(target, position, marks, loops))
        return None


@dataclass(slots=True)
class Jump:
    target: int

    def go(self, run: Run, thread: Thread) -> Thread | None:
        del run
        return thread._replace(line=self.target)


@dataclass(frozen=True, slots=True)
class Mark:
    """The begin or the end of a group."""

    slot: int

    def go(self, run: Run, thread: Thread) -> Thread | None:
        del run
        line, position, marks, loops = thread
        marked = (*marks[: self.slot], position, *marks[self.slot + 1 :])
        return Thread(line + 1, position, marked, loops)


@dataclass(frozen=True, slots=True)
class Enter:
    """A repeat begins: no round is counted yet; on behind its body, where it is asked for the first."""

    loop: int
    until: int

    def go(self, run: Run, thread: Thread) -> Thread | None:
        del run
        loops = _with(thread.loops, self.loop, (-1, -1))
        return Thread(self.until, thread.position, thread.marks, loops)


def _with(loops: Loops, loop: int, state: tuple[int, int]) -> Loops:
    return (*loops[:loop], state, *loops[loop + 1 :])


@dataclass(frozen=True, slots=True)
class Until:
    """Behind the body of a repeat: one round more, or on. A round without a character is the last."""

    loop: int
    body: int
    least: int
    most: int
    lazy: bool

    def go(self, run: Run, thread: Thread) -> Thread | None:
        line, position, marks, loops = thread
        before, began = loops[self.loop]
        count = before + 1
        on = Thread(line + 1, position, marks, _with(loops, self.loop, (count, began)))
        if count < self.least:
            more = (count, began)
            return Thread(self.body, position, marks, _with(loops, self.loop, more))
        if count >= self.most or position == began:
            return on
        more = (count, position)
        body = Thread(self.body, position, marks, _with(loops, self.loop, more))
        first, second = (on, body) if self.lazy else (body, on)
        run.later(second)
        return first


@dataclass(frozen=True, slots=True)
class At:
    """A position: of the text, of a line, of a word."""

    place: str
    flags: int

    def go(self, run: Run, thread: Thread) -> Thread | None:
        fits = is_at(self.place, self.flags, run.text, thread.position)
        return thread._replace(line=thread.line + 1) if fits else None


@dataclass(frozen=True, slots=True)
class Look:
    """A condition on what follows, or on as many characters `behind` the position."""

    program: Program
    wanted: bool
    behind: int = 0

    def go(self, run: Run, thread: Thread) -> Thread | None:
        begin = thread.position - self.behind
        seen = None
        if begin >= 0:
            inside = Thread(0, begin, thread.marks, thread.loops)
            seen = execute(self.program, Run(run.text, run.steps), inside)
        if (seen is not None) is not self.wanted:
            return None
        marks = seen.marks if seen else thread.marks
        return Thread(thread.line + 1, thread.position, marks, thread.loops)


@dataclass(frozen=True, slots=True)
class Atomic:
    """What gives nothing back of what it took, once or several times."""

    program: Program
    least: int = 1
    most: int = 1

    def go(self, run: Run, thread: Thread) -> Thread | None:
        line, position, marks, loops = thread
        count = 0
        while count < self.most:
            inside = Thread(0, position, marks, loops)
            taken = execute(self.program, Run(run.text, run.steps), inside)
            if taken is None:
                break
            count += 1
            empty = taken.position == position
            position, marks = taken.position, taken.marks
            if empty and count >= self.least:
                break
        if count < self.least:
            return None
        return Thread(line + 1, position, marks, loops)


@dataclass(frozen=True, slots=True)
class Again:
    """The words of a group."""

    group: int
    flags: int

    def go(self, run: Run, thread: Thread) -> Thread | None:
        line, position, marks, loops = thread
        begin, end = marks[2 * self.group - 2 : 2 * self.group]
        if begin < 0 or end < begin:
            return None
        there, here = run.text[begin:end], run.text[position : position + end - begin]
        for _ in here:
            run.steps.take()
        if folded(there, self.flags) != folded(here, self.flags):
            return None
        return Thread(line + 1, position + end - begin, marks, loops)


@dataclass(frozen=True, slots=True)
class Asked:
    """On here if a group has taken part, else elsewhere."""

    group: int
    otherwise: int

    def go(self, run: Run, thread: Thread) -> Thread | None:
        del run
        found = thread.marks[2 * self.group - 1] >= 0
        return thread._replace(line=thread.line + 1 if found else self.otherwise)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern as a program."""

    program: Program
    groups: int
    loops: int
    characters: tuple[Characters, ...] = ()
    """What each of its single characters may be."""
    repeated: tuple[Characters, ...] = ()
    """The same of those that stand in a repeat."""

    def spans(
        self, call: Call, text: str, steps: Steps | None = None
    ) -> Iterator[tuple[int, int]]:
        """Where the pattern fits, as `re` says."""
        steps = steps or Steps()
        if call in {Call.MATCH, Call.FULLMATCH}:
            end = self._end(text, 0, steps, Wanted(whole=call is Call.FULLMATCH))
            if end is not None:
                yield 0, end
            return
        start, not_at = 0, -1
        while start <= len(text):
            end = self._end(text, start, steps, Wanted(not_at=not_at))
            if end is None:
                start, not_at = start + 1, -1
                continue
            yield start, end
            if call is Call.SEARCH:
                return
            # As `re`: behind an empty hit there may be another at its place, if that is not empty.
            start, not_at = end, (start if end == start else -1)

    def _end(self, text: str, start: int, steps: Steps, wanted: Wanted) -> int | None:
        marks, loops = (-1,) * (2 * self.groups), ((-1, -1),) * self.loops
        thread = Thread(0, start, marks, loops)
        found = execute(self.program, Run(text, steps), thread, wanted)
        return found.position if found else None


def counted(compiled: Compiled, call: Call, text: str, most: int | None = None) -> int:
    """The steps of a call that takes all hits. TooManySteps, if there are more than `most`."""
    steps = Steps(most)
    for _ in compiled.spans(call, text, steps):
        pass
    return steps.taken
