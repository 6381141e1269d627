"""Documents and what is generated from them become new together, or stay as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scraper import workspace
from scraper.document.model import Page
from scraper.issues import ScraperError
from scraper.text import Text
from scraper.workspace import Update
from tests.support.breaking import NEW_PROJECT, UPDATE, prepare, tree, update

ROOT = Path(__file__).parents[1]
MINE = ("service.toml", "corrections.toml", ".notes", "drafts/D.html")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def changed(to: Update = UPDATE, **changes: object) -> Update:
    fields = {
        "documents": to.documents,
        "removed": to.removed,
        "lock": to.lock,
        "project": to.project,
    }
    return Update(**(fields | changes))  # type: ignore[arg-type]


def test_documents_lock_and_project_are_new(tmp_path: Path) -> None:
    prepare(tmp_path)
    update(tmp_path)
    for name in ("lamps", "doors"):
        spec = tmp_path / "spec" / name
        assert (spec / "A.html").read_bytes() == b"new\r\n"
        assert (spec / "C.html").read_bytes() == b"c"
        assert (spec / "CLASS.TXT.json").read_bytes() == b"[1]"
        assert (spec / "lock.toml").read_bytes() == b"new = 1\n"
        assert not (spec / "B.html").exists()
        generated = tmp_path / "generated" / name
        found = {p: (generated / p).read_text() for p in NEW_PROJECT}
        assert found == NEW_PROJECT
        assert not (generated / "gone").exists()
    assert names(tmp_path / "spec") == ["README.md", "doors", "lamps"]
    assert names(tmp_path / "generated") == ["doors", "lamps", "walls"]


def test_what_people_keep_stays_with_its_mode_and_time(tmp_path: Path) -> None:
    prepare(tmp_path)
    spec = tmp_path / "spec" / "lamps"
    for number, name in enumerate(MINE):
        os.utime(spec / name, (number, number))
    before = tree(spec)
    update(tmp_path)
    assert {path: tree(spec)[path] for path in (*MINE, "link")} == {
        path: before[path] for path in (*MINE, "link")
    }
    assert [(spec / name).stat().st_mtime for name in MINE] == [0, 1, 2, 3]
    assert (spec / "link").readlink() == Path("service.toml")
    assert (tmp_path / "generated" / "lamps" / ".git" / "HEAD").read_text() == "mine"


def test_a_page_that_is_not_named_stays(tmp_path: Path) -> None:
    prepare(tmp_path)
    to = Update(lock="x", project=NEW_PROJECT)
    workspace.update(tmp_path / "generated", tmp_path / "spec", {"lamps": to})
    spec = tmp_path / "spec" / "lamps"
    assert (spec / "A.html").read_bytes() == (spec / "B.html").read_bytes() == b"old"
    assert (spec / "lock.toml").read_bytes() == b"x"
    assert (tmp_path / "spec" / "doors" / "lock.toml").read_bytes() == b"old"


def test_a_linked_page_becomes_a_file_of_its_own(tmp_path: Path) -> None:
    prepare(tmp_path)
    elsewhere = tmp_path / "elsewhere.html"
    elsewhere.write_bytes(b"mine")
    page = tmp_path / "spec" / "lamps" / "A.html"
    page.unlink()
    page.symlink_to(elsewhere)
    update(tmp_path)
    assert not page.is_symlink()
    assert page.read_bytes() == b"new\r\n"
    assert elsewhere.read_bytes() == b"mine"


def _a_foreign_project(folder: Path) -> Update:
    (folder / "generated" / "doors").mkdir()
    (folder / "generated" / "doors" / "thesis.txt").write_text("x")
    return UPDATE


def _no_folder_of_documents(folder: Path) -> Update:
    (folder / "spec" / "doors").rename(folder / "elsewhere")
    return UPDATE


def _a_linked_folder(folder: Path) -> Update:
    _no_folder_of_documents(folder)
    (folder / "spec" / "doors").symlink_to(folder / "elsewhere")
    return UPDATE


def _something_in_the_way(folder: Path) -> Update:
    (folder / "spec" / ".doors.new").mkdir()
    (folder / "spec" / ".doors.new" / "mine").write_text("x")
    return UPDATE


def _a_folder_named_as_a_page(folder: Path) -> Update:
    (folder / "spec" / "doors" / "C.html").mkdir()
    (folder / "spec" / "doors" / "C.html" / "mine").write_text("x")
    return UPDATE


def _a_pipe(folder: Path) -> Update:
    os.mkfifo(folder / "spec" / "doors" / "pipe")
    return UPDATE


def _a_file_of_people(_: Path) -> Update:
    return changed(documents=(Page(name=Text("service.toml"), content=b""),))


def _a_way_out(_: Path) -> Update:
    return changed(documents=(Page(name=Text("../A.html"), content=b""),))


def _a_way_out_to_remove(_: Path) -> Update:
    return changed(removed=(Text("../lamps/A.html"),))


def _a_project_that_leads_elsewhere(_: Path) -> Update:
    return changed(project={"../x": ""})


@pytest.mark.parametrize(
    ("disturb", "message"),
    [
        (_a_foreign_project, "doors: was not generated"),
        (_no_folder_of_documents, "spec/doors: expected a folder here"),
        (_a_linked_folder, "spec/doors: expected a folder here, and no link"),
        (_something_in_the_way, r"\.doors\.new: this place is needed .* move away"),
        (_a_folder_named_as_a_page, "C.html: cannot be written: File exists"),
        (_a_pipe, "pipe: cannot be copied: .*named pipe"),
        (_a_file_of_people, '"service.toml": no safe name for the file of a page'),
        (_a_way_out, "no safe name for the file of a page"),
        (_a_way_out_to_remove, "no safe name for the file of a page"),
        (_a_project_that_leads_elsewhere, "no safe name for a generated file"),
    ],
)
def test_when_something_is_wrong_nothing_changes(
    tmp_path: Path,
    disturb: object,
    message: str,
) -> None:
    assert callable(disturb)
    prepare(tmp_path)
    to = disturb(tmp_path)
    assert isinstance(to, Update)
    before = tree(tmp_path)
    updates = {"lamps": UPDATE, "doors": to}
    with pytest.raises(ScraperError, match=message) as caught:
        workspace.update(tmp_path / "generated", tmp_path / "spec", updates)
    assert str(caught.value).isprintable()
    assert tree(tmp_path) == before


def test_documents_and_projects_lie_in_folders_of_their_own(tmp_path: Path) -> None:
    prepare(tmp_path)
    before = tree(tmp_path)
    with pytest.raises(ScraperError, match="expected another --out than --spec"):
        workspace.update(tmp_path / "spec", tmp_path / "spec", {"lamps": UPDATE})
    assert tree(tmp_path) == before


@pytest.mark.parametrize("locked", ["spec", "generated"])
def test_other_runs_are_kept_out_of_both_folders(tmp_path: Path, locked: str) -> None:
    fcntl = pytest.importorskip("fcntl", reason="no file locks on this platform")
    prepare(tmp_path)
    before = tree(tmp_path)
    handle = os.open(tmp_path / locked, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with pytest.raises(ScraperError, match="another run is at work here"):
            update(tmp_path)
    finally:
        os.close(handle)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("how", ["kill", "error", "errors", "interrupt"])
def test_whenever_it_breaks_off_all_is_new_or_as_before(
    tmp_path: Path, how: str
) -> None:
    call = [sys.executable, "-m", "tests.support.breaking", str(tmp_path), how]
    done = subprocess.run(call, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.stderr == ""
    assert int(done.stdout) > 100


def test_where_nothing_was_left_nothing_is_done(tmp_path: Path) -> None:
    prepare(tmp_path)
    before = tree(tmp_path)
    workspace.recover(tmp_path / "spec", tmp_path / "generated", tmp_path / "nowhere")
    assert tree(tmp_path) == before


KILLED = """
import os, sys
from pathlib import Path
from tests.support.breaking import update
rename, left = Path.rename, 5
def kill(path, target):
    global left
    left -= 1
    return rename(path, target) if left else os._exit(9)
Path.rename = kill
update(Path(sys.argv[1]))
"""


def killed(folder: Path) -> None:
    """Leave what a run leaves that was killed while it moved folders."""
    call = [sys.executable, "-c", KILLED, str(folder)]
    assert subprocess.run(call, cwd=ROOT, check=False).returncode == 9


def test_a_checkout_that_was_moved_is_put_right(tmp_path: Path) -> None:
    prepare(tmp_path / "here")
    before = tree(tmp_path / "here")
    killed(tmp_path / "here")
    (tmp_path / "here").rename(tmp_path / "there")
    workspace.recover(tmp_path / "there" / "spec")
    assert tree(tmp_path / "there") == before


def test_readers_see_no_folders_of_a_killed_run(tmp_path: Path) -> None:
    prepare(tmp_path)
    killed(tmp_path)
    assert ".doors.new" in names(tmp_path / "spec")
    assert set(workspace.read_services(tmp_path / "spec")) <= {"doors", "lamps"}


def test_a_folder_that_somebody_made_since_is_left_alone(tmp_path: Path) -> None:
    prepare(tmp_path)
    killed(tmp_path)
    (tmp_path / "spec" / "lamps").mkdir()
    (tmp_path / "spec" / "lamps" / "mine").write_text("x")
    with pytest.raises(ScraperError, match=r"there is .*\.old too, .* remove one"):
        workspace.recover(tmp_path / "spec")
    assert (tmp_path / "spec" / "lamps" / "mine").read_text() == "x"


def test_when_one_folder_is_gone_the_other_is_put_right(tmp_path: Path) -> None:
    prepare(tmp_path)
    before = tree(tmp_path / "spec")
    killed(tmp_path)
    (tmp_path / "generated").rename(tmp_path / "elsewhere")
    workspace.recover(tmp_path / "spec")
    assert tree(tmp_path / "spec") == before


@pytest.mark.parametrize(
    "journal",
    [
        '{".": {"lamps": false}, "../other": {"doors": false}}',
        '{"../other": {"doors": false}, ".": {"lamps": true}}',
        '{"../other": {"doors": false}}',
        '{".": {"../other/doors": false}}',
        '{".": {"lam',
        '{".": []}',
        "[]",
        "1",
        "[" * 9999,
    ],
)
def test_a_journal_that_came_with_a_checkout_harms_nothing_elsewhere(
    tmp_path: Path, journal: str
) -> None:
    prepare(tmp_path)
    (tmp_path / "spec").rename(tmp_path / "other")
    before = tree(tmp_path / "other")
    (tmp_path / "spec" / "lamps").mkdir(parents=True)
    (tmp_path / "spec" / ".scraper-journal").write_text(journal)
    (tmp_path / "spec" / ".scraper-swapping").touch()
    (tmp_path / "other" / ".scraper-swapping").touch()
    workspace.recover(tmp_path / "spec")
    (tmp_path / "other" / ".scraper-swapping").unlink()
    assert tree(tmp_path / "other") == before
    assert not (tmp_path / "spec" / ".scraper-journal").exists()
