"""What a description says about the values of its property."""

from __future__ import annotations

from scraper.draft.constraints import bounds, defaults, enumerations, formats, shown
from scraper.draft.constraints.conditions import conditions, deprecated, optional
from scraper.draft.model import Constraints, TypeExpression
from scraper.issues import Issue
from scraper.source import Source
from scraper.text import Prose, Text

__all__ = ["read"]


def read(
    description: Prose, type: TypeExpression, source: Source, name: Text = Text("")
) -> tuple[Constraints, tuple[Issue, ...]]:
    """All that a description states, typed by the property's type.

    The description has its dash lists as `Bullets` and its underscores restored; `name`
    is the property's, for sentences that call it so. Each fact carries the words that
    state it. What is unclear, holds in one case only or is about another property gives
    no fact; where something was left out an issue says so.
    """
    values, subject, about_values = enumerations.read(description, type, source)
    default, about_default = defaults.read(description, type, source, name)
    limits, about_limits = bounds.read(description, type, source, name)
    format, about_format = (
        formats.read(description, type, source, name, default=default, bounds=limits)
        if not values
        else (None, ())
    )
    constraints = Constraints(
        values=values,
        subject=subject,
        default=default,
        bounds=limits,
        format=format,
        conditions=conditions(description, source),
        optional=optional(description, source, name),
        deprecated=deprecated(description, source),
        shown=shown.read(description, type, source),
    )
    return constraints, (
        *about_values,
        *about_default,
        *about_limits,
        *about_format,
    )
