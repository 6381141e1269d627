"""Versions, aliases and the change log."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.diff.model import Change, Kind, Verdict
from scraper.names import Former, Named, Names
from scraper.releases.aliases import by_kind, carried_on, dated, due, former_names
from scraper.releases.changelog import changelog
from scraper.releases.deciding import Printed, closed, next_entry
from scraper.releases.model import NOTHING, Alias, Entry, History
from scraper.releases.versions import following, is_later, later
from scraper.text import Text

BREAKING, COMPATIBLE, WORDS = Verdict

VERSIONS = (
    ("1.2.3", BREAKING, "2.0.0"),
    ("1.2.3", COMPATIBLE, "1.3.0"),
    ("1.2.3", WORDS, "1.2.4"),
    ("0.1.0", BREAKING, "0.2.0"),
    ("0.1.0", COMPATIBLE, "0.2.0"),
    ("0.1.0", WORDS, "0.1.1"),
    ("1", WORDS, "1.0.1"),
    ("2.0.0rc1", COMPATIBLE, "2.1.0"),
)


@pytest.mark.parametrize(("version", "verdict", "expected"), VERSIONS)
def test_the_following_version(version: str, verdict: Verdict, expected: str) -> None:
    assert following(version, verdict) == expected


def test_versions_are_compared_as_numbers() -> None:
    assert later("0.10.0", "0.9.0") == "0.10.0"
    assert later("1.0.0rc1", "1.0.0") == "1.0.0"
    assert is_later("0.10.0", "0.9.0")
    assert is_later("0.1.0", "")
    assert not is_later("1.0", "1.0.0")


def change(verdict: Verdict, place: str = "Lamp.dim") -> Change:
    return Change(kind=Kind.PROPERTY, verdict=verdict, place=Text(place))


FILES = Printed(files={"a.py": "x", "CHANGELOG.md": "y"}, surface={"a": "b"})
RELEASED = replace(
    NOTHING, version="1.0.0", digest=FILES.digest, entries=(Entry(version="1.0.0"),)
)


def test_what_is_about_the_package_is_no_part_of_it() -> None:
    other = replace(FILES, files={**FILES.files, "CHANGELOG.md": "", "issues.txt": ""})
    assert other.digest == FILES.digest
    assert replace(FILES, files={"a.p": "yx"}).digest != FILES.digest


# (title, changes, files, the version that people ask for, the next one)
NEXT: list[tuple[str, list[Change], Printed, str, str]] = [
    ("nothing", [], FILES, "0.1.0", ""),
    ("words", [change(WORDS)], FILES, "0.1.0", "1.0.1"),
    ("the worst counts", [change(WORDS), change(BREAKING)], FILES, "0.1.0", "2.0.0"),
    ("other files, and nothing to tell", [], Printed(files={}, surface={}), "0.1.0", "1.0.1"),
    ("people ask for more", [change(WORDS)], FILES, "3.0.0", "3.0.0"),
    ("people ask for more without a change", [], FILES, "1.1.0", "1.1.0"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "printed", "least", "expected"),
    [case[1:] for case in NEXT],
    ids=[case[0] for case in NEXT],
)
def test_the_next_entry(
    changes: list[Change], printed: Printed, least: str, expected: str
) -> None:
    entry = next_entry(RELEASED, printed, changes, least)
    assert (entry.version if entry else "") == expected
    assert entry is None or list(entry.changes) == changes


def test_the_first_release_has_the_version_that_people_ask_for() -> None:
    assert next_entry(NOTHING, FILES, [change(BREAKING)], "0.4.0") == (
        Entry(version="0.4.0")
    )


def test_a_closed_entry_is_history() -> None:
    entry = Entry(version="1.1.0", changes=(change(COMPATIBLE),))
    history = closed(RELEASED, entry, FILES)
    assert (history.version, history.surface) == ("1.1.0", {"a": "b"})
    assert [one.version for one in history.entries] == ["1.1.0", "1.0.0"]
    assert next_entry(history, FILES, [], "0.1.0") is None


def test_the_change_log_begins_with_what_is_newest() -> None:
    history = closed(RELEASED, Entry(version="1.0.1", commit="c0ffee"), FILES)
    pending = Entry(version="2.0.0", changes=(change(BREAKING), change(WORDS)))
    lines = changelog(history, pending).splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# Changes",
        "## 2.0.0 (not released)",
        "### Breaking (1)",
        "### Documentation only (1)",
        "## 1.0.1",
        "## 1.0.0",
    ]
    assert "From the documents at commit `c0ffee`." in lines
    assert lines[-1] == "The first release."
    assert "The package is printed in another form; nothing else changed." in lines


def names(schemas: dict[str, str], operations: dict[str, str] | None = None) -> Names:
    return Names(given={Named.SCHEMA: schemas, Named.OPERATION: operations or {}})


WAS = names({"A request": "Lamp", "B request": "Lamp", "C request": "Bulb"})

# (title, names now, former names)
GONE: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("nothing", {"A request": "Lamp", "C request": "Bulb"}, {}),
    ("one for two", {"A request": "Lamp", "B request": "Lamp", "C request": "Lamp"}, {"Bulb": "Lamp"}),
    ("renamed", {"A request": "Light", "B request": "Light", "C request": "Bulb"}, {"Lamp": "Light"}),
    ("renamed apart: most places count", {"A request": "X", "B request": "Y", "C request": "Bulb"}, {"Lamp": "X"}),
    ("its places are gone", {"A request": "Lamp"}, {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("now", "expected"), [case[1:] for case in GONE], ids=[case[0] for case in GONE]
)
def test_former_names(now: dict[str, str], expected: dict[str, str]) -> None:
    found = former_names(WAS, names(now), {})
    assert found == ({Named.SCHEMA: expected} if expected else {})


def test_operations_are_told_by_who_renamed_them() -> None:
    found = former_names(WAS, WAS, {"Switch": "Turn"})
    assert found == {Named.OPERATION: {"Switch": "Turn"}}


def alias(former: str, name: str, since: str = "1.0.0") -> Alias:
    return Alias(kind=Named.SCHEMA, former=former, name=name, since=since)


def aliased(*aliases: Alias) -> History:
    return replace(RELEASED, aliases=aliases)


NOW = names({"A request": "Light"})

# (title, aliases of the last release, former names of today, the aliases now)
CARRIED: list[tuple[str, list[Alias], dict[str, str], dict[str, str]]] = [
    ("it goes on", [alias("Lamp", "Light")], {}, {"Lamp": "Light"}),
    ("one comes", [], {"Lamp": "Light"}, {"Lamp": "Light"}),
    ("renamed twice", [alias("Bulb", "Lamp")], {"Lamp": "Light"}, {"Bulb": "Light", "Lamp": "Light"}),
    ("something new bears the name", [alias("Light", "Light")], {}, {}),
    ("it leads nowhere", [alias("Lamp", "Gone")], {}, {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("known", "former", "expected"),
    [case[1:] for case in CARRIED],
    ids=[case[0] for case in CARRIED],
)
def test_aliases_are_carried_on(
    known: list[Alias], former: dict[str, str], expected: dict[str, str]
) -> None:
    told: Former = {Named.SCHEMA: former}
    found = carried_on(aliased(*known), told, NOW)
    assert by_kind(found) == ({Named.SCHEMA: expected} if expected else {})


def test_aliases_last_for_one_major_version() -> None:
    old, new = alias("Lamp", "Light", "1.0.0"), alias("Bulb", "Light", "1.3.0")
    history = aliased(old)
    assert dated([old, new], history, "1.1.0") == (old, replace(new, since="1.1.0"))
    known = dated([old, new], history, "2.0.0")
    assert known == (old, replace(new, since="2.0.0"))
    assert due(known, "2.0.0") == (replace(new, since="2.0.0"),)


def test_without_a_major_version_they_stay() -> None:
    early = replace(alias("Lamp", "Light"), since="0.1.0")
    history = replace(aliased(early), version="0.1.0")
    assert due(dated([early], history, "0.9.0"), "0.9.0") == (early,)
    assert due(dated([early], history, "1.0.0"), "1.0.0") == ()
