"""Whole references: every page of the public exports becomes a package that imports, type-checks and works.

The pages are read where the environment variable DOC_EXPORTS says; numbers are pinned here, no words.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import warnings
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.api import resolve
from scraper.api.model import Paging, Ref
from scraper.emit import python
from scraper.emit.python.layout import lay_out
from scraper.names import Named
from scraper.text import Paragraph, Span, Text
from tests.support import checkers
from tests.support.documented import documented_calls, examples
from tests.support.driving import check_sync, drive, importable, write
from tests.support.references import EXPORTS
from tests.support.references import exported as result

SERVICES = ("modelarts", "ecs")

pytestmark = pytest.mark.skipif(not EXPORTS, reason="DOC_EXPORTS names no folder")
per_service = pytest.mark.parametrize("name", SERVICES)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages of both services."""
    folder = tmp_path_factory.mktemp("services")
    for name in SERVICES:
        write(result(name).files, folder / name)
    return folder


OPERATIONS = {"modelarts": (141, 140), "ecs": (132, 180)}
"""Pages of operations, and distinct (method, path) in OpenAPI."""


@per_service
def test_every_operation_is_there(name: str) -> None:
    api = result(name).reading.api
    pages, requests = OPERATIONS[name]
    assert len({one.source.page for one in api.operations}) == pages
    lines = {(one.method, one.path) for one in api.operations}
    lines |= {(o.method, o.path) for one in api.operations for o in one.older_paths}
    assert len(lines) == requests


@per_service
def test_nothing_is_lost(name: str) -> None:
    counts = result(name).reading.counts
    assert (counts.rows.lost, counts.examples.lost) == (0, 0)


CONSTRAINED = {"modelarts": 0, "ecs": 34}
"""Operations whose description has a part with constraints."""


@per_service
def test_constraints_are_part_of_the_description(name: str) -> None:
    told = [one.description.blocks for one in result(name).reading.api.operations]
    title = Paragraph(spans=(Span(text=Text("Constraints"), strong=1),))
    assert sum(title in blocks for blocks in told) == CONSTRAINED[name]


CONTRADICTIONS = {
    "modelarts": 207,
    "ecs": 104,
}
"""How often documented examples contradict their tables; these numbers may only fall."""


@per_service
def test_contradicting_examples_do_not_grow(name: str) -> None:
    kinds = Counter(issue.code for issue in result(name).reading.issues)
    found = sum(count for code, count in kinds.items() if code.startswith("example-"))
    assert found <= CONTRADICTIONS[name], kinds


@per_service
def test_openapi_is_valid(name: str) -> None:
    checkers.openapi_is_valid(result(name).files["openapi.yaml"])


@per_service
def test_everything_imports_without_a_warning(name: str, generated: Path) -> None:
    with importable(generated / name, f"otc_{name}"), warnings.catch_warnings():
        warnings.simplefilter("error")
        models = import_module(f"otc_{name}.models")
        for one in models.__all__:
            assert getattr(models, one).__doc__


PAGED = {
    "modelarts": Counter({Paging.PAGE: 25, Paging.OFFSET: 2}),
    "ecs": Counter({Paging.PAGE: 2, Paging.OFFSET: 1, Paging.MARKER: 5}),
}
"""How many operations list page by page, each with an iterator."""


@per_service
def test_every_operation_works_sync_and_async(name: str, generated: Path) -> None:
    api = result(name).reading.api
    with importable(generated / name, f"otc_{name}") as package:
        driven = drive(api, package)
    assert driven == (len(api.operations), PAGED[name].total(), 0)


def test_types(generated: Path) -> None:
    checkers.mypy_is_clean([generated / name / f"otc_{name}" for name in SERVICES])
    checkers.pyright_is_clean(generated)


def test_black(generated: Path) -> None:
    command = [sys.executable, "-m", "black", "--check", "--quiet", str(generated)]
    assert subprocess.run(command, check=False).returncode == 0


@per_service
def test_every_example_survives_its_model(name: str, generated: Path) -> None:
    """What is documented is kept to the letter, whether the tables know it or not."""
    count = 0
    with importable(generated / name, f"otc_{name}"):
        models = import_module(f"otc_{name}.models")
        logging.getLogger(f"otc_{name}").setLevel(logging.CRITICAL)
        api = result(name).reading.api
        layout = lay_out(api)
        for _, type_, body, _ in examples(api):
            if isinstance(type_, Ref) and isinstance(body, dict):
                model = getattr(models, layout.classes[type_.name])
                read = model.model_validate(body)
                assert json.loads(read.model_dump_json(exclude_unset=True)) == body
                count += 1
    assert count > 100


@per_service
def test_every_request_that_fits_can_be_sent(name: str, generated: Path) -> None:
    """A documented request that no table contradicts goes over the wire as it is documented."""
    count = 0
    with importable(generated / name, f"otc_{name}") as package:
        api = result(name).reading.api
        for call in documented_calls(api):
            check_sync(call, package, api)
            count += 1
    assert count > 20


@per_service
@settings(max_examples=6, deadline=None, derandomize=True)
@given(data=st.data())
def test_names_given_stay_when_pages_appear(name: str, data: st.DataObject) -> None:
    """Any part of a reference, and then the whole: what has a name keeps it."""
    whole = result(name).reading
    part = data.draw(st.sets(st.sampled_from(range(len(whole.drafts))), min_size=20))
    about = whole.api.service
    first = resolve([whole.drafts[n] for n in sorted(part)], about)
    before = first.names | python.names_given(first.api, python.lay_out(first.api))
    then = resolve(whole.drafts, about, (), before)
    layout = python.lay_out(then.api, before)
    after = then.names | python.names_given(then.api, layout)
    for kind in Named:
        old, new = before.of(kind), after.of(kind)
        changed = {o: (old[o], new[o]) for o in old if o in new and old[o] != new[o]}
        assert not changed


@per_service
def test_lists_that_come_page_by_page_are_known(name: str) -> None:
    reading = result(name).reading
    styles = Counter(
        one.pagination.style for one in reading.api.operations if one.pagination
    )
    assert styles == PAGED[name]
    assert "pagination-unclear" not in {issue.code for issue in reading.issues}


FORMATS = {
    "modelarts": Counter[str](),
    "ecs": Counter({"uuid": 43, "date-time": 14, "byte": 4, "uri": 1}),
}
"""How many properties, parameters and headers have a format that their descriptions state."""


@per_service
def test_formats_are_those_that_the_pages_state(name: str) -> None:
    api = result(name).reading.api
    properties = [
        *(each for schema in api.schemas for each in schema.properties),
        *(each.property for one in api.operations for each in one.parameters),
        *(h for one in api.operations for each in one.responses for h in each.headers),
    ]
    assert (
        Counter(one.format.value for one in properties if one.format) == FORMATS[name]
    )


CONTRADICTED_FORMATS = {"modelarts": 0, "ecs": 7}


@per_service
def test_formats_that_examples_contradict_are_told(name: str) -> None:
    kinds = Counter(issue.code for issue in result(name).reading.issues)
    assert kinds["format-contradicted"] == CONTRADICTED_FORMATS[name]
