"""Every operation of an Api with arguments made from the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import Any

import httpx2
import pytest

from scraper.api.json_values import Json
from scraper.api.model import Api, Location, Operation
from scraper.emit.python import client as client_views
from scraper.emit.python.arguments import BODY, Argument, Arguments, arguments
from scraper.emit.python.groups import groups
from scraper.emit.python.identifiers import method_identifier
from scraper.emit.python.layout import lay_out
from tests.support.sampling import Sampler

PROJECT = "project of the client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One operation with sample arguments, and what must go over the wire."""

    operation: Operation
    group: str
    arguments: Arguments
    keywords: Mapping[str, Any]
    body: object
    answer: object

    @property
    def method(self) -> str:
        return method_identifier(self.operation.id)

    def with_body(self, body: dict[str, Json]) -> Call:
        """The same call with the properties of one body and no others."""
        kept = {
            one.identifier: self.keywords[one.identifier]
            for one in self.arguments.documented
            if one.place != BODY and not one.is_project
        }
        given = {
            one.identifier: body[one.content.name.plain]
            for one in self.arguments.at(BODY)
            if one.content.name.plain in body
        }
        whole = {BODY: body} if self.arguments.whole_body else {}
        return replace(self, keywords={**kept, **given, **whole}, body=body)

    def sent(self, location: Location) -> dict[str, Any]:
        """Wire name → value, of one location."""
        return {
            one.content.name.plain: self._value(one)
            for one in self.arguments.at(location.value)
        }

    def _value(self, argument: Argument) -> Any:
        return PROJECT if argument.is_project else self.keywords[argument.identifier]


def calls(api: Api, *, only_required: bool = False) -> Iterator[Call]:
    """Every operation with samples for all of its arguments, or for those alone that it cannot do without."""
    layout = lay_out(api)
    sampler = Sampler(api, deepest=0) if only_required else Sampler(api)
    for group in groups(api, client_views.TAKEN):
        for operation in group.operations:
            taken = arguments(operation, layout)
            keywords = {
                one.identifier: _carried(one, sampler.property(one.content))
                for one in taken.documented
                if not one.is_project and (one.content.required or not only_required)
            }
            body: object = {
                one.content.name.plain: keywords[one.identifier]
                for one in taken.at(BODY)
                if one.identifier in keywords
                and (one.content.required or keywords[one.identifier] is not None)
            }
            if taken.whole_body and operation.body is not None:
                body = keywords[BODY] = sampler.value(operation.body.type)
            response = operation.answer
            yield Call(
                operation=operation,
                group=group.attribute,
                arguments=taken,
                keywords=keywords,
                body=body if operation.body is not None else None,
                answer=(
                    sampler.value(response.type) if response and response.type else None
                ),
            )


def _carried(argument: Argument, value: Json) -> Any:
    """A header carries ASCII only, and nothing but a body an object."""
    if argument.place != BODY and isinstance(value, list):
        return [_carried(argument, item) for item in value]
    if argument.place != BODY and isinstance(value, dict):
        return "anything"
    if argument.place == Location.HEADER and isinstance(value, str):
        return value.encode("ascii", "ignore").decode().strip()
    return value


def client_arguments(http: object) -> dict[str, Any]:
    return {
        "auth": httpx2.Auth(),  # which adds nothing
        "base_url": "https://x.test",
        "project_id": PROJECT,
        "http_client": http,
    }


def warned(call: Call) -> AbstractContextManager[object]:
    """A deprecated operation warns, and only such a one."""
    deprecated = call.operation.deprecated
    return (
        pytest.warns(DeprecationWarning, match="discarded")
        if deprecated
        else nullcontext()
    )
