"""openapi.yaml as a reader of OpenAPI sees it."""

from __future__ import annotations

from typing import Any

import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

from scraper.api.model import Api
from scraper.emit.openapi import files


def document(made: Api) -> str:
    """The text of openapi.yaml."""
    return files(made, {})["openapi.yaml"]


def read(made: Api) -> Any:
    """The document as parsed YAML, once it is known to be valid."""
    parsed = yaml.safe_load(document(made))
    OpenAPIV31SpecValidator(parsed).validate()
    return parsed
