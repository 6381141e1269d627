"""`scraper diff`: what may be compared, how it is told, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from scraper import cli
from tests.lamps import SERVICE, SWITCH, write_service
from tests.support.references import ROOT

DIMMED = SWITCH.replace("1 to 100", "1 to 50")
REWORDED = SWITCH.replace("Share of red.", "The share of red.")
LINE = "- `SwitchRequest.dim`: bound `maximum 100` → `maximum 50`: values beyond it are refused before they are sent (SwitchLamp request), `SwitchLamp.html#SwitchLamp__request_SwitchRequest row 2`"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three states of one service: as folders of pages, as spec folders, generated, and as revisions of git."""
    for name, page in (("old", SWITCH), ("new", DIMMED), ("words", REWORDED)):
        service = write_service(tmp_path / name / "spec")
        (service / "SwitchLamp.html").write_text(page)
        pages = tmp_path / name / "pages"
        pages.mkdir()
        (pages / "SwitchLamp.html").write_text(page)
        call = ["generate", "--spec", str(tmp_path / name / "spec")]
        assert cli.main([*call, "--out", str(tmp_path / name / "generated")]) == 0
    monkeypatch.chdir(tmp_path)
    return tmp_path


PLACES = ("pages", "spec/lamps", "spec", "generated/lamps", "generated", "generated/lamps/model.json")  # fmt: skip


@pytest.mark.parametrize("old", PLACES)
@pytest.mark.parametrize("new", PLACES)
def test_whatever_holds_an_api_can_be_compared(
    capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    capsys.readouterr()
    assert cli.main(["diff", f"old/{old}", f"new/{new}"]) == 0
    out, err = capsys.readouterr()
    told = [each for each in out.splitlines() if each.startswith("- ")]
    assert told[0] == LINE
    assert ["description" in each for each in told] == [False, True]
    assert err == ""


def test_revisions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person = {
        f"GIT_{who}_{what}": "a@example.com"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }

    def git(*words: str) -> None:
        subprocess.run(["git", *words], check=True, env=os.environ | person, cwd=folder)

    git("init", "--quiet")
    for name in ("old", "new"):
        for part in ("spec", "generated"):
            subprocess.run(["cp", "-r", f"{name}/{part}", "."], check=True, cwd=folder)
        git("add", "spec", "generated")
        git("commit", "--quiet", "--message", name)
    capsys.readouterr()
    for old, new in (
        ("HEAD~1", "HEAD"),
        ("HEAD~1:spec/lamps", "spec/lamps"),
        ("HEAD~1:generated", "HEAD:generated/lamps/model.json"),
        ("HEAD~1", "generated"),
    ):
        assert cli.main(["diff", old, new]) == 0
        assert LINE in capsys.readouterr().out
    assert cli.main(["diff", "HEAD~9", "HEAD"]) == 2
    assert "HEAD~9: no such file or folder" in capsys.readouterr().err


# (new side, --fail-on, status)
STATUSES = (
    ("new", "breaking", 1),
    ("new", "compatible", 1),
    ("words", "breaking", 0),
    ("words", "compatible", 0),
    ("words", "documentation", 1),
    ("old", "documentation", 0),
)


@pytest.mark.parametrize(("new", "limit", "status"), STATUSES)
def test_the_exit_status(new: str, limit: str, status: int) -> None:
    call = ["diff", "old/pages", f"{new}/pages", "--fail-on", limit]
    assert cli.main(call) == status


def test_json_has_everything(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    call = ["diff", "old/spec/lamps", "new/spec/lamps", "--format", "json"]
    assert cli.main(call) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["verdict"] == "breaking"
    assert found["counts"] == {"breaking": 1, "compatible": 0, "documentation": 1}
    assert found["changes"][0] == {
        "kind": "bound",
        "verdict": "breaking",
        "place": "SwitchRequest.dim",
        "old": "maximum 100",
        "new": "maximum 50",
        "effect": "values beyond it are refused before they are sent",
        "used_by": ["SwitchLamp request"],
        "source": "SwitchLamp.html#SwitchLamp__request_SwitchRequest row 2",
    }
    assert cli.main(["diff", "old/pages", "old/pages", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] is None


def test_several_services(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_service(folder / "new/spec", "doors", SERVICE.replace("amps", "oors"))
    capsys.readouterr()
    assert cli.main(["diff", "old/spec", "new/spec"]) == 0
    out = capsys.readouterr().out
    assert out.index("# doors") < out.index("# lamps")
    assert "`SwitchLamp`: new operation" in out
    assert LINE in out
    assert cli.main(["diff", "old/spec", "new/spec", "--format", "json"]) == 0
    assert sorted(json.loads(capsys.readouterr().out)) == ["doors", "lamps"]
    assert cli.main(["diff", "old/spec", "new/spec", "--service", "lamps"]) == 0
    assert "doors" not in capsys.readouterr().out
    assert cli.main(["diff", "old/spec", "new/spec", "--service", "x"]) == 2
    assert "no service x; there are: lamps" in capsys.readouterr().err


def test_what_holds_no_api_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty").mkdir()
    (folder / "broken.json").write_text("{")
    (folder / "other.json").write_text("{}")
    for place in (
        "empty",
        "missing",
        "broken.json",
        "other.json",
        "old/spec/lamps/service.toml",
    ):
        capsys.readouterr()
        assert cli.main(["diff", place, "old/pages"]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("scraper: error: ")
        assert len(err.splitlines()) == 1


def test_this_repository_is_a_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    capsys.readouterr()
    assert cli.main(["diff", "generated", "spec/modelarts"]) == 0
    assert capsys.readouterr().out == "No change of the API.\n"
