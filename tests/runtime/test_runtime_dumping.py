"""What models give out: dumps that leave things out, JSON schemas, and values at the edges of their types."""

from __future__ import annotations

import json
import warnings
from typing import Any

import httpx2
import pytest
from pydantic import BaseModel, Field

from templates.runtime import Model, OpenIntEnum, OpenStrEnum, Token
from templates.runtime.client import Client
from templates.runtime.errors import APIConnectionError
from templates.runtime.request import Request


class Share(OpenIntEnum):
    NONE = 0
    ALL = 1


class Color(OpenStrEnum):
    RED = "red"


class Leaf(Model):
    length: int | None = None
    color: Color | str | None = None


class Tree(Model):
    leaves: list[Leaf] | None = None
    top: Leaf | None = None
    labels: dict[str, list[str]] | None = None
    share: Share | float | None = Field(
        default=None, validation_alias="@share", serialization_alias="@share"
    )
    number: Share | int | None = None


WHOLE: dict[str, Any] = {
    "leaves": [{"length": 1, "color": "red"}, None, {"length": "long"}],
    "top": {"length": 2, "more": 3},
    "labels": {"a": None, "b": ["c"]},
}


LEFT_OUT: tuple[tuple[str, dict[str, Any], object], ...] = (
    ("of a list", {"exclude": {"leaves": {"__all__": {"length"}}}}, [{"color": "red"}, None, {}]),
    ("one item", {"exclude": {"leaves": {1: True}}}, [{"length": 1, "color": "red"}, {"length": "long"}]),
    ("all but", {"include": {"leaves": {0: {"color"}}}}, [{"color": "red"}]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("options", "leaves"),
    [case[1:] for case in LEFT_OUT],
    ids=[case[0] for case in LEFT_OUT],
)
def test_nested_parts_are_left_out(options: dict[str, Any], leaves: object) -> None:
    tree = Tree.model_validate(WHOLE)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert tree.model_dump(exclude_unset=True, **options)["leaves"] == leaves
        dumped = json.loads(tree.model_dump_json(exclude_unset=True, **options))
    assert dumped["leaves"] == leaves


def test_a_whole_dump_is_what_came() -> None:
    tree = Tree.model_validate(WHOLE)
    assert json.loads(tree.model_dump_json(exclude_unset=True)) == WHOLE


def test_inside_of_another_model() -> None:
    class Garden(BaseModel):
        tree: Tree

    garden = Garden(tree=Tree(top=Leaf(length=1)))
    dumped = garden.model_dump(
        exclude_unset=True, exclude={"tree": {"top": {"length"}}}
    )
    assert dumped == {"tree": {"top": {}}}


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_json_schema_knows_types_and_values(mode: Any) -> None:
    schema = Tree.model_json_schema(mode=mode)
    assert schema["properties"]["leaves"]["anyOf"][0] == {
        "type": "array",
        "items": {"$ref": "#/$defs/Leaf"},
    }
    color = schema["$defs"]["Leaf"]["properties"]["color"]["anyOf"]
    assert color[0] == {"type": "string", "enum": ["red"]}


def test_a_whole_number_is_the_member_where_the_type_is_a_number() -> None:
    tree = Tree.model_validate({"@share": 1.0, "number": 1.0})
    assert tree.share is Share.ALL
    assert (type(tree.number), tree.number) == (float, 1.0)


def test_a_failed_connection_leaves_the_callers_own_traceback() -> None:
    def refuse(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("refused", request=request)

    with httpx2.Client(transport=httpx2.MockTransport(refuse)) as http:
        client = Client(auth=Token("t"), base_url="http://x.test", http_client=http)
        own: BaseException | None = None
        try:
            int("the caller's own")
        except ValueError as error:
            own = error
            with pytest.raises(APIConnectionError):
                client.send(Request("GET", "/"), None)
    assert own is not None
    assert own.__traceback__ is not None


def test_a_null_in_a_map_is_sent() -> None:
    seen: list[Any] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(json.loads(request.content))
        return httpx2.Response(204)

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as http:
        client = Client(auth=Token("t"), base_url="http://x.test", http_client=http)
        body = {"labels": {"a": None, "b": ["c"]}, "top": None}
        client.send(Request("PUT", "/", body=body, body_type=Tree), None)
    assert seen == [{"labels": {"a": None, "b": ["c"]}}]
