"""Where in the drafts a correction applies: exactly one place, or it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.api.correcting.model import Correction, cut
from scraper.draft.model import Draft, FieldDraft, OperationDraft, TableDraft
from scraper.draft.recasting import is_called
from scraper.issues import ScraperError
from scraper.text import Text

LOOK = "`explain` shows what is there"


def tables(draft: Draft, correction: Correction) -> tuple[int, ...]:
    """The table drafts that bear the name; all of the page's where none is asked for.

    A table that mixes roles is there once per role. Raises ScraperError when there is none.
    """
    name = correction.place.table
    found = tuple(
        number
        for number, table in enumerate(draft.tables)
        if not name or is_called(name, table)
    )
    if not found:
        anchors = [_name_of(table) for table in draft.tables if _name_of(table)]
        there = _listed(anchors, "tables")
        problem = "the page has no such table" if name else "the page has no table"
        raise correction.refused(f"{problem}{there}", LOOK)
    return found


def field(draft: Draft, correction: Correction) -> tuple[int, int]:
    """The table draft's place and the field's place in it.

    Raises ScraperError when no row or several have the name.
    """
    place = correction.place
    candidates = tables(draft, correction)
    found = [
        (at, number)
        for at in candidates
        for number, one in enumerate(draft.tables[at].fields)
        if one.name == place.property and place.row in (0, one.source.row)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        problem = f"{len(found)} rows of the page document it"
        rows = ", ".join(
            f"{_name_of(draft.tables[at])} row {draft.tables[at].fields[number].source.row}"
            for at, number in found
        )
        raise correction.refused(f"{problem} ({cut(rows)})", "say `table` and `row`")
    names = [f.name.plain for at in candidates for f in draft.tables[at].fields]
    there = _listed(names, "properties")
    where = "table" if place.table else "page"
    raise correction.refused(f"the {where} has no such property{there}", LOOK)


def operation(draft: Draft, correction: Correction) -> OperationDraft:
    """The draft, when it is an operation's; raises ScraperError otherwise."""
    if not isinstance(draft, OperationDraft):
        raise correction.refused(
            "the page is no operation's", f"take the correction out; {LOOK}"
        )
    return draft


def example(draft: OperationDraft, correction: Correction) -> int:
    """The place of the example with this number or label; raises ScraperError when it is not exactly one."""
    wanted = correction.place.example
    found = [
        at
        for at, one in enumerate(draft.examples)
        if (one.label if isinstance(wanted, Text) else at + 1) == wanted
        and one.body is not None
    ]
    if len(found) != 1:
        problem = f"{len(found) or 'no'} examples with a body are called so"
        way_out = f"say its number: {LOOK}, with the numbers of the examples"
        raise correction.refused(problem, way_out)
    return found[0]


def with_table(draft: Draft, at: int, table: TableDraft) -> Draft:
    """The draft with one table draft replaced."""
    return replace(draft, tables=(*draft.tables[:at], table, *draft.tables[at + 1 :]))


def with_field(draft: Draft, at: tuple[int, int], field: FieldDraft | None) -> Draft:
    """The draft with one field replaced, or removed."""
    table, number = draft.tables[at[0]], at[1]
    new = () if field is None else (field,)
    fields = (*table.fields[:number], *new, *table.fields[number + 1 :])
    return with_table(draft, at[0], replace(table, fields=fields))


def no_operation(correction: Correction) -> ScraperError:
    """The error for a correction of a page's operation where the page gives none."""
    return correction.refused(
        "the page gives no operation", f"take the correction out; {LOOK}"
    )


def no_page(correction: Correction) -> ScraperError:
    """The error for a page that is not among those given."""
    return correction.refused(
        "there is no such page", "set the name right, or take the correction out"
    )


def _name_of(table: TableDraft) -> str:
    return (table.source.anchor or table.label).plain


def _listed(names: Sequence[str], what: str) -> str:
    words = ", ".join(dict.fromkeys(names))
    return f" (its {what}: {cut(words)})" if words else ""
