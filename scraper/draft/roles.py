"""What each table of a page describes: by its section, then its caption, then the method."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scraper.draft import addresses, columns, finding, mixed, naming
from scraper.draft.finding import Assigned, Found
from scraper.draft.mixed import Names
from scraper.draft.model import RequestLine, Role, Side
from scraper.draft.sections import Part, Topic
from scraper.draft.vocabulary.headings import ELEMENT
from scraper.issues import Issue, Severity, quoted
from scraper.text import Text

_QUERYING = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})
_BODYLESS = frozenset({"GET", "HEAD", "OPTIONS"})
_PLACED = {
    Side.REQUEST: {
        "path": Role.PATH,
        "query": Role.QUERY,
        "header": Role.HEADER,
        "body": Role.BODY,
    },
    Side.RESPONSE: {"header": Role.RESPONSE_HEADER, "body": Role.RESPONSE},
}
_UNPLACED = {Side.REQUEST: Role.BODY, Side.RESPONSE: Role.RESPONSE}
_REFERRED = "another table refers to it"


@dataclass(slots=True, kw_only=True)
class _Page:
    """What the roles of a page's tables depend on."""

    names: Names
    methods: frozenset[str]
    found: Sequence[Found]
    referrers: Mapping[int, frozenset[int]]
    has_elements: bool
    """A section of its own describes the elements of the request's body."""
    taken: set[tuple[Side, str]] = field(default_factory=set[tuple[Side, str]])
    """Bodies that have their table: the request's, a response's by its status."""

    @property
    def method(self) -> str:
        return "/".join(sorted(self.methods))


def read(
    parts: Sequence[Part], lines: Sequence[RequestLine]
) -> tuple[tuple[Assigned, ...], tuple[Issue, ...]]:
    """The tables of an operation's page with their roles, in the page's order.

    A table that describes neither parameters nor status codes is an issue.
    """
    found = finding.find(parts)
    page = _Page(
        names=mixed.names(lines, found),
        methods=frozenset(line.method for line in lines),
        found=found,
        referrers=finding.references(found),
        has_elements=any(
            part.topic is Topic.REQUEST and naming.tokens(part.title) & ELEMENT
            for part in parts
        ),
    )
    assigned: list[Assigned] = []
    issues: list[Issue] = []
    for at, each in enumerate(found):
        for one in _roles(page, at, each):
            assigned.append(one)
            issues += mixed.renamings(one)
            issues += [_other(each)] if one.role is Role.OTHER else []
    return tuple(assigned), tuple(issues)


def of_reference(parts: Sequence[Part]) -> tuple[Assigned, ...]:
    """The tables of a page that is no operation's: models, status codes, and others."""
    return tuple(
        (
            _without_parameters(each)
            if each.columns is None
            else each.assigned(Role.MODEL, Side.NEITHER, "a table that others refer to")
        )
        for each in finding.find(parts)
    )


def _roles(page: _Page, at: int, each: Found) -> Iterator[Assigned]:
    if each.columns is None:
        yield _without_parameters(each)
        return
    if each.columns.location is not None and at not in page.referrers:
        page.taken.add((each.side, each.status))
        yield from mixed.placed(each, _PLACED[each.side], _UNPLACED[each.side])
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


def _without_parameters(each: Found) -> Assigned:
    about = next(columns.kinds(each.table), "")
    if about == "status codes":
        reason = "its columns hold status codes"
        return each.assigned(Role.STATUS, Side.RESPONSE, reason)
    if any(addresses.of_table(each.table)):
        about = "METHOD and path"
    reason = f"its columns hold {about or 'no parameters'}"
    return each.assigned(Role.OTHER, Side.NEITHER, reason)


def _uri(page: _Page, at: int, each: Found) -> Iterator[Assigned]:
    """Rows that the path names; the others by the caption, else by the method.

    Those of a POST are its body, unless the section of the request describes that.
    """
    if at in page.referrers:
        yield each.assigned(Role.MODEL, Side.REQUEST, _REFERRED)
        return
    if "query" in each.hints or page.methods & _QUERYING:
        other = Role.QUERY
    elif "path" in each.hints:
        other = Role.PATH
    else:
        other = Role.QUERY if _described(page) else Role.BODY
    reasons = {
        Role.HEADER: "rows of the section URI that are called like headers",
        Role.PATH: "rows of the section URI that the path names",
        Role.QUERY: "rows of the section URI that the path does not name",
        Role.BODY: f"rows of the section URI of a {page.method}",
    }
    yield from mixed.split(each, page.names, other, reasons)


def _described(page: _Page) -> bool:
    """Whether the request's own section describes its body."""
    return any(
        each.topic is Topic.REQUEST
        and each.columns is not None
        and _hinted(each) is None
        and at not in page.referrers
        for at, each in enumerate(page.found)
    )


def _request(page: _Page, at: int, each: Found) -> Iterator[Assigned]:
    hinted = _hinted(each)
    if at in page.referrers and (hinted or not _is_root(page, at)):
        yield each.assigned(Role.MODEL, Side.REQUEST, _REFERRED)
    elif hinted is not None:
        reason = f"the caption says {hinted.value}"
        yield from mixed.split(each, page.names, hinted, {hinted: reason})
    elif page.has_elements and not (each.hints or at in page.referrers):
        reason = "the elements of the request's body have a section of their own"
        yield from mixed.split(each, page.names, Role.QUERY, {Role.QUERY: reason})
    elif (Side.REQUEST, "") in page.taken or not _is_root(page, at):
        yield each.assigned(Role.MODEL, Side.REQUEST, "a later table of the request")
    elif page.methods <= _BODYLESS:
        page.taken.add((Side.REQUEST, ""))
        reason = f"the first table of the request of a {page.method}"
        yield from mixed.split(each, page.names, Role.QUERY, {Role.QUERY: reason})
    else:
        page.taken.add((Side.REQUEST, ""))
        reasons = {
            Role.PATH: "rows of the request that the path names, as nothing else does",
            Role.QUERY: "rows of the request that the query of the URI names",
            Role.BODY: "the first table of the request",
        }
        yield from mixed.split(each, page.names.alone, Role.BODY, reasons)


def _hinted(each: Found) -> Role | None:
    """The role that the caption names; "body" names none, the order decides."""
    roles = {"header": Role.HEADER, "query": Role.QUERY, "path": Role.PATH}
    found = [role for hint, role in roles.items() if hint in each.hints]
    return found[0] if len(found) == 1 and "body" not in each.hints else None


def _response(page: _Page, at: int, each: Found) -> Assigned:
    if "header" in each.hints and "body" not in each.hints:
        reason = "the caption says header"
        return each.assigned(Role.RESPONSE_HEADER, Side.RESPONSE, reason)
    if each.failed and not each.status and at not in page.referrers:
        reason = "a table of a response that failed, of no status"
        return each.assigned(Role.MODEL, Side.RESPONSE, reason)
    if (Side.RESPONSE, each.status) in page.taken or not _is_root(page, at):
        reason = _REFERRED if at in page.referrers else "a later table of the response"
        return each.assigned(Role.MODEL, Side.RESPONSE, reason)
    page.taken.add((Side.RESPONSE, each.status))
    reason = f"the first table of the response {each.status}".rstrip()
    return each.assigned(Role.RESPONSE, Side.RESPONSE, reason)


def _is_root(page: _Page, at: int) -> bool:
    """Whether a table may be a body: the first that no other refers to, else the first."""
    each = page.found[at]
    rivals = [
        other
        for other, found in enumerate(page.found)
        if found.topic is each.topic
        and found.status == each.status
        and found.columns is not None
        and _hinted(found) is None
        and not (found.failed and not found.status)
    ]
    free = [other for other in rivals if other not in page.referrers]
    bodies = [other for other in free if "body" in page.found[other].hints]
    return at == (bodies or free or rivals or [at])[0]


def _elsewhere(page: _Page, at: int, each: Found) -> Assigned:
    """A table of parameters in a section about something else: a model if referred to."""
    for referrer in sorted(page.referrers.get(at, ())):
        responding = page.found[referrer].topic is Topic.RESPONSE
        side = Side.RESPONSE if responding else Side.REQUEST
        return each.assigned(Role.MODEL, side, _REFERRED)
    reason = f"a table of the section {each.topic.value} that nothing refers to"
    return each.assigned(Role.OTHER, Side.NEITHER, reason)


def _other(each: Found) -> Issue:
    what = each.table.caption or Text(" | ".join(c.plain for c in each.table.columns))
    if any(addresses.of_table(each.table)):
        return Issue(
            code="table-of-request-line",
            severity=Severity.NOTE,
            source=each.table.source,
            detail=f"the table {quoted(what)} is read as METHOD and path",
        )
    return Issue(
        code="table-not-parameters",
        severity=Severity.NOTE,
        source=each.table.source,
        detail=f"the table {quoted(what)} describes no parameters: not read",
    )
