"""The check of a request against what is documented, and what is sent if it passes."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import httpx2

from .bounds import check_bounds
from .errors import InvalidRequest
from .models import Model
from .places import Kind, Place, Problem, Purpose
from .reading import read
from .request import Parameter, Request
from .types import is_array, is_object, is_text, name_of_value
from .urls import DOTS, expand, pairs, text
from .wire import wire

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""What methods and the names of headers are made of (RFC 9110, 5.6.2)."""
_WITHOUT_BODY: Final = frozenset({"GET", "HEAD", "DELETE"})
"""Methods for which an object body without properties is left out."""
_FRAMING: Final = frozenset(
    "connection content-length host keep-alive proxy-connection te trailer"
    " transfer-encoding upgrade".split()
)
"""Headers that follow from server, connection and body; others would lead elsewhere, or
break the message."""
NO_HEADER: Final = "has characters that no header can carry"
_LONGEST_TIMEOUT: Final = 2_147_483
"""Seconds; sockets cannot count more milliseconds."""
TIMEOUT_EXPECTED: Final = "expected a positive number of seconds or an httpx2.Timeout"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Outgoing:
    """A checked request, as it goes over the wire. Not shown: it may hold secrets."""

    template: str
    segments: dict[str, str]
    """Values of the parameters in the path."""
    query: list[tuple[str, str]]
    headers: httpx2.Headers
    content: bytes | None

    def path(self, later: Mapping[str, str]) -> str:
        """The path, with parameters that were found out later.

        Raises:
            KeyError: One is missing.
        """
        return expand(self.template, {**later, **self.segments})


def checked(
    request: Request, defaults: Mapping[str, str | None], later: Collection[str] = ()
) -> Outgoing:
    """The request as it is sent, `extra_…` merged over the documented parts.

    `defaults` are the client's values for path parameters that the call does not give;
    those of `later` may be missing.

    Raises:
        InvalidRequest: Arguments do not fit what is documented; lists all problems.
    """
    problems: list[Problem] = []
    segments = dict(_path(request, defaults, later, problems))
    query = dict(_query(request, problems))
    headers = _headers(request, problems)
    body = _body(request, problems)
    _check_words(request, problems)
    if request.timeout is not None and not is_timeout(request.timeout):
        _place("timeout", problems).report(Kind.VALUE, TIMEOUT_EXPECTED)
    if problems:
        raise InvalidRequest(request.operation, [str(problem) for problem in problems])
    if body is not None and "Content-Type" not in headers:
        headers["Content-Type"] = request.media_type
    return Outgoing(
        template=request.template,
        segments=segments,
        query=[pair for name, value in query.items() for pair in pairs(name, value)],
        headers=headers,
        content=None if body is None else _encoded(body),
    )


def _check_words(request: Request, problems: list[Problem]) -> None:
    """Report words of the documents that no request can carry."""
    if not _TOKEN.fullmatch(request.method):
        _place("the method", problems).report(Kind.VALUE, "is none of HTTP")
    if not fits_header(request.media_type):
        _place("the media type", problems).report(Kind.VALUE, NO_HEADER)
    for parameter in request.query:
        if not is_text(parameter.name):
            place = _place(parameter.argument or parameter.name, problems)
            place.report(Kind.VALUE, "has a name that is no text")


def missing(name: str) -> str:
    """What to do about a parameter that the client could know, too."""
    return f"missing; give it to the call, or {name}=… to the client"


def fits_header(line: str) -> bool:
    """Whether a header can carry this value."""
    return line.isascii() and line.isprintable() and line == line.strip()


def is_timeout(value: object) -> bool:
    """Whether a value is a positive number of seconds, or limits that are, or None."""
    if isinstance(value, httpx2.Timeout):
        limits = value.as_dict().values()
        return all(limit is None or _is_seconds(limit) for limit in limits)
    return _is_seconds(value)


def _is_seconds(value: object) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return 0 < value <= _LONGEST_TIMEOUT


def _path(
    request: Request,
    defaults: Mapping[str, str | None],
    later: Collection[str],
    problems: list[Problem],
) -> Iterator[tuple[str, str]]:
    for parameter in request.path:
        place = _place(parameter.argument or parameter.name, problems)
        given = parameter.value
        if given is None:
            given = defaults.get(parameter.name)
        if given is None and parameter.name in later:
            continue
        if given is None:
            hint = missing(parameter.name) if parameter.name in defaults else "missing"
            place.report(Kind.MISSING, hint)
        elif given == "":
            # It would address another resource.
            place.report(Kind.VALUE, "must not be empty in a path")
        elif (value := _read(parameter, given, place)) is not None:
            if text(value) in DOTS:
                place.report(Kind.VALUE, "must not be . or .. in a path")
            yield parameter.name, text(value)


def _query(request: Request, problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    for parameter in request.query:
        place = _place(parameter.argument or parameter.name, problems)
        value = _given(parameter, place)
        _check_flat(value, place)
        if value is not None:
            yield parameter.name, value
    place = _place("extra_query", problems)
    for name, value in _extra(request.extra_query, place).items():
        _check_flat(value, place.at(name))
        yield name, value


def _check_flat(value: Any, place: Place) -> None:
    """Report what a query has no form for: objects, and arrays in arrays."""
    nested = [
        (place.at(index), item)
        for index, item in enumerate(value if is_array(value) else ())
        if is_array(item) or is_object(item)
    ]
    for at, part in [(place, value)] if is_object(value) else nested:
        at.report(Kind.TYPE, f"{name_of_value(part)} cannot be sent in the query")


def _headers(request: Request, problems: list[Problem]) -> httpx2.Headers:
    headers = httpx2.Headers()
    given = [
        (place, parameter.name, _given(parameter, place))
        for parameter in request.headers
        for place in [_place(parameter.argument or parameter.name, problems)]
    ]
    extra = _place("extra_headers", problems)
    for name, value in _extra(request.extra_headers, extra).items():
        place = extra.at(name)
        if is_array(value) or is_object(value):
            got = name_of_value(value)
            place.report(Kind.TYPE, f"{got} cannot be sent in a header")
        else:
            given.append((place, name, value))
    for place, name, value in given:
        if value is None:
            continue
        line = text(value)
        if not fits_header(line):
            place.report(Kind.VALUE, NO_HEADER)
        elif not _TOKEN.fullmatch(name):
            place.report(Kind.VALUE, "is no name of a header")
        elif name.lower() in _FRAMING:
            place.report(Kind.VALUE, "follows from the request and cannot be given")
        else:
            headers[name] = line
    return headers


def _body(request: Request, problems: list[Problem]) -> Any:
    """The body as JSON data, None for none."""
    body: Any = None
    expected = request.body_type
    if request.body is not None and expected is not None:
        is_flat = isinstance(expected, type) and issubclass(expected, Model)
        place = _place("" if is_flat else "body", problems)
        body = _sendable(read(expected, request.body, place), place)
        if body == {} and request.method in _WITHOUT_BODY:
            body = None
    elif request.body_required:
        _place("body", problems).report(Kind.MISSING, "missing")
    if request.extra_body is None:
        return body
    place = _place("extra_body", problems)
    extra = _extra(request.extra_body, place)
    if body is not None and not is_object(body):
        place.report(Kind.TYPE, "can only be merged with a body that is an object")
    return _merged(body or {}, extra)


def _extra(given: object, place: Place) -> dict[str, Any]:
    """An `extra_…` argument as JSON data; empty if anything is wrong with it."""
    if given is None:
        return {}
    trial = place.trial()
    members = read(dict[str, Any], given, trial)
    place.adopt(trial)
    return {} if trial.problems else wire(members)


def _merged(below: Any, above: Any) -> Any:
    """Objects are merged with objects, at any depth; anything else replaces."""
    if not is_object(below) or not is_object(above):
        return above
    merged = {**below}
    for name, value in above.items():
        merged[name] = _merged(merged.get(name), value)
    return merged


def _given(parameter: Parameter, place: Place) -> Any:
    """The caller's value as JSON data, checked; None if it is not sent."""
    if parameter.value is not None:
        return _read(parameter, parameter.value, place)
    if parameter.required:
        place.report(Kind.MISSING, "missing, but required")
    return None


def _read(parameter: Parameter, value: Any, place: Place) -> Any:
    result = read(parameter.type, value, place)
    check_bounds(result, [parameter], place)
    return _sendable(result, place)


def _sendable(value: Any, place: Place) -> Any:
    """What was read, as JSON data; None if anything is wrong: nothing is sent then."""
    return None if place.problems else wire(value)


def _place(argument: str, problems: list[Problem]) -> Place:
    return Place(Purpose.REQUEST, argument, problems=problems)


def _encoded(body: Any) -> bytes:
    return json.dumps(
        body, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    ).encode()
