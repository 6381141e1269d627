"""Imports all of a package, and fails when that does anything besides.

    python -m tests.attacks.importing FOLDER PACKAGE

Python's audit events tell what is done: nothing may be written, started, or asked of the network.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from typing import Any

import httpx2  # what packages need is not what is looked at
import pydantic

NEEDED = (httpx2, pydantic)
FORBIDDEN = (
    "os.", "subprocess.", "socket.", "shutil.", "ctypes.", "ftplib.", "urllib.", "webbrowser.", "pty.", "tempfile.",
)  # fmt: skip
ALLOWED = ("os.listdir", "os.scandir", "os.walk")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Raise for what an import has no business with."""
    if event == "open":
        _, mode, flags = arguments
        if set(mode or "") & set("wax+") or (flags or 0) & WRITING:
            raise SystemExit(f"an import opens {arguments!r}")
    elif event.startswith(FORBIDDEN) and event not in ALLOWED:
        raise SystemExit(f"an import does {event} {arguments!r}")


def modules(package: str) -> list[str]:
    """The names of a package and of all that is in it."""
    found = pkgutil.walk_packages(
        importlib.import_module(package).__path__, f"{package}."
    )
    return [package, *(one.name for one in found)]


def main(folder: str, package: str) -> None:
    sys.dont_write_bytecode = True
    sys.path.insert(0, folder)
    import_module = importlib.import_module
    sys.addaudithook(refuse)
    names = modules(package)
    for name in names:
        import_module(name)
    models = import_module(f"{package}.models")
    for name in models.__all__:
        getattr(models, name).__doc__  # noqa: B018 - modules of models load when they are asked for
    print(len(names))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
