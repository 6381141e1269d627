"""What the templates of openapi.yaml print is what the view holds: read back, it is the same mapping."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scraper.api.model import Api
from scraper.emit.openapi import view
from scraper.emit.openapi.views import DocumentView, OperationView, ResponseView
from scraper.emit.python import lay_out
from scraper.emit.sinks import tree
from scraper.names import NO_FORMER
from scraper.pipeline import Result
from tests.emit.builders import HOSTILE, api, hostile_api, operation
from tests.emit.validated import document
from tests.support.references import EXPORTS, committed, exported, golden


def told(**members: object) -> dict[str, Any]:
    """The members that are not empty, with words as strings."""
    return {
        key.strip("_").replace("__", "-"): plain(value)
        for key, value in members.items()
        if value not in ("", {}, (), [], None, False)
    }


def plain(value: Any) -> Any:
    return value if isinstance(value, bool) else tree.native(value)


def operation_of(one: OperationView) -> dict[str, Any]:
    parameters = [
        {
            **told(name=each.name, in_=each.location),
            "required": each.required,
            **told(deprecated=each.deprecated, description=each.description),
            "schema": plain(each.schema),
            "x-source": plain(each.source),
        }
        for each in one.parameters
    ]
    responses = {each.status: response_of(each) for each in one.responses}
    responses |= {status: {"$ref": one.failure} for status in one.failures}
    found = told(operationId=one.id)
    found["tags"] = [plain(one.tag)]
    found["summary"] = plain(one.summary)
    found |= told(description=one.description)
    found |= docs("The page of the reference.", one.documentation)
    found |= told(
        deprecated=one.deprecated,
        parameters=parameters,
    )
    if one.body:
        content = plain(one.body.content)
        found["requestBody"] = {"required": one.body.required, "content": content}
    found["responses"] = responses
    return found | told(
        x__operations=one.members,
        x__pagination=one.pagination,
        x__waiter=one.waiting,
        x__source=one.source,
    )


def docs(description: str, address: str) -> dict[str, Any]:
    told_of = {"description": description, "url": address}
    return {"externalDocs": told_of} if address else {}


def response_of(one: ResponseView) -> dict[str, Any]:
    headers = told(headers=one.headers, content=one.content, links=one.links)
    return {"description": one.description, **headers}


def document_of(made: DocumentView) -> dict[str, Any]:
    tags = [
        {
            "name": plain(tag.name),
            "x-displayName": plain(tag.title),
            "description": tag.description,
            **docs("The chapter of the reference.", tag.documentation),
        }
        for tag in made.tags
    ]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": plain(made.title),
            "version": made.version,
            "description": made.description,
            "contact": plain(made.contact),
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        **docs("The reference that this document was made from.", made.documentation),
        "servers": [plain(made.server)],
        "security": [{"token": []}, {"accessKey": []}],
        **told(tags=tags),
        **told(
            x__tagGroups=[
                {"name": each.name, "tags": each.tags} for each in made.tag_groups
            ]
        ),
        "paths": {
            plain(path.path): {one.method: operation_of(one) for one in path.operations}
            for path in made.paths
        },
        "components": {
            "securitySchemes": plain(made.security_schemes),
            **told(responses=made.responses),
            "schemas": plain(made.schemas),
        },
    }


def apis() -> Iterator[Any]:
    yield pytest.param(api(), id="no operation")
    for text in HOSTILE:
        yield pytest.param(hostile_api(text), id=ascii(text))


def same(made: Api) -> None:
    """The same members in the same order."""
    equal(document(made), view(made, {}))


def published(result: Result) -> None:
    """The same for the file that is published, which has the names of members."""
    made = result.reading.api
    members = lay_out(made, result.lock.names, NO_FORMER).member_names
    equal(result.files["openapi.yaml"], view(made, members))


def equal(written: str, made: DocumentView) -> None:
    assert list(flat(yaml.safe_load(written))) == list(flat(document_of(made)))


def flat(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    match value:
        case dict():
            inside = cast("dict[str, object]", value)
        case list():
            inside = {
                str(n): each for n, each in enumerate(cast("list[object]", value))
            }
        case _:
            yield path, (type(value), value)
            return
    yield path, len(inside)
    for key, inner in inside.items():
        yield from flat(inner, f"{path}/{key}")


@pytest.mark.parametrize("made", list(apis()))
def test_the_document_is_the_mapping_that_the_view_holds(made: Api) -> None:
    same(made)


def test_the_published_document_has_the_names_of_members() -> None:
    seed = committed("modelarts")
    assert "x-enum-varnames" in seed.files["openapi.yaml"]
    published(seed)
    published(golden("forms_of_many_services"))


@given(st.text() | st.text("a \n-:#'\"\\{}[]&*!|>%@`~?,=<0.e\t\u2028\u202e\x85\r"))
def test_whatever_the_words_are(text: str) -> None:
    same(hostile_api(text))


@pytest.mark.skipif(not EXPORTS, reason="DOC_EXPORTS names no folder")
@pytest.mark.parametrize("name", ["modelarts", "ecs"])
def test_whole_references(name: str) -> None:
    published(exported(name))


def test_nothing_is_shared_by_anchors_and_no_word_is_folded() -> None:
    written = document(committed("modelarts").reading.api)
    events = list(yaml.parse(written, Loader=yaml.SafeLoader))
    assert not [each for each in events if isinstance(each, yaml.AliasEvent)]
    assert not [each for each in events if getattr(each, "anchor", None)]
    assert not [each for each in events if getattr(each, "style", None) == ">"]


def test_prose_stands_in_blocks() -> None:
    written = document(api(operation()))
    assert "description: |-\n    The Things API, as its reference" in written
