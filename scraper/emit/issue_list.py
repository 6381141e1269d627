"""issues.txt: what the documents got wrong or left open, one line each."""

from __future__ import annotations

import re
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


_LINE = re.compile(r"(?P<what>\S+ \S+ [^\s#]*)(?:#\S*)?(?: row \d+)?(?P<detail>: .*)")


def new_issues(old: str, new: str) -> tuple[str, ...]:
    """The lines of a list that an older one has not, wherever on its page the issue was then.

    None where there is no older list.
    """
    known = {_what(line) for line in old.splitlines()}
    if not known:
        return ()
    issues = [line for line in new.splitlines() if not line.startswith("#")]
    return tuple(issue for issue in issues if _what(issue) not in known)


def _what(line: str) -> str:
    """An issue without its place on the page: anchors and rows move."""
    match = _LINE.fullmatch(line)
    return match["what"] + match["detail"] if match else line
