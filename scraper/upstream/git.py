"""The git program, in a repository of its own that is gone afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final

from scraper.issues import quoted
from scraper.text import Text
from scraper.upstream.model import failed

REGULAR: Final = ("100644", "100755")
"""The modes of files that are neither links nor submodules."""
LONGEST: Final = 900
"""Seconds that one command of git may take."""

# Which of git's variables are handed on: those that say how a server is reached, and none that says which repository
# git works on, or what it runs there.
_KEPT = (
    "GIT_ASKPASS", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM", "GIT_EXEC_PATH", "GIT_PROXY_",
    "GIT_SSH", "GIT_SSL_",
)  # fmt: skip
_SET = {
    "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OPTIONS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "fetch.recurseSubmodules": "false",
    "gc.auto": "0",
    "http.lowSpeedLimit": "1000",
    "http.lowSpeedTime": "60",
    "maintenance.auto": "false",
    "protocol.version": "2",
}


class Failed(Exception):  # noqa: N818 - whether it is an error, who asked decides
    """A command that did not end well; its words are what git said last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Git:
    """A bare and empty repository, whose remote `origin` is the one that is read."""

    folder: str
    address: str

    def run(self, *arguments: str, lines: tuple[str, ...] = ()) -> bytes:
        """What a command prints; `lines` are its input.

        Raises Failed when it ends with an error, and ScraperError when there is no git or it takes too long.
        """
        return self.started(f"--git-dir={self.folder}", *arguments, lines=lines)

    def started(self, *arguments: str, lines: tuple[str, ...] = ()) -> bytes:
        """The same in whatever repository the folder lies."""
        command = ["git"]
        for key, value in _OPTIONS.items():
            command += ["-c", f"{key}={value}"]
        command += arguments
        try:
            process = (
                subprocess.Popen(  # noqa: S603 - arguments that `taking` has checked
                    command,
                    cwd=self.folder,
                    env=_environment(os.environ),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    start_new_session=True,  # git starts programs, and all end together
                )
            )
        except FileNotFoundError:
            raise failed(
                self.address,
                "the program git is needed to read a repository, and was not found",
                "install it, or name an archive or a folder",
            ) from None
        output, errors = self._ended(process, "".join(f"{one}\n" for one in lines))
        if process.returncode:
            raise Failed(_last(errors))
        return output

    def files(self, tree: str, *options: str) -> Iterator[tuple[str, str, str]]:
        """Mode, object and path of each file in a tree. Raises Failed where there is no such tree."""
        listed = self.run(
            "ls-tree", *options, "-z", "--full-tree", "--end-of-options", tree
        )
        for line in listed.split(b"\0")[:-1]:
            about, _, path = line.partition(b"\t")
            mode, kind, thing = about.decode().split()
            if kind != "tree":
                yield mode, thing, path.decode(errors="surrogateescape")

    def blobs(self, things: Sequence[str]) -> Mapping[str, bytes]:
        """The bytes of objects, as git stores them. Raises Failed where one is not there."""
        output = self.run("cat-file", "--batch=%(objectsize)", lines=tuple(things))
        found: dict[str, bytes] = {}
        end = 0
        for thing in things:  # its size on a line, the content, the end of a line
            start = output.index(b"\n", end) + 1
            size = output[end : start - 1]
            if not size.isdigit():
                raise Failed(size.decode(errors="replace"))
            end = start + int(size)
            found[thing] = output[start:end]
            end += 1
        return found

    def _ended(
        self, process: subprocess.Popen[bytes], text: str
    ) -> tuple[bytes, bytes]:
        try:
            return process.communicate(text.encode(), timeout=LONGEST)
        except subprocess.TimeoutExpired:
            raise failed(
                self.address,
                f"git took longer than {LONGEST} seconds",
                "try again, or name an archive",
            ) from None
        finally:
            if process.returncode is None:
                _kill(process)


@contextmanager
def repository(address: str) -> Generator[Git]:
    """An empty repository whose `origin` is this address; it is removed in the end, whatever happens."""
    with tempfile.TemporaryDirectory(
        prefix="scraper-", ignore_cleanup_errors=True
    ) as folder:
        git = Git(folder=folder, address=address)
        git.run("init", "--quiet", "--bare", "--template=")
        git.run("config", "remote.origin.url", address)
        yield git


def said(failure: Failed | None) -> str:
    """What git said, as the end of a sentence; empty where it said nothing."""
    return f", git says {quoted(Text(str(failure)))}" if failure else ""


def _environment(present: Mapping[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in present.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    return kept | _SET


def _last(errors: bytes) -> str:
    """The last line that says what is wrong; behind it git gives advice only."""
    lines = [line.strip() for line in errors.decode(errors="replace").splitlines()]
    meant = [line for line in lines if line.startswith(("fatal:", "error:", "ERROR:"))]
    return (meant or [line for line in lines if line] or ["nothing"])[-1]


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End git and all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.communicate()


def here(asked: str) -> tuple[Git, str]:
    """The repository in which the current folder lies, and that folder's path in it; `asked` is how errors call it.

    Raises Failed where there is no such repository.
    """
    git = Git(folder=os.curdir, address=asked)
    words = git.started("rev-parse", "--absolute-git-dir", "--show-prefix")
    folder, _, prefix = words.decode(errors="surrogateescape").partition("\n")
    return Git(folder=folder, address=asked), prefix.rstrip("\n")
