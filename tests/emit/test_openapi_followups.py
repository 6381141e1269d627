"""What can be asked with an answer next, in openapi.yaml."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scraper.api.model import Operation, Property, Ref, Tag
from scraper.source import Source
from scraper.text import Link, Paragraph, Prose, Span, Text
from tests.emit.builders import api, operation, property_, response, schema
from tests.emit.validated import read


def leading(page: str, *, elsewhere: bool = False) -> Prose:
    link = Link(page=Text(page), anchor=Text(""), elsewhere=elsewhere)
    return Prose(blocks=(Paragraph(spans=(Span(text=Text("see"), link=link),)),))


def at(one: Operation, page: str, tag: str = "Jobs") -> Operation:
    return replace(one, source=Source(page=Text(page)), tag=tag)


ID = property_("job_id")
TOLD = replace(ID, description=leading("ShowJob.html"))
SHOW = at(operation("ShowJob", path="/jobs/{job_id}"), "ShowJob.html")
STOP = at(operation("StopJob", "POST", "/jobs/{job_id}"), "StopJob.html")
LOG = at(operation("ShowLog", path="/jobs/{job_id}/log"), "ShowLog.html")
LAMP = at(operation("ShowLamp", path="/lamps/{lamp_id}"), "ShowJob.html")
CHAPTER = replace(ID, description=leading("jobs.html"))
NEXT = {"ShowJob": {"operationId": "ShowJob", "parameters": {"job_id": "$response.body#/job_id"}}}  # fmt: skip

CASES: tuple[tuple[str, Property, tuple[Operation, ...], dict[str, Any] | None], ...] = (
    ("words lead to the page", TOLD, (SHOW, STOP, LOG, LAMP), NEXT),
    ("words lead to the chapter", CHAPTER, (SHOW, STOP), NEXT),
    ("a chapter with two that read it", CHAPTER, (SHOW, LOG), None),
    ("words lead nowhere", ID, (SHOW,), None),
    ("words lead to another page", replace(ID, description=leading("ShowLog.html")), (SHOW,), None),
    ("words lead elsewhere", replace(ID, description=leading("ShowJob.html", elsewhere=True)), (SHOW,), None),
    ("another id", replace(TOLD, name=Text("id")), (SHOW,), None),
    ("nothing reads it", TOLD, (STOP,), None),
)  # fmt: skip


def links(found: Property, others: tuple[Operation, ...], **told: Any) -> Any:
    start = operation("Start", "POST", "/a", responses=[response("202", Ref(name="R"))])
    made = api(replace(start, **told), *others, schemas=[schema("R", found)])
    chapter = Tag(name="Jobs", title=Text("Jobs"), page=Text("jobs.html"))
    document = read(replace(made, tags=(*made.tags, chapter)))
    return document["paths"]["/a"]["post"]["responses"]["202"].get("links")


@pytest.mark.parametrize(
    ("found", "others", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_links(
    found: Property, others: tuple[Operation, ...], expected: dict[str, Any] | None
) -> None:
    assert links(found, others) == expected


def test_the_words_of_the_operation_count_too() -> None:
    assert links(ID, (SHOW,), description=leading("ShowJob.html")) == NEXT


def test_an_error_leads_nowhere() -> None:
    failed = [response("400", Ref(name="R"))]
    made = api(
        operation("Start", "POST", "/a", responses=failed), SHOW, schemas=[schema("R", TOLD)]
    )  # fmt: skip
    assert "links" not in read(made)["paths"]["/a"]["post"]["responses"]["400"]
