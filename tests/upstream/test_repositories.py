"""Pages from git repositories: which commit, and that their bytes are as they were committed."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from scraper.issues import ScraperError
from scraper.text import Text
from scraper.upstream import Taken, Upstream, git, take
from tests.upstream.publishing import (
    CONTENTS,
    CRLF,
    FILES,
    FOLDER,
    PAGES,
    answering,
    committed,
    files_of,
    published,
    serving,
    smart,
)
from tests.upstream.publishing import git as run


def lamps(repository: str | Path, *pages: str, folder: str = FOLDER) -> Upstream:
    return Upstream(repository=str(repository), folder=folder, pages=pages or ("*",))


def contents(taken: Taken) -> dict[str, bytes]:
    return {page.name.plain: page.content for page in taken.pages}


@pytest.fixture(autouse=True)
def nothing_is_left(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Where folders are made that must be gone afterwards."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A repository with a branch, tags and an older commit."""
    folder = tmp_path / "documents"
    committed(folder, {f"{FOLDER}/Old.html": b"old"})
    run(folder, "tag", "v1")
    run(folder, "tag", "--annotate", "v1.1", "--message", "x")
    run(folder, "checkout", "--quiet", "-b", "drafts/next")
    committed(folder, {f"{FOLDER}/Draft.html": b"draft"})
    run(folder, "checkout", "--quiet", "main")
    run(folder, "rm", "--quiet", f"{FOLDER}/Old.html")
    committed(folder, FILES)
    return folder


@pytest.fixture(
    params=["path", "bare path", "file", "smart", "smart, no parts", "dumb"]
)
def address(
    request: pytest.FixtureRequest, documents: Path, tmp_path: Path
) -> Generator[str]:
    kind = str(request.param)
    bare = tmp_path / "served" / "documents.git"
    published(documents, bare, parts="no parts" not in kind)
    if kind == "path":
        yield str(documents)
    elif kind == "bare path":
        yield str(bare)
    elif kind == "file":
        yield bare.as_uri()
    else:
        handler = files_of if kind == "dumb" else smart
        with serving(handler(bare.parent)) as server:
            yield f"{server}/documents.git"


def test_all_pages_of_the_folder_come_with_their_bytes(
    address: str, documents: Path, nothing_is_left: Path
) -> None:
    taken = take(lamps(address))
    assert contents(taken) == PAGES
    assert [page.name.plain for page in taken.pages] == sorted(PAGES)
    assert taken.contents is not None
    assert taken.contents.name == Text("CLASS.TXT.json")
    assert taken.contents.content == CONTENTS
    assert taken.commit == run(documents, "rev-parse", "HEAD")
    assert not list(nothing_is_left.iterdir())


@pytest.mark.parametrize(
    ("ref", "page", "commit"),
    [
        ("main", "ShowLamp.html", "main"),
        ("drafts/next", "Draft.html", "drafts/next"),
        ("refs/heads/drafts/next", "Draft.html", "drafts/next"),
        ("v1", "Old.html", "v1"),
        ("v1.1", "Old.html", "v1"),
        ("id of main", "ShowLamp.html", "main"),
        ("id of v1", "Old.html", "v1"),
        ("id of main~0", "ShowLamp.html", "main"),
    ],
)
def test_a_ref_is_a_branch_a_tag_or_the_id_of_a_commit(
    address: str, documents: Path, ref: str, page: str, commit: str
) -> None:
    if ref.startswith("id of "):
        ref = run(documents, "rev-parse", ref.removeprefix("id of "))
    taken = take(lamps(address), ref=ref)
    assert Text(page) in [each.name for each in taken.pages]
    assert taken.commit == run(documents, "rev-parse", f"{commit}^{{commit}}")


@pytest.mark.parametrize("ref", ["nothing", "v", "main~1", "1" * 40, "refs/heads/v1"])
def test_a_ref_that_is_not_there_is_one_line(address: str, ref: str) -> None:
    with pytest.raises(ScraperError) as caught:
        take(lamps(address), ref=ref)
    words = str(caught.value)
    assert f'"{ref}"' in words
    assert "a branch, a tag or the full id of a commit" in words
    assert words.isprintable()


def test_a_commit_that_no_branch_names_any_more_is_found(
    documents: Path, tmp_path: Path
) -> None:
    lost = committed(documents, {f"{FOLDER}/Lost.html": b"lost"})
    bare = tmp_path / "bare.git"
    published(documents, bare)
    run(bare, "update-ref", "refs/heads/main", f"{lost}~1")
    taken = take(lamps(bare.as_uri(), "Lost.html"), ref=lost)
    assert contents(taken) == {"Lost.html": b"lost"}


def test_only_what_is_wanted_is_fetched(documents: Path, tmp_path: Path) -> None:
    committed(documents, {"large.bin": os.urandom(2**20)})
    published(documents, tmp_path / "served" / "documents.git")
    asked: list[str] = []
    with serving(smart(tmp_path / "served", asked)) as server:
        take(lamps(f"{server}/documents.git"))
    posts = [one for one in asked if one.startswith("POST")]
    assert any("filter blob:none" in one and "deepen 1" in one for one in posts)
    blob = run(documents, "rev-parse", f"HEAD:{FOLDER}/ShowLamp.html")
    large = run(documents, "rev-parse", "HEAD:large.bin")
    assert sum(f"want {blob}" in one for one in posts) == 1
    assert not [one for one in posts if f"want {large}" in one]
    assert len(posts) < 8  # not one for each page


def test_the_commit_counts_and_not_the_working_tree(documents: Path) -> None:
    (documents / FOLDER / "ShowLamp.html").write_bytes(b"changed")
    (documents / FOLDER / "New.html").write_bytes(b"new")
    assert contents(take(lamps(documents))) == PAGES


def test_no_attribute_and_no_setting_changes_a_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attributes = b"*.html text eol=lf export-subst ident filter=loud\n"
    page = b"$Id$ $Format:%H$\r\n"
    folder = tmp_path / "documents"
    committed(folder, {f"{FOLDER}/A.html": page, f"{FOLDER}/B.html": CRLF})
    (folder / ".gitattributes").write_bytes(attributes)
    run(folder, "add", ".gitattributes")
    run(folder, "commit", "--quiet", "--message", "x")
    config = tmp_path / "config"
    config.write_text(
        '[core]\n autocrlf = true\n eol = crlf\n[filter "loud"]\n smudge = tr a-z A-Z\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    assert contents(take(lamps(folder))) == {"A.html": page, "B.html": CRLF}


def test_a_relative_path_begins_at_the_base(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    taken = take(lamps("../documents"), base=tmp_path / "sub")
    assert contents(taken) == PAGES


def test_the_folder_may_be_the_repository_itself(tmp_path: Path) -> None:
    committed(tmp_path / "flat", {"A.html": b"a", "b/B.html": b"b"})
    taken = take(lamps(tmp_path / "flat", folder="."))
    assert contents(taken) == {"A.html": b"a"}
    assert taken.contents is None


@pytest.mark.parametrize("how", ["link", "linked contents", "submodule"])
def test_a_page_that_is_no_file_is_refused(tmp_path: Path, how: str) -> None:
    folder = tmp_path / "documents"
    head = committed(folder, FILES)
    name = "CLASS.TXT.json" if how == "linked contents" else "Linked.html"
    (folder / FOLDER / name).unlink(missing_ok=True)
    if how == "submodule":
        cache = f"160000,{head},{FOLDER}/{name}"
        run(folder, "update-index", "--add", "--cacheinfo", cache)
        run(folder, "commit", "--quiet", "--message", "x")
    else:
        (folder / FOLDER / name).symlink_to("/etc/passwd")
        committed(folder, {})
    with pytest.raises(ScraperError, match=f"{name} is no file but a link or a subm"):
        take(lamps(folder))


def test_a_linked_page_that_is_not_wanted_is_no_matter(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    committed(folder, FILES)
    (folder / FOLDER / "Linked.html").symlink_to("/etc/passwd")
    committed(folder, {})
    assert contents(take(lamps(folder, "S*.html"))) == {"ShowLamp.html": CRLF}


def test_a_linked_folder_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    committed(folder, FILES)
    (folder / "linked").symlink_to(FOLDER)
    committed(folder, {})
    with pytest.raises(ScraperError, match="has no folder linked in commit"):
        take(lamps(folder, folder="linked"))


def _nothing(_: Path) -> None:
    pass


def _no_repository(folder: Path) -> None:
    folder.mkdir()


def _no_commit(folder: Path) -> None:
    folder.mkdir()
    run(folder, "init", "--quiet")


def _broken(folder: Path) -> None:
    committed(folder, FILES)
    for path in (folder / ".git" / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o600)
            path.write_bytes(b"")


@pytest.mark.parametrize(
    ("prepare", "form", "message"),
    [
        (_nothing, "{}", "documents: no such folder; name another repository"),
        (
            _nothing,
            "file://{}",
            'no git repository that can be read, git says "fatal: ',
        ),
        (_no_repository, "file://{}", "no git repository that can be read, git says"),
        (_no_repository, "{}", "docs/lamps/api-ref: cannot be read: No such file"),
        (_no_commit, "{}", "has no commit at HEAD; name a branch or tag with --ref"),
        (_broken, "{}", r'git says "(fatal|error): '),
    ],
)
def test_a_repository_that_cannot_be_read_is_one_line(
    tmp_path: Path, prepare: object, form: str, message: str, nothing_is_left: Path
) -> None:
    assert callable(prepare)
    prepare(tmp_path / "documents")
    with pytest.raises(ScraperError, match=message) as caught:
        take(lamps(form.format(tmp_path / "documents")))
    assert str(caught.value).isprintable()
    assert not list(nothing_is_left.iterdir())


@pytest.mark.parametrize("status", [401, 403, 404, 500])
def test_a_server_without_the_repository_is_one_line(status: int) -> None:
    words = "no git repository that can be read, g"
    with (
        serving(answering(status)) as server,
        pytest.raises(ScraperError, match=words),
    ):
        take(lamps(f"{server}/documents.git"))


def test_nobody_is_asked_for_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_ASKPASS", raising=False)
    monkeypatch.delenv("SSH_ASKPASS", raising=False)
    denied = answering(401, WWW_Authenticate='Basic realm="x"')
    with (
        serving(denied) as server,
        pytest.raises(ScraperError, match=r"terminal prompts disabled|could not r"),
    ):
        take(lamps(f"{server}/documents.git"))


def test_a_server_that_says_nothing_is_left(
    monkeypatch: pytest.MonkeyPatch, nothing_is_left: Path
) -> None:
    monkeypatch.setattr(git, "LONGEST", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(ScraperError, match="git took longer than 1 seconds"):
            take(lamps(f"http://127.0.0.1:{port}/documents.git"))
    assert not list(nothing_is_left.iterdir())


def test_an_interrupt_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, documents: Path, nothing_is_left: Path
) -> None:
    run_git = git.Git.run

    def interrupted(
        self: git.Git, *arguments: str, lines: tuple[str, ...] = ()
    ) -> bytes:
        if arguments[0] == "fetch":
            raise KeyboardInterrupt
        return run_git(self, *arguments, lines=lines)

    monkeypatch.setattr(git.Git, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        take(lamps(documents))
    assert not list(nothing_is_left.iterdir())


def test_without_git_the_way_out_is_told(
    monkeypatch: pytest.MonkeyPatch, documents: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ScraperError, match=r"the program git is needed .* install it"):
        take(lamps(documents))


def test_a_folder_that_is_not_in_the_commit_is_one_line(address: str) -> None:
    with pytest.raises(
        ScraperError, match=r"has no folder docs/walls in commit [0-9a-f]+"
    ):
        take(lamps(address, folder="docs/walls"))
    with pytest.raises(ScraperError, match=r"has no folder README\.md in commit"):
        take(lamps(address, folder="README.md"))


HOSTILE = (
    "-h", "--upload-pack=touch owned", "--output=owned", "a b", "a\nb", "main:docs", "main^", "main~1", "@{-1}",
    "a..b", "*", "refs/heads/*", "+main", "/etc/passwd", "../x", ".", "a.lock", "\x1b[31m", "x" * 3 + "\\",
)  # fmt: skip


@pytest.mark.parametrize("ref", HOSTILE, ids=ascii)
def test_a_ref_that_is_none_is_refused(documents: Path, ref: str) -> None:
    with pytest.raises(ScraperError) as caught:
        take(lamps(documents), ref=ref)
    assert "a branch, a tag or the full id of a commit" in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "repository",
    ["-x", "--upload-pack=x", "ext::sh -c x", "fd::3", "ssh://-oProxyCommand=x/y", "a\nb", "", "ftp://x/y"],
)  # fmt: skip
def test_a_repository_that_is_none_is_refused(repository: str) -> None:
    with pytest.raises(ScraperError, match=r"repository: .* cannot be one") as caught:
        take(lamps(repository))
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "folder", ["", "/etc", "../x", "a/../b", "-x\n", "a:b", ".git"]
)
def test_a_folder_that_is_none_is_refused(documents: Path, folder: str) -> None:
    with pytest.raises(ScraperError, match=r"folder: .* cannot be one"):
        take(lamps(documents, folder=folder))


def test_the_environment_does_not_lead_git_elsewhere(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    committed(other, {"x": b"x"})
    head = run(other, "rev-parse", "HEAD")
    before = sorted(path.as_posix() for path in other.rglob("*"))
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "reference-transaction").write_text(f"#!/bin/sh\ntouch {tmp_path}/owned\n")
    (hooks / "reference-transaction").chmod(0o755)
    config = tmp_path / "config"
    config.write_text(f"[core]\n hooksPath = {hooks}\n")
    for name, value in {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_INDEX_FILE": str(other / ".git" / "index"),
        "GIT_OBJECT_DIRECTORY": str(other / ".git" / "objects"),
        "GIT_NAMESPACE": "x",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.bare",
        "GIT_CONFIG_VALUE_0": "false",
        "GIT_CONFIG_GLOBAL": str(config),
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_TRACE": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert contents(take(lamps(documents))) == PAGES
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.delenv(name)
    assert run(other, "rev-parse", "HEAD") == head
    assert sorted(path.as_posix() for path in other.rglob("*")) == before
    assert not (tmp_path / "owned").exists()
