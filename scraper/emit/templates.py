"""The Jinja environment: templates print what a view holds, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scraper.emit.sinks import yaml

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
    return _environment().get_template(template).render(view=view)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder()),
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - no HTML; what is printed went through a sink
    )
    environment.filters |= {
        "yaml": yaml.value,
        "yaml_key": yaml.key,
        "yaml_line": yaml.line,
    }
    return environment


def _printable(value: Any) -> Any:
    if not isinstance(value, str | int):
        raise TypeError(
            f"a template prints strings and numbers, not {type(value).__name__}"
        )
    return value
