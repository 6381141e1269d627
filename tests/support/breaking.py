"""An update that breaks off before each of the things it asks of the disk, one after the other.

    python -m tests.support.breaking FOLDER HOW

HOW is `kill`, `interrupt`, `error` or `errors`, which do not end any more. Prints how many moments there were; what is wrong goes to standard error, with
status 1. Python's audit events tell the moments: there is one before each file is opened, moved, removed and so on.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeAlias

from scraper import workspace
from scraper.document.model import Page
from scraper.text import Text
from scraper.workspace import Update

MODEL = '{"generator": "scraper"}\n'
NOT_REACHED, GONE_ON, RAISED, KILLED = range(4)
ENOUGH = 10_000
Tree: TypeAlias = dict[str, tuple[int, bytes]]
OLD_PROJECT = {"model.json": MODEL, "a.txt": "old\n", "gone/b.txt": "x\n"}
NEW_PROJECT = {"model.json": MODEL, "a.txt": "new\n", "deep/er/c.txt": "x\n"}
UPDATE = Update(
    documents=(
        Page(name=Text("A.html"), content=b"new\r\n"),
        Page(name=Text("C.html"), content=b"c"),
        Page(name=Text("CLASS.TXT.json"), content=b"[1]"),
    ),
    removed=(Text("B.html"),),
    lock="new = 1\n",
    project=NEW_PROJECT,
)


def prepare(folder: Path) -> None:
    """Two services with what people keep beside pages; one was not generated before."""
    for name in ("lamps", "doors"):
        place = folder / "spec" / name
        (place / "drafts").mkdir(parents=True)
        for file in ("A.html", "B.html", "CLASS.TXT.json", "lock.toml"):
            (place / file).write_bytes(b"old")
        for file in ("service.toml", "corrections.toml", ".notes", "drafts/D.html"):
            (place / file).write_bytes(b"mine\r\n")
        (place / "service.toml").chmod(0o600)
        (place / "link").symlink_to("service.toml")
    (folder / "spec" / "README.md").write_bytes(b"mine")
    workspace.replace(folder / "generated", {"lamps": OLD_PROJECT, "walls": {"a": "b"}})
    (folder / "generated" / "lamps" / ".git").mkdir()
    (folder / "generated" / "lamps" / ".git" / "HEAD").write_bytes(b"mine")


def update(folder: Path) -> None:
    updates = {"lamps": UPDATE, "doors": UPDATE}
    workspace.update(folder / "generated", folder / "spec", updates)


def tree(folder: Path) -> Tree:
    """Mode and content of all that is there."""
    found: Tree = {}
    for path in sorted(folder.rglob("*")):
        content = b""
        if path.is_symlink():
            content = os.fsencode(path.readlink())
        elif path.is_file():
            content = path.read_bytes()
        found[path.relative_to(folder).as_posix()] = path.lstat().st_mode, content
    return found


def visible(found: Tree) -> Tree:
    """Without what a run notes, and without dot files, which are the last to move."""
    return {path: each for path, each in found.items() if "/." not in path}


def forked(work: Callable[[], None], moment: int, how: str) -> int:
    """How a process of its own ends that does this and breaks off at that moment; the first is 0."""
    child = os.fork()
    if child == 0:
        status = RAISED
        try:
            status = broken(work, moment, how)
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def broken(work: Callable[[], None], moment: int, how: str) -> int:
    left = moment

    def watch(event: str, _: tuple[object, ...]) -> None:
        nonlocal left
        if event != "open" and not event.startswith("os."):
            return
        left -= 1
        if left >= 0 or (left < -1 and how != "errors"):
            return
        if how == "kill":
            os._exit(KILLED)
        if how == "interrupt":
            raise KeyboardInterrupt
        raise OSError(errno.ENOSPC, "No space left on device")

    sys.addaudithook(watch)
    work()
    return NOT_REACHED if left >= 0 else GONE_ON


def wrong(folder: Path, how: str, before: Tree, after: Tree) -> str:
    """What a run that broke off left wrong; empty when nothing is."""
    stopped = how in ("error", "interrupt")
    if stopped and visible(tree(folder)) not in (visible(before), visible(after)):
        return "a mixture of old and new"
    for home in ("generated", "spec"):  # two runs, each of which knows one folder
        status = KILLED
        for again in (
            count() if how == "kill" else (ENOUGH,)
        ):  # and they are killed, too
            status = forked(partial(workspace.recover, folder / home), again, "kill")
            if status != KILLED:
                break
        if status != NOT_REACHED:
            return f"{home} could not be put right"
        if visible(tree(folder)) not in (visible(before), visible(after)):
            return f"{home} was put right, and yet there is a mixture of old and new"
    return "" if tree(folder) in (before, after) else "something is left over"


def main(root: Path, how: str) -> int:
    prepare(root / "before")
    prepare(root / "after")
    update(root / "after")
    before, after = tree(root / "before"), tree(root / "after")
    assert before != after
    seen: list[Tree] = []
    moment = 0
    for moment in count():
        folder = root / str(moment)
        prepare(folder)
        status = forked(partial(update, folder), moment, how)
        if status == NOT_REACHED:
            break
        if words := wrong(folder, how, before, after):
            sys.stderr.write(f"moment {moment}: {words}: {sorted(tree(folder))}\n")
            return 1
        seen.append(tree(folder))
    assert before in seen
    assert after in seen
    sys.stdout.write(f"{moment}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
