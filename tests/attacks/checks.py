"""What must hold of everything that comes out, whatever has gone in."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scraper import workspace
from scraper.api.model import Location, Operation
from scraper.pipeline import Result
from scraper.report import terminal
from tests.emit_python.printed import everything
from tests.support import checkers
from tests.support.driving import VARIABLE, drive, importable
from tests.support.references import ROOT

_PATH: Final = re.compile(r"(?:[a-z0-9_]+/)*[A-Za-z0-9_.-]+")
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_UNSEEN: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_MARKDOWN: Final = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_TAME: Final = re.compile(r"(?:https?://|#)[^\s()<>]*")


def check(result: Result, folder: Path) -> str:
    """Everything there is to check; tells how the run ended: in `errors` or in `files`."""
    for issue in result.reading.issues:
        assert terminal.issue(issue).isprintable()
    if result.reading.errors:
        assert not result.files
        return "errors"
    counts = result.reading.counts
    assert (counts.rows.lost, counts.examples.lost) == (0, 0)
    package = result.reading.api.service.package
    stays_inside(result.files, folder)
    for path, text in result.files.items():
        assert not _UNSEEN.search(text), f"{path}: {_UNSEEN.search(text)}"
        if path.endswith(".md"):
            tame(text)
        if path.endswith(".py") and "/_runtime/" not in path:
            has_no_code(path, text)
    checkers.openapi_is_valid(result.files["openapi.yaml"])
    imports_without_effect(folder / "out" / "lamps", package)
    works(result, folder / "out" / "lamps")
    return "files"


def stays_inside(files: Mapping[str, str], folder: Path) -> None:
    """Write them; nothing lies anywhere else afterwards."""
    lower = Counter(path.lower() for path in files)
    assert max(lower.values()) == 1, "two files that are one on some systems"
    for path in files:
        assert _PATH.fullmatch(path), ascii(path)
        assert not any(map(_DEVICES.match, path.split("/"))), path
    workspace.replace(folder / "out", {"lamps": files})
    written = (path for path in folder.rglob("*") if path.is_file())
    inside = {f"out/lamps/{path}" for path in files}
    assert {path.relative_to(folder).as_posix() for path in written} == inside


def tame(text: str) -> None:
    """Markdown without HTML, images, and addresses that are none of the web."""
    for token in _tokens(_MARKDOWN.parse(text)):
        assert token.type not in ("html_block", "html_inline", "image"), token
        if token.type == "link_open":
            assert _TAME.fullmatch(str(token.attrs["href"])), token


def _tokens(tokens: list[Token] | None) -> Iterator[Token]:
    for token in tokens or ():
        yield token
        yield from _tokens(token.children)


def has_no_code(path: str, source: str) -> None:
    """Nothing is imported, called or done that pages without any harm do not do."""
    strange = forms(source) - _harmless()
    assert not strange, f"{path}: {strange}"


def forms(source: str) -> set[str]:
    """The kinds of nodes of a module, what it imports from elsewhere, and what it calls that is not its own."""
    tree = ast.parse(source)
    found = {type(node).__name__ for node in ast.walk(tree)}
    own: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found |= {f"import {one.name}" for one in names}
            case ast.ImportFrom(level=0, module=module, names=names):
                found |= {f"from {module} import {one.name}" for one in names}
            case ast.ImportFrom(names=names) if "_runtime" not in (node.module or ""):
                own |= {one.asname or one.name for one in names}
            case _:
                pass
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            is_own = name.split(".")[0].split("(")[0] in {*own, "self"}
            found.add("a call of our own" if is_own else f"{name}()")
    return found


_HARMLESS: set[str] = set()


def _harmless() -> set[str]:
    """Of a package with everything, and of one without any model."""
    if not _HARMLESS:
        _HARMLESS.add("Pass")
        for path, source in everything().items():
            if path.endswith(".py") and "/_runtime/" not in path:
                _HARMLESS.update(forms(source))
    return _HARMLESS


def imports_without_effect(folder: Path, package: str) -> None:
    call = [sys.executable, "-m", "tests.attacks.importing", str(folder), package]
    done = subprocess.run(call, cwd=ROOT, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 40


def works(result: Result, folder: Path) -> None:
    """Every operation goes over the wire as it is documented, names and values to the letter.

    One that would lead elsewhere, or that no HTTP can carry, is refused before anything is sent.
    """
    api = result.reading.api
    refused = [one for one in api.operations if _cannot_be_sent(one)]
    kept = tuple(one for one in api.operations if one not in refused)
    with importable(folder, api.service.package) as package:
        driven = drive(replace(api, operations=kept), package)
        assert driven.operations == len(kept)
        for one in refused:
            with pytest.raises(package.InvalidRequest, match="was not sent"):
                drive(replace(api, operations=(one,)), package)


def _cannot_be_sent(operation: Operation) -> bool:
    """By its path, or by the name of a header (RFC 9110: a token, and none that frames the message)."""
    names = [
        one.property.name.plain
        for one in operation.parameters
        if one.location is Location.HEADER
    ]
    # What stands in braces is not sent.
    segments = VARIABLE.sub("value", operation.path.plain).split("/")
    leads_elsewhere = not {".", ".."}.isdisjoint(segments)
    return leads_elsewhere or not all(map(_TOKEN.fullmatch, names))
