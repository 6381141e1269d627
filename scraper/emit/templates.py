"""The Jinja environment: templates print what a view holds, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from scraper.emit.proving.values import Leaf, leaves
from scraper.emit.sinks import yaml
from scraper.emit.sinks.tree import Tree

_INSIDE_THE_PACKAGE = Path(__file__).parents[1] / "_templates"
_BESIDE_THE_PACKAGE = Path(__file__).parents[2] / "templates"


def folder() -> Path:
    """Where the templates lie: inside an installed package, beside it in a checkout."""
    return _INSIDE_THE_PACKAGE if _INSIDE_THE_PACKAGE.is_dir() else _BESIDE_THE_PACKAGE


def render(template: str, view: object) -> str:
    """Print a view: the template sees it as `view`.

    Its attributes must be strings, numbers, flags or views; through the filters `yaml`, `yaml_key` and `yaml_line` they may be
    words of a document and, through the first, nested values too.
    """
    return noted(template, view).text


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What was printed, and what has to be read in it."""

    text: str
    values: tuple[Leaf, ...]
    """Keys and scalars that went through filters, in their order."""


def noted(template: str, view: object) -> Noted:
    """As `render`, with what went through filters."""
    values: list[Leaf] = []
    text = (
        _environment(folder()).get_template(template).render(view=view, values=values)
    )
    return Noted(text=text, values=tuple(values))


@cache
def fixed(subject: str) -> str:
    """The words of a folder of templates: all that they print besides what is in views."""
    paths = sorted((folder() / subject).glob("*.jinja"))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


_Filter: TypeAlias = Callable[[Any], str]


def _noting(filter_: _Filter) -> Callable[..., str]:
    """The filter, which notes what goes through it."""

    @pass_context
    def noting(context: Context, value: Tree) -> str:
        context["values"].extend(leaves(value))
        return filter_(value)

    return noting


@cache
def _environment(home: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(home),
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - no HTML; what is printed went through a sink
    )
    environment.filters["yaml"] = _noting(yaml.value)
    environment.filters["yaml_key"] = _noting(yaml.key)
    environment.filters["yaml_line"] = _noting(yaml.line)
    return environment


def _printable(value: Any) -> Any:
    if not isinstance(value, str | int):
        raise TypeError(
            f"a template prints strings and numbers, not {type(value).__name__}"
        )
    return value
