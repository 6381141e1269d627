"""An operation's draft becomes an operation: parameters, body and responses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scraper.api.bodies import bodies, usual_status
from scraper.api.identifying import newest
from scraper.api.linking import TableKey
from scraper.api.model import (
    AnyType,
    Array,
    Example,
    Location,
    Map,
    Operation,
    Parameter,
    Property,
    Ref,
    RequestBody,
    Response,
    Type,
    Union,
)
from scraper.api.reaching import Identified
from scraper.api.structures import Structures
from scraper.api.vocabulary import JSON, MEDIA_TYPE_HEADERS, TOKEN_HEADERS
from scraper.draft.model import (
    Kind,
    OperationDraft,
    Primitive,
    RequestLine,
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
    parameters, issues = _parameters(identified, structures)
    described = bodies(draft, structures.tables, structures.referred)
    body, more = _body(draft, described.requests, structures)
    responses, repeated = _responses(identified, described.responses, structures)
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
    return built, (*issues, *more, *repeated, *described.issues)


def _parameters(
    identified: Identified, structures: Structures
) -> tuple[tuple[Parameter, ...], tuple[Issue, ...]]:
    found: dict[tuple[Location, str], Parameter] = {}
    issues: list[Issue] = []
    line = newest(identified.draft)
    path = line.path
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
    in_path: list[Parameter] = []
    for placeholder in placeholders:
        known = found.pop((Location.PATH, placeholder), None)
        if known is None:
            known = _undocumented(Location.PATH, Text(placeholder), line)
            issues.append(_missing(known))
        in_path.append(known)
    for name in line.query:
        if (Location.QUERY, name.plain) not in found:
            known = _undocumented(Location.QUERY, name, line)
            issues.append(_missing(known))
            found[Location.QUERY, name.plain] = known
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
            content = replace(content, type=_flat(content.type))
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


def _flat(type: Type) -> Type:
    """Outside of a body there is no form for an object: any plain value is accepted there."""
    match type:
        case Map():
            return AnyType()
        case Array(items=Map()):
            return Array(items=AnyType())
        case _:
            return type


def _undocumented(location: Location, name: Text, line: RequestLine) -> Parameter:
    return Parameter(
        location=location,
        property=Property(
            name=name,
            type=Primitive(kind=Kind.STRING),
            required=True if location is Location.PATH else None,
            source=line.source,
        ),
    )


def _body(
    draft: OperationDraft, keys: Sequence[TableKey], structures: Structures
) -> tuple[RequestBody | None, tuple[Issue, ...]]:
    examples = _examples(draft, Side.REQUEST, None)
    if not keys:
        return None, tuple(_without_body(example) for example in examples)
    types = tuple(dict.fromkeys(Ref(name=structures.names[key]) for key in keys))
    body = RequestBody(
        type=types[0] if len(types) == 1 else Union(options=types),
        media_type=Text(JSON),
        required=all(_asks(structures.tables.by_key[key]) for key in keys),
        examples=examples,
    )
    return body, ()


def _asks(table: TableDraft) -> bool:
    """Whether a body has to have something."""
    return any(field.required and field.required.value for field in table.fields)


def _responses(
    identified: Identified, tables: Mapping[str, TableKey], structures: Structures
) -> tuple[tuple[Response, ...], tuple[Issue, ...]]:
    draft = identified.draft
    usual = usual_status(draft)
    headers, issues = _headers(identified, usual, structures)
    described = {status.code: status for status in reversed(draft.statuses)}
    responses: list[Response] = []
    for code in sorted({*described, *tables, *headers, *_shown(draft), usual}):
        key, status = tables.get(code), described.get(code)
        responses.append(
            Response(
                status=code,
                description=status.description if status else Text(""),
                type=Ref(name=structures.names[key]) if key is not None else None,
                headers=tuple(headers.get(code, {}).values()),
                examples=_examples(draft, Side.RESPONSE, code, usual),
                source=status.source if status else draft.source,
            )
        )
    return tuple(responses), issues


def _headers(
    identified: Identified, usual: str, structures: Structures
) -> tuple[Mapping[str, Mapping[str, Property]], tuple[Issue, ...]]:
    """The headers of the answers: status → name in lower case → what it holds."""
    found: dict[str, dict[str, Property]] = {}
    issues: list[Issue] = []
    for key, table in identified.tables:
        if table.role is Role.RESPONSE_HEADER:
            of_status = found.setdefault(table.status or usual, {})
            for number, field in enumerate(table.fields):
                content = structures.property_at((key, number), field)
                flat = replace(content, type=_flat(content.type))
                if of_status.setdefault(_lower(content), flat) is not flat:
                    issues.append(_again(content))
    return found, tuple(issues)


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


def _not_in_path(content: Property, path: Text) -> Issue:
    return Issue(
        code="path-parameter-not-in-path",
        severity=Severity.WARNING,
        source=content.source,
        detail=f"{quoted(content.name)} is documented as a path parameter, but {quoted(path)} has no such place; it is left out",
    )


def _missing(parameter: Parameter) -> Issue:
    content, location = parameter.property, parameter.location.value
    return Issue(
        code=f"{location}-parameter-undocumented",
        severity=Severity.WARNING,
        source=content.source,
        detail=f"no row describes the {location} parameter {quoted(content.name)}; it is taken as a string",
    )


def _again(content: Property) -> Issue:
    return Issue(
        code="repeated-parameter",
        severity=Severity.NOTE,
        source=content.source,
        detail=f"{quoted(content.name)} has a row already; the first one counts",
    )


def _without_body(example: Example) -> Issue:
    return Issue(
        code="example-without-body",
        severity=Severity.WARNING,
        source=example.source,
        detail="an example of a request body, but no table describes one; it is not in the output",
    )
