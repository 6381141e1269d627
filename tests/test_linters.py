"""Linters of other people find nothing in the generated OpenAPI documents but what their lists of exceptions name."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scraper.emit.openapi.exemptions import FILE
from scraper.pipeline import Result
from tests.linting.linters import DOCUMENT, LINTERS, missing, redocly, spectral
from tests.support.driving import write
from tests.support.references import EXPORTS, committed, exported, golden

REFERENCES = ("committed", "modelarts", "ecs", "forms_of_many_services")
EXCEPTIONS = {
    "committed": (1, 0),
    "modelarts": (77, 0),
    "ecs": (82, 16),
    "forms_of_many_services": (0, 0),
}
"""Examples that contradict their tables, and paths that can be taken for another one."""


def result(name: str) -> Result:
    match name:
        case "committed":
            return committed("modelarts")
        case "modelarts" | "ecs":
            if not EXPORTS:
                pytest.skip("DOC_EXPORTS names no folder")
            return exported(name)
        case _:
            return golden(name)


@pytest.fixture(scope="module", params=REFERENCES)
def project(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    name: str = request.param
    folder = tmp_path_factory.mktemp(name)
    write(result(name).files, folder)
    return name, folder


@pytest.mark.parametrize("linter", LINTERS)
def test_nothing_is_found(project: tuple[str, Path], linter: str) -> None:
    if linter in ("Spectral", "Redocly") and (reason := missing()):
        pytest.skip(reason)
    _, folder = project
    assert not LINTERS[linter](folder).found


def test_the_exceptions(project: tuple[str, Path]) -> None:
    name, folder = project
    text = (folder / FILE).read_text(encoding="utf-8")
    listed = yaml.safe_load(text)[DOCUMENT]
    examples = listed.get("oas3-valid-media-example", [])
    paths = listed.get("no-ambiguous-paths", [])
    assert (len(examples), len(paths)) == EXCEPTIONS[name]
    assert f"contradict their tables: {len(examples)}, at" in text
    assert f"taken for another one: {len(paths)}." in text


@pytest.mark.parametrize("linter", [spectral, redocly])
def test_what_is_no_exception_is_found(linter: object, tmp_path: Path) -> None:
    """The linters run indeed: without its list, and without its `info`, the document has faults."""
    if reason := missing():
        pytest.skip(reason)
    files = committed("modelarts").files
    document = yaml.safe_load(files[DOCUMENT])
    del document["info"]["license"], document["info"]["contact"]
    spoilt = {DOCUMENT: yaml.safe_dump(document), FILE: f"{DOCUMENT}: {{}}\n"}
    write(spoilt, tmp_path)
    found = (spectral if linter is spectral else redocly)(tmp_path).found
    expected = (
        {"oas3-valid-media-example", "info-contact"}
        if linter is spectral
        else {"no-invalid-media-type-examples", "info-license"}
    )
    assert set(found) == expected
