"""All stages together, on pages as people might hand them in: nothing fails, and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper import api, pipeline, service
from scraper.api import Resolution, resolve
from scraper.api.model import Service
from scraper.document.model import Page
from scraper.draft.model import Draft
from scraper.issues import Issue, Severity
from scraper.pipeline import Reference
from scraper.report.counting import Examples, Rows
from scraper.source import Source
from scraper.text import Text
from tests.lamps import CHAPTER, SERVICE, SWITCH

LAMPS = service.read(SERVICE, name="lamps", file="service.toml")


def page(name: str, content: str | bytes) -> Page:
    data = content.encode() if isinstance(content, str) else content
    return Page(name=Text(name), content=data)


GOOD = (page("SwitchLamp.html", SWITCH), page("chapter_1.html", CHAPTER))


def found(result: pipeline.Result, name: str) -> list[Issue]:
    return [issue for issue in result.reading.issues if issue.source.page == Text(name)]


def test_a_service_becomes_files_and_counts() -> None:
    result = pipeline.run(Reference(pages=GOOD, service=LAMPS))
    counts = result.reading.counts
    assert counts.pages == (("operation", 1), ("chapter", 1))
    assert counts.tables == (("parameters", 4), ("status codes", 1))
    assert (counts.operations, counts.schemas, counts.enumerations) == (1, 3, 1)
    assert counts.rows == Rows(parameters=8, statuses=1)
    assert counts.examples == Examples(attached=2, reported=1)
    assert result.reading.errors == ()
    assert "otc_lamps/py.typed" in result.files
    assert "model.json" in result.files


def test_the_order_of_pages_does_not_matter() -> None:
    turned = pipeline.run(Reference(pages=tuple(reversed(GOOD)), service=LAMPS))
    assert turned.files == pipeline.run(Reference(pages=GOOD, service=LAMPS)).files


def test_the_table_of_contents_orders_the_groups() -> None:
    pages = [
        page(f"{name}.html", f"<h1>{name}</h1><h4>URI</h4><p>GET /v1/{name}</p>")
        for name in ("ListBulbs", "ListWires")
    ]
    listed = (
        ("3", "", "Parts", "parts.html"),
        ("2", "3", "Wires", "wires.html"),
        ("22", "2", "ListWires", "ListWires.html"),
        ("1", "3", "Bulbs", "bulbs.html"),
        ("11", "1", "ListBulbs", "ListBulbs.html"),
    )
    entries = [
        dict(zip(("code", "p_code", "title", "uri"), e, strict=True)) for e in listed
    ]
    reference = Reference(
        pages=(*GOOD, *pages),
        service=LAMPS,
        contents=page("CLASS.TXT.json", json.dumps(entries)),
    )
    result = pipeline.run(reference)
    assert [(tag.name, tag.above) for tag in result.reading.api.tags] == [
        ("Wires", Text("Parts")),
        ("Bulbs", Text("Parts")),
        ("LampManagement", Text("")),
    ]
    written = result.files["openapi.yaml"]
    assert written.index("- name: Wires") < written.index("- name: Bulbs")
    client = result.files["otc_lamps/client.py"]
    assert client.index("def wires") < client.index("def bulbs")


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []

    def progress(task: str, done: int, total: int) -> None:
        told.append((task, done, total))

    pipeline.run(Reference(pages=GOOD, service=LAMPS), progress)
    assert ("reading pages", 1, 2) in told
    assert ("reading pages", 2, 2) in told


def test_an_error_in_the_documents_prints_no_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    error = Issue(
        code="test",
        severity=Severity.ERROR,
        source=Source(page=Text("SwitchLamp.html")),
        detail="of no use",
    )

    def failing(drafts: Sequence[Draft], about: Service, *_: object) -> Resolution:
        made = resolve(drafts, about)
        return replace(made, issues=(*made.issues, error))

    monkeypatch.setattr(api, "resolve", failing)
    result = pipeline.run(Reference(pages=GOOD, service=LAMPS))
    assert result.files == {}
    assert result.reading.errors == (error,)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Empty.html", b""),
        ("Binary.html", bytes(range(256)) * 40),
        ("Words.html", b"no markup at all"),
        ("Truncated.html", SWITCH[: len(SWITCH) // 2]),
        ("Bare.html", "<h1>Bare</h1><h4>URI</h4><p>GET /v1/bare</p>"),
        ("Deep.html", "<div>" * 5000 + SWITCH),
        ("Nothing.html", "<h1>Nothing</h1>"),
    ],
    ids=[
        "empty",
        "binary",
        "no markup",
        "truncated",
        "no tables",
        "deep",
        "no request line",
    ],
)
def test_any_page_beside_good_ones_leaves_them_as_they_are(
    name: str, content: str | bytes
) -> None:
    content = (
        content.replace("/lamps/", "/bulbs/") if isinstance(content, str) else content
    )
    result = pipeline.run(Reference(pages=(*GOOD, page(name, content)), service=LAMPS))
    paths = {operation.path.plain for operation in result.reading.api.operations}
    assert "/v1/{project_id}/lamps/{lamp_id}" in paths
    assert result.reading.errors == ()
    assert result.files
    assert result.reading.counts.rows.lost == 0
    assert result.reading.counts.examples.lost == 0


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("Empty.html", b"", ""),
        ("Binary.html", bytes(range(256)) * 40, ""),
        ("SwitchLamp.html", SWITCH, "type-unknown"),
        ("SwitchLamp.html", SWITCH.replace("#SwitchLamp__request_Color", "#gone"), ""),
        ("SwitchLamp.html", SWITCH, "example-unparsable"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_page_is_an_issue_that_names_it(
    name: str, content: str | bytes, code: str
) -> None:
    issues = found(
        pipeline.run(Reference(pages=(page(name, content),), service=LAMPS)), name
    )
    assert [issue for issue in issues if code in issue.code]


def test_a_dangling_reference_is_an_issue_at_its_row() -> None:
    broken = SWITCH.replace('href="#SwitchLamp__request_Color"', 'href="#gone"')
    broken = broken.replace(">Color</a> object", ">Hue</a> object")
    issues = found(
        pipeline.run(
            Reference(pages=(page("SwitchLamp.html", broken),), service=LAMPS)
        ),
        "SwitchLamp.html",
    )
    row = [issue for issue in issues if issue.source.row == 3]
    assert any("gone" in issue.detail or "Hue" in issue.detail for issue in row)


def test_two_pages_for_one_operation_are_an_issue_that_names_one() -> None:
    pages = (
        *GOOD,
        page("SwitchAgain.html", SWITCH.replace("SwitchLamp", "SwitchAgain")),
    )
    result = pipeline.run(Reference(pages=pages, service=LAMPS))
    assert len(result.reading.api.operations) == 1
    names = {"SwitchAgain.html", "SwitchLamp.html"}
    assert [
        issue
        for name in names
        for issue in found(result, name)
        if any(other in issue.detail for other in names - {name})
    ]
    assert result.reading.counts.rows.lost == 0
    assert result.reading.counts.examples.lost == 0


def test_a_service_without_an_operation_still_has_a_result() -> None:
    result = pipeline.run(
        Reference(pages=(page("chapter_1.html", CHAPTER),), service=LAMPS)
    )
    assert result.reading.counts.operations == 0
    assert result.files or result.reading.errors


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(SWITCH)), st.integers(0, 300))
def test_a_damaged_page_loses_nothing_quietly(start: int, length: int) -> None:
    damaged = SWITCH[:start] + SWITCH[start + length :]
    reading = pipeline.read(
        Reference(pages=(page("SwitchLamp.html", damaged),), service=LAMPS)
    )
    counts = reading.counts
    assert counts.rows.lost == 0
    assert counts.examples.lost == 0
    assert sources(reading.issues) <= {Text("SwitchLamp.html")}


def sources(issues: Sequence[Issue]) -> set[Text]:
    return {issue.source.page for issue in issues}
