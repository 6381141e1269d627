"""Documented requests: each is sent as it stands, or is a listed exception.

Schemathesis leaves out an example that contradicts its schema, and tells nobody. So what it has sent is compared with
what the document shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import yaml

from scraper.emit.openapi.exemptions import FILE
from scraper.emit.sinks import pointer
from tests.fuzzing.reading import Case, canonical

_RULE: Final = "oas3-valid-media-example"
_METHODS: Final = frozenset(
    ("get", "put", "post", "delete", "options", "head", "patch", "trace")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    operation: str
    pointer: str
    body: str
    """As JSON with sorted keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    sent: tuple[Example, ...]
    exceptions: tuple[Example, ...]
    """Not sent, and listed."""
    missing: tuple[Example, ...]
    """Not sent, and not listed either."""


def listed(document: Path) -> frozenset[str]:
    """The pointers of the examples that are listed as exceptions."""
    file = document.with_name(FILE)
    if not file.exists():
        return frozenset()
    told = yaml.safe_load(file.read_text(encoding="utf-8"))[document.name]
    return frozenset(map(unquote, told.get(_RULE, ())))


def compared(
    document: Mapping[str, Any], exceptions: frozenset[str], cases: tuple[Case, ...]
) -> Examples:
    """The documented requests, by what became of them."""
    bodies = {(one.operation, one.body) for one in cases if one.phase == "examples"}
    sent: list[Example] = []
    known: list[Example] = []
    missing: list[Example] = []
    for one in _shown(document):
        if (one.operation, one.body) in bodies:
            sent.append(one)
        else:
            (known if one.pointer in exceptions else missing).append(one)
    return Examples(sent=tuple(sent), exceptions=tuple(known), missing=tuple(missing))


def _shown(document: Mapping[str, Any]) -> Iterator[Example]:
    for path, item in document["paths"].items():
        for method in _METHODS.intersection(item):
            content = item[method].get("requestBody", {}).get("content", {})
            for media_type, media in content.items():
                parts = ("paths", path, method, "requestBody", "content", media_type)
                for name, example in media.get("examples", {}).items():
                    if _is_pinned_away(media["schema"], example["value"]):
                        continue
                    yield Example(
                        operation=f"{method.upper()} {path}",
                        pointer=pointer.of(*parts, "examples", name),
                        body=canonical(example["value"]),
                    )


def _is_pinned_away(schema: Mapping[str, Any], value: Any) -> bool:
    """Whether schemathesis takes the example for none of its alternatives.

    Of several values of a discriminator that mean one alternative, it lets that one have the last only
    (`_pin_discriminator_property` in its converter).
    """
    told = schema.get("discriminator")
    if told is None:
        return False
    mapping: dict[str, str] = told["mapping"]
    last = {meant: each for each, meant in mapping.items()}
    chosen = value.get(told["propertyName"])
    return chosen in mapping and last[mapping[chosen]] != chosen
