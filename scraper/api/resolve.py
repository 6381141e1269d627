"""From drafts to the intermediate model: the order of the steps, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.api import examples
from scraper.api.correcting import renamed
from scraper.api.correcting.model import Correction
from scraper.api.guessing import guess
from scraper.api.identifying import identify
from scraper.api.linking import index, link
from scraper.api.model import Api, Operation, Service
from scraper.api.opening import opened
from scraper.api.operations import operation
from scraper.api.reaching import final_names, orphans, reach
from scraper.api.redirecting import redirect
from scraper.api.sharing import share
from scraper.api.structures import structure
from scraper.api.tagging import in_use, tags
from scraper.draft.model import Draft, OperationDraft
from scraper.issues import Issue


def resolve(
    drafts: Sequence[Draft], service: Service, corrections: Sequence[Correction] = ()
) -> tuple[Api, tuple[Issue, ...]]:
    """Resolve every reference and make every name final.

    Takes the drafts of all pages of one service; their order does not matter. Of the corrections only those of
    operation ids are left to apply. Returns the Api and what was found wrong on the way. Raises ScraperError for a
    correction that does not apply.
    """
    drafts = sorted(drafts, key=lambda draft: draft.page)
    issues: list[Issue] = []

    identified, found = identify([d for d in drafts if isinstance(d, OperationDraft)])
    issues.extend(found)
    identified, found = renamed(identified, corrections)
    issues.extend(found)

    tables = index(drafts)
    references, found = link(tables, drafts)
    issues.extend(found)
    references, found = redirect(tables, references)
    issues.extend(found)
    references, found = guess(tables, references)
    issues.extend(found)

    reached = reach(tables, references, identified)
    issues.extend(orphans(identified, reached))
    wanted = {key: one.wanted for key, one in reached.items()}
    names = final_names(reached, share(tables, references, wanted))

    structures, schemas, found = structure(tables, references, names, identified)
    issues.extend(found)

    operations: list[Operation] = []
    tag_of = tags(drafts, service)
    for one in identified:
        built, found = operation(one, tag_of[one.draft.page].name, structures)
        operations.append(built)
        issues.extend(found)
    schemas, finished = opened(schemas, operations)
    issues.extend(examples.check(finished, schemas, structures.enumerations))

    api = Api(
        service=service,
        tags=in_use(tag_of, finished),
        operations=tuple(sorted(finished, key=lambda one: one.id)),
        schemas=schemas,
        enumerations=structures.enumerations,
    )
    return api, tuple(issues)
