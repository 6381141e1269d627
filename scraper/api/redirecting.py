"""Links of descriptions that lead to the wrong table, while the right one stands on the page by its name."""

from __future__ import annotations

from scraper.api.linking import (
    FieldKey,
    References,
    TableKey,
    Tables,
    bears,
    by_name,
    follow,
    names_of,
    objects,
    referred,
)
from scraper.draft.model import FieldDraft
from scraper.issues import Issue, Severity, quoted


def redirect(
    tables: Tables, references: References
) -> tuple[References, tuple[Issue, ...]]:
    """Lead such a link to the table of its page that bears the name of the object in the type.

    A link is wrong where nothing else refers to the table of that name, or where it leads to the table of another
    property of the page. Links in types are not changed, nor those to a table that nobody misses.
    """
    used = referred(references)
    owned = {
        target
        for at, targets in references.items()
        if at[0] in tables.by_key
        for target in targets
        if bears(tables, target, names_of(_field(tables, at)))
    }
    redirected = dict(references)
    issues: list[Issue] = []
    for at, targets in references.items():
        if len(targets) != 1 or at[0] not in tables.by_key:
            continue
        target = targets[0]
        of_another = target in owned and target.page == at[0].page
        for named in _named(tables, at, target):
            if named not in used or of_another:
                redirected[at] = (named,)
                issues.append(_issue(tables, at, target, named))
                break
    return redirected, tuple(issues)


def _field(tables: Tables, at: FieldKey) -> FieldDraft:
    return tables.by_key[at[0]].fields[at[1]]


def _named(tables: Tables, at: FieldKey, target: TableKey) -> tuple[TableKey, ...]:
    """The tables that bear the name, where the link's target on the page does not.

    Of another page's table the page may have a copy: it bears that table's name.
    """
    key, field = at[0], _field(tables, at)
    side = tables.by_key[key].side
    written = next(objects(field.type)).link
    if written is not None and follow(tables, key.page, written) == target:
        return ()
    if target.page == key.page and bears(tables, target, names_of(field)):
        return ()
    names = names_of(field)
    if target.page != key.page:
        names = (*names, tables.by_key[target].schema_name)
    found = [by_name(tables, key, side, (name,))[:1] for name in names]
    return tuple(
        one for named in found for one in named if tables.by_key[one].side is side
    )


def _issue(tables: Tables, at: FieldKey, target: TableKey, named: TableKey) -> Issue:
    field = _field(tables, at)
    linked, taken = tables.by_key[target].caption, tables.by_key[named].caption
    return Issue(
        code="reference-redirected",
        severity=Severity.WARNING,
        source=field.source,
        detail=f"{quoted(field.name)} refers to the table {quoted(linked)} of {quoted(target.page)}, but "
        f"{quoted(taken)} bears its name: that one is taken",
    )
