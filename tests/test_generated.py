"""The committed package of ModelArts: what is known of its page stands in it, and the page's own examples fit."""

from __future__ import annotations

import json
import warnings
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any

import httpx2
import otc_modelarts
import pytest
import yaml
from otc_modelarts import InvalidRequest, ModelArts, Token, models
from pydantic import BaseModel

from scraper.draft.model import ExampleDraft, OperationDraft, Side
from tests.support import checkers
from tests.support import usage_of_modelarts as usage
from tests.support.driving import drive
from tests.support.references import committed

ROOT = Path(__file__).parents[1]
GENERATED = ROOT / "generated" / "modelarts"
OPENAPI = (GENERATED / "openapi.yaml").read_text(encoding="utf-8")
SCHEMAS: dict[str, Any] = yaml.safe_load(OPENAPI)["components"]["schemas"]
ISSUES = (GENERATED / "issues.txt").read_text(encoding="utf-8")
RESULT = committed("modelarts")
DRAFT = next(d for d in RESULT.reading.drafts if isinstance(d, OperationDraft))
REQUESTS = [one for one in DRAFT.examples if one.side is Side.REQUEST]

STATES = (
    "ALL NONE UNCHECK ACCEPTED REJECTED UNREVIEWED REVIEWED WORKFORCE_SAMPLED WORKFORCE_SAMPLED_UNCHECK "
    "WORKFORCE_SAMPLED_CHECKED WORKFORCE_SAMPLED_ACCEPTED WORKFORCE_SAMPLED_REJECTED AUTO_ANNOTATION"
).split()


def in_openapi(schema: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = SCHEMAS[schema]["properties"][name]
    return found


def test_committed_is_what_the_page_gives() -> None:
    committed = {
        path.relative_to(GENERATED).as_posix(): path.read_text(encoding="utf-8")
        for path in GENERATED.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert committed == dict(RESULT.files), "run `make generate`"


def test_counts() -> None:
    counts = RESULT.reading.counts
    assert (counts.rows.parameters, counts.rows.statuses) == (119, 4)
    assert (counts.rows.reported, counts.rows.lost) == (0, 0)
    assert (counts.examples.attached, counts.examples.lost) == (4, 0)
    assert counts.schemas == 13 + 1 + 1


def test_openapi() -> None:
    checkers.openapi_is_valid(OPENAPI)
    document = yaml.safe_load(OPENAPI)
    (operation,) = document["paths"][
        "/v2/{project_id}/datasets/{dataset_id}/tasks"
    ].values()
    assert document["openapi"] == "3.1.0"
    assert operation["operationId"] == "CreateTask"
    assert [*operation["responses"]] == ["200", "401", "403", "404", "4XX", "5XX"]
    assert operation["x-source"] == {"page": "CreateTask.html", "anchor": "CreateTask"}
    body = operation["requestBody"]["content"]["application/json"]
    assert [one["value"] for one in body["examples"].values()] == [
        json.loads(one.body.plain) for one in REQUESTS if one.body
    ]


ENUMERATIONS: tuple[tuple[type[StrEnum | IntEnum], dict[str, str | int]], ...] = (
    (models.SampleState, {state: f"__{state}__" for state in STATES}),
    (models.VersionFormat, {"DEFAULT": "Default", "CARBON_DATA": "CarbonData", "CSV": "CSV"}),
    (models.SampleType, {"IMAGE": 0, "TEXT": 1, "SPEECH": 2, "TABLE": 4, "VIDEO": 6, "CUSTOM_FORMAT": 9}),
    (models.ResultType, {"SAVE_TO_OBS": 0, "SAVE_TO_SAMPLES": 1}),
    (models.SampleMetadataHard, {"NON_HARD_SAMPLE": 0, "HARD_SAMPLE": 1}),
    (models.SampleLabelPropertyHard, {"NOT_A_HARD_EXAMPLE": "0", "FALSE": "false", "HARD_EXAMPLE": "1", "TRUE": "true"}),
    (models.CollectRule, {"ALL": "all"}),
    (models.ExportDest, {"DIR": "DIR", "NEW_DATASET": "NEW_DATASET"}),
)  # fmt: skip


@pytest.mark.parametrize(("enumeration", "members"), ENUMERATIONS)
def test_enumerations(
    enumeration: type[StrEnum | IntEnum], members: dict[str, str | int]
) -> None:
    assert {name: one.value for name, one in enumeration.__members__.items()} == members


def test_the_reasons_are_31_values_of_an_arrays_items() -> None:
    assert [one.value for one in models.SampleMetadataHardReason] == list(range(31))
    assert in_openapi("SampleMetadata", "@modelarts:hard_reasons")["items"] == {
        "$ref": "#/components/schemas/SampleMetadataHardReason"
    }


@pytest.mark.parametrize(
    ("schema", "name", "default"),
    [
        ("SmartTaskRequest", "collect_key_sample", False),
        ("SmartTaskConfig", "stop_time", 15),
        ("SmartTaskConfig", "collect_rule", "all"),
        ("SmartTaskConfig", "collect_sample", True),
        ("ExportParams", "train_sample_ratio", "1.00"),
        ("ExportParams", "clear_hard_property", True),
        ("ExportParams", "ratio_sample_usage", False),
        ("ExportParams", "export_dest", "DIR"),
    ],
)
def test_defaults(schema: str, name: str, default: object) -> None:
    found = in_openapi(schema, name)["default"]
    assert (type(found), found) == (type(default), default)


def test_only_these_have_defaults() -> None:
    found = [
        name
        for schema in SCHEMAS.values()
        for name, one in schema.get("properties", {}).items()
        if "default" in one
    ]
    assert len(found) == 8


@pytest.mark.parametrize(
    ("schema", "name", "expected"),
    [
        ("SampleLabelProperty", "@modelarts:hard_reasons", {"type": "string"}),
        ("SearchCondition", "sample_time", {"type": "string"}),
        ("SampleLabelProperty", "@modelarts:end_index", {"type": "integer"}),
        ("SampleLabelProperty", "@modelarts:feature", {}),
        ("SampleMetadata", "@modelarts:size", {"type": "array", "items": {}}),
        (
            "SampleMetadata",
            "@modelarts:hard_coefficient",
            {"type": "number", "format": "double", "minimum": 0, "maximum": 1},
        ),
        (
            "SearchLabel",
            "property",
            {
                "type": "object",
                "additionalProperties": {"type": "array", "items": {"type": "string"}},
            },
        ),
    ],
)
def test_types(schema: str, name: str, expected: dict[str, Any]) -> None:
    found = {k: v for k, v in in_openapi(schema, name).items() if k != "description"}
    assert found == expected


@pytest.mark.parametrize(
    "line",
    [
        "lost-underscores CreateTask.html#CreateTask__request_ExportParams row 8",
        "value-spellings CreateTask.html#CreateTask__request_SampleLabelProperty row 6",
        "number-enumeration CreateTask.html#CreateTask__request_SampleMetadata row 1",
        "value-list-with-pattern CreateTask.html#CreateTask__request_SearchCondition row 12",
        "shown-value-contradicts-type CreateTask.html#CreateTask__request_SampleMetadata row 4",
        "$.type: the table has no such property",
        "$.export_type: the table has no such property",
        '$.config.n_clusters: "2" where the table documents a value of type integer',
    ],
)
def test_issues(line: str) -> None:
    assert ISSUES.count(line) == 1


def bodies() -> list[Any]:
    return [pytest.param(one, id=one.label.plain) for one in REQUESTS]


def sent(body: dict[str, Any], **more: Any) -> Any:
    """What goes over the wire for a call with these arguments."""
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json={"task_id": "t1"})

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as http:
        client = ModelArts(
            auth=Token("t"),
            base_url="https://x.test",
            project_id="p1",
            http_client=http,
        )
        client.intelligent_task.create_task(dataset_id="d1", **body, **more)
    return json.loads(seen[0].content)


@pytest.mark.parametrize("example", bodies()[:2])
def test_the_first_two_requests_round_trip(example: ExampleDraft) -> None:
    assert example.body is not None
    body = json.loads(example.body.plain)
    model = models.SmartTaskRequest.model_validate(body)
    assert json.loads(model.model_dump_json(exclude_unset=True)) == body
    assert sent(body) == body


def test_the_third_request_is_refused_but_can_be_sent() -> None:
    assert REQUESTS[2].body is not None
    body = json.loads(REQUESTS[2].body.plain)
    documented = {"config": {**body["config"], "n_clusters": 2}}
    with pytest.raises(InvalidRequest, match="n_clusters"):
        sent({"config": body["config"]})
    assert sent(documented, extra_body=body) == body
    model = models.SmartTaskRequest.model_validate(body)
    assert json.loads(model.model_dump_json(exclude_unset=True)) == body


def test_the_response_round_trips() -> None:
    (example,) = [one for one in DRAFT.examples if one.side is Side.RESPONSE]
    assert example.body is not None
    body = json.loads(example.body.plain)
    model = models.SmartTaskResp.model_validate(body)
    assert json.loads(model.model_dump_json(exclude_unset=True)) == body


def test_the_documented_size_is_accepted() -> None:
    size = {"@modelarts:size": [100, 200, 3]}
    samples = [{"metadata": size}]
    assert sent({"config": {"samples": samples}}) == {"config": {"samples": samples}}


def test_every_property_is_built_by_its_python_name() -> None:
    built: list[BaseModel] = [
        getattr(usage, name)()
        for name in dir(usage)
        if name.islower() and not name.startswith(("_", "call"))
    ]
    assert {type(one).__name__ for one in built} == {
        name for name in models.__all__ if issubclass(getattr(models, name), BaseModel)
    }
    for one in built:
        assert one.model_fields_set == set(type(one).model_fields)


def test_every_operation_works_sync_and_async() -> None:
    assert drive(RESULT.reading.api, otc_modelarts) == (1, 0, 0)


def test_importing_every_model_warns_of_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in models.__all__:
            assert getattr(models, name).__doc__
