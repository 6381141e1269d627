"""TOML that no person writes: one line, in no time."""

from __future__ import annotations

import pytest

from scraper import toml
from scraper.issues import ScraperError
from scraper.limits import DEEPEST_TOML, LONGEST_NUMBER, MOST_DOTS

TAKEN: tuple[tuple[str, str], ...] = (
    ("lists as deep as may be", f"a = {'[' * 19}1{']' * 19}"),
    ("a key of many parts", "a" + ".a" * (DEEPEST_TOML - 1) + " = 1"),
    ("dots in a string", f'a = "{"." * 5_000}"'),
    ("dots in a quoted key", f'"{"." * 5_000}" = 1'),
    ("dots after an escaped quote", rf'a = "\"{"." * 5_000}"'),
    ("dots in a literal", f"a = '{'.' * 5_000}'"),
    ("a long number", f"a = {'9' * LONGEST_NUMBER}"),
    ("a word of digits", f'a = "{"9" * 9_000}"'),
    ("a number beyond all doubles", "a = 1e99999"),
)


@pytest.mark.parametrize("text", [c[1] for c in TAKEN], ids=[c[0] for c in TAKEN])
def test_taken(text: str) -> None:
    assert len(toml.loads(text, file="f.toml")) == 1


REFUSED: tuple[tuple[str, str, str], ...] = (
    ("no TOML", "[a", "not TOML"),
    ("deep lists", f"a = {'[' * 100_000}", "nest deeper than 20"),
    ("lists a bit too deep", f"a = {'[' * 25}{']' * 25}", "nest deeper than 20"),
    ("deep tables", "a = " + "{a = " * 100_000, "nest deeper than 20"),
    ("a key of too many parts", "a" + ".a" * 25 + " = 1", "nest deeper than 20"),
    ("a key of very many parts", "a" + ".a" * 100_000 + " = 1", "1,000 dots"),
    ("so in a header", f"[a{'.a' * (MOST_DOTS + 1)}]", "1,000 dots"),
    ("quotes that never end", 'a = "' + r"\"" * 100_000 + ".", "not TOML"),
    ("a number with too many digits", f"a = {'9' * 1_001}", "1,000 digits"),
    ("a number that Python refuses", f"a = {'9' * 5_000}", "digits"),
    ("a number in another base", f"a = [0x{'f' * 1_000_000}]", "1,000 digits"),
    ("a very negative one", f"[a]\nb = [{{c = -{'9' * 1_001}}}]", "1,000 digits"),
)


@pytest.mark.parametrize(
    ("text", "message"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_refused(text: str, message: str) -> None:
    with pytest.raises(ScraperError) as caught:
        toml.loads(text, file="f.toml", way_out="take it back from git")
    told = str(caught.value)
    assert told.startswith("f.toml: ")
    assert message in told
    assert told.endswith("; take it back from git")
    assert told.isprintable()
