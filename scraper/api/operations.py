"""An operation's draft becomes an operation: parameters, body and responses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scraper.api.identifying import newest
from scraper.api.linking import TableKey
from scraper.api.model import (
    AnyType,
    Example,
    Location,
    Operation,
    Parameter,
    Property,
    Ref,
    RequestBody,
    Response,
    Type,
)
from scraper.api.reaching import Identified
from scraper.api.structures import Structures
from scraper.api.vocabulary import JSON, MEDIA_TYPE_HEADERS, TOKEN_HEADERS
from scraper.draft.model import (
    ExampleDraft,
    Kind,
    OperationDraft,
    Primitive,
    Role,
    Side,
    TableDraft,
)
from scraper.issues import Issue, Severity, quoted
from scraper.text import Text

_LOCATIONS = {
    Role.PATH: Location.PATH,
    Role.QUERY: Location.QUERY,
    Role.HEADER: Location.HEADER,
}
_SENT_BY_OTHERS = TOKEN_HEADERS | MEDIA_TYPE_HEADERS


def operation(
    identified: Identified, tag: str, structures: Structures
) -> tuple[Operation, tuple[Issue, ...]]:
    """Assemble one operation from its draft and the names that its tables and fields were given."""
    draft, line = identified.draft, newest(identified.draft)
    parameters, issues = _parameters(identified, line.path, structures)
    body, more = _body(identified, structures)
    responses, still_more = _responses(identified, structures)
    built = Operation(
        id=identified.id,
        tag=tag,
        method=line.method,
        path=line.path,
        older_paths=tuple(other for other in draft.request_lines if other != line),
        title=draft.title,
        description=draft.description,
        parameters=parameters,
        body=body,
        responses=responses,
        deprecated=draft.deprecated is not None,
        source=draft.source,
    )
    return built, (*issues, *more, *still_more)


def _parameters(
    identified: Identified, path: Text, structures: Structures
) -> tuple[tuple[Parameter, ...], tuple[Issue, ...]]:
    found: dict[tuple[Location, str], Parameter] = {}
    issues: list[Issue] = []
    placeholders = tuple(dict.fromkeys(re.findall(r"\{([^{}]*)\}", path.plain)))
    for parameter in _documented(identified, structures):
        name = parameter.property.name
        identity = (parameter.location, _identity(parameter))
        if parameter.location is Location.PATH and name.plain not in placeholders:
            issues.append(_not_in_path(parameter.property, path))
        elif identity in found:
            issues.append(_again(parameter.property))
        else:
            found[identity] = parameter
    in_path = []
    for placeholder in placeholders:
        known = found.pop((Location.PATH, placeholder), None)
        if known is None:
            known = _undocumented(placeholder, identified.draft)
            issues.append(_missing(known.property))
        in_path.append(known)
    return (*in_path, *found.values()), tuple(issues)


def _documented(identified: Identified, structures: Structures) -> Iterator[Parameter]:
    for key, table in identified.tables:
        location = _LOCATIONS.get(table.role)
        if location is None:
            continue
        for number, field in enumerate(table.fields):
            content = structures.property_at((key, number), field)
            if location is Location.HEADER and _lower(content) in _SENT_BY_OTHERS:
                continue
            if location is Location.PATH:
                content = replace(content, required=True, type=_segment(content.type))
            yield Parameter(location=location, property=content)


def _identity(parameter: Parameter) -> str:
    """Header names ignore case."""
    if parameter.location is Location.HEADER:
        return _lower(parameter.property)
    return parameter.property.name.plain


def _lower(content: Property) -> str:
    return content.name.plain.lower()


def _segment(type: Type) -> Type:
    """A path parameter without a type is a string."""
    return Primitive(kind=Kind.STRING) if isinstance(type, AnyType) else type


def _undocumented(placeholder: str, draft: OperationDraft) -> Parameter:
    return Parameter(
        location=Location.PATH,
        property=Property(
            name=Text(placeholder),
            type=Primitive(kind=Kind.STRING),
            required=True,
            source=newest(draft).source,
        ),
    )


def _body(
    identified: Identified, structures: Structures
) -> tuple[RequestBody | None, tuple[Issue, ...]]:
    tables = [(k, t) for k, t in identified.tables if t.role is Role.BODY]
    if not tables:
        return None, ()
    key, table = tables[0]
    mandatory = any(field.required and field.required.value for field in table.fields)
    body = RequestBody(
        type=Ref(name=structures.names[key]),
        media_type=Text(JSON),
        required=mandatory,
        examples=_examples(identified.draft, Side.REQUEST, None),
    )
    return body, tuple(_second_table(other) for _, other in tables[1:])


def _responses(
    identified: Identified, structures: Structures
) -> tuple[tuple[Response, ...], tuple[Issue, ...]]:
    draft = identified.draft
    usual = _usual_status(draft)
    bodies: dict[str, tuple[TableKey, TableDraft]] = {}
    issues: list[Issue] = []
    for key, table in identified.tables:
        if table.role is Role.RESPONSE:
            if table.status or usual not in bodies:
                first = bodies.setdefault(table.status or usual, (key, table))
            else:
                first = bodies[usual]
            if first[0] != key:
                issues.append(_second_table(table))
    described = {status.code: status for status in reversed(draft.statuses)}
    codes = sorted({*described, *bodies, *_shown(draft), usual})
    responses = []
    for code in codes:
        body = bodies.get(code)
        status = described.get(code)
        responses.append(
            Response(
                status=code,
                description=status.description if status else Text(""),
                type=(
                    Ref(name=structures.names[body[0]])
                    if body and code != "204"
                    else None
                ),
                examples=_examples(draft, Side.RESPONSE, code, usual),
                source=status.source if status else draft.source,
            )
        )
    return tuple(responses), tuple(issues)


def _usual_status(draft: OperationDraft) -> str:
    """The success that a response without a named status means: the first 2xx that the page names."""
    named = [
        *(table.status for table in draft.tables if table.role is Role.RESPONSE),
        *(status.code for status in draft.statuses),
        *(example.status for example in draft.examples),
    ]
    return next((code for code in named if code.startswith("2")), "200")


def _shown(draft: OperationDraft) -> set[str]:
    return {
        example.status
        for example in draft.examples
        if example.side is Side.RESPONSE and example.status
    }


def _examples(
    draft: OperationDraft, side: Side, status: str | None, usual: str = ""
) -> tuple[Example, ...]:
    return tuple(
        Example(label=example.label, value=example.body, source=example.source)
        for example in draft.examples
        if example.side is side
        and example.body is not None
        and (status is None or (example.status or usual) == status)
    )


def examples_in_use(draft: OperationDraft) -> Sequence[ExampleDraft]:
    """The examples that say what a body looks like."""
    return [example for example in draft.examples if example.body is not None]


def _not_in_path(content: Property, path: Text) -> Issue:
    return Issue(
        code="path-parameter-not-in-path",
        severity=Severity.WARNING,
        source=content.source,
        detail=f"{quoted(content.name)} is documented as a path parameter, but {quoted(path)} has no such place; it is left out",
    )


def _missing(content: Property) -> Issue:
    return Issue(
        code="path-parameter-undocumented",
        severity=Severity.WARNING,
        source=content.source,
        detail=f"no row describes the path parameter {quoted(content.name)}; it is taken as a string",
    )


def _again(content: Property) -> Issue:
    return Issue(
        code="repeated-parameter",
        severity=Severity.NOTE,
        source=content.source,
        detail=f"{quoted(content.name)} has a row already; the first one counts",
    )


def _second_table(table: TableDraft) -> Issue:
    return Issue(
        code="second-body-table",
        severity=Severity.WARNING,
        source=table.source,
        detail=f"the table {quoted(table.caption)} is a second one for the same body; "
        f"its rows ({len(table.fields)}) are not in the output",
    )
