"""Names on the wire as names in Python."""

from __future__ import annotations

import keyword
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.api.model import Member
from scraper.emit.python.identifiers import (
    NOT_FOR_PROPERTIES,
    distinct,
    member_identifiers,
    method_identifier,
    module_name,
    property_identifier,
    property_identifiers,
)
from scraper.text import Text
from tests.emit.builders import SOURCE, scalar

PROPERTIES = (
    ("an identifier stays", "model_id", "model_id"),
    ("so does a hump", "adminPass", "adminPass"),
    ("and a capital", "Type", "Type"),
    ("a keyword", "class", "class_"),
    ("a soft keyword stays", "match", "match"),
    ("a built-in of annotations", "list", "list_"),
    ("another built-in stays", "type", "type"),
    ("an attribute of models", "schema", "schema_"),
    ("a leading underscore", "_links", "links"),
    ("a dunder", "__class__", "class_"),
    ("a vendor's prefix", "OS-EXT-SRV-ATTR:host", "os_ext_srv_attr_host"),
    ("marks", "@modelarts:from", "modelarts_from"),
    ("a mark and a keyword", "@from", "from_"),
    ("a dot", "metering.image_id", "metering_image_id"),
    ("a digit first", "2nd", "n2_nd"),
    ("letters beyond ASCII", "größe", "groe"),
    ("no letter", "树", "u6811"),
    ("nothing", "", "empty"),
    ("a blank", " ", "u0020"),
    ("an abbreviation's plural", "os-VMs", "os_vms"),
    ("a number behind letters", "os-md5", "os_md5"),
    ("the version of a protocol", "os-IPv4Address", "os_ipv4_address"),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [case[1:] for case in PROPERTIES],
    ids=[case[0] for case in PROPERTIES],
)
def test_property(name: str, expected: str) -> None:
    assert property_identifier(Text(name)) == expected


CLASSES: tuple[tuple[str, list[str], frozenset[str], tuple[str, ...]], ...] = (
    ("apart already", ["a", "b"], frozenset(), ("a", "b")),
    ("two alike", ["a-b", "a:b"], frozenset(), ("a_b", "a_b_2")),
    ("the natural one first", ["a-b", "a_b"], frozenset(), ("a_b_2", "a_b")),
    ("an underscore is not natural", ["_links", "links"], frozenset(), ("links_2", "links")),
    ("a keyword is not natural", ["class", "class_"], frozenset(), ("class__2", "class_")),
    ("a number that is taken", ["a-b", "a:b", "a_b_2"], frozenset(), ("a_b", "a_b_3", "a_b_2")),
    ("the name of a class", ["Tree"], frozenset({"Tree"}), ("Tree_",)),
    ("the names of two classes", ["Tree"], frozenset({"Tree", "Tree_"}), ("Tree__",)),
    ("one name twice", ["a", "a"], frozenset(), ("a", "a_2")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("names", "hidden", "expected"),
    [case[1:] for case in CLASSES],
    ids=[case[0] for case in CLASSES],
)
def test_properties_of_a_class(
    names: list[str], hidden: frozenset[str], expected: tuple[str, ...]
) -> None:
    assert property_identifiers([Text(name) for name in names], hidden) == expected


TEXTS = st.text() | st.sampled_from(sorted(NOT_FOR_PROPERTIES)) | st.from_regex(r"[_a-z]{0,3}[-:. ]?[A-Z0-9_]{0,3}")  # fmt: skip


@given(st.lists(TEXTS.map(Text)))
def test_any_name_becomes_an_identifier_unique_in_its_class(names: list[Text]) -> None:
    found = property_identifiers(names, frozenset({"Tree"}))
    assert len(set(found)) == len(found) == len(names)
    for one in found:
        assert one.isidentifier()
        assert one.isascii()
        assert not keyword.iskeyword(one)
        assert not one.startswith("_")
        assert one not in NOT_FOR_PROPERTIES | {"Tree"}


METHODS = (
    ("CreateTask", "create_task"),
    ("ListECSs", "list_ecss"),
    ("AddNICs", "add_nics"),
    ("ShowTenantQuotas2", "show_tenant_quotas2"),
    ("Import", "import_"),
    ("List", "list_"),
    ("Deprecated", "deprecated_"),
)


@pytest.mark.parametrize(("operation", "expected"), METHODS)
def test_method(operation: str, expected: str) -> None:
    assert method_identifier(operation) == expected


MODULES = (
    ("SmartTaskConfig", "smart_task_config"),
    ("BlockDeviceMappingV2", "block_device_mapping_v2"),
    ("Import", "import_"),
    ("Aux", "aux_"),
)


@pytest.mark.parametrize(("name", "expected"), MODULES)
def test_module(name: str, expected: str) -> None:
    assert module_name(name) == expected


def member(value: str | float, meaning: str = "") -> Member:
    return Member(value=scalar(value), meaning=Text(meaning), source=SOURCE)


MEMBERS: tuple[tuple[str, list[Member], tuple[str, ...]], ...] = (
    ("letters", [member("running")], ("RUNNING",)),
    ("humps", [member("CarbonData")], ("CARBON_DATA",)),
    ("hyphens and dots", [member("pre-label"), member("v1.0")], ("PRE_LABEL", "V1_0")),
    ("underscores", [member("__ALL__")], ("ALL",)),
    ("letters before the meaning", [member("on", "The lamp shines")], ("ON",)),
    ("a number by its meaning", [member(0, "image")], ("IMAGE",)),
    ("up to the full stop", [member(0, "Image. Or so it seems to be.")], ("IMAGE",)),
    ("asides do not count", [member(0, "a bucket (default value)")], ("A_BUCKET",)),
    ("a long meaning", [member(12, "one two three four five")], ("VALUE_12",)),
    ("no meaning", [member(-1), member(0.5)], ("VALUE_MINUS_1", "VALUE_0_5")),
    ("a meaning that begins with a number", [member(1, "2 trees")], ("VALUE_1",)),
    ("one meaning for two", [member(1, "rake"), member(2, "rake")], ("VALUE_1", "VALUE_2")),
    ("a text that is a number", [member("1.00", "all")], ("ALL",)),
    ("a text that is a number alone", [member("1.00")], ("VALUE_1_00",)),
    ("no letters at all", [member("*"), member("")], ("VALUE_U002A", "VALUE_EMPTY")),
    ("texts alike", [member("a-b"), member("a b")], ("A_B", "A_B_2")),
    ("a meaning like another's letters", [member("on"), member("1", "on")], ("ON", "VALUE_1")),
    ("letters win over meanings", [member("1", "on"), member("on")], ("VALUE_1", "ON")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("members", "expected"),
    [case[1:] for case in MEMBERS],
    ids=[case[0] for case in MEMBERS],
)
def test_members(members: list[Member], expected: tuple[str, ...]) -> None:
    assert member_identifiers(members) == expected


VALUES = st.text() | st.integers() | st.floats(allow_nan=False)


@given(st.lists(st.builds(member, VALUES, st.text(max_size=12))))
def test_any_members_have_names(members: list[Member]) -> None:
    found = member_identifiers(members)
    assert len(set(found)) == len(found) == len(members)
    assert all(one.isidentifier() and one.isupper() and one.isascii() for one in found)


@given(st.lists(st.tuples(st.sampled_from(["a", "a_2", "a_2_2", "b"]), st.booleans())))
def test_distinct(pairs: Sequence[tuple[str, bool]]) -> None:
    wanted = [name for name, _ in pairs]
    natural = [flag for _, flag in pairs]
    found = distinct(wanted, natural)
    assert len(set(found)) == len(found) == len(wanted)
    for name in {one for one, flag in pairs if flag}:
        assert name in {one for n, one in enumerate(found) if wanted[n] == name}
