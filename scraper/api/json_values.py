"""JSON values with a type, so that what is done with them can be checked."""

from __future__ import annotations

import json
from typing import TypeAlias, cast

from scraper.text import Text

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def parsed(text: Text) -> Json:
    """JSON text that is known to parse, as a value."""
    return cast("Json", json.loads(text.plain))
