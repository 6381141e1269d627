"""The stages in their order: pages go in, files come out. Pure: no disk, no clock, no network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from scraper import api as api_stage
from scraper import document as document_stage
from scraper import draft as draft_stage
from scraper import emit as emit_stage
from scraper.api.correcting import correct
from scraper.api.correcting.model import Correction, RoleChange
from scraper.api.model import Api, Service
from scraper.document.model import Document, Page
from scraper.draft.model import Draft
from scraper.draft.recasting import Recast
from scraper.issues import Issue, Severity
from scraper.names import NONE, Names
from scraper.report.counting import Counts, count

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with what is done ("reading pages"), how many are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood of a service's pages; `documents` and `drafts` are parallel to the pages."""

    documents: tuple[Document, ...]
    drafts: tuple[Draft, ...]
    api: Api
    issues: tuple[Issue, ...]
    names: Names
    """The names of operations, groups, schemas and enumerations."""

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(each for each in self.issues if each.severity is Severity.ERROR)

    @property
    def counts(self) -> Counts:
        return count(self.documents, self.drafts, self.api, self.issues)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A service, read and printed. `files` is empty when an issue is an error: then nothing may be written."""

    reading: Reading
    files: Mapping[str, str]
    names: Names
    """Every public name given away."""


def silent(task: str, done: int, total: int) -> None:
    """No progress is shown."""


def read(
    pages: Sequence[Page],
    service: Service,
    progress: Progress = silent,
    corrections: Sequence[Correction] = (),
    given: Names = NONE,
) -> Reading:
    """What the pages say, corrected, up to the intermediate model. Never fails on what they hold: see `issues`.

    Names `given` before stay. Raises ScraperError for a correction that does not apply.
    """
    documents: list[Document] = []
    drafts: list[Draft] = []
    issues: list[Issue] = []
    for number, page in enumerate(pages, start=1):
        document, of_document = document_stage.parse(page)
        draft, of_draft = draft_stage.read(document, _recasts(page, corrections))
        documents.append(document)
        drafts.append(draft)
        issues += (*of_document, *of_draft)
        progress("reading pages", number, len(pages))
    corrected, still_open = correct(drafts, issues, corrections)
    resolution = api_stage.resolve(corrected, service, corrections, given)
    return Reading(
        documents=tuple(documents),
        drafts=corrected,
        api=resolution.api,
        issues=(*still_open, *resolution.issues),
        names=resolution.names,
    )


def _recasts(page: Page, corrections: Sequence[Correction]) -> tuple[Recast, ...]:
    """The corrections of roles of a page's tables: the role decides how a table is read."""
    return tuple(
        Recast(table=each.place.table, was=each.change.was, now=each.change.now)
        for each in corrections
        if isinstance(each.change, RoleChange) and each.place.page == page.name
    )


def run(
    pages: Sequence[Page],
    service: Service,
    progress: Progress = silent,
    corrections: Sequence[Correction] = (),
    given: Names = NONE,
) -> Result:
    """All stages: the project of a service as {relative path: text}.

    Names `given` before stay. Raises ScraperError for a correction that does not apply.
    """
    reading = read(pages, service, progress, corrections, given)
    if reading.errors:
        return Result(reading=reading, files={}, names=given)
    progress("printing files", 0, 1)
    project = emit_stage.project(reading.api, reading.issues, given)
    progress("printing files", 1, 1)
    return Result(
        reading=reading, files=project.files, names=reading.names | project.names
    )
