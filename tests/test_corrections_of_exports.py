"""Faults of real pages, corrected: each correction takes away the issue that tells of its fault; and jobs, waited for.

The pages are read where the environment variable DOC_EXPORTS says.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from scraper import corrections, emit, pipeline, service
from scraper.document.model import Page
from scraper.pipeline import Reference
from scraper.text import Text
from tests.support import checkers
from tests.support.driving import drive, importable, write

EXPORTS = os.environ.get("DOC_EXPORTS", "")

FAULTS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "a string that is a number",
        "modelarts",
        "AutoAnnotationProgress",
        "bounds-unlike-type",
        ('table = "AutoAnnotationProgress__response_SampleLabelProperty"\n'
        'property = "@modelarts:hard_coefficient"\nfact = "type"\nwas = "String"\nnow = "Double"'),
    ),
    (
        "strings that are numbers",
        "ecs",
        "en-us_topic_0065817717",
        "example-other-type",
        'property = "maxServerMeta"\nfact = "type"\nwas = "String"\nnow = "Integer"',
    ),
    (
        "a number in quotation marks",
        "modelarts",
        "CreateTask",
        "example-other-type",
        ('example = "Starting an Auto Grouping Task"\npath = "$.config.n_clusters"\n'
        "fact = \"example\"\nwas = '\"2\"'\nnow = \"2\""),
    ),
    (
        "a key in an example that no table has",
        "modelarts",
        "AutoAnnotationProgress",
        "example-undocumented-key",
        'example = 2\npath = "$.export_type"\nfact = "example"\nwas = "0"',
    ),
    (
        "a property that no table has",
        "modelarts",
        "AutoAnnotationProgress",
        "example-undocumented-key",
        ('property = "export_type"\nfact = "property"\n'
        'now = { type = "Integer", in = "response", description = "What is exported." }'),
    ),
    (
        "a property of a response that no table has",
        "ecs",
        "en-us_topic_0068473331",
        "example-undocumented-key",
        ('table = "EN-US_TOPIC_0068473331__table44736746"\n'
        'property = "reservation_id"\nfact = "property"\nnow = { type = "String" }'),
    ),
    (
        "values in another case than the service's",
        "modelarts",
        "CreateWorkspace",
        "example-undocumented-value",
        ('table = "CreateWorkspace__request_createWorkspaceReq"\nproperty = "auth_type"\nfact = "enum"\n'
        'was = ["PUBLIC", "PRIVATE", "INTERNAL"]\nnow = ["public", "private", "internal"]'),
    ),
    (
        "mandatory, though the example does without",
        "modelarts",
        "CreateProcessorTaskVersion",
        "example-missing-key",
        ('table = "CreateProcessorTaskVersion__request_CreateTaskVersionReq"\n'
        'property = "task_id"\nfact = "required"\nwas = true\nnow = false'),
    ),
    (
        "a length that the page gives twice",
        "ecs",
        "en-us_topic_0065962597",
        "bounds-contradictory",
        'property = "location"\nfact = "min_length"\nnow = 3',
    ),
    (
        "a table of an answer that has no body",
        "modelarts",
        "DeleteLabelAndSamples",
        "body-of-no-content",
        ('table = "DeleteLabelAndSamples__response_DeleteLabelResp"\n'
        'fact = "role"\nwas = "response"\nnow = "other"'),
    ),
)  # fmt: skip


def read(of: str, names: Sequence[str], toml: str = "") -> pipeline.Reading:
    folder = Path(EXPORTS, "docs", of, "api-ref")
    made = corrections.read(toml, file="corrections.toml")
    pages = tuple(
        Page(name=Text(path.name), content=path.read_bytes())
        for path in (folder / f"{name}.html" for name in names)
    )
    return pipeline.read(
        Reference(pages=pages, service=service.from_name(of), corrections=made)
    )


def entry(page: str, text: str) -> str:
    return f'[[correction]]\npage = "{page}.html"\nreason = "Seen so."\n{text}\n'


def kinds(reading: pipeline.Reading) -> Counter[str]:
    return Counter(issue.code for issue in reading.issues)


@pytest.mark.skipif(not EXPORTS, reason="DOC_EXPORTS is not set")
@pytest.mark.parametrize(
    ("of", "page", "code", "text"),
    [case[1:] for case in FAULTS],
    ids=[case[0] for case in FAULTS],
)
def test_a_fault_and_its_correction(of: str, page: str, code: str, text: str) -> None:
    corrected = read(of, [page], entry(page, text))
    before, after = kinds(read(of, [page])), kinds(corrected)
    assert after[code] < before[code]
    assert after - before == Counter({"corrected": 1})
    counts = corrected.counts
    assert (counts.rows.lost, counts.examples.lost) == (0, 0)


WAITERS: tuple[tuple[str, str, tuple[str, str], str], ...] = (
    (
        "a job of ECS",
        "ecs",
        ("en-us_topic_0020212668", "en-us_topic_0022225398"),
        'poll = "ShowTaskExecutionStatus", status = ["status"], success = ["SUCCESS"], failure = ["FAIL"]',
    ),
    (
        "a task of ModelArts",
        "modelarts",
        ("CreateTask", "AutoAnnotationProgress"),
        'poll = "AutoAnnotationProgress", status = ["status"], success = [3], failure = [2, 5], delay = 10',
    ),
)  # fmt: skip


@pytest.mark.skipif(not EXPORTS, reason="DOC_EXPORTS is not set")
def test_waiters(tmp_path: Path) -> None:
    """Jobs of real pages: waited for, by both clients, and typed."""
    packages: list[Path] = []
    for _, of, pages, now in WAITERS:
        text = f'fact = "waiter"\nnow = {{ {now} }}'
        reading = read(of, pages, entry(pages[0], text))
        (note,) = (one for one in reading.issues if one.code == "corrected")
        assert "waits until" in note.detail
        folder = tmp_path / of
        write(
            emit.project(reading.api, reading.issues, emit.package(reading.api)), folder
        )
        packages.append(folder / f"otc_{of}")
        with importable(folder, f"otc_{of}") as package:
            assert drive(reading.api, package) == (2, 0, 1)
    checkers.mypy_is_clean(packages)
    checkers.pyright_is_clean(tmp_path)
