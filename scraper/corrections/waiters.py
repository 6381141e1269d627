"""A waiter as an entry of a corrections.toml declares it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from scraper.api.correcting.model import shown
from scraper.api.model import Waiter
from scraper.corrections.entry import Entry
from scraper.draft.model import Scalar
from scraper.source import Source
from scraper.text import Text

_USUAL: Mapping[str, float] = {
    field.name: field.default
    for field in fields(Waiter)
    if isinstance(field.default, int | float)
}
"""The numbers that need not be given."""
_KEYS = ("poll", "status", "success", "failure", *_USUAL)


def waiter(entry: Entry) -> Waiter:
    """The value of `now`. Raises ScraperError that says which key is missing or of another kind."""
    if "was" in entry.values:
        raise entry.error("was", "no page tells what to wait for: there is only `now`")
    told = entry.table("now").only(*_KEYS)
    status = told.names("status")
    if not status:
        raise told.expected("status", "the properties that lead to the status")
    success, failure = _values(told, "success"), _values(told, "failure")
    if not success:
        raise told.expected("success", "the values of a success")
    if both := [shown(one) for one in success if one in failure]:
        raise told.error("failure", f"{both[0]} is a value of success, too")
    delay = _positive(told, "delay", _USUAL["delay"])
    longest = _positive(told, "max_delay", max(_USUAL["max_delay"], delay))
    if longest < delay:
        raise told.expected("max_delay", f"at least the delay of {delay:g}")
    backoff = _positive(told, "backoff", _USUAL["backoff"])
    if backoff < 1:
        raise told.expected("backoff", "a number from 1")
    return Waiter(
        poll=told.operation_id("poll"),
        status=status,
        success=success,
        failure=failure,
        delay=delay,
        backoff=backoff,
        max_delay=longest,
        timeout=_positive(told, "timeout", _USUAL["timeout"]),
        source=Source(page=Text("")),
    )


def _values(entry: Entry, key: str) -> tuple[Scalar, ...]:
    return tuple(one.value for one in entry.listed(key))


def _positive(entry: Entry, key: str, usual: float) -> float:
    value = entry.number(key, whole=False)
    if value is None:
        return usual
    if value <= 0:
        raise entry.expected(key, "a number greater than 0")
    return value
