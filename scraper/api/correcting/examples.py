"""Examples with a part replaced or removed, removed examples, and new ones."""

from __future__ import annotations

import json
from dataclasses import replace

from scraper.api.correcting import places
from scraper.api.correcting.model import (
    NOTHING,
    Correction,
    ExampleAdded,
    ExampleChange,
)
from scraper.api.json_values import Json, parsed
from scraper.draft.model import ExampleDraft, OperationDraft
from scraper.source import Source
from scraper.text import Text


def changed(
    draft: OperationDraft, change: ExampleChange, correction: Correction
) -> tuple[OperationDraft, Source]:
    """The draft with one example changed, and where that stands."""
    at = places.example(draft, correction)
    one = draft.examples[at]
    assert one.body is not None
    path, now = correction.place.path, change.now
    if now and change.was and _text(parsed(now)) == _text(parsed(change.was)):
        raise correction.refused("changes nothing", "take the correction out")
    made: tuple[ExampleDraft, ...] = ()
    if path:
        body = _within(parsed(one.body), path, change, correction)
        made = (replace(one, body=_text(body)),)
    else:
        _hold(parsed(one.body), change.was, correction)
        made = (replace(one, body=now),) if now is not None else ()
    examples = (*draft.examples[:at], *made, *draft.examples[at + 1 :])
    return replace(draft, examples=examples), one.source


def added(
    draft: OperationDraft, change: ExampleAdded, correction: Correction
) -> OperationDraft:
    """The draft with an example more. Raises ScraperError when it has the same already."""
    value = parsed(change.body)
    for one in draft.examples:
        same = one.side is change.side and one.status in ("", change.status)
        if same and one.body is not None and parsed(one.body) == value:
            raise correction.refused(
                "the page has this example by itself", "take the correction out"
            )
    made = ExampleDraft(
        side=change.side,
        label=change.label,
        status=change.status,
        body=change.body,
        source=draft.source,
    )
    return replace(draft, examples=(*draft.examples, made))


def _within(
    value: Json, path: tuple[str | int, ...], change: ExampleChange, by: Correction
) -> Json:
    """The value with the part at the path replaced, removed or added."""
    key, *rest = path
    inner = _at(value, key)
    if rest:
        if inner is None:
            raise by.stale("a value on the way", NOTHING)
        made: Text | None = _text(_within(inner[0], tuple(rest), change, by))
    else:
        _hold(None if inner is None else inner[0], change.was, by, here=bool(inner))
        made = change.now
    match value, key:
        case dict(), str():
            others = {name: item for name, item in value.items() if name != key}
            return others if made is None else value | {key: parsed(made)}
        case list(), int() if key <= len(value):
            new = [] if made is None else [parsed(made)]
            return [*value[:key], *new, *value[key + 1 :]]
        case _:
            raise by.stale("an object or array on the way", _text(value).plain)


def _at(value: Json, key: str | int) -> tuple[Json] | None:
    """The part under a key or index, in a tuple; None when there is none."""
    match value, key:
        case dict(), str() if key in value:
            return (value[key],)
        case list(), int() if key < len(value):
            return (value[key],)
        case _:
            return None


def _hold(value: Json, was: Text | None, by: Correction, *, here: bool = True) -> None:
    """Raise ScraperError unless the part is what the correction expects."""
    expected = None if was is None else _text(parsed(was)).plain
    found = _text(value).plain if here else None
    if expected != found:
        raise by.stale(expected or NOTHING, found or NOTHING)


def _text(value: Json) -> Text:
    return Text(json.dumps(value, ensure_ascii=False))
