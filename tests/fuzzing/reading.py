"""What schemathesis reports, as far as it is judged."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tests.fuzzing.schemathesis import Files

_HEADER: Final = "sl-violations"
UNREADABLE: Final = "unreadable"
"""The code of violations that Prism cut off, since they are too many for a header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """What Prism finds in a request, or in its own answer."""

    place: tuple[str, ...]
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    check: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One request, and what came of it."""

    operation: str
    phase: str
    body: str | None
    """As JSON with sorted keys; None without a body."""
    url: str
    status: int
    """0 where nothing came back."""
    violations: tuple[Violation, ...]
    checks: int
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    cases: tuple[Case, ...]
    operations: int
    """How many the document has."""
    troubles: tuple[str, ...]
    """What kept operations from being tested, and warnings."""


def canonical(value: object) -> str:
    """A JSON value as text: equal where the values are."""
    return json.dumps(value, sort_keys=True)


def read(files: Files) -> Report:
    summary = json.loads(files.summary.read_text(encoding="utf-8"))
    with files.events.open(encoding="utf-8") as lines:
        cases = tuple(case for line in lines for case in _cases(json.loads(line)))
    return Report(
        cases=cases,
        operations=summary["operations"]["total"],
        troubles=tuple(_troubles(summary)),
    )


def _troubles(summary: Mapping[str, Any]) -> Iterator[str]:
    if not summary["complete"]:
        yield f"stopped: {summary['stop_reason']}"
    counts = summary["operations"]
    if counts["tested"] != counts["total"]:
        yield f"{counts['tested']} of {counts['total']} operations tested"
    for error in summary["errors"]:
        yield f"error: {error}"
    for kind, found in summary["warnings"].items():
        for one in found:
            yield f"warning {kind}: {one}"


def _cases(event: Mapping[str, Any]) -> Iterator[Case]:
    finished = event.get("ScenarioFinished")
    if finished is None:
        return
    recorder = finished["recorder"]
    for key, interaction in recorder.get("interactions", {}).items():
        made = recorder["cases"][key]["value"]
        checks = recorder.get("checks", {}).get(key, [])
        response: dict[str, Any] = interaction["response"] or {}
        yield Case(
            operation=f"{made['method']} {made['path']}",
            phase=finished["phase"],
            body=canonical(made["body"]) if "body" in made else None,
            url=interaction["request"]["uri"],
            status=response.get("status_code", 0),
            violations=_violations(response.get("headers", {})),
            checks=len(checks),
            failures=tuple(_failures(checks)),
        )


def _failures(checks: list[dict[str, Any]]) -> Iterator[Failure]:
    for check in checks:
        if check["status"] != "success":
            told = check.get("failure_info", {}).get("failure", {})
            title, message = told.get("title", ""), told.get("message", "")
            yield Failure(check=check["name"], message=f"{title}: {message}")


def _violations(headers: Mapping[str, list[str]]) -> tuple[Violation, ...]:
    header = headers.get(_HEADER, ["[]"])[0]
    try:
        found = json.loads(header)
    except ValueError:
        return (Violation(place=(), code=UNREADABLE, message=header),)
    return tuple(
        Violation(
            place=tuple(map(str, one["location"])),
            code=one["code"],
            message=one["message"],
        )
        for one in found
    )
