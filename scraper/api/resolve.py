"""From drafts to the intermediate model: the order of the steps, nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scraper.api import examples
from scraper.api.completing import completed
from scraper.api.correcting import renamed
from scraper.api.correcting.model import Correction
from scraper.api.correcting.paging import turned
from scraper.api.correcting.waiting import waited
from scraper.api.formats import held
from scraper.api.guessing import guess
from scraper.api.identifying import identify
from scraper.api.linking import References, Tables, index, link
from scraper.api.model import Api, Operation, Service, Tag
from scraper.api.opening import opened
from scraper.api.operations import operation
from scraper.api.outline import outline
from scraper.api.reaching import Identified, final_names, orphans, reach
from scraper.api.redirecting import redirect
from scraper.api.remembering import names_given, remembered, renamed_now
from scraper.api.sharing import shared
from scraper.api.structures import Structures, structure
from scraper.api.tagging import in_use, tags
from scraper.document.model import NO_CONTENTS, Contents
from scraper.draft.model import Draft, OperationDraft
from scraper.issues import Issue
from scraper.names import NONE, Named, Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The Api, what was found wrong on the way, and the names that are given away with it."""

    api: Api
    issues: tuple[Issue, ...]
    names: Names
    renamed: Mapping[str, str]
    """Operations that people call by another id than before: former id → id."""


def resolve(
    drafts: Sequence[Draft],
    service: Service,
    corrections: Sequence[Correction] = (),
    given: Names = NONE,
    contents: Contents = NO_CONTENTS,
) -> Resolution:
    """Resolve every reference and make every name final.

    Takes the drafts of all pages of one service; their order does not matter. Of the corrections only those of
    operations (ids, pages, waiters) are left to apply. Names `given` before stay. Raises ScraperError for a correction that does not apply.
    """
    drafts, found = completed(sorted(drafts, key=lambda draft: draft.page))
    issues = list(found)
    identified, found = _identified(drafts, corrections, given)
    issues.extend(found)
    renamed_ids = renamed_now(identified, given.of(Named.OPERATION))
    given = given.renamed(renamed_ids)

    tables = index(drafts)
    references, found = _references(tables, drafts)
    issues.extend(found)
    reached = reach(tables, references, identified)
    issues.extend(orphans(identified, references, reached))
    classes = shared(tables, references, reached, given.of(Named.SCHEMA))
    names = final_names(reached, classes, given)

    structures, schemas, found = structure(
        tables, references, names, identified, given.of(Named.ENUMERATION)
    )
    issues.extend(found)

    chapters = outline(drafts, contents)
    tag_of = tags(chapters, identified, service, given)
    operations, found = _operations(identified, tag_of, structures)
    issues.extend(found)

    schemas, finished, found = opened(schemas, operations)
    issues.extend(found)
    for step in (turned, waited):
        finished, found = step(finished, schemas, corrections)
        issues.extend(found)
    schemas, finished, found = held(schemas, finished, structures.enumerations)
    issues.extend(found)
    issues.extend(examples.check(finished, schemas, structures.enumerations))

    api = Api(
        service=service,
        tags=in_use(tag_of, finished, chapters),
        operations=tuple(sorted(finished, key=lambda one: one.id)),
        schemas=schemas,
        enumerations=structures.enumerations,
    )
    return Resolution(
        api=api,
        issues=tuple(issues),
        names=names_given(identified, api, reached, names, structures.given),
        renamed=renamed_ids,
    )


def _identified(
    drafts: Sequence[Draft], corrections: Sequence[Correction], given: Names
) -> tuple[tuple[Identified, ...], tuple[Issue, ...]]:
    """The operations with their ids: by the rules, by the corrections, and by what was given before."""
    ruled, of_rules = identify(
        [draft for draft in drafts if isinstance(draft, OperationDraft)],
        given.of(Named.OPERATION),
    )
    chosen, of_corrections = renamed(ruled, corrections)
    identified = remembered(ruled, chosen, given.of(Named.OPERATION))
    return identified, (*of_rules, *of_corrections)


def _operations(
    identified: Sequence[Identified], tag_of: Mapping[str, Tag], structures: Structures
) -> tuple[tuple[Operation, ...], tuple[Issue, ...]]:
    built = [operation(one, tag_of[one.id].name, structures) for one in identified]
    issues = tuple(issue for _, found in built for issue in found)
    return tuple(one for one, _ in built), issues


def _references(
    tables: Tables, drafts: Sequence[Draft]
) -> tuple[References, tuple[Issue, ...]]:
    references, of_links = link(tables, drafts)
    references, of_targets = redirect(tables, references)
    references, of_guesses = guess(tables, references)
    return references, (*of_links, *of_targets, *of_guesses)
