"""Whatever else may stop a command: signals, a full disk, places that are read-only, other runs, readers that go away.

    python -m tests.kills.stops KIND FOLDER

Prints how many cases of this kind there were; what is wrong goes to standard error, with status 1.
"""

from __future__ import annotations

import ctypes
import errno
import os
import random
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, Self

from tests.kills.campaign import left_over, seen
from tests.kills.running import (
    ROOT,
    Done,
    Happening,
    begun,
    command,
    moments,
    nothing,
    real,
)
from tests.kills.service import Scenario, scenarios
from tests.support.breaking import tree

SEED: Final = 7
FULL: Final = "No space left on device"
AT_WORK: Final = "another run is at work here; try again when it has ended\n"
SIGNALS: Final = {
    signal.SIGINT: (130, "scraper: interrupted\n"),
    signal.SIGTERM: (143, "scraper: terminated\n"),
}


class Case:
    """A copy of the folder, and what must hold in it once a command was stopped there."""

    def __init__(self, scenario: Scenario, root: Path, number: int) -> None:
        self.scenario = scenario
        self.folder = scenario.copy(root / str(number))

    def run(self, happening: Happening = nothing) -> Done:
        return command(self.folder, *self.scenario.call, happening=happening)

    def wrong(self, done: Done, *said: Done, tidy: bool = True) -> Iterator[str]:
        """What does not hold; `said` are ways in which the command may have ended."""
        if said and all(
            (one.status, one.stderr) != (done.status, done.stderr) for one in said
        ):
            yield f"{done}"
        if "Traceback" in done.stderr or done.stderr.count("\n") > 1:
            yield f"more than a line: {done.stderr}"
        if tidy:
            found = tree(self.folder)
            if seen(found) not in (
                seen(self.scenario.before),
                seen(self.scenario.after),
            ):
                yield "a mixture of old and new"
            yield from (f"left over: {each}" for each in left_over(found))
        yield from self.wrong_after()

    def wrong_after(self) -> Iterator[str]:
        done = self.run()
        if done.status != 0:
            yield f"the next run: {done}"
        if tree(self.folder) != self.scenario.after:
            yield "the next run: not the right bytes"


def ended(status: int, stderr: str = "") -> Done:
    return Done(status=status, stdout="", stderr=stderr)


Cases = Iterator[Iterator[str]]


def signals(scenario: Scenario, root: Path) -> Cases:
    """Ctrl-C and SIGTERM, in the middle of whatever the command asks of the system."""
    chance = random.Random(SEED)  # noqa: S311 - it is about being able to repeat
    first, moving, count = moments(scenario.copy(root / "whole"), *scenario.call)
    chosen = [chance.randrange(count) for _ in range(4)]
    chosen += [chance.randrange(first, count) for _ in range(10)]
    chosen += [moving + each for each in range(10)]
    for number, moment in enumerate(chosen):
        sent = list(SIGNALS)[number % 2]

        def happening(at: int, _: str, moment: int = moment, sent: int = sent) -> None:
            if at == moment:
                os.kill(os.getpid(), sent)

        case = Case(scenario, root, number)
        yield case.wrong(case.run(happening), ended(*SIGNALS[sent]))


STARTED = """
import os, sys, runpy
left, sent = int(sys.argv[1]), int(sys.argv[2])
def hook(event, _):
    global left
    if event == "import":
        left -= 1
        if left == 0:
            os.kill(os.getpid(), sent)
sys.argv[:] = ["scraper", *sys.argv[3:]]
sys.path.insert(0, os.environ["ROOT"])
import scraper.cli.stopping
sys.addaudithook(hook)
runpy.run_module("scraper", run_name="__main__", alter_sys=True)
"""


def signals_at_the_start(scenario: Scenario, root: Path) -> Cases:
    """The same while modules are imported."""
    for number, imports in enumerate((5, 60, 200, 400)):
        for sent in SIGNALS:
            case = Case(scenario, root, 10 * number + sent)
            arguments = [sys.executable, "-c", STARTED, str(imports), str(int(sent))]
            yield case.wrong(
                _called(case, [*arguments, *scenario.call]), ended(*SIGNALS[sent])
            )


def _called(case: Case, arguments: list[str]) -> Done:
    done = subprocess.run(
        arguments,
        cwd=case.folder,
        env=os.environ | {"ROOT": str(ROOT), "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
    )
    return Done(status=done.returncode, stdout=done.stdout, stderr=done.stderr)


def full_disk(scenario: Scenario, root: Path) -> Cases:
    """No space at one step, or at every one from there on: then the next run clears up."""
    chance = random.Random(SEED)  # noqa: S311 - it is about being able to repeat
    first, moving, count = moments(scenario.copy(root / "whole"), *scenario.call)
    chosen = [chance.randrange(first, moving) for _ in range(4)]
    chosen += [chance.randrange(moving, count - 3) for _ in range(4)]
    for number, moment in enumerate(chosen):
        for for_good in (False, True):

            def happening(
                at: int, _: str, moment: int = moment, for_good: bool = for_good
            ) -> None:
                if at == moment or (for_good and at > moment):
                    raise OSError(errno.ENOSPC, FULL)

            case = Case(scenario, root, 2 * number + for_good)
            done = case.run(happening)
            wrong = list(case.wrong(done, tidy=not for_good))
            if done.status and FULL not in done.stderr:
                wrong.append(f"{done}")
            yield iter(wrong)


def short_files(scenario: Scenario, root: Path) -> Cases:
    """Files may not grow beyond a size: a write ends in the middle."""
    sizes = sorted({len(content) for _, content in scenario.after.values()})
    for number, size in enumerate(
        [0, 1, 100, *sizes[:: len(sizes) // 6], sizes[-1] - 1]
    ):
        case = Case(scenario, root, number)
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
        done = real_with(case, limit)
        fits = case_is_new(case)
        if not fits and "cannot be written: File too large\n" not in done.stderr:
            yield iter([f"{size}: {done}"])
        yield case.wrong(done)


def real_with(case: Case, prepare: Callable[[], None]) -> Done:
    """The command as a user calls it, in a process that was prepared."""
    done = subprocess.run(
        [sys.executable, "-m", "scraper", *case.scenario.call],
        cwd=case.folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=prepare,
    )
    return Done(status=done.returncode, stdout=done.stdout, stderr=done.stderr)


def case_is_new(case: Case) -> bool:
    return seen(tree(case.folder)) == seen(case.scenario.after)


def small_file_systems(scenario: Scenario, root: Path) -> Cases:
    """A real one that is full, where the system lets us have it; `full_disk` and `short_files` need no leave."""
    used = sum(4 * -(-len(content) // 4096) for _, content in scenario.before.values())
    for number, kilobytes in enumerate((used + 16, used + 150, used + 300)):
        place = root / f"disk{number}"
        place.mkdir()
        mount = [
            "mount",
            "-t",
            "tmpfs",
            "-o",
            f"size={kilobytes}k",
            "tmpfs",
            str(place),
        ]
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            return
        try:
            case = Case(scenario, place, 0)
            done = case.run()
            larger = ["mount", "-o", "remount,size=64m", str(place)]
            subprocess.run(larger, check=True)
            if done.status and FULL not in done.stderr:
                yield iter([f"{done}"])
            yield case.wrong(done)
        finally:
            subprocess.run(["umount", str(place)], check=True)


def read_only(scenario: Scenario, root: Path) -> Cases:
    """Modes that forbid to write; also for root, who gives up the right to pass them over."""
    places = (
        (
            "generated",
            0o555,
            "generated/.scraper-journal: cannot be written: Permission denied\n",
        ),
        (
            "spec/lamps",
            0o555,
            "spec/lamps/.scraper-journal: cannot be written: Permission denied\n",
        ),
        ("spec", 0o555, ""),
        ("spec/lamps/lock.toml", 0o444, ""),
        ("generated/lamps/model.json", 0o444, ""),
        ("generated/lamps", 0o555, ""),
        ("generated/lamps/otc_lamps", 0o555, ""),
    )
    for number, (place, mode, words) in enumerate(places):
        case = Case(scenario, root, number)
        path = case.folder / place
        usual = path.stat().st_mode
        path.chmod(mode)
        done = real_with(case, _without_privileges)
        expected = f"scraper: error: {words}" if words else ""
        wrong: list[str] = []
        if (done.status, done.stderr) != (2 if words else 0, expected):
            wrong.append(f"{place}: {done}")
        if words:
            path.chmod(usual)
        if place == "spec":
            path.chmod(usual)
        wrong += case.wrong(done)
        yield iter(wrong)


def _without_privileges() -> None:
    """CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH are not there any more in what is started now."""
    if os.geteuid() == 0:
        system = ctypes.CDLL(None, use_errno=True)
        for capability in (1, 2):
            if system.prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP
                raise OSError(ctypes.get_errno(), "PR_CAPBSET_DROP")


def two_runs(scenario: Scenario, root: Path) -> Cases:
    """While one is in the middle of reading, or of writing, each of the others says so and leaves all alone."""
    first, moving, _ = moments(scenario.copy(root / "whole"), *scenario.call)
    others: tuple[tuple[str, ...], ...] = (
        ("generate",),
        ("release",),
        ("update", "lamps", "--from", "nowhere"),
        ("check",),
        ("explain", "SwitchLamp"),
        ("diff", "spec", "generated/lamps"),
    )
    for number, moment in enumerate((first // 2, first + 20, moving + 4)):
        case = Case(scenario, root, number)
        with _paused(case, moment) as paused:
            said = [command(case.folder, *other) for other in others]
        wrong = [
            f"{other} at {moment}: {done}"
            for other, done in zip(others, said, strict=True)
            if done.status != 2 or not done.stderr.endswith(AT_WORK)
        ]
        yield iter([*wrong, *case.wrong(paused.done, ended(0))])


class _paused:  # noqa: N801 - reads as a function
    """The command of a case, waiting at a moment until the block ends."""

    def __init__(self, case: Case, moment: int, *call: str) -> None:
        there, tell = os.pipe()
        wait, go = os.pipe()

        def happening(at: int, _: str) -> None:
            if at == moment:
                os.close(go)
                os.write(tell, b".")
                os.read(wait, 1)

        self.done = ended(-1)
        self._go = go
        self._running = begun(
            case.folder, *(call or case.scenario.call), happening=happening
        )
        os.close(tell)
        os.close(wait)
        os.read(there, 1)
        os.close(there)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._go)
        self.done = self._running.ended()


def readers_share(scenario: Scenario, root: Path) -> Cases:
    """Two that read go side by side, and one that writes waits its turn with a word."""
    case = Case(scenario, root, 0)
    first = moments(scenario.copy(root / "whole"), *scenario.call)[0]
    with _paused(case, first // 2, "check") as paused:
        other = command(case.folder, "check")
        writer = case.run()
    wrong = [] if other.status == 1 else [f"{other}"]
    if writer.status != 2 or not writer.stderr.endswith(AT_WORK):
        wrong.append(f"{writer}")
    yield iter(
        [
            *wrong,
            *case.wrong(
                paused.done, ended(1, "stale: `scraper generate` sets it right\n")
            ),
        ]
    )


def races(scenario: Scenario, root: Path) -> Cases:
    """Really at once: nobody waits for anybody."""
    calls = (scenario.call, ("check",), ("update", "lamps", "--from", "nowhere"))
    for number, other in enumerate([*calls, *calls]):
        case = Case(scenario, root, number)
        arguments = [sys.executable, "-m", "scraper", *other]
        with subprocess.Popen(
            arguments,
            cwd=case.folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            done = real(case.folder, *scenario.call)
            assert process.stderr
            said = process.stderr.read()
        wrong = ["Traceback: " + said] if "Traceback" in said else []
        if done.status not in (0, 2) or (
            done.status == 2 and AT_WORK not in done.stderr
        ):
            wrong.append(f"{done}")
        yield iter([*wrong, *case.wrong(done)])


def locks_of_the_killed(scenario: Scenario, root: Path) -> Cases:
    """A lock ends with the process that held it."""
    case = Case(scenario, root, 0)
    first = moments(scenario.copy(root / "whole"), *scenario.call)[0]

    def happening(at: int, _: str) -> None:
        if at == first + 9:
            os.kill(os.getpid(), signal.SIGKILL)

    killed = case.run(happening)
    yield case.wrong(killed, ended(-signal.SIGKILL), tidy=False)


STREAMS = (
    ("{} | head -1", 0, 1),
    ("{} | true", 0, 0),
    ("{} >&-", 0, 0),
    ("{} 2>&-", 0, None),
    ("{} >&- 2>&-", 0, 0),
    ("{} <&- >&- 2>&-", 0, 0),
    ("{} >/dev/full", 2, 0),
    ("{} doors nobody 2>/dev/full", 2, 0),
    ("{} doors nobody 2>&1 | true", 0, 0),
)


def streams(scenario: Scenario, root: Path) -> Cases:
    """Whoever reads goes away, or was never there."""
    for number, (line, status, lines) in enumerate(STREAMS):
        case = Case(scenario, root, number)
        program = f"{sys.executable} -m scraper {' '.join(scenario.call)}"
        done = _called(case, ["sh", "-c", line.format(program)])
        wrong: list[str] = []
        if done.status != status or lines not in (None, done.stdout.count("\n")):
            wrong.append(f"{line}: {done}")
        yield iter([*wrong, *case.wrong(done)])


def no_folder(scenario: Scenario, root: Path) -> Cases:
    """The working folder was removed: relative paths lead nowhere, absolute ones still do."""
    case = Case(scenario, root, 0)
    program = f"mkdir gone && cd gone && rmdir ../gone && {sys.executable} -m scraper generate"
    said = ended(2, "scraper: error: spec: cannot be read: No such file or directory\n")
    yield case.wrong(_called(case, ["sh", "-c", program]), said)
    case = Case(scenario, root, 1)
    program += f" --spec {case.folder}/spec --out {case.folder}/generated"
    done = _called(case, ["sh", "-c", program])
    yield iter(
        [*([] if case_is_new(case) else [f"{done}"]), *case.wrong(done, ended(0))]
    )


def links(scenario: Scenario, root: Path) -> Cases:
    """Links in the project lead nowhere: what they lead to stays as it is."""
    for number, how in enumerate(("hard", "file", "folder", "new", "lock")):
        case = Case(scenario, root, number)
        elsewhere = root / f"elsewhere{number}"
        elsewhere.mkdir()
        mine = elsewhere / "mine"
        mine.write_text("mine")
        project = case.folder / "generated" / "lamps"
        match how:
            case "hard":
                (project / "README.md").unlink()
                (project / "README.md").hardlink_to(mine)
            case "file":
                (project / "README.md").unlink()
                (project / "README.md").symlink_to(mine)
            case "folder":
                (project / "otc_lamps").rename(elsewhere / "package")
                (project / "otc_lamps").symlink_to(elsewhere)
            case "new":
                (project.with_name(".lamps.new")).symlink_to(elsewhere)
            case _:
                lock = case.folder / "spec" / "lamps" / "lock.toml"
                lock.rename(elsewhere / "lock.toml")
                lock.symlink_to(elsewhere / "lock.toml")
        before = tree(elsewhere)
        done = case.run()
        wrong: list[str] = []
        if tree(elsewhere) != before:
            wrong.append(f"{how}: written elsewhere")
        if how == "new":
            if "this place is needed" not in done.stderr:
                wrong.append(f"{how}: {done}")
            (project.with_name(".lamps.new")).unlink()
        elif done.status != 0 or not case_is_new(case):
            wrong.append(f"{how}: {done}")
        yield iter([*wrong, *case.wrong_after()])


KINDS: Final[dict[str, Callable[[Scenario, Path], Cases]]] = {
    each.__name__: each
    for each in (
        signals, signals_at_the_start, full_disk, short_files, small_file_systems, read_only, two_runs, readers_share,
        races, locks_of_the_killed, streams, no_folder, links,
    )
}  # fmt: skip


def main(kind: str, root: Path) -> int:
    (scenario,) = scenarios(root, "changed")
    cases = [list(wrong) for wrong in KINDS[kind](scenario, root)]
    for number, wrong in enumerate(cases):
        sys.stderr.writelines(f"{kind} {number}: {each}\n" for each in wrong)
    sys.stdout.write(f"{len(cases)}\n")
    return int(any(cases))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
