"""corrections.toml through the commands: what is corrected, what stops, and what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper import cli
from tests.lamps import write_service

DIM = """
[[correction]]
page = "SwitchLamp.html"
property = "dim"
fact = "maximum"
was = 100
now = 255
reason = "The service takes a byte."
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with spec/lamps and a correction in it."""
    write_service(tmp_path / "spec")
    monkeypatch.chdir(tmp_path)
    correct(tmp_path, DIM)
    return tmp_path


def correct(folder: Path, text: str) -> None:
    path = folder / "spec" / "lamps" / "corrections.toml"
    path.write_text(text, encoding="utf-8")


def generated(folder: Path, name: str) -> str:
    return (folder / "generated" / "lamps" / name).read_text(encoding="utf-8")


def test_generate_takes_the_corrections(folder: Path) -> None:
    assert cli.main(["generate"]) == 0
    assert "maximum: 255" in generated(folder, "openapi.yaml")
    model = generated(folder, "model.json")
    assert "corrections.toml: The service takes a byte." in model
    assert "corrections.toml row 1" in model
    (line,) = (
        one
        for one in generated(folder, "issues.txt").splitlines()
        if one.startswith("note corrected ")
    )
    assert line == (
        "note corrected SwitchLamp.html#SwitchLamp__request_SwitchRequest row 2:"
        ' correction 1: maximum of "dim": 100 is now 255: The service takes a byte.'
    )


def test_check_takes_the_corrections(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["generate"]) == 0
    assert cli.main(["check"]) == 0
    correct(folder, "")
    capsys.readouterr()
    assert cli.main(["check"]) == 1
    assert "changed: generated/lamps/openapi.yaml" in capsys.readouterr().out


def test_pages_without_a_service_file_are_not_corrected(folder: Path) -> None:
    call = ["generate", "--pages", "spec/lamps", "--service", "lamps"]
    assert cli.main(call) == 0
    assert "maximum: 100" in generated(folder, "openapi.yaml")


ADDED = """
[[correction]]
page = "SwitchLamp.html"
table = "SwitchLamp__request_SwitchRequest"
property = "speed"
fact = "property"
now = { type = "Integer" }
reason = "It is there."
"""


def test_explain_shows_what_a_correction_says(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    correct(folder, DIM + ADDED)
    assert cli.main(["explain", "SwitchLamp"]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert 'maximum 255 from "corrections.toml: The service takes a byte."' in lines
    assert 'minimum 1 from "The value ranges from 1 to 100."' in lines
    assert (
        'corrections.toml, row 2: speed: integer from "Integer"; required: not said'
        in lines
    )
    at = lines.index('row 2: dim: integer from "Integer"; required: no from "No"')
    assert any(line.startswith("note: corrected: ") for line in lines[at : at + 4])


STALE = {
    "place": DIM.replace('"dim"', '"dimmer"'),
    "value": DIM.replace("100", "99"),
    "no change": DIM.replace("255", "100"),
    "unknown key": DIM + 'note = "x"\n',
    "no reason": DIM.replace("reason", "# reason"),
    "no TOML": "[[correction]",
}


@pytest.mark.parametrize("text", STALE.values(), ids=STALE.keys())
@pytest.mark.parametrize("command", ["generate", "check", "explain"])
def test_what_does_not_apply_stops_before_anything_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, command: str
) -> None:
    assert cli.main(["generate"]) == 0
    before = generated(folder, "model.json")
    correct(folder, text)
    capsys.readouterr()
    page = ["SwitchLamp"] if command == "explain" else []
    assert cli.main([command, *page]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("scraper: error: spec/lamps/corrections.toml: ")
    assert err.count("\n") == 1
    assert generated(folder, "model.json") == before


def test_a_file_in_another_encoding_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "spec" / "lamps" / "corrections.toml").write_bytes(b"# \xff\n")
    assert cli.main(["generate"]) == 2
    assert "lamps/corrections.toml: expected UTF-8" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_not_taken_for_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "spec" / "lamps" / "corrections.toml"
    path.unlink()
    path.symlink_to("nowhere.toml")
    assert cli.main(["generate"]) == 2
    assert "lamps/corrections.toml: cannot be read" in capsys.readouterr().err
