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
from scraper.document.model import Document, Page, Parent
from scraper.draft.model import Draft
from scraper.draft.recasting import Recast
from scraper.issues import Issue, Severity
from scraper.names import NONE, Names
from scraper.report.counting import Counts, count
from scraper.text import Text

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with what is done ("reading pages"), how many are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The API reference of a service, what people say of it, and what was given away before."""

    service: Service
    pages: tuple[Page, ...]
    contents: Page | None = None
    """The table of contents, where there is one."""
    corrections: tuple[Correction, ...] = ()
    given: Names = NONE
    """Public names, which stay."""


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


def read(reference: Reference, progress: Progress = silent) -> Reading:
    """What the pages say, corrected, up to the intermediate model. Never fails on what they hold: see `issues`.

    Raises ScraperError for a correction that does not apply.
    """
    pages, corrections = reference.pages, reference.corrections
    chapters, issues = _chapters(reference.contents)
    documents: list[Document] = []
    drafts: list[Draft] = []
    for number, page in enumerate(pages, start=1):
        document, of_document = document_stage.parse(page, chapters.get(page.name))
        draft, of_draft = draft_stage.read(document, _recasts(page, corrections))
        documents.append(document)
        drafts.append(draft)
        issues += (*of_document, *of_draft)
        progress("reading pages", number, len(pages))
    corrected, still_open = correct(drafts, issues, corrections)
    resolution = api_stage.resolve(
        corrected, reference.service, corrections, reference.given
    )
    return Reading(
        documents=tuple(documents),
        drafts=corrected,
        api=resolution.api,
        issues=(*still_open, *resolution.issues),
        names=resolution.names,
    )


def _chapters(contents: Page | None) -> tuple[Mapping[Text, Parent], list[Issue]]:
    if contents is None:
        return {}, []
    chapters, issues = document_stage.chapters(contents)
    return chapters, list(issues)


def _recasts(page: Page, corrections: Sequence[Correction]) -> tuple[Recast, ...]:
    """The corrections of roles of a page's tables: the role decides how a table is read."""
    return tuple(
        Recast(table=each.place.table, was=each.change.was, now=each.change.now)
        for each in corrections
        if isinstance(each.change, RoleChange) and each.place.page == page.name
    )


def run(reference: Reference, progress: Progress = silent) -> Result:
    """All stages: the project of a service as {relative path: text}.

    Raises ScraperError for a correction that does not apply.
    """
    reading = read(reference, progress)
    if reading.errors:
        return Result(reading=reading, files={}, names=reference.given)
    progress("printing files", 0, 1)
    project = emit_stage.project(reading.api, reading.issues, reference.given)
    progress("printing files", 1, 1)
    return Result(
        reading=reading, files=project.files, names=reading.names | project.names
    )
