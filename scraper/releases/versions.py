"""Semantic versions: which one comes next after a change."""

from __future__ import annotations

import re

from packaging.version import Version

from scraper.diff.model import Verdict

VERSION = re.compile(r"\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.post\d+)?(?:\.dev\d+)?")
"""How a version is written, here and in service.toml."""


def following(version: str, verdict: Verdict) -> str:
    """The version after one that changed so, by Semantic Versioning 2.0.0 (https://semver.org).

    A breaking change is a new major version, a compatible one a minor version, and words are a patch. Before 1.0.0
    nothing is promised by the specification; here a breaking change is a minor version then, so that `~=0.1.0` keeps
    users from it.
    """
    major, minor, patch = (*Version(version).release, 0, 0)[:3]
    if verdict is Verdict.DOCUMENTATION:
        return f"{major}.{minor}.{patch + 1}"
    if verdict is Verdict.BREAKING and major:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0"


def is_later(one: str, other: str) -> bool:
    """Whether a version comes after another one, or after none at all."""
    return not other or Version(one) > Version(other)


def later(one: str, other: str) -> str:
    """The later of two versions."""
    return one if Version(one) >= Version(other) else other


def major(version: str) -> int:
    return Version(version).major
