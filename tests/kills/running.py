"""A command of the program in a process of its own, which something happens to at a chosen moment.

Python's audit events tell the moments: there is one before each file is opened, moved, removed and so on. The process
is a fork of this one, which has imported all; `real` starts `python -m scraper` instead.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeAlias

from scraper.cli import program  # with all that it imports, before a fork
from scraper.cli.stopping import stoppable

ROOT = Path(__file__).parents[2]
CRASHED = 99
Happening: TypeAlias = Callable[[int, str], None]
"""Gets the number of each moment, the first is 0, and what is about to happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How a process ended; `status` is negative where a signal killed it."""

    status: int
    stdout: str
    stderr: str


class Running:
    """A command that has begun."""

    def __init__(
        self, folder: Path, call: tuple[str, ...], happening: Happening
    ) -> None:
        self.files = _file(), _file()
        self.id = os.fork()
        if self.id == 0:
            _child(folder, call, happening, self.files)

    def ended(self) -> Done:
        status = os.waitstatus_to_exitcode(os.waitpid(self.id, 0)[1])
        out, err = (_content(file) for file in self.files)
        return Done(status=status, stdout=out, stderr=err)


def nothing(_moment: int, _event: str) -> None:
    """What happens to a command that is left alone."""


def command(folder: Path, *call: str, happening: Happening = nothing) -> Done:
    """How a command ends that is called in this folder."""
    return Running(folder, call, happening).ended()


def begun(folder: Path, *call: str, happening: Happening = nothing) -> Running:
    return Running(folder, call, happening)


def real(folder: Path, *call: str, seconds: float | None = None) -> Done:
    """The same as a user calls it, killed after this time."""
    arguments = [sys.executable, "-m", "scraper", *call]
    with subprocess.Popen(
        arguments,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
    return Done(status=process.returncode, stdout=out, stderr=err)


def moments(folder: Path, *call: str) -> tuple[int, int, int]:
    """The moment at which a command begins to write, the one at which it begins to move, and how many there are."""
    with tempfile.TemporaryFile() as told:

        def happening(moment: int, event: str) -> None:
            if event.endswith(".scraper-journal x") or ".scraper-swapping" in event:
                os.write(told.fileno(), f"{moment} ".encode())
            os.pwrite(told.fileno(), b"%12d" % moment, 1_000)

        done = command(folder, *call, happening=happening)
        assert done.status == 0, done.stderr
        told.seek(0)
        content = told.read()
    noted = list(map(int, content[:1_000].rstrip(b"\0 ").split()))
    return noted[0], noted[-2], int(content[1_000:]) + 1


def _child(
    folder: Path,
    call: tuple[str, ...],
    happening: Happening,
    files: tuple[IO[bytes], ...],
) -> None:
    """The work of the forked process, which ends here."""
    status = CRASHED
    try:
        for number, file in enumerate(files, start=1):
            os.dup2(file.fileno(), number)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.chdir(folder)
        sys.argv[1:] = call
        _watch(happening)
        status = stoppable(program.run)
    except BaseException as error:  # noqa: BLE001 - whatever the program let through
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        sys.stderr.flush()
        os._exit(status)


def _watch(happening: Happening) -> None:
    moment = -1

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal moment
        if event == "open" or event.startswith(("os.", "shutil.")):
            moment += 1
            happening(moment, " ".join(map(str, arguments[:2])))

    sys.addaudithook(hook)


def _file() -> IO[bytes]:
    return tempfile.TemporaryFile()


def _content(file: IO[bytes]) -> str:
    file.seek(0)
    content = file.read().decode()
    file.close()
    return content
