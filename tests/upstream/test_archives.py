"""Pages from archives, plain folders and revisions of this repository."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from scraper.issues import ScraperError
from scraper.service import Upstream
from scraper.text import Text
from scraper.upstream import archives, checked_out, model, take, vanished
from tests.upstream.publishing import (
    CONTENTS,
    FILES,
    FOLDER,
    PAGES,
    answering,
    committed,
    files_of,
    git,
    serving,
    write,
)

KINDS = ("tar", "tar.gz", "tgz", "zip")


def lamps(repository: str | Path, *pages: str) -> Upstream:
    return Upstream(repository=str(repository), folder=FOLDER, pages=pages or ("*",))


def taken(upstream: Upstream, ref: str = "") -> tuple[dict[str, bytes], str]:
    found = take(upstream, ref=ref)
    assert found.contents is None or found.contents.content == CONTENTS
    return {page.name.plain: page.content for page in found.pages}, found.commit


def tarred(path: Path, files: Mapping[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def zipped(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("below", ["", "documents-main/"])
def test_what_git_packs_tells_its_commit(tmp_path: Path, kind: str, below: str) -> None:
    commit = committed(tmp_path / "documents", FILES)
    archive = tmp_path / f"documents.{kind}"
    prefix = [f"--prefix={below}"] if below else []
    git(tmp_path / "documents", "archive", *prefix, f"--output={archive}", "HEAD")
    assert taken(lamps(archive)) == (dict(PAGES), commit)
    assert taken(lamps(f"file://{archive}")) == (dict(PAGES), commit)


def test_an_archive_comes_over_the_network(tmp_path: Path) -> None:
    commit = committed(tmp_path / "documents", FILES)
    git(tmp_path / "documents", "archive", f"--output={tmp_path}/HEAD.tar.gz", "HEAD")
    git(tmp_path / "documents", "archive", f"--output={tmp_path}/v1.tar.gz", "HEAD")
    with serving(files_of(tmp_path)) as address:
        upstream = lamps(f"{address}/{{ref}}.tar.gz")
        assert taken(upstream) == (dict(PAGES), commit)
        assert taken(upstream, "v1") == (dict(PAGES), commit)
        with pytest.raises(ScraperError, match="the server answers 404"):
            take(upstream, ref="v2")
        with pytest.raises(ScraperError, match="leave --ref away"):
            take(lamps(f"{address}/v1.tar.gz"), ref="v1")


def test_other_archives_have_no_commit(tmp_path: Path) -> None:
    assert taken(lamps(zipped(tmp_path / "a.zip", FILES))) == (dict(PAGES), "")
    assert taken(lamps(tarred(tmp_path / "a.tgz", FILES))) == (dict(PAGES), "")


OWNED = "/tmp/owned.html"  # noqa: S108
HOSTILE = {f"{FOLDER}/../../../../../{'../' * 9}{OWNED[1:]}": b"x", OWNED: b"x"}


@pytest.mark.parametrize("kind", ["tgz", "zip"])
def test_names_that_lead_elsewhere_are_not_followed(tmp_path: Path, kind: str) -> None:
    make = zipped if kind == "zip" else tarred
    assert taken(lamps(make(tmp_path / f"a.{kind}", {**HOSTILE, **FILES})))[0] == PAGES
    assert not Path(OWNED).exists()


def test_a_link_is_no_page(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        member = tarfile.TarInfo(f"{FOLDER}/A.html")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(member)
    with pytest.raises(ScraperError, match=r"A\.html is no file but a link"):
        take(lamps(path))


def test_what_is_cut_off_or_no_archive_is_one_line(tmp_path: Path) -> None:
    whole = tarred(tmp_path / "whole.tgz", FILES).read_bytes()
    plain = gzip.decompress(whole)
    cases = {
        "half.tgz": whole[: len(whole) // 2],
        "half.tar": plain[: len(plain) // 2],
        "no.tgz": b"<html>",
        "no.zip": b"<html>",
        "empty.tar.gz": b"",
    }
    for name, content in cases.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ScraperError, match="name another archive") as caught:
            take(lamps(tmp_path / name))
        assert len(str(caught.value).splitlines()) == 1


def test_a_download_that_is_cut_off_is_one_line(tmp_path: Path) -> None:
    whole = tarred(tmp_path / "whole.tgz", FILES).read_bytes()
    promised = answering(200, whole[:50], Content_Length=str(len(whole)))
    with serving(promised) as address, pytest.raises(ScraperError, match="50 of"):
        take(lamps(f"{address}/a.tgz"))


def test_what_is_larger_than_pages_are_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tarred(tmp_path / "a.tgz", {f"{FOLDER}/A.html": bytes(2**20)})
    monkeypatch.setattr(model, "LARGEST_PAGE", 2**19)
    with pytest.raises(ScraperError, match=r"A\.html has more than 0 MiB"):
        take(lamps(path))
    monkeypatch.setattr(archives, "MOST_MEMBERS", 1)
    with pytest.raises(ScraperError, match="more than 1 members"):
        take(lamps(tarred(tmp_path / "b.tgz", FILES)))


def test_a_missing_place_is_one_line(tmp_path: Path) -> None:
    tarred(tmp_path / "a.tgz", {"elsewhere/A.html": b"a"})
    for upstream, words in (
        (lamps(tmp_path / "none.tgz"), "no such archive"),
        (lamps(tmp_path / "a.tgz"), "has no folder docs/lamps/api-ref"),
        (lamps(tmp_path / "none"), "no such folder"),
        (lamps("https://127.0.0.1:9/a.tgz"), "cannot be reached"),
    ):
        with pytest.raises(ScraperError, match=words):
            take(upstream)


def test_a_plain_folder_has_no_commit(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    assert taken(lamps(tmp_path)) == (dict(PAGES), "")
    with pytest.raises(ScraperError, match="leave --ref away"):
        take(lamps(tmp_path), ref="main")
    (tmp_path / FOLDER / "ShowLamp.html").unlink()
    (tmp_path / FOLDER / "ShowLamp.html").symlink_to("CreateLamp.html")
    with pytest.raises(ScraperError, match="is no file but a link"):
        take(lamps(tmp_path))


# (title, patterns, the pages that are taken)
SELECTED = (
    ("all", ("*",), sorted(PAGES)),
    ("one", ("ShowLamp.html",), ["ShowLamp.html"]),
    ("some", ("*Lamp.html",), ["CreateLamp.html", "ShowLamp.html"]),
    ("several patterns", ("Show*", "en-us*.html"), ["ShowLamp.html", "en-us_topic_0001.html"]),
    ("what has marks of patterns elsewhere", ("[CS]*.html", "ShowLamp.html"), ["ShowLamp.html"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("pages", "expected"), [case[1:] for case in SELECTED], ids=[c[0] for c in SELECTED]
)
def test_pages_are_selected_by_name(
    tmp_path: Path, pages: tuple[str, ...], expected: list[str]
) -> None:
    write(tmp_path, FILES)
    wanted = tuple(p if p == "*" or p.endswith(".html") else f"{p}.html" for p in pages)
    assert sorted(taken(lamps(tmp_path, *wanted))[0]) == expected


def test_nothing_selected_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    with pytest.raises(ScraperError, match="CreateLamp"):
        take(lamps(tmp_path, "Nothing*.html"))


def test_pages_vanish(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    upstream = lamps(tmp_path, "*.html", "Named.html")
    found = take(upstream)
    before = [Text("ShowLamp.html"), Text("Gone.html")]
    assert vanished(before, found, upstream) == (Text("Gone.html"), Text("Named.html"))


def test_a_revision_holds_what_was_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(tmp_path, {"spec/a/A.html": b"old\r\n", "b.json": b"1"})
    committed(tmp_path, {"spec/a/A.html": b"new"})
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    with checked_out("HEAD~1") as folder:
        assert Path(folder, "a/A.html").read_bytes() == b"old\r\n"
    assert not Path(folder).exists()
    with checked_out("HEAD:spec/a") as folder:
        assert Path(folder).name == "a"
        assert Path(folder, "A.html").read_bytes() == b"new"
    with checked_out("HEAD:b.json") as file:
        assert Path(file).read_bytes() == b"1"
    for revision in ("HEAD~9", "HEAD:nothing", "--help", "-x:y", "HEAD:../x", "a b"):
        with (
            pytest.raises(ScraperError, match="no revision of git"),
            checked_out(revision),
        ):
            pass
    monkeypatch.chdir(tmp_path / "sub")
    with pytest.raises(ScraperError), checked_out("HEAD"):
        pass


def test_outside_of_a_repository_there_is_no_revision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with (
        pytest.raises(ScraperError, match="no revision of git"),
        checked_out("HEAD"),
    ):
        pass
