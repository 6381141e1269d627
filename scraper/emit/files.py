"""Every file of a generated project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scraper.api.model import Api
from scraper.emit import issue_list, openapi, packaging, python
from scraper.emit.openapi.views import DocumentView
from scraper.emit.python.layout import Layout
from scraper.emit.python.usage import usage
from scraper.emit.snapshot import snapshot
from scraper.issues import Issue
from scraper.names import NO_FORMER, NONE, Former, Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The Python of a project, and what its OpenAPI document says: what takes long, and does not depend on the version."""

    layout: Layout
    files: Mapping[str, str]
    names: Names
    """The names that it gives away."""
    surface: Mapping[str, str]
    """What it offers to its users: name → signature."""
    document: DocumentView


def package(api: Api, given: Names = NONE, former: Former = NO_FORMER) -> Package:
    """Print the Python. Names `given` before stay; `former` ones go on as deprecated aliases."""
    layout = python.lay_out(api, given, former)
    files = python.files(api, layout)
    return Package(
        layout=layout,
        files=files,
        names=python.names_given(api, layout),
        surface=python.surface(files, api.service.package),
        document=openapi.view(api, layout.member_names),
    )


def project(api: Api, issues: Sequence[Issue], printed: Package) -> dict[str, str]:
    """Path inside the project → text, under the version that the Api has now.

    The same Api, issues and names given before give the same bytes everywhere.
    """
    return {
        **packaging.files(api, usage=usage(api, printed.layout)),
        **printed.files,
        **python.stamped(api, printed.layout),
        **openapi.files(printed.document, api.service.version),
        "model.json": snapshot(api),
        "issues.txt": issue_list.lines(issues),
    }
