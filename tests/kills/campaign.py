"""Many kills of commands that write, and what must hold after each of them."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tests.kills.running import Done, begun, command, moments, real
from tests.kills.service import Scenario, scenarios
from tests.support.breaking import Tree, tree, visible

READERS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("diff", "spec", "generated"),
    ("explain", "SwitchLamp"),
    (),
)
"""What looks at the folder first after a kill; the last one leaves that to the command itself."""
LONGEST_DELAY = 0.003


class Phase(StrEnum):
    """What a process was at when it was killed."""

    READING = "reading and printing"
    NOTING = "noting what it is about to do"
    STAGING = "writing beside"
    MOVING = "moving into place"
    REMOVING = "removing what was before"
    ENDED = "ending"


@dataclass(slots=True, kw_only=True)
class Kill:
    """One kill, and what was found after it."""

    title: str
    how: str
    phase: Phase
    became_new: bool = False
    wrong: list[str] = field(default_factory=list[str])


def run(count: int, seed: int, root: Path) -> list[Kill]:
    """Kill so often, at moments that follow from the seed; three quarters of them where files are written."""
    chance = random.Random(seed)  # noqa: S311 - it is about being able to repeat
    known = [_Victim(one, root / "scratch") for one in scenarios(root)]
    return [
        known[number % len(known)].kill(number // len(known), chance)
        for number in range(count)
    ]


class _Victim:
    """A command that is killed again and again, each time in a copy of its folder."""

    def __init__(self, scenario: Scenario, scratch: Path) -> None:
        self.scenario = scenario
        self.work = scratch / scenario.title
        scratch.mkdir(exist_ok=True)
        folder = self._fresh()
        self.first, self.moving, self.count = moments(folder, *scenario.call)
        self.answers: dict[tuple[tuple[str, ...], bool], Done] = {}
        self.seconds = 0.0
        self.seen = [seen(tree) for tree in (scenario.before, scenario.after)]

    @property
    def readers(self) -> list[tuple[str, ...]]:
        has_lamps = "spec/lamps" in self.scenario.before
        return [each for each in READERS if has_lamps or each[:1] != ("explain",)]

    def kill(self, number: int, chance: random.Random) -> Kill:
        folder = self._fresh()
        if number % 5 == 0:
            part = chance.uniform(0, 1.05)
            how = f"after {part:.3f} of its time"
            self._killed_after(folder, part)
        else:
            moment = self._moment(number, chance)
            delay = chance.uniform(0, LONGEST_DELAY) if number % 2 else 0.0
            how = f"moment {moment} of {self.count}, {delay:.6f} s after it"
            self._struck(folder, moment, delay)
        made = Kill(title=self.scenario.title, how=how, phase=self._phase(tree(folder)))
        reader = self.readers[number % len(self.readers)]
        made.wrong += self._judged(folder, reader, made)
        return made

    def _fresh(self) -> Path:
        shutil.rmtree(self.work, ignore_errors=True)
        return self.scenario.copy(self.work)

    def _moment(self, number: int, chance: random.Random) -> int:
        match number % 5:
            case 1:
                return chance.randrange(self.count)
            case 2:  # the shortest phase, and the one with most to lose
                return self.moving + chance.randrange(12)
            case _:
                return chance.randrange(self.first, self.count)

    def _answer(self, reader: tuple[str, ...], *, new: bool) -> Done:
        """What a reader says where nobody was killed."""
        if (reader, new) not in self.answers:
            folder = self.scenario.copy(self.work.with_name("undisturbed"))
            if new:
                command(folder, *self.scenario.call)
            self.answers[reader, new] = command(folder, *reader)
            shutil.rmtree(folder)
        return self.answers[reader, new]

    def _killed_after(self, folder: Path, part: float) -> None:
        """The command as a user calls it, killed by the clock."""
        if not self.seconds:
            begin = time.monotonic()
            real(folder, *self.scenario.call)
            self.seconds = time.monotonic() - begin
            folder = self._fresh()
        real(folder, *self.scenario.call, seconds=part * self.seconds)

    def _struck(self, folder: Path, moment: int, delay: float) -> None:
        """The process says when it is there, and is killed: before its next step, or a little later."""
        there, tell = os.pipe()

        def happening(number: int, _: str) -> None:
            if number == moment:
                os.write(tell, b".")
                if not delay:
                    os.kill(os.getpid(), signal.SIGKILL)

        running = begun(folder, *self.scenario.call, happening=happening)
        os.close(tell)
        os.read(there, 1)
        time.sleep(delay)
        os.kill(running.id, signal.SIGKILL)
        running.ended()
        os.close(there)

    def _phase(self, left: Tree) -> Phase:
        names = {path.rpartition("/")[2] for path in left}
        if ".scraper-swapping" in names:
            return Phase.MOVING
        if ".scraper-journal" not in names:
            return Phase.READING if seen(left) == self.seen[0] else Phase.ENDED
        if seen(left) == self.seen[1]:
            return Phase.REMOVING
        beside = any(name.endswith(".new") for name in names)
        return Phase.STAGING if beside else Phase.NOTING

    def _judged(
        self, folder: Path, reader: tuple[str, ...], made: Kill
    ) -> Iterator[str]:
        if reader:
            done = command(folder, *reader)
            found = tree(folder)
            made.became_new = seen(found) == self.seen[1]
            if seen(found) not in self.seen:
                yield f"{reader}: a mixture of old and new"
            if done != self._answer(reader, new=made.became_new):
                yield f"{reader}: {done}"
            yield from (f"{reader}: left over: {each}" for each in left_over(found))
        done = command(folder, *self.scenario.call)
        if not reader:
            made.became_new = "nothing" in done.stdout
        if done.status != 0:
            yield f"the next run: {done}"
        if tree(folder) != self.scenario.after:
            yield "the next run: not the right bytes"


def seen(found: Tree) -> Tree:
    """What people see; a first run that is killed may leave generated/ empty, which is as if it were not there."""
    return {path: each for path, each in visible(found).items() if path != "generated"}


def left_over(found: Tree) -> Iterator[str]:
    for path in found:
        name = path.rpartition("/")[2]
        if name.startswith(".") and name.endswith(
            ("-journal", "-swapping", ".new", ".old")
        ):
            yield path


def figures(made: list[Kill]) -> str:
    """What the kills came to, a line each."""
    counts = Counter[str]()
    for one in made:
        counts[f"  killed while {one.phase}"] += 1
        counts[f"  of the command `{one.title}`"] += 1
    new = sum(one.became_new for one in made)
    lines = [("kills", len(made))]
    lines += [
        (f"  killed while {phase}", counts[f"  killed while {phase}"])
        for phase in Phase
    ]
    lines += [(key, value) for key, value in counts.items() if "command" in key]
    lines += [
        ("old afterwards", len(made) - new),
        ("new afterwards", new),
        ("survived", sum(not one.wrong for one in made)),
    ]
    return "".join(f"{name:<46}{value:>5}\n" for name, value in lines)


def violations(made: list[Kill]) -> Iterator[str]:
    for one in made:
        yield from (
            f"{one.title}, {one.how}, {one.phase}: {each}" for each in one.wrong
        )
