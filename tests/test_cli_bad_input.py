"""Whatever lies in a folder of pages: an issue that names page and place, or one line; generated/ stays whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from scraper import api, cli
from scraper.api import Resolution, resolve
from scraper.api.model import Service
from scraper.draft.model import Draft
from scraper.issues import Issue, Severity
from scraper.source import Source
from scraper.text import Text
from tests.lamps import SWITCH, page, section, write_service


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with spec/lamps in it, already generated."""
    write_service(tmp_path / "spec")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["generate"]) == 0
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def issues(folder: Path) -> list[str]:
    path = folder / "generated" / "lamps" / "issues.txt"
    return path.read_text(encoding="utf-8").splitlines()[1:]


OTHER = SWITCH.replace("SwitchLamp", "Bad").replace("/lamps/", "/bad/")
NO_TABLES = page("Bad", "Bare", section("URI", "<p>GET /v1/bare/{id}</p>"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-page"),
        (bytes(range(256)) * 40, "not-html"),
        (OTHER[: len(OTHER) // 2], "truncated"),
        (NO_TABLES, ""),
        (OTHER, "type-unknown"),
        (OTHER.replace('"#Bad__request_Color">Color<', '"#gone">Hue<'), "reference"),
        (SWITCH.replace("SwitchLamp", "Bad"), "repeated-operation"),
    ],
    ids=["empty", "binary", "truncated", "no tables", "type", "dangling", "repeated"],
)
def test_a_bad_page_is_named_and_the_others_are_generated(
    folder: Path, capsys: pytest.CaptureFixture[str], content: str | bytes, code: str
) -> None:
    data = content.encode() if isinstance(content, str) else content
    (folder / "spec" / "lamps" / "Bad.html").write_bytes(data)
    assert cli.main(["generate"]) == 0
    out, err = capsys.readouterr()
    assert "unaccounted" not in out
    assert err == ""
    model = (folder / "generated" / "lamps" / "model.json").read_text(encoding="utf-8")
    assert "/v1/{project_id}/lamps/{lamp_id}" in model
    assert cli.main(["check"]) == 0
    named = [issue for issue in issues(folder) if "Bad.html" in issue]
    assert [issue for issue in named if code in issue.split()[1]]
    assert cli.main(["explain", "Bad"]) == 0
    assert "Bad.html" in capsys.readouterr().out


def test_only_bad_pages_still_give_a_whole_project_or_an_error(folder: Path) -> None:
    (folder / "pages").mkdir()
    (folder / "pages" / "Bad.html").write_bytes(b"\xff\xfe\x00")
    call = ["generate", "--pages", "pages", "--service", "bad", "--out", "out"]
    status = cli.main(call)
    assert status in {cli.DONE, cli.STALE}
    assert (folder / "out").exists() is (status == cli.DONE)


ERROR = Issue(
    code="no-way-out",
    severity=Severity.ERROR,
    source=Source(page=Text("SwitchLamp.html"), anchor=Text("t1"), row=2),
    detail="there is no way to go on",
)


@pytest.mark.parametrize("command", ["generate", "check"])
def test_an_error_in_the_pages_stops_before_anything_is_written(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    def failing(drafts: Sequence[Draft], about: Service, *_: object) -> Resolution:
        made = resolve(drafts, about)
        return replace(made, issues=(*made.issues, ERROR))

    (folder / "spec" / "lamps" / "Good.html").write_text(OTHER, encoding="utf-8")
    monkeypatch.setattr(api, "resolve", failing)
    before = tree(folder)
    capsys.readouterr()
    assert cli.main([command]) == cli.STALE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "scraper: error: no-way-out: SwitchLamp.html#t1, row 2: there is no way to go on",
        "scraper: the pages hold errors; nothing was written",
    ]
    assert tree(folder) == before


def a_file_for_the_folder(out: Path) -> None:
    out.write_text("x")


def a_folder_of_somebody(out: Path) -> None:
    (out / "lamps").mkdir(parents=True)
    (out / "lamps" / "mine").touch()


def a_file_for_the_project(out: Path) -> None:
    out.mkdir()
    (out / "lamps").touch()


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (a_file_for_the_folder, "cannot be written: File exists"),
        (a_folder_of_somebody, "was not generated"),
        (a_file_for_the_project, "expected a folder here"),
    ],
)
def test_an_unwritable_target_is_one_line(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    prepare: Callable[[Path], None],
    message: str,
) -> None:
    prepare(folder / "out")
    before = tree(folder)
    capsys.readouterr()
    assert cli.main(["generate", "--out", "out"]) == cli.WRONG_CALL
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert message in err
    assert tree(folder) == before
