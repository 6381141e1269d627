"""Who keeps a name given away, and what everybody else gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.names import Named, Names, Taken, kept, settled

# (title, bearer → identities, given, who keeps what)
KEPT: list[tuple[str, dict[str, list[str]], dict[str, str], dict[str, str]]] = [
    ("nothing was given", {"a": ["x"]}, {}, {}),
    ("a stranger", {"a": ["x"]}, {"y": "Y"}, {}),
    ("the same identity", {"a": ["x"]}, {"x": "Name"}, {"a": "Name"}),
    ("most identities", {"a": ["x"], "b": ["y", "z"]}, {"x": "N", "y": "N", "z": "N"}, {"b": "N"}),
    ("the first of equals", {"a": ["x"], "b": ["y"]}, {"x": "N", "y": "N"}, {"a": "N"}),
    ("two become one", {"a": ["x", "y", "z"]}, {"x": "M", "y": "N", "z": "N"}, {"a": "N"}),
    ("one becomes two", {"a": ["x", "y"], "b": ["z"]}, {"x": "N", "y": "N", "z": "N"}, {"a": "N"}),
    ("who loses one name may keep another", {"a": ["x", "y"], "b": ["v", "w", "z"]}, {"x": "N", "y": "M", "v": "N", "w": "N", "z": "M"}, {"b": "N", "a": "M"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("identities", "before", "expected"),
    [case[1:] for case in KEPT],
    ids=[case[0] for case in KEPT],
)
def test_kept(
    identities: Mapping[str, Sequence[str]],
    before: Mapping[str, str],
    expected: Mapping[str, str],
) -> None:
    assert kept(identities, before) == expected


def test_what_is_kept_is_not_wanted_twice() -> None:
    found = settled({"old": "Tree", "new": "Tree"}, {"old": "Tree"}, Taken(cased=False))
    assert found == {"old": "Tree", "new": "Tree2"}
    assert list(found) == ["old", "new"]


def test_kinds_of_another_take_the_place() -> None:
    ours = Names(given={Named.GROUP: {"a": "A"}, Named.SCHEMA: {"b": "B"}})
    theirs = Names(given={Named.SCHEMA: {"c": "C"}})
    assert (ours | theirs).of(Named.GROUP, Named.SCHEMA) == {"a": "A", "c": "C"}


IDENTITIES = st.lists(st.sampled_from("abcdef"), max_size=4)
NAMES = st.sampled_from(["Ash", "Beech", "Cedar"])


@given(
    st.dictionaries(st.integers(0, 5), IDENTITIES),
    st.dictionaries(st.sampled_from("abcdef"), NAMES),
    st.data(),
)
def test_every_bearer_has_a_name_of_its_own(
    identities: dict[int, list[str]], before: dict[str, str], data: st.DataObject
) -> None:
    wanted = {bearer: data.draw(NAMES) for bearer in identities}
    keeping = kept(identities, before)
    names = settled(wanted, keeping, Taken(cased=False))
    assert names.keys() == identities.keys()
    assert len({name.lower() for name in names.values()}) == len(names)
    for bearer, name in keeping.items():
        assert names[bearer] == name
        assert name in {before.get(one) for one in identities[bearer]}


FREE: tuple[tuple[str, Taken, str, list[str]], ...] = (
    ("nothing is taken", Taken(cased=False), "Tree", ["Tree", "Tree2", "Tree3"]),
    ("something else", Taken(["Leaf"], cased=False), "Tree", ["Tree", "Tree2"]),
    ("case does not count", Taken(["TREE", "tree2"], cased=False), "Tree", ["Tree3"]),
    ("case counts", Taken(["TREE"], cased=True), "Tree", ["Tree", "Tree2"]),
    ("a sign before", Taken(["a"], cased=True, between="_"), "a", ["a_2", "a_3"]),
)


@pytest.mark.parametrize(
    ("taken", "wanted", "expected"), [c[1:] for c in FREE], ids=[c[0] for c in FREE]
)
def test_free_names(taken: Taken, wanted: str, expected: list[str]) -> None:
    assert [taken.free(wanted) for _ in expected] == expected
    assert all(name in taken for name in expected)
