"""The type of a parameter whose table has no column for types."""

from __future__ import annotations

import pytest

from scraper.draft import untyped
from scraper.draft.model import AnyExpression, Role, TypeExpression
from scraper.text import Prose, Text
from tests.draft.paper import codes
from tests.draft.written import BOOLEAN, HERE, INTEGER, STRING, STRINGS, written

ANY = AnyExpression()
NOTE = ["type-unstated"]


@pytest.mark.parametrize(
    ("description", "role", "expected", "noted"),
    [
        (written("The lamp's id."), Role.PATH, STRING, []),
        (written("The hall."), Role.HEADER, STRING, []),
        (written("The shade."), Role.QUERY, STRING, NOTE),
        (written("The shade."), Role.BODY, ANY, NOTE),
        (written("The shade."), Role.RESPONSE, ANY, NOTE),
        (written("Whether it is lit.", "Type: boolean"), Role.QUERY, BOOLEAN, []),
        (written("Tags.", "Type: Array of strings."), Role.BODY, STRINGS, []),
        (written(["Rules", "Type: Integer"]), Role.QUERY, INTEGER, []),
        (written("It must be an integer."), Role.QUERY, INTEGER, []),
        (written(["Must be a decimal integer."]), Role.QUERY, INTEGER, []),
        (written("The type: see below, it varies"), Role.QUERY, STRING, NOTE),
        (written("The integer part."), Role.QUERY, STRING, NOTE),
        (
            written("How many. The value ranges from 1 to 100."),
            Role.QUERY,
            INTEGER,
            NOTE,
        ),
        (written("The value cannot be a negative number."), Role.QUERY, INTEGER, NOTE),
        (written("The value contains 1 to 64 characters."), Role.QUERY, STRING, NOTE),
        (written("The value ranges from 1 to 100."), Role.BODY, ANY, NOTE),
    ],
)
def test_types(
    description: Prose, role: Role, expected: TypeExpression, noted: list[str]
) -> None:
    found, issues = untyped.read(description, role, HERE, Text("limit"))
    assert (found, codes(issues)) == (expected, noted)
