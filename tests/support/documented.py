"""The examples of a reference, and the calls that they show."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.api.examples import Checker, bodies
from scraper.api.json_values import Json, parsed
from scraper.api.model import Api, Operation, Type
from tests.support.calling import Call, calls


def examples(api: Api) -> Iterator[tuple[Operation, Type, Json, bool]]:
    """Every documented body as JSON, with its type and whether it contradicts its table anywhere."""
    checker = Checker(
        schemas={one.name: one for one in api.schemas},
        enumerations={one.name: one for one in api.enumerations},
    )
    for operation in api.operations:
        for type_, shown in bodies(operation):
            for body in (parsed(one.value) for one in shown):
                contradicts = any(checker.differences(body, type_))
                yield operation, type_, body, contradicts


def documented_calls(api: Api) -> Iterator[Call]:
    """Every documented request that no table contradicts.

    One with a null is left out: None means "not sent", and a null goes through `extra_body`.
    """
    by_id = {call.operation.id: call for call in calls(api)}
    for operation, type_, body, contradicts in examples(api):
        is_request = operation.body is not None and type_ == operation.body.type
        if not is_request or contradicts or not isinstance(body, dict):
            continue
        if None not in body.values():
            yield by_id[operation.id].with_body(body)
