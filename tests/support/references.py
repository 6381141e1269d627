"""What tests read as a whole: the committed reference, those of the public exports that DOC_EXPORTS names, golden cases."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from scraper import corrections, lock, pipeline, service, workspace
from scraper.document.model import Page
from scraper.pipeline import Reference
from scraper.text import Text

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
EXPORTS = os.environ.get("DOC_EXPORTS", "")


@cache
def exported(name: str) -> pipeline.Result:
    """What a whole reference gives."""
    folder = Path(EXPORTS) / "docs" / name / "api-ref"
    reference = Reference(
        service=service.from_name(name),
        pages=workspace.read_pages(folder),
        contents=workspace.read_contents(folder),
    )
    return pipeline.run(reference)


@cache
def committed(name: str) -> pipeline.Result:
    """What the pages in `spec/` give."""
    folder = ROOT / "spec" / name
    about = (folder / "service.toml").read_text(encoding="utf-8")
    given = (folder / "lock.toml").read_text(encoding="utf-8")
    reference = Reference(
        service=service.read(about, name=name, file="service.toml"),
        pages=workspace.read_pages(folder),
        lock=lock.read(given, file="lock.toml"),
    )
    return pipeline.run(reference)


@cache
def golden(case: str) -> pipeline.Result:
    """What the pages of a folder in `tests/cases/` give."""
    pages = tuple(
        Page(name=Text(path.name), content=path.read_bytes())
        for path in sorted((CASES / case).glob("*.html"))
    )
    file = CASES / case / "corrections.toml"
    corrected = file.read_text(encoding="utf-8") if file.exists() else ""
    reference = Reference(
        pages=pages,
        service=service.from_name(case),
        corrections=corrections.read(corrected, file=file.name),
    )
    return pipeline.run(reference)
