"""The commands as a user calls them: what they print, write and return."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scraper import __version__, cli, pipeline
from tests.lamps import CHAPTER, SERVICE, SWITCH, write_service

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with spec/lamps in it."""
    write_service(tmp_path / "spec")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_generate_writes_the_project_and_says_what_it_did(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["generate"]) == 0
    out, err = capsys.readouterr()
    files = tree(folder / "generated" / "lamps")
    assert {"pyproject.toml", "openapi.yaml", "model.json", "issues.txt"} <= set(files)
    assert "otc_lamps/__init__.py" in files
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "lamps: generated/lamps"
    assert "pages 2 1 operation, 1 chapter" in lines
    assert "tables 5 4 of parameters, 1 of status codes" in lines
    assert "rows 9 = 8 modelled as parameters + 1 as status codes + 0 reported" in lines
    assert "examples 3 = 2 attached + 1 reported" in lines
    assert "operations 1" in lines
    assert f"files {len(files)} written" in lines
    assert err == ""


def test_a_second_run_says_so_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["generate"]) == 0
    before = stamps(folder)
    capsys.readouterr()
    assert cli.main(["generate"]) == 0
    assert "unchanged, nothing written" in capsys.readouterr().out
    assert stamps(folder) == before


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder, with what a write would change: its number and its time."""
    return {
        str(path): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
    }


def test_check_passes_after_generate_and_lists_what_is_stale(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check"]) == 1
    assert "missing: generated/lamps/model.json\n" in capsys.readouterr().out
    assert cli.main(["generate"]) == 0
    assert cli.main(["check"]) == 0
    capsys.readouterr()

    (folder / "generated" / "lamps" / "README.md").write_text("mine")
    (folder / "generated" / "lamps" / "extra.py").write_text("mine")
    (folder / "generated" / "lamps" / "NOTICE").unlink()
    before = tree(folder / "generated")
    assert cli.main(["check", "lamps"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "missing: generated/lamps/NOTICE",
        "changed: generated/lamps/README.md",
        "extra: generated/lamps/extra.py",
        "changes of the API: none",
    ]
    assert "scraper generate" in err
    assert tree(folder / "generated") == before


def test_names_are_remembered_in_the_spec_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new page that wants a name is told apart; the old one's stays, and so does every line of the lock."""
    lock = folder / "spec" / "lamps" / "lock.toml"
    assert cli.main(["generate"]) == 0
    before = lock.read_text().splitlines()
    assert '"chapter_1.html" = "LampManagement"' in before
    page = SWITCH.replace("SwitchLamp", "a_1").replace("/v1/", "/v2/")
    page = page.replace("Brightness", "Light").replace("to 100", "to 200")
    (folder / "spec" / "lamps" / "a_1.html").write_text(page)
    assert cli.main(["check"]) == 1
    assert "changed: spec/lamps/lock.toml\n" in capsys.readouterr().out
    assert lock.read_text().splitlines() == before
    assert cli.main(["generate"]) == 0
    after = lock.read_text().splitlines()
    assert [line for line in after if line in before] == before
    assert '"a_1.html PUT /v2/{project_id}/lamps/{lamp_id}" = "SwitchLampV2"' in after
    assert cli.main(["check"]) == 0


def test_a_name_changed_by_hand_is_taken(folder: Path) -> None:
    lock = folder / "spec" / "lamps" / "lock.toml"
    assert cli.main(["generate"]) == 0
    lock.write_text(lock.read_text().replace('= "Color"', '= "Colour"'))
    assert cli.main(["generate"]) == 0
    assert (folder / "generated/lamps/otc_lamps/models/colour.py").is_file()
    assert '= "Color"' not in lock.read_text()


def test_a_lock_that_cannot_be_read_stops_everything(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["generate"]) == 0
    (folder / "spec" / "lamps" / "lock.toml").write_text("<<<<<<< HEAD")
    before = tree(folder)
    capsys.readouterr()
    for command in ("generate", "check"):
        assert cli.main([command]) == 2
        assert capsys.readouterr().err.startswith(
            "scraper: error: spec/lamps/lock.toml: not TOML: "
        )
    assert tree(folder) == before


CONTENTS = """[
  {"code": "1", "p_code": "", "title": "Lights", "uri": "lights.html"},
  {"code": "2", "p_code": "1", "title": "Switching a Lamp", "uri": "SwitchLamp.html"}
]"""


@pytest.mark.parametrize(
    "call",
    [["generate"], ["generate", "--pages", "spec/lamps", "--service", "lamps"]],
    ids=["spec", "pages"],
)
def test_groups_follow_the_table_of_contents(folder: Path, call: list[str]) -> None:
    (folder / "spec" / "lamps" / "CLASS.TXT.json").write_text(CONTENTS)
    assert cli.main(call) == 0
    assert (folder / "generated/lamps/otc_lamps/resources/lights.py").is_file()


def test_check_lists_a_project_without_a_service(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["generate"]) == 0
    (folder / "generated" / "lamps").rename(folder / "generated" / "doors")
    assert cli.main(["generate"]) == 0
    capsys.readouterr()
    assert cli.main(["check"]) == 1
    assert capsys.readouterr().out.startswith("extra: generated/doors/\n")
    assert cli.main(["check", "lamps"]) == 0


def test_one_of_several_services_can_be_named(folder: Path) -> None:
    write_service(folder / "spec", "doors", SERVICE.replace("amps", "oors"))
    assert cli.main(["generate", "doors", "doors"]) == 0
    assert [path.name for path in (folder / "generated").iterdir()] == ["doors"]
    assert cli.main(["generate"]) == 0
    assert len(list((folder / "generated").iterdir())) == 2


def test_pages_without_a_service_file_are_taken(folder: Path) -> None:
    (folder / "pages").mkdir()
    (folder / "pages" / "SwitchLamp.html").write_text(SWITCH)
    before = tree(folder / "spec")
    call = ["generate", "--pages", "pages", "--service", "My Lamps!", "--out", "x/y"]
    assert cli.main(call) == 0
    assert [path.name for path in (folder / "x" / "y").iterdir()] == ["my-lamps"]
    assert (folder / "x" / "y" / "my-lamps" / "otc_my_lamps" / "__init__.py").is_file()
    assert tree(folder / "spec") == before
    assert not (folder / "generated").exists()


@pytest.mark.parametrize("page", ["SwitchLamp", "SwitchLamp.html"])
@pytest.mark.parametrize("where", [[], ["--pages", "spec/lamps"], ["--spec", "spec"]])
def test_explain_shows_what_each_stage_made_of_a_page(
    folder: Path, capsys: pytest.CaptureFixture[str], page: str, where: list[str]
) -> None:
    assert cli.main(["explain", page, *where]) == 0
    out = capsys.readouterr().out
    for words in (
        'SwitchLamp.html: "Switching a Lamp"',
        "request line: PUT /v1/{project_id}/lamps/{lamp_id}",
        "role: path (request), because ",
        "role: body (request), because ",
        "role: model (request), because ",
        'row 2: dim: integer from "Integer"; required: no from "No"',
        'minimum 1 from "The value ranges from 1 to 100."',
        'value "on": The lamp shines.',
        'default "off" from ',
        "operation SwitchLamp: PUT",
        "schema Color",
        "example-unparsable",
        "type-unknown",
    ):
        assert words in out
    assert not (folder / "generated").exists()


def test_explain_shows_a_page_that_is_no_operation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["explain", "chapter_1"]) == 0
    assert "kind: chapter" in capsys.readouterr().out


def test_control_characters_of_a_page_never_reach_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = SWITCH.replace("Switching a Lamp", "\x1b]0;owned\x07\u202eevil\x9b31m")
    hostile = hostile.replace("Lamp ID.", "&#27;[2J&#x202e;\u2028")
    hostile = hostile.replace("SwitchResponse", "Sw\x1b[1m")
    path = folder / "spec" / "lamps" / "Bad\x1b[31m\n.html"
    path.write_text(hostile.replace("lamps/", "other/"), encoding="utf-8")
    assert cli.main(["explain", path.name]) == 0
    assert cli.main(["generate"]) == 0
    captured = capsys.readouterr()
    text = (captured.out + captured.err).replace("\n", "")
    assert text.isprintable()
    assert "owned" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["generate", "--pages", "x"], "--pages and --service go together"),
        (["generate", "--service", "x"], "--pages and --service go together"),
        (
            ["generate", "lamps", "--pages", "x", "--service", "x"],
            "--pages stands instead of SERVICE and --spec",
        ),
        (["generate", "--pages", "no", "--service", "x"], "no: cannot be read"),
        (["generate", "--pages", "spec", "--service", "x"], "spec: no pages (*.html)"),
        (["generate", "--pages", "spec/lamps", "--service", "!"], '--service "!"'),
        (["generate", "doors"], "doors: no such service; there are: lamps"),
        (["generate", "../lamps"], "expected the name of a service"),
        (["generate", "--spec", "none"], "none: cannot be read"),
        (["generate", "--out", "spec/lamps/chapter_1.html"], "cannot be written"),
        (["generate", "--out", "spec"], "spec/lamps: was not generated"),
        (["check", "doors"], "doors: no such service"),
        (["explain", "Missing"], "Missing: no such page in spec"),
        (["explain", "Missing", "--pages", "spec/lamps"], "no such page in this"),
        (["explain", "x", "--pages", "x", "--spec", "x"], "--pages stands instead of"),
        (["explain"], "Missing argument 'PAGE'"),
        (["generat"], "No such command 'generat'"),
        (["generate", "--force"], "No such option"),
        (["--frobnicate"], "No such option"),
    ],
    ids=str,
)
def test_a_wrong_call_is_one_line_and_status_2(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    before = tree(folder)
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("scraper: error: ")
    assert err.count("\n") == 1
    assert message in err
    assert tree(folder) == before


def test_no_arguments_show_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    assert "Usage: scraper" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [[], ["generate"], ["check"], ["update"], ["diff"], ["release"], ["explain"]],
)
def test_help_explains_itself(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert cli.main([*command, "--help"]) == 0
    out = capsys.readouterr().out
    assert "Exit status:" in out
    for status in (cli.DONE, cli.STALE, cli.WRONG_CALL, cli.BUG, cli.INTERRUPTED):
        assert f"\n    {status:<4} " in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"scraper {__version__}\n"


def raising(error: BaseException) -> Callable[..., pipeline.Result]:
    def run(*_: object) -> pipeline.Result:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (KeyError("a\nb"), 70, "scraper: error: KeyError: 'a\\nb' (a bug; --debug"),
        (RecursionError("deep"), 70, "scraper: error: RecursionError: deep (a bug"),
        (KeyboardInterrupt(), 130, "scraper: interrupted"),
        (OSError(28, "No space left on device"), 2, "No space left on device"),
    ],
)
def test_what_goes_wrong_inside_has_a_status(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
    message: str,
) -> None:
    monkeypatch.setattr(pipeline, "run", raising(error))
    assert cli.main(["generate"]) == status
    err = capsys.readouterr().err
    assert message in err
    assert "Traceback" not in err


def test_debug_shows_where(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "run", raising(ValueError("x")))
    assert cli.main(["--debug", "generate"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_progress_is_shown_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(["check"]) == 1
    assert "reading pages" not in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli.main(["check"]) == 1
    out, err = capsys.readouterr()
    assert "lamps: reading pages 2/2" in err
    assert "reading pages" not in out


def test_a_failing_second_service_leaves_the_first_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["generate"]) == 0
    before = tree(folder / "generated")
    (folder / "spec" / "lamps" / "chapter_1.html").write_text(
        CHAPTER.replace("Lamp", "Door")
    )
    (folder / "spec" / "zebras").mkdir()
    assert cli.main(["generate"]) == 2
    assert "zebras/service.toml: cannot be read" in capsys.readouterr().err
    assert tree(folder / "generated") == before


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "scraper", *arguments],
        check=False,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | variables,
    )


def test_python_m_scraper_works() -> None:
    assert run("--version").stdout.decode() == f"scraper {__version__}\n"
    assert run("generate", "doors").returncode == 2


def test_a_closed_pipe_is_no_traceback() -> None:
    call = [sys.executable, "-m", "scraper", "explain", "SwitchLamp"]
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=variables
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == cli.READER_GONE


def test_a_terminal_without_a_character_is_no_traceback(folder: Path) -> None:
    page = folder / "spec" / "lamps" / "SwitchLamp.html"
    page.write_text(SWITCH.replace("Switching", "Schälten…"), encoding="utf-8")
    result = run("explain", "SwitchLamp", PYTHONIOENCODING="latin-1:strict")
    assert result.returncode == 0
    assert b"Sch\xe4lten\\u2026" in result.stdout


def test_the_same_bytes_come_out_everywhere(folder: Path) -> None:
    """Another hash seed, time zone, locale, folder and terminal width: the same project."""
    for number, variables in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
            {
                "PYTHONHASHSEED": "77",
                "TZ": "Asia/Tokyo",
                "LC_ALL": "C.UTF-8",
                "COLUMNS": "20",
                "PYTHONOPTIMIZE": "1",
            },
        )
    ):
        out = str(folder / "out" / str(number))
        spec = str(folder / "spec") if number else "spec"
        result = run("generate", "--spec", spec, "--out", out, **variables)
        assert result.returncode == 0, result.stderr.decode()
    first = tree(folder / "out" / "0")
    assert len(first) > 10
    assert tree(folder / "out" / "1") == first
