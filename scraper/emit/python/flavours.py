"""The same operations twice: plain, and with async and await."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Flavour:
    """The same methods twice, in a package each."""

    package: str
    mark: str
    """What stands before the names of its classes."""
    prefix: str
    wait: str
    helper: str
    """What stands before the names of the runtime's functions."""


PLAIN = Flavour(package="resources", mark="", prefix="", wait="", helper="")
AWAITED = Flavour(
    package="async_resources",
    mark="Async",
    prefix="async ",
    wait="await ",
    helper="async_",
)
