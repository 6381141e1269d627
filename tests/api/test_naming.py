"""Words as names in PascalCase."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.api.naming import enumeration_name, pascal, singular
from scraper.text import Text

PASCAL = (
    ("task_type", "TaskType"),
    ("Intelligent Task", "IntelligentTask"),
    ("SmartTaskConfig", "SmartTaskConfig"),
    ("smartTaskConfig", "SmartTaskConfig"),
    ("OS-EXT-IPS:type", "OsExtIpsType"),
    ("ECS", "Ecs"),
    ("2nd tree", "N2NdTree"),
    ("Ärger", "Arger"),
    ("树", ""),
    ("", ""),
    ("_", ""),
)


@pytest.mark.parametrize(("text", "expected"), PASCAL)
def test_pascal(text: str, expected: str) -> None:
    assert pascal(Text(text)) == expected


@given(st.text())
def test_pascal_gives_a_class_name_or_nothing(text: str) -> None:
    name = pascal(Text(text))
    assert name == "" or (name.isascii() and name.isidentifier() and name[0].isupper())


SINGULAR = (
    ("Trees", "Tree"),
    ("Policies", "Policy"),
    ("Classes", "Class"),
    ("Boxes", "Box"),
    ("Branches", "Branch"),
    ("Status", "Status"),
    ("Analysis", "Analysis"),
    ("Address", "Address"),
    ("Tree", "Tree"),
    ("", ""),
)


@pytest.mark.parametrize(("plural", "expected"), SINGULAR)
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


ENUMERATIONS = (
    ("task_type", False, "TaskType"),
    ("taskType", False, "TaskType"),
    ("type", False, "TreeType"),
    ("types", True, "TreeType"),
    ("leaf_types", True, "LeafType"),
    ("@garden:leaf_type", False, "TreeLeafType"),
    ("@garden:hard", False, "TreeHard"),
    ("树", False, "TreeValue"),
)


@pytest.mark.parametrize(("name", "of_items", "expected"), ENUMERATIONS)
def test_enumeration_name(name: str, of_items: bool, expected: str) -> None:
    assert enumeration_name("Tree", Text(name), of_items=of_items) == expected
