"""What is the peers' own: trouble that they have with any document, or with a name that the service has chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Peculiarity:
    """Lines that count for nothing."""

    peer: str
    """What the peer's name begins with."""
    version: str
    """Where it was seen; a later one may have mended it, and then `make others` tells that the entry is not needed."""
    line: str
    """An expression that the lines have in them."""
    reason: str


PECULIAR: Final = (
    Peculiarity(
        peer="openapi-generator",
        version="7.26.0",
        line=r"DefaultCodegen - OpenAPI 3\.1 support is still in beta",
        reason="It says so of any document of OpenAPI 3.1.",
    ),
    Peculiarity(
        peer="openapi-generator",
        version="7.26.0",
        line=r"ModelUtils - Failed to get the schema name: null$",
        reason="It says so once of a document with one schema, of OpenAPI 3.0 too, and leaves nothing out.",
    ),
    Peculiarity(
        peer="openapi-generator python",
        version="7.26.0",
        line=r"- Field \(reserved word\) cannot be used as model name",
        reason="A schema of ModelArts is called Field; its class is ModelField then, and nothing else changes.",
    ),
    Peculiarity(
        peer="openapi-python-client",
        version="0.29.1",
        line=r'made_client/client\.py:.* error: Argument .*"\*?(?:tuple\[)?object',
        reason="Its client.py hands `*args: object` to httpx's `__exit__`, whatever the document is.",
    ),
    Peculiarity(
        peer="openapi-python-client",
        version="0.29.1",
        line=(
            r"made_client/models/\w+\.py:.* error: .*(?:additional_?properties"
            r'|"Unset" is not assignable to declared type "dict\[str, Any\]"'
            r'|attribute "to_dict" for class "dict\[str, Any\]")'
        ),
        reason=(
            "Its models have an attribute additional_properties of their own, and objects of ModelArts have a property "
            "of that name."
        ),
    ),
)


def own(peer: str, line: str) -> Peculiarity | None:
    """The entry that a line of a peer falls under."""
    return next(
        (
            one
            for one in PECULIAR
            if peer.startswith(one.peer) and re.search(one.line, line, re.IGNORECASE)
        ),
        None,
    )
