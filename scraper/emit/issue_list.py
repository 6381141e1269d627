"""issues.txt: what the documents got wrong or left open, one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scraper.emit.sinks import lines as line_sink
from scraper.issues import Issue, Severity


def lines(issues: Sequence[Issue]) -> str:
    """A comment with the counts, then `severity code page#anchor row n: detail` for each issue.

    Sorted by place, then by code and detail, so that a change of one page moves nothing else.
    """
    ordered = sorted(issues, key=lambda issue: (issue.source, issue.code, issue.detail))
    return "".join(f"{line}\n" for line in [_header(issues), *map(_line, ordered)])


def _header(issues: Sequence[Issue]) -> str:
    counts = Counter(issue.severity for issue in issues)
    numbers = ", ".join(f"{kind.value} {counts[kind]}" for kind in Severity)
    return f"# What the documents get wrong or leave open. {numbers}"


def _line(issue: Issue) -> str:
    place = line_sink.place(issue.source)
    detail = line_sink.line(issue.detail)
    return f"{issue.severity.value} {issue.code} {place}: {detail}"
