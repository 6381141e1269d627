"""The generators: how each is run on a document, how it tells of trouble, where it puts operations and models."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.support.references import ROOT
from tests.support.tools import BIN

INSTALLED: Final = ROOT / ".venv-peers" / "bin"
_PATIENCE: Final = 600
"""Seconds that a program may take; the slowest needs 20 here."""
_JAVA: Final = "openapi-generator-cli"
_TROUBLE: Final = re.compile(r"warn|\berror\b|exception|traceback", re.IGNORECASE)
_INFO: Final = re.compile(r"^\[\w+\] (?:INFO|DEBUG) ")
"""What openapi-generator tells as it goes on: among it names of files, such as exceptions.py."""
TSC: Final = BIN / "tsc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A generator."""

    name: str
    command: tuple[str, ...]
    """With `{document}` for the file it reads; it writes into the folder where it runs."""
    package: str
    """The Python package that it writes; empty where it writes another language."""
    is_checked: bool
    """Whether the package must satisfy type checkers."""
    operations: tuple[str, str]
    """In which files the operations are, and what there is once in each; by name where one may stand below several tags."""
    models: tuple[str, str]
    """The same of models."""


PEERS: Final = (
    Peer(
        name="openapi-python-client",
        command=(
            *("openapi-python-client", "generate", "--path", "{document}"),
            *("--meta", "none", "--output-path", "made_client"),
        ),
        package="made_client",
        is_checked=True,
        operations=("made_client/api/*/*.py", r"^def _get_kwargs\("),
        models=("made_client/models/*.py", r"^class \w+"),
    ),
    Peer(
        name="datamodel-codegen",
        # The preset is what its --recommend-options names for these documents. Without one, bounds are calls in
        # annotations, which no type checker takes. --generate-client writes the models and a client.
        command=(
            *("datamodel-codegen", "--input", "{document}"),
            *("--input-file-type", "openapi", "--output", "made_models/models.py"),
            *("--preset", "standard-py311-20261027", "--capitalise-enum-members"),
            *("--openapi-scopes", "schemas", "api", "--generate-client", "httpx2"),
            *("--client-output", "made_models/client"),
            *("--client-package", "made_models.client"),
            *("--client-model-package", "made_models.models"),
        ),
        package="made_models",
        is_checked=True,
        operations=("made_models/client/_operations.py", r"\boperation_id="),
        models=("made_models/models.py", r"^class \w+"),
    ),
    Peer(
        name="openapi-generator python",
        command=(_JAVA, "generate", "-g", "python", "-i", "{document}", "-o", "."),
        package="openapi_client",
        is_checked=False,
        operations=("openapi_client/api/*.py", r"^    def (\w+)_with_http_info\("),
        models=("openapi_client/models/*.py", r"^class \w+"),
    ),
    Peer(
        name="openapi-generator typescript-fetch",
        command=(
            *(_JAVA, "generate", "-g", "typescript-fetch"),
            *("-i", "{document}", "-o", "."),
        ),
        package="",
        is_checked=False,
        operations=("apis/*.ts", r"^    async (\w+)Raw\("),
        models=("models/*.ts", r"^export (?:interface|type) \w+"),
    ),
)


def missing() -> str:
    """Why the peers cannot be run; empty if they can."""
    if not (INSTALLED / _JAVA).exists():
        return "other generators are missing; `make peers` installs them"
    if not TSC.exists():
        return "the compiler of TypeScript is missing; `make tools` installs it"
    return "" if shutil.which("java") else "openapi-generator needs Java"


def generated(peer: Peer, document: Path, folder: Path) -> Iterator[str]:
    """Run a generator in a folder of its own, and tell the lines in which it is not content."""
    command = [one.format(document=document) for one in peer.command]
    status, output = run(command, folder)
    (folder / "output.log").write_text(output, encoding="utf-8")
    lines = [line for line in output.splitlines() if line.strip()]
    told = [bool(_TROUBLE.search(one)) and not _INFO.match(one) for one in lines]
    for at, line in enumerate(lines):
        if told[at]:
            # openapi-python-client says in the next line what is wrong with an operation.
            is_told_on = at + 1 < len(lines) and not (
                told[at + 1] or _INFO.match(lines[at + 1])
            )
            yield f"{line} {lines[at + 1].strip()}" if is_told_on else line
    if status:
        yield f"it ended with {status}"


def run(command: list[str], folder: Path) -> tuple[int, str]:
    """The status and the output of a program of the peers' environment."""
    program, *arguments = command
    path = os.pathsep.join([str(INSTALLED), os.environ["PATH"]])
    done = subprocess.run(
        [INSTALLED / program, *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout


def count(folder: Path, what: tuple[str, str]) -> int:
    """How often something is in the files that were written; under how many names if the expression tells the name."""
    files, expression = what
    found = [
        told
        for path in folder.glob(files)
        for told in re.findall(
            expression, path.read_text(encoding="utf-8"), re.MULTILINE
        )
    ]
    return len(set(found) if re.compile(expression).groups else found)
