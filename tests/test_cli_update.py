"""`scraper update` with real repositories: what it writes, what it tells, and that it is all or nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from scraper import cli, workspace
from tests.lamps import CHAPTER, SERVICE, SWITCH

ROOT = Path(__file__).parents[1]
IDENTITY = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip

DIMMED = SWITCH.replace("1 to 100", "1 to 50")
BLINKING = SWITCH.replace(
    "</li></ul>", "</li><li><strong>blink</strong>: On and off.</li></ul>"
)
REWORDED = SWITCH.replace("Share of red.", "The share of red.")
MARKED = SWITCH.replace("Share of red.", "<span>Share</span> of\n  <b>red</b>.").replace(
    'id="SwitchLamp__request_Color"', 'id="SwitchLamp__table7"'
).replace("#SwitchLamp__request_Color", "#SwitchLamp__table7")  # fmt: skip


class Documents:
    """A repository of documents."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "docs" / "lamps"
        self.folder.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit(SwitchLamp=SWITCH, chapter_1=CHAPTER)

    def git(self, *arguments: str) -> str:
        command = ["git", *arguments]
        done = subprocess.run(
            command,
            cwd=self.root,
            env=os.environ | IDENTITY,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def commit(self, **pages: str | None) -> str:
        """Commit pages, or take them away; the commit's id."""
        for name, content in pages.items():
            path = self.folder / f"{name}.html"
            if content is None:
                path.unlink()
            else:
                path.write_text(content, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=documents")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def documents(tmp_path: Path) -> Documents:
    return Documents(tmp_path / "upstream")


@pytest.fixture(autouse=True)
def folder(
    documents: Documents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A working folder where spec/lamps has only a service.toml."""
    work = tmp_path / "work"
    (work / "spec" / "lamps").mkdir(parents=True)
    toml = SERVICE.replace("https://example.com/documents", f"file://{documents.root}")
    (work / "spec" / "lamps" / "service.toml").write_text(toml)
    monkeypatch.chdir(work)
    return work


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def locked(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "spec/lamps/lock.toml").read_text())


def version(folder: Path) -> str:
    text = (folder / "generated/lamps/pyproject.toml").read_text()
    found = tomllib.loads(text)["project"]["version"]
    assert f'__version__ = "{found}"' in (
        folder / "generated/lamps/otc_lamps/__init__.py"
    ).read_text(encoding="utf-8")
    return str(found)


def test_the_first_update_brings_the_pages_in(
    folder: Path, documents: Documents, capsys: pytest.CaptureFixture[str]
) -> None:
    commit = documents.git("rev-parse", "HEAD")
    assert cli.main(["update", "lamps"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == "# lamps 0.1.0"
    assert "The first release." in out
    assert err == ""
    page = folder / "spec/lamps/SwitchLamp.html"
    assert page.read_bytes() == SWITCH.encode()
    assert locked(folder)["upstream"] == {"commit": commit}
    assert version(folder) == "0.1.0"
    assert cli.main(["check"]) == 0


# (title, the page as it becomes, version, words of the log)
UPDATES: list[tuple[str, str, str, list[str]]] = [
    ("a tighter bound", DIMMED, "0.2.0", ["## Breaking (1)", "`SwitchRequest.dim`: bound `maximum 100` → `maximum 50`", "row 2"]),
    ("a value more", BLINKING, "0.2.0", ["## New, and compatible (1)", "new enum value `blink`"]),
    ("other words", REWORDED, "0.1.1", ["## Documentation only (1)", "`Share of red.` → `The share of red.`"]),
    ("other markup", MARKED, "0.1.1", ["printed in another form"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "expected", "words"),
    [case[1:] for case in UPDATES],
    ids=[case[0] for case in UPDATES],
)
def test_an_update_is_a_release(
    folder: Path,
    documents: Documents,
    capsys: pytest.CaptureFixture[str],
    page: str,
    expected: str,
    words: list[str],
) -> None:
    assert cli.main(["update"]) == 0
    commit = documents.commit(SwitchLamp=page)
    capsys.readouterr()
    assert cli.main(["update"]) == 0
    out, _ = capsys.readouterr()
    changelog = (folder / "generated/lamps/CHANGELOG.md").read_text(encoding="utf-8")
    for part in words:
        assert part in out
        assert part in changelog
    assert out.startswith(f"# lamps 0.1.0 → {expected}\n")
    assert f"## {expected}\n\nFrom the documents at commit `{commit}`." in changelog
    assert changelog.index(f"## {expected}") < changelog.index("## 0.1.0")
    assert version(folder) == expected
    assert locked(folder)["upstream"] == {"commit": commit}
    assert (folder / "spec/lamps/SwitchLamp.html").read_bytes() == page.encode()
    assert cli.main(["check"]) == 0


def test_after_1_0_a_breaking_change_is_a_major_version(
    folder: Path, documents: Documents
) -> None:
    toml = folder / "spec/lamps/service.toml"
    toml.write_text(toml.read_text().replace('"0.1.0"', '"1.0.0"'))
    assert cli.main(["update"]) == 0
    for page, expected in (
        (BLINKING, "1.1.0"),
        (BLINKING.replace("Share of red.", "Red."), "1.1.1"),
        (DIMMED, "2.0.0"),
    ):
        documents.commit(SwitchLamp=page)
        assert cli.main(["update"]) == 0
        assert version(folder) == expected


def test_the_same_pages_again_write_nothing(
    folder: Path, documents: Documents, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["update"]) == 0
    before = {p: p.stat().st_mtime_ns for p in sorted(folder.rglob("*"))}
    documents.commit()  # another commit, the same pages
    capsys.readouterr()
    assert cli.main(["update"]) == 0
    assert "the same as before; nothing was written" in capsys.readouterr().out
    assert {p: p.stat().st_mtime_ns for p in sorted(folder.rglob("*"))} == before


def test_an_unknown_commit_is_learnt(
    folder: Path, documents: Documents, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages that somebody put there by hand, and that upstream has too."""
    for name, content in (("SwitchLamp", SWITCH), ("chapter_1", CHAPTER)):
        path = folder / "spec/lamps" / f"{name}.html"
        path.write_text(content, encoding="utf-8")
    assert cli.main(["generate"]) == 0
    before = tree(folder / "generated")
    assert "upstream" not in locked(folder)
    capsys.readouterr()
    assert cli.main(["update"]) == 0
    assert "they are those of" in capsys.readouterr().out
    assert locked(folder)["upstream"] == {"commit": documents.git("rev-parse", "HEAD")}
    assert tree(folder / "generated") == before
    assert cli.main(["check"]) == 0


def test_a_ref_and_a_place_can_be_named(folder: Path, documents: Documents) -> None:
    documents.git("tag", "v1")
    old = documents.git("rev-parse", "HEAD")
    new = documents.commit(SwitchLamp=DIMMED)
    for arguments, commit in (
        (["--ref", "v1"], old),
        (["--ref", "main"], new),
        (["--ref", old], old),
        (["--from", str(documents.root)], new),
    ):
        assert cli.main(["update", *arguments]) == 0
        assert locked(folder)["upstream"] == {"commit": commit}
    copied = documents.root.parent / "plain"
    documents.commit(SwitchLamp=REWORDED)
    shutil.copytree(documents.root / "docs", copied / "docs")
    assert cli.main(["update", "--from", str(copied)]) == 0
    assert "upstream" not in locked(folder)
    assert (folder / "spec/lamps/SwitchLamp.html").read_text() == REWORDED


def test_a_page_that_vanished_needs_a_word(
    folder: Path, documents: Documents, capsys: pytest.CaptureFixture[str]
) -> None:
    other = SWITCH.replace("SwitchLamp", "FlashLamp").replace("/lamps/", "/flashes/")
    documents.commit(FlashLamp=other)
    assert cli.main(["update"]) == 0
    documents.commit(FlashLamp=None)
    before = tree(folder)
    capsys.readouterr()
    assert cli.main(["update"]) == 2
    assert "no longer upstream: FlashLamp.html; --allow-removal" in (
        capsys.readouterr().err
    )
    assert tree(folder) == before
    assert cli.main(["update", "--allow-removal"]) == 0
    assert "`FlashLamp`: operation gone" in capsys.readouterr().out
    assert not (folder / "spec/lamps/FlashLamp.html").exists()


def test_a_page_and_its_title_may_be_renamed(
    folder: Path, documents: Documents, capsys: pytest.CaptureFixture[str]
) -> None:
    """The method and its classes are called as before, though the page's tables have other names now."""
    assert cli.main(["update"]) == 0
    page = SWITCH.replace("SwitchLamp", "t_42").replace("Switching", "Toggling")
    documents.commit(SwitchLamp=None, t_42=page)
    before = (folder / "generated/lamps/otc_lamps/models/__init__.py").read_bytes()
    capsys.readouterr()
    assert cli.main(["update", "--allow-removal"]) == 0
    out, _ = capsys.readouterr()
    assert "`SwitchLamp`: title `Switching a Lamp` → `Toggling a Lamp`" in out
    assert "Breaking" not in out
    resource = folder / "generated/lamps/otc_lamps/resources/lamp_management.py"
    assert "def switch_lamp(" in resource.read_text(encoding="utf-8")
    models = folder / "generated/lamps/otc_lamps/models/__init__.py"
    assert models.read_bytes() == before
    assert version(folder) == "0.1.1"


STALE_CORRECTION = """
[[correction]]
page = "SwitchLamp.html"
property = "dim"
fact = "maximum"
was = 100
now = 99
reason = "Measured."
"""

# (title, what happens before, the call, the status, words of the error)
Before = Callable[[Path, Documents], object]
FAILURES: list[tuple[str, Before, list[str], int, str]] = [
    ("no such ref", lambda _, __: None, ["--ref", "v9"], 2, "v9"),
    ("no such repository", lambda _, d: shutil.rmtree(d.root), [], 2, "file://"),
    ("no such place", lambda _, __: None, ["--from", "nowhere"], 2, "nowhere"),
    (
        "a correction that no longer applies",
        lambda f, d: (
            (f / "spec/lamps/corrections.toml").write_text(STALE_CORRECTION),
            d.commit(SwitchLamp=DIMMED),
        ),
        [], 2, "expected 100, found 50",
    ),
    (
        "a folder that was not generated",
        lambda f, d: ((f / "generated/lamps/model.json").write_text("{}"), d.commit(SwitchLamp=DIMMED)),
        [], 2, "was not generated",
    ),
    ("a broken lock", lambda f, d: ((f / "spec/lamps/lock.toml").write_text("<<<"), d.commit(SwitchLamp=DIMMED)), [], 2, "not TOML"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "call", "status", "says"),
    [case[1:] for case in FAILURES],
    ids=[case[0] for case in FAILURES],
)
def test_a_failure_leaves_everything_as_it_was(
    folder: Path,
    documents: Documents,
    capsys: pytest.CaptureFixture[str],
    before: Before,
    call: list[str],
    status: int,
    says: str,
) -> None:
    assert cli.main(["update"]) == 0
    before(folder, documents)
    known = tree(folder)
    capsys.readouterr()
    assert cli.main(["update", *call]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert len(err.splitlines()) == 1
    assert tree(folder) == known


def test_without_a_table_upstream_it_says_what_to_add(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = folder / "spec/lamps/service.toml"
    toml.write_text(toml.read_text().partition("[upstream]")[0])
    assert cli.main(["update"]) == 2
    assert "[upstream] with repository and folder" in capsys.readouterr().err


def test_a_failing_disk_leaves_everything_as_it_was(
    folder: Path, documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(["update"]) == 0
    documents.commit(SwitchLamp=DIMMED)
    known = tree(folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(workspace, "update", full)
    assert cli.main(["update"]) == 2
    assert tree(folder) == known


def test_a_killed_update_is_put_right_by_the_next_run(
    folder: Path, documents: Documents
) -> None:
    """Ended between the two folders: the next run finds all as it was, or all as it becomes."""
    assert cli.main(["update"]) == 0
    old = tree(folder)
    documents.commit(SwitchLamp=DIMMED)
    program = (
        "import os, pathlib, sys; from scraper import cli\n"
        "rename, left = pathlib.Path.rename, [int(sys.argv[1])]\n"
        "def dying(*a):\n"
        "    left[0] -= 1\n"
        "    if left[0] < 0: os._exit(9)\n"
        "    return rename(*a)\n"
        "pathlib.Path.rename = pathlib.Path.replace = dying\n"
        "sys.exit(cli.main(['update']))"
    )
    for moment in range(12):
        call = [sys.executable, "-c", program, str(moment)]
        done = subprocess.run(
            call, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
        )
        assert done.returncode in (0, 9)
        assert cli.main(["check"]) == 0
        left = tree(folder)
        assert (left == old) == (version(folder) == "0.1.0")
        if done.returncode == 0:
            assert version(folder) == "0.2.0"
            return
    pytest.fail("it never came to an end")


def test_what_the_generator_changed_counts_too(
    folder: Path, documents: Documents, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last release offered a function that the runtime no longer has, and lacked one that it has now."""
    assert cli.main(["update"]) == 0
    lock = folder / "spec/lamps/lock.toml"
    text = lock.read_text().replace('"Token(token)"', '"Token(word)"')
    lock.write_text(text)
    capsys.readouterr()
    assert cli.main(["generate"]) == 0
    assert "version   0.2.0, not released" in capsys.readouterr().out
    assert version(folder) == "0.2.0"
    changelog = folder / "generated/lamps/CHANGELOG.md"
    assert "## 0.2.0 (not released)" in changelog.read_text(encoding="utf-8")
    assert "`Token(word)`" in changelog.read_text(encoding="utf-8")
    assert cli.main(["check"]) == 0
    assert "version 0.2.0, not released; since 0.1.0" in capsys.readouterr().out

    documents.commit(SwitchLamp=REWORDED)
    assert cli.main(["update"]) == 0
    out, _ = capsys.readouterr()
    assert out.startswith("# lamps 0.1.0 → 0.2.0\n")
    assert "`Token(word)`" in out
    assert "`The share of red.`" in out
    assert "(not released)" not in changelog.read_text(encoding="utf-8")


def test_what_is_generated_can_be_released(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["update"]) == 0
    assert cli.main(["release"]) == 0
    assert "lamps 0.1.0: nothing to release" in capsys.readouterr().out
    toml = folder / "spec/lamps/service.toml"
    toml.write_text(toml.read_text().replace('version = "0.1.0"', 'version = "1.0.0"'))
    assert cli.main(["generate"]) == 0
    assert version(folder) == "1.0.0"
    assert cli.main(["release"]) == 0
    assert "lamps 1.0.0: released" in capsys.readouterr().out
    assert cli.main(["check"]) == 0
    assert locked(folder)["release"]["version"] == "1.0.0"  # type: ignore[index]
    assert cli.main(["generate"]) == 0
    assert "not released" not in capsys.readouterr().out


RENAME = """
[[correction]]
page = "SwitchLamp.html"
fact = "operation id"
was = "SwitchLamp"
now = "TurnLamp"
reason = "Lamps are turned on."
"""


def test_a_name_that_must_go_stays_as_an_alias_for_one_major_version(
    folder: Path, documents: Documents, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = folder / "spec/lamps/service.toml"
    toml.write_text(toml.read_text().replace('"0.1.0"', '"1.0.0"'))
    assert cli.main(["update"]) == 0
    (folder / "spec/lamps/corrections.toml").write_text(RENAME)
    assert cli.main(["generate"]) == 0
    assert version(folder) == "1.1.0"
    resource = folder / "generated/lamps/otc_lamps/resources/lamp_management.py"
    for _ in range(2):
        assert "switch_lamp" in resource.read_text(encoding="utf-8")
        assert cli.main(["check"]) == 0
        assert cli.main(["release"]) == 0
    assert "SwitchRequest" in (
        folder / "generated/lamps/otc_lamps/models/__init__.py"
    ).read_text(encoding="utf-8")

    documents.commit(SwitchLamp=BLINKING)
    assert cli.main(["update"]) == 0
    assert version(folder) == "1.2.0"
    assert "switch_lamp" in resource.read_text(encoding="utf-8")

    documents.commit(SwitchLamp=DIMMED)
    assert cli.main(["update"]) == 0
    assert version(folder) == "2.0.0"
    assert "switch_lamp" not in resource.read_text(encoding="utf-8")
    assert cli.main(["check"]) == 0


LIMIT = STALE_CORRECTION.replace("now = 99", "now = 50")
# (title, what is changed in spec/lamps: file, what is written there, the next version, words of the log)
BY_PEOPLE = (
    ("a bound by a correction", "corrections.toml", LIMIT, "0.2.0", "`SwitchRequest.dim`: bound `maximum 100` → `maximum 50`"),
    ("another package", "service.toml", ("otc_lamps", "otc_lights"), "0.2.0", "`package`: name `otc_lamps` → `otc_lights`"),
    ("another server", "service.toml", ("lamps.{region}", "bulbs.{region}"), "0.2.0", "`server`: server `https://lamps."),
    ("another region", "service.toml", ("north-1", "south-1"), "0.2.0", "`region`: server gone `north-1`"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("file", "change", "expected", "words"),
    [case[1:] for case in BY_PEOPLE],
    ids=[case[0] for case in BY_PEOPLE],
)
@pytest.mark.parametrize("by", ["generate", "update"])
def test_what_people_change_counts_too(
    folder: Path,
    documents: Documents,
    file: str,
    change: str | tuple[str, str],
    expected: str,
    words: str,
    by: str,
) -> None:
    assert cli.main(["update"]) == 0
    path = folder / "spec/lamps" / file
    if isinstance(change, str):
        path.write_text(change)
    else:
        path.write_text(path.read_text().replace(*change))
    if by == "update":
        documents.commit(SwitchLamp=REWORDED)
    assert cli.main([by]) == 0
    text = (folder / "generated/lamps/pyproject.toml").read_text()
    assert tomllib.loads(text)["project"]["version"] == expected
    changelog = (folder / "generated/lamps/CHANGELOG.md").read_text(encoding="utf-8")
    assert changelog.count(words) == 1
    assert cli.main(["check"]) == 0


def test_a_correction_that_the_page_takes_over_changes_nothing_for_users(
    folder: Path, documents: Documents, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["update"]) == 0
    corrections = folder / "spec/lamps/corrections.toml"
    corrections.write_text(
        STALE_CORRECTION.replace('"dim"', '"red"')
        .replace('"maximum"', '"type"')
        .replace("was = 100", 'was = "Integer"')
        .replace("now = 99", 'now = "String"')
    )
    assert cli.main(["generate"]) == 0
    assert cli.main(["release"]) == 0
    assert version(folder) == "0.2.0"
    mended = SWITCH.replace(
        "<p>Integer</p></td><td><p>Share of red.",
        "<p>String</p></td><td><p>Share of red.",
    )
    assert mended != SWITCH
    documents.commit(SwitchLamp=mended)
    capsys.readouterr()
    assert cli.main(["update"]) == 2
    assert "take the correction out" in capsys.readouterr().err
    corrections.unlink()
    assert cli.main(["update"]) == 0
    assert version(folder) == "0.2.0"
    assert "the pages changed, but not what follows" in capsys.readouterr().out
    assert cli.main(["check"]) == 0


def test_an_attempt_at_a_major_version_ends_no_alias(
    folder: Path, documents: Documents
) -> None:
    """Pages that break, generated and taken back: the alias is there as before."""
    toml = folder / "spec/lamps/service.toml"
    toml.write_text(toml.read_text().replace('"0.1.0"', '"1.0.0"'))
    assert cli.main(["update"]) == 0
    (folder / "spec/lamps/corrections.toml").write_text(RENAME)
    assert cli.main(["generate"]) == 0
    assert cli.main(["release"]) == 0
    before = tree(folder)
    page = folder / "spec/lamps/SwitchLamp.html"
    page.write_text(SWITCH.replace("<p>dim</p>", "<p>dimmed</p>"))
    assert cli.main(["generate"]) == 0
    assert version(folder) == "2.0.0"
    resource = folder / "generated/lamps/otc_lamps/resources/lamp_management.py"
    assert "switch_lamp" not in resource.read_text(encoding="utf-8")
    page.write_text(SWITCH)
    assert cli.main(["generate"]) == 0
    assert (
        tree(folder)["generated/lamps/model.json"]
        == before["generated/lamps/model.json"]
    )
    assert "switch_lamp" in resource.read_text(encoding="utf-8")


def test_words_of_a_page_do_nothing_in_a_pull_request(
    folder: Path, documents: Documents, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["update"]) == 0
    words = "Fixes #1 @octocat https://evil.example `x` www.evil.example"
    documents.commit(SwitchLamp=SWITCH.replace("Share of red.", words))
    capsys.readouterr()
    assert cli.main(["update"]) == 0
    assert f"`` {words} ``" in capsys.readouterr().out or f"``{words}``" in (
        folder / "generated/lamps/CHANGELOG.md"
    ).read_text(encoding="utf-8")
