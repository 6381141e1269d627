"""Tables that mix parameters of the path with others: each row has its own role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from scraper.document.model import Row
from scraper.draft import columns
from scraper.draft.finding import Assigned, Found
from scraper.draft.model import RequestLine, Role, Side
from scraper.draft.request_line import placeholders
from scraper.draft.sections import Topic
from scraper.issues import Issue, Severity, quoted
from scraper.text import Paragraph, Prose, Span, Text

ALIKE = 0.85
"""How alike a row's name and a placeholder must be to be the same (1: equal)."""
_HEADER = re.compile(r"x-[\w-]+|content-type", re.IGNORECASE)
"""How headers are called that stand among parameters of another place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The parameters that the page's request lines name."""

    path: frozenset[str]
    query: frozenset[str]
    undocumented: tuple[str, ...]
    """Placeholders of the path that no row of the section URI bears the name of."""

    @property
    def alone(self) -> Names:
        """The same for a table of the request: on a page without rows in the section URI
        the request's table describes the path too."""
        path = (
            self.path if len(self.undocumented) == len(self.path) else frozenset[str]()
        )
        return replace(self, path=path, undocumented=())


def names(lines: Sequence[RequestLine], found: Iterable[Found]) -> Names:
    path = tuple(dict.fromkeys(n for line in lines for n in placeholders(line)))
    documented = {
        row.cells[each.columns.name].text.plain.strip()
        for each in found
        if each.columns is not None and each.topic is Topic.URI
        for row in each.table.rows
    }
    return Names(
        path=frozenset(path),
        query=frozenset(name.plain for line in lines for name in line.query),
        undocumented=tuple(name for name in path if name not in documented),
    )


def placed(each: Found, roles: Mapping[str, Role], other: Role) -> Iterator[Assigned]:
    """The table once per role, by its column that says where each row belongs.

    `roles` maps "path", "query", "header" and "body"; a row with an empty cell is `other`.
    """
    assert each.columns is not None
    assert each.columns.location is not None
    side = each.side
    rows: dict[Role, list[Row]] = {}
    for row in each.table.rows:
        place = columns.place(row.cells[each.columns.location].text)
        rows.setdefault(roles.get(place, other), []).append(row)
    for role, some in rows.items():
        assigned = each.assigned(role, side, "a column says where each row belongs")
        yield replace(assigned, rows=tuple(some))


def split(
    each: Found, known: Names, other: Role, reasons: Mapping[Role, str]
) -> Iterator[Assigned]:
    """The table once per role: rows that the path names, that the query names, others.

    `other` is the role of the last; `reasons` says why a row has its role.
    """
    assert each.columns is not None
    rows: dict[Role, list[Row]] = {}
    for row in each.table.rows:
        name = row.cells[each.columns.name].text.plain.strip()
        if name not in known.query and (meant := _meant(name, known)):
            row, name = _renamed(row, each.columns.name, meant), meant
        rows.setdefault(_role(name, known, other), []).append(row)
    for role, some in rows.items() or [(other, [])]:
        assigned = each.assigned(role, Side.REQUEST, reasons.get(role, reasons[other]))
        yield replace(assigned, rows=tuple(some))


def _role(name: str, known: Names, other: Role) -> Role:
    if name in known.path:
        return Role.PATH
    if name in known.query:
        return Role.QUERY
    is_header = _HEADER.fullmatch(name) and other in {Role.PATH, Role.QUERY}
    return Role.HEADER if is_header else other


def renamings(assigned: Assigned) -> Iterator[Issue]:
    """An issue for each row that got the name of a placeholder."""
    if assigned.columns is None:
        return
    before = {
        row.source: row.cells[assigned.columns.name] for row in assigned.table.rows
    }
    for row in assigned.rows:
        name = row.cells[assigned.columns.name]
        if name != before[row.source]:
            yield Issue(
                code="path-name-differs",
                severity=Severity.WARNING,
                source=row.source,
                detail=f"{quoted(before[row.source].text)} is {quoted(name.text)}"
                " in the path, which is used",
            )


def _meant(name: str, known: Names) -> str:
    """The undocumented placeholder that a row's name only misspells; else empty."""
    if name in known.path:
        return ""
    plain = _plain(name)
    for placeholder in known.undocumented:
        matcher = SequenceMatcher(None, plain, _plain(placeholder), autojunk=False)
        if plain and len(plain) < 100 and matcher.ratio() >= ALIKE:
            return placeholder
    return ""


def _plain(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def _renamed(row: Row, place: int, name: str) -> Row:
    cell = Prose(blocks=(Paragraph(spans=(Span(text=Text(name)),)),))
    return replace(row, cells=(*row.cells[:place], cell, *row.cells[place + 1 :]))
