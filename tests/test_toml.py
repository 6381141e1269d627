"""Files that people write: whatever stands in them, what is wrong is said in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scraper import corrections, lock, service, toml
from scraper.issues import ScraperError

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


def test_a_value_that_cannot_be_written_is_told_by_its_kind() -> None:
    value: object = []
    for _ in range(5_000):
        value = [value]
    assert toml.shown(value) == '"list"'
    assert toml.shown(1.5) == '"1.5"'
