"""A generated project is replaced as a whole or not at all, and only where one of ours was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from scraper import workspace
from scraper.issues import ScraperError
from scraper.workspace import Change, Difference

MODEL = '{"format": 1, "generator": "scraper"}\n'
OLD = {"model.json": MODEL, "a.txt": "old\n", "gone.txt": "x\n"}
NEW = {"model.json": MODEL, "a.txt": "new\n", "deep/er/b.txt": "Ümläut\n"}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def under(name: str, files: Mapping[str, str]) -> dict[str, bytes]:
    return {f"{name}/{path}": text.encode() for path, text in files.items()}


def test_a_project_is_written_where_nothing_was(tmp_path: Path) -> None:
    workspace.replace(tmp_path / "some" / "out", {"lamps": NEW})
    assert tree(tmp_path / "some" / "out") == under("lamps", NEW)


def test_a_project_is_replaced_as_a_whole(tmp_path: Path) -> None:
    workspace.replace(tmp_path, {"lamps": OLD})
    workspace.replace(tmp_path, {"lamps": NEW})
    assert tree(tmp_path) == under("lamps", NEW)


def test_line_ends_and_encoding_are_the_same_everywhere(tmp_path: Path) -> None:
    workspace.replace(tmp_path, {"lamps": {"a": "ä\nb\r\n"}})
    assert tree(tmp_path) == {"lamps/a": b"\xc3\xa4\nb\r\n"}


def test_dot_folders_of_the_user_survive(tmp_path: Path) -> None:
    workspace.replace(tmp_path, {"lamps": OLD | {".gitignore": "old"}})
    (tmp_path / "lamps" / ".git").mkdir()
    (tmp_path / "lamps" / ".git" / "HEAD").write_text("x")
    workspace.replace(tmp_path, {"lamps": NEW | {".gitignore": "new"}})
    files = NEW | {".gitignore": "new", ".git/HEAD": "x"}
    assert tree(tmp_path) == under("lamps", files)


@pytest.mark.parametrize(
    "path",
    [
        "../x", "/x", "a/../../x", "a//b", "", ".", "a/.", "a\\b", "C:x", "a\0b", "ü",
        "a\nb",
    ],
    ids=ascii,
)  # fmt: skip
def test_a_path_that_leads_elsewhere_is_refused(tmp_path: Path, path: str) -> None:
    out = tmp_path / "out"
    workspace.replace(out, {"lamps": OLD})
    with pytest.raises(ScraperError, match="no safe name"):
        workspace.replace(out, {"lamps": NEW | {path: "x"}})
    assert tree(tmp_path) == under("out/lamps", OLD)


@pytest.mark.parametrize("name", ["..", ".x", "", "a/b", "a\\b", "/x"])
def test_a_project_name_that_leads_elsewhere_is_refused(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(ScraperError, match="expected the name of a service"):
        workspace.replace(tmp_path / "out", {name: NEW})
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    "model", [None, "[]", "{}", '{"generator": "torch"}', "{", "[" * 9999]
)
def test_a_folder_that_was_not_generated_is_left_alone(
    tmp_path: Path, model: str | None
) -> None:
    mine = {"thesis.txt": "x"} | ({"model.json": model} if model else {})
    workspace.replace(tmp_path, {"lamps": mine})
    with pytest.raises(ScraperError, match=r"lamps: was not generated .* left alone"):
        workspace.replace(tmp_path, {"lamps": NEW})
    assert tree(tmp_path) == under("lamps", mine)


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "lamps").mkdir()
    workspace.replace(tmp_path, {"lamps": NEW})
    assert tree(tmp_path) == under("lamps", NEW)


def test_a_link_is_left_alone(tmp_path: Path) -> None:
    workspace.replace(tmp_path / "elsewhere", {"lamps": OLD})
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "lamps").symlink_to(tmp_path / "elsewhere" / "lamps")
    with pytest.raises(ScraperError, match="expected a folder here"):
        workspace.replace(tmp_path / "out", {"lamps": NEW})
    assert tree(tmp_path / "elsewhere") == under("lamps", OLD)


def test_a_file_where_a_folder_belongs_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "lamps").write_text("x")
    with pytest.raises(ScraperError, match="lamps: expected a folder here"):
        workspace.replace(tmp_path, {"lamps": NEW})
    with pytest.raises(ScraperError, match="lamps: cannot be written: File exists"):
        workspace.replace(tmp_path / "lamps", {"doors": NEW})
    with pytest.raises(ScraperError, match="cannot be written: Not a directory"):
        workspace.replace(tmp_path / "lamps" / "deep", {"doors": NEW})
    assert tree(tmp_path) == {"lamps": b"x"}


def test_two_files_in_one_place_are_refused(tmp_path: Path) -> None:
    workspace.replace(tmp_path, {"lamps": OLD})
    with pytest.raises(ScraperError, match="cannot be written"):
        workspace.replace(tmp_path, {"lamps": {"a": "x", "a/b": "y"}})
    assert tree(tmp_path) == under("lamps", OLD)


def test_when_one_service_fails_none_is_replaced(tmp_path: Path) -> None:
    workspace.replace(tmp_path, {"doors": OLD})
    (tmp_path / "lamps").write_text("in the way")
    with pytest.raises(ScraperError):
        workspace.replace(tmp_path, {"doors": NEW, "lamps": NEW})
    assert tree(tmp_path) == under("doors", OLD) | {"lamps": b"in the way"}


@pytest.mark.parametrize("failing", range(1, 6))
def test_when_a_rename_fails_all_is_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """Two projects are swapped with four renames, and a new one with one more."""
    workspace.replace(tmp_path, {"doors": OLD, "lamps": OLD})
    rename = Path.rename
    done = 0

    def fail_once(path: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done == failing:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(KeyboardInterrupt):
        workspace.replace(tmp_path, {"doors": NEW, "lamps": NEW, "walls": NEW})
    assert tree(tmp_path) == under("doors", OLD) | under("lamps", OLD)


KILLED = """
import os, signal, sys
from pathlib import Path
from scraper import workspace
rename, left = Path.rename, int(sys.argv[2])
def kill(path, target):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return rename(path, target)
Path.rename = kill
if left == 2:
    import shutil
    shutil.rmtree = lambda folder: os.kill(os.getpid(), signal.SIGKILL)
workspace.replace(sys.argv[1], {"lamps": {"model.json": sys.argv[3], "a.txt": "killed"}})
"""


@pytest.mark.parametrize(
    ("renames", "expected"),
    [(0, "old\n"), (1, "old\n"), (2, "killed")],
    ids=["before the swap", "between the renames", "before the old one is removed"],
)
@pytest.mark.parametrize("next_run", ["compare", "replace"])
def test_the_next_run_puts_right_what_a_killed_one_left(
    tmp_path: Path, renames: int, expected: str, next_run: str
) -> None:
    workspace.replace(tmp_path, {"lamps": OLD})
    call = [sys.executable, "-c", KILLED, str(tmp_path), str(renames), MODEL]
    assert subprocess.run(call, check=False).returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) > 1 or renames == 1
    if next_run == "compare":
        workspace.compare(tmp_path, "lamps", OLD)
        assert [path.name for path in tmp_path.iterdir()] == ["lamps"]
        assert (tmp_path / "lamps" / "a.txt").read_text() == expected
    else:
        workspace.replace(tmp_path, {"lamps": NEW})
        assert tree(tmp_path) == under("lamps", NEW)


def test_two_runs_at_once_are_kept_apart(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl", reason="no file locks on this platform")
    workspace.replace(tmp_path, {"lamps": OLD})
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with pytest.raises(ScraperError, match="another run is at work here"):
            workspace.replace(tmp_path, {"lamps": NEW})
    finally:
        os.close(handle)
    assert tree(tmp_path) == under("lamps", OLD)
    workspace.replace(tmp_path, {"lamps": NEW})
    assert tree(tmp_path) == under("lamps", NEW)


def test_what_is_up_to_date_differs_in_nothing(tmp_path: Path) -> None:
    workspace.replace(tmp_path, {"lamps": NEW})
    for cache in ("__pycache__", ".mypy_cache", "build", "otc_lamps.egg-info"):
        (tmp_path / "lamps" / cache).mkdir()
        (tmp_path / "lamps" / cache / "x").write_text("x")
    (tmp_path / "lamps" / ".DS_Store").write_text("x")
    assert workspace.compare(tmp_path, "lamps", NEW) == ()


def test_every_difference_is_listed(tmp_path: Path) -> None:
    workspace.replace(tmp_path, {"lamps": OLD})
    assert workspace.compare(tmp_path, "lamps", NEW | {".x/y": ""}) == (
        Difference(path="lamps/.x/y", change=Change.MISSING),
        Difference(path="lamps/a.txt", change=Change.CHANGED),
        Difference(path="lamps/deep/er/b.txt", change=Change.MISSING),
        Difference(path="lamps/gone.txt", change=Change.EXTRA),
    )


def test_a_missing_project_lacks_every_file(tmp_path: Path) -> None:
    found = workspace.compare(tmp_path / "out", "lamps", NEW)
    assert [difference.change for difference in found] == [Change.MISSING] * len(NEW)
    assert not (tmp_path / "out").exists()


def test_projects_without_a_service_are_left_over(tmp_path: Path) -> None:
    workspace.replace(tmp_path, {"lamps": NEW, "doors": NEW, "mine": {"a": "x"}})
    assert workspace.left_over(tmp_path, ["lamps"]) == (
        Difference(path="doors/", change=Change.EXTRA),
    )
    assert workspace.left_over(tmp_path / "nowhere", []) == ()
