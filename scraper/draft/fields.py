"""The rows of a parameter table as fields; a row that is none is an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scraper.document.model import Row
from scraper.draft import constraints, further, types, underscores, untyped
from scraper.draft.columns import Columns, plain
from scraper.draft.finding import Assigned
from scraper.draft.model import FieldDraft, Role
from scraper.draft.vocabulary import columns as words
from scraper.issues import Issue, Severity, quoted
from scraper.source import Fact, Source
from scraper.text import EMPTY, Bullets, Link, Prose, Text

_ASIDE = re.compile(r"(?:(?<!\s)\s++)?[(（]\s*+(\w+(?: +\w+)*+)\s*+[)）]$")
_INDENT = re.compile(r"^[\s\-+>»└├│─•·*]+(?=[\w@$])")
_PHRASE = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)+|[<{].+[>}]")
_BEGINNING = re.compile(r"([\w√✓✔×✗✘]+)\s*(?:[(（,;:.\n]|\b(\w+)\b)")
_BROKEN = re.compile(r"[_:.\-]$")


def read(assigned: Assigned) -> tuple[tuple[FieldDraft, ...], tuple[Issue, ...]]:
    """One field or at least one issue per row of a table that has parameters."""
    fields: list[FieldDraft] = []
    issues: list[Issue] = []
    heads = [plain(column) for column in assigned.table.columns]
    for row in assigned.rows if assigned.columns else ():
        assert assigned.columns is not None
        trouble = _no_field(row, assigned.columns, heads)
        if trouble is None:
            one, more = _field(row, assigned.columns, assigned.role)
            fields.append(one)
            issues += more
        else:
            issues.append(trouble)
    return tuple(fields), tuple(issues)


def _no_field(row: Row, at: Columns, heads: list[str]) -> Issue | None:
    """Why a row is no field: None if it is one."""
    filled = [cell.text for cell in row.cells if cell]
    if not filled:
        return _issue("row-empty", row.source, "the row is empty", Severity.NOTE)
    if row.spanning:
        detail = f"one cell spans the row: {quoted(filled[0])} is no parameter"
        return _issue("row-is-note", row.source, detail, Severity.NOTE)
    if [plain(cell.text) for cell in row.cells] == heads:
        detail = "the row repeats the header"
        return _issue("row-repeats-header", row.source, detail, Severity.NOTE)
    if not _name(row.cells[at.name])[0]:
        detail = f"the row has no name; it says {quoted(filled[0])}"
        return _issue("row-without-name", row.source, detail)
    return None


def _field(row: Row, at: Columns, role: Role) -> tuple[FieldDraft, tuple[Issue, ...]]:
    name, aside = _name(row.cells[at.name])
    odd = tuple(_odd(name, row.cells[at.name], row.source))
    required, required_issues = _required(row, at, aside)
    description, restored = underscores.restore(
        further.description(row, at), row.source
    )
    if at.type is not None:
        type_cell = row.cells[at.type]
        type, type_issues = types.parse(type_cell, row.source)
    else:
        type_cell = EMPTY
        type, type_issues = untyped.read(description, role, row.source, name)
    type = types.with_items(type, type_cell, description)
    stated, stated_issues = constraints.read(description, type, row.source, name)
    field = FieldDraft(
        name=name,
        type=type,
        type_words=type_cell.text,
        required=required,
        description=description,
        constraints=stated,
        links=tuple(dict.fromkeys((*_links(type_cell), *_links(description)))),
        source=row.source,
    )
    return field, (*odd, *type_issues, *required_issues, *restored, *stated_issues)


def _name(cell: Prose) -> tuple[Text, str]:
    """The name, and what it says in parentheses about being mandatory.

    A name broken after a separator is put together again.
    """
    name = ""
    for line in cell.text.plain.split("\n"):
        joint = "" if not name or _BROKEN.search(name) else " "
        name += joint + line.strip()
    aside = _ASIDE.search(name)
    if aside and aside[1].lower() in words.YES | words.NO | words.CONDITIONAL:
        return Text(_INDENT.sub("", name[: aside.start()])), aside[1]
    return Text(_INDENT.sub("", name)), ""


def _odd(name: Text, cell: Prose, source: Source) -> Iterator[Issue]:
    """What a name says besides: that its row belongs to the one above, or that any name
    may stand there."""
    if _INDENT.match(cell.text.plain) or isinstance(cell.blocks[0], Bullets):
        detail = (
            f"{quoted(cell.text)} is indented: read as a neighbour of the row above"
        )
        yield _issue("row-indented", source, detail)
    if _PHRASE.fullmatch(name.plain):
        detail = f"{quoted(name)} seems to stand for any name; with no other row beside it the object is a map"
        yield _issue("name-is-phrase", source, detail)


def _required(
    row: Row, at: Columns, aside: str
) -> tuple[Fact[bool] | None, tuple[Issue, ...]]:
    """What the Mandatory cell says, else the parentheses after the name."""
    if at.required is None and not aside:
        return None, ()
    cell = row.cells[at.required].text if at.required is not None else Text(aside)
    found = cell.plain.strip().lower().rstrip(".")
    if found in words.EMPTY:
        detail = "the cell does not say whether the parameter is mandatory"
        return None, (_issue("required-unsaid", row.source, detail, Severity.NOTE),)
    value = _truth(found)
    if value is None:
        detail = f"{quoted(cell)} does not say whether the parameter is mandatory"
        return None, (_issue("required-unclear", row.source, detail),)
    if at.inverted and not aside and found in words.SAID_EITHER_WAY:
        value = not value
    fact = Fact(value=value, words=cell, source=row.source)
    if found in words.YES | words.NO:
        return fact, ()
    reading = "mandatory" if value else "optional"
    detail = f"{quoted(cell)} depends on something: read as {reading}"
    return fact, (_issue("required-conditional", row.source, detail, Severity.NOTE),)


def _truth(found: str) -> bool | None:
    """What the words of a cell say, or their beginning: "Yes (a rule)" is yes, "yes if
    something" no, as it is not always so."""
    if found in words.YES:
        return True
    if found in words.NO | words.CONDITIONAL:
        return False
    beginning = _BEGINNING.match(found)
    if beginning is None or beginning[1] not in words.ANSWERS:
        return None
    conditional = beginning[2] in words.CONDITIONS
    return False if conditional else _truth(beginning[1])


def _links(description: Prose) -> Iterator[Link]:
    for span in description.spans:
        if span.link is not None and not span.link.elsewhere:
            yield span.link


def _issue(
    code: str, source: Source, detail: str, severity: Severity = Severity.WARNING
) -> Issue:
    return Issue(code=code, severity=severity, source=source, detail=detail)
