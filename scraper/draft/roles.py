"""What each table of an operation's page describes: by section, then caption, then method."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from scraper.document.model import Row, Table
from scraper.draft import columns, naming
from scraper.draft.columns import Columns
from scraper.draft.model import RequestLine, Role, Side
from scraper.draft.request_line import placeholders
from scraper.draft.sections import Part, Topic
from scraper.issues import Issue, Severity, quoted
from scraper.text import Paragraph, Text

_STATUS = re.compile(r"status\s+code\s*[:：]?\s*([1-5]\d\d)\b", re.IGNORECASE)
_LABEL = re.compile(r"\bTable\s+\d+(?:[-.]\d+)*", re.IGNORECASE)
_QUERYING = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})
_BODYLESS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """Rows of a table and the role they have; a table that mixes roles is there once per role."""

    table: Table
    columns: Columns | None
    """None for a table that holds no parameters."""
    role: Role
    side: Side
    reason: str
    schema_name: Text
    status: str = ""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A table of a page and what stands around it."""

    table: Table
    columns: Columns | None
    topic: Topic
    status: str
    name: Text
    hints: frozenset[str]

    def assigned(self, role: Role, side: Side, reason: str) -> Assigned:
        return Assigned(
            table=self.table,
            columns=self.columns,
            role=role,
            side=side,
            reason=reason,
            schema_name=self.name,
            status=self.status if side is Side.RESPONSE else "",
            rows=self.table.rows,
        )


@dataclass(slots=True)
class _Page:
    """What the roles of a page's tables depend on."""

    lines: Sequence[RequestLine]
    found: tuple[_Found, ...]
    referrers: dict[int, set[int]]
    """A table's place → the places of the tables that refer to it."""
    taken: set[tuple[Side, str]] = field(default_factory=set[tuple[Side, str]])
    """Bodies that have their table: the request's, a response's by its status."""

    @property
    def in_path(self) -> frozenset[str]:
        return frozenset(n for line in self.lines for n in placeholders(line))

    @property
    def in_query(self) -> frozenset[str]:
        return frozenset(name.plain for line in self.lines for name in line.query)

    @property
    def methods(self) -> frozenset[str]:
        return frozenset(line.method for line in self.lines)


def read(
    parts: Sequence[Part], lines: Sequence[RequestLine]
) -> tuple[tuple[Assigned, ...], tuple[Issue, ...]]:
    """The tables of an operation's page with their roles, in the page's order.

    A table that describes neither parameters nor status codes is an issue.
    """
    found = tuple(_find(parts))
    page = _Page(lines=lines, found=found, referrers=_references(found))
    assigned: list[Assigned] = []
    issues: list[Issue] = []
    for at, each in enumerate(found):
        roles = tuple(_roles(page, at, each))
        assigned += roles
        if any(one.role is Role.OTHER for one in roles):
            issues.append(_other(each))
    return tuple(assigned), tuple(issues)


def _find(parts: Sequence[Part]) -> Iterator[_Found]:
    topic = Topic.OTHER
    for part in parts:
        named = naming.schema_name((), part.title)
        # A section of its own below the request or the response describes a model of it.
        inherits = part.topic is Topic.OTHER and named and topic is not Topic.OTHER
        topic = topic if inherits else part.topic
        status = ""
        for element in part.elements:
            if isinstance(element, Paragraph):
                match = _STATUS.search(element.text.plain)
                status = match[1] if match else status
            elif isinstance(element, Table):
                name = naming.schema_name(element.anchors, element.caption, part.title)
                hints = naming.hints(element.caption) or naming.hints(part.title)
                yield _Found(
                    table=element,
                    columns=columns.read(element),
                    topic=topic,
                    status=status,
                    name=name,
                    hints=frozenset() if name else hints,
                )


def _references(found: Sequence[_Found]) -> dict[int, set[int]]:
    """Who refers to whom, by a link or by "Table n" in a type or a description."""
    anchors = {
        anchor: at for at, each in enumerate(found) for anchor in each.table.anchors
    }
    labels = {each.table.label.plain.lower(): at for at, each in enumerate(found)}
    referrers: dict[int, set[int]] = {}
    for at, each in enumerate(found):
        for to in _targets(each, anchors, labels):
            if to != at:
                referrers.setdefault(to, set()).add(at)
    return referrers


def _targets(
    each: _Found, anchors: dict[Text, int], labels: dict[str, int]
) -> Iterator[int]:
    if each.columns is None:
        return
    for row in each.table.rows:
        for place in (each.columns.type, each.columns.description):
            cell = row.cells[place] if place is not None else None
            for span in cell.spans if cell else ():
                link = span.link
                if link and not link.page and link.anchor in anchors:
                    yield anchors[link.anchor]
                elif link is None:
                    for label in _LABEL.findall(span.text.plain):
                        if label.lower() in labels:
                            yield labels[label.lower()]


def _roles(page: _Page, at: int, each: _Found) -> Iterator[Assigned]:
    if each.columns is None:
        yield _without_parameters(each)
        return
    match each.topic:
        case Topic.URI:
            yield from _uri(page, at, each)
        case Topic.REQUEST:
            yield from _request(page, at, each)
        case Topic.RESPONSE:
            yield _response(page, at, each)
        case _:
            yield _elsewhere(page, at, each)


def _without_parameters(each: _Found) -> Assigned:
    about = next(columns.kinds(each.table), "")
    if about == "error codes":
        reason = "its columns hold error codes"
        return each.assigned(Role.OTHER, Side.NEITHER, reason)
    if about == "status codes":
        reason = "its columns hold status codes"
        return each.assigned(Role.STATUS, Side.RESPONSE, reason)
    return each.assigned(Role.OTHER, Side.NEITHER, "its columns hold no parameters")


def _uri(page: _Page, at: int, each: _Found) -> Iterator[Assigned]:
    if at in page.referrers:
        yield each.assigned(Role.MODEL, Side.REQUEST, "another table refers to it")
        return
    querying = bool(page.methods & _QUERYING) or "query" in each.hints
    other = Role.QUERY if querying or "path" in each.hints else Role.BODY
    why = {
        Role.PATH: "a row of the section URI that the path names",
        Role.QUERY: "a row of the section URI that the path does not name",
        Role.BODY: f"a row of the section URI of a {'/'.join(sorted(page.methods))}",
    }
    yield from _split(page, each, other, why)


def _split(
    page: _Page, each: _Found, other: Role, why: dict[Role, str]
) -> Iterator[Assigned]:
    """The table once for its rows in the path, once for the others."""
    assert each.columns is not None
    rows: dict[Role, list[Row]] = {}
    for row in each.table.rows:
        name = row.cells[each.columns.name].text.plain.strip()
        role = Role.QUERY if name in page.in_query else other
        rows.setdefault(Role.PATH if name in page.in_path else role, []).append(row)
    for role, some in rows.items() or [(other, [])]:
        assigned = each.assigned(role, Side.REQUEST, why.get(role, why[other]))
        yield replace(assigned, rows=tuple(some))


def _request(page: _Page, at: int, each: _Found) -> Iterator[Assigned]:
    hinted = _hinted(each)
    if at in page.referrers and (hinted or not _is_root(page, at)):
        yield each.assigned(Role.MODEL, Side.REQUEST, "another table refers to it")
    elif hinted is not None:
        reason = f"the caption says {hinted.value}"
        why = {hinted: reason, Role.PATH: reason, Role.QUERY: reason}
        yield from _split(page, each, hinted, why)
    elif (Side.REQUEST, "") in page.taken or not _is_root(page, at):
        yield each.assigned(Role.MODEL, Side.REQUEST, "a later table of the request")
    elif page.methods <= _BODYLESS:
        page.taken.add((Side.REQUEST, ""))
        reason = f"the first table of the request of a {'/'.join(sorted(page.methods))}"
        yield from _split(
            page, each, Role.QUERY, {Role.QUERY: reason, Role.PATH: reason}
        )
    else:
        page.taken.add((Side.REQUEST, ""))
        yield each.assigned(Role.BODY, Side.REQUEST, "the first table of the request")


def _hinted(each: _Found) -> Role | None:
    """The role that the caption names; "body" names none, the order decides."""
    roles = {"header": Role.HEADER, "query": Role.QUERY, "path": Role.PATH}
    found = [role for hint, role in roles.items() if hint in each.hints]
    return found[0] if len(found) == 1 and "body" not in each.hints else None


def _response(page: _Page, at: int, each: _Found) -> Assigned:
    if "header" in each.hints and "body" not in each.hints:
        reason = "the caption says header"
        return each.assigned(Role.RESPONSE_HEADER, Side.RESPONSE, reason)
    if (Side.RESPONSE, each.status) in page.taken or not _is_root(page, at):
        reason = "a later table of the response"
        return each.assigned(Role.MODEL, Side.RESPONSE, reason)
    page.taken.add((Side.RESPONSE, each.status))
    reason = f"the first table of the response {each.status}".rstrip()
    return each.assigned(Role.RESPONSE, Side.RESPONSE, reason)


def _is_root(page: _Page, at: int) -> bool:
    """Whether a table may be a body: nothing refers to it, or it is the first of all."""
    each = page.found[at]
    rivals = [
        other
        for other, found in enumerate(page.found)
        if found.topic is each.topic
        and found.status == each.status
        and found.columns is not None
        and _hinted(found) is None
    ]
    free = [other for other in rivals if other not in page.referrers]
    return at == (free or rivals or [at])[0]


def _elsewhere(page: _Page, at: int, each: _Found) -> Assigned:
    """A table of parameters in a section about something else: a model if referred to."""
    sides = {Topic.RESPONSE: Side.RESPONSE}
    for referrer in sorted(page.referrers.get(at, ())):
        side = sides.get(page.found[referrer].topic, Side.REQUEST)
        return each.assigned(Role.MODEL, side, "another table refers to it")
    reason = f"a table of the section {each.topic.value} that nothing refers to"
    return each.assigned(Role.OTHER, Side.NEITHER, reason)


def _other(each: _Found) -> Issue:
    what = each.table.caption or Text(" | ".join(c.plain for c in each.table.columns))
    return Issue(
        code="table-not-parameters",
        severity=Severity.NOTE,
        source=each.table.source,
        detail=f"the table {quoted(what)} describes no parameters: not read",
    )


def of_reference(parts: Sequence[Part]) -> tuple[Assigned, ...]:
    """The tables of a page that is no operation's: models, status codes, and others."""
    return tuple(
        (
            _without_parameters(each)
            if each.columns is None
            else each.assigned(Role.MODEL, Side.NEITHER, "a table that others refer to")
        )
        for each in _find(parts)
    )
