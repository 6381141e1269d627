"""Spectral and Redocly, run as programs on a generated project. They are installed by `make tools`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

from scraper.emit.openapi.exemptions import FILE
from tests.support.tools import BIN

DOCUMENT = "openapi.yaml"
PATIENCE = 300
"""Seconds that a linter may take; ten are usual for a whole reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a linter says of a document, by rule."""

    found: Mapping[str, int]
    ignored: Mapping[str, int]
    """What the list of exceptions takes away."""


def missing() -> str:
    """Why the linters cannot run; empty where they can."""
    absent = [name for name in ("spectral", "redocly") if not _program(name)]
    if not absent:
        return ""
    return (
        f"no {' and no '.join(absent)}; `make tools` installs them (npm must be there)"
    )


def specification(folder: Path) -> Findings:
    """What contradicts the OpenAPI 3.1 specification."""
    document = yaml.safe_load((folder / DOCUMENT).read_text(encoding="utf-8"))
    errors = OpenAPIV31SpecValidator(document).iter_errors()
    return Findings(found=Counter(str(error.message) for error in errors), ignored={})


def spectral(folder: Path) -> Findings:
    """Errors and warnings of the ruleset spectral:oas."""
    exceptions = yaml.safe_load((folder / FILE).read_text(encoding="utf-8"))
    overrides = [
        {"files": [f"{DOCUMENT}{pointer}"], "rules": {rule: "off"}}
        for rule, pointers in exceptions[DOCUMENT].items()
        if rule.startswith("oas3-")
        for pointer in pointers
    ]
    every = _spectral(folder, {})
    found = _spectral(folder, {"overrides": overrides}) if overrides else every
    return Findings(found=found, ignored=every - found)


def _spectral(folder: Path, rules: Mapping[str, object]) -> Counter[str]:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        shutil.copy(folder / DOCUMENT, place)
        ruleset = yaml.safe_dump({"extends": ["spectral:oas"], **rules})
        (place / ".spectral.yaml").write_text(ruleset, encoding="utf-8")
        output = _run(place, "spectral", "lint", DOCUMENT, "--format=json", "--quiet")
    return Counter(each["code"] for each in json.loads(output) if each["severity"] < 2)


def redocly(folder: Path) -> Findings:
    """Errors and warnings of Redocly's recommended rules; it reads the list of exceptions by itself."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        shutil.copy(folder / DOCUMENT, place)
        shutil.copy(folder / FILE, place)
        options = ("--extends=recommended", "--format=json", "--max-problems=1000000")
        output = _run(place, "redocly", "lint", DOCUMENT, *options)
    told: dict[str, Any] = json.loads(output)
    return Findings(
        found=Counter(one["ruleId"] for one in told["problems"]),
        ignored=Counter({"all rules": told["totals"]["ignored"]}),
    )


LINTERS: Mapping[str, Callable[[Path], Findings]] = {
    "OpenAPI 3.1": specification,
    "Spectral": spectral,
    "Redocly": redocly,
}


def _program(name: str) -> str | None:
    return shutil.which(BIN / name) or shutil.which(name)


def _run(folder: Path, name: str, *arguments: str) -> str:
    program = _program(name)
    assert program is not None, missing()
    quiet = {
        "REDOCLY_TELEMETRY": "off",
        "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
        "CI": "true",
    }
    ended = subprocess.run(
        [program, *arguments],
        cwd=folder,
        env={**os.environ, **quiet},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode in (0, 1), ended.stderr
    return ended.stdout
