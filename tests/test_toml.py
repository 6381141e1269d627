"""Files that people write: whatever stands in them, what is wrong is said in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scraper import corrections, lock, service, toml
from scraper.issues import ScraperError
from scraper.limits import DEEPEST_TOML, MOST_DOTS

READERS: dict[str, Callable[[str], object]] = {
    "corrections.toml": lambda text: corrections.read(text, file="a.toml"),
    "service.toml": lambda text: service.read(text, name="lamps", file="a.toml"),
    "lock.toml": lambda text: lock.read(text, file="a.toml"),
    "upstream": lambda text: service.upstream_of(text, file="a.toml"),
}
FAULTS = {
    "no TOML": "a = ",
    "more digits than Python reads": f"a = {'9' * 5_000}",
    "more digits than Python writes": f"a = 0x{'f' * 5_000}",
    "more than 64 bits": f"a = {2**63}",
    "more than 64 bits, inside": f"a = [{{ b = {-(2**63) - 1} }}]",
    "values nested deeply": f"a = {'[' * 3_000}",
    "tables nested deeply": f"a.{'a.' * 3_000}b = 1",
    "a line break": '"a\\nb" = 1',
}


@pytest.mark.parametrize("text", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_a_fault_is_told_in_one_line(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(ScraperError) as raised:
        read(text)
    told = str(raised.value)
    assert told.startswith("a.toml: ")
    assert told.isprintable()
    assert len(told) < 400


def test_integers_of_64_bits_are_read() -> None:
    text = f"a = {2**63 - 1}\nb = [{-(2**63)}]"
    values = {"a": 2**63 - 1, "b": [-(2**63)]}
    assert toml.parsed(text, "a.toml") == values


TAKEN: tuple[tuple[str, str], ...] = (
    ("lists as deep as may be", f"a = {'[' * 19}1{']' * 19}"),
    ("a key of many parts", "a" + ".a" * (DEEPEST_TOML - 1) + " = 1"),
    ("dots in a string", f'a = "{"." * 5_000}"'),
    ("dots in a quoted key", f'"{"." * 5_000}" = 1'),
    ("dots after an escaped quote", rf'a = "\"{"." * 5_000}"'),
    ("dots in a literal", f"a = '{'.' * 5_000}'"),
    ("a word of digits", f'a = "{"9" * 9_000}"'),
    ("a number beyond all doubles", "a = 1e99999"),
)


@pytest.mark.parametrize("text", [c[1] for c in TAKEN], ids=[c[0] for c in TAKEN])
def test_taken(text: str) -> None:
    assert len(toml.parsed(text, "f.toml")) == 1


REFUSED: tuple[tuple[str, str, str], ...] = (
    ("no TOML", "[a", "not TOML"),
    ("deep lists", f"a = {'[' * 100_000}", "nest deeper than 20"),
    ("lists a bit too deep", f"a = {'[' * 25}{']' * 25}", "nest deeper than 20"),
    ("deep tables", "a = " + "{a = " * 100_000, "nest deeper than 20"),
    ("a key of too many parts", "a" + ".a" * 25 + " = 1", "nest deeper than 20"),
    ("a key of very many parts", "a" + ".a" * 100_000 + " = 1", "1,000 dots"),
    ("so in a header", f"[a{'.a' * (MOST_DOTS + 1)}]", "1,000 dots"),
    ("quotes that never end", 'a = "' + r"\"" * 100_000 + ".", "not TOML"),
    ("a number with too many digits", f"a = {'9' * 1_001}", "more than 64 bits"),
    ("a number that Python refuses", f"a = {'9' * 5_000}", "digits"),
    ("a number in another base", f"a = [0x{'f' * 1_000_000}]", "more than 64 bits"),
    ("a very negative one", f"[a]\nb = [{{c = -{'9' * 1_001}}}]", "more than 64 bits"),
)


@pytest.mark.parametrize(
    ("text", "message"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_refused(text: str, message: str) -> None:
    with pytest.raises(ScraperError) as caught:
        toml.parsed(text, "f.toml", "take it back from git")
    told = str(caught.value)
    assert told.startswith("f.toml: ")
    assert message in told
    assert told.endswith("; take it back from git")
    assert told.isprintable()
