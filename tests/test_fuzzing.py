"""Against real parts: schemathesis calls Prism with what the committed openapi.yaml allows, and all answers fit it.

`make fuzz` does the same with more requests, and with the documents of whole references.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.fuzzing.campaign import Campaign, figures, problems, run, unused
from tests.fuzzing.examples import compared, listed
from tests.fuzzing.kinds import ACCEPTED, accepted
from tests.fuzzing.reading import UNREADABLE, Case, Failure, Violation
from tests.support.references import ROOT

DOCUMENT = ROOT / "generated" / "modelarts" / "openapi.yaml"
EACH = 2
REFUSED = Failure(check="positive_data_acceptance", message="refused")


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    folder = tmp_path_factory.mktemp("fuzzing")
    return run("committed", DOCUMENT, folder, each=EACH)


def test_all_answers_fit(committed: Campaign) -> None:
    assert not list(problems(committed))
    assert not committed.kinds
    assert {one.phase for one in committed.report.cases} >= {
        "examples",
        "coverage",
        "fuzzing",
    }
    assert "operations                                     1\n" in figures([committed])


def test_documented_requests_are_sent_or_listed(committed: Campaign) -> None:
    """One contradicts its table; without the list that is told."""
    assert len(committed.examples.sent) == 2
    assert [one.pointer for one in committed.examples.exceptions] == sorted(
        one for one in listed(DOCUMENT) if "/requestBody/" in one
    )
    parsed = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    found = compared(parsed, frozenset(), committed.report.cases)
    assert found.missing == committed.examples.exceptions != ()


def test_a_service_of_another_kind_is_told(tmp_path: Path) -> None:
    """A mock that answers and refuses by another document fails in both ways."""
    parsed = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    schemas = parsed["components"]["schemas"]
    schemas["SmartTaskResp"]["properties"]["task_id"] = {"type": "integer"}
    schemas["SmartTaskResp"]["required"] = ["task_id"]
    schemas["SmartTaskRequest"]["properties"]["model_id"] = {"type": "integer"}
    other = tmp_path / "other.yaml"
    other.write_text(yaml.safe_dump(parsed), encoding="utf-8")
    made = run("committed", DOCUMENT, tmp_path, each=EACH, mocked=other)
    told = list(problems(made))
    assert any("is not of type" in one for one in told), told
    assert any("model_id must be integer" in one for one in told), told


@pytest.mark.parametrize(
    ("violations", "kind"),
    [
        (["maximum /body/a a must be <= 9007199254740991"], "number"),
        (["minimum /path/a a must be >= -3.402823669209385e+38"], "number"),
        (["maximum /body/a a must be <= 12"], None),
        (["required /query must have required property 'a'"], "empty"),
        (["required /query must have required property 'b'"], None),
        (["required /body must have required property 'a'"], None),
        (
            [
                "maximum /body/a/x a.x must be <= 9007199254740991",
                "anyOf /body/a must match a schema in anyOf",
                "required /body/a must have required property 'c'",
            ],
            "number",
        ),
        (
            [
                "maximum /body/a/x a.x must be <= 9007199254740991",
                "required /body/b must have required property 'c'",
            ],
            None,
        ),
        (["anyOf /body/a must match a schema in anyOf"], None),
        ([f"{UNREADABLE} / Too many violations!"], None),
        ([], None),
    ],
)
def test_what_is_accepted(violations: list[str], kind: str | None) -> None:
    """Prism's own reasons are; one reason besides, and the failure is not."""
    found = accepted(case("request", violations), REFUSED)
    assert found is None if kind is None else (found or "").startswith(kind)


def test_nothing_is_accepted_of_an_answer() -> None:
    """However Prism judges it, and whatever was wrong with the request."""
    made = case("request", ["maximum /body/a a must be <= 9007199254740991"])
    failure = Failure(check="response_schema_conformance", message="wrong")
    assert accepted(made, failure) is None
    limits = ["maximum /body/a a must be <= 9007199254740991"]
    assert accepted(case("response", limits), REFUSED) is None


def test_a_kind_that_no_longer_happens_is_told(committed: Campaign) -> None:
    assert len(list(unused([committed]))) == len(ACCEPTED)


def case(side: str, violations: list[str]) -> Case:
    """A refused request; each violation as its code, its place and its words."""
    told = [one.split(" ", 2) for one in violations]
    return Case(
        operation="GET /a",
        phase="fuzzing",
        body=None,
        url="http://localhost/a?a=&b=1",
        status=422,
        violations=tuple(
            Violation(
                place=(side, *place.strip("/").split("/")), code=code, message=message
            )
            for code, place, message in told
        ),
        checks=1,
        failures=(),
    )
