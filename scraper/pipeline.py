"""The stages in their order: pages go in, files come out. Pure: no disk, no clock, no network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from scraper import api as api_stage
from scraper import document as document_stage
from scraper import draft as draft_stage
from scraper import emit as emit_stage
from scraper.api.correcting import correct
from scraper.api.correcting.model import Correction, Refused, RoleChange
from scraper.api.model import Api, Service
from scraper.diff.facts import facts
from scraper.diff.model import Change
from scraper.document.model import NO_CONTENTS, Contents, Document, Page
from scraper.draft.model import Draft
from scraper.draft.recasting import Recast
from scraper.issues import Issue, ScraperError, Severity
from scraper.lock import EMPTY, Lock
from scraper.names import Names
from scraper.releases.aliases import by_kind, carried_on, dated, due, former_names
from scraper.releases.changelog import changelog
from scraper.releases.deciding import NOT_PRINTED, Printed, closed, next_entry, since
from scraper.releases.model import Alias, Entry
from scraper.report.counting import Counts, count

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
    lock: Lock = EMPTY
    """Public names, which stay, and what was released."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood of a service's pages; `documents` and `drafts` are parallel to the pages."""

    documents: tuple[Document, ...]
    drafts: tuple[Draft, ...]
    api: Api
    issues: tuple[Issue, ...]
    names: Names
    """The names of operations, groups, schemas and enumerations."""
    renamed: Mapping[str, str]
    """Operations that people call by another id than before: former id → id."""

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
    lock: Lock
    """Every public name given away, and what was released."""
    printed: Printed = NOT_PRINTED
    """The project as it would be under the version released last."""
    pending: Entry | None = None
    """What the next release will tell; None where all is released."""


def silent(task: str, done: int, total: int) -> None:
    """No progress is shown."""


def read(reference: Reference, progress: Progress = silent) -> Reading:
    """What the pages say, corrected, up to the intermediate model. Never fails on what they hold: see `issues`.

    Raises ScraperError for a correction that does not apply.
    """
    pages, corrections = reference.pages, reference.corrections
    contents, issues = _contents(reference.contents)
    documents: list[Document] = []
    drafts: list[Draft] = []
    for number, page in enumerate(pages, start=1):
        chapter = contents.chapters.get(page.name)
        document, of_document = document_stage.parse(page, chapter)
        draft, of_draft = draft_stage.read(document, _recasts(page, corrections))
        documents.append(document)
        drafts.append(draft)
        issues += (*of_document, *of_draft)
        progress("reading pages", number, len(pages))
    corrected, still_open = correct(drafts, issues, corrections)
    resolution = api_stage.resolve(
        corrected, reference.service, corrections, reference.lock.names, contents
    )
    return Reading(
        documents=tuple(documents),
        drafts=corrected,
        api=resolution.api,
        issues=(*still_open, *resolution.issues),
        names=resolution.names,
        renamed=resolution.renamed,
    )


def _contents(page: Page | None) -> tuple[Contents, list[Issue]]:
    if page is None:
        return NO_CONTENTS, []
    contents, issues = document_stage.contents(page)
    return contents, list(issues)


def _recasts(page: Page, corrections: Sequence[Correction]) -> tuple[Recast, ...]:
    """The corrections of roles of a page's tables: the role decides how a table is read."""
    return tuple(
        Recast(table=each.place.table, was=each.change.was, now=each.change.now)
        for each in corrections
        if isinstance(each.change, RoleChange) and each.place.page == page.name
    )


def run(reference: Reference, progress: Progress = silent) -> Result:
    """All stages: the project of a service as {relative path: text}, under the version that its changes ask for.

    The first project of a service is its first release. Raises ScraperError for a correction that does not apply.
    """
    reading = read(reference, progress)
    if reading.errors:
        return Result(reading=reading, files={}, lock=reference.lock)
    progress("printing files", 0, 1)
    history = reference.lock.history
    result = publish(reference, reading, lambda printed: since(history, printed))
    progress("printing files", 1, 1)
    return result if reference.lock.history.version else release(result)


def run_applicable(
    reference: Reference, progress: Progress = silent
) -> tuple[Result, tuple[ScraperError, ...]]:
    """The same without the corrections that do not apply to the pages, and what is wrong with each of these."""
    refused: list[ScraperError] = []
    while True:
        try:
            return run(reference, progress), tuple(refused)
        except Refused as error:
            refused.append(error)
            left = tuple(c for c in reference.corrections if c is not error.correction)
            reference = replace(reference, corrections=left)


Told: TypeAlias = Callable[[Printed], Sequence[Change]]
"""Takes what is printed now; gives what the change log tells."""


def publish(reference: Reference, reading: Reading, told: Told) -> Result:
    """Print the project under the version that what is told asks for."""
    history = reference.lock.history
    former = former_names(reference.lock.names, reading.names, reading.renamed)
    carried = carried_on(history, former, reading.names)
    result = _publish(reference, reading, told, carried)
    if result.pending is None:
        return result
    carried = dated(carried, history, result.pending.version)
    printed = due(carried, result.pending.version)
    if printed != result.lock.history.aliases:
        result = _publish(reference, reading, told, printed)
    # Nothing is released yet: what ends with that release is still remembered.
    return _remembering(result, carried)


def _remembering(result: Result, aliases: tuple[Alias, ...]) -> Result:
    history = replace(result.lock.history, aliases=aliases)
    return replace(result, lock=replace(result.lock, history=history))


def _publish(
    reference: Reference, reading: Reading, told: Told, carried: tuple[Alias, ...]
) -> Result:
    least = reference.service.version
    history = replace(reference.lock.history, aliases=carried)
    api = _under(reading.api, history.version or least)
    package = emit_stage.package(api, reference.lock.names, by_kind(carried))
    files = emit_stage.project(api, reading.issues, package)
    printed = Printed(files=files, surface=package.surface, facts=facts(api))
    pending = next_entry(history, printed, told(printed), least)
    if pending is not None and pending.version != api.service.version:
        api = _under(api, pending.version)
        files = emit_stage.project(api, reading.issues, package)
    return Result(
        reading=replace(reading, api=api),
        files={**files, "CHANGELOG.md": changelog(history, pending)},
        lock=Lock(names=reading.names | package.names, history=history),
        printed=printed,
        pending=pending,
    )


def _under(api: Api, version: str) -> Api:
    return replace(api, service=replace(api.service, version=version))


def release(result: Result) -> Result:
    """The same project, released: what was pending is an entry of the change log."""
    if result.pending is None:
        return result
    printed = replace(result.printed, files=result.files)
    history = closed(result.lock.history, result.pending, printed)
    history = replace(history, aliases=due(history.aliases, history.version))
    return replace(
        result,
        files={**result.files, "CHANGELOG.md": changelog(history)},
        lock=replace(result.lock, history=history),
        printed=printed,
        pending=None,
    )
