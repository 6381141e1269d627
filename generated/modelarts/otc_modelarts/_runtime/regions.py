"""Addresses of the cloud's regions."""

from __future__ import annotations

import re
from typing import Final

from .errors import ConfigurationError

_REGION: Final = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_SWISS: Final = "eu-ch2"
"""A cloud of its own: its servers are called otherwise."""


def region_of_project(project_name: str | None) -> str | None:
    """The region of a project, which its name begins with: `eu-de` or `eu-de_project`."""
    return project_name.partition("_")[0] or None if project_name else None


def check_region(region: object) -> None:
    """Raises ConfigurationError for what cannot be a part of a server's name."""
    is_given = region is not None
    if is_given and not (isinstance(region, str) and _REGION.fullmatch(region)):
        raise ConfigurationError(
            "region must be a string of letters, digits and hyphens between them"
        )


def iam_server(region: str) -> str:
    """The address of the identity service (IAM) of a region."""
    if region == _SWISS:
        return "https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3"
    return f"https://iam.{region}.otc.t-systems.com/v3"


def in_region(address: str, region: str) -> str:
    """The address of a server with `{region}` replaced."""
    return address.replace("{region}", f"{region}.sc" if region == _SWISS else region)
