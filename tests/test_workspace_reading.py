"""Folders of pages and of services, and what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scraper import workspace
from scraper.document.model import Page
from scraper.issues import ScraperError
from scraper.text import Text


def test_pages_come_sorted_by_name_with_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_bytes(b"\xff\x00")
    (tmp_path / "a.HTML").write_bytes(b"")
    (tmp_path / "B.html").write_bytes(b"x\r\n")
    (tmp_path / "CLASS.TXT.json").write_text("[]")
    (tmp_path / "folder.html").mkdir()
    assert workspace.read_pages(tmp_path) == (
        Page(name=Text("B.html"), content=b"x\r\n"),
        Page(name=Text("a.HTML"), content=b""),
        Page(name=Text("b.html"), content=b"\xff\x00"),
    )


def _missing(path: Path) -> None:
    pass


def _a_file(path: Path) -> None:
    path.write_text("x")


def _empty(path: Path) -> None:
    path.mkdir()


def _no_pages(path: Path) -> None:
    path.mkdir()
    (path / "page.txt").write_text("x")


def _a_dangling_link(path: Path) -> None:
    path.mkdir()
    (path / "page.html").symlink_to("nowhere")


def _a_name_that_is_no_utf8(path: Path) -> None:
    path.mkdir()
    (path / os.fsdecode(b"\xff.html")).write_text("x")


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (_missing, "/pages: cannot be read: No such file or directory"),
        (_a_file, "/pages: cannot be read: Not a directory"),
        (_empty, "/pages: no pages (*.html) in this folder"),
        (_no_pages, "/pages: no pages (*.html) in this folder"),
        (_a_dangling_link, "/pages/page.html: cannot be read: No such file"),
        (_a_name_that_is_no_utf8, "/pages/?.html: expected a file name in UTF-8"),
    ],
)
def test_a_folder_without_readable_pages_is_one_line(
    tmp_path: Path, prepare: Callable[[Path], None], message: str
) -> None:
    prepare(tmp_path / "pages")
    with pytest.raises(ScraperError) as caught:
        workspace.read_pages(tmp_path / "pages")
    assert message in str(caught.value)
    assert str(caught.value).isprintable()


def test_services_are_the_folders_of_spec(tmp_path: Path) -> None:
    for name in ("lamps", "doors", ".git"):
        (tmp_path / name).mkdir()
    (tmp_path / "README.md").write_text("x")
    assert workspace.read_services(tmp_path) == ("doors", "lamps")


def test_a_spec_folder_without_services_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ScraperError, match="no services"):
        workspace.read_services(tmp_path)


def test_a_service_file_is_read_with_or_without_a_mark(tmp_path: Path) -> None:
    (tmp_path / "lamps").mkdir()
    (tmp_path / "lamps" / "service.toml").write_bytes(b"\xef\xbb\xbfx = 1\r\n")
    text, file = workspace.read_service(tmp_path, "lamps")
    assert text == "x = 1\r\n"
    assert file == str(tmp_path / "lamps" / "service.toml")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("doors", "doors: no such service; there are: broken, lamps"),
        ("lamps", "service.toml: cannot be read: No such file or directory"),
        ("broken", "service.toml: expected UTF-8"),
        ("../lamps", '"../lamps": expected the name of a service'),
        ("", '"": expected the name of a service'),
        (".", '".": expected the name of a service'),
    ],
)
def test_a_wrong_service_is_one_line(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "lamps").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "service.toml").write_bytes(b"\xff")
    with pytest.raises(ScraperError) as caught:
        workspace.read_service(tmp_path, name)
    assert message in str(caught.value)


@pytest.mark.parametrize("page", ["On", "On.html", "spec/lamps/On.html"])
def test_a_page_is_found_by_its_name(tmp_path: Path, page: str) -> None:
    (tmp_path / "lamps").mkdir()
    (tmp_path / "lamps" / "On.html").write_text("x")
    assert workspace.find_page(tmp_path, page) == "lamps"
    pages = workspace.read_pages(tmp_path / "lamps")
    assert workspace.page_named(page, pages) == pages[0]


def test_a_page_of_no_or_several_services_is_one_line(tmp_path: Path) -> None:
    for name in ("doors", "lamps"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "On.html").write_text("x")
    with pytest.raises(ScraperError, match=r"several services \(doors, lamps\)"):
        workspace.find_page(tmp_path, "On")
    with pytest.raises(ScraperError, match="Off: no such page"):
        workspace.find_page(tmp_path, "Off")
    with pytest.raises(ScraperError, match="Off: no such page"):
        workspace.page_named("Off", ())
