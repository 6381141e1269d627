"""openapi.yaml as a reader of OpenAPI sees it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

from scraper.api.model import Api
from scraper.emit.openapi import files, view


def printed(
    made: Api, members: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> dict[str, str]:
    """openapi.yaml, and what stands beside it."""
    return files(view(made, members), made.service.version)


def document(made: Api) -> str:
    """The text of openapi.yaml."""
    return printed(made)["openapi.yaml"]


def read(made: Api) -> Any:
    """The document as parsed YAML, once it is known to be valid."""
    parsed = yaml.safe_load(document(made))
    OpenAPIV31SpecValidator(parsed).validate()
    return parsed
