"""Failures that say nothing of the document: each kind with its reason, and how it is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, urlsplit

from tests.fuzzing.reading import Case, Failure, Violation

_REFUSED: Final = frozenset(("positive_data_acceptance", "status_code_conformance"))
_LIMITS: Final = ("9007199254740991", "3.402823669209385e+38")
_ALTERNATIVES: Final = frozenset(("anyOf", "oneOf"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    reason: str
    holds: Callable[[Case, Failure], bool]


def accepted(case: Case, failure: Failure) -> str | None:
    """The kind of a failure that is accepted; None for one that must not be."""
    return next(
        (name for name, one in ACCEPTED.items() if one.holds(case, failure)), None
    )


def _is_limit(found: Violation) -> bool:
    return (
        found.place[:1] == ("request",)
        and found.code in {"minimum", "maximum"}
        and found.message.endswith(_LIMITS)
    )


def _is_of_alternative(found: Violation, case: Case) -> bool:
    """Whether it is only told since a limit makes one of several alternatives unfit."""
    tried = [one.place for one in case.violations if one.code in _ALTERNATIVES]
    limits = [one.place for one in case.violations if _is_limit(one)]
    return any(
        _begins(found.place, place) and any(_begins(limit, place) for limit in limits)
        for place in tried
    )


def _begins(place: tuple[str, ...], with_: tuple[str, ...]) -> bool:
    return place[: len(with_)] == with_


def _is_empty_parameter(found: Violation, case: Case) -> bool:
    name = re.search("required property '(.+)'$", found.message)
    if found.place != ("request", "query") or found.code != "required" or not name:
        return False
    query = parse_qs(urlsplit(case.url).query, keep_blank_values=True)
    return set(query.get(name[1], ())) == {""}


def _is_refused(case: Case, failure: Failure) -> bool:
    """Whether Prism refuses the request for nothing but its own reasons."""
    if failure.check not in _REFUSED or not case.violations:
        return False
    return all(
        _is_limit(one)
        or _is_empty_parameter(one, case)
        or _is_of_alternative(one, case)
        for one in case.violations
    )


def _is_beyond_limits(case: Case, failure: Failure) -> bool:
    return _is_refused(case, failure) and any(map(_is_limit, case.violations))


ACCEPTED: Final[Mapping[str, Kind]] = {
    "number beyond Prism's limits": Kind(
        reason="Prism takes int64 for what JavaScript counts exactly (2^53 - 1), and float for single precision;"
        " neither are the values that JSON Schema refuses",
        holds=_is_beyond_limits,
    ),
    "empty query parameter": Kind(
        reason="Prism takes `?name=` for a parameter that is missing (`!values` in its style/form.js)",
        holds=_is_refused,
    ),
}
