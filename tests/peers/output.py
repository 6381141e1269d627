"""Is what a generator wrote any good? Type checkers, Python itself and the compiler of TypeScript tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.peers.programs import INSTALLED, TSC, Peer, run

_IMPORT_ALL: Final = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(found.name)
"""
_COMPILED: Final = ("--noEmit", "--strict", "--target", "es2020", "--lib", "es2020,dom")
_MODULES: Final = ("--module", "esnext", "--moduleResolution", "node")


def type_errors(peer: Peer, folder: Path) -> Iterator[str]:
    """What mypy and pyright, both strict about what they can see, say of a package."""
    if not (peer.is_checked and (folder / peer.package).is_dir()):
        return
    status, told = run(["mypy", "--strict", "--package", peer.package], folder)
    yield from _errors("mypy", told, status)
    interpreter = ["--pythonpath", str(INSTALLED / "python")]
    status, told = run(["pyright", *interpreter, peer.package], folder)
    yield from _errors("pyright", told.replace(f"{folder}/", ""), status)


def _errors(program: str, told: str, status: int) -> Iterator[str]:
    found = [line.strip() for line in told.splitlines() if re.search(r"\berror:", line)]
    yield from (f"{program}: {line}" for line in found)
    if status and not found:
        yield f"{program} ended with {status}: {told.strip()}"


def defects(peer: Peer, folder: Path) -> Iterator[str]:
    """Why nobody could use what was written: Python that cannot be imported, TypeScript that does not compile."""
    if peer.package and (folder / peer.package).is_dir():
        status, told = run(["python", "-c", _IMPORT_ALL, peer.package], folder)
        if status:
            yield f"import: {told.strip().splitlines()[-1]}"
    if (folder / "index.ts").exists():
        _, told = run([str(TSC), *_COMPILED, *_MODULES, "index.ts"], folder)
        yield from (line for line in told.splitlines() if line.strip())
