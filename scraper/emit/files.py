"""Every file of a generated project."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.api.model import Api
from scraper.emit import issue_list, openapi, packaging, python
from scraper.emit.python.usage import usage
from scraper.emit.snapshot import snapshot
from scraper.issues import Issue


def files(api: Api, issues: Sequence[Issue]) -> dict[str, str]:
    """Path inside the project → text. The same Api and issues give the same bytes everywhere."""
    return {
        **packaging.files(api, usage=usage(api)),
        **python.files(api),
        "openapi.yaml": openapi.document(api),
        "model.json": snapshot(api),
        "issues.txt": issue_list.lines(issues),
    }
