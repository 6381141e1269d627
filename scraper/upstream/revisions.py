"""What this repository held at an earlier revision: `HEAD~1`, `v1.2:generated/modelarts`."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from scraper.issues import ScraperError
from scraper.upstream.git import REGULAR, Failed, Git, here, said
from scraper.upstream.model import failed
from scraper.workspace import shown

USUAL = "spec"
"""The folder that a revision stands for."""


@contextmanager
def checked_out(revision: str) -> Generator[str]:
    """A path with what the revision holds, for the time being; a link in it is none.

    `REVISION:PATH` names a folder or file as git does, from the root of the repository; a revision alone stands for
    spec/ in the current folder. Raises ScraperError where there is no such revision, or nothing at that path.
    """
    commit, colon, path = revision.partition(":")
    try:
        git, prefix = here(revision)
        found = path if colon else f"{prefix}{USUAL}"
        contents = _contents(git, commit, found.strip("/"))
    except Failed as error:
        raise failed(
            shown(revision),
            f"no such file or folder, and no revision of git with one{said(error)}",
            "name one, as HEAD~1 or HEAD~1:generated/modelarts",
        ) from None
    with tempfile.TemporaryDirectory(
        prefix="scraper-", ignore_cleanup_errors=True
    ) as folder:
        yield str(_written(Path(folder, Path(found).name or USUAL), contents, revision))


def _contents(git: Git, commit: str, path: str) -> Mapping[str, bytes]:
    """Path below the one that is asked for → content; that of a file is empty."""
    verified = git.run(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}"
    )
    tree = f"{verified.decode().strip()}:{path}"
    kind = git.run("cat-file", "-t", tree).decode().strip()
    if kind == "blob":
        return {"": git.run("cat-file", "blob", tree)}
    files = git.files(tree, "-r")
    names = {name: thing for mode, thing, name in files if mode in REGULAR}
    blobs = git.blobs(tuple(dict.fromkeys(names.values())))
    return {name: blobs[thing] for name, thing in names.items()}


def _written(root: Path, contents: Mapping[str, bytes], revision: str) -> Path:
    for name, content in contents.items():
        parts = name.split("/") if name else []
        if any(part in ("", ".", "..") for part in parts):
            raise ScraperError(f"{shown(revision)}: {shown(name)}: no safe name")
        path = root.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root
