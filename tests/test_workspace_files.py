"""What only looks like a file, or is larger than such files are, is not read: not from any of the ways in."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from scraper import workspace
from scraper.issues import ScraperError
from scraper.upstream import folders
from scraper.workspace import files, reading

TERABYTE = 2**40


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _link_to_a_fifo(path: Path) -> None:
    os.mkfifo(path.with_name("fifo"))
    path.symlink_to("fifo")


def _link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket has some 100 bytes at most
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)
    os.chdir(here)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(TERABYTE)


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


NO_FILES: tuple[tuple[Callable[[Path], None], str], ...] = (
    (_fifo, "expected a file, and this is none"),
    (_link_to_a_fifo, "expected a file, and this is none"),
    (_link_to_a_device, "expected a file, and this is none"),
    (_socket, "expected a file, and this is none"),
    (_sparse, "MiB, which no file of this kind has"),
    (_link_to_itself, "cannot be read"),
)
WAYS_IN: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("page.html", lambda folder: workspace.read_pages(folder / "s")),
    ("CLASS.TXT.json", lambda folder: workspace.read_contents(folder / "s")),
    ("service.toml", lambda folder: workspace.read_service(folder, "s")),
    ("corrections.toml", lambda folder: workspace.read_corrections(folder, "s")),
    ("lock.toml", lambda folder: workspace.read_lock(folder, "s")),
    ("model.json", lambda folder: workspace.read_model(folder / "s" / "model.json")),
)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize(("prepare", "message"), NO_FILES)
@pytest.mark.parametrize(("name", "read"), WAYS_IN)
def test_no_file(
    tmp_path: Path,
    name: str,
    read: Callable[[Path], object],
    prepare: Callable[[Path], None],
    message: str,
) -> None:
    (tmp_path / "s").mkdir()
    prepare(tmp_path / "s" / name)
    with pytest.raises(ScraperError) as caught:
        read(tmp_path)
    told = str(caught.value)
    assert f"s/{name}: " in told
    assert message in told
    assert told.isprintable()


@pytest.mark.parametrize(
    ("name", "read"), [way for way in WAYS_IN[1:] if way[0] != "model.json"]
)
def test_a_folder_is_no_file(
    tmp_path: Path, name: str, read: Callable[[Path], object]
) -> None:
    (tmp_path / "s" / name).mkdir(parents=True)
    with pytest.raises(ScraperError, match="expected a file, and this is none"):
        read(tmp_path)


def test_a_large_page_is_one_line(tmp_path: Path) -> None:
    with (tmp_path / "Lamp.html").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(ScraperError, match=r"has more than 10 MiB, .*make it smaller"):
        workspace.read_pages(tmp_path)


def test_a_file_may_have_all_bytes_that_it_may_have(tmp_path: Path) -> None:
    path = tmp_path / "Lamp.html"
    path.write_bytes(b"1234")
    assert files.content(path, 4) == b"1234"
    with pytest.raises(ScraperError):
        files.content(path, 3)


@pytest.mark.skipif(not Path("/proc/meminfo").exists(), reason="needs /proc")
def test_a_file_may_say_that_it_is_empty() -> None:
    assert files.content(Path("/proc/meminfo"), 100_000)
    with pytest.raises(ScraperError, match="more than"):
        files.content(Path("/proc/meminfo"), 10)


def test_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PAGES", 2)
    for name in "abc":
        (tmp_path / f"{name}.html").touch()
    with pytest.raises(ScraperError, match="has more than 2 pages; a service has one"):
        workspace.read_pages(tmp_path)


def test_pages_too_large_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST_FOLDER", 10)
    for name in "abc":
        (tmp_path / f"{name}.html").write_text("1234")
    with pytest.raises(ScraperError, match="the pages have more than 0 MiB"):
        workspace.read_pages(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_fifo_among_generated_files_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    assert not files.holds(path, b"")
    (tmp_path / "large").touch()
    os.truncate(tmp_path / "large", TERABYTE)
    assert not files.holds(tmp_path / "large", b"1")
    (tmp_path / "same").write_bytes(b"1")
    assert files.holds(tmp_path / "same", b"1")
    assert not files.holds(tmp_path / "same", b"2")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_folder_of_pages_from_elsewhere(tmp_path: Path) -> None:
    with folders.opened(tmp_path) as folder:
        (tmp_path / "page.html").symlink_to("/dev/zero")
        with pytest.raises(ScraperError, match="expected a file, and this is none"):
            folder.read(["page.html"])
