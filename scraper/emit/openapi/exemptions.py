"""Where linters are right and openapi.yaml stays as it is, since the documents themselves disagree.

An example that contradicts its table is shown as it was written, and a path that can be taken for another one is called
so by the service. Every such place is listed in the form of Redocly's ignore file, with the reason and the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from scraper.emit.openapi.views import DocumentView, OperationView
from scraper.emit.sinks import lines, path_template, pointer, tree
from scraper.emit.sinks.tree import Branch

FILE: Final = ".redocly.lint-ignore.yaml"

_REASONS: Final = {
    "additionalProperties": "the table has no such key",
    "anyOf": "none of the documented alternatives",
    "const": "another value than documented",
    "enum": "no documented value",
    "oneOf": "none of the documented alternatives",
    "required": "a mandatory key is missing",
    "type": "another type than documented",
}
_LIMITS: Final = "outside of the documented limits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    pointer: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A part of the document, what it is exempted for, and the places in it that linters name."""

    pointer: str
    reason: str
    """For a comment: one line."""
    places: tuple[Place, ...] = ()

    @property
    def fragment(self) -> str:
        """The pointer as Spectral reads it."""
        return pointer.encoded(self.pointer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemptions:
    examples: tuple[Exemption, ...]
    paths: tuple[Exemption, ...]

    @property
    def example_count(self) -> int:
        return len(self.examples)

    @property
    def place_count(self) -> int:
        return sum(len(each.places) for each in self.examples)

    @property
    def path_count(self) -> int:
        return len(self.paths)

    @property
    def is_empty(self) -> bool:
        return not (self.examples or self.paths)


def exemptions(view: DocumentView) -> Exemptions:
    """All of them, in the order of the document."""
    schemas = cast("dict[str, Any]", tree.native(view.schemas))
    checker = _Checker(
        schemas=schemas,
        closed={name: _without_other_keys(one) for name, one in schemas.items()},
    )
    return Exemptions(
        examples=tuple(
            found
            for path in view.paths
            for operation in path.operations
            for where, content in _contents(path.path, operation)
            for found in checker.contradictions(where, content)
        ),
        paths=tuple(_ambiguous(view)),
    )


def _contents(path: tree.Key, one: OperationView) -> Iterator[tuple[str, Branch]]:
    """The contents of bodies and answers, each with its pointer."""
    where = pointer.of("paths", path, one.method)
    if one.body:
        yield pointer.below(where, "requestBody", "content"), one.body.content
    for response in one.responses:
        place = pointer.below(where, "responses", response.status, "content")
        yield place, response.content


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checker:
    schemas: Mapping[str, Any]
    closed: Mapping[str, Any]
    """The same, without room for keys that no table has."""

    def contradictions(self, where: str, content: Branch) -> Iterator[Exemption]:
        for media_type, media in cast("dict[str, Any]", tree.native(content)).items():
            for name, example in media.get("examples", {}).items():
                at = pointer.below(where, media_type, "examples", name)
                value = pointer.below(at, "value")
                places = self._places(media["schema"], example["value"], value)
                if places:
                    reason = _words(example, "the example contradicts its table")
                    yield Exemption(pointer=at, reason=reason, places=places)

    def _places(self, schema: object, value: object, at: str) -> tuple[Place, ...]:
        found: dict[str, str] = {}
        for schemas in (self.schemas, self.closed):
            for error in _flat(_errors(schema, schemas, value)):
                keys = [str(key) for key in error.absolute_path]
                reason = _REASONS.get(str(error.validator), _LIMITS)
                place = pointer.below(at, *keys)
                wrong = [pointer.below(place, key) for key in _other_keys(error)]
                found |= {
                    each: reason for each in wrong or [place] if each not in found
                }
        return tuple(
            Place(pointer=place, reason=reason)
            for place, reason in sorted(found.items())
        )


def _errors(
    schema: object, schemas: Mapping[str, Any], value: object
) -> Iterable[ValidationError]:
    root = {**cast("dict[str, Any]", schema), "components": {"schemas": schemas}}
    validator = cast("Any", Draft202012Validator(root))  # its stubs are incomplete
    return cast("Iterable[ValidationError]", validator.iter_errors(value))


def _flat(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """The errors, and those of the alternatives that do not fit."""
    for error in errors:
        yield error
        yield from _flat(error.context or ())


def _other_keys(error: ValidationError) -> list[str]:
    """The keys that no table has, where they are what is wrong: linters name each."""
    if error.validator != "additionalProperties" or error.validator_value:
        return []
    schema, value = cast("tuple[Any, Any]", (error.schema, error.instance))
    return [key for key in value if key not in schema["properties"]]


def _without_other_keys(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    return (
        {**schema, "additionalProperties": False} if "properties" in schema else schema
    )


def _ambiguous(view: DocumentView) -> Iterator[Exemption]:
    """The paths that some path can address which stands before them."""
    by_path = {each.path: each for each in view.paths}
    for path, earlier in path_template.overlapping([*by_path]):
        reason = f"{lines.line(earlier)} can be the same path"
        told = _words({"x-source": by_path[path].operations[0].source}, reason)
        yield Exemption(pointer=pointer.of("paths", path), reason=told)


def _words(read: Mapping[str, Any], reason: str) -> str:
    """The page and anchor, the title, and what is wrong."""
    source = read["x-source"]
    parts = [lines.line(source["page"])]
    if anchor := source.get("anchor"):
        parts.append(f"#{lines.line(anchor)}")
    if title := read.get("summary"):
        parts.append(f', "{lines.line(title)}"')
    return "".join([*parts, ": ", reason])
