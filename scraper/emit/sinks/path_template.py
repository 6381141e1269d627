"""Path templates of a document: their variables, and their shape."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from scraper.emit.sinks import keys, tree
from scraper.text import Text

_VARIABLE = re.compile(r"\{([^{}/]+)\}")
_NO_URL = re.compile(r"[^A-Za-z0-9/:@!$&'()*+,;=._~%-]")
_VERSIONED = re.compile(r"v\d+(?:\.\d+)*", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z0-9]+")
_VERSION = re.compile(r"/v(\d+(?:\.\d+)*)(?=/|$)", re.IGNORECASE)


def variables(template: Text) -> tuple[Text, ...]:
    """The names in braces, in order; one that stands twice comes twice."""
    return tuple(Text(name) for name in _VARIABLE.findall(template.plain))


def shape(template: Text) -> Text:
    """The template with nameless variables: templates of one shape address the same resources."""
    return Text(_VARIABLE.sub("{}", template.plain))


def overlapping(templates: Sequence[Text]) -> Iterator[tuple[Text, Text]]:
    """Each template for which one before it can be the same path, with the first such one.

    Both have as many variables: else the one with fewer is meant. Where neither has a variable their segments are
    equal; which segments these are depends on which ones are variables, so that each pair of such forms has an index.
    """
    split = [tuple(template.plain.split("/")) for template in templates]
    forms = [tuple(map(_is_variable, segments)) for segments in split]
    counts = [
        (len(form), len(variables(t))) for form, t in zip(forms, templates, strict=True)
    ]
    alike: dict[object, set[_Form]] = defaultdict(set)
    for form, count in zip(forms, counts, strict=True):
        alike[count].add(form)
    first: dict[object, int] = {}
    for number, (segments, form, count) in enumerate(
        zip(split, forms, counts, strict=True)
    ):
        found = [
            earlier
            for other in alike[count]
            if (
                earlier := first.get(
                    (count, other, form, _fixed(segments, form, other))
                )
            )
            is not None
        ]
        if found:
            yield templates[number], templates[min(found)]
        for other in alike[count]:
            place = (count, form, other, _fixed(segments, form, other))
            first.setdefault(place, number)


_Form: TypeAlias = tuple[bool, ...]
"""Which segments of a template are variables."""


def _is_variable(segment: str) -> bool:
    return _VARIABLE.fullmatch(segment) is not None


def _fixed(segments: tuple[str, ...], form: _Form, other: _Form) -> tuple[str, ...]:
    """The segments that are variables in neither form."""
    return tuple(
        s for s, a, b in zip(segments, form, other, strict=True) if not (a or b)
    )


def portable(template: Text) -> Text:
    """The template as OpenAPI wants it: a slash first, nothing that a URL cannot hold, simple and distinct names.

    A variable that stands twice is `{project_id}` and `{project_id_2}`. The names of variables are not sent, so that
    another name changes nothing.
    """
    literals_and_names = _VARIABLE.split("/" + template.plain.lstrip("/"))
    simple = keys.distinct(map(keys.component, literals_and_names[1::2]), "_")
    literals_and_names[1::2] = [f"{{{name}}}" for name in simple]
    literals_and_names[::2] = [
        _NO_URL.sub(_encoded, s) for s in literals_and_names[::2]
    ]
    return Text("".join(literals_and_names))


def version(template: Text) -> str:
    """The version that the path begins with or holds: `2`, `2.1`; empty where it has none."""
    found = _VERSION.search(template.plain)
    return found[1] if found else ""


def words(template: Text) -> tuple[str, ...]:
    """The words of the fixed segments, without versions: `servers`, `action` of /v2.1/{project_id}/servers/{id}/action."""
    literals = _VARIABLE.sub("", tree.characters(template)).split("/")
    return tuple(
        word
        for literal in literals
        if not _VERSIONED.fullmatch(literal)
        for word in _WORDS.findall(literal)
    )


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in tree.characters(match[0]).encode())
