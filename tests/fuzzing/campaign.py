"""Schemathesis against Prism, by one document; what must hold, and the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.fuzzing import schemathesis
from tests.fuzzing.examples import Examples, compared, listed
from tests.fuzzing.kinds import ACCEPTED, accepted
from tests.fuzzing.reading import Case, Failure, Report, read
from tests.support import prism


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    name: str
    report: Report
    examples: Examples

    @property
    def failures(self) -> Iterator[tuple[Case, Failure]]:
        for case in self.report.cases:
            for failure in case.failures:
                yield case, failure

    @property
    def kinds(self) -> Counter[str]:
        """The accepted failures."""
        found = (accepted(case, failure) for case, failure in self.failures)
        return Counter(kind for kind in found if kind)


def run(
    name: str, document: Path, folder: Path, *, each: int, mocked: Path | None = None
) -> Campaign:
    """Call a mock of the document (or of another one), and judge by the document."""
    schemathesis.program()
    parsed: Any = yaml.safe_load(document.read_text(encoding="utf-8"))
    with prism.mock(mocked or document, folder / "prism.log") as address:
        report = read(schemathesis.run(document, address, folder, each=each))
    examples = compared(parsed, listed(document), report.cases)
    return Campaign(name=name, report=report, examples=examples)


def problems(campaign: Campaign) -> Iterator[str]:
    """What must not have happened; nothing if all is well. The same failure of an operation is told once."""
    for trouble in campaign.report.troubles:
        yield f"{campaign.name}: {trouble}"
    told: dict[str, None] = {}
    for case, failure in campaign.failures:
        if accepted(case, failure) is None:
            why = "; ".join(one.message for one in case.violations)
            words = " ".join(f"{failure.message} {why}".split())
            told[f"{case.operation}: {case.status}, {words}"] = None
    for one in told:
        yield f"{campaign.name}: {one}"
    for example in campaign.examples.missing:
        yield f"{campaign.name}: {example.pointer} is neither sent nor listed"


def unused(campaigns: Sequence[Campaign]) -> Iterator[str]:
    """Accepted kinds that no longer happen: their reasons are gone, and so should they be."""
    for kind in ACCEPTED:
        if not any(one.kinds[kind] for one in campaigns):
            yield f"{kind}: accepted, but does not happen"


def figures(campaigns: Sequence[Campaign]) -> str:
    """The table, for people."""
    columns = [_figures(one) for one in campaigns]
    lines = [
        f"{name:<36}" + "".join(f"{column[name]!s:>12}" for column in columns)
        for name in columns[0]
    ]
    reasons = [f"{name}: {kind.reason}." for name, kind in ACCEPTED.items()]
    return "\n".join([*lines, "", *reasons, ""])


def _figures(campaign: Campaign) -> dict[str, object]:
    cases = campaign.report.cases
    phases = Counter(one.phase for one in cases)
    failures = sum(len(one.failures) for one in cases)
    kinds = campaign.kinds
    examples = campaign.examples
    return {
        "document": campaign.name,
        "operations": campaign.report.operations,
        "requests": len(cases),
        **{
            f"  {phase}": phases[phase]
            for phase in ("examples", "coverage", "fuzzing", "stateful")
        },
        "checks": sum(one.checks for one in cases),
        "failures": failures,
        **{f"  {kind}": kinds[kind] for kind in ACCEPTED},
        "  not accepted": failures - kinds.total(),
        "errors and warnings": len(campaign.report.troubles),
        "documented requests sent": len(examples.sent),
        "listed exceptions": len(examples.exceptions),
        "neither": len(examples.missing),
    }
