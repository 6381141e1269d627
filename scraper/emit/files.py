"""Every file of a generated project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scraper.api.model import Api
from scraper.emit import issue_list, openapi, packaging, python
from scraper.emit.python.usage import usage
from scraper.emit.snapshot import snapshot
from scraper.issues import Issue
from scraper.names import NO_FORMER, NONE, Former, Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project's files, path inside it → text, and the names that its Python gives away."""

    files: Mapping[str, str]
    names: Names


def project(
    api: Api,
    issues: Sequence[Issue],
    given: Names = NONE,
    former: Former = NO_FORMER,
) -> Project:
    """Print everything. The same Api, issues, names `given` before and `former` names give the same bytes everywhere."""
    layout = python.lay_out(api, given, former)
    files = {
        **packaging.files(api, usage=usage(api, layout)),
        **python.files(api, layout),
        "openapi.yaml": openapi.document(api),
        "model.json": snapshot(api),
        "issues.txt": issue_list.lines(issues),
    }
    return Project(files=files, names=python.names_given(api, layout))
