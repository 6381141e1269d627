"""The tools that generated files must satisfy."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml
from openapi_spec_validator import validate


def openapi_is_valid(text: str) -> None:
    """Raises the validator's error for an invalid document."""
    validate(yaml.safe_load(text))


def mypy_is_clean(targets: Sequence[Path]) -> None:
    """mypy --strict over packages."""
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file=",
        "--no-incremental",
    ]
    done = _run([*command, *map(str, targets)], targets[0].parent)
    assert done.returncode == 0, done.stdout + done.stderr


def pyright_is_clean(folder: Path) -> None:
    """pyright in strict mode over a folder."""
    config = {"typeCheckingMode": "strict", "include": ["."], "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    done = _run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable], folder
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
