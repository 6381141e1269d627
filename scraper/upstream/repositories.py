"""Pages that are committed to a git repository.

Of the repository one commit is fetched, without its files, and then those files alone that are wanted. They are read
as git stores them, and never from a working tree: no attribute, no setting of line ends and no link changes a byte.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from scraper.issues import ScraperError, quoted
from scraper.service import Upstream
from scraper.service.upstream import ROOT
from scraper.text import Text
from scraper.upstream.git import REGULAR, Failed, Git, repository, said
from scraper.upstream.model import COMMIT, Entry, Folder, check_sizes, failed
from scraper.workspace import shown

_REF = re.compile(r"(?![-/.])(?!.*(?:\.\.|//|@\{|\.lock$|[./]$))[^\s~^:?*\[\\\"<>|]+")
_ANYWHERE = ("{}", "refs/{}", "refs/tags/{}", "refs/heads/{}", "refs/remotes/{}")
"""Where git looks for a name, in this order."""
_FETCH = ("fetch", "--quiet", "--no-tags")
_NO_FILES = "--filter=blob:none"
_ALL = ("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*")


def is_ref(ref: str) -> bool:
    """Whether this can be the name of a branch or a tag, or the id of a commit."""
    return ref.isprintable() and _REF.fullmatch(ref) is not None


def is_repository(path: Path) -> bool:
    """Whether a folder is the root of a git repository, with a working tree or bare."""
    bare = (path / "HEAD").is_file() and (path / "objects").is_dir()
    return (path / ".git").exists() or (bare and (path / "refs").is_dir())


@contextmanager
def opened(upstream: Upstream, address: str, ref: str) -> Generator[Folder]:
    """The folder in the commit that `ref` names, or else HEAD.

    Raises ScraperError when the repository, the ref or the folder is not there, or then a file cannot be fetched.
    """
    with repository(address) as git:
        commit = _fetched(git, ref)
        listed = _listed(git, commit, upstream.folder)

        def read(names: Sequence[str]) -> Mapping[str, bytes]:
            return _read(git, {name: listed[name][1] for name in names})

        entries = {
            name: Entry(regular=mode in REGULAR) for name, (mode, _) in listed.items()
        }
        yield Folder(entries=entries, read=read, commit=commit)


def _fetched(git: Git, ref: str) -> str:
    """Fetch a commit, and return its full id."""
    wanted = _wanted(git, ref)
    is_id = COMMIT.fullmatch(wanted) is not None
    # Some servers give no parts of a commit, and the simplest ones no commit that no branch or tag names.
    ways: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
        (("--depth=1", _NO_FILES), (wanted,)),
        ((), (wanted,)),
    ]
    if is_id:
        ways.append(((), _ALL))
    failure: Failed | None = None
    for options, refs in ways:
        try:
            if failure:
                _forget_parts(git)
            git.run(*_FETCH, *options, "--end-of-options", "origin", *refs)
            found = f"{wanted if is_id else 'FETCH_HEAD'}^{{commit}}"
            commit = git.run("rev-parse", "--verify", "--quiet", found)
        except Failed as error:
            failure = error
        else:
            return commit.decode().strip()
    if is_id:
        raise _no_such_ref(git, ref, failure)
    raise failed(git.address, f"cannot be fetched{said(failure)}", "try again")


def _forget_parts(git: Git) -> None:
    """A fetch of a part that failed leaves the note that the rest can be had later; simple servers then wait for ever."""
    for key in ("promisor", "partialclonefilter"):
        with suppress(Failed):
            git.run("config", "--unset-all", f"remote.origin.{key}")


def _wanted(git: Git, ref: str) -> str:
    """The full name of a branch or tag of the repository, or the id of a commit."""
    if not ref or COMMIT.fullmatch(ref):
        names = ["HEAD"]
    else:
        names = [where.format(ref) for where in _ANYWHERE]
    try:
        listed = git.run("ls-remote", "--quiet", "origin", *names).decode()
    except Failed as error:
        raise failed(
            git.address,
            f"no git repository that can be read{said(error)}",
            "check `repository` under [upstream], or what it takes to log in there",
        ) from None
    if COMMIT.fullmatch(ref):
        return ref
    known = [line.partition("\t")[2] for line in listed.splitlines()]
    for name in names:
        if name in known:
            return name
    raise _no_such_ref(git, ref)


def _no_such_ref(git: Git, ref: str, failure: Failed | None = None) -> ScraperError:
    if not ref:
        return failed(
            git.address, "has no commit at HEAD", "name a branch or tag with --ref"
        )
    return failed(
        git.address,
        f"has no {quoted(Text(ref))}{said(failure)}",
        "name a branch, a tag or the full id of a commit with --ref",
    )


def _listed(git: Git, commit: str, folder: str) -> dict[str, tuple[str, str]]:
    """Mode and object of each file in a folder of a commit."""
    tree = f"{commit}:" if folder == ROOT else f"{commit}:{folder}"
    try:
        return {name: (mode, thing) for mode, thing, name in git.files(tree)}
    except Failed:
        raise failed(
            git.address,
            f"has no folder {shown(folder)} in commit {commit}",
            "change folder under [upstream]",
        ) from None


def _read(git: Git, objects: Mapping[str, str]) -> Mapping[str, bytes]:
    things = tuple(dict.fromkeys(objects.values()))
    with suppress(Failed):  # what it does not give now is asked for one by one
        if git.run("config", "remote.origin.promisor").strip() == b"true":
            options = (*_FETCH, "--no-write-fetch-head", _NO_FILES, "--stdin")
            git.run(*options, "--end-of-options", "origin", lines=things)
    try:
        sizes = git.run("cat-file", "--batch-check=%(objectsize)", lines=things)
        size = dict(zip(things, map(int, sizes.split()), strict=True))
        check_sizes(git.address, {name: size[one] for name, one in objects.items()})
        content = git.blobs(things)
    except (Failed, ValueError) as error:
        words = said(error) if isinstance(error, Failed) else ""
        raise failed(
            git.address, f"the pages cannot be fetched{words}", "try again"
        ) from None
    return {name: content[thing] for name, thing in objects.items()}
