"""The weekly update: the workflow's own scripts, with a remote repository and a stand-in for GitHub's program."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOW: dict[Any, Any] = yaml.safe_load(
    (ROOT / ".github/workflows/update.yml").read_text(encoding="utf-8")
)
STEPS: dict[str, dict[str, Any]] = {
    step["name"]: step for step in WORKFLOW["jobs"]["update"]["steps"] if "name" in step
}
PERSON = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
}  # fmt: skip
GH = '#!/bin/sh\nfor word in "$@"; do echo "$word" >> "$CALLS"; done\nexit "$GH_STATUS"\n'


def git(*arguments: str, folder: Path) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=os.environ | PERSON,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clone with a spec/ and a generated/, and what the step before left."""
    remote, work = tmp_path / "remote.git", tmp_path / "work"
    git("init", "--quiet", "--bare", str(remote), folder=tmp_path)
    git("init", "--quiet", "--initial-branch=main", str(work), folder=tmp_path)
    for name in ("spec", "generated"):
        (work / name).mkdir()
        (work / name / "a.txt").write_text("old")
    git("remote", "add", "origin", str(remote), folder=work)
    git("add", ".", folder=work)
    git("commit", "--quiet", "--message=first", folder=work)
    git("push", "--quiet", "origin", "main", folder=work)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH)
    (tmp_path / "bin" / "gh").chmod(0o755)
    (tmp_path / "changes.md").write_text("# lamps 0.1.0 → 0.2.0\n" + "é" * 50_000)
    return work


def opened(checkout: Path, status: int = 0) -> list[str]:
    """Run the step; the words that GitHub's program was called with."""
    home = checkout.parent
    variables = {
        "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(home),
        "CALLS": str(home / "calls"),
        "GH_STATUS": str(status),
        "BASE": "main",
    }
    script = STEPS["Open a pull request"]["run"]
    subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=checkout,
        env=os.environ | PERSON | variables,
        check=status == 0,
        capture_output=True,
    )
    calls = home / "calls"
    return calls.read_text().splitlines() if calls.exists() else []


def test_it_runs_weekly_and_by_hand_and_may_open_pull_requests() -> None:
    triggers = WORKFLOW[True]  # YAML 1.1 takes `on` for a truth
    assert len(triggers["schedule"][0]["cron"].split()) == 5
    assert triggers["schedule"][0]["cron"].endswith("* * 1")
    assert "workflow_dispatch" in triggers
    assert WORKFLOW["permissions"] == {"contents": "write", "pull-requests": "write"}


def test_the_update_is_that_of_the_makefile() -> None:
    assert "make --silent update >" in STEPS["Take the documents"]["run"]
    assert STEPS["Check what came of them"]["run"] == "make check"


def test_nothing_new_opens_nothing(checkout: Path) -> None:
    assert opened(checkout) == []
    assert "update-documents" not in git("branch", "--all", folder=checkout)


def test_new_documents_open_a_pull_request(checkout: Path) -> None:
    (checkout / "spec" / "b.txt").write_text("new")
    (checkout / "elsewhere.txt").write_text("not of the update")
    words = opened(checkout)
    assert words[:6] == ["pr", "create", "--base", "main", "--head", "update-documents"]
    text = Path(words[-1]).read_text(encoding="utf-8")
    assert text.startswith("# lamps 0.1.0 → 0.2.0\n")
    assert len(text) < 65_536
    changed = git("show", "--name-only", "--format=", "HEAD", folder=checkout)
    assert changed.split() == ["spec/b.txt"]
    pushed = git("ls-remote", "origin", "update-documents", folder=checkout)
    assert pushed.startswith(git("rev-parse", "HEAD", folder=checkout).strip())


def test_one_that_is_open_gets_the_new_text(checkout: Path) -> None:
    (checkout / "generated" / "a.txt").write_text("new")
    words = opened(checkout, status=1)
    assert words[words.index("edit") :][:3] == [
        "edit",
        "update-documents",
        "--body-file",
    ]
