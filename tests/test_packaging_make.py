"""The Makefile: every target is explained, and a machine without a fitting Python is told so."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
WANTED = {"help", "generate", "test", "check", "accept", "lint", "format", "clean", "build"}  # fmt: skip


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    variables = {
        name: value for name, value in os.environ.items() if "MAKE" not in name
    }
    return subprocess.run(
        [
            "make",
            "-f",
            str(ROOT / "Makefile"),
            *arguments,
        ],
        cwd=folder,
        env=variables,
        check=False,
        capture_output=True,
        text=True,
    )


def test_help_explains_every_target() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.MULTILINE)
    result = make(ROOT)
    explained = re.findall(r"^  make (\w+) +\w", result.stdout, flags=re.MULTILINE)
    assert sorted(explained) == sorted(phony.split())
    assert set(explained) >= WANTED


@pytest.mark.parametrize("python", ["no-such-python", "false"])
def test_a_missing_or_old_python_is_one_clear_line(tmp_path: Path, python: str) -> None:
    (tmp_path / "requirements.lock").touch()
    result = make(tmp_path, "generate", f"PYTHON={python}")
    assert result.returncode != 0
    assert f"Python 3.11 or newer is needed, and {python} is none" in result.stderr
    assert not (tmp_path / ".venv").exists()


def test_the_environment_is_made_once_per_lock() -> None:
    """Every target that runs something waits for the environment, and that for the lock alone."""
    rules = dict(re.findall(r"^([\w$()]+): ([^#\n]*)", MAKEFILE, flags=re.MULTILINE))
    assert rules["$(READY)"].strip() == "requirements.lock"
    runs = re.findall(r"^(\w+):.*\n(?:\t.*\n)*?\t.*\$\(BIN\)", MAKEFILE, re.MULTILINE)
    assert set(runs) >= WANTED - {"help", "clean", "check"}
    assert {target for target in runs if "$(READY)" not in rules[target]} == set()
