"""What a section is about, by the words of its title."""

from __future__ import annotations

import pytest

from scraper.draft.sections import Topic, parts, topic
from scraper.text import Text
from tests.draft.paper import document


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Function", Topic.FUNCTION),
        ("Functions", Topic.FUNCTION),
        ("Description", Topic.FUNCTION),
        ("API Description", Topic.FUNCTION),
        ("Interface Description", Topic.FUNCTION),
        ("Overview", Topic.FUNCTION),
        ("Restrictions", Topic.CONSTRAINTS),
        ("URI", Topic.URI),
        ("URI Format", Topic.URI),
        ("Request URI", Topic.URI),
        ("Request Syntax", Topic.URI),
        ("Request Method", Topic.URI),
        ("Prototype", Topic.URI),
        ("API Format", Topic.URI),
        ("Request", Topic.REQUEST),
        ("Request Message", Topic.REQUEST),
        ("Request Elements", Topic.REQUEST),
        ("Input Parameters", Topic.REQUEST),
        ("Parameters in the request header", Topic.REQUEST),
        ("Response", Topic.RESPONSE),
        ("Response Syntax", Topic.RESPONSE),
        ("Normal Response", Topic.RESPONSE),
        ("Returned Parameters", Topic.RESPONSE),
        ("Output Parameters", Topic.RESPONSE),
        ("Sample Request", Topic.EXAMPLE_REQUEST),
        ("Request example", Topic.EXAMPLE_REQUEST),
        ("Example of a normal response", Topic.EXAMPLE_RESPONSE),
        ("Example", Topic.EXAMPLES),
        ("Status Code", Topic.STATUS),
        ("Return Codes", Topic.STATUS),
        ("Returned Value", Topic.STATUS),
        ("Error Responses", Topic.ERRORS),
        ("Error Codes", Topic.ERRORS),
        ("Path Parameters", Topic.PARAMETERS),
        ("Parameter Description", Topic.PARAMETERS),
        ("SDK Sample Code", Topic.OTHER),
        ("Calling Method", Topic.OTHER),
        ("Versioning", Topic.OTHER),
        ("Lamp structure", Topic.OTHER),
        ("", Topic.OTHER),
    ],
)
def test_topics(title: str, expected: Topic) -> None:
    assert topic(Text(title))[0] is expected


def test_parameters_belong_to_what_is_described_before() -> None:
    titles = (
        "URI",
        "Parameter Description",
        "Response",
        "Header Parameters",
        "Query Parameters",
    )
    html = "".join(f"<h4>{title}</h4><p>x</p>" for title in titles)
    found = parts(document(f"<h1>T</h1>{html}"))
    assert [part.topic for part in found if part.title] == [
        Topic.URI,
        Topic.URI,
        Topic.RESPONSE,
        Topic.RESPONSE,
        Topic.REQUEST,
    ]


def test_parameters_before_everything_are_of_the_request() -> None:
    found = parts(document("<h1>T</h1><h4>Parameters</h4><p>x</p>"))
    assert [part.topic for part in found if part.title] == [Topic.REQUEST]
