"""JSON of others: what is read of it, and what is refused however large."""

from __future__ import annotations

import pytest

from scraper import json_text
from scraper.limits import DEEPEST_JSON, LONGEST_NUMBER

TAKEN: tuple[tuple[str, str], ...] = (
    ("a scalar", "1"),
    ("lists as deep as may be", "[" * DEEPEST_JSON + "]" * DEEPEST_JSON),
    ("objects as deep as may be", '{"a":' * DEEPEST_JSON + "1" + "}" * DEEPEST_JSON),
    ("a number as long as may be", "9" * LONGEST_NUMBER),
    ("a long list", f"[{'1,' * 100_000}1]"),
)


@pytest.mark.parametrize("text", [c[1] for c in TAKEN], ids=[c[0] for c in TAKEN])
def test_taken(text: str) -> None:
    value, end = json_text.decode(f" {text}, more", 1)
    assert value == json_text.loads(text)
    assert end == len(text) + 1


DEEPER = DEEPEST_JSON + 1
REFUSED: tuple[tuple[str, str, str], ...] = (
    ("none", "{", "Expecting"),
    ("lists too deep", "[" * DEEPER + "]" * DEEPER, "deeper than 50"),
    ("objects too deep", '{"a":' * DEEPER + "1" + "}" * DEEPER, "deeper than 50"),
    ("lists very deep", "[" * 100_000 + "]" * 100_000, "deeper than 50"),
    ("never closed", "[" * 100_000, "deeper than 50"),
    ("objects very deep", '{"a":' * 100_000, "deeper than 50"),
    ("a number with too many digits", f"[-{'9' * LONGEST_NUMBER}]", "1000 digits"),
    ("one with very many", "9" * 1_000_000, "1000 digits"),
    ("no number", "[NaN]", "NaN"),
    ("no end", '{"a": -Infinity}', "Infinity"),
)


@pytest.mark.parametrize(
    ("text", "message"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        json_text.loads(text)
    with pytest.raises(ValueError, match=message):
        json_text.decode(text, 0)
